"""Where every line of every column stands: wrapping, blocks and rows, as plain numbers.

A layout is one `Column` a visible source. Both views give the same shape and differ only in where the blocks
stand: in the reading view each column counts its own lines, in the aligned view all count the same ones.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len, split_graphemes

from tui.export.wording import unbroken
from tui.model import AlignmentGroup

HEADING = -1
"""The block number of an article's headline, which is no paragraph."""
GAP = -2
"""The block number of a cell in which a source is silent."""

# Characters of one cell each that need no look-up: Latin, Greek, Cyrillic, typographic punctuation.
_NARROW = re.compile("[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*")

_FAR = 1 << 62  # an offset beyond any text

Line = tuple[int, int]
"""The offsets of one line in its text, end exclusive, without the space it breaks at."""


def wrap(text: str, width: int) -> tuple[Line, ...]:
    """Break ``text`` into lines of at most ``width`` cells.

    Lines break at spaces, after dashes, between wide characters and, where nothing else is left, anywhere but
    inside a grapheme cluster. Newlines always break. A cluster wider than ``width`` gets a line of its own.

    Args:
        text: cleaned text.
        width: cells, at least 1.

    Returns:
        The offsets of the lines in order; at least one line.
    """
    broken = _wrap_narrow if _NARROW.fullmatch(text) else _wrap_wide
    lines: list[Line] = []
    start = 0
    while (newline := text.find("\n", start)) != -1:
        broken(text, start, newline, width, lines)
        start = newline + 1
    broken(text, start, len(text), width, lines)
    return tuple(lines)


