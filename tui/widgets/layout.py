"""Where every line of every column stands: blocks and rows, as plain numbers.

A layout is one `Column` a visible source. Both views give the same shape and differ only in where the blocks
stand: in the reading view each column counts its own lines, in the aligned view all count the same ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from tui.model import AlignmentGroup
from tui.widgets.wrapping import Line, wrap

HEADING = -1
"""The block number of an article's headline, which is no paragraph."""
GAP = -2
"""The block number of a cell in which a source is silent."""
FOLD = -3
"""The block number of a line that stands for paragraphs left out."""
LABEL = -4
"""The block number of the heading of a row in the aligned view."""

_FAR = 1 << 62  # an offset beyond any text

Row = Mapping[int, tuple[int, ...]]
"""A row of the aligned view: the paragraphs of each source in it; silent sources are absent."""


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


class Text:
    """What one source puts on the canvas: the headline block's text (may be empty) and the paragraphs."""

    __slots__ = ("heading", "paragraphs")

    def __init__(self, heading: str, paragraphs: tuple[str, ...]) -> None:
        self.heading = heading
        self.paragraphs = paragraphs


class Folds:
    """What is left out: the paragraphs of each source, and the line that stands for some of them."""

    __slots__ = ("label", "left_out")

    def __init__(
        self, left_out: Sequence[Collection[int]], label: Callable[[int, Sequence[int]], str]
    ) -> None:
        self.left_out = left_out
        self.label = label

    def line(self, source: int, numbers: Sequence[int], top: int) -> Block:
        """The block of one row that stands for these paragraphs."""
        text = self.label(source, numbers)
        return Block(FOLD, top, text, ((0, len(text)),), 1, numbers)


class Wrapper:
    """Wraps whole texts and remembers the result: both views and the zoom come back to it."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self._wrapped: dict[tuple[int, int], tuple[tuple[Line, ...], ...]] = {}
        self._columns: dict[tuple[int, int], Column] = {}

    def heading(self, source: int, width: int) -> tuple[Line, ...]:
        """The lines of a source's headline; none where it has no headline."""
        heading = self.texts[source].heading
        return wrap(heading, width) if heading else ()

    def paragraphs(self, source: int, width: int) -> tuple[tuple[Line, ...], ...]:
        """The lines of each paragraph of a source."""
        key = (source, width)
        if key not in self._wrapped:
            self._trim(self._wrapped)
            self._wrapped[key] = tuple(wrap(text, width) for text in self.texts[source].paragraphs)
        return self._wrapped[key]

    def column(self, source: int, width: int) -> Column:
        """A source in its own order, a blank row after each paragraph: its column in the reading view."""
        key = (source, width)
        if key not in self._columns:
            self._trim(self._columns)
            self._columns[key] = self.folded(source, width, None)
        return self._columns[key]

    def _trim(self, remembered: dict[tuple[int, int], Any]) -> None:
        """Keep a few widths a source: each step of a divider that is dragged makes two new ones."""
        while len(remembered) >= 4 * len(self.texts):
            del remembered[next(iter(remembered))]

    def folded(self, source: int, width: int, folds: Folds | None) -> Column:
        """A source in its own order, each run of paragraphs that are left out in one line."""
        heading = self.heading(source, width)
        blocks: list[Block] = []
        top = 0
        if heading:
            blocks.append(Block(HEADING, 0, self.texts[source].heading, heading, len(heading)))
            top = len(heading) + 1
        blocks += self.stack(source, range(len(self.texts[source].paragraphs)), width, top, folds)
        return Column(source, blocks, blocks[-1].top + blocks[-1].height)

    def stack(
        self, source: int, numbers: Iterable[int], width: int, top: int, folds: Folds | None
    ) -> list[Block]:
        """Blocks for some paragraphs from row ``top`` on, a blank row after each."""
        wrapped, texts = self.paragraphs(source, width), self.texts[source].paragraphs
        left_out = folds.left_out[source] if folds else ()
        blocks: list[Block] = []
        for folded, run in groupby(numbers, key=left_out.__contains__):
            if folded and folds:
                blocks.append(folds.line(source, tuple(run), top))
                top += 2
                continue
            for number in run:
                lines = wrapped[number]
                blocks.append(Block(number, top, texts[number], lines, len(lines)))
                top += len(lines) + 1
        return blocks


