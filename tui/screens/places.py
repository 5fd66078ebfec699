"""What the screens that show the comparison share: decisions, and the way from a passage to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.keys import key_of
from tui.model import Comparison, Passage
from tui.screens.base import KeyedScreen
from tui.session import Choices

if TYPE_CHECKING:
    pass


class ComparisonScreen(KeyedScreen):
    """A screen that is opened once the comparison is there and follows what the reader decides about it."""

    @property
    def choices(self) -> Choices:
        """The reader's decisions as they stand."""
        return self.rashomon.session.choices

    @property
    def comparison(self) -> Comparison:
        """What is shown."""
        comparison = self.rashomon.comparison
        if comparison is None:
            raise RuntimeError("opened before the comparison was made")
        return comparison

    def on_mount(self) -> None:
        """Follow the comparison."""
        self.watch(self.app, "comparison", self._comparison_changed, init=False)

    def _comparison_changed(self, comparison: Comparison | None) -> None:
        if comparison is not None and self.is_mounted:
            self.revised()

    def revised(self) -> None:
        """Draw anew: the comparison is another one."""
        raise NotImplementedError

    def key_of(self, action: str) -> str:
        """The name of the key that leads to an action of the whole app."""
        return key_of(self.rashomon.table, "app", action) or "the palette"

    def say(self, message: str) -> None:
        """Answer a key in words."""
        self.notify(message, markup=False, timeout=3)

    def decide(self, choices: Choices) -> None:
        """Go by these decisions from now on."""
        self.rashomon.decide(choices)
        self.decided()

    def decided(self) -> None:
        """See to decisions that the comparison does not change with."""

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.rashomon.undo():
            self.decided()
        else:
            self.say("There is no change to take back.")

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        if self.rashomon.redo():
            self.decided()
        else:
            self.say("No change was taken back.")


class PlacesScreen(ComparisonScreen):
    """A screen with a passage under its cursor."""

    def place(self) -> Passage | None:
        """The passage under the cursor, if there is one."""
        raise NotImplementedError

    def action_jump(self) -> None:
        """Show the passage under the cursor in the text."""
        place = self.place()
        if place is None:
            self.say("There is nothing to go to.")
        else:
            self.rashomon.jump_to(place.sentence, place.start, place.end)

    def action_why(self) -> None:
        """Show the evidence for the sentence under the cursor."""
        from tui.screens.why import WhyScreen

        place = self.place()
        if place is None:
            self.say("There is nothing to explain.")
        else:
            self.app.push_screen(WhyScreen(self.comparison, place.sentence))
