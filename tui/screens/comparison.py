"""Screens that show the comparison: decisions, and the way from a passage to the text."""

from __future__ import annotations

from tui.ids import paragraph_of
from tui.model import Comparison, Passage
from tui.screens.keyed import KeyedScreen
from tui.session import Choices


class ComparisonScreen(KeyedScreen):
    """A screen that is opened once the comparison is there and follows what the reader decides about it."""

    @property
    def choices(self) -> Choices:
        """The reader's decisions as they stand."""
        return self.state.session.choices

    @property
    def comparison(self) -> Comparison:
        """The comparison that is shown."""
        comparison = self.state.comparison
        if comparison is None:
            raise RuntimeError("opened before the comparison was made")
        return comparison

    def on_mount(self) -> None:
        """Follow the comparison and the decisions."""
        self.follow(self.state.choices_changed, self.decided)
        self.follow(self.state.comparison_changed, self._comparison_changed)

    def _comparison_changed(self) -> None:
        if self.state.comparison is not None:
            self.revised()

    def revised(self) -> None:
        """Draw anew: the comparison is another one."""
        raise NotImplementedError

    def decided(self) -> None:
        """See to decisions that the comparison does not change with."""

    def app_key(self, action: str) -> str:
        """The name of the key that leads to an action of the whole app."""
        return self.key(action, "app") or "the palette"

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self.state.undo():
            self.say("There is no change to take back.")

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        if not self.state.redo():
            self.say("No change was taken back.")


class PassageScreen(ComparisonScreen):
    """A screen with a passage under its cursor."""

    def passage(self) -> Passage | None:
        """The passage under the cursor, if there is one."""
        raise NotImplementedError

    def paragraph_under_cursor(self) -> str | None:
        """The id of the paragraph that the passage under the cursor stands in."""
        place = self.passage()
        return paragraph_of(place.sentence) if place else None

    def action_jump(self) -> None:
        """Show the passage under the cursor in the text."""
        place = self.passage()
        if place is None:
            self.say("There is nothing to go to.")
        else:
            self.navigation.jump_to(place.sentence, place.start, place.end)

    def action_why(self) -> None:
        """Show the evidence for the sentence under the cursor."""
        place = self.passage()
        if place is None:
            self.say("There is nothing to explain.")
        else:
            self.navigation.explain(place.sentence)
