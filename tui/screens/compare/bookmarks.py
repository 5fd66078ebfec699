"""Places that the reader has marked with a letter, and the way back."""

from __future__ import annotations

from tui.ids import sentence_id
from tui.keys import LETTER
from tui.screens.compare.base import Part, TextsScreen


class Bookmarks(Part):
    """The keys that mark a place and lead back to it.

    Attributes:
        by_letter: The ids of marked sentences.
    """

    def __init__(self, screen: TextsScreen) -> None:
        super().__init__(screen)
        self.by_letter: dict[str, str] = {}

    def action_set_mark(self, letter: str = "") -> None:
        """Mark the sentence with a letter."""
        if not letter:
            self._wait("set_mark")
            return
        self.by_letter[letter] = sentence_id(*self.canvas.place[:3])
        self.screen.keep_view()
        self.say(f"Marked with {letter}; '{letter} leads back here.")

    def action_jump_to_mark(self, letter: str = "") -> None:
        """Go to the sentence marked with a letter."""
        if not letter:
            self._wait("jump_to_mark")
            return
        from tui.screens.compare.view_state import place_of

        place = place_of(self.by_letter.get(letter, ""), self.articles)
        if place is None:
            self.say(f"Nothing is marked with {letter}.")
        else:
            self.screen.leap(place)

    def action_jump_back(self) -> None:
        """Go where the reader was before the last leap; again, and it leads there and back."""
        if self.screen.before is None:
            self.say("There was no leap yet.")
        else:
            self.screen.leap(self.screen.before)

    def _wait(self, name: str) -> None:
        """Wait for the letter that an action needs, where it was not chosen by its keys."""
        keys = (key for action in self.screen.table if action.id == name for key in action.keys)
        self.screen.pending = next((key.removesuffix(LETTER) for key in keys if key.endswith(LETTER)), "")
