"""The table of actions in Textual: the bindings made from it, and where it finds the actions."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingsMap, BindingType
from textual.dom import DOMNode

from tui.keys import ACTIONS, Action, is_sequence


def bindings(where: str, table: Sequence[Action] = ACTIONS) -> list[BindingType]:
    """Make bindings for the single keys of one screen (or ``app``); sequences are left to ``KeyedScreen``.

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


def lend_actions(node: DOMNode, part: object) -> None:
    """Put the actions of ``part`` on ``node``, where Textual looks for them by name.

    A class to inherit them from would be one more that Textual looks through at every message.
    """
    for name in dir(part):
        if name.startswith("action_"):
            setattr(node, name, getattr(part, name))
