from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from stories import PreparedApp, agreeing, alone, as_shown, complete, explained, harbour, hostile, shortened

import tui.analysis
from tui.model import Comparison
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
sizes = pytest.mark.parametrize("size", SIZES, ids=["small", "large"])

DECIDED = {
    "summary": ["s", "P", "J", "r", "enter", "a", *"Ask the harbour.", "enter", "down", "space"],
    "conflicts": ["c", "minus", *"Two quotes.", "enter", "plus"],
    "why": ["f", "w", "minus", "down", "enter"],
    "facts": ["f", "w", "minus", "escape", "S", "S"],
}
decided = pytest.mark.parametrize("keys", DECIDED.values(), ids=DECIDED)


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tui.analysis, "explain", explained)
    monkeypatch.setattr(tui.analysis, "summarise", shortened)
    monkeypatch.setattr(tui.analysis, "as_told", as_shown)
    monkeypatch.setattr(tui.analysis, "alternatives", lambda _comparison, _sentence: ("B1.1", "C1.1"))
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


def lopsided() -> Comparison:
    """A summary that does not draw on C; A and B carry one text."""
    story = harbour()
    one, two, three = story.sources
    summary = replace(story.summary, unused={"C": "nothing of C fits 40 words"})
    return replace(story, sources=(one, replace(two, origin=one.origin), three), summary=summary)


@decided
@sizes
def test_screen_after_decisions(shoot: Callable[..., bool], keys: list[str], size: tuple[int, int]):
    assert shoot(lambda: PreparedApp(complete(harbour())), *keys, size=size)


@decided
def test_decisions_without_colour(shoot: Callable[..., bool], keys: list[str]):
    assert shoot(lambda: PreparedApp(complete(harbour())), *keys, no_color=True)


@pytest.mark.parametrize(
    "keys", [["f"], ["c"], ["s"], ["f", "w"]], ids=["facts", "conflicts", "summary", "why"]
)
def test_screen_that_is_tiny(shoot: Callable[..., bool], keys: str):
    assert shoot(partial(PreparedApp, harbour()), *keys, size=(60, 20))


@sizes
def test_summary_asks_for_a_note(shoot: Callable[..., bool], size: tuple[int, int]):
    assert shoot(partial(PreparedApp, harbour()), "s", "a", *"Who counted?", size=size)


@sizes
def test_summary_asks_which_wording(shoot: Callable[..., bool], size: tuple[int, int]):
    assert shoot(partial(PreparedApp, harbour()), "s", "r", size=size)


@sizes
def test_summary_of_a_lopsided_story(shoot: Callable[..., bool], size: tuple[int, int]):
    assert shoot(lambda: PreparedApp(lopsided()), "s", size=size)


@pytest.mark.parametrize("keys", ["b", "bb"], ids=["lines", "share"])
def test_summary_with_a_budget_of(shoot: Callable[..., bool], keys: str):
    assert shoot(partial(PreparedApp, harbour()), "s", *keys)


def test_conflicts_asks_why_one_is_dismissed(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, harbour()), "c", "minus")


def test_conflicts_without_the_lesser_ones(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, harbour()), "c", "t")


def test_why_asks_for_a_paragraph(shoot: Callable[..., bool]):
    assert shoot(lambda: PreparedApp(complete(harbour())), "f", "w", "equals_sign", *"fog")
