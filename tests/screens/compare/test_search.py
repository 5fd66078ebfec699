from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from comparing import at, compared, foot, told, under_cursor
from stories import screen_text
from textual.events import Key
from textual.widgets import Input

from tui.screens.compare import CompareScreen


async def settled(screen: CompareScreen) -> None:
    """Wait for a search in the background."""
    await screen.app.workers.wait_for_complete()


async def test_the_count_tells_the_place_and_how_many_each_source_has() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("/", *"ferr")
        assert "1/5 · A1 B2 C2" in foot(screen)
        await pilot.press("enter", "n", "n", "n")
        assert "4/5" in foot(screen)


async def test_a_regular_expression_is_searched_for_on_demand() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("/", *r"\d\d pass")
        assert "no match" in foot(screen)
        await pilot.press("alt+r")
        await settled(screen)
        await pilot.pause()
        assert "Find pattern" in screen_text(screen.app)
        assert "1/2 · A1 B1" in foot(screen)
        assert under_cursor(screen) == "48 pass"
        await pilot.press("alt+r")
        assert "no match" in foot(screen)


async def test_an_invalid_pattern_is_told() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("/", "alt+r", "left_parenthesis", "a")
        await settled(screen)
        await pilot.pause()
        assert "no pattern: missing )" in foot(screen)
        await pilot.press("enter")
        assert any("no pattern" in message for message in told(screen))
        assert "no pattern" not in foot(screen)


ENDLESS = r"(?:(?:\w| |\w\w)+)+[!?]"  # tries all ways to divide a sentence without such an end


def searching(screen: CompareScreen) -> bool:
    return any(worker.group == "search" and not worker.is_finished for worker in screen.app.workers)


async def until(condition: Callable[[], bool]) -> None:
    """Wait as little as possible; the pilot waits until the processor is idle."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


async def test_a_pattern_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.compare.search.PATIENCE", 0.5)
    async with compared() as (pilot, screen):
        await pilot.press("/", "alt+r")
        screen.query_one(Input).value = ENDLESS
        await until(lambda: "this pattern takes too long" in foot(screen))
        await pilot.press("escape", "j")
        assert at(screen) == "A1.2"


async def test_keys_are_answered_while_a_pattern_without_end_is_searched_for() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("/", "alt+r")
        line = screen.query_one(Input)
        line.value = ENDLESS
        await until(lambda: searching(screen))
        screen.app.simulate_key("home")
        await until(lambda: line.cursor_position == 0)
        assert searching(screen)
        screen.app.simulate_key("escape")
        await until(lambda: not searching(screen))
        assert "takes too long" not in foot(screen)


async def test_what_is_typed_next_takes_the_place_of_a_search_without_end() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("/", "alt+r")
        screen.query_one(Input).value = ENDLESS
        await until(lambda: searching(screen))
        screen.query_one(Input).value = r"\d\d pass"
        await until(lambda: "1/2 · A1 B1" in foot(screen))


async def test_a_fact_is_found_by_some_of_its_words_even_with_a_slip() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("F")
        await pilot.pause()
        assert "48 passengers" in screen_text(screen.app)
        await pilot.press(*"tugs hihg tide", "enter")
        await pilot.pause()
        await pilot.pause()
        assert screen.app.screen is screen
        assert at(screen) == "C2.1"


async def test_a_fact_that_stands_here_too_is_shown_here() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("2", "F")
        await pilot.pause()
        await pilot.press(*"ran aground", "enter")
        await pilot.pause()
        await pilot.pause()
        assert at(screen) == "B1.1"
        assert under_cursor(screen) == "ran aground"


async def test_arrows_choose_among_the_facts_and_escape_goes_nowhere() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("F")
        await pilot.pause()
        await pilot.press("down", "down", "up", "enter")
        await pilot.pause()
        await pilot.pause()
        assert under_cursor(screen) == "Brackwater"
        await pilot.press("j", "F")
        await pilot.pause()
        await pilot.press(*"zzqq", "enter")
        assert told(screen) == ["No fact is like this."]
        await pilot.press("escape")
        assert screen.app.screen is screen


async def test_a_terminal_that_sends_alt_as_escape_switches_to_patterns_without_typing_the_letter() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("/", *"fer")
        for label in ("Find pattern fer", "Find fer"):
            screen.app.post_message(Key("alt+r", "r"))
            await pilot.pause()
            await settled(screen)
            await pilot.pause()
            assert label in screen_text(screen.app)
            assert screen.query_one(Input).value == "fer"
