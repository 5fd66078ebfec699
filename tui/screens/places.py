"""What the screens that list passages share: the way from a passage to the text, and to its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.model import Comparison, Passage
from tui.screens.base import KeyedScreen

if TYPE_CHECKING:
    from tui.app import RashomonApp


class PlacesScreen(KeyedScreen):
    """A screen with a passage under its cursor, opened once the comparison is there."""

    @property
    def rashomon(self) -> RashomonApp:
        """The app, by its own type."""
        return cast("RashomonApp", self.app)

    @property
    def comparison(self) -> Comparison:
        """What is shown."""
        comparison = self.rashomon.comparison
        if comparison is None:
            raise RuntimeError("opened before the comparison was made")
        return comparison

    def place(self) -> Passage | None:
        """The passage under the cursor, if there is one."""
        raise NotImplementedError

    def action_jump(self) -> None:
        """Show the passage under the cursor in the text."""
        place = self.place()
        if place is None:
            self.notify("There is nothing to go to.", timeout=3)
        else:
            self.rashomon.jump_to(place.sentence, place.start, place.end)

    def action_why(self) -> None:
        """Show the evidence for the sentence under the cursor."""
        from tui.screens.why import WhyScreen

        place = self.place()
        if place is None:
            self.notify("There is nothing to explain.", timeout=3)
        else:
            self.app.push_screen(WhyScreen(self.comparison, place.sentence))
