"""The order in which a summary tells what was chosen."""

from __future__ import annotations

from collections.abc import Sequence, Set

from tui.analysis.summary.coverage import mutual_reports
from tui.analysis.summary.passages import depends_on_previous
from tui.model import Comparison, Sentence

_Run = tuple[Sentence, ...]


def arrange(comparison: Comparison, chosen: Set[str], event: str) -> list[Sentence]:
    """Put the chosen sentences in order: the ``event`` first, then as the sources go on.

    Neighbours stay together, and so do sentences whose paragraphs are aligned; a topic stands where the
    sources that report it have it on average.
    """
    group_of = {
        (key, paragraph): group.id
        for group in comparison.groups
        for key, indices in group.paragraphs.items()
        for paragraph in indices
    }
    place = {sentence: number for number, sentence in enumerate(comparison.sentences)}
    topics: dict[int, list[_Run]] = {}
    for run in _runs(comparison, chosen):
        topics.setdefault(group_of[run[0].source, run[0].paragraph], []).append(run)

    def rank(run: _Run) -> tuple[bool, float, int]:
        later = all(sentence.id != event for sentence in run)
        return later, _depth(run[0], comparison), place[run[0].id]

    ordered = sorted((sorted(topic, key=rank) for topic in topics.values()), key=lambda topic: rank(topic[0]))
    return [sentence for topic in ordered for run in topic for sentence in run]


def rearrange(sentences: Sequence[Sentence], order: Sequence[str]) -> list[Sentence]:
    """Put the sentences of ``order`` in that order, each other one behind the one that stood before it."""
    by_id = {sentence.id: sentence for sentence in sentences}
    placed = [by_id[name] for name in dict.fromkeys(order) if name in by_id]
    by_hand = {sentence.id for sentence in placed}
    before: Sentence | None = None
    for sentence in sentences:
        if sentence.id not in by_hand:
            placed.insert(placed.index(before) + 1 if before else 0, sentence)
        before = sentence
    return placed


def _runs(comparison: Comparison, chosen: Set[str]) -> Sequence[_Run]:
    """The chosen sentences in reading order, neighbours that belong together in one run."""
    runs: list[list[Sentence]] = []
    for source in comparison.sources:
        before: Sentence | None = None
        for sentence in source.sentences():
            if sentence.id in chosen:
                if before and (before.paragraph == sentence.paragraph or depends_on_previous(sentence.text)):
                    runs[-1].append(sentence)
                else:
                    runs.append([sentence])
            before = sentence if sentence.id in chosen else None
    return [tuple(run) for run in runs]


def _depth(sentence: Sentence, comparison: Comparison) -> float:
    """How far into the articles it stands (0–1), on average over the sources that report it."""
    alike = (sentence, *(comparison.sentences[other] for other in mutual_reports(sentence, comparison)))
    depths = [one.paragraph / max(1, len(comparison.by_key[one.source].paragraphs)) for one in alike]
    return sum(depths) / len(depths)
