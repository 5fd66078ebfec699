"""The map's picture: sources as columns, paragraphs as cells, ribbons between those that report the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui import diagram
from tui.diagram import Cell, Ribbon
from tui.model import Comparison
from tui.widgets.looks import Palette, source_look
from tui.widgets.map_box import Box
from tui.widgets.map_layout import (
    DOUBLE_LINES,
    LIGHT_LINES,
    WORD_WIDTH,
    ColumnGrid,
    RibbonRows,
    Stack,
    draw,
    stacks,
)
from tui.widgets.painting import fill
from tui.widgets.wrapping import ellipsize

HEAD_ROWS = 1  # the names
WHEEL_PARAGRAPHS = 3  # how far a turn of the wheel goes
TIE_DOTS = "·" * 16  # in whichever directions a line goes


class StoryMap(Widget, can_focus=True):
    """Draws the map with a paragraph in focus; whoever moves the focus calls `go`.

    Paragraphs that report the same as the one in focus have double edges, and double lines between; dots
    lead to those that are weakly tied to it.

    Args:
        comparison: The comparison to draw.
        cell: The paragraph in focus at first; its source is shown.
        columns: The indices of the sources that are shown, from the left; by default all of them.
    """

    ALLOW_SELECT = False

    class Moved(Message):
        """Another paragraph is in focus."""

    class Chosen(Message):
        """The paragraph in focus was clicked on once more."""

    def __init__(
        self, comparison: Comparison, cell: Cell = (0, 0), columns: Sequence[int] | None = None
    ) -> None:
        super().__init__()
        self.cell = cell
        self._order = list(range(len(comparison.sources)) if columns is None else columns)
        self._top = self._first = 0
        self._strips: list[Strip] = []
        self._fitted: tuple[int, int] | None = None
        self.show(comparison)

    def show(self, comparison: Comparison) -> None:
        """Draw another comparison of the same articles."""
        self.comparison = comparison
        self.marks = diagram.marks(comparison)
        self._groups = diagram.groups(comparison)
        self._ribbons: dict[int, list[Ribbon]] = {}
        for ribbon in diagram.ribbons(comparison, self._order):
            self._ribbons.setdefault(ribbon.left[0], []).append(ribbon)
        self._ties = diagram.ties(comparison, self._order)
        self._words = [[_words(p.text) for p in s.paragraphs] for s in comparison.sources]
        self._fitted = None
        self.refresh()

    def partners(self) -> tuple[Cell, ...]:
        """The paragraphs of other sources that report what the one in focus does."""
        group = self._groups.get(self.cell, frozenset())
        return tuple(sorted(cell for cell in group if cell[0] != self.cell[0]))

    # Movement

    def go(self, cell: Cell) -> None:
        """Put a paragraph in focus and bring it into sight."""
        self.cell = cell
        self._strips = []
        self.refresh()
        self.post_message(self.Moved())

    def step(self, paragraphs: int) -> None:
        """Move the focus down the column by some paragraphs, or up if negative, at most to its end."""
        source, paragraph = self.cell
        last = len(self._words[source]) - 1
        self.go((source, min(max(0, paragraph + paragraphs), last)))

    def turn(self, pages: int) -> None:
        """Move the focus down the column by some screens, or up if negative."""
        source, paragraph = self.cell
        stack = self._stacks[source]
        self.go((source, stack.at(stack.anchors[paragraph] + pages * max(1, self._height - 1))))

    def cross(self, columns: int) -> None:
        """Move the focus to another column: to a paragraph that reports the same, else to the one level."""
        source, paragraph = self.cell
        place = self._order.index(source) + columns
        if 0 <= place < len(self._order):
            other = self._order[place]
            same = [number for index, number in self.partners() if index == other]
            level = self._stacks[other].at(self._stacks[source].anchors[paragraph])
            self.go((other, same[0] if same else level))

    def on_click(self, event: events.Click) -> None:
        """Put the paragraph under the mouse in focus; choose it if it is already."""
        seen = self._columns.at(event.x)
        if seen is None or event.y < HEAD_ROWS or self._first + seen >= len(self._order):
            return
        source = self._order[self._first + seen]
        stack = self._stacks[source]
        row = event.y - HEAD_ROWS + self._top
        if row >= stack.height:
            return
        cell = (source, stack.at(row))
        if cell == self.cell:
            self.post_message(self.Chosen())
        self.go(cell)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the focus down."""
        event.stop()
        self.step(WHEEL_PARAGRAPHS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the focus up."""
        event.stop()
        self.step(-WHEEL_PARAGRAPHS)

    # Layout

    @property
    def _height(self) -> int:
        return max(1, self.size.height - HEAD_ROWS)

    def seen(self) -> list[int]:
        """The sources that are seen, from the left."""
        self._fit()
        return self._order[self._first : self._first + self._columns.seen]

    def _fit(self) -> None:
        if self._fitted != (self.size.width, self.size.height):
            self._fitted = (self.size.width, self.size.height)
            self._columns = ColumnGrid.fit(len(self._order), self.size.width)
            words = [self._words[source] for source in self._order]
            heights = stacks(words, self._height, self._columns.width - 4)
            self._stacks: dict[int, Stack] = dict(zip(self._order, heights, strict=True))
            self._strips = []
        source, paragraph = self.cell
        place, seen = self._order.index(source), self._columns.seen
        self._first = min(max(self._first, place - seen + 1), place, len(self._order) - seen)
        rows = self._stacks[source].rows(paragraph)
        lowest = max(0, max(stack.height for stack in self._stacks.values()) - self._height)
        self._top = min(max(self._top, rows.stop - self._height), rows.start, lowest)

    def notify_style_update(self) -> None:
        """Forget the rows that are drawn in other colours."""
        super().notify_style_update()
        self._strips = []

    # Drawing

    def render_line(self, y: int) -> Strip:
        """A row of the picture."""
        self._fit()
        if not self._strips:
            variables, colourless = self.app.theme_variables, self.app.no_color
            self._look = Palette(self.rich_style, variables, colourless=colourless)
            self._strips = list(self._draw())
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def _draw(self) -> Iterator[Strip]:
        seen = self.seen()
        yield self._joined([self._head(source) for source in seen], [[]] * (len(seen) - 1))
        cells = [self._column(source) for source in seen]
        gutters = [self._gutter(source) for source in seen[:-1]]
        for row in range(self._height):
            between = [gutter.get(row, []) for gutter in gutters]
            yield self._joined([column.get(row, []) for column in cells], between)

    def _joined(self, cells: list[list[Segment]], gutters: list[list[Segment]]) -> Strip:
        """Cells and gutters in turn, each filled up to its width."""
        base, columns = self._look(), self._columns
        line: list[Segment] = []
        for index, cell in enumerate(cells):
            line += fill(cell, columns.width, base)
            if index < len(gutters):
                line += fill(gutters[index], columns.gutter, base)
        return Strip(line).adjust_cell_length(self.size.width, base)

    def _head(self, source: int) -> list[Segment]:
        one, colour = self.comparison.sources[source], source_look(source)
        focused = ("focused",) if source == self.cell[0] else ()
        room = self._columns.width - len(one.key) - 3
        name = ellipsize(one.article.name, room)
        letter = Segment(f" {one.key} ", self._look(colour, "letter"))
        return [letter, Segment(" ", self._look()), Segment(name, self._look(colour, "name", *focused))]

    def _column(self, source: int) -> dict[int, list[Segment]]:
        """The rows of a column that are seen, by their place on the screen."""
        stack = self._stacks[source]
        found: dict[int, list[Segment]] = {}
        if self._top < stack.height:
            for paragraph in range(stack.at(self._top), stack.at(self._top + self._height - 1) + 1):
                rows = stack.rows(paragraph)
                lines = self._box((source, paragraph)).lines(self._columns.width, len(rows), self._look)
                found.update(zip((row - self._top for row in rows), lines, strict=True))
        return found

    def _box(self, cell: Cell) -> Box:
        source, number = cell
        return Box(
            f"¶{number + 1}",
            self.marks.get(cell, ""),
            self.comparison.sources[source].paragraphs[number].text,
            source_look(source),
            here=cell == self.cell,
            bound=cell == self.cell or cell in self._groups.get(self.cell, ()),
        )

    def _gutter(self, source: int) -> dict[int, list[Segment]]:
        """The rows between a column and the next one: all ribbons, over them those of the focus."""
        width = self._columns.gutter
        bound = self._groups.get(self.cell, frozenset())
        own: list[RibbonRows] = []
        others: list[RibbonRows] = []
        for line, cell in self._in_sight(source, self._ribbons.get(source, ())):
            (own if cell in bound else others).append(line)
        place = self._order.index
        tied = (
            sorted((self.cell, other), key=lambda cell: place(cell[0]))
            for other in self._ties.get(self.cell, ())
        )
        ties = [Ribbon(left, right, 0.0) for left, right in tied if left[0] == source]
        weak = [line for line, _ in self._in_sight(source, ties)]
        found: dict[int, list[Segment]] = {}
        layers = (
            (others, LIGHT_LINES, self._look("rule")),
            (weak, TIE_DOTS, self._look("partial")),
            (own, DOUBLE_LINES, self._look(source_look(self.cell[0]), "name")),
        )
        for lines, glyphs, style in layers:
            for (row, x), directions in draw(lines, width, self._height).items():
                segments = found.setdefault(row, [Segment(" ", self._look())] * width)
                segments[x] = Segment(glyphs[directions], style)
        return found

    def _in_sight(self, source: int, ribbons: Sequence[Ribbon]) -> Iterator[tuple[RibbonRows, Cell]]:
        """The ribbons of a gutter that cross the screen, as rows of it, and the paragraphs on their left.

        What lies beyond the screen is cut off at its edge.
        """
        left, top, height = self._stacks[source].anchors, self._top, self._height
        for ribbon in ribbons:
            right = self._stacks[ribbon.right[0]].anchors
            start, end = left[ribbon.left[1]] - top, right[ribbon.right[1]] - top
            if (start >= 0 or end >= 0) and (start < height or end < height):
                yield (min(max(-1, start), height), min(max(-1, end), height)), ribbon.left


def _words(text: str) -> int:
    """The number of words a text takes the room of, at least 1; there are scripts without blanks."""
    return max(1, len(text.split()), cell_len(text) // WORD_WIDTH)
