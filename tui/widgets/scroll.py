"""The scroll offsets of the columns.

Each column has an offset of its own, the row of it that is uppermost on the screen. In the reading view
linked columns slide against each other, also beyond their ends, so that what reports the cursor's paragraph
stands level with it; the column that is being read never moves for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.widgets.column import Column

Anchor = tuple[int, int]
"""The block uppermost on the screen, by its number, and how many of its rows are above."""


class Scroll:
    """The offsets of all columns, and what they are anchored to when the texts are laid out anew.

    Args:
        sources: how many columns there are.
    """

    def __init__(self, sources: int) -> None:
        self.linked = True
        """Whether the columns slide with the cursor; else each stays where it is scrolled to."""
        self.offsets = [0] * sources
        """The uppermost row of each source's column; below 0 where its beginning stands lower."""
        self.height = 1
        """Rows of text on the screen."""
        self._anchors: dict[int, Anchor | None] = {}  # also of columns that are out of sight

    def move(self, column: Column, rows: int, *, together: bool) -> None:
        """Scroll a column down by some rows, or up if negative, at most to its ends; or all ``together``."""
        offset = self.offsets[column.source]
        lowest, highest = min(0, offset), max(column.height - self.height, offset, 0)
        change = min(max(offset + rows, lowest), highest) - offset
        if together:
            self.offsets = [other + change for other in self.offsets]
        else:
            self.offsets[column.source] += change

    def turn(self, column: Column, step: int) -> int:
        """Scroll a column a screenful on (1) or back (-1); return the rows of a screenful, signed."""
        rows = step * max(1, self.height - 2)
        highest = max(0, column.height - self.height)
        self.offsets[column.source] = max(min(self.offsets[column.source] + rows, highest), 0)
        return rows

    def reveal(self, column: Column, first: int, last: int, *, beginning: bool) -> None:
        """Scroll a column so that its rows ``first`` to ``last`` are in sight, and a row above and below.

        Args:
            column: the column.
            first: the first row that has to be in sight.
            last: the last one.
            beginning: whether all above ``first``, a headline, should be in sight too, if there is room.
        """
        before = offset = self.offsets[column.source]
        if first < offset - self.height or last >= offset + 2 * self.height:
            offset = first - self.height // 3  # a leap: show what is around it
        margin = 1 if self.height > 4 else 0
        offset = max(offset, last + margin - self.height + 1)
        offset = min(offset, first - margin)
        if beginning and first < self.height:
            offset = min(offset, 0)
        self.offsets[column.source] = max(offset, min(0, before))

    def hold(self, source: int, row: int, screen_row: int, before: int) -> None:
        """Have a row stand at a row of the screen, without more room above the column than there was.

        Args:
            source: the column's source.
            row: the row of the column.
            screen_row: the row of the screen.
            before: the column's offset as it was.
        """
        self.offsets[source] = max(row - screen_row, min(0, before))

    def align(self, column: Column) -> None:
        """Scroll all columns as far as this one."""
        self.offsets = [self.offsets[column.source]] * len(self.offsets)

    # When the texts are laid out anew

    def begin_at(self, paragraphs: Mapping[int, int]) -> None:
        """Have these paragraphs uppermost at first in columns that are not linked, by source."""
        self._anchors.update({source: (paragraph, 0) for source, paragraph in paragraphs.items()})

    def uppermost(self, columns: Iterable[Column]) -> Mapping[int, int]:
        """The paragraph uppermost in each source's column, where that is not the headline.

        Args:
            columns: those on the screen; others are as they were when they were on it.
        """
        anchors = {**self._anchors, **self._found(columns)}
        return {source: anchor[0] for source, anchor in anchors.items() if anchor and anchor[0] >= 0}

    def anchors(self, columns: Iterable[Column]) -> Mapping[int, Anchor | None]:
        """The anchors of the columns on the screen; where they are not linked, of those seen before too."""
        found = self._found(columns)
        self._anchors.update(found)
        return found if self.linked else self._anchors

    def restore(self, columns: Iterable[Column], anchors: Mapping[int, Anchor | None]) -> None:
        """Scroll columns that are laid out anew to their anchors."""
        for column in columns:
            anchor = anchors.get(column.source)
            if anchor is None:
                continue
            number, inside = anchor
            block = column.blocks[0] if number < 0 else column.holder(number)
            if block is not None:
                self.offsets[column.source] = block.top + min(inside, block.height)

    def _found(self, columns: Iterable[Column]) -> dict[int, Anchor | None]:
        return {column.source: self._anchor(column) for column in columns}

    def _anchor(self, column: Column) -> Anchor | None:
        offset = self.offsets[column.source]
        block = column.uppermost(offset)
        if block is None:
            return None
        return (block.folded[0] if block.folded else block.number), offset - block.top
