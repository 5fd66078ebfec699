from __future__ import annotations

import pytest

from tui.keys import ACTIONS
from tui.keys.keymap import KeymapError, remapped


def keys(table, where: str, name: str) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    return next(action.keys for action in table if (action.where, action.id) == (where, name))


def test_without_overrides_the_table_is_the_programs_own() -> None:
    assert remapped({}) == ACTIONS


def test_an_action_gets_other_keys() -> None:
    table = remapped({"app": {"facts": ["f5", "ctrl+f"]}, "compare": {"next_unique": [")u"]}})
    assert keys(table, "app", "facts") == ("f5", "ctrl+f")
    assert keys(table, "compare", "next_unique") == (")u",)


def test_two_actions_can_change_their_keys() -> None:
    table = remapped({"app": {"facts": ["s"], "summary": ["f"]}})
    assert keys(table, "app", "facts") == ("s",)
    assert keys(table, "app", "summary") == ("f",)


def test_an_action_can_go_without_a_key() -> None:
    assert keys(remapped({"compare": {"zoom": []}}), "compare", "zoom") == ()


@pytest.mark.parametrize(
    ("overrides", "names"),
    [
        ({"compare": {"zoom": ["v"]}}, ["compare.zoom", "compare.view"]),
        ({"compare": {"zoom": ["f"]}}, ["compare.zoom", "app.facts"]),
        ({"app": {"facts": ["v"]}}, ["app.facts", "compare.view"]),
        ({"compare": {"zoom": ["]"]}}, ["compare.zoom", "compare.next_unique"]),
        ({"compare": {"zoom": ["]u"]}}, ["compare.zoom", "compare.next_unique"]),
    ],
)
def test_a_clash_names_both_actions(overrides: dict[str, dict[str, list[str]]], names: list[str]) -> None:
    with pytest.raises(KeymapError) as error:
        remapped(overrides)
    assert all(f"({name})" in str(error.value) for name in names)


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ({"compare": {"zoon": ["z"]}}, "no action “zoon”"),
        ({"compare": {"zoon": ["z"]}}, "Did you mean “zoom”. . in the app lists them"),
        ({"compare": {"#": ["z"]}}, "on the screen “compare”. . in the app lists them"),
        ({"nowhere": {"zoom": ["z"]}}, "Screens are app, compare"),
        ({"compare": {"zoom": ["ctrl"]}}, "is no key"),
        ({"compare": {"zoom": ["hello"]}}, "is no key"),
        ({"compare": {"zoom": ["\x1b"]}}, "is no key"),
    ],
)
def test_what_does_not_exist_is_told(overrides: dict[str, dict[str, list[str]]], said: str) -> None:
    with pytest.raises(KeymapError, match=said):
        remapped(overrides)
