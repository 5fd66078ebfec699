"""Movement in the text, from column to column and from mark to mark."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.ids import source_key
from tui.screens.compare.base import Part
from tui.widgets.marks import Place


class Movement(Part):
    """The keys that move the cursor."""

    def action_cursor_down(self) -> None:
        """The next sentence."""
        self.canvas.move(self.scene.sentence_beside(1))

    def action_cursor_up(self) -> None:
        """The sentence before."""
        self.canvas.move(self.scene.sentence_beside(-1))

    def action_paragraph_down(self) -> None:
        """The next paragraph."""
        self.canvas.move(self.scene.paragraph_beside(1))

    def action_paragraph_up(self) -> None:
        """The paragraph before."""
        self.canvas.move(self.scene.paragraph_beside(-1))

    def action_page_down(self) -> None:
        """A screenful on."""
        self.canvas.move(self.scene.page(1))

    def action_page_up(self) -> None:
        """A screenful back."""
        self.canvas.move(self.scene.page(-1))

    def action_top(self) -> None:
        """The article's first sentence."""
        self.screen.leap(self.scene.end(-1))

    def action_bottom(self) -> None:
        """The article's last sentence."""
        self.screen.leap(self.scene.end(1))

    # From column to column

    def action_focus_column(self, number: int) -> None:
        """Go to column ``number``, counted from 1 in the columns' order."""
        if number <= len(self.articles):
            self.canvas.move(self.scene.level(self.scene.order[number - 1]))
        else:
            self.say(f"There is no column {number}.")

    def action_column_left(self) -> None:
        """The column to the left."""
        self.canvas.move(self.scene.column_beside(-1))

    def action_column_right(self) -> None:
        """The column to the right."""
        self.canvas.move(self.scene.column_beside(1))

    def action_counterpart(self) -> None:
        """The counterpart in the next column."""
        self._counterpart(1)

    def action_counterpart_back(self) -> None:
        """The counterpart in the column before."""
        self._counterpart(-1)

    def _counterpart(self, step: int) -> None:
        canvas, marks = self.canvas, self.canvas.marks
        if len(self.articles) < 2:
            self.say("There is no other column.")
            return
        shown = self.scene.unhidden
        other = shown[(shown.index(canvas.place.source) + step) % len(shown)]
        if marks is None:
            canvas.move(self.scene.level(other))
            return
        place = marks.counterpart(canvas.place, other)
        if place is None:
            self.say(f"{source_key(other)} does not report this.")
        self.screen.leap(place or self.scene.level(other))

    # From mark to mark

    def action_next_unique(self) -> None:
        """The next fact that one source alone has."""
        self._go("unique", 1, "No fact is in one source alone.")

    def action_previous_unique(self) -> None:
        """The fact before that one source alone has."""
        self._go("unique", -1, "No fact is in one source alone.")

    @property
    def _no_conflict(self) -> str:
        one = len(self.articles) == 1
        return "One account cannot contradict itself here." if one else "No conflict was found."

    def action_next_conflict(self) -> None:
        """The next passage of a conflict."""
        self._go("conflicts", 1, self._no_conflict)

    def action_previous_conflict(self) -> None:
        """The passage of a conflict before."""
        self._go("conflicts", -1, self._no_conflict)

    def action_next_gap(self) -> None:
        """The next paragraph that no other source reports."""
        self._go("gaps", 1, "Every paragraph is reported by another source.")

    def action_previous_gap(self) -> None:
        """The paragraph before that no other source reports."""
        self._go("gaps", -1, "Every paragraph is reported by another source.")

    def _go(self, kind: str, step: int, none: str) -> None:
        marks = self.screen.known()
        if marks is None:
            return
        places: Sequence[Place] = {"unique": marks.unique, "conflicts": marks.conflicts, "gaps": marks.gaps}[
            kind
        ]
        if self.scene.hidden:
            places = [place for place in places if place.source not in self.scene.hidden]
        if not places:
            self.say(none)
            return
        here = self._position(self.canvas.place)
        if self.canvas.place.span is None and kind != "gaps":  # what begins with the sentence is still ahead
            here = (*here[:2], self.scene.stretch(self.canvas.place)[0] - (step > 0))
        bisect = bisect_right if step > 0 else bisect_left
        index = bisect(places, here, key=self._position) - (step < 0)
        if not 0 <= index < len(places):
            self.say("From the last back to the first." if step > 0 else "From the first on to the last.")
        self.screen.leap(places[index % len(places)])

    @staticmethod
    def _position(place: Place) -> tuple[int, int, int]:
        """The key by which places are ordered; that of a paragraph is its start."""
        return place.source, place.paragraph, place.span[0] if place.span else 0
