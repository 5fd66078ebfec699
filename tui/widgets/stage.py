"""What the columns are: which sources stand side by side, how wide, in which view, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from tui.ids import source_key
from tui.model import Article
from tui.widgets.column import Column
from tui.widgets.layout import Text, Wrapper
from tui.widgets.marks import Marks, Place
from tui.widgets.widths import share, window

if TYPE_CHECKING:
    from tui.widgets.aligned_rows import Row
    from tui.widgets.folding import Filter, Folding, Folds

SMALLEST = 34
"""Cells a column needs for another one to be set beside it."""
ALONE_BELOW = 80
"""Cells of a screen below which one column is shown at a time."""

View = Literal["reading", "aligned"]


def _heading(article: Article) -> str:
    parts = (article.title, article.date, *(f"⚠ {caution.message}" for caution in article.warnings))
    return "\n".join(part for part in parts if part)


class Stage:
    """The texts laid out for a screen, as yet scrolled nowhere, and where the cursor is in them.

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
        self.filter: Filter = ""
        self.base = 0
        """The source that the shortest path reads in full."""
        self.measure: int | None = None
        """The most cells of a line of text; None for as many as there are."""
        self.columns: tuple[Column, ...] = ()
        self.widths: tuple[int, ...] = ()
        """Cells of each column on the screen, its gutter included."""
        self.height = 1
        """Rows of text on the screen."""
        self.number = len(str(max(len(article.paragraphs) for article in articles))) + 1
        """Cells of a paragraph's number."""
        self.gutter = self.number + 4
        """Cells before the text: the cursor's bar, the number, the mark, blanks."""
        self._total = 0
        self._opened: set[tuple[int, int]] = set()  # paragraphs shown although the filter leaves them out
        self._folding: Folding | None = None
        self._laid: dict[tuple[int, int], Column] = {}
        self._rows: dict[tuple[int, ...], list[Row]] = {}
        self._aligned: dict[tuple[tuple[int, ...], int], tuple[Column, ...]] = {}
        self._wrapper = Wrapper([Text(_heading(article), article.paragraphs) for article in articles])

    def text_width(self, source: int) -> int:
        """Cells of a line of text in a source's column; of one that is out of sight, as in the first one."""
        return self._text_width(self._width_of.get(source, self.widths[0]))

    @property
    def _width_of(self) -> dict[int, int]:
        return dict(zip((column.source for column in self.columns), self.widths, strict=True))

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

    def stretch(self, place: Place) -> tuple[int, int]:
        """The offsets of the sentence at ``place``."""
        spans = self.spans(place.source, place.paragraph)
        return spans[min(place.sentence, len(spans) - 1)]

    def place_at(self, source: int, paragraph: int, offset: int) -> Place:
        """The place of the sentence that a character of a paragraph is in, or that follows it."""
        spans = self.spans(source, paragraph)
        sentence = next((number for number, (_, end) in enumerate(spans) if offset < end), len(spans) - 1)
        return Place(source, paragraph, sentence)

    def counterparts(self) -> Mapping[int, tuple[int, ...]]:
        """The paragraphs of other sources that report what the cursor's paragraph does, by source."""
        return self.marks.counterparts(self.place.source, self.place.paragraph) if self.marks else {}

    # Laying out

    def _lay_out(self) -> None:
        room = self._total if self._total + 1 >= ALONE_BELOW else 0
        count = max(1, (room + 1) // (SMALLEST + 1))
        first = self.columns[0].source if self.columns else self.order[0]
        sources = window(self.shown, self.place.source, first, count)
        total = self._total - (len(sources) - 1)
        weights = [1.0 if self.aligned else self.weights.get(source, 1.0) for source in sources]
        widest = self._total if self.measure is None else self.measure + self.gutter + 1
        self.widths = tuple(min(widest, width) for width in share(total, weights, SMALLEST))
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
        from tui.widgets import aligned_rows  # there are no rows at the first frame

        width = self._text_width(min(self.widths))
        key = (sources, width)
        if key not in self._aligned:
            first = tuple(dict.fromkeys((*self.shown, *self.order)))
            if first not in self._rows:
                self._rows[first] = aligned_rows.row_order(marks.comparison.groups, self.keys, first)
            rows = self._rows[first]
            self._aligned[key] = aligned_rows.aligned(self._wrapper, sources, width, rows, self._folds())
        return self._aligned[key]

    def _anywhere(self, source: int) -> Column:
        """A source's column, as it would be if it is not on the screen."""
        return self.column(source) or self._in_own_order(source, self.text_width(source))

    # Leaving out

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

            self._folding = folding.fold(self.filter, self.marks, self.base, self.order)
        self._forget()

    def _forget(self) -> None:
        self._laid.clear()
        self._aligned.clear()

    def _folds(self) -> Folds | None:
        return self._folding.folds(self._opened, self._groups()) if self._folding else None

    def _groups(self) -> Iterator[list[tuple[int, int]]]:
        """The sources and paragraphs that stand beside each other; none in the reading view."""
        if self.aligned and self.marks:
            for group in self.marks.comparison.groups:
                yield [
                    (self.keys.index(key), n) for key, numbers in group.paragraphs.items() for n in numbers
                ]
