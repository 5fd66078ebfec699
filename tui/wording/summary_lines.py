"""Lines of the summary: who else reports them, and what is disputed in them."""

from __future__ import annotations

from itertools import takewhile

from tui.ids import in_order, paragraph_of
from tui.model import Comparison, Conflict, SummaryLine
from tui.wording.places import reference, references


def also_reported_in(line: SummaryLine) -> tuple[str, ...]:
    """The references of the other paragraphs that report a line, in the order of the texts."""
    places = references(sorted(line.also, key=in_order))
    return tuple(place for place in places if place != reference(line.sentence))


def sentences_by_paragraph(comparison: Comparison, line: SummaryLine) -> list[list[str]]:
    """The sentences that report a line, by paragraph: its own first, the others as the texts go."""
    by_paragraph = {paragraph_of(line.sentence): [line.sentence]}
    for sentence in sorted(line.also, key=list(comparison.sentences).index):
        by_paragraph.setdefault(paragraph_of(sentence), []).append(sentence)
    return list(by_paragraph.values())


def disputed_in(comparison: Comparison, line: SummaryLine) -> tuple[Conflict, ...]:
    """The conflicts that a line is part of."""
    return tuple(conflict for conflict in comparison.conflicts if conflict.id in line.disputed)


def is_disputed_above(comparison: Comparison, line: SummaryLine, conflict: Conflict) -> bool:
    """Whether a conflict stands with its versions at a line above already."""
    above = takewhile(lambda other: other.sentence != line.sentence, comparison.summary.lines)
    return any(conflict.id in other.disputed for other in above)
