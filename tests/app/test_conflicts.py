from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from stories import HOSTILE, PreparedApp, agreeing, alone, harbour, hostile, screen_text
from textual.pilot import Pilot

from tui.model import Comparison
from tui.screens.compare import CompareScreen
from tui.screens.why import WhyScreen


@asynccontextmanager
async def conflicts(comparison: Comparison, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with PreparedApp(comparison).run_test(size=size) as pilot:
        await pilot.press("c")
        await pilot.pause()
        yield pilot


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


async def test_each_conflict_shows_its_question_reason_confidence_and_passages():
    async with conflicts(harbour()) as pilot:
        text = drawn(pilot)
        assert "2 between 3 sources · 1 lesser difference" in text
        assert "‼ Who said it  confidence 0.93" in text
        assert "The same words are put into the mouths of two people." in text
        assert "A ¶2  “The fog came down in minutes,” the harbour master said." in text
        assert "B ¶2  “The fog came down in minutes,” the captain said." in text


async def test_lesser_differences_come_last_under_a_heading():
    async with conflicts(harbour()) as pilot:
        text = drawn(pilot)
        assert text.index("‼ Which figure") < text.index("Lesser differences") < text.index("≈ In what tone")


async def test_passages_stand_beside_each_other_where_there_is_room():
    async with conflicts(harbour(), size=(140, 40)) as pilot:
        line = next(line for line in drawn(pilot).splitlines() if "harbour master said" in line)
        assert "the captain said" in line


async def test_enter_shows_the_passage_in_the_text():
    async with conflicts(harbour()) as pilot:
        await pilot.press("down", "enter")
        passage = pilot.app.comparison.conflicts[1].between[0]
        assert pilot.app.jumps == [(passage.sentence, passage.start, passage.end)]
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_enter_on_a_lesser_difference_goes_there():
    async with conflicts(harbour()) as pilot:
        await pilot.press("end", "enter")
        assert pilot.app.jumps[0][0] == pilot.app.comparison.differences[0].between[0].sentence


async def test_j_and_k_move_like_the_arrows():
    async with conflicts(harbour()) as pilot:
        await pilot.press("j", "j", "k", "enter")
        assert pilot.app.jumps[0][0] == pilot.app.comparison.conflicts[1].between[0].sentence


async def test_a_click_moves_and_a_second_click_goes_to_the_text():
    async with conflicts(harbour()) as pilot:
        line = next(n for n, text in enumerate(drawn(pilot).splitlines()) if "Which figure" in text)
        await pilot.click(offset=(10, line))
        assert pilot.app.jumps == []
        await pilot.click(offset=(10, line))
        assert pilot.app.jumps[0][0] == "A1.2"


async def test_w_shows_the_evidence():
    async with conflicts(harbour()) as pilot:
        await pilot.press("w")
        assert isinstance(pilot.app.screen, WhyScreen)
        assert pilot.app.screen.sentence.id == "A2.1"


async def test_without_conflicts_it_says_what_was_compared():
    async with conflicts(agreeing()) as pilot:
        assert "No contradictions found between these 3 sources." in drawn(pilot)
        assert "Compared were numbers, dates, names" in drawn(pilot)
        await pilot.press("enter", "w")
        assert pilot.app.jumps == []


async def test_one_account_alone_asks_for_a_second():
    async with conflicts(alone()) as pilot:
        assert "Open a second article" in drawn(pilot)


async def test_escape_goes_back():
    async with conflicts(harbour()) as pilot:
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_text_that_looks_like_markup_is_drawn_as_it_is():
    async with conflicts(hostile()) as pilot:
        assert f"A ¶1  {HOSTILE} said 1 men." in drawn(pilot)
        assert drawn(pilot).count(HOSTILE) == 6
