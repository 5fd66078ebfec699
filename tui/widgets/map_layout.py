"""The layout of the map: columns, the rows of each paragraph, and ribbons as lines of cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

LEAST_COLUMN_WIDTH = 10  # a paragraph's number and its marks
GUTTER_WIDTHS = (8, 6, 4)  # the space for ribbons, the first that leaves the columns room
ROOMY_COLUMN_WIDTH = 18  # the width from which a column is said to have room
WORD_WIDTH = 9  # cells, with its blank and what lines leave empty; more than most

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
LIGHT_LINES = " │││─┘┐┤─└┌├─┴┬┼"  # by the sum of the directions that lines go in
DOUBLE_LINES = " ║║║═╝╗╣═╚╔╠═╩╦╬"

RibbonRows = tuple[int, int]
"""A ribbon within a gutter: the rows it begins at on the left and ends at on the right."""


@dataclass(frozen=True, slots=True)
class ColumnGrid:
    """The number of columns seen at once, the cells of each, and those of the gutter between two of them."""

    seen: int
    width: int
    gutter: int

    @classmethod
    def fit(cls, number: int, width: int) -> ColumnGrid:
        """The most of ``number`` columns that fit into ``width`` cells; at least one."""
        for gutter in GUTTER_WIDTHS:
            cell = (width - gutter * (number - 1)) // number
            if cell >= ROOMY_COLUMN_WIDTH or (gutter == GUTTER_WIDTHS[-1] and cell >= LEAST_COLUMN_WIDTH):
                return cls(number, cell, gutter)
        gutter = GUTTER_WIDTHS[-1]
        seen = max(1, (width + gutter) // (LEAST_COLUMN_WIDTH + gutter))
        return cls(seen, max(1, (width - gutter * (seen - 1)) // seen), gutter)

    def left(self, index: int) -> int:
        """The cell at which the seen column ``index``, from 0, begins."""
        return index * (self.width + self.gutter)

    def at(self, x: int) -> int | None:
        """The seen column that the cell ``x`` is in; None in a gutter or beyond."""
        index, inside = divmod(x, self.width + self.gutter)
        return index if inside < self.width and index < self.seen else None


@dataclass(frozen=True)
class Stack:
    """The rows of one column: each paragraph's first, and at the end that after the last."""

    tops: tuple[int, ...]

    @property
    def height(self) -> int:
        """All rows together."""
        return self.tops[-1]

    def rows(self, paragraph: int) -> range:
        """The rows of a paragraph."""
        return range(self.tops[paragraph], self.tops[paragraph + 1])

    @cached_property
    def anchors(self) -> tuple[int, ...]:
        """The row of each paragraph at which its ribbons begin: its middle."""
        return tuple((top + below - 1) // 2 for top, below in pairwise(self.tops))

    def at(self, row: int) -> int:
        """The paragraph in a row; beyond the ends the nearest."""
        return min(max(0, bisect_right(self.tops, row) - 1), len(self.tops) - 2)


def stacks(words: Sequence[Sequence[int]], rows: int, width: int) -> tuple[Stack, ...]:
    """Stack the paragraphs at one scale: a row stands for the same number of words in all columns.

    The longest column fills ``rows`` where it can; no paragraph has less than one row, nor more than its
    text needs in lines of ``width`` cells.
    """
    enough = max(1.0, width / WORD_WIDTH)
    scale = max(enough, max(map(sum, words)) / max(1, rows))
    found = _stacked(words, scale)
    while max(stack.height for stack in found) > rows and scale < max(max(column) for column in words):
        scale *= 1.15
        found = _stacked(words, scale)
    return found


def _stacked(words: Sequence[Sequence[int]], scale: float) -> tuple[Stack, ...]:
    heights = ([max(1, round(count / scale)) for count in column] for column in words)
    return tuple(Stack(tuple(accumulate(column, initial=0))) for column in heights)


def draw(lines: Iterable[RibbonRows], width: int, height: int) -> dict[tuple[int, int], int]:
    """Draw the ribbons of a gutter as the directions in which lines go, by row and cell.

    A line leads from the left to its own track, along it up or down, and on to the right. Of the lines that
    go down the upper one turns farther right, of those that go up farther left: so they cross least.

    Args:
        lines: what to draw; rows above 0 or from ``height`` on are out of sight.
        width: cells of the gutter, at least 3.
        height: rows that are seen.
    """
    ordered = sorted(set(lines))
    tracks: list[list[RibbonRows]] = [[] for _ in range(width - 2)]
    grid: dict[tuple[int, int], int] = {}
    for start, end in ordered:
        step = (end > start) - (end < start)
        order = range(width - 2) if step < 0 else range(width - 3, -1, -1)
        span = (min(start, end), max(start, end))
        free = (track for track in order if all(b < span[0] or span[1] < a for a, b in tracks[track]))
        track = next(free, order[len(tracks[order[0]]) % len(order)])
        if step:
            tracks[track].append(span)
        _trace(grid, start, end, track + 1, width)
    return {cell: mask for cell, mask in grid.items() if 0 <= cell[0] < height}


def _trace(grid: dict[tuple[int, int], int], start: int, end: int, track: int, width: int) -> None:
    def add(row: int, cell: int, directions: int) -> None:
        grid[row, cell] = grid.get((row, cell), 0) | directions

    for cell in range(track):
        add(start, cell, LEFT | RIGHT)
    for cell in range(track + 1, width):
        add(end, cell, LEFT | RIGHT)
    if start == end:
        add(start, track, LEFT | RIGHT)
        return
    onward, back = (DOWN, UP) if end > start else (UP, DOWN)
    add(start, track, LEFT | onward)
    add(end, track, back | RIGHT)
    for row in range(min(start, end) + 1, max(start, end)):
        add(row, track, UP | DOWN)
