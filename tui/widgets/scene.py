"""What the canvas shows and where the cursor can go from there."""

from __future__ import annotations

from tui.widgets.arrangement import Arrangement
from tui.widgets.marks import Place


class Scene(Arrangement):
    """The columns, and the ways of the cursor between their sentences."""

    def sentence_beside(self, step: int) -> Place | None:
        """The place one sentence on (1) or back (-1) in the cursor's column; None at its end."""
        place = self.place._replace(span=None)
        number = self.place.sentence + step
        if 0 <= number < len(self.spans(place.source, place.paragraph)):
            return place._replace(sentence=number)
        beside = self.paragraph_beside(step)
        if beside is None or step > 0:
            return beside
        return beside._replace(sentence=len(self.spans(beside.source, beside.paragraph)) - 1)

    def paragraph_beside(self, step: int) -> Place | None:
        """The start of the paragraph below (1) or above (-1) in the cursor's column; None at its end."""
        block = self.current.beside(self.place.paragraph, step)
        return Place(self.place.source, block.number) if block else None

    def end(self, step: int) -> Place:
        """The first (-1) or last (1) sentence of the cursor's column."""
        place = Place(self.place.source, self.current.end(step).number)
        return place if step < 0 else place._replace(sentence=len(self.spans(*place[:2])) - 1)

    def page(self, step: int) -> Place:
        """The place a screenful on (1) or back (-1); the text is scrolled by as much."""
        column, source = self.current, self.place.source
        first, _ = column.rows_of(self.place.paragraph, *self.stretch(self.place))
        rows = step * max(1, self.height - 2)
        highest = max(0, column.height - self.height)
        self.offsets[source] = max(min(self.offsets[source] + rows, highest), 0)
        return self.nearest(column, first + rows)

    def column_beside(self, step: int) -> Place | None:
        """The place at the same height in the next column to the right (1) or left (-1); None at the edge."""
        index = self.unhidden.index(self.place.source) + step
        return self.level(self.unhidden[index]) if 0 <= index < len(self.unhidden) else None
