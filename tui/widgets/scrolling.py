"""How far each column is scrolled.

Each column has an offset of its own, the row of it that is uppermost on the screen. In the reading view
linked columns slide against each other, also beyond their ends, so that what reports the cursor's paragraph
stands level with it; the column that is being read never moves for that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.model import Article
from tui.widgets.column import Column
from tui.widgets.marks import Place
from tui.widgets.stage import Stage


class Scrolling(Stage):
    """The columns and their offsets, which keep their place in the text when it is laid out anew."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__(articles)
        self.linked = True
        self.offsets = [0] * len(articles)
        self._anchors: dict[int, tuple[int, int] | None] = {}  # also of columns that are out of sight

    @property
    def tops(self) -> Mapping[int, int]:
        """The paragraph uppermost in each source's column, where that is not the headline."""
        anchors = {**self._anchors, **{column.source: self._anchor(column) for column in self.columns}}
        return {source: anchor[0] for source, anchor in anchors.items() if anchor and anchor[0] >= 0}

    def link_row(self) -> int:
        """The screen row of counterparts that are level: the first one of the cursor's paragraph in sight."""
        block = self.current.holder(self.place.paragraph)
        return max(0, block.top - self.offsets[self.place.source]) if block else 0

    def level(self, source: int) -> Place:
        """The place in ``source`` at the height of the cursor's paragraph on the screen."""
        row = self.link_row()
        column = self._anywhere(source)
        if column.empty:
            return Place(source, 0)
        return self.nearest(column, self.offsets[source] + row)

    def nearest(self, column: Column, row: int) -> Place:
        """The place in a column that is nearest to one of its rows."""
        block = column.nearest(row)
        line = block.lines[min(max(0, row - block.top), len(block.lines) - 1)]
        return self.place_at(column.source, block.number, line[0])

    # What changes

    def scroll_to(self, tops: Mapping[int, int]) -> None:
        """Begin with these paragraphs uppermost in columns that are not linked, by source."""
        self._anchors.update({source: (paragraph, 0) for source, paragraph in tops.items()})

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
            column = self._anywhere(other)
            block = column.holder(paragraphs[0])
            if block is not None:
                self.offsets[other] = block.top - row
