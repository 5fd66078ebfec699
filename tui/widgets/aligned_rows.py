"""The aligned view: rows of matched paragraphs, in which all columns count the same lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tui.model import AlignmentGroup
from tui.widgets.column import GAP, LABEL, Block, Column
from tui.widgets.typesetting import Typesetter

if TYPE_CHECKING:
    from tui.widgets.folding import Folds

Row = Mapping[int, tuple[int, ...]]
"""The paragraphs of each source in a row; silent sources are absent."""


def aligned(
    typesetter: Typesetter,
    sources: Sequence[int],
    width: int,
    rows: Sequence[Row],
    folds: Folds | None = None,
) -> tuple[Column, ...]:
    """Rows of matched paragraphs, each as high as its longest cell, with its heading above.

    Rows that are left out as a whole are folded into one; in others each paragraph that is left out is.

    Args:
        typesetter: sets the texts.
        sources: the visible sources, by index.
        width: cells of text in a column.
        rows: the rows (see `row_order`); those without any of ``sources`` are left out.
        folds: the paragraphs that are left out, if any.
    """
    table = _Table(typesetter, sources, width, folds)
    visible = [(position, row) for position, row in enumerate(rows, 1) if any(map(row.get, sources))]
    for folded, run in groupby(visible, key=lambda item: folds is not None and folds.whole(item[1])):
        if folded and folds:
            table.fold([row for _, row in run], folds)
            continue
        for position, row in run:
            table.add(row, f"row {position} of {len(rows)}")
    return table.columns()


class _Table:
    """Columns that grow together, row by row."""

    def __init__(
        self, typesetter: Typesetter, sources: Sequence[int], width: int, folds: Folds | None
    ) -> None:
        self._typesetter = typesetter
        self._width = width
        self._folds = folds
        self._blocks = {source: typesetter.heading(source, width) for source in sources}
        self._top = max((block.height for blocks in self._blocks.values() for block in blocks), default=0)

    def fold(self, rows: Sequence[Row], folds: Folds) -> None:
        """One line in each column that has a part in the rows."""
        for source, blocks in self._blocks.items():
            numbers = sorted(number for row in rows for number in row.get(source, ()))
            if numbers:
                blocks.append(folds.line(source, numbers, self._top))
        self._top += 1

    def add(self, row: Row, title: str) -> None:
        """A row: the heading of each cell, the first one's with the title, and the cells; gaps fill it up."""
        top, height = self._top, 1
        for index, (source, blocks) in enumerate(self._blocks.items()):
            numbers = row.get(source, ())
            label = ", ".join(f"¶{number + 1}" for number in numbers)
            if index == 0:
                label = " · ".join(filter(None, (title, label)))
            blocks.append(Block(LABEL, top, label, (), 1))
            cell = self._typesetter.stack(source, numbers, self._width, top + 1, self._folds)
            blocks += cell
            if cell:
                height = max(height, cell[-1].top + cell[-1].height - top - 1)
        for source, blocks in self._blocks.items():
            if not row.get(source):
                blocks.append(Block(GAP, top + 1, "", (), height))
        self._top += height + 1

    def columns(self) -> tuple[Column, ...]:
        """The columns, all of the same height."""
        return tuple(Column(source, blocks, self._top) for source, blocks in self._blocks.items())


def row_order(groups: Iterable[AlignmentGroup], keys: Sequence[str], first: Sequence[int]) -> list[Row]:
    """The groups in the order of the first source, those it is not in beside their neighbours.

    Beside one neighbour the sources come in order of precedence. A source without any neighbour comes last.

    Args:
        groups: the alignment, every paragraph in exactly one group.
        keys: the sources' keys.
        first: the sources' indices in order of precedence.

    Returns:
        One mapping a row, from the index of a source to its paragraphs; silent sources are absent.
    """
    rows: list[Row] = [
        {
            keys.index(key): tuple(sorted(paragraphs))
            for key, paragraphs in group.paragraphs.items()
            if paragraphs
        }
        for group in groups
    ]
    ordered: list[Row] = []
    for source in first:
        own = sorted((row for row in rows if source in row), key=lambda row: row[source][0])
        placed = {id(row): position for position, row in enumerate(ordered)}
        after: dict[int, list[Row]] = {}
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
