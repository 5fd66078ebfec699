"""What a person finds who has read nothing but the screen."""

from __future__ import annotations

import re

import pytest
from stories import PreparedApp, complete, harbour, screen_text

from tui.screens.compare import CompareScreen

SIZES = [(60, 20), (80, 24)]
FIRST = ["f Facts", "s Summary", "e Export", "o Open", "? Help", "q Quit"]
WAY_BACK = re.compile(r"\besc (back|close)|\besc (closes|cancels)", re.IGNORECASE)


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_names_what_one_came_for(size: tuple[int, int]) -> None:
    async with PreparedApp(complete(harbour())).run_test(size=size) as pilot:
        await pilot.pause()
        foot = screen_text(pilot.app).splitlines()[-1]
        assert [words for words in FIRST if f" {words} " not in f"{foot} "] == []


@pytest.mark.parametrize("size", SIZES)
async def test_every_other_screen_names_the_way_back(size: tuple[int, int]) -> None:
    async with PreparedApp(complete(harbour())).run_test(size=size) as pilot:
        for key in ["f", "s", "e", "o", "c", "M", "A", "a", "t", "w", "question_mark", "F"]:
            await pilot.press(key)
            await pilot.pause()
            assert not isinstance(pilot.app.screen, CompareScreen), key
            words = " ".join(
                re.findall(r"\w+", screen_text(pilot.app))
            )  # a panel may break its line anywhere
            assert WAY_BACK.search(words), key
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(pilot.app.screen, CompareScreen), key
