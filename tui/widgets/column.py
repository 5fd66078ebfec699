"""One source's column: where each of its blocks and lines stands, as plain numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tui.widgets.wrapping import Line

HEADING = -1
"""The block number of an article's headline, which is no paragraph."""
GAP = -2
"""The block number of a cell in which a source is silent."""
FOLD = -3
"""The block number of a line that stands for paragraphs left out."""
LABEL = -4
"""The block number of the heading of a row in the aligned view."""

_FAR = 1 << 62  # an offset beyond any text


class Block:
    """A paragraph (by index from 0) or another block (by the constants above): top row, lines, height.

    ``folded`` are the paragraphs that a `FOLD` stands for.
    """

    __slots__ = ("folded", "height", "lines", "number", "text", "top")

    def __init__(
        self,
        number: int,
        top: int,
        text: str,
        lines: Sequence[Line],
        height: int,
        folded: Sequence[int] = (),
    ) -> None:
        self.number = number
        self.top = top
        self.text = text
        self.lines = lines
        self.height = height
        self.folded = folded


class Column:
    """One source: its blocks from top to bottom and its height in rows."""

    def __init__(self, source: int, blocks: Sequence[Block], height: int) -> None:
        self.source = source
        self.blocks = blocks
        self.height = height
        self._tops = [block.top for block in blocks]
        self._texts = [block for block in blocks if block.number >= 0]
        self._indices = {block.number: index for index, block in enumerate(self._texts)}
        self._folds = {number: block for block in blocks for number in block.folded}
        self._labels = [block for block in blocks if block.number == LABEL]

    def at(self, row: int) -> tuple[Block, int] | None:
        """The block at ``row`` and the row within it; None between blocks and outside."""
        index = bisect_right(self._tops, row) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        inside = row - block.top
        return (block, inside) if inside < block.height else None

    def uppermost(self, row: int) -> Block | None:
        """The first block that ends below ``row`` and is no gap; None after the last."""
        index = max(0, bisect_right(self._tops, row) - 1)
        while index < len(self.blocks):
            block = self.blocks[index]
            if block.number not in (GAP, LABEL) and block.top + block.height > row:
                return block
            index += 1
        return None

    def label(self, row: int) -> Block | None:
        """The heading of the aligned view's row that ``row`` is in; None above the first and outside it."""
        index = bisect_right(self._labels, row, key=lambda block: block.top) - 1
        return self._labels[index] if index >= 0 else None

    def paragraph(self, number: int) -> Block | None:
        """The block of a paragraph; None if it is folded."""
        index = self._indices.get(number)
        return None if index is None else self._texts[index]

    def holder(self, number: int) -> Block | None:
        """The block of a paragraph, or the fold that stands for it."""
        return self.paragraph(number) or self._folds.get(number)

    @property
    def empty(self) -> bool:
        """Whether all paragraphs are folded."""
        return not self._texts

    def beside(self, number: int, step: int) -> Block | None:
        """The paragraph ``step`` blocks below (above, if negative) another one of the column."""
        index = self._indices[number] + step
        return self._texts[index] if 0 <= index < len(self._texts) else None

    def end(self, step: int) -> Block:
        """The first (-1) or last (1) paragraph."""
        return self._texts[0 if step < 0 else -1]

    def nearest(self, row: int) -> Block:
        """The paragraph at ``row``, or else the one that begins or ends nearest to it."""
        index = bisect_right(self._texts, row, key=lambda block: block.top)
        near = self._texts[max(0, index - 1) : index + 1]
        return min(near, key=lambda block: max(block.top - row, row - (block.top + block.height - 1), 0))

    def rows_of(self, paragraph: int, start: int, end: int) -> tuple[int, int]:
        """First and last row of characters ``start`` to ``end`` of a paragraph, or of its fold."""
        block = self.paragraph(paragraph)
        if block is None:
            top = self._folds[paragraph].top
            return top, top
        first = max(0, bisect_right(block.lines, (start, _FAR)) - 1)
        last = max(first, bisect_right(block.lines, (max(start, end - 1), _FAR)) - 1)
        return block.top + first, block.top + last
