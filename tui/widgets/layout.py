"""The layout: which sources have columns on the screen, in which order, how wide, in which view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from tui.widgets.accounts import Accounts
from tui.widgets.column import Column
from tui.widgets.fold_state import FoldState
from tui.widgets.marks import Marks
from tui.widgets.typesetting import Text, Typesetter
from tui.widgets.widths import share, window

if TYPE_CHECKING:
    from tui.widgets.aligned_rows import Row
    from tui.widgets.folding import Folds, ParagraphIndex

LEAST_COLUMN_WIDTH = 34
"""Cells a column needs for another one to be set beside it."""
ONE_COLUMN_BELOW = 80
"""Cells of a screen below which one column is shown at a time."""
WIDENING = 1.15
"""By how much a column is made wider at once."""

View = Literal["reading", "aligned"]


class Layout:
    """The columns that the reader has chosen to see side by side.

    A choice shows in ``columns`` and ``widths`` after `lay_out`.
    """

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        articles = accounts.articles
        self.view: View = "reading"
        self.order = tuple(range(len(articles)))
        """The sources in the order of their columns."""
        self.hidden: frozenset[int] = frozenset()
        self.focus = 0
        """The source that always has a column on the screen; it is not hidden."""
        self.zoomed = False
        """Whether it has the only one."""
        self.weights: dict[int, float] = {}
        """The columns' shares of the width, 1 where nothing else is said."""
        self.measure: int | None = None
        """The most cells of a line of text; None for as many as there are."""
        self.width = 0
        """Cells for the columns and the dividers between them; 0 as long as there is no screen."""
        self.folds = FoldState()
        self.columns: tuple[Column, ...] = ()
        self.widths: tuple[int, ...] = ()
        """Cells of each column on the screen, its gutter included."""
        self.number_width = len(str(max(len(article.paragraphs) for article in articles))) + 1
        """Cells of a paragraph's number."""
        self.gutter = self.number_width + 4
        """Cells before the text: the cursor's bar, the number, the mark, blanks."""
        self._typesetter = Typesetter(
            [Text(accounts.heading(source), article.paragraphs) for source, article in enumerate(articles)]
        )
        self._folded: dict[tuple[int, int, View], Column] = {}
        self._rows: dict[tuple[int, ...], list[Row]] = {}
        self._aligned: dict[tuple[tuple[int, ...], int, tuple[int, ...]], tuple[Column, ...]] = {}

    # Which columns

    @property
    def unhidden(self) -> list[int]:
        """The sources that are not hidden, in the order of their columns."""
        return [source for source in self.order if source not in self.hidden]

    @property
    def shown(self) -> list[int]:
        """The sources that are not hidden, or the one that is zoomed, in the order of their columns."""
        return [self.focus] if self.zoomed else self.unhidden

    @property
    def beside(self) -> tuple[list[int], list[int]]:
        """The sources that are shown but did not fit: to the left and to the right of those on the screen."""
        shown = self.shown
        first, last = shown.index(self.columns[0].source), shown.index(self.columns[-1].source)
        return shown[:first], shown[last + 1 :]

    @property
    def aligned(self) -> bool:
        """Whether rows of matched paragraphs are shown: that takes marks."""
        return self.view == "aligned" and self._accounts.marks is not None

    def column(self, source: int) -> Column | None:
        """A source's column, if it is on the screen."""
        return next((column for column in self.columns if column.source == source), None)

    def column_anywhere(self, source: int) -> Column:
        """A source's column; if it is not on the screen, as the reading view would have it leftmost."""
        return self.column(source) or self._in_own_order(source, self.widths[0])

    # How wide

    def widen(self, step: int) -> None:
        """Give the column in focus a larger share of the width (1) or a smaller one (-1)."""
        weight = self.weights.get(self.focus, 1.0)
        self.weights = {**self.weights, self.focus: weight * WIDENING**step}

    def drag(self, divider: int, cells: int) -> None:
        """Give the column left of a divider (counted from 1) that many cells, at its neighbour's cost."""
        widths = dict(zip((column.source for column in self.columns), self.widths, strict=True))
        both = self.widths[divider - 1] + self.widths[divider]
        left = min(max(cells, LEAST_COLUMN_WIDTH), both - LEAST_COLUMN_WIDTH)
        widths[self.columns[divider - 1].source] = left
        widths[self.columns[divider].source] = both - left
        mean = sum(widths.values()) / len(widths)
        self.weights = {**self.weights, **{source: width / mean for source, width in widths.items()}}

    def _text_width(self, width: int) -> int:
        return max(1, width - self.gutter - 1)  # a blank before the divider

    # Laying out

    def lay_out(self) -> None:
        """Set as many columns as there is room for."""
        room = self.width if self.width + 1 >= ONE_COLUMN_BELOW else 0
        count = max(1, (room + 1) // (LEAST_COLUMN_WIDTH + 1))
        first = self.columns[0].source if self.columns else self.order[0]
        sources = window(self.shown, self.focus, first, count)
        weights = [1.0 if self.aligned else self.weights.get(source, 1.0) for source in sources]
        widest = self.width if self.measure is None else self.measure + self.gutter + 1
        widths = share(self.width - (len(sources) - 1), weights, LEAST_COLUMN_WIDTH)
        self.widths = tuple(min(widest, width) for width in widths)
        if self.aligned and self._accounts.marks:
            self.columns = self._in_rows(sources, self._accounts.marks)
        else:
            self.columns = tuple(map(self._in_own_order, sources, self.widths))

    def _in_own_order(self, source: int, width: int) -> Column:
        text_width = self._text_width(width)
        if not self.folds.active:
            return self._typesetter.column(source, text_width)
        key = (source, text_width, self.view)
        if key not in self._folded:
            self._folded[key] = self._typesetter.folded(source, text_width, self._folds())
        return self._folded[key]

    def _in_rows(self, sources: tuple[int, ...], marks: Marks) -> tuple[Column, ...]:
        from tui.widgets import aligned_rows  # there are no rows at the first frame

        width = self._text_width(min(self.widths))
        first = tuple(dict.fromkeys((*self.shown, *self.order)))
        if first not in self._rows:
            self._rows[first] = aligned_rows.row_order(marks.comparison.groups, self._accounts.keys, first)
        key = (sources, width, first)
        if key not in self._aligned:
            rows = self._rows[first]
            self._aligned[key] = aligned_rows.aligned(self._typesetter, sources, width, rows, self._folds())
        return self._aligned[key]

    def _folds(self) -> Folds | None:
        return self.folds.folds(self._paragraphs_beside_each_other())

    def _paragraphs_beside_each_other(self) -> Iterator[list[ParagraphIndex]]:
        """The paragraphs of each row of the aligned view; none in the reading view."""
        marks, index = self._accounts.marks, self._accounts.keys.index
        for group in marks.comparison.groups if marks and self.aligned else ():
            yield [(index(key), number) for key, numbers in group.paragraphs.items() for number in numbers]

    # Leaving out

    def refold(self) -> None:
        """Leave out what the filter leaves out of the texts as they are marked and ordered now."""
        self.folds.update(self._accounts.marks, self.order)
        self._rows.clear()
        self._forget()

    def paragraphs_left(self, source: int) -> list[int]:
        """The paragraphs of a source that are not left out."""
        folds = self._folds()
        left_out = folds.left_out[source] if folds else ()
        return [n for n in range(len(self._accounts.articles[source].paragraphs)) if n not in left_out]

    def open(self, source: int, paragraphs: Sequence[int]) -> None:
        """Show paragraphs although the filter leaves them out."""
        if self.folds.open(source, paragraphs):
            self._forget()

    def _forget(self) -> None:
        self._folded.clear()
        self._aligned.clear()
