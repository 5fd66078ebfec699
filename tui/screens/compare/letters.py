"""Places that the reader has marked with a letter, and the way back."""

from __future__ import annotations

from tui.ids import sentence_id
from tui.keys import LETTER
from tui.screens.compare.base import Part


class Letters(Part):
    """The keys that mark a place and lead back to it."""

    letters: dict[str, str]
    """The ids of marked sentences by letter."""

    def keep_desk(self) -> None:
        """Have it remembered."""
        raise NotImplementedError

    def action_set_mark(self, letter: str = "") -> None:
        """Mark the sentence with a letter."""
        if not letter:
            self._wait("set_mark")
            return
        self.letters[letter] = sentence_id(*self.canvas.place[:3])
        self.keep_desk()
        self.say(f"Marked with {letter}; '{letter} leads back here.")

    def action_jump_to_mark(self, letter: str = "") -> None:
        """Go to the sentence marked with a letter."""
        if not letter:
            self._wait("jump_to_mark")
            return
        from tui.screens.compare.desk import place_of

        place = place_of(self.letters.get(letter, ""), self.articles)
        if place is None:
            self.say(f"Nothing is marked with {letter}.")
        else:
            self.leap(place)

    def action_jump_back(self) -> None:
        """Go where the reader was before the last leap; again, and it leads there and back."""
        if self.before is None:
            self.say("There was no leap yet.")
        else:
            self.leap(self.before)

    def _wait(self, name: str) -> None:
        """Wait for the letter that an action needs, where it was not chosen by its keys."""
        keys = (key for action in self.table if action.id == name for key in action.keys)
        self.pending = next((key.removesuffix(LETTER) for key in keys if key.endswith(LETTER)), "")
