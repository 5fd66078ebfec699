"""The paragraphs the reader wants left out, and those of them that are shown all the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.widgets.marks import Marks

if TYPE_CHECKING:
    from tui.widgets.folding import Filter, Folding, Folds, ParagraphIndex


class FoldState:
    """A filter, what it leaves out of the texts as they are marked now, and what was opened since."""

    def __init__(self) -> None:
        self.filter: Filter = ""
        self.base = 0
        """The source that the shortest path reads in full."""
        self._opened: set[ParagraphIndex] = set()
        self._folding: Folding | None = None

    @property
    def note(self) -> str:
        """How much the filter leaves, in words; empty without one."""
        return self._folding.note if self._folding else ""

    def choose(self, wanted: Filter, base: int) -> None:
        """Have another filter from the next `update` on; ``base`` is read in full."""
        self.filter, self.base = wanted, base
        self._opened.clear()

    def update(self, marks: Marks | None, order: Sequence[int]) -> None:
        """Find out anew what the filter leaves out; without marks that is nothing.

        Args:
            marks: the marks, if there are any yet.
            order: the sources in the order of their columns, in which the shortest path leads through them.
        """
        self._folding = None
        if marks and self.filter:
            from tui.widgets import folding  # no filter is on at the first frame

            self._folding = folding.fold(self.filter, marks, self.base, order)

    def open(self, source: int, paragraphs: Iterable[int]) -> bool:
        """Show paragraphs although the filter leaves them out; return whether any was left out."""
        left_out = self._folding.left_out[source] if self._folding else ()
        closed = {(source, number) for number in paragraphs if number in left_out} - self._opened
        self._opened |= closed
        return bool(closed)

    @property
    def active(self) -> bool:
        """Whether paragraphs are left out."""
        return self._folding is not None

    def folds(self, rows: Iterable[Sequence[ParagraphIndex]]) -> Folds | None:
        """The paragraphs that are left out at the moment; None if it is not `active`.

        Args:
            rows: the paragraphs that stand beside each other in the aligned view; none in the reading view.
        """
        return self._folding.folds(self._opened, rows) if self._folding else None
