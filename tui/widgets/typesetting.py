"""Texts to columns: wrapped to a width, their paragraphs one under the other.

Both views give the same shape and differ only in where the blocks stand: in the reading view each column
counts its own lines, in the aligned view (see ``aligned_rows``) all count the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tui.widgets.column import HEADING, Block, Column
from tui.widgets.wrapping import Line, wrap

if TYPE_CHECKING:
    from tui.widgets.folding import Folds


class Text:
    """The text of one source: that of the headline block (may be empty) and the paragraphs."""

    __slots__ = ("heading", "paragraphs")

    def __init__(self, heading: str, paragraphs: tuple[str, ...]) -> None:
        self.heading = heading
        self.paragraphs = paragraphs


class Typesetter:
    """Sets texts in columns and remembers their lines: both views and the zoom come back to them."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self._wrapped: dict[tuple[int, int], tuple[tuple[Line, ...], ...]] = {}
        self._columns: dict[tuple[int, int], Column] = {}

    def heading(self, source: int, width: int) -> list[Block]:
        """The block of a source's headline; an empty list without one."""
        heading = self.texts[source].heading
        if not heading:
            return []
        lines = wrap(heading, width)
        return [Block(HEADING, 0, heading, lines, len(lines))]

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
        blocks = self.heading(source, width)
        top = blocks[0].height + 1 if blocks else 0
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
