"""What every screen shares: bindings from the table of actions, and keys typed one after the other."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen

from tui.keys import Action, actions, is_sequence


def bindings(where: str) -> list[BindingType]:
    """Textual bindings for the single keys of one screen (or ``app``); sequences are ``KeyedScreen``'s.

    The description is the footer's short label where there is one; the full one is the tooltip.
    """
    return [
        Binding(
            key,
            action.id,
            action.label or action.description,
            show=bool(action.label),
            tooltip=action.description,
        )
        for action in actions(where)
        for key in action.keys
        if not is_sequence(key)
    ]


class KeyedScreen(Screen[None]):
    """A screen whose keys come from the table of actions under the name ``WHERE``.

    The first key of a sequence such as ``]u`` waits in ``pending`` for the second, without a time limit;
    Escape or a key that continues no sequence ends the wait and does nothing else. A subclass sets ``BINDINGS
    = bindings(WHERE)`` and has an ``action_…`` method for each action.
    """

    WHERE: ClassVar[str]
    AUTO_FOCUS: ClassVar[str | None] = ""

    pending: reactive[str] = reactive("")

    @property
    def sequences(self) -> dict[str, Action]:
        """The actions of this screen that are typed as several keys, by their keys."""
        return {key: action for action in actions(self.WHERE) for key in action.keys if is_sequence(key)}

    async def on_key(self, event: events.Key) -> None:
        """Collect the keys of a sequence before bindings see them."""
        character = event.character or ""
        if self.pending:
            event.stop()
            event.prevent_default()
            action = self.sequences.get(self.pending + character)
            self.pending = ""
            if action is not None:
                await self.run_action(action.id)
        elif character and any(sequence.startswith(character) for sequence in self.sequences):
            event.stop()
            event.prevent_default()
            self.pending = character
