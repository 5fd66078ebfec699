"""The mouse on the canvas: a click goes somewhere, two ask why, a drag selects, scrolls, moves a divider."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from textual import events
from textual.geometry import Size

from tui.widgets.column import FOLD, Column
from tui.widgets.heads import HEAD_ROWS
from tui.widgets.marks import Place
from tui.widgets.scene import Scene
from tui.widgets.wrapping import cluster_at

if TYPE_CHECKING:
    from tui.widgets.selection import Point, Selection

WHEEL_ROWS = 3
"""Rows a turn of the wheel scrolls."""


class Grip(NamedTuple):
    """Where the mouse went down: on a divider (counted from 1), on a character of a column, on the rail."""

    divider: int = 0
    column: Column | None = None
    first: Point = (0, 0)
    after: Point = (0, 0)


class Surface(Protocol):
    """The canvas as the mouse knows it."""

    scene: Scene

    @property
    def size(self) -> Size:
        """The cells it takes."""

    @property
    def lefts(self) -> tuple[int, ...]:
        """The cell at which each column begins."""

    def change(self, change: Callable[[Scene], object]) -> None:
        """Change the scene and draw it."""

    def changed(self) -> None:
        """Draw the scene, which has changed."""

    def move(self, place: Place | None) -> None:
        """Put the cursor at a place."""

    def select(self, selection: Selection | None) -> None:
        """Select a stretch of text, or nothing."""

    def explain(self) -> None:
        """Ask for the evidence at the cursor."""

    def capture_mouse(self) -> None:
        """Get the mouse's events wherever it is."""

    def release_mouse(self) -> None:
        """Get them no more."""


class Pointer:
    """Does what the mouse asks for; the canvas hands its events on to it.

    Args:
        canvas: what the mouse is on.
    """

    def __init__(self, canvas: Surface) -> None:
        self._canvas = canvas
        self._scene = canvas.scene
        self._grip: Grip | None = None
        self._dragged = False
        self._clicked = False  # on a sentence, the last time

    def press(self, event: events.MouseDown) -> None:
        """Take hold of a divider or the rail, or begin to select."""
        self._dragged = False
        if event.button != 1 or event.y < HEAD_ROWS:
            return
        divider = self._divider(event.x)
        column = self._column(event.x)
        if self._on_rail(event.x):
            self._grip = Grip()
        elif divider and not self._scene.aligned:
            self._grip = Grip(divider)
        elif column and not column.empty:
            self._grip = Grip(0, column, *self._points(column, event.x, event.y))
        if self._grip:
            self._canvas.capture_mouse()

    def drag(self, event: events.MouseMove) -> None:
        """Drag what was taken hold of."""
        if self._grip is None:
            return
        if self._grip.divider:
            self._drag_divider(self._grip.divider, event.x)
        elif self._grip.column is None:
            self._dragged = True
            self._scroll_rail(event.y)
        elif self._grip.column in self._scene.columns:
            self._select(self._grip, self._grip.column, event.x, event.y)

    def _drag_divider(self, divider: int, x: int) -> None:
        cells = x - self._canvas.lefts[divider - 1]
        if cells != self._scene.layout.widths[divider - 1]:
            self._dragged = True
            self._canvas.change(lambda scene: scene.drag(divider, cells))

    def _select(self, grip: Grip, column: Column, x: int, y: int) -> None:
        """Select from the grip to the mouse; beyond the edge the text scrolls along."""
        bottom = HEAD_ROWS + self._scene.scroll.height
        if not HEAD_ROWS <= y < bottom:
            self._scene.scroll_by(column.source, -1 if y < HEAD_ROWS else 1)
        first, after = self._points(column, x, min(max(y, HEAD_ROWS), bottom - 1))
        if self._dragged or first != grip.first:
            from tui.widgets.selection import Selection  # nothing is selected at the first frame

            self._dragged = True
            self._canvas.select(Selection(column.source, min(grip.first, first), max(grip.after, after)))

    def release(self) -> None:
        """Let go."""
        self._grip = None
        self._canvas.release_mouse()

    def click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; on a head, go to its column; on the rail, scroll there."""
        if self._dragged:
            return
        if event.chain == 2 and self._clicked:  # the text may have moved under the mouse since the first one
            self._canvas.explain()
            return
        self._clicked = False
        self._canvas.select(None)
        if self._on_rail(event.x):
            self._scroll_rail(event.y)
            return
        column = self._column(event.x)
        if column is None:
            return
        if event.y < HEAD_ROWS:
            self._canvas.move(self._scene.level(column.source))
        else:
            self._click_text(column, event.x, event.y)

    def _click_text(self, column: Column, x: int, y: int) -> None:
        """Put the cursor on the sentence under the mouse, or open the fold there."""
        found = column.at(self._scene.scroll.offsets[column.source] + y - HEAD_ROWS)
        if found is None:
            return
        block, _ = found
        if block.number == FOLD:
            self._canvas.change(lambda scene: scene.unfold(column.source, block.folded))
        elif block.number >= 0:
            (number, offset), _ = self._points(column, x, y)
            self._canvas.move(self._scene.accounts.place_at(column.source, number, offset))
            self._clicked = True

    def turn_wheel(self, event: events.MouseEvent, direction: int) -> None:
        """Scroll the column under the mouse down (1) or up (-1)."""
        event.stop()
        column = self._column(event.x) or self._scene.current
        self._scene.scroll_by(column.source, direction * WHEEL_ROWS)
        self._canvas.changed()

    def _scroll_rail(self, y: int) -> None:
        """Scroll to what the rail shows at a row of the screen."""
        column, scroll = self._scene.current, self._scene.scroll
        row = (y - HEAD_ROWS) * max(column.height, scroll.height) // scroll.height
        self._scene.scroll_by(column.source, row - scroll.height // 2 - scroll.offsets[column.source])
        self._canvas.changed()

    # What is where

    def _on_rail(self, x: int) -> bool:
        return x >= self._canvas.size.width - 1

    def _column(self, x: int) -> Column | None:
        """The column at ``x``."""
        layout = self._scene.layout
        for column, left, width in zip(layout.columns, self._canvas.lefts, layout.widths, strict=True):
            if left <= x < left + width:
                return column
        return None

    def _divider(self, x: int) -> int:
        """The divider at ``x``, counted from 1; 0 for none."""
        return next((n for n, left in enumerate(self._canvas.lefts) if n and left - 2 <= x < left), 0)

    def _points(self, column: Column, x: int, y: int) -> tuple[Point, Point]:
        """Before and after the character at a place on the screen, or the nearest end of a paragraph."""
        row = self._scene.scroll.offsets[column.source] + y - HEAD_ROWS
        block = column.nearest(row)
        inside = row - block.top
        if inside < 0:
            return (block.number, 0), (block.number, 0)
        if inside >= block.height:
            end = len(block.text)
            return (block.number, end), (block.number, end)
        left = self._canvas.lefts[self._scene.columns.index(column)] + self._scene.layout.gutter
        first, after = cluster_at(block.text, block.lines[inside], max(0, x - left))
        return (block.number, first), (block.number, after)
