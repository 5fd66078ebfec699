"""The cursor: the sentence that is read, and the ways from it through its column."""

from __future__ import annotations

from tui.widgets.accounts import Accounts
from tui.widgets.column import Column
from tui.widgets.marks import Place


class Cursor:
    """A place in the texts.

    The methods tell where a key leads in the cursor's column, past the paragraphs that are folded there; they
    leave the cursor where it is.
    """

    def __init__(self, accounts: Accounts) -> None:
        self.place = Place(0, 0)
        self._accounts = accounts

    def rows(self, column: Column) -> tuple[int, int]:
        """The first and the last row of the cursor's sentence in its column."""
        return column.rows_of(self.place.paragraph, *self._accounts.stretch(self.place))

    def target_rows(self, column: Column) -> tuple[int, int]:
        """The first and the last row of the stretch that was gone to, or else of the sentence."""
        stretch = self.place.span or self._accounts.stretch(self.place)
        return column.rows_of(self.place.paragraph, *stretch)

    def sentence_beside(self, column: Column, step: int) -> Place | None:
        """The place one sentence on (1) or back (-1); None at the column's end."""
        place = self.place._replace(span=None)
        number = place.sentence + step
        if 0 <= number < self._sentences(place):
            return place._replace(sentence=number)
        beside = self.paragraph_beside(column, step)
        if beside is None or step > 0:
            return beside
        return beside._replace(sentence=self._sentences(beside) - 1)

    def paragraph_beside(self, column: Column, step: int) -> Place | None:
        """The start of the paragraph below (1) or above (-1); None at the column's end."""
        block = column.beside(self.place.paragraph, step)
        return Place(self.place.source, block.number) if block else None

    def end(self, column: Column, step: int) -> Place:
        """The first (-1) or the last (1) sentence of the column."""
        place = Place(self.place.source, column.end(step).number)
        return place if step < 0 else place._replace(sentence=self._sentences(place) - 1)

    def _sentences(self, place: Place) -> int:
        return len(self._accounts.sentence_offsets(place.source, place.paragraph))