def _wrap_narrow(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    while end - start > width:
        limit = start + width
        space = text.rfind(" ", start + 1, limit + 1)
        dash = text.rfind("—", start, limit)
        if dash >= space and dash != -1:
            stop = following = dash + 1
        elif space != -1:
            stop, following = space, space + 1
        else:
            stop = following = limit
        lines.append((start, stop))
        start = following
    lines.append((start, end))


def _wrap_wide(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    clusters, _ = split_graphemes(text[start:end])
    first, size = start, 0
    chance: tuple[int, int, int] | None = (
        None  # where the line may stop, where the next starts, cells up to there
    )
    for left, right, cells in clusters:
        left, right = start + left, start + right
        cluster = text[left:right]  # a space that carries a combining mark is none
        while size + cells > width and cluster != " " and left > first:
            if chance is None:
                chance = (left, left, size)
            lines.append((first, chance[0]))
            first, size = chance[1], size - chance[2]
            chance = None
        size += cells
        if cluster == " " and left > first:
            chance = (left, right, size)
        elif cells > 1 or cluster == "—":
            chance = (right, right, size)
    lines.append((first, end))


def offset_at(text: str, line: Line, cell: int) -> int:
    """The offset in ``text`` of the character drawn at ``cell`` of ``line``; beyond it, the line's end."""
    start, end = line
    clusters, _ = split_graphemes(text[start:end])
    position = 0
    for left, _right, cells in clusters:
        if cell < position + cells:
            return start + left
        position += cells
    return end


def ellipsize(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells; where it is cut, at a word if possible, stands an ellipsis."""
    text = " ".join(text[: 4 * width + 64].split()) if width > 0 else ""
    if cell_len(text) <= width:
        return text
    start, end = wrap(unbroken(text), max(1, width - 1))[0]
    return text[start:end].rstrip(" ,;:—-") + "…"


class Block:
    """A paragraph (by index from 0), a `HEADING` or a `GAP`: its first row, its lines, its height."""

    __slots__ = ("height", "lines", "number", "text", "top")

    def __init__(self, number: int, top: int, text: str, lines: Sequence[Line], height: int) -> None:
        self.number = number
        self.top = top
        self.text = text
        self.lines = lines
        self.height = height


class Column:
    """One source: its blocks from top to bottom, its height in rows, the rows that are rules."""

    def __init__(
        self, source: int, blocks: Sequence[Block], height: int, rules: frozenset[int] = frozenset()
    ) -> None:
        self.source = source
        self.blocks = blocks
        self.height = height
        self.rules = rules
        self._tops = [block.top for block in blocks]
        self._texts = [block for block in blocks if block.number >= 0]
        self._indices = {block.number: index for index, block in enumerate(self._texts)}

    def at(self, row: int) -> tuple[Block, int] | None:
        """The block at ``row`` and the row within it; None between blocks and outside."""
        index = bisect_right(self._tops, row) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        inside = row - block.top
        return (block, inside) if inside < block.height else None

    def paragraph(self, number: int) -> Block | None:
        """The block of a paragraph."""
        index = self._indices.get(number)
        return None if index is None else self._texts[index]

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
        """First and last row of characters ``start`` to ``end`` (exclusive) of one of its paragraphs."""
        block = self._texts[self._indices[paragraph]]
        first = max(0, bisect_right(block.lines, (start, _FAR)) - 1)
        last = max(first, bisect_right(block.lines, (max(start, end - 1), _FAR)) - 1)
        return block.top + first, block.top + last


class Text:
    """What one source puts on the canvas: the headline block's text (may be empty) and the paragraphs."""

    __slots__ = ("heading", "paragraphs")

    def __init__(self, heading: str, paragraphs: tuple[str, ...]) -> None:
        self.heading = heading
        self.paragraphs = paragraphs


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
            self._wrapped[key] = tuple(wrap(text, width) for text in self.texts[source].paragraphs)
        return self._wrapped[key]

    def column(self, source: int, width: int) -> Column:
        """A source in its own order, a blank row after each paragraph: its column in the reading view."""
        key = (source, width)
        if key not in self._columns:
            text = self.texts[source]
            blocks: list[Block] = []
            top = 0
            heading = self.heading(source, width)
            if heading:
                blocks.append(Block(HEADING, top, text.heading, heading, len(heading)))
                top += len(heading) + 1
            for index, lines in enumerate(self.paragraphs(source, width)):
                blocks.append(Block(index, top, text.paragraphs[index], lines, len(lines)))
                top += len(lines) + 1
            self._columns[key] = Column(source, blocks, max(0, top - 1))
        return self._columns[key]


def aligned(
    wrapper: Wrapper, sources: Sequence[int], width: int, rows: Sequence[Mapping[int, tuple[int, ...]]]
) -> tuple[Column, ...]:
    """Rows of matched paragraphs, each as high as its longest cell, a row for a rule after each.

    Args:
        wrapper: the texts.
        sources: the visible sources, by index.
        width: cells of text in a column.
        rows: for each row the paragraphs of each source (see `row_order`); rows without any of
            ``sources`` are left out.
    """
    blocks: dict[int, list[Block]] = {source: [] for source in sources}
    top = 0
    rules: set[int] = set()
    headings = {source: wrapper.heading(source, width) for source in sources}
    if any(headings.values()):
        for source, lines in headings.items():
            if lines:
                blocks[source].append(Block(HEADING, top, wrapper.texts[source].heading, lines, len(lines)))
        top += max(map(len, headings.values())) + 1
        rules.add(top - 1)
    for row in rows:
        if not any(row.get(source) for source in sources):
            continue
        height = 1
        for source in sources:
            inside = top
            wrapped = wrapper.paragraphs(source, width)
            for index in row.get(source, ()):
                lines = wrapped[index]
                blocks[source].append(
                    Block(index, inside, wrapper.texts[source].paragraphs[index], lines, len(lines))
                )
                inside += len(lines) + 1
            height = max(height, inside - 1 - top)
        for source in sources:
            if not row.get(source):
                blocks[source].append(Block(GAP, top, "", (), height))
        top += height + 1
        rules.add(top - 1)
    height, lines_between = max(0, top - 1), frozenset(rules - {top - 1})
    return tuple(Column(source, blocks[source], height, lines_between) for source in sources)


def row_order(
    groups: Iterable[AlignmentGroup], keys: Sequence[str], first: Sequence[int]
) -> list[dict[int, tuple[int, ...]]]:
    """The groups in the order of the first source, those it is not in beside their neighbours.

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
        before: dict[int, list[dict[int, tuple[int, ...]]]] = {}
        neighbour = -1
        for row in own:
            if id(row) in placed:
                neighbour = placed[id(row)]
            else:
                before.setdefault(neighbour, []).append(row)
        merged = list(before.get(-1, ()))
        for position, row in enumerate(ordered):
            merged.append(row)
            merged.extend(before.get(position, ()))
        ordered = merged
    return ordered


def window(
    shown: Sequence[int], focus: int, first: int, total: int, smallest: int, widest: int, gap: int
) -> tuple[tuple[int, ...], int]:
    """Choose the columns that fit in ``total`` cells, as near to the last choice as keeps ``focus`` in sight.

    Args:
        shown: the sources that are not hidden; ``focus`` is one of them.
        focus: the source that must be in sight.
        first: the source that was leftmost before.
        total: cells for all columns.
        smallest: cells a column needs for two of them to be set side by side.
        widest: cells beyond which a line is tiring to read.
        gap: cells between two columns.

    Returns:
        The sources on the screen and the cells of a column, gutter included.
    """
    count = max(1, min(len(shown), (total + gap) // (smallest + gap)))
    start = shown.index(first) if first in shown else 0
    at = shown.index(focus)
    start = min(max(start, at - count + 1), at, len(shown) - count)
    width = min(widest, (total - gap * (count - 1)) // count)
    return tuple(shown[start : start + count]), max(1, width)
