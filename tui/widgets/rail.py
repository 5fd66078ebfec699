"""The rail beside the text: marks and matches of a column, or of aligned columns, on one screen's height."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.segment import Segment

from tui.widgets.column import Column
from tui.widgets.looks import Palette, source_look
from tui.widgets.marks import Mark, Marks
from tui.widgets.scene import Scene

MATCH = "━"
"""The glyph of a match."""

Matches = Mapping[tuple[int, int], Sequence[tuple[int, int]]]
"""The stretches of paragraphs that match, by source and paragraph."""


class Rail:
    """Draws the rail, and remembers where its marks lie until it is told to forget."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found: dict[int, tuple[list[Mark], frozenset[int]]] = {}

    def forget(self) -> None:
        """Look for marks and matches anew."""
        self._found.clear()

    def row(self, row: int, matches: Matches, palette: Palette) -> Segment:
        """A row of the rail: the match or mark that lies there, and whether that part is in sight."""
        scene, column = self._scene, self._scene.current
        height = scene.scroll.height
        if column.source not in self._found:
            columns = scene.columns if scene.aligned else [column]
            marks = strongest_marks(columns, scene.accounts.marks, height)
            self._found[column.source] = marks, rows_with_matches(columns, matches, height)
        marks, matching = self._found[column.source]
        here = row * max(column.height, height) // height
        top = scene.scroll.offsets[column.source]
        in_sight = column.height > height and top <= here < top + height
        if row in matching:
            return Segment(MATCH, palette(*(["thumb"] if in_sight else []), "match-tick"))
        mark = marks[min(row, len(marks) - 1)]
        unique = "alone" if scene.aligned else source_look(column.source)
        kind = {Mark.CONFLICT: "conflict-glyph", Mark.UNIQUE: unique}.get(mark, "rule")
        style = palette("thumb", kind) if in_sight and mark else palette("thumb" if in_sight else kind)
        return Segment(mark.glyph if mark else "│", style)


def strongest_marks(columns: Iterable[Column], marks: Marks | None, height: int) -> list[Mark]:
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


def rows_with_matches(columns: Iterable[Column], matches: Matches, height: int) -> frozenset[int]:
    """The stretches of the columns, of ``height`` from top to bottom, in which matches lie."""
    rows = set()
    for column in columns:
        total = max(column.height, height)
        for (source, paragraph), stretches in matches.items():
            if source == column.source:
                firsts = {column.rows_of(paragraph, *stretch)[0] for stretch in stretches}
                rows |= {min(first * height // total, height - 1) for first in firsts}
    return frozenset(rows)
