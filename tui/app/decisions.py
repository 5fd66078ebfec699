"""Notes, tags, undo and redo on whatever screen is on top."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

from tui.screens.keyed import KeyedScreen
from tui.state.app_state import AppState


class Decisions:
    """The keys that write beside a paragraph, take a decision back and make it again.

    Args:
        app: The application, for the screen on top and its messages.
        state: Where decisions are kept.
    """

    def __init__(self, app: App[Any], state: AppState) -> None:
        self._app = app
        self._state = state

    def action_note(self) -> None:
        """Ask for a note to the paragraph under the cursor."""
        from tui.screens.note_prompts import ask_note

        self._annotate(ask_note)

    def action_tag(self) -> None:
        """Ask for the tags of the paragraph under the cursor."""
        from tui.screens.note_prompts import ask_tags

        self._annotate(ask_tags)

    def action_checked(self) -> None:
        """Tag the paragraph under the cursor as checked, or no longer."""
        from tui.screens.note_prompts import toggle_checked

        self._annotate(toggle_checked)

    def _annotate(self, change: Callable[[KeyedScreen, str], None]) -> None:
        screen = self._app.screen
        if isinstance(screen, KeyedScreen) and (paragraph := screen.paragraph_under_cursor()):
            change(screen, paragraph)
        else:
            self._say("There is no paragraph under the cursor.")

    def action_undo(self) -> None:
        """Take the last decision back."""
        self._say("Taken back." if self._state.undo() else "There is no change to take back.")

    def action_redo(self) -> None:
        """Decide again what was taken back."""
        self._say("Made again." if self._state.redo() else "No change was taken back.")

    def _say(self, message: str) -> None:
        self._app.notify(message, timeout=3)
