from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from stories import PreparedApp, harbour, screen_text
from textual.pilot import Pilot

from tui.keys import ACTIONS
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen


@asynccontextmanager
async def help_panel(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with PreparedApp(harbour()).run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        yield pilot


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


async def test_every_action_is_listed():
    async with help_panel(size=(160, 400)) as pilot:
        text = " ".join(drawn(pilot).replace("│", " ").split())
        missing = [a.description for a in ACTIONS if not a.keys[0].isdigit() and a.description not in text]
        assert missing == []
        assert "Ctrl+P" in text
        assert "Shift+Tab" in text


async def test_the_keys_of_the_columns_are_one_line():
    async with help_panel(size=(100, 200)) as pilot:
        assert "Focus column 1 – 9" in drawn(pilot)


async def test_typing_narrows_the_list_to_actions_and_screens():
    async with help_panel() as pilot:
        await pilot.press(*"longer")
        await pilot.pause()
        assert "Longer summary" in drawn(pilot)
        assert "Shorter summary" not in drawn(pilot)


async def test_a_key_can_be_looked_up():
    async with help_panel() as pilot:
        await pilot.press(*"ctrl+r")
        await pilot.pause()
        assert "Redo" in drawn(pilot)
        assert "Undo" not in drawn(pilot)


async def test_what_nothing_fits_is_said():
    async with help_panel() as pilot:
        await pilot.press(*"zeppelin")
        await pilot.pause()
        assert "No action fits" in drawn(pilot)


async def test_the_list_scrolls_while_the_filter_has_the_cursor():
    async with help_panel() as pilot:
        assert "Everywhere" in drawn(pilot)
        await pilot.press("pagedown", "down")
        await pilot.pause()
        assert "Everywhere" not in drawn(pilot)
        await pilot.press("up", "pageup")
        await pilot.pause()
        assert "Everywhere" in drawn(pilot)


async def test_command_letters_are_only_text_here():
    async with help_panel() as pilot:
        await pilot.press("q", "s", "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_escape_closes():
    async with help_panel() as pilot:
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, CompareScreen)
