"""What every screen looks like: at each size, in each theme, with each kind of story; and in its states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from aligned import story, unmatched
from stories import (
    ENGLISH,
    HARBOUR,
    PreparedApp,
    Telling,
    agreeing,
    as_shown,
    complete,
    explained,
    harbour,
    hostile,
    shortened,
)
from tellings import FIVE, RIGHT_TO_LEFT, WIDE, five
from textual.events import Ready
from textual.widgets import TextArea

import tui.analysis
from tui.app.themes import LIGHT
from tui.model import Comparison

Shoot = Callable[..., bool]

MAIN = {
    "reading": [],
    "aligned": ["v"],
    "search": ["slash", *"8"],
    "why": ["w"],
    "facts": ["f"],
    "conflicts": ["c"],
    "summary": ["s"],
    "map": ["M", "j"],
}
"""The keys to what most depends on how many articles there are, and in what script."""
TEXTS = {
    **MAIN,
    "differences": ["d"],
    "path": ["p"],
    "notes": ["a", *"Who counted?", "enter", "t", *"numbers", "enter", "J", "C", "A"],
    "jump": ["F"],
    "open": ["o"],
}
"""Besides these, the screens on which something of the articles stands."""
SCREENS = {
    **TEXTS,
    "search": ["slash", *"ferry"],
    "jump": ["F", *"tugs"],
    "paste": ["o", "ctrl+n", *"Ferry freed"],
    "help": ["f", "question_mark"],
    "export": ["e"],
    "palette": ["ctrl+p", *"conflict"],
    "note": ["a", *"Who counted?"],
    "tags": ["t", *"numbers, follow up"],
    "chooser": ["w", "equals_sign"],
}


class Condition(NamedTuple):
    """Under what the screens are seen."""

    screens: dict[str, list[str]] = SCREENS
    size: tuple[int, int] = (80, 24)
    theme: str | None = None
    no_color: bool = False
    comparison: Callable[[], Comparison] = harbour
    telling: Telling = ENGLISH


CONDITIONS = {
    "60x20": Condition(size=(60, 20)),
    "80x24": Condition(),
    "140x40": Condition(size=(140, 40)),
    "200x50": Condition(size=(200, 50)),
    "light": Condition(theme=LIGHT.name),
    "no-colour": Condition(no_color=True),
    "one-article": Condition(TEXTS, comparison=lambda: unmatched(HARBOUR[0])),
    "five-articles": Condition(MAIN, size=(200, 50), comparison=five, telling=FIVE),
    "five-articles-60x20": Condition(MAIN, size=(60, 20), comparison=five, telling=FIVE),
    "wide": Condition({**MAIN, "open": ["o"]}, comparison=lambda: harbour(WIDE), telling=WIDE),
    "right-to-left": Condition(MAIN, comparison=lambda: harbour(RIGHT_TO_LEFT), telling=RIGHT_TO_LEFT),
}


def views() -> Iterator[object]:
    """Every screen under every condition that can make a difference to it."""
    for name, condition in CONDITIONS.items():
        for screen, keys in condition.screens.items():
            yield pytest.param(keys, condition, id=f"{screen}-{name}")


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tui.analysis, "explain", explained)
    monkeypatch.setattr(tui.analysis, "summarise", shortened)
    monkeypatch.setattr(tui.analysis, "as_told", as_shown)
    monkeypatch.setattr(tui.analysis, "alternatives", lambda _comparison, _sentence: ("B1.1", "C1.1"))
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("keys", "condition"), views())
def test_screen(shoot: Shoot, monkeypatch: pytest.MonkeyPatch, keys: list[str], condition: Condition):
    monkeypatch.setattr(tui.analysis, "explain", partial(explained, telling=condition.telling))
    comparison = condition.comparison()
    assert shoot(
        lambda: PreparedApp(complete(story(comparison)) if len(comparison.sources) > 1 else comparison),
        *keys,
        size=condition.size,
        theme=condition.theme,
        no_color=condition.no_color,
    )


STATES = {
    "conflicts-dismissed-why": ["c", "minus"],
    "conflicts-without-lesser": ["c", "t"],
    "facts-nothing-fits": ["f", "t", "slash", *"zeppelin"],
    "help-narrowed": ["f", "question_mark", *"summary"],
    "help-nothing-fits": ["f", "question_mark", *"zeppelin"],
    "export-no-such-folder": ["f", "e", *"nowhere", "slash", "x", "enter"],
    "search-no-match": ["slash", *"zeppelin"],
    "jump-nothing-alike": ["F", *"zeppelin"],
    "chooser-nothing-fits": ["w", "equals_sign", *"zeppelin"],
    "why-of-a-lone-sentence": ["]", "u", "w"],
    "summary-edited": ["s", "down", "space", "down", "down", "i"],
    "summary-wording": ["s", "r"],
    "summary-budget-of-lines": ["s", "b"],
    "summary-budget-of-share": ["s", "b", "b"],
}


@pytest.mark.parametrize("keys", STATES.values(), ids=STATES)
def test_state(shoot: Shoot, keys: list[str]):
    assert shoot(lambda: PreparedApp(complete(story())), *keys)


def test_export_asks_before_it_replaces(shoot: Shoot):
    Path("gazette-summary.md").write_text("mine")
    assert shoot(partial(PreparedApp, harbour()), "f", "e", "enter")


DECIDED = {
    "summary": ["s", "P", "J", "r", "enter", "a", *"Ask the harbour.", "enter", "down", "space"],
    "conflicts": ["c", "minus", *"Two quotes.", "enter", "plus"],
    "why": ["f", "w", "minus", "down", "enter"],
    "facts": ["f", "w", "minus", "escape", "S", "S"],
}
decided = pytest.mark.parametrize("keys", DECIDED.values(), ids=DECIDED)


@decided
@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
def test_screen_after_decisions(shoot: Shoot, keys: list[str], size: tuple[int, int]):
    assert shoot(lambda: PreparedApp(complete(harbour())), *keys, size=size)


@decided
def test_decisions_without_colour(shoot: Shoot, keys: list[str]):
    assert shoot(lambda: PreparedApp(complete(harbour())), *keys, no_color=True)


FOUND = {"facts": ["f"], "conflicts": ["c"], "summary": ["s"]}
found = pytest.mark.parametrize("keys", FOUND.values(), ids=FOUND)


@found
def test_nothing_found(shoot: Shoot, keys: list[str]):
    assert shoot(partial(PreparedApp, agreeing()), *keys)


@found
def test_text_that_looks_like_markup(shoot: Shoot, keys: list[str]):
    assert shoot(partial(PreparedApp, hostile()), *keys)


class Failing(PreparedApp):
    """The app whose comparison fails."""

    def on_ready(self, event: Ready) -> None:
        event.prevent_default()
        self.failure = "There is no comparison: no memory is left. The texts can still be read."


@pytest.mark.parametrize("keys", [[], ["f"]], ids=["reading", "facts"])
def test_the_comparison_failed(shoot: Shoot, keys: list[str]):
    assert shoot(partial(Failing, harbour()), *keys)


def lopsided() -> Comparison:
    """A summary that does not draw on C; A and B carry one text."""
    story = harbour()
    one, two, three = story.sources
    summary = replace(story.summary, unused={"C": "nothing of C fits 40 words"})
    return replace(story, sources=(one, replace(two, origin=one.origin), three), summary=summary)


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
def test_summary_of_a_lopsided_story(shoot: Shoot, size: tuple[int, int]):
    assert shoot(lambda: PreparedApp(lopsided()), "s", size=size)
