from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from stories import PreparedApp, agreeing, alone, explained, harbour, hostile, shortened

import tui.analysis
from tui.themes import LIGHT

SCREENS = {
    "facts": ["f"],
    "conflicts": ["c"],
    "summary": ["s"],
    "why": ["f", "w"],
    "help": ["f", "question_mark"],
    "export": ["f", "e"],
}
SIZES = [(80, 24), (140, 40)]

screens = pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tui.analysis, "explain", explained)
    monkeypatch.setattr(tui.analysis, "summarise", shortened)
    monkeypatch.chdir(tmp_path)


@screens
@pytest.mark.parametrize("size", SIZES, ids=["small", "large"])
def test_screen(shoot: Callable[..., bool], keys: list[str], size: tuple[int, int]):
    assert shoot(partial(PreparedApp, harbour()), *keys, size=size)


@screens
def test_screen_in_the_light_theme(shoot: Callable[..., bool], keys: list[str]):
    assert shoot(partial(PreparedApp, harbour()), *keys, theme=LIGHT.name)


@pytest.mark.parametrize("keys", [["s"], ["f", "w"], ["f", "down"]], ids=["summary", "why", "facts"])
def test_screen_without_colour(shoot: Callable[..., bool], keys: list[str]):
    assert shoot(partial(PreparedApp, harbour()), *keys, no_color=True)


@pytest.mark.parametrize("keys", [["s"], ["c"]], ids=["summary", "conflicts"])
def test_screen_with_nothing_found(shoot: Callable[..., bool], keys: list[str]):
    assert shoot(partial(PreparedApp, agreeing()), *keys)


def test_conflicts_of_one_account(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, alone()), "c")


@pytest.mark.parametrize("keys", [["f"], ["c"], ["s"]], ids=["facts", "conflicts", "summary"])
def test_text_that_looks_like_markup(shoot: Callable[..., bool], keys: list[str]):
    assert shoot(partial(PreparedApp, hostile()), *keys)


def test_facts_with_a_filter_that_nothing_fits(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, harbour()), "f", "t", "slash", *"zeppelin")


def test_summary_with_a_dropped_line_and_one_put_in(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, harbour()), "s", "down", "space", "down", "down", "i")


def test_help_narrowed_by_typing(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, harbour()), "f", "question_mark", *"summary")


def test_export_asks_before_it_replaces(shoot: Callable[..., bool]):
    Path("gazette-summary.md").write_text("mine")
    assert shoot(partial(PreparedApp, harbour()), "f", "e", "enter")


def test_export_tells_an_error(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, harbour()), "f", "e", *"nowhere", "slash", "x", "enter")
