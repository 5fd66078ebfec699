"""Paragraphs a reader may skip: all report them, or they add nothing to the article that is read in full."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from tui.model import Level
from tui.widgets.column import FOLD, Block
from tui.widgets.marks import Mark, Marks

Filter = Literal["", "differences", "path"]
"""No filter; only differences stay; only the shortest path stays."""

ParagraphIndex = tuple[int, int]
"""A source and a paragraph of it, by index."""


class Folding(NamedTuple):
    """The paragraphs a filter leaves out, by source, a label for a line in place of some, and a note on all.

    In the aligned view ``by_rows`` keeps a paragraph that is left out beside one that is not.
    """

    left_out: tuple[frozenset[int], ...]
    label: Callable[[int, Sequence[int]], str]
    note: str
    by_rows: bool

    def folds(self, opened: Iterable[ParagraphIndex], rows: Iterable[Sequence[ParagraphIndex]]) -> Folds:
        """The paragraphs left out, not those opened nor, by rows, those beside one that stays."""
        left_out = [set(numbers) for numbers in self.left_out]
        for source, number in opened:
            left_out[source].discard(number)
        for row in rows if self.by_rows else ():
            if not all(number in left_out[source] for source, number in row):
                for source, number in row:
                    left_out[source].discard(number)
        return Folds(left_out, self.label)


class Folds:
    """The paragraphs of each source that are left out at the moment, and the lines in place of them."""

    __slots__ = ("_label", "left_out")

    def __init__(
        self, left_out: Sequence[Collection[int]], label: Callable[[int, Sequence[int]], str]
    ) -> None:
        self.left_out = left_out
        self._label = label

    def line(self, source: int, numbers: Sequence[int], top: int) -> Block:
        """The block of one row that stands for these paragraphs."""
        text = self._label(source, numbers)
        return Block(FOLD, top, text, ((0, len(text)),), 1, numbers)

    def whole(self, row: Mapping[int, Sequence[int]]) -> bool:
        """Whether all paragraphs of a row (by source) are left out."""
        return all(number in self.left_out[source] for source, numbers in row.items() for number in numbers)


def fold(wanted: Filter, marks: Marks, base: int, order: Sequence[int]) -> Folding | None:
    """Find what a filter leaves out; ``base`` and ``order`` matter to the shortest path alone."""
    if wanted == "differences":
        return differences(marks)
    return shortest_path(marks, base, order) if wanted == "path" else None


def differences(marks: Marks) -> Folding:
    """Leave out the paragraphs without a conflict, with nothing in them that their source alone has."""
    sources = marks.comparison.sources
    total = sum(len(source.paragraphs) for source in sources)
    left_out = tuple(
        frozenset(number for number in range(len(source.paragraphs)) if not _differs(marks, index, number))
        for index, source in enumerate(sources)
    )

    def label(source: int, numbers: Sequence[int]) -> str:
        by_all = all(len(marks.counterparts(source, number)) == len(sources) - 1 for number in numbers)
        return f"… {_counted(numbers)} {'all' if by_all else 'others'} report"

    shown = total - sum(map(len, left_out))
    return Folding(left_out, label, f"only differences: {shown} of {total} ¶", by_rows=True)


def _differs(marks: Marks, source: int, paragraph: int) -> bool:
    if not marks.counterparts(source, paragraph):
        return True
    return any(span.mark >= Mark.ALONE for span in marks.spans(source, paragraph))


def shortest_path(marks: Marks, base: int, order: Sequence[int]) -> Folding:
    """Leave out paragraphs that add nothing to ``base``, read in full, and to those kept before them.

    A paragraph adds something if it has a fact that was not read before, in ``base`` or in what is kept of
    the sources before it, or a sentence that no source so far reports; so each is judged by what a reader of
    the path knows by then.

    Args:
        marks: what is marked.
        base: the source that is read in full.
        order: the order in which the others are read.
    """
    comparison = marks.comparison
    facts = _facts(marks)
    known: set[int] = set()
    read: set[str] = set()
    left_out = [frozenset[int]()] * len(comparison.sources)
    saved = total = 0
    for source in (base, *(other for other in order if other != base)):
        skipped = set()
        for number, paragraph in enumerate(comparison.sources[source].paragraphs):
            words = len(paragraph.text.split())
            total += words
            own = facts.get((source, number), set())
            new = own - known or any(
                sentence.assertive
                and all(report.level is Level.NONE for report in sentence.reports if report.source in read)
                for sentence in paragraph.sentences
            )
            disputed = any(span.mark is Mark.CONFLICT for span in marks.spans(source, number))
            if source == base or new or disputed:
                known |= own
            else:
                skipped.add(number)
                saved += words
        read.add(marks.keys[source])
        left_out[source] = frozenset(skipped)

    def label(_source: int, numbers: Sequence[int]) -> str:
        return f"… {_counted(numbers)} {'adds' if len(numbers) == 1 else 'add'} nothing"

    note = f"path from {marks.keys[base]} saves {saved:,} of {total:,} words"
    return Folding(tuple(left_out), label, note, by_rows=False)


def _facts(marks: Marks) -> dict[ParagraphIndex, set[int]]:
    """The ids of the facts in each paragraph that has any."""
    found: dict[ParagraphIndex, set[int]] = {}
    for fact in marks.comparison.facts:
        for passage in fact.passages:
            found.setdefault(marks.place_of(passage.sentence)[:2], set()).add(fact.id)
    return found


def _counted(numbers: Sequence[int]) -> str:
    return "1 paragraph" if len(numbers) == 1 else f"{len(numbers)} paragraphs"