def aligned(
    wrapper: Wrapper, sources: Sequence[int], width: int, rows: Sequence[Row], folds: Folds | None = None
) -> tuple[Column, ...]:
    """Rows of matched paragraphs, each as high as its longest cell, with its heading above.

    Rows that are left out as a whole are folded into one; in others each paragraph that is left out is.

    Args:
        wrapper: the texts.
        sources: the visible sources, by index.
        width: cells of text in a column.
        rows: the rows (see `row_order`); those without any of ``sources`` are left out.
        folds: what is left out.
    """
    blocks: dict[int, list[Block]] = {source: [] for source in sources}
    headings = {source: wrapper.heading(source, width) for source in sources}
    top = max(map(len, headings.values()))
    for source, lines in headings.items():
        if lines:
            blocks[source].append(Block(HEADING, 0, wrapper.texts[source].heading, lines, len(lines)))
    left_out: Sequence[Collection[int]] = folds.left_out if folds else [()] * len(wrapper.texts)

    def whole(row: Row) -> bool:
        return all(number in left_out[source] for source, numbers in row.items() for number in numbers)

    visible = [(position, row) for position, row in enumerate(rows, 1) if any(map(row.get, sources))]
    for folded, run in groupby(visible, key=lambda item: whole(item[1])):
        if folded and folds:
            together = [row for _, row in run]
            for source in sources:
                gone = sorted(number for row in together for number in row.get(source, ()))
                if gone:
                    blocks[source].append(folds.line(source, gone, top))
            top += 1
            continue
        for position, row in run:
            height = 1
            for source in sources:
                numbers = row.get(source, ())
                label = ", ".join(f"¶{number + 1}" for number in numbers)
                if source == sources[0]:
                    label = " · ".join(filter(None, (f"row {position} of {len(rows)}", label)))
                blocks[source].append(Block(LABEL, top, label, (), 1))
                cell = wrapper.stack(source, numbers, width, top + 1, folds)
                blocks[source] += cell
                if cell:
                    height = max(height, cell[-1].top + cell[-1].height - top - 1)
            for source in sources:
                if not row.get(source):
                    blocks[source].append(Block(GAP, top + 1, "", (), height))
            top += height + 1
    return tuple(Column(source, blocks[source], top) for source in sources)


def row_order(
    groups: Iterable[AlignmentGroup], keys: Sequence[str], first: Sequence[int]
) -> list[dict[int, tuple[int, ...]]]:
    """The groups in the order of the first source, those it is not in beside their neighbours.

    Beside one neighbour the sources come in order of precedence. A source without any neighbour comes last.

    Args:
        groups: the alignment, every paragraph in exactly one group.
        keys: the sources' keys.
        first: the sources' indices in order of precedence.

    Returns:
        One mapping a row, from the index of a source to its paragraphs; silent sources are absent.
    """
    rows = [
        {
            keys.index(key): tuple(sorted(paragraphs))
            for key, paragraphs in group.paragraphs.items()
            if paragraphs
        }
        for group in groups
    ]
    ordered: list[dict[int, tuple[int, ...]]] = []
    for source in first:
        own = sorted((row for row in rows if source in row), key=lambda row: row[source][0])
        placed = {id(row): position for position, row in enumerate(ordered)}
        after: dict[int, list[dict[int, tuple[int, ...]]]] = {}
        neighbour = -1 if any(id(row) in placed for row in own) else len(ordered) - 1
        for row in own:
            if id(row) in placed:
                neighbour = placed[id(row)]
                continue
            while neighbour + 1 < len(ordered) and not {first[0], source} & ordered[neighbour + 1].keys():
                neighbour += 1  # past what sources before this one have there alone
            after.setdefault(neighbour, []).append(row)
        merged = list(after.get(-1, ()))
        for position, row in enumerate(ordered):
            merged.append(row)
            merged.extend(after.get(position, ()))
        ordered = merged
    return ordered


def window(shown: Sequence[int], focus: int, first: int, count: int) -> tuple[int, ...]:
    """Choose ``count`` neighbouring columns, as near to the last choice as keeps ``focus`` in sight.

    Args:
        shown: the sources that are not hidden, in the order of their columns; ``focus`` is one of them.
        focus: the source that must be in sight.
        first: the source that was leftmost before.
        count: how many columns there is room for, at least 1.
    """
    count = min(count, len(shown))
    start = shown.index(first) if first in shown else 0
    at = shown.index(focus)
    start = min(max(start, at - count + 1), at, len(shown) - count)
    return tuple(shown[start : start + count])


def share(total: int, weights: Sequence[float], least: int) -> list[int]:
    """Divide ``total`` cells by ``weights``, none less than ``least`` where that is possible.

    Equal weights give equal widths, so that some cells may be left over.
    """
    least = min(least, total // len(weights))
    narrow: set[int] = set()
    while True:
        rest = total - least * len(narrow)
        weight = sum(w for i, w in enumerate(weights) if i not in narrow)
        widths = [least if i in narrow else int(rest * w / weight) for i, w in enumerate(weights)]
        found = {i for i, width in enumerate(widths) if width < least} - narrow
        if not found or len(narrow | found) == len(weights):
            return [max(least, width) for width in widths]
        narrow |= found
