"""The canvas: all texts side by side, drawn line by line.

One widget draws all columns, so rows align by construction and only what is visible is drawn. It is no scroll
view, since each column has an offset of its own (see ``scroll``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.ids import paragraph_id
from tui.model import Article, Comparison
from tui.widgets.dividers import Dividers
from tui.widgets.heads import HEAD_ROWS, head, underline
from tui.widgets.line_renderer import LineRenderer
from tui.widgets.looks import Palette
from tui.widgets.marks import Marks, Place
from tui.widgets.pointer import Pointer
from tui.widgets.rail import Rail
from tui.widgets.scene import Scene

if TYPE_CHECKING:
    from tui.widgets.remarks import Remark
    from tui.widgets.selection import Selection


class Canvas(Widget):
    """Draws the texts with their marks and the cursor.

    Args:
        articles: at least one account, as cleaned text.
    """

    ALLOW_SELECT = False  # Textual would select across columns; see ``pointer``

    class Moved(Message):
        """The cursor is at another place, or its place or what is around it means something else now."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    class Selected(Message):
        """Text is selected, or no longer."""

        def __init__(self, selection: Selection | None) -> None:
            super().__init__()
            self.selection = selection

    class DoubleClicked(Message):
        """The sentence under the cursor was clicked on twice."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self.scene = Scene(articles)
        self._lines = LineRenderer(self.scene)
        self._rail = Rail(self.scene)
        self._pointer = Pointer(self)
        self._palette: Palette | None = None
        self._rows: LRUCache[object, Strip] = LRUCache(1024)
        self._fitted = (0, 0)

    @property
    def place(self) -> Place:
        """Where the cursor is."""
        return self.scene.place

    @property
    def marks(self) -> Marks | None:
        """The marks; None before the comparison is done."""
        return self.scene.accounts.marks

    @property
    def selection(self) -> Selection | None:
        """The selection made with the mouse."""
        return self._lines.selection

    # Changes

    def set_comparison(self, comparison: Comparison) -> None:
        """Show the marks; neither the text nor the cursor moves."""
        self.scene.set_marks(Marks(comparison))
        self.rearranged()

    def set_matches(self, matches: Mapping[tuple[int, int], Sequence[tuple[int, int]]]) -> None:
        """Highlight stretches of paragraphs, by source and paragraph."""
        self._lines.matches = matches
        self.rearranged()

    def set_remarks(self, remarks: Mapping[str, Remark]) -> None:
        """Show the reader's notes and tags, by the ids of paragraphs."""
        if remarks != self._lines.remarks:
            self._lines.remarks = remarks
            self.rearranged()

    @property
    def remark(self) -> str:
        """The notes and tags of the cursor's paragraph, in one line."""
        remark = self._lines.remarks.get(paragraph_id(self.place.source, self.place.paragraph))
        return remark.text if remark else ""

    def change(self, change: Callable[[Scene], object]) -> None:
        """Arrange the columns otherwise, and draw them so."""
        change(self.scene)
        self.rearranged()

    def select(self, selection: Selection | None) -> None:
        """Show a selection, or none any more."""
        if selection != self.selection:
            self._lines.selection = selection
            self.refresh()
            self.post_message(self.Selected(selection))

    def explain(self) -> None:
        """Ask for the evidence at the cursor, as a double click does."""
        self.post_message(self.DoubleClicked())

    def move(self, place: Place | None) -> None:
        """Put the cursor at ``place`` and bring it into sight; None is nowhere to go."""
        if place is None:
            return
        self.select(None)
        columns = self.scene.columns
        self.scene.move(place)
        if columns is self.scene.columns:
            self.changed()
        else:
            self.rearranged()

    def changed(self) -> None:
        """Draw the rows in sight, and tell that they may be others."""
        self.refresh()
        self.post_message(self.Moved(self.place))

    def rearranged(self) -> None:
        """Draw everything anew: the lines stand elsewhere, or look otherwise."""
        self._forget()
        self.changed()

    def _forget(self) -> None:
        self._lines.forget()
        self._rail.forget()
        self._rows.clear()

    def notify_style_update(self) -> None:
        """Forget the rows that are drawn in other colours."""
        super().notify_style_update()
        self._palette = None
        self._forget()

    def on_resize(self) -> None:
        """Wrap to the new width, keeping the place."""
        self._fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of ``crop``; a new size is painted before its event arrives, so look at it here too."""
        self._fit()
        self._dividers = Dividers(self.scene, self.palette)
        self._left = self.lefts[0]
        return super().render_lines(crop)

    def _fit(self) -> None:
        size = (self.size.width - 1, self.size.height - HEAD_ROWS)
        if size != self._fitted:
            self._fitted = size
            self.scene.resize(*size)
            self._forget()

    # Drawing

    @property
    def palette(self) -> Palette:
        """The styles of the theme of the moment."""
        if self._palette is None:
            app = self.app
            self._palette = Palette(self.rich_style, app.theme_variables, colourless=app.no_color)
        return self._palette

    @property
    def lefts(self) -> tuple[int, ...]:
        """Where each column on the screen begins; with room to spare they stand in the middle."""
        widths = self.scene.layout.widths
        spare = self.size.width - sum(widths) - len(widths)
        left = spare // 2 if spare > len(widths) else 0  # less is what no column could have
        return tuple(left + sum(widths[:n]) + n for n in range(len(widths)))

    def render_line(self, y: int) -> Strip:
        """One row of the screen: heads, or a line of each column with dividers between them, and the rail."""
        return self._head_row(y) if y < HEAD_ROWS else self._text_row(y - HEAD_ROWS)

    def _head_row(self, y: int) -> Strip:
        scene, palette = self.scene, self.palette
        drawn = head if y == 0 else underline
        blank = Segment(" ", palette.base)
        rows = []
        for column, width in zip(scene.columns, scene.layout.widths, strict=True):
            rows.append(Strip(drawn(scene, column, width, palette), width))
        return self._row(rows, [blank] * (len(rows) - 1), blank)

    def _text_row(self, row: int) -> Strip:
        """Draw a row, or take the very same strip as before: Textual has kept its own rendering of that."""
        columns, offsets, lines = self.scene.columns, self.scene.scroll.offsets, self._lines
        keys = tuple(lines.key(column, offsets[column.source] + row) for column in columns)
        dividers = self._dividers.row(row)
        rail = self._rail.row(row, lines.matches, self.palette)
        key = (keys, tuple(dividers), rail)
        strip = self._rows.get(key)
        if strip is None:
            drawn = [
                lines.draw(key, column, width, self.palette)
                for key, column, width in zip(keys, columns, self.scene.layout.widths, strict=True)
            ]
            strip = self._rows[key] = self._row(drawn, dividers, rail)
        return strip

    def _row(self, columns: Sequence[Strip], dividers: Sequence[Segment], rail: Segment) -> Strip:
        base, left = self.palette.base, self._left
        segments = [Segment(" " * left, base), *columns[0]]
        for divider, column in zip(dividers, columns[1:], strict=True):
            segments += [divider, *column]
        used = left + sum(self.scene.layout.widths) + len(dividers)
        segments += [Segment(" " * (self.size.width - 1 - used), base), rail]
        return Strip(segments, self.size.width)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Hand on to the pointer."""
        self._pointer.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Hand on to the pointer."""
        self._pointer.drag(event)

    def on_mouse_up(self) -> None:
        """Hand on to the pointer."""
        self._pointer.release()

    def on_click(self, event: events.Click) -> None:
        """Hand on to the pointer."""
        self._pointer.click(event)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Hand on to the pointer."""
        self._pointer.turn_wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Hand on to the pointer."""
        self._pointer.turn_wheel(event, -1)
