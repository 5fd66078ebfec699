"""Which columns stand where and how far each is scrolled, as plain numbers.

Each column has an offset of its own, the row of it that is uppermost on the screen. In the reading view
linked columns slide against each other, also beyond their ends, so that what reports the cursor's paragraph
stands level with it; the column that is being read never moves for that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from tui.model import Article, source_key
from tui.widgets import layout
from tui.widgets.layout import Column, Folds, Text, Wrapper
from tui.widgets.marks import Marks, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui.widgets.folding import Filter, Folding

SMALLEST = 34
"""Cells a column needs for another one to be set beside it."""
ALONE_BELOW = 80
"""Cells of a screen below which one column is shown at a time."""
STEP = 1.15
"""By how much a column is made wider at once."""

View = Literal["reading", "aligned"]


def _heading(article: Article) -> str:
    parts = (article.title, article.date, *(f"⚠ {caution.message}" for caution in article.warnings))
    return "\n".join(part for part in parts if part)


class Arrangement:
    """The columns on the screen.

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
        self.order = tuple(range(len(articles)))
        """The sources in the order of their columns."""
        self.weights: dict[int, float] = {}
        """The columns' shares of the width, 1 where nothing else is said."""
        self.linked = True
        self.filter: Filter = ""
        self.base = 0
        """The source that the shortest path reads in full."""
        self.measure: int | None = None
        """The most cells of a line of text; None for as many as there are."""
        self.columns: tuple[Column, ...] = ()
        self.widths: tuple[int, ...] = ()
        """Cells of each column on the screen, its gutter included."""
        self.offsets = [0] * len(articles)
        self.height = 1
        """Rows of text on the screen."""
        self.number = len(str(max(len(article.paragraphs) for article in articles))) + 1
        """Cells of a paragraph's number."""
        self.gutter = self.number + 4
        """Cells before the text: the cursor's bar, the number, the mark, blanks."""
        self._total = 0
        self._opened: set[tuple[int, int]] = set()  # paragraphs shown although the filter leaves them out
        self._folding: Folding | None = None
        self._anchors: dict[int, tuple[int, int] | None] = {}  # also of columns that are out of sight
        self._laid: dict[tuple[int, int], Column] = {}
        self._rows: dict[tuple[int, ...], list[dict[int, tuple[int, ...]]]] = {}
        self._aligned: dict[tuple[tuple[int, ...], int], tuple[Column, ...]] = {}
        self._wrapper = Wrapper([Text(_heading(article), article.paragraphs) for article in articles])

    def text_width(self, source: int) -> int:
        """Cells of a line of text in a source's column; of one that is out of sight, as in the first one."""
        widths = dict(zip((column.source for column in self.columns), self.widths, strict=True))
        return self._text_width(widths.get(source, self.widths[0]))

    def _text_width(self, width: int) -> int:
        return max(1, width - self.gutter - 1)  # a blank before the rule

    @property
    def shown(self) -> list[int]:
        """The sources that are not hidden, or the one that is zoomed, in the order of their columns."""
        return [self.place.source] if self.zoomed else self.unhidden

    @property
    def unhidden(self) -> list[int]:
        """The sources that are not hidden, in the order of their columns."""
        return [source for source in self.order if source not in self.hidden]

    @property
    def beside(self) -> tuple[list[int], list[int]]:
        """The sources that are shown but did not fit: to the left and to the right of those on the screen."""
        shown = self.shown
        first, last = shown.index(self.columns[0].source), shown.index(self.columns[-1].source)
        return shown[:first], shown[last + 1 :]

    def column(self, source: int) -> Column | None:
        """A source's column, if it is on the screen."""
        return next((column for column in self.columns if column.source == source), None)

    @property
    def current(self) -> Column:
        """The column the cursor is in; it is always on the screen."""
        return next(column for column in self.columns if column.source == self.place.source)

    @property
    def aligned(self) -> bool:
        """Whether rows of matched paragraphs are shown: that takes marks."""
        return self.view == "aligned" and self.marks is not None

    @property
    def note(self) -> str:
        """What the filter leaves, in words; empty without one."""
        return self._folding.note if self._folding else ""

    def spans(self, source: int, paragraph: int) -> Sequence[tuple[int, int]]:
        """The offsets of a paragraph's sentences; before there are any, the paragraph's as one."""
        sentences = self.marks.sentences(source, paragraph) if self.marks else ()
        whole = (0, len(self.articles[source].paragraphs[paragraph]))
        return [(sentence.start, sentence.end) for sentence in sentences] or [whole]

    @property
    def tops(self) -> Mapping[int, int]:
        """The paragraph uppermost in each source's column, where that is not the headline."""
        anchors = {**self._anchors, **{column.source: self._anchor(column) for column in self.columns}}
        return {source: anchor[0] for source, anchor in anchors.items() if anchor and anchor[0] >= 0}

    def stretch(self, place: Place) -> tuple[int, int]:
        """The offsets of the sentence at ``place``."""
        spans = self.spans(place.source, place.paragraph)
        return spans[min(place.sentence, len(spans) - 1)]

    def counterparts(self) -> Mapping[int, tuple[int, ...]]:
        """The paragraphs of other sources that report what the cursor's paragraph does, by source."""
        return self.marks.counterparts(self.place.source, self.place.paragraph) if self.marks else {}

    def link_row(self) -> int:
        """The screen row of counterparts that are level: the first one of the cursor's paragraph in sight."""
        block = self.current.holder(self.place.paragraph)
        return max(0, block.top - self.offsets[self.place.source]) if block else 0

    # What changes

    def scroll_to(self, tops: Mapping[int, int]) -> None:
        """Begin with these paragraphs uppermost in columns that are not linked, by source."""
        self._anchors.update({source: (paragraph, 0) for source, paragraph in tops.items()})

    def set_marks(self, marks: Marks) -> None:
        """Know what is marked; neither the text nor the cursor moves, but for a cut into sentences."""
        self.marks = marks
        self._rows.clear()
        self._refold()
        if self.columns and (self.aligned or self.filter):
            self.arrange()

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
            at = self.order.index(self.place.source)
            nearest = min(self.unhidden, key=lambda source: abs(self.order.index(source) - at))
            self._put(self.level(nearest))
        self.arrange()

    def set_order(self, order: tuple[int, ...]) -> None:
        """Put the columns in another order."""
        self.order = order
        self._refold()  # the shortest path goes by the order
        self.arrange()

    def set_linked(self, linked: bool) -> None:
        """Let the columns slide with the cursor, or leave each where it is scrolled to."""
        self.linked = linked
        self.arrange()

    def set_weights(self, weights: Mapping[int, float]) -> None:
        """Give the columns other shares of the width."""
        self.weights = dict(weights)
        self.arrange()

    def widen(self, step: int) -> bool:
        """Make the cursor's column wider (1) or narrower (-1); return whether that changed anything."""
        before, widths = self.weights, self.widths
        self.set_weights({**before, self.place.source: before.get(self.place.source, 1.0) * STEP**step})
        if self.widths == widths:
            self.weights = before
        return self.widths != widths

    def drag(self, divider: int, cells: int) -> None:
        """Give the column left of a divider (counted from 1) that many cells, at its neighbour's cost."""
        both = self.widths[divider - 1] + self.widths[divider]
        left = min(max(cells, SMALLEST), both - SMALLEST)
        widths = dict(zip((column.source for column in self.columns), self.widths, strict=True))
        widths[self.columns[divider - 1].source] = left
        widths[self.columns[divider].source] = both - left
        mean = sum(widths.values()) / len(widths)
        self.set_weights({**self.weights, **{source: width / mean for source, width in widths.items()}})

    def set_filter(self, wanted: Filter) -> None:
        """Leave out what the filter leaves out; a cursor in it goes to what is left below it, or above."""
        self.filter, self.base = wanted, self.place.source
        self._opened.clear()
        self._refold()
        if self._folding:
            left_out = self._folds().left_out[self.place.source]
            left = [n for n in range(len(self.articles[self.place.source].paragraphs)) if n not in left_out]
            at = self.place.paragraph
            if left and at in left_out:
                self.place = Place(self.place.source, next((n for n in left if n > at), left[-1]))
        self.arrange()

    def unfold(self, source: int, paragraphs: Sequence[int]) -> None:
        """Show paragraphs although the filter leaves them out."""
        self._opened.update((source, number) for number in paragraphs)
        self._forget()
        self.arrange()

    def move(self, place: Place) -> None:
        """Put the cursor at ``place`` and bring it into sight, out of a fold if it is in one."""
        column = self.column(place.source)
        self._put(place)
        self.hidden -= {place.source}
        if column is None or column.paragraph(place.paragraph) is None:
            self.arrange()
        else:
            self._reveal()

    def scroll(self, source: int, rows: int) -> None:
        """Scroll a source's column, the cursor staying where it is in the text.

        The others come along in the aligned view, and while they are linked to the column that is read.
        """
        column = self.column(source)
        if column is None:
            return
        offset = self.offsets[source]
        lowest, highest = min(0, offset), max(column.height - self.height, offset, 0)
        change = min(max(offset + rows, lowest), highest) - offset
        if self.aligned or (self.linked and source == self.place.source):
            self.offsets = [offset + change for offset in self.offsets]
        else:
            self.offsets[source] += change

    def arrange(self) -> None:
        """Lay the columns out anew, keeping the line of the cursor where it is on the screen."""
        if not self._total:
            return
        anchors = {column.source: self._anchor(column) for column in self.columns}
        self._anchors.update(anchors)
        if not self.linked:
            anchors = self._anchors
        old = self.column(self.place.source)
        kept = old is not None and old.holder(self.place.paragraph) is not None
        row = self._cursor_row(old) if old and kept else -1
        before = self.offsets[self.place.source]
        self._open_cursor()
        self._lay_out()
        for column in self.columns:
            self._restore(column, anchors.get(column.source))
        if 0 <= row < self.height:
            offset = self.offsets[self.place.source] + self._cursor_row(self.current) - row
            self.offsets[self.place.source] = max(offset, min(0, before))
        self._reveal()

    def _put(self, place: Place) -> None:
        self.place = place
        self._open_cursor()

    def _open_cursor(self) -> None:
        """The cursor is never in a fold."""
        here = self.place[:2]
        if self._folding and here[1] in self._folding.left_out[here[0]] and here not in self._opened:
            self._opened.add(here)
            self._forget()

    def _refold(self) -> None:
        """Find out anew what the filter leaves out."""
        self._folding = None
        if self.marks and self.filter:
            from tui.widgets import folding  # no filter is on at the first frame

            self._folding = (
                folding.differences(self.marks)
                if self.filter == "differences"
                else folding.shortest_path(self.marks, self.base, self.order)
            )
        self._forget()

    def _forget(self) -> None:
        self._laid.clear()
        self._aligned.clear()

    def _folds(self) -> Folds:
        if self._folding is None:
            raise RuntimeError("asked for folds without a filter")
        left_out = [set(numbers) for numbers in self._folding.left_out]
        for source, number in self._opened:
            left_out[source].discard(number)
        if self.aligned and self._folding.by_rows and self.marks:
            for group in self.marks.comparison.groups:
                row = [
                    (self.keys.index(key), n) for key, numbers in group.paragraphs.items() for n in numbers
                ]
                if not all(number in left_out[source] for source, number in row):
                    for source, number in row:
                        left_out[source].discard(number)
        return Folds(left_out, self._folding.label)

    def _lay_out(self) -> None:
        room = self._total if self._total + 1 >= ALONE_BELOW else 0
        count = max(1, (room + 1) // (SMALLEST + 1))
        first = self.columns[0].source if self.columns else self.order[0]
        sources = layout.window(self.shown, self.place.source, first, count)
        total = self._total - (len(sources) - 1)
        weights = [1.0 if self.aligned else self.weights.get(source, 1.0) for source in sources]
        widest = self._total if self.measure is None else self.measure + self.gutter + 1
        self.widths = tuple(min(widest, width) for width in layout.share(total, weights, SMALLEST))
        if self.aligned and self.marks:
            self.columns = self._in_rows(sources, self.marks)
        else:
            self.columns = tuple(
                self._in_own_order(source, self._text_width(width))
                for source, width in zip(sources, self.widths, strict=True)
            )

    def _in_own_order(self, source: int, width: int) -> Column:
        if self._folding is None:
            return self._wrapper.column(source, width)
        key = (source, width)
        if key not in self._laid:
            self._laid[key] = self._wrapper.folded(source, width, self._folds())
        return self._laid[key]

    def _in_rows(self, sources: tuple[int, ...], marks: Marks) -> tuple[Column, ...]:
        width = self._text_width(min(self.widths))
        key = (sources, width)
        if key not in self._aligned:
            precedence = tuple(dict.fromkeys((*self.shown, *self.order)))
            if precedence not in self._rows:
                self._rows[precedence] = layout.row_order(marks.comparison.groups, self.keys, precedence)
            folds = self._folds() if self._folding else None
            self._aligned[key] = layout.aligned(self._wrapper, sources, width, self._rows[precedence], folds)
        return self._aligned[key]

    def _anchor(self, column: Column) -> tuple[int, int] | None:
        """The paragraph uppermost on the screen, or the headline, and how many of its rows are above."""
        offset = self.offsets[column.source]
        block = column.uppermost(offset)
        if block is None:
            return None
        return (block.folded[0] if block.folded else block.number), offset - block.top

    def _restore(self, column: Column, anchor: tuple[int, int] | None) -> None:
        if anchor is None:
            return
        number, inside = anchor
        first = column.blocks[0] if number < 0 else column.holder(number)
        if first is not None:
            self.offsets[column.source] = first.top + min(inside, first.height)

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
        if self.aligned:
            self.offsets = [offset] * len(self.offsets)
        elif self.linked:
            self._slide()

    def _slide(self) -> None:
        row = self.link_row()
        for other, paragraphs in self.counterparts().items():
            column = self.column(other) or self._in_own_order(other, self.text_width(other))
            block = column.holder(paragraphs[0])
            if block is not None:
                self.offsets[other] = block.top - row

    def level(self, source: int) -> Place:
        """The place in ``source`` at the height of the cursor's paragraph on the screen."""
        row = self.link_row()
        column = self.column(source) or self._in_own_order(source, self.text_width(source))
        if column.empty:
            return Place(source, 0)
        return self.nearest(column, self.offsets[source] + row)

    def nearest(self, column: Column, row: int) -> Place:
        """The place in a column that is nearest to one of its rows."""
        block = column.nearest(row)
        line = block.lines[min(max(0, row - block.top), len(block.lines) - 1)]
        return self.place_at(column.source, block.number, line[0])

    def place_at(self, source: int, paragraph: int, offset: int) -> Place:
        """The place of the sentence that a character of a paragraph is in, or that follows it."""
        spans = self.spans(source, paragraph)
        sentence = next((number for number, (_, end) in enumerate(spans) if offset < end), len(spans) - 1)
        return Place(source, paragraph, sentence)
