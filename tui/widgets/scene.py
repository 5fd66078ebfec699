"""What the canvas shows and where the cursor can go, as plain numbers.

Each column has an offset of its own, the row of it that is uppermost on the screen. In the reading view the
columns slide against each other, also beyond their ends, so that what reports the cursor's paragraph stands
level with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from tui.model import Article, source_key
from tui.widgets import layout
from tui.widgets.layout import GAP, Column, Text, Wrapper
from tui.widgets.marks import Marks, Place

SMALLEST = 34
"""Cells a column needs for another one to be set beside it."""
WIDEST = 100
"""Cells beyond which a line is tiring to read."""

View = Literal["reading", "aligned"]


def _heading(article: Article) -> str:
    parts = (article.title, article.date, *(f"⚠ {caution.message}" for caution in article.warnings))
    return "\n".join(part for part in parts if part)


class Scene:
    """The state of the canvas.

    Args:
        articles: at least one, each with at least one paragraph.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.keys = tuple(source_key(index) for index in range(len(articles)))
        self.marks: Marks | None = None
        self.place = Place(0, 0)
        self.view: View = "reading"
        self.zoomed = False
        self.hidden: frozenset[int] = frozenset()
        self.columns: tuple[Column, ...] = ()
        self.offsets = [0] * len(articles)
        self.width = SMALLEST
        """Cells of a column, its gutter included."""
        self.height = 1
        """Rows of text on the screen."""
        self.number = len(str(max(len(article.paragraphs) for article in articles))) + 1
        """Cells of a paragraph's number."""
        self.gutter = self.number + 4
        """Cells before the text: the cursor's bar, the number, the mark, blanks."""
        self._total = 0
        self._aligned: dict[tuple[tuple[int, ...], int], tuple[Column, ...]] = {}
        self._wrapper = Wrapper([Text(_heading(article), article.paragraphs) for article in articles])

    @property
    def text_width(self) -> int:
        """Cells of a line of text."""
        return max(1, self.width - self.gutter - 1)  # a blank before the rule

    @property
    def shown(self) -> list[int]:
        """The sources that are not hidden, or the one that is zoomed."""
        return [self.place.source] if self.zoomed else self.unhidden

    @property
    def unhidden(self) -> list[int]:
        """The sources that are not hidden."""
        return [source for source in range(len(self.articles)) if source not in self.hidden]

    @property
    def beside(self) -> tuple[list[int], list[int]]:
        """The sources that are shown but did not fit: to the left and to the right of those on the screen."""
        first, last = self.columns[0].source, self.columns[-1].source
        return [s for s in self.shown if s < first], [s for s in self.shown if s > last]

    def spans(self, source: int, paragraph: int) -> Sequence[tuple[int, int]]:
        """The offsets of a paragraph's sentences; before there are any, the paragraph's as one."""
        sentences = self.marks.sentences(source, paragraph) if self.marks else ()
        whole = (0, len(self.articles[source].paragraphs[paragraph]))
        return [(sentence.start, sentence.end) for sentence in sentences] or [whole]

    def stretch(self, place: Place) -> tuple[int, int]:
        """The offsets of the sentence at ``place``."""
        spans = self.spans(place.source, place.paragraph)
        return spans[min(place.sentence, len(spans) - 1)]

    def place_at(self, source: int, paragraph: int, offset: int) -> Place:
        """The place of the sentence that a character of a paragraph is in, or that follows it."""
        spans = self.spans(source, paragraph)
        sentence = next((number for number, (_, end) in enumerate(spans) if offset < end), len(spans) - 1)
        return Place(source, paragraph, sentence)

    def column(self, source: int) -> Column | None:
        """A source's column, if it is on the screen."""
        return next((column for column in self.columns if column.source == source), None)

    @property
    def current(self) -> Column:
        """The column the cursor is in; it is always on the screen."""
        return next(column for column in self.columns if column.source == self.place.source)

    def counterparts(self) -> Mapping[int, tuple[int, ...]]:
        """The paragraphs of other sources that report what the cursor's paragraph does, by source."""
        return self.marks.counterparts(self.place.source, self.place.paragraph) if self.marks else {}

    def link_row(self) -> int:
        """The screen row of counterparts that are level: the first one of the cursor's paragraph in sight."""
        block = self.current.paragraph(self.place.paragraph)
        return max(0, block.top - self.offsets[self.place.source]) if block else 0

    # What changes

    def set_marks(self, marks: Marks) -> None:
        """Know what is marked; neither the text nor the cursor moves, but for a cut into sentences."""
        self.marks = marks
        self._aligned.clear()

    def resize(self, total: int, height: int) -> None:
        """Take ``total`` cells and ``height`` rows, keeping the place."""
        self._total, self.height = max(1, total), max(1, height)
        self.arrange()

    def set_view(self, view: View) -> None:
        """Show the texts in their own order, or in rows of matched paragraphs (where there are marks)."""
        self.view = view
        self.arrange()

    def set_zoomed(self, zoomed: bool) -> None:
        """Show the cursor's column alone, or all of them."""
        self.zoomed = zoomed
        self.arrange()

    def set_hidden(self, hidden: frozenset[int]) -> None:
        """Leave sources out; if the cursor stands in one of them, it goes to the nearest that is left."""
        self.zoomed, self.hidden = False, hidden
        if self.place.source in hidden:
            self.place = self.level(min(self.unhidden, key=lambda source: abs(source - self.place.source)))
        self.arrange()

    def move(self, place: Place) -> None:
        """Put the cursor at ``place`` and bring it into sight."""
        self.place = place
        self.hidden -= {place.source}
        if self.column(place.source) is None:
            self.arrange()
        else:
            self._reveal()

    def scroll(self, rows: int) -> None:
        """Scroll all columns together, the cursor staying where it is in the text."""
        offset = self.offsets[self.place.source]
        lowest, highest = min(0, offset), max(self.current.height - self.height, offset, 0)
        change = min(max(offset + rows, lowest), highest) - offset
        self.offsets = [offset + change for offset in self.offsets]

    def arrange(self) -> None:
        """Lay the columns out anew, keeping the line of the cursor where it is on the screen."""
        anchors = {column.source: self._anchor(column) for column in self.columns}
        old = self.column(self.place.source)
        row = self._cursor_row(old) if old else -1
        first = self.columns[0].source if self.columns else 0
        sources, self.width = layout.window(
            self.shown, self.place.source, first, self._total, SMALLEST, WIDEST, gap=1
        )
        if self.view == "aligned" and self.marks:
            self.columns = self._aligned_columns(sources, self.marks)
        else:
            self.columns = tuple(self._wrapper.column(source, self.text_width) for source in sources)
        for column in self.columns:
            self._restore(column, anchors.get(column.source))
        if 0 <= row < self.height:
            self.offsets[self.place.source] += self._cursor_row(self.current) - row
        self._reveal()

    def _aligned_columns(self, sources: tuple[int, ...], marks: Marks) -> tuple[Column, ...]:
        key = (sources, self.text_width)
        if key not in self._aligned:
            order = [sources[0], *(s for s in range(len(self.articles)) if s != sources[0])]
            rows = layout.row_order(marks.comparison.groups, self.keys, order)
            self._aligned[key] = layout.aligned(self._wrapper, sources, self.text_width, rows)
        return self._aligned[key]

    def _anchor(self, column: Column) -> tuple[int, int] | None:
        """The block uppermost on the screen and how many of its rows are above."""
        offset = self.offsets[column.source]
        blocks = (b for b in column.blocks if b.number != GAP and b.top + b.height > offset)
        block = next(blocks, None)
        return (block.number, offset - block.top) if block else None

    def _restore(self, column: Column, anchor: tuple[int, int] | None) -> None:
        if anchor is not None:
            block = next((b for b in column.blocks if b.number == anchor[0]), None)
            if block is not None:
                self.offsets[column.source] = block.top + min(anchor[1], block.height)

    def _cursor_row(self, column: Column) -> int:
        first, _ = column.rows_of(self.place.paragraph, *self.stretch(self.place))
        return first - self.offsets[column.source]

    def _reveal(self) -> None:
        """Scroll so that the cursor is in sight, and slide the other columns level with it."""
        place, column = self.place, self.current
        first, last = column.rows_of(place.paragraph, *(place.span or self.stretch(place)))
        before = self.offsets[place.source]
        offset = before
        if first < offset - self.height or last >= offset + 2 * self.height:
            offset = first - self.height // 3  # a leap: show what is around it
        margin = 1 if self.height > 4 else 0
        offset = max(offset, last + margin - self.height + 1)
        offset = min(offset, first - margin)
        if first < self.height and place.paragraph == place.sentence == 0:
            offset = min(offset, 0)  # the headline above the first sentence
        offset = max(offset, min(0, before))
        self.offsets[place.source] = offset
        if self.view == "aligned":
            self.offsets = [offset] * len(self.offsets)
        else:
            self._slide()

    def _slide(self) -> None:
        row = self.link_row()
        for other, paragraphs in self.counterparts().items():
            block = self._wrapper.column(other, self.text_width).paragraph(paragraphs[0])
            if block is not None:
                self.offsets[other] = block.top - row

    # Where the cursor can go

    def sentence_beside(self, step: int) -> Place | None:
        """The place one sentence on (1) or back (-1) in the cursor's column; None at its end."""
        place = self.place._replace(span=None)
        number = self.place.sentence + step
        if 0 <= number < len(self.spans(place.source, place.paragraph)):
            return place._replace(sentence=number)
        beside = self.paragraph_beside(step)
        if beside is None or step > 0:
            return beside
        return beside._replace(sentence=len(self.spans(beside.source, beside.paragraph)) - 1)

    def paragraph_beside(self, step: int) -> Place | None:
        """The start of the paragraph below (1) or above (-1) in the cursor's column; None at its end."""
        block = self.current.beside(self.place.paragraph, step)
        return Place(self.place.source, block.number) if block else None

    def end(self, step: int) -> Place:
        """The first (-1) or last (1) sentence of the cursor's column."""
        place = Place(self.place.source, self.current.end(step).number)
        return place if step < 0 else place._replace(sentence=len(self.spans(*place[:2])) - 1)

    def page(self, step: int) -> Place:
        """The place a screenful on (1) or back (-1); the text is scrolled by as much."""
        column, source = self.current, self.place.source
        first, _ = column.rows_of(self.place.paragraph, *self.stretch(self.place))
        rows = step * max(1, self.height - 2)
        highest = max(0, column.height - self.height)
        self.offsets[source] = max(min(self.offsets[source] + rows, highest), 0)
        return self._nearest(column, first + rows)

    def column_beside(self, step: int) -> Place | None:
        """The place at the same height in the next column to the right (1) or left (-1); None at the edge."""
        index = self.unhidden.index(self.place.source) + step
        return self.level(self.unhidden[index]) if 0 <= index < len(self.unhidden) else None

    def level(self, source: int) -> Place:
        """The place in ``source`` at the height of the cursor's paragraph on the screen."""
        row = self.link_row()
        column = self.column(source) or self._wrapper.column(source, self.text_width)
        return self._nearest(column, self.offsets[source] + row)

    def _nearest(self, column: Column, row: int) -> Place:
        block = column.nearest(row)
        line = block.lines[min(max(0, row - block.top), len(block.lines) - 1)]
        return self.place_at(column.source, block.number, line[0])
