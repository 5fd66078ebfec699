"""The scene: the columns as they are laid out and scrolled, and the cursor in one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.model import Article
from tui.widgets.accounts import Accounts
from tui.widgets.column import Column
from tui.widgets.cursor import Cursor
from tui.widgets.layout import Layout, View
from tui.widgets.marks import Marks, Place
from tui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from tui.widgets.folding import Filter


class Scene:
    """The columns and the cursor; whatever changes, the cursor's line stays where it is as far as can be.

    Args:
        articles: at least one, each with at least one paragraph.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.accounts = Accounts(articles)
        self.layout = Layout(self.accounts)
        self.scroll = Scroll(len(articles))
        self.cursor = Cursor(self.accounts)

    @property
    def articles(self) -> Sequence[Article]:
        """The articles whose columns these are."""
        return self.accounts.articles

    @property
    def keys(self) -> Sequence[str]:
        """The letters of the sources."""
        return self.accounts.keys

    @property
    def place(self) -> Place:
        """Where the cursor is."""
        return self.cursor.place

    @property
    def columns(self) -> Sequence[Column]:
        """The columns on the screen, from the left."""
        return self.layout.columns

    @property
    def order(self) -> tuple[int, ...]:
        """The sources in the order of their columns."""
        return self.layout.order

    @property
    def hidden(self) -> frozenset[int]:
        """The sources that are left out."""
        return self.layout.hidden

    @property
    def unhidden(self) -> list[int]:
        """The other sources, in the order of their columns."""
        return self.layout.unhidden

    @property
    def zoomed(self) -> bool:
        """Whether the cursor's column stands alone."""
        return self.layout.zoomed

    @property
    def view(self) -> View:
        """The texts in their own order, or in rows as soon as there are marks."""
        return self.layout.view

    @property
    def aligned(self) -> bool:
        """Whether rows of matched paragraphs are shown."""
        return self.layout.aligned

    @property
    def linked(self) -> bool:
        """Whether the columns slide with the cursor."""
        return self.scroll.linked

    @property
    def filter(self) -> Filter:
        """The filter that is on; empty without one."""
        return self.layout.folds.filter

    @property
    def note(self) -> str:
        """How much the filter leaves, in words; empty without one."""
        return self.layout.folds.note

    @property
    def current(self) -> Column:
        """The column the cursor is in; it is always on the screen."""
        return next(column for column in self.layout.columns if column.source == self.cursor.place.source)

    def counterparts(self) -> Mapping[int, tuple[int, ...]]:
        """The paragraphs of other sources that report what the cursor's paragraph does, by source."""
        return self.accounts.counterparts(self.cursor.place)

    def stretch(self, place: Place) -> tuple[int, int]:
        """The offsets of the sentence at ``place``."""
        return self.accounts.stretch(place)

    def link_row(self) -> int:
        """The screen row of counterparts that are level: the first one of the cursor's paragraph in sight."""
        block = self.current.holder(self.place.paragraph)
        return max(0, block.top - self.scroll.offsets[self.place.source]) if block else 0

    # Where keys lead

    def level(self, source: int) -> Place:
        """The place in ``source`` at the height of the cursor's paragraph on the screen."""
        column = self.layout.column_anywhere(source)
        if column.empty:
            return Place(source, 0)
        return self.accounts.place_near(column, self.scroll.offsets[source] + self.link_row())

    def sentence_beside(self, step: int) -> Place | None:
        """The place one sentence on (1) or back (-1) in the cursor's column; None at its end."""
        return self.cursor.sentence_beside(self.current, step)

    def paragraph_beside(self, step: int) -> Place | None:
        """The start of the paragraph below (1) or above (-1) in the cursor's column; None at its end."""
        return self.cursor.paragraph_beside(self.current, step)

    def end(self, step: int) -> Place:
        """The first (-1) or last (1) sentence of the cursor's column."""
        return self.cursor.end(self.current, step)

    def page(self, step: int) -> Place:
        """The place a screenful on (1) or back (-1); the text is scrolled by as much."""
        column = self.current
        first, _ = self.cursor.rows(column)
        return self.accounts.place_near(column, first + self.scroll.turn(column, step))

    def column_beside(self, step: int) -> Place | None:
        """The place at the same height in the next column to the right (1) or left (-1); None at the edge."""
        shown = self.layout.unhidden
        index = shown.index(self.place.source) + step
        return self.level(shown[index]) if 0 <= index < len(shown) else None

    # Changes

    def move(self, place: Place) -> None:
        """Put the cursor at ``place`` and bring it into sight, out of a fold if it is in one."""
        column = self.layout.column(place.source)
        self._put(place)
        self.layout.hidden -= {place.source}
        if column is None or column.paragraph(place.paragraph) is None:
            self.arrange()
        else:
            self._reveal()

    def scroll_by(self, source: int, rows: int) -> None:
        """Scroll a source's column, the cursor staying where it is in the text.

        The others come along in the aligned view, and while they are linked to the column that is read.
        """
        column = self.layout.column(source)
        if column is not None:
            linked = self.scroll.linked and source == self.place.source
            self.scroll.move(column, rows, together=self.layout.aligned or linked)

    def set_marks(self, marks: Marks) -> None:
        """Take the marks; neither the text nor the cursor moves, but for a cut into sentences."""
        self.accounts.marks = marks
        self.layout.refold()
        if self.columns and (self.layout.aligned or self.layout.folds.filter):
            self.arrange()

    def resize(self, width: int, height: int) -> None:
        """Take ``width`` cells and ``height`` rows, keeping the place."""
        self.layout.width, self.scroll.height = max(1, width), max(1, height)
        self.arrange()

    def set_view(self, view: View) -> None:
        """Show the texts in their own order, or in rows of matched paragraphs (where there are marks)."""
        self.layout.view = view
        self.arrange()

    def set_zoomed(self, zoomed: bool) -> None:
        """Show the cursor's column alone, or all of them."""
        self.layout.zoomed = zoomed
        self.arrange()

    def set_hidden(self, hidden: frozenset[int]) -> None:
        """Leave sources out; if the cursor stands in one of them, it goes to the nearest that is left."""
        layout, source = self.layout, self.place.source
        layout.zoomed, layout.hidden = False, hidden
        if source in hidden:
            at = layout.order.index(source)
            nearest = min(layout.unhidden, key=lambda other: abs(layout.order.index(other) - at))
            self._put(self.level(nearest))
        self.arrange()

    def set_order(self, order: tuple[int, ...]) -> None:
        """Put the columns in another order."""
        self.layout.order = order
        self.layout.refold()  # the shortest path goes by the order
        self.arrange()

    def set_linked(self, linked: bool) -> None:
        """Let the columns slide with the cursor, or leave each where it is scrolled to."""
        self.scroll.linked = linked
        self.arrange()

    def set_weights(self, weights: Mapping[int, float]) -> None:
        """Give the columns other shares of the width."""
        self.layout.weights = dict(weights)
        self.arrange()

    def widen(self, step: int) -> bool:
        """Make the cursor's column wider (1) or narrower (-1); return whether that changed anything."""
        weights, widths = self.layout.weights, self.layout.widths
        self.layout.widen(step)
        self.arrange()
        if self.layout.widths == widths:
            self.layout.weights = weights
        return self.layout.widths != widths

    def drag(self, divider: int, cells: int) -> None:
        """Give the column left of a divider (counted from 1) that many cells, at its neighbour's cost."""
        self.layout.drag(divider, cells)
        self.arrange()

    def set_filter(self, wanted: Filter) -> None:
        """Leave out what the filter leaves out; a cursor in it goes to what is left below it, or above."""
        source, at, *_ = self.place
        self.layout.folds.choose(wanted, source)
        self.layout.refold()
        left = self.layout.paragraphs_left(source)
        if left and at not in left:
            self.cursor.place = Place(source, next((number for number in left if number > at), left[-1]))
        self.arrange()

    def unfold(self, source: int, paragraphs: Sequence[int]) -> None:
        """Show paragraphs although the filter leaves them out."""
        self.layout.open(source, paragraphs)
        self.arrange()

    # Laying out anew

    def arrange(self) -> None:
        """Lay the columns out anew, keeping the line of the cursor where it is on the screen."""
        layout, scroll, source = self.layout, self.scroll, self.place.source
        if not layout.width:
            return
        anchors = scroll.anchors(layout.columns)
        before = scroll.offsets[source]
        row = self._screen_row()
        self._put(self.place)
        layout.lay_out()
        scroll.restore(layout.columns, anchors)
        if row is not None and 0 <= row < scroll.height:
            scroll.hold(source, self.cursor.rows(self.current)[0], row, before)
        self._reveal()

    def _screen_row(self) -> int | None:
        """The row of the screen at which the cursor's sentence begins; None if its column has not got it."""
        column = self.layout.column(self.place.source)
        if column is None or column.holder(self.place.paragraph) is None:
            return None
        return self.cursor.rows(column)[0] - self.scroll.offsets[column.source]

    def _put(self, place: Place) -> None:
        """Have the cursor at a place, and that place never out of sight or in a fold once it is laid out."""
        self.cursor.place = place
        self.layout.focus = place.source
        self.layout.open(place.source, [place.paragraph])

    def _reveal(self) -> None:
        """Scroll so that the cursor is in sight, and slide the other columns level with it."""
        column, scroll = self.current, self.scroll
        first, last = self.cursor.target_rows(column)
        beginning = self.place.paragraph == self.place.sentence == 0
        scroll.reveal(column, first, last, beginning=beginning)
        if self.layout.aligned:
            scroll.align(column)
        elif scroll.linked:
            self._slide()

    def _slide(self) -> None:
        row = self.link_row()
        for other, paragraphs in self.counterparts().items():
            block = self.layout.column_anywhere(other).holder(paragraphs[0])
            if block is not None:
                self.scroll.offsets[other] = block.top - row
