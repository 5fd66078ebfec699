"""The dividers between the columns: rules, and ribbons to reports of the cursor's paragraph."""

from __future__ import annotations

from rich.segment import Segment

from tui.widgets.column import LABEL, Column
from tui.widgets.looks import Palette, source_look
from tui.widgets.scene import Scene


class Dividers:
    """The dividers of one picture of the scene."""

    def __init__(self, scene: Scene, palette: Palette) -> None:
        self._rule = Segment("│", palette("rule"))
        self._dashes = Segment("┄", palette("rule"))
        self._labels = _rows_with_labels(scene)
        here = scene.columns.index(scene.current)
        others = [scene.columns[n if here < n else n - 1] for n in range(1, len(scene.columns))]
        self._ribbons = [
            {
                row: Segment(glyph, palette(source_look(other.source), "name"))
                for row, glyph in ribbon(scene, other).items()
            }
            for other in others
        ]

    def row(self, row: int) -> list[Segment]:
        """The dividers in a row of the screen: ribbons where a counterpart is level, else rules."""
        rule = self._dashes if row in self._labels else self._rule
        return [glyphs.get(row, rule) for glyphs in self._ribbons]


def _rows_with_labels(scene: Scene) -> frozenset[int]:
    """The rows of the screen with headings of aligned rows."""
    if not scene.aligned:
        return frozenset()
    column = scene.columns[0]
    top = scene.scroll.offsets[column.source]
    found = ((row, column.at(top + row)) for row in range(scene.scroll.height))
    return frozenset(row for row, block in found if block and block[0].number == LABEL)


def ribbon(scene: Scene, other: Column) -> dict[int, str]:
    """The glyphs that tie the cursor's paragraph to another column, by row of the screen.

    A counterpart that is level is tied along all its rows; for another one an arrow points to it.
    """
    level, offset = scene.link_row(), scene.scroll.offsets[other.source]
    blocks = [
        block for number in scene.counterparts().get(other.source, ()) if (block := other.holder(number))
    ]
    if not blocks:
        return {}
    tied = next((block for block in blocks if block.top - offset == level), None)
    if tied is None:
        return {level: "↑" if blocks[0].top - offset < level else "↓"}
    return {level + row: "┃" if row else "━" for row in range(tied.height)}
