"""Everything a reader can change about the columns: what is shown, in which order, how wide, which view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.widgets.marks import Marks, Place
from tui.widgets.scrolling import Scrolling
from tui.widgets.stage import SMALLEST, View

if TYPE_CHECKING:
    from tui.widgets.folding import Filter

STEP = 1.15
"""By how much a column is made wider at once."""


class Arrangement(Scrolling):
    """The columns on the screen; whatever changes, the cursor's line stays where it is as far as can be."""

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
        widths = self._width_of
        widths[self.columns[divider - 1].source] = left
        widths[self.columns[divider].source] = both - left
        mean = sum(widths.values()) / len(widths)
        self.set_weights({**self.weights, **{source: width / mean for source, width in widths.items()}})

    def set_filter(self, wanted: Filter) -> None:
        """Leave out what the filter leaves out; a cursor in it goes to what is left below it, or above."""
        self.filter, self.base = wanted, self.place.source
        self._opened.clear()
        self._refold()
        folds = self._folds()
        if folds:
            source, at = self.place[:2]
            left_out = folds.left_out[source]
            left = [n for n in range(len(self.articles[source].paragraphs)) if n not in left_out]
            if left and at in left_out:
                self.place = Place(source, next((n for n in left if n > at), left[-1]))
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

    def _put(self, place: Place) -> None:
        self.place = place
        self._open_cursor()
