"""The session saved while it goes on."""

from __future__ import annotations

from typing import Any

from textual.app import App

from tui.state.app_state import AppState
from tui.state.background import in_background

SAVE_AFTER = 0.4  # seconds: a program that is killed loses no more than the last second


class Autosave:
    """Saves the session soon after it has changed, and tells the reader where that fails.

    Args:
        app: The application, for its timer and its messages.
        state: The state whose session is saved.
    """

    def __init__(self, app: App[Any], state: AppState) -> None:
        self._app = app
        self._state = state
        self._waiting = False
        state.session_changed.follow(self._save_soon)

    def _save_soon(self) -> None:
        if not (self._state.is_saved or self._waiting):
            self._waiting = True
            self._app.set_timer(SAVE_AFTER, self.save)

    async def save(self) -> None:
        """Save in a thread: a slow disk must not hold up the keys."""
        try:
            notice = await in_background(self._state.saving())
        except OSError as error:
            self._waiting = False
            self._app.notify(_cannot(error), severity="error", markup=False)
        else:
            self._waiting = False
            if notice:
                self._app.notify(notice, severity="warning", markup=False, timeout=15)
            self._save_soon()  # for what was decided meanwhile

    def now(self) -> str | None:
        """Save at once, and return what the reader should know of it."""
        try:
            return self._state.save()
        except OSError as error:
            return _cannot(error)


def _cannot(error: OSError) -> str:
    return f"The session cannot be saved: {error.strerror or error}."
