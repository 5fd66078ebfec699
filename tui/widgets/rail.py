"""The rail beside the text: marks and matches of a column, or of aligned columns, on one screen's height."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.widgets.column import Column
from tui.widgets.marks import Mark, Marks

MATCH = "━"
"""What stands on the rail for a match."""


def rail(columns: Iterable[Column], marks: Marks | None, height: int) -> list[Mark]:
    """The most important mark of each stretch of the columns, in ``height`` stretches from top to bottom."""
    strongest = [Mark.NONE] * height
    if marks is None:
        return strongest
    for column in columns:
        total = max(column.height, height)
        for place, mark in marks.in_source(column.source):
            first, _ = column.rows_of(place.paragraph, *(place.span or (0, 0)))
            row = min(first * height // total, height - 1)
            strongest[row] = max(strongest[row], mark)
    return strongest


def rows_with_matches(
    columns: Iterable[Column], matches: Mapping[tuple[int, int], Sequence[tuple[int, int]]], height: int
) -> frozenset[int]:
    """Which of ``height`` stretches of the columns have matches; those are by source and paragraph."""
    rows = set()
    for column in columns:
        total = max(column.height, height)
        for (source, paragraph), stretches in matches.items():
            if source == column.source:
                firsts = {column.rows_of(paragraph, *stretch)[0] for stretch in stretches}
                rows |= {min(first * height // total, height - 1) for first in firsts}
    return frozenset(rows)
