"""Screens with keys of the table of actions, typed alone or one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, cast

from textual import events
from textual.reactive import reactive
from textual.screen import Screen

from tui.keys import ACTIONS, LETTER, Action, is_sequence, key_of
from tui.keys.bindings import rebind
from tui.screens.application import Application, Navigation
from tui.state.app_state import AppState
from tui.state.signal import Signal


class KeyedScreen(Screen[None]):
    """A screen whose keys come from the table of actions under the name ``WHERE``.

    The first key of a sequence such as ``]u`` waits in ``pending`` for the second, without a time limit (an
    action whose second key is `LETTER` is given the letter);
    Escape or a key that continues no sequence ends the wait and does nothing else. A subclass sets ``BINDINGS
    = bindings(WHERE)`` and has an ``action_…`` method for each action.
    """

    WHERE: ClassVar[str]
    AUTO_FOCUS: ClassVar[str | None] = ""

    pending: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._followed: list[Callable[[], None]] = []

    @property
    def application(self) -> Application:
        """The application, as far as screens know it."""
        return cast("Application", self.app)

    @property
    def navigation(self) -> Navigation:
        """The ways to other screens."""
        return self.application.navigation

    @property
    def state(self) -> AppState:
        """Articles, findings and decisions."""
        return self.application.state

    @property
    def table(self) -> list[Action]:
        """The actions of this screen, with the reader's own keys."""
        return [action for action in self.application.table if action.where == self.WHERE]

    def key(self, action: str, where: str | None = None) -> str:
        """The key of an action of this screen, or of ``where``, as a person knows it; empty without one."""
        return key_of(self.application.table, where or self.WHERE, action)

    def say(self, message: str) -> None:
        """Answer a key in words."""
        self.notify(message, markup=False, timeout=3)

    def on_mount(self) -> None:
        """Go by the reader's own keys."""
        if self.application.table is not ACTIONS:
            rebind(self, self.WHERE, self.application.table)
            self.refresh_bindings()

    def follow(self, signal: Signal, follower: Callable[[], None]) -> None:
        """Have ``follower`` called at a signal, as long as the screen is there."""

        def follow() -> None:
            if self.is_running:
                follower()

        self._followed.append(signal.follow(follow))

    def on_unmount(self) -> None:
        """Follow nothing any more."""
        for unfollow in self._followed:
            unfollow()

    def paragraph_under_cursor(self) -> str | None:
        """The id of the paragraph that a note or tag would go to, if there is one."""
        return None

    @property
    def sequences(self) -> dict[str, Action]:
        """The actions of this screen that are typed as several keys, by their keys."""
        return {key: action for action in self.table for key in action.keys if is_sequence(key)}

    async def on_key(self, event: events.Key) -> None:
        """Collect the keys of a sequence before bindings see them."""
        character = event.character or ""
        if self.pending:
            event.stop()
            event.prevent_default()
            action, any_letter = (self.sequences.get(self.pending + second) for second in (character, LETTER))
            self.pending = ""
            if action is not None:
                await self.run_action(action.id)
            elif any_letter is not None and character.isalpha():
                await self.run_action(f"{any_letter.id}({character!r})")
            self.application.typeahead.answered()
        elif character and any(sequence.startswith(character) for sequence in self.sequences):
            event.stop()
            event.prevent_default()
            self.pending = character
            self.application.typeahead.answered()
