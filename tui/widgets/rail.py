"""The rail beside the text: all marks of a column, or of aligned columns, on one screen's height."""

from __future__ import annotations

from collections.abc import Iterable

from tui.widgets.layout import Column
from tui.widgets.marks import Mark, Marks


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
