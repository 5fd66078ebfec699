from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from aligned import story
from comparing import foot, told
from stories import screen_text
from textual.pilot import Pilot
from textual.worker import WorkerFailed

from tui import analysis
from tui.app import RashomonApp
from tui.model import Article
from tui.screens.compare import STOP_WITHIN, CompareScreen


class Analysis:
    """Waits until it is let go, each time it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.go_on = Event()

    def __call__(self, *_: object, progress: Any, **__: object) -> SimpleNamespace:
        self.asked += 1
        self.go_on.wait(30)
        progress("overlap", 0.5)
        return SimpleNamespace(comparison=story())


@asynccontextmanager
async def comparing(
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[tuple[Pilot[Any], CompareScreen, Analysis]]:
    slow = Analysis()
    monkeypatch.setattr(analysis, "analyse", slow)
    app = RashomonApp(tuple(source.article for source in story().sources))
    try:
        async with app.run_test(size=(140, 40)) as pilot:
            await pilot.pause()
            yield pilot, app.navigation.compare_screen, slow
    finally:
        slow.go_on.set()


async def settle(pilot: Pilot[Any]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_one_escape_asks_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with comparing(monkeypatch) as (pilot, screen, slow):
        assert "Esc twice stops" in foot(screen)
        await pilot.press("f")
        assert told(screen) == ["Still comparing the articles …"]
        await pilot.press("escape")
        assert told(screen) == ["Esc again stops the comparison."]
        slow.go_on.set()
        await settle(pilot)
        assert screen.app.state.comparison is not None


async def test_a_second_escape_stops_and_a_key_compares_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with comparing(monkeypatch) as (pilot, screen, slow):
        await pilot.press("escape", "escape")
        stopped = "There is no comparison: you stopped it. R compares."
        assert told(screen) == [stopped]
        assert "not compared · R compares" in foot(screen)
        await pilot.press("s")
        assert told(screen) == [stopped]
        slow.go_on.set()
        await pilot.press("R")
        await settle(pilot)
        assert "not compared" not in foot(screen)
        await pilot.press("s")
        await pilot.pause()
        assert "Summary" in screen_text(screen.app)


async def test_a_second_escape_much_later_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with comparing(monkeypatch) as (pilot, screen, _):
        timers: list[tuple[float, Any]] = []
        monkeypatch.setattr(screen, "set_timer", lambda delay, callback: timers.append((delay, callback)))
        await pilot.press("escape")
        [(delay, time_is_up)] = timers
        assert delay == STOP_WITHIN
        time_is_up()
        await pilot.press("escape")
        assert told(screen) == ["Esc again stops the comparison."]
        assert screen.app.state.comparing.progress is not None


async def test_what_is_compared_or_being_compared_is_not_compared_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with comparing(monkeypatch) as (pilot, screen, slow):
        await pilot.press("R")
        assert told(screen) == ["Still comparing the articles …"]
        slow.go_on.set()
        await settle(pilot)
        await pilot.press("R")
        assert told(screen) == ["The articles are compared."]
        assert slow.asked == 1


@asynccontextmanager
async def too_long(*texts: str) -> AsyncIterator[tuple[Pilot[Any], CompareScreen]]:
    articles = tuple(Article.from_text(text, name=f"Account {n}") for n, text in enumerate(texts, 1))
    async with RashomonApp(articles).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        with suppress(WorkerFailed):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        yield pilot, pilot.app.navigation.compare_screen


LONG = "The board met and met again. " * 7000


async def test_articles_that_are_too_long_are_told_with_what_helps() -> None:
    async with too_long(LONG, "The board met.") as (pilot, screen):
        assert "at most 40,000 can be compared" in told(screen)[0]
        assert told(screen)[0].endswith("The texts can still be read. o removes an article.")
        assert "not compared · o removes an article" in foot(screen)
        await pilot.press("j", "s")
        assert told(screen)[0].endswith("o removes an article.")


async def test_one_article_that_is_too_long_can_only_be_read() -> None:
    async with too_long(LONG) as (_, screen):
        assert told(screen)[0].endswith("The texts can still be read.")
        assert "not compared" in foot(screen)
        assert "removes" not in foot(screen)


async def test_once_the_articles_are_short_enough_they_are_compared() -> None:
    async with too_long(LONG, "The board met.") as (pilot, _):
        await pilot.press("o", "down", "minus")
        await settle(pilot)
        assert pilot.app.state.comparison is not None
        assert "not compared" not in foot(pilot.app.navigation.compare_screen)


async def test_whoever_stops_while_conflicts_are_looked_for_is_heard_before_the_next_kind() -> None:
    shares: list[float] = []

    def stop(stage: str, share: float) -> None:
        if stage == "conflicts":
            shares.append(share)
            if len(shares) == 3:
                raise InterruptedError

    with pytest.raises(InterruptedError):
        analysis.compare([source.article for source in story().sources], progress=stop)
    assert shares == sorted(set(shares))
    assert 0.8 <= shares[0] < shares[-1] < 0.9
