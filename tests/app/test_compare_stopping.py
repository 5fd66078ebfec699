from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event
from typing import Any

import pytest
from aligned import story
from comparing import foot, told
from stories import screen_text
from textual.pilot import Pilot

from tui import analysis
from tui.app import RashomonApp
from tui.model import Comparison
from tui.screens.compare import STOP_WITHIN, CompareScreen


class Analysis:
    """Waits until it is let go, each time it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.go_on = Event()

    def __call__(self, *_: object, progress: Any, **__: object) -> Comparison:
        self.asked += 1
        self.go_on.wait(30)
        progress("overlap", 0.5)
        return story()


@asynccontextmanager
async def comparing(
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[tuple[Pilot[Any], CompareScreen, Analysis]]:
    slow = Analysis()
    monkeypatch.setattr(analysis, "compare", slow)
    app = RashomonApp(tuple(source.article for source in story().sources))
    try:
        async with app.run_test(size=(140, 40)) as pilot:
            await pilot.pause()
            yield pilot, app.compare_screen, slow
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
        assert screen.app.comparison is not None


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
        assert screen.app.progress is not None


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
