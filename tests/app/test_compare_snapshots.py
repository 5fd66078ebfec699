from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from aligned import story, unmatched
from stories import PreparedApp
from textual.events import Ready

from tui.model import Caution, Comparison

Shoot = Callable[..., bool]
SIZES = [(80, 24), (140, 40)]


def with_caution(comparison: Comparison) -> Comparison:
    first, second, third = comparison.sources
    cut = Caution("truncated", "The text breaks off in mid-sentence.")
    article = replace(third.article, warnings=(cut,), date="2031-03-04")
    return replace(comparison, sources=(first, second, replace(third, article=article)))


def app() -> PreparedApp:
    return PreparedApp(with_caution(story()))


class Unready(PreparedApp):
    """The app as it is before the comparison is there."""

    def on_ready(self, event: Ready) -> None:
        event.prevent_default()
        self.progress = ("overlap", 0.2)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x40"])
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param((), id="reading"),
        pytest.param(("]", "u"), id="fact-of-one-source"),
        pytest.param(("]", "c"), id="conflict"),
        pytest.param(("v",), id="aligned"),
        pytest.param(("j", "z"), id="zoomed"),
        pytest.param(("/", *"ferry"), id="search"),
    ],
)
def test_compare(shoot: Shoot, keys: tuple[str, ...], size: tuple[int, int]) -> None:
    assert shoot(app, *keys, size=size)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x40"])
def test_before_the_comparison_is_there(shoot: Shoot, size: tuple[int, int]) -> None:
    assert shoot(lambda: Unready(with_caution(story())), size=size)


def test_in_the_light_theme(shoot: Shoot) -> None:
    assert shoot(app, "]", "c", size=(140, 40), theme="rashomon-light")


def test_in_a_theme_that_is_not_ours(shoot: Shoot) -> None:
    assert shoot(app, "]", "c", size=(140, 40), theme="nord")


@pytest.mark.parametrize("keys", [("]", "c"), ("/", *"ferry")], ids=["conflict", "search"])
def test_without_colour(shoot: Shoot, keys: tuple[str, ...]) -> None:
    assert shoot(app, *keys, size=(140, 40), no_color=True)


def test_one_article(shoot: Shoot) -> None:
    def make() -> PreparedApp:
        return PreparedApp(unmatched(story().sources[0].article))

    assert shoot(make, "j")


def test_a_waiting_key(shoot: Shoot) -> None:
    assert shoot(app, "]")


def test_wide_characters(shoot: Shoot) -> None:
    def make() -> PreparedApp:
        first, second, _ = (source.article for source in story().sources)
        kanji = replace(
            first,
            title="港が再開",
            paragraphs=("港は火曜日に再開した。漢字はここまで。", "👩\u200d👩\u200d👧 e\u0301"),
        )
        return PreparedApp(unmatched(kanji, second))

    assert shoot(make)


def test_the_palette(shoot: Shoot) -> None:
    async def search(pilot: Any) -> None:
        await pilot.press("ctrl+p")
        await pilot.pause()

    assert shoot(app, size=(100, 30), prepare=search)
