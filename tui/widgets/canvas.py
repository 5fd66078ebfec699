"""The canvas: all texts side by side, drawn line by line.

One widget draws all columns, so rows align by construction and only what is visible is drawn. It is no scroll
view, since each column has an offset of its own (see ``scrolling``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.ids import paragraph_id
from tui.model import Article, Comparison
from tui.widgets.cells import Cells
from tui.widgets.frame import Frame
from tui.widgets.heads import HEAD, head, underline
from tui.widgets.looks import Palette, source_look
from tui.widgets.marks import Mark, Marks, Place
from tui.widgets.pointer import Pointer
from tui.widgets.rail import MATCH, rail, rows_with_matches
from tui.widgets.scene import Scene

if TYPE_CHECKING:
    from tui.widgets.remarks import Remark
    from tui.widgets.selection import Selection


class Canvas(Pointer, Widget):
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

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self.articles = articles
        self.scene = Scene(articles)
        self._cells = Cells(self.scene)
        self._palette: Palette | None = None
        self._rails: dict[int, tuple[list[Mark], frozenset[int]]] = {}
        self._rows: LRUCache[object, Strip] = LRUCache(1024)
        self._fitted = (0, 0)

    @property
    def place(self) -> Place:
        """Where the cursor is."""
        return self.scene.place

    @property
    def marks(self) -> Marks | None:
        """What is marked; None before the comparison is done."""
        return self.scene.marks

    @property
    def selection(self) -> Selection | None:
        """What is selected with the mouse."""
        return self._cells.selection

    # What changes

    def set_comparison(self, comparison: Comparison) -> None:
        """Show the marks; neither the text nor the cursor moves."""
        self.scene.set_marks(Marks(comparison))
        self.rearranged()

    def set_matches(self, matches: Mapping[tuple[int, int], Sequence[tuple[int, int]]]) -> None:
        """Highlight stretches of paragraphs, by source and paragraph."""
        self._cells.matches = matches
        self.rearranged()

    def set_remarks(self, remarks: Mapping[str, Remark]) -> None:
        """Show what the reader wrote, by the ids of paragraphs."""
        if remarks != self._cells.remarks:
            self._cells.remarks = remarks
            self.rearranged()

    @property
    def remark(self) -> str:
        """What the reader wrote beside the cursor's paragraph, in one line."""
        remark = self._cells.remarks.get(paragraph_id(self.place.source, self.place.paragraph))
        return remark.text if remark else ""

    def change(self, change: Callable[[Scene], object]) -> None:
        """Arrange the columns otherwise, and draw them so."""
        change(self.scene)
        self.rearranged()

    def select(self, selection: Selection | None) -> None:
        """Show what is selected with the mouse."""
        if selection != self.selection:
            self._cells.selection = selection
            self.refresh()
            self.post_message(self.Selected(selection))

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
        """Draw what is in sight, and tell that it may be something else."""
        self.refresh()
        self.post_message(self.Moved(self.place))

    def rearranged(self) -> None:
        """Draw everything anew: the lines stand elsewhere, or look otherwise."""
        self._forget()
        self.changed()

    def _forget(self) -> None:
        self._cells.forget()
        self._rows.clear()
        self._rails.clear()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._palette = None
        self._forget()

    def on_resize(self) -> None:
        """Wrap to the new width, keeping the place."""
        self._fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of ``crop``; a new size is painted before its event arrives, so look at it here too."""
        self._fit()
        self._frame = Frame(self.scene, self.palette, self.lefts)
        return super().render_lines(crop)

    def _fit(self) -> None:
        size = (self.size.width - 1, self.size.height - HEAD)
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
        scene = self.scene
        spare = self.size.width - sum(scene.widths) - len(scene.widths)
        left = spare // 2 if spare > len(scene.widths) else 0  # less is what no column could have
        return tuple(left + sum(scene.widths[:n]) + n for n in range(len(scene.widths)))

    def render_line(self, y: int) -> Strip:
        """One row of the screen: heads, or a line of each column with gutters between them, and the rail."""
        return self._head_row(y) if y < HEAD else self._text_row(y - HEAD)

    def _head_row(self, y: int) -> Strip:
        scene, palette = self.scene, self.palette
        drawn = head if y == 0 else underline
        blank = Segment(" ", palette.base)
        rows = []
        for column, width in zip(scene.columns, scene.widths, strict=True):
            rows.append(Strip(drawn(scene, column, width, palette), width))
        return self._row(rows, [blank] * (len(rows) - 1), blank)

    def _text_row(self, row: int) -> Strip:
        """A row out of the cache where it would be the same: Textual has kept what it made of that one."""
        scene, cells = self.scene, self._cells
        keys = tuple(cells.key(column, scene.offsets[column.source] + row) for column in scene.columns)
        gutters = [self._between(index, row) for index in range(1, len(keys))]
        rail = self._rail(row)
        key = (keys, tuple(gutters), rail)
        strip = self._rows.get(key)
        if strip is None:
            drawn = [
                cells.draw(key, column, width, self.palette)
                for key, column, width in zip(keys, scene.columns, scene.widths, strict=True)
            ]
            strip = self._rows[key] = self._row(drawn, gutters, rail)
        return strip

    def _row(self, columns: Sequence[Strip], gutters: Sequence[Segment], rail: Segment) -> Strip:
        base, left = self.palette.base, self._frame.lefts[0]
        segments = [Segment(" " * left, base), *columns[0]]
        for gutter, column in zip(gutters, columns[1:], strict=True):
            segments += [gutter, *column]
        used = left + sum(self.scene.widths) + len(gutters)
        segments += [Segment(" " * (self.size.width - 1 - used), base), rail]
        return Strip(segments, self.size.width)

    def _between(self, index: int, row: int) -> Segment:
        """The gutter to the left of a column: a rule, or a ribbon where a counterpart is level."""
        frame = self._frame
        ribbon = frame.ribbons[index - 1].get(row)
        return ribbon or (frame.dashes if row in frame.labels else frame.rule)

    def _rail(self, row: int) -> Segment:
        """A row of the rail: the match or mark that lies there, and whether that part is in sight."""
        palette, scene, column = self.palette, self.scene, self.scene.current
        if column.source not in self._rails:
            columns = scene.columns if scene.aligned else [column]
            found = rows_with_matches(columns, self._cells.matches, scene.height)
            self._rails[column.source] = rail(columns, self.marks, scene.height), found
        marks, matches = self._rails[column.source]
        here = row * max(column.height, scene.height) // scene.height
        top = scene.offsets[column.source]
        in_sight = column.height > scene.height and top <= here < top + scene.height
        mark = marks[min(row, len(marks) - 1)]
        unique = "alone" if scene.aligned else source_look(column.source)
        kind = {Mark.CONFLICT: "conflict-glyph", Mark.UNIQUE: unique}.get(mark, "rule")
        if row in matches:
            return Segment(MATCH, palette(*(["thumb"] if in_sight else []), "match-tick"))
        style = palette("thumb", kind) if in_sight and mark else palette("thumb" if in_sight else kind)
        return Segment(mark.glyph if mark else "│", style)
