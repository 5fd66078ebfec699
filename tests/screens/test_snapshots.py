"""What every screen looks like where size, theme or story changes it, and in its states."""

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
    PreparedAnalysis,
    PreparedApp,
    Telling,
    agreeing,
    as_shown,
    complete,
    explained,
    harbour,
    screen_text,
    settle,
    shortened,
)
from tellings import FIVE, RIGHT_TO_LEFT, WIDE, five
from textual.events import Ready
from textual.widgets import TextArea

import tui.analysis
from tui.app.themes import LIGHT
from tui.model import Comparison, Unused, UnusedReason

Shoot = Callable[..., bool]

SCREENS = {
    "reading": [],
    "aligned": ["v"],
    "search": ["slash", *"ferry"],
    "why": ["w"],
    "facts": ["f"],
    "conflicts": ["c"],
    "summary": ["s"],
    "map": ["M", "j"],
    "differences": ["d"],
    "path": ["p"],
    "notes": ["a", *"Who counted?", "enter", "t", *"numbers", "enter", "J", "C", "A"],
    "jump": ["F", *"tugs"],
    "open": ["o"],
    "paste": ["o", "ctrl+n", *"Ferry freed"],
    "help": ["f", "question_mark"],
    "export": ["e"],
    "palette": ["ctrl+p", *"conflict"],
    "note": ["a", *"Who counted?"],
    "tags": ["t", *"numbers, follow up"],
    "chooser": ["w", "equals_sign"],
}
"""The keys to every screen."""


class Condition(NamedTuple):
    """Under what screens are seen, and which of them look different under it."""

    screens: str
    size: tuple[int, int] = (80, 24)
    theme: str | None = None
    no_color: bool = False
    comparison: Callable[[], Comparison] = harbour
    telling: Telling = ENGLISH


CONDITIONS = {
    "80x24": Condition(" ".join(SCREENS)),
    "60x20": Condition("reading aligned why facts summary map help", size=(60, 20)),
    "140x40": Condition("reading aligned why conflicts summary map", size=(140, 40)),
    "light": Condition("search why facts conflicts summary map help", theme=LIGHT.name),
    "no-colour": Condition("search why facts conflicts summary map", no_color=True),
    "one-article": Condition("reading why map", comparison=lambda: unmatched(HARBOUR[0])),
    "five-articles": Condition("reading aligned facts map", size=(200, 50), comparison=five, telling=FIVE),
    "five-articles-60x20": Condition("reading facts map", size=(60, 20), comparison=five, telling=FIVE),
    "wide": Condition("reading search why facts summary map", comparison=lambda: harbour(WIDE), telling=WIDE),
    "right-to-left": Condition(
        "reading aligned why map", comparison=lambda: harbour(RIGHT_TO_LEFT), telling=RIGHT_TO_LEFT
    ),
}


def views() -> Iterator[object]:
    """Every screen under every condition that makes it look different."""
    for name, condition in CONDITIONS.items():
        for screen in condition.screens.split():
            # "ferry" stands in the English texts only
            keys = SCREENS[screen] if condition.telling is ENGLISH or screen != "search" else ["slash", *"8"]
            yield pytest.param(keys, condition, id=f"{screen}-{name}")


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(PreparedAnalysis, "explain", staticmethod(explained))
    monkeypatch.setattr(tui.analysis, "summarise", shortened)
    monkeypatch.setattr(tui.analysis, "assemble_summary", as_shown)
    monkeypatch.setattr(tui.analysis, "alternatives", lambda _comparison, _sentence: ("B1.1", "C1.1"))
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("keys", "condition"), views())
def test_screen(shoot: Shoot, monkeypatch: pytest.MonkeyPatch, keys: list[str], condition: Condition):
    explain = partial(explained, telling=condition.telling)
    monkeypatch.setattr(PreparedAnalysis, "explain", staticmethod(explain))
    comparison = condition.comparison()
    assert shoot(
        lambda: PreparedApp(complete(story(comparison)) if len(comparison.sources) > 1 else comparison),
        *keys,
        size=condition.size,
        theme=condition.theme,
        no_color=condition.no_color,
    )


