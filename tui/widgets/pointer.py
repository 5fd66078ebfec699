"""The mouse on the canvas: a click goes somewhere, two ask why, a drag selects, scrolls, moves a divider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from tui.widgets.column import FOLD, Column
from tui.widgets.heads import HEAD
from tui.widgets.marks import Place
from tui.widgets.scene import Scene
from tui.widgets.wrapping import cluster_at

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.widgets.selection import Point, Selection

    Part = Widget
else:
    Part = object  # a plain class for Textual: one less to look through before the first frame

WHEEL = 3
"""Rows a turn of the wheel scrolls."""


class Grip:
    """Where the mouse went down: on a divider (counted from 1), on a character of a column, on the rail."""

    def __init__(
        self, divider: int = 0, column: Column | None = None, first: Point = (0, 0), after: Point = (0, 0)
    ) -> None:
        self.divider = divider
        self.column = column
        self.first = first
        self.after = after


class Pointer(Part):
    """What the mouse does; the canvas says what is where."""

    scene: Scene
    _grip: Grip | None = None
    _dragged = False
    _clicked = False  # on a sentence, the last time

    class Selected(Message):
        """Text is selected, or no longer."""

        def __init__(self, selection: Selection | None) -> None:
            super().__init__()
            self.selection = selection

    class DoubleClicked(Message):
        """The sentence under the cursor was clicked on twice."""

    @property
    def lefts(self) -> tuple[int, ...]:
        """Where each column on the screen begins."""
        raise NotImplementedError

    def move(self, place: Place | None) -> None:
        """Put the cursor somewhere."""
        raise NotImplementedError

    def select(self, selection: Selection | None) -> None:
        """Show what is selected."""
        raise NotImplementedError

    def rearranged(self) -> None:
        """Draw everything anew."""
        raise NotImplementedError

    def changed(self) -> None:
        """Draw what is in sight, and tell that it may be something else."""
        raise NotImplementedError

    def _under(self, x: int) -> tuple[Column, int] | None:
        """The column at ``x`` and the cell in it."""
        for column, left, width in zip(self.scene.columns, self.lefts, self.scene.widths, strict=True):
            if left <= x < left + width:
                return column, x - left
        return None

    def _divider(self, x: int) -> int:
        """The divider at ``x``, counted from 1; 0 for none."""
        return next((n for n, left in enumerate(self.lefts) if n and left - 2 <= x < left), 0)

    def _point(self, column: Column, x: int, y: int) -> tuple[Point, Point]:
        """Before and after the character at a place on the screen, or the nearest end of a paragraph."""
        scene = self.scene
        row = scene.offsets[column.source] + y - HEAD
        block = column.nearest(row)
        inside = row - block.top
        if inside < 0:
            return (block.number, 0), (block.number, 0)
        if inside >= block.height:
            end = len(block.text)
            return (block.number, end), (block.number, end)
        left = self.lefts[scene.columns.index(column)] + scene.gutter
        first, after = cluster_at(block.text, block.lines[inside], max(0, x - left))
        return (block.number, first), (block.number, after)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a divider or the rail, or begin to select."""
        self._dragged = False
        if event.button != 1 or event.y < HEAD:
            return
        divider = self._divider(event.x)
        found = self._under(event.x)
        if event.x >= self.size.width - 1:
            self._grip = Grip()
        elif divider and not self.scene.aligned:
            self._grip = Grip(divider)
        elif found and not found[0].empty:
            self._grip = Grip(0, found[0], *self._point(found[0], event.x, event.y))
        if self._grip:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag what was taken hold of; beyond the edge the text scrolls along."""
        grip, scene = self._grip, self.scene
        if grip is None:
            return
        if grip.divider:
            cells = event.x - self.lefts[grip.divider - 1]
            if cells != scene.widths[grip.divider - 1]:
                self._dragged = True
                scene.drag(grip.divider, cells)
                self.rearranged()
            return
        column = grip.column
        if column is None:
            self._dragged = True
            self._scroll_rail(event.y)
            return
        if column not in scene.columns:
            return
        if event.y < HEAD or event.y >= HEAD + scene.height:
            scene.scroll(column.source, -1 if event.y < HEAD else 1)
        y = min(max(event.y, HEAD), HEAD + scene.height - 1)
        first, after = self._point(column, event.x, y)
        if self._dragged or first != grip.first:
            from tui.widgets.selection import Selection  # nothing is selected at the first frame

            self._dragged = True
            self.select(Selection(column.source, min(grip.first, first), max(grip.after, after)))

    def on_mouse_up(self) -> None:
        """Let go."""
        self._grip = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; on a head, go to its column; on the rail, scroll there."""
        scene = self.scene
        if self._dragged:
            return
        if event.chain == 2 and self._clicked:  # the text may have moved under the mouse since the first one
            self.post_message(self.DoubleClicked())
            return
        self._clicked = False
        self.select(None)
        if event.x >= self.size.width - 1:
            self._scroll_rail(event.y)
            return
        under = self._under(event.x)
        if under is None:
            return
        column, _ = under
        if event.y < HEAD:
            self.move(scene.level(column.source))
            return
        found = column.at(scene.offsets[column.source] + event.y - HEAD)
        if found and found[0].number == FOLD:
            scene.unfold(column.source, found[0].folded)
            self.rearranged()
        elif found and found[0].number >= 0:
            (number, offset), _ = self._point(column, event.x, event.y)
            self.move(scene.place_at(column.source, number, offset))
            self._clicked = True

    def _scroll_rail(self, y: int) -> None:
        """Scroll to what the rail shows at a row of the screen."""
        scene = self.scene
        row = (y - HEAD) * max(scene.current.height, scene.height) // scene.height
        scene.scroll(scene.place.source, row - scene.height // 2 - scene.offsets[scene.place.source])
        self.changed()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        self._wheel(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        self._wheel(event, -WHEEL)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        event.stop()
        under = self._under(event.x)
        self.scene.scroll(under[0].source if under else self.scene.place.source, rows)
        self.changed()
