"""Why a source is not drawn on by a summary."""

from __future__ import annotations

from collections.abc import Set

from tui.analysis.summary.passages import printable_passages
from tui.model import Comparison, Level, Source


def unused(
    comparison: Comparison, chosen: Set[str], drop: Set[str], room: str | None, fits: Set[str]
) -> dict[str, str]:
    """For each source without a chosen sentence one plain sentence, without a full stop, that says why.

    Args:
        comparison: what is known about the articles.
        chosen: the ids of the summary's sentences.
        drop: the ids of the sentences that the reader does not want.
        room: the budget in words, such as "120 words"; None without one.
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
    room: str | None,
    fits: Set[str],
) -> str:
    key = source.key
    if taken := dict.fromkeys(f"{key} ¶{s.paragraph + 1}" for s in source.sentences() if s.id in drop):
        return f"you took {', '.join(taken)} out"
    for other in comparison.sources:
        if other.key in used and other.article.paragraphs == source.article.paragraphs:
            return f"its text is the same as {other.key}’s"
    if not any(printable_passages(source)):
        return f"no sentence of {key} can stand on its own"
    if not _is_disputed(source, comparison) and (holders := _holders(source)):
        return f"all that {key} reports stands in {' and '.join(holders)} too"
    if room is None:
        return f"the summary carries as many shared facts without {key}"
    if key not in fits:
        return f"nothing of {key} fits {room}"
    return f"in {room} what the others report weighs more than what {key} does"


def _is_disputed(source: Source, comparison: Comparison) -> bool:
    """Whether one of its sentences contradicts another source, so that it reports something else."""
    between = (passage.sentence for conflict in comparison.conflicts for passage in conflict.between)
    return any(comparison.sentences[sentence].source == source.key for sentence in between)


def _holders(source: Source) -> list[str]:
    """The sources that report all its sentences in full, one if one is enough; none if some are missing."""
    reporters = [
        {report.source for report in sentence.reports if report.level is Level.FULL}
        for sentence in source.sentences()
        if sentence.assertive
    ]
    if not all(reporters):
        return []
    everywhere = sorted(set[str].intersection(*reporters))
    return everywhere[:1] or sorted(set[str].union(*reporters))
