"""What all rows of one picture of the texts share: the rules and ribbons between the columns."""

from __future__ import annotations

from rich.segment import Segment

from tui.widgets.column import LABEL, Column
from tui.widgets.looks import Palette, source_look
from tui.widgets.scene import Scene


class Frame:
    """The rules, labels and ribbons of the moment."""

    def __init__(self, scene: Scene, palette: Palette, lefts: tuple[int, ...]) -> None:
        self.lefts = lefts
        self.rule = Segment("│", palette("rule"))
        self.dashes = Segment("┄", palette("rule"))
        self.labels = self._labels(scene)
        """The rows of the screen with headings of aligned rows."""
        here = scene.columns.index(scene.current)
        others = [scene.columns[n if here < n else n - 1] for n in range(1, len(scene.columns))]
        self.ribbons = [
            {
                row: Segment(glyph, palette(source_look(other.source), "name"))
                for row, glyph in ribbon(scene, other).items()
            }
            for other in others
        ]
        """What ties the cursor's paragraph to the columns beyond each gutter, by row of the screen."""

    @staticmethod
    def _labels(scene: Scene) -> frozenset[int]:
        if not scene.aligned:
            return frozenset()
        column = scene.columns[0]
        top = scene.offsets[column.source]
        found = ((row, column.at(top + row)) for row in range(scene.height))
        return frozenset(row for row, block in found if block and block[0].number == LABEL)


def ribbon(scene: Scene, other: Column) -> dict[int, str]:
    """What ties the cursor's paragraph to another column, by row of the screen.

    A counterpart that is level is tied along all its rows; for another one an arrow points to it.
    """
    level, offset = scene.link_row(), scene.offsets[other.source]
    blocks = [
        block for number in scene.counterparts().get(other.source, ()) if (block := other.holder(number))
    ]
    if not blocks:
        return {}
    tied = next((block for block in blocks if block.top - offset == level), None)
    if tied is None:
        return {level: "↑" if blocks[0].top - offset < level else "↓"}
    return {level + row: "┃" if row else "━" for row in range(tied.height)}
