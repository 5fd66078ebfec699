"""The canvas: all texts side by side, drawn line by line.

One widget draws all columns, so rows align by construction and only what is visible is drawn. It is no scroll
view, since each column has an offset of its own (see ``scene``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.export.wording import CAUTIONS
from tui.model import Article, Comparison
from tui.widgets import layout, looks
from tui.widgets.layout import GAP, HEADING, Block, Column
from tui.widgets.looks import source_look
from tui.widgets.marks import Mark, Marks, Place
from tui.widgets.painting import Layer, fill, paint, spread
from tui.widgets.rail import rail
from tui.widgets.scene import Scene, View

HEAD = 2
"""Rows of the column heads."""
WHEEL = 3
"""Rows a turn of the wheel scrolls."""


class Canvas(Widget):
    """Draws the texts with their marks and the cursor.

    Args:
        articles: at least one account, as cleaned text.
    """

    ALLOW_SELECT = False

    class Moved(Message):
        """The cursor is at another place, or its place means something else now."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self.articles = articles
        self.scene = Scene(articles)
        self._matches: Mapping[tuple[int, int], Sequence[tuple[int, int]]] = {}
        self._strips: LRUCache[tuple[int, int, Place | bool | None], Strip] = LRUCache(2048)
        self._styles: dict[str, Style] = {}
        self._rails: dict[int, list[Mark]] = {}
        self._fitted = (0, 0)

    @property
    def place(self) -> Place:
        """Where the cursor is."""
        return self.scene.place

    @property
    def marks(self) -> Marks | None:
        """What is marked; None before the comparison is done."""
        return self.scene.marks

    # What changes

    def set_comparison(self, comparison: Comparison) -> None:
        """Show the marks; neither the text nor the cursor moves."""
        self.scene.set_marks(Marks(comparison))
        self._redraw()

    def set_matches(self, matches: Mapping[tuple[int, int], Sequence[tuple[int, int]]]) -> None:
        """Highlight stretches of paragraphs, by source and paragraph."""
        self._matches = matches
        self._redraw()

    def set_view(self, view: View) -> None:
        """Show the texts in their own order, or in rows of matched paragraphs."""
        self.scene.set_view(view)
        self._redraw()

    def set_zoomed(self, zoomed: bool) -> None:
        """Show the cursor's column alone, or all of them."""
        self.scene.set_zoomed(zoomed)
        self._redraw()

    def set_hidden(self, hidden: frozenset[int]) -> None:
        """Leave sources out."""
        self.scene.set_hidden(hidden)
        self._redraw()

    def move(self, place: Place | None) -> None:
        """Put the cursor at ``place`` and bring it into sight; None is nowhere to go."""
        if place is None:
            return
        columns = self.scene.columns
        self.scene.move(place)
        if columns is self.scene.columns:
            self._changed()
        else:
            self._redraw()

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Moved(self.place))

    def _redraw(self) -> None:
        self._strips.clear()
        self._rails.clear()
        self._changed()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._styles = {}
        self._strips.clear()

    # Events

    def on_resize(self) -> None:
        """Wrap to the new width, keeping the place."""
        self._fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of ``crop``; a new size is painted before its event arrives, so look at it here too."""
        self._fit()
        return super().render_lines(crop)

    def _fit(self) -> None:
        size = (self.size.width - 1, self.size.height - HEAD)
        if size != self._fitted:
            self._fitted = size
            self.scene.resize(*size)
            self._strips.clear()
            self._rails.clear()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; on a head, go to its column; on the rail, scroll there."""
        scene = self.scene
        if event.x >= self.size.width - 1:
            row = (event.y - HEAD) * max(scene.current.height, scene.height) // scene.height
            self._scroll(row - scene.height // 2 - scene.offsets[self.place.source])
            return
        index, cell = divmod(event.x - self._left, scene.width + 1)
        if not 0 <= index < len(scene.columns):
            return
        column = scene.columns[index]
        if event.y < HEAD:
            self.move(scene.level(column.source))
            return
        found = column.at(scene.offsets[column.source] + event.y - HEAD)
        if found and found[0].number >= 0:
            block, row = found
            offset = layout.offset_at(block.text, block.lines[row], max(0, cell - scene.gutter))
            self.move(scene.place_at(column.source, block.number, offset))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self._scroll(-WHEEL)

    def _scroll(self, rows: int) -> None:
        self.scene.scroll(rows)
        self.refresh()

    # Drawing

    def _style(self, *names: str) -> Style:
        """The widget's own style and, over it, the named looks."""
        style = self._styles.get("")
        if style is None:
            style = self._styles[""] = self.rich_style
        for name in names:
            style += self._over(name)
        return style

    def _over(self, name: str) -> Style:
        """A look with nothing under it."""
        if name not in self._styles:
            app = self.app
            self._styles[name] = looks.style(name, app.theme_variables, colourless=app.no_color)
        return self._styles[name]

    @property
    def _left(self) -> int:
        """Blank cells before the columns: one that is alone stands in the middle."""
        scene = self.scene
        return (self.size.width - 1 - scene.width) // 2 if len(scene.columns) == 1 else 0

    def render_line(self, y: int) -> Strip:
        """One row of the screen: heads, or a line of each column with gutters between them, and the rail."""
        base = self._style()
        segments = [Segment(" " * self._left, base)]
        for index, column in enumerate(self.scene.columns):
            if index:
                segments.append(self._between(index, y - HEAD))
            if y == 0:
                segments += self._head(column)
            elif y < HEAD:
                segments += self._underline(column)
            else:
                segments += self._cell(column, self.scene.offsets[column.source] + y - HEAD)
        used = self._left + len(self.scene.columns) * (self.scene.width + 1) - 1
        segments.append(Segment(" " * (self.size.width - 1 - used), base))
        segments.append(self._rail_segment(y - HEAD))
        return Strip(segments, self.size.width)

    def _head(self, column: Column) -> list[Segment]:
        """Letter, name, headline and cautions of a source."""
        article, width, colour = self.articles[column.source], self.scene.width, source_look(column.source)
        focused = ("focused",) if column.source == self.place.source else ()
        letter = Segment(f" {self.scene.keys[column.source]} ", self._style(colour, "letter"))
        cautions = dict.fromkeys(CAUTIONS.get(caution.kind, caution.kind) for caution in article.warnings)
        caution = "".join(f" ⚠ {label}" for label in cautions)
        caution = layout.ellipsize(caution, width // 2)
        room = width - cell_len(letter.text) - cell_len(caution) - 3
        name = layout.ellipsize(article.name, room)
        room -= cell_len(name) + 3
        left = [letter, Segment(" ", self._style()), Segment(name, self._style(colour, "name", *focused))]
        if article.title and room > 10:
            left.append(Segment(f" · {layout.ellipsize(article.title, room)}", self._style("quiet")))
        right = [Segment(f"{caution} ", self._style("caution"))] if caution else []
        return spread(left, right, width, Segment(" ", self._style()))

    def _underline(self, column: Column) -> list[Segment]:
        """The rule under a head: the place, or what this source has of it, and the columns out of sight."""
        scene, colour = self.scene, source_look(column.source)
        left, right = scene.beside
        before = f" ‹ {' '.join(scene.keys[s] for s in left)} " if left and column is scene.columns[0] else ""
        after = (
            f" {' '.join(scene.keys[s] for s in right)} › " if right and column is scene.columns[-1] else ""
        )
        rule = Segment("━" if column.source == self.place.source else "─", self._style(colour))
        room = scene.width - cell_len(before) - cell_len(after) - 5
        note = layout.ellipsize(self._note(column.source), room)
        start = [rule, Segment(before, self._style(colour, "name")), rule]
        if note:
            start.append(Segment(f" {note} ", self._style("quiet")))
        return spread(start, [Segment(after, self._style(colour, "name")), rule], scene.width, rule)

    def _note(self, source: int) -> str:
        here = f"{self.scene.keys[self.place.source]} ¶{self.place.paragraph + 1}"
        if source == self.place.source:
            return f"¶{self.place.paragraph + 1} of {len(self.articles[source].paragraphs)}"
        if self.marks is None:
            return ""
        found = self.scene.counterparts().get(source)
        if not found:
            return f"does not report {here}"
        numbers = ", ".join(f"¶{paragraph + 1}" for paragraph in found)
        return f"{numbers} {'report' if found[1:] else 'reports'} {here}"

    def _between(self, index: int, row: int) -> Segment:
        """The gutter to the left of a column: a rule; in the cursor's row, where the counterpart stands."""
        if row < 0:
            return Segment(" ", self._style())
        scene = self.scene
        here = scene.columns.index(scene.current)
        other = scene.columns[index if here < index else index - 1]
        paragraphs = scene.counterparts().get(other.source)
        if row != scene.link_row() or not paragraphs:
            return Segment("│", self._style("rule"))
        rows = [block.top - scene.offsets[other.source] for p in paragraphs if (block := other.paragraph(p))]
        glyph = "─" if row in rows else "↑" if rows[0] < row else "↓"
        return Segment(glyph, self._style(source_look(other.source), "name"))

    def _cell(self, column: Column, row: int) -> Strip:
        """A column's part of a row, out of the cache where it would be drawn the same."""
        found = column.at(row)
        key = (column.source, row, self._state(column.source, found[0]) if found else None)
        strip = self._strips.get(key)
        if strip is None:
            strip = Strip(self._draw(column, row, found), self.scene.width)
            self._strips[key] = strip
        return strip

    def _state(self, source: int, block: Block) -> Place | bool:
        """What about the cursor changes how a block is drawn: its place in it, or being reported by it."""
        if self.place[:2] == (source, block.number):
            return self.place
        return block.number in self.scene.counterparts().get(source, ())

    def _draw(self, column: Column, row: int, found: tuple[Block, int] | None) -> list[Segment]:
        scene, base = self.scene, self._style()
        if found is None:
            return [Segment(("┄" if row in column.rules else " ") * scene.width, self._style("rule"))]
        block, inside = found
        if block.number == GAP:
            return self._draw_gap(column.source, inside)
        room = scene.width - scene.gutter
        if block.number == HEADING:
            parts = self._heading_layers(column.source, block.text)
            return [
                Segment(" " * scene.gutter, base),
                *paint(block.text, block.lines[inside], base, parts, room),
            ]
        layers = self._layers(column.source, block.number)
        gutter = self._draw_gutter(column.source, block, inside)
        return [*gutter, *paint(block.text, block.lines[inside], base, layers, room)]

    def _draw_gap(self, source: int, inside: int) -> list[Segment]:
        scene = self.scene
        note = layout.ellipsize(f"— {scene.keys[source]} does not report this —", scene.text_width)
        hatch = Segment("╱" * scene.text_width, self._style("gap"))
        cell = hatch if inside else Segment(note, self._style("quiet"))
        return fill([Segment(" " * scene.gutter, self._style()), cell], scene.width, self._style())

    def _heading_layers(self, source: int, heading: str) -> list[Layer]:
        title = len(self.articles[source].title or "")
        cautions = heading.find("⚠", title)
        layers: list[Layer] = [(0, title, self._over("heading")), (title, len(heading), self._over("quiet"))]
        return [*layers, (cautions, len(heading), self._over("caution"))] if cautions >= 0 else layers

    def _layers(self, source: int, paragraph: int) -> list[Layer]:
        """The styles of a paragraph's characters, from the undermost to the topmost."""
        spans = self.marks.spans(source, paragraph) if self.marks else ()
        here = self.place[:2] == (source, paragraph)
        layers: list[Layer] = [
            (span.start, span.end, self._over(span.mark.name.lower()))
            for span in spans
            if Mark.NONE < span.mark < Mark.UNIQUE
        ]
        if here:
            layers.append((*self.scene.stretch(self.place), self._over("cursor")))
        unique = self._over(source_look(source)) + self._over("unique")
        layers += [(span.start, span.end, unique) for span in spans if span.mark is Mark.UNIQUE]
        conflict = self._over("conflict")
        layers += [(span.start, span.end, conflict) for span in spans if span.mark is Mark.CONFLICT]
        layers += [
            (start, end, self._over("match")) for start, end in self._matches.get((source, paragraph), ())
        ]
        if here and self.place.span:
            layers.append((*self.place.span, self._over("span")))
        return layers

    def _draw_gutter(self, source: int, block: Block, inside: int) -> list[Segment]:
        """The bar of the cursor or of a counterpart, the paragraph's number, the line's mark."""
        colour = source_look(source)
        start, end = block.lines[inside]
        bar = " "
        if self.place[:2] == (source, block.number):
            first, last = self.scene.stretch(self.place)
            bar = "▌" if first < end and last > start else " "
        elif block.number in self.scene.counterparts().get(source, ()):
            bar = "▏"
        number = f"¶{block.number + 1}" if inside == 0 else ""
        mark = self._line_mark(source, block.number, start, end)
        kind = {Mark.CONFLICT: "conflict-glyph", Mark.UNIQUE: colour}.get(mark, "quiet")
        return [
            Segment(bar, self._style(colour)),
            Segment(f"{number:<{self.scene.number}} ", self._style("quiet" if bar == " " else colour)),
            Segment(f"{mark.glyph} ", self._style(kind)),
        ]

    def _line_mark(self, source: int, paragraph: int, start: int, end: int) -> Mark:
        """The most important mark that begins in a line; a conflict also marks the lines it goes on in."""
        spans = self.marks.spans(source, paragraph) if self.marks else ()
        return max(
            (
                span.mark
                for span in spans
                if start <= span.start < end
                or (span.mark is Mark.CONFLICT and span.start < end and span.end > start)
            ),
            default=Mark.NONE,
        )

    def _rail_segment(self, row: int) -> Segment:
        """A row of the rail: the mark that lies there, and whether that part of the column is in sight."""
        scene = self.scene
        if row < 0 or not scene.columns:
            return Segment(" ", self._style())
        column = scene.current
        marks = self._rails.get(column.source)
        if marks is None:
            columns = scene.columns if scene.view == "aligned" else [column]
            marks = self._rails[column.source] = rail(columns, self.marks, scene.height)
        here = row * max(column.height, scene.height) // scene.height
        top = scene.offsets[column.source]
        in_sight = column.height > scene.height and top <= here < top + scene.height
        mark = marks[min(row, len(marks) - 1)]
        unique = "alone" if scene.view == "aligned" else source_look(column.source)
        kind = {Mark.CONFLICT: "conflict-glyph", Mark.UNIQUE: unique}.get(mark, "rule")
        style = (
            self._style("thumb", kind) if in_sight and mark else self._style("thumb" if in_sight else kind)
        )
        return Segment(mark.glyph if mark else "│", style)
