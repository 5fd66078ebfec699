"""The table of actions with the reader's own keys, checked for keys that two actions would share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import combinations

from tui.keys import ACTIONS, Action, is_sequence

Overrides = Mapping[str, Mapping[str, Sequence[str]]]
"""New keys by screen and id of the action; no keys at all leave it to the palette."""

_MODIFIERS = ("ctrl+", "alt+", "shift+", "super+")
_NAMED = frozenset(
    """
    up down left right home end pageup pagedown insert delete backspace tab enter escape space
    f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12
    """.split()
)


class KeymapError(ValueError):
    """Keys that cannot be; the message is one sentence."""


def remapped(overrides: Overrides) -> tuple[Action, ...]:
    """The table of actions with these keys in place of its own.

    Raises:
        KeymapError: an action or key does not exist, or two actions would share a key.
    """
    table = list(ACTIONS)
    for where, keys_of in overrides.items():
        for name, keys in keys_of.items():
            found = [n for n, action in enumerate(table) if (action.where, action.id) == (where, name)]
            if not found:
                raise KeymapError(
                    f"There is no action “{name}” on the screen “{where}”.{_known(where, name)}"
                )
            if wrong := next((key for key in keys if not _is_key(key)), None):
                raise KeymapError(f"“{wrong}” for {where}.{name} is no key, such as f, f5, ctrl+f or ]f.")
            table[found[0]] = replace(table[found[0]], keys=tuple(keys))
    _check(table)
    return tuple(table)


def _known(where: str, name: str) -> str:
    places = dict.fromkeys(action.where for action in ACTIONS)
    if where not in places:
        return f" Screens are {', '.join(places)}."
    nearest = get_close_matches(name, [action.id for action in ACTIONS if action.where == where])
    meant = f" Did you mean {' or '.join(f'“{one}”' for one in nearest)}?" if nearest else ""
    return f"{meant} ? in the app lists them."


def _is_key(key: str) -> bool:
    if is_sequence(key) or (len(key) == 1 and key.isprintable() and key != " "):
        return True
    while key.startswith(_MODIFIERS):
        key = key.partition("+")[2]
        if len(key) == 1:
            return True
    return key in _NAMED


def _check(table: Sequence[Action]) -> None:
    meant = set(_shared(ACTIONS))  # a screen may use a key of the whole app for something of its own
    for one, other, key, other_key in _shared(table):
        if (one, other, key, other_key) in meant:
            continue
        keys = f"The key “{key}”" if key == other_key else f"“{key}” begins “{other_key}”, so that it"
        by_name = {(action.where, action.id): action.description for action in table}
        raise KeymapError(
            f"{keys} would be both “{by_name[one]}” ({'.'.join(one)}) and “{by_name[other]}”"
            f" ({'.'.join(other)}); give one of them another key."
        )


Name = tuple[str, str]  # a screen and an action's id


def _shared(table: Iterable[Action]) -> Iterable[tuple[Name, Name, str, str]]:
    """Pairs of actions that one key leads to, or one key and the beginning of another one's sequence."""
    keys: dict[str, list[tuple[str, Name]]] = {}  # by the key that is pressed first
    for action in table:
        for key in action.keys:
            first = key[0] if is_sequence(key) else key
            keys.setdefault(first, []).append((key, (action.where, action.id)))
    for users in keys.values():
        for (key, one), (other_key, other) in combinations(users, 2):
            together = one[0] == other[0] or "app" in (one[0], other[0])
            if together and (key == other_key or not (is_sequence(key) and is_sequence(other_key))):
                yield one, other, key, other_key
