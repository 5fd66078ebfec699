"""What a reader may skip: what all sources say, or what adds nothing to the article that is read in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from tui.model import Level
from tui.widgets.marks import Mark, Marks

Filter = Literal["", "differences", "path"]
"""Nothing is left out; only differences stay; only the shortest path stays."""


class Folding(NamedTuple):
    """The paragraphs left out, by source, the line that stands for some of them, and what to say of it all.

    In the aligned view ``by_rows`` keeps a paragraph that is left out beside one that is not.
    """

    left_out: tuple[frozenset[int], ...]
    label: Callable[[int, Sequence[int]], str]
    note: str
    by_rows: bool


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
    """Leave out what adds nothing: read ``base`` in full, then of the others what is new or contradicts.

    A paragraph adds something if it has a fact that was not read before, in ``base`` or in what is kept of
    the sources before it, or a sentence that no source so far reports; so each is judged by what a reader of
    the path knows by then.

    Args:
        marks: what is marked.
        base: the source that is read in full.
        order: the order in which the others are read.
    """
    comparison = marks.comparison
    facts: dict[tuple[int, int], set[int]] = {}
    for fact in comparison.facts:
        for passage in fact.passages:
            place = marks.place_of(passage.sentence)
            facts.setdefault(place[:2], set()).add(fact.id)
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


def _counted(numbers: Sequence[int]) -> str:
    return "1 paragraph" if len(numbers) == 1 else f"{len(numbers)} paragraphs"
