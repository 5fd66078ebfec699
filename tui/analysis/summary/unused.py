"""Why a source is not drawn on by a summary."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from tui.analysis.summary.passages import printable_passages
from tui.ids import paragraph_of
from tui.model import Comparison, Level, Source, Unused, UnusedReason


@dataclass(frozen=True, slots=True)
class Room:
    """The budget of a summary, in words or in sentences."""

    words: int | None = None
    sentences: int | None = None


def unused(
    comparison: Comparison, chosen: Set[str], drop: Set[str], room: Room | None, fits: Set[str]
) -> dict[str, Unused]:
    """Tell why the summary has no line of a source, for each source without a chosen sentence.

    Args:
        comparison: what is known about the articles.
        chosen: the ids of the summary's sentences.
        drop: the ids of the sentences that the reader does not want.
        room: the budget; None without one.
        fits: the keys of the sources of which something would fit an empty summary.
    """
    used = {comparison.sentences[sentence].source for sentence in chosen}
    return {
        source.key: _reason(source, comparison, used, drop, room, fits)
        for source in comparison.sources
        if source.key not in used
    }


def _reason(
    source: Source,
    comparison: Comparison,
    used: Set[str],
    drop: Set[str],
    room: Room | None,
    fits: Set[str],
) -> Unused:
    if removed := dict.fromkeys(paragraph_of(s.id) for s in source.sentences() if s.id in drop):
        return Unused(UnusedReason.REMOVED, paragraphs=tuple(removed))
    for other in comparison.sources:
        if other.key in used and other.article.paragraphs == source.article.paragraphs:
            return Unused(UnusedReason.COPY, sources=(other.key,))
    if not any(printable_passages(source)):
        return Unused(UnusedReason.DEPENDENT)
    if not _is_disputed(source, comparison) and (holders := _holders(source)):
        return Unused(UnusedReason.COVERED, sources=holders)
    if room is None:
        return Unused(UnusedReason.NOT_NEEDED)
    reason = UnusedReason.OUTWEIGHED if source.key in fits else UnusedReason.TOO_LONG
    return Unused(reason, words=room.words, sentences=room.sentences)


def _is_disputed(source: Source, comparison: Comparison) -> bool:
    """Whether one of its sentences contradicts another source, so that it reports something else."""
    between = (passage.sentence for conflict in comparison.conflicts for passage in conflict.between)
    return any(comparison.sentences[sentence].source == source.key for sentence in between)


def _holders(source: Source) -> tuple[str, ...]:
    """The sources that report all its sentences in full, one if one is enough; empty if some are missing."""
    reporters = [
        {report.source for report in sentence.reports if report.level is Level.FULL}
        for sentence in source.sentences()
        if sentence.assertive
    ]
    if not all(reporters):
        return ()
    everywhere = sorted(set[str].intersection(*reporters))
    return tuple(everywhere[:1] or sorted(set[str].union(*reporters)))
