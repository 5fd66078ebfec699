"""What every screen shares: bindings from the table of actions, and keys typed one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.binding import Binding, BindingsMap, BindingType
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.screen import Screen

from tui.keys import ACTIONS, LETTER, Action, is_sequence

if TYPE_CHECKING:
    from tui.app import RashomonApp


def bindings(where: str, table: Sequence[Action] = ACTIONS) -> list[BindingType]:
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
            id=action.name,
        )
        for action in table
        if action.where == where
        for key in action.keys
        if not is_sequence(key)
    ]


def rebind(node: DOMNode, where: str, table: Sequence[Action]) -> None:
    """Give ``node`` the keys of ``table`` in place of its class's own.

    Textual's keymaps cannot take a key from one action and give it to another, hence the inner attribute.
    """
    own = BindingsMap(bindings(where)).key_to_bindings
    kept = {key: held for key, held in node._bindings.key_to_bindings.items() if key not in own}
    node._bindings.key_to_bindings = {**kept, **BindingsMap(bindings(where, table)).key_to_bindings}


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

    @property
    def rashomon(self) -> RashomonApp:
        """The application, typed."""
        return cast("RashomonApp", self.app)

    @property
    def table(self) -> list[Action]:
        """The actions of this screen, with the reader's own keys."""
        return [action for action in self.rashomon.table if action.where == self.WHERE]

    def on_mount(self) -> None:
        """Go by the reader's own keys."""
        if self.rashomon.table is not ACTIONS:
            rebind(self, self.WHERE, self.rashomon.table)
            self.refresh_bindings()

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
            self.rashomon.answered()
        elif character and any(sequence.startswith(character) for sequence in self.sequences):
            event.stop()
            event.prevent_default()
            self.pending = character
            self.rashomon.answered()