SAYS = {
    "reading": "reported by B ¶1 (fully), C ¶1 (partly)",
    "aligned": "row 1 of 4",
    "search": "Find ferry",
    "why": "B Coast Wire reports this fully · 0.91",
    "facts": "8 of 8 facts",
    "conflicts": "2 between 3 sources",
    "summary": "25 of 40 words",
    "map": "3 sources · 7 paragraphs",
    "differences": "only differences",
    "path": "path from A",
    "notes": "1 note · 1 tagged place · 1 checked",
    "jump": "Two tugs will try to pull it free",
    "open": "Path of a file, or a web address",
    "paste": "Ferry freed",
    "help": "every key · Esc closes",
    "export": "the summary to a file",
    "palette": "conflict",
    "note": "Note to A ¶1",
    "tags": "Tags of A ¶1",
    "chooser": "Which paragraph of B",
}
"""What stands on a screen of the harbour story at every size."""
LONE = {
    "reading": "o opens a second article",
    "aligned": "row 1 of 3",
    "search": "Find ferry",
    "why": "There is no second account to compare this with.",
    "facts": "One account alone cannot be compared.",
    "conflicts": "One account cannot contradict itself here.",
    "summary": "There is no statement here that a summary could be made of.",
    "map": "One account alone cannot be compared; o opens a second.",
    "differences": "With one article there is nothing to leave out.",
    "path": "With one article there is nothing to leave out.",
    "notes": "1 note · 1 tagged place · 1 checked",
    "jump": "No fact was found in these articles.",
    "open": "3 paragraphs, 31 words",
}
"""What stands there of one article alone."""


@pytest.mark.parametrize(
    ("says", "comparison", "size"),
    [
        pytest.param(SAYS, lambda: complete(story()), (60, 20), id="60x20"),
        pytest.param(SAYS, lambda: complete(story()), (140, 40), id="140x40"),
        pytest.param(LONE, lambda: unmatched(HARBOUR[0]), (80, 24), id="one-article"),
    ],
)
async def test_every_screen_can_be_read(
    says: dict[str, str], comparison: Callable[[], Comparison], size: tuple[int, int]
):
    app = PreparedApp(comparison())
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for name, text in says.items():
            keys = SCREENS[name]
            await pilot.press(*keys)
            await settle(pilot)
            assert text in screen_text(app), name
            if name in ("aligned", "differences", "path"):
                await pilot.press(*keys)  # the key that turns it on turns it off
            while app.screen is not app.navigation.compare_screen:
                await pilot.press("escape")
            await pilot.press("escape", "home")


STATES = {
    "conflicts-dismissed-why": ["c", "minus"],
    "facts-nothing-fits": ["f", "t", "slash", *"zeppelin"],
    "help-narrowed": ["f", "question_mark", *"summary"],
    "export-no-such-folder": ["f", "e", *"nowhere", "slash", "x", "enter"],
    "search-no-match": ["slash", *"zeppelin"],
    "why-of-a-lone-sentence": ["]", "u", "w"],
    "summary-edited": ["s", "down", "space", "down", "down", "i"],
    "summary-wording": ["s", "r"],
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


@pytest.mark.parametrize("keys", DECIDED.values(), ids=DECIDED)
def test_screen_after_decisions(shoot: Shoot, keys: list[str]):
    assert shoot(lambda: PreparedApp(complete(harbour())), *keys)


@pytest.mark.parametrize("screen", ["summary", "conflicts"])
def test_decisions_without_colour(shoot: Shoot, screen: str):
    assert shoot(lambda: PreparedApp(complete(harbour())), *DECIDED[screen], no_color=True)


@pytest.mark.parametrize("keys", [["f"], ["s"]], ids=["facts", "summary"])
def test_nothing_found(shoot: Shoot, keys: list[str]):
    assert shoot(partial(PreparedApp, agreeing()), *keys)


class Failing(PreparedApp):
    """The app whose comparison fails."""

    def on_ready(self, event: Ready) -> None:
        event.prevent_default()
        self.state.comparing.update(
            None, "There is no comparison: no memory is left. The texts can still be read."
        )


@pytest.mark.parametrize("keys", [[], ["f"]], ids=["reading", "facts"])
def test_the_comparison_failed(shoot: Shoot, keys: list[str]):
    assert shoot(partial(Failing, harbour()), *keys)


def lopsided() -> Comparison:
    """A summary that does not draw on C; A and B carry one text."""
    story = harbour()
    one, two, three = story.sources
    summary = replace(story.summary, unused={"C": Unused(UnusedReason.TOO_LONG, words=40)})
    return replace(story, sources=(one, replace(two, origin=one.origin), three), summary=summary)


def test_summary_of_a_lopsided_story(shoot: Shoot):
    assert shoot(lambda: PreparedApp(lopsided()), "s", size=(140, 40))
