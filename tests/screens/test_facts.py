from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from stories import HOSTILE, PreparedApp, agreeing, alone, complete, harbour, hostile, screen_text
from tellings import five
from textual.pilot import Pilot

from tui.model import Comparison, Correction, Fact, FactKind
from tui.screens.compare import CompareScreen
from tui.screens.facts import FactsScreen
from tui.screens.why import WhyScreen


@asynccontextmanager
async def ledger(comparison: Comparison, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Pilot[None]]:
    async with PreparedApp(comparison).run_test(size=size) as pilot:
        await pilot.press("f")
        await pilot.pause()
        yield pilot


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def row(pilot: Pilot[None], text: str) -> list[str]:
    return next(line for line in drawn(pilot).splitlines() if text in line).split()


async def test_every_fact_stands_beside_the_places_in_each_source():
    async with ledger(harbour()) as pilot:
        assert "8 of 8 facts" in drawn(pilot)
        assert row(pilot, "Brackwater") == ["·", "Brackwater", "place", "¶1", "¶1", "¶1"]
        assert row(pilot, "built in 1987") == ["◆", "built", "in", "1987", "date", "—", "¶2", "—"]
        assert row(pilot, "48 passengers")[0] == "‼"


async def test_the_weightiest_facts_come_first():
    story = harbour()
    async with ledger(replace(story, facts=story.facts[::-1])) as pilot:
        text = drawn(pilot)
        assert text.index("ran aground") < text.index("48 passengers") < text.index("built in 1987")


async def test_status_goes_round_all_shared_one_source_and_disputed():
    async with ledger(harbour()) as pilot:
        counts = []
        for _ in range(4):
            await pilot.press("t")
            await pilot.pause()
            counts.append(drawn(pilot).splitlines()[0].split("  ")[-1])
        assert counts == [
            "4 of 8 facts · shared · by weight",
            "4 of 8 facts · one source · by weight",
            "2 of 8 facts · disputed · by weight",
            "8 of 8 facts · by weight",
        ]


async def test_kind_goes_round_the_kinds_that_occur():
    async with ledger(harbour()) as pilot:
        seen = []
        for _ in range(7):
            await pilot.press("k")
            await pilot.pause()
            seen.append(drawn(pilot).splitlines()[0].split(" · ")[-2].strip())
        assert seen[:-1] == ["number", "date", "place", "event", "quote", "claim"]
        assert seen[-1].endswith("8 of 8 facts")


async def test_typing_a_filter_narrows_the_table_and_enter_goes_back_to_it():
    async with ledger(harbour()) as pilot:
        await pilot.press("slash", *"passengers 5", "enter")
        await pilot.pause()
        assert "1 of 8 facts · “passengers 5”" in drawn(pilot)
        await pilot.press("enter")
        assert pilot.app.jumps[0][0] == "B1.1"


async def test_escape_clears_the_filter_and_then_leaves():
    async with ledger(harbour()) as pilot:
        await pilot.press("slash", *"1987")
        await pilot.pause()
        assert "1 of 8 facts" in drawn(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "8 of 8 facts" in drawn(pilot)
        assert isinstance(pilot.app.screen, FactsScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_letters_typed_into_the_filter_are_no_commands():
    async with ledger(harbour()) as pilot:
        await pilot.press("slash", *"stq")
        await pilot.pause()
        assert "“stq”" in drawn(pilot)
        assert isinstance(pilot.app.screen, FactsScreen)


async def test_the_cursor_stays_on_its_fact_when_the_filter_changes():
    async with ledger(harbour()) as pilot:
        await pilot.press("down", "down", "t", "t", "enter")
        assert pilot.app.jumps[0][0] == "A1.2"


async def test_enter_shows_the_first_passage_in_the_text():
    async with ledger(harbour()) as pilot:
        await pilot.press("down", "enter")
        passage = pilot.app.state.comparison.facts[1].passages[0]
        assert pilot.app.jumps == [(passage.sentence, passage.start, passage.end)]
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_w_shows_the_evidence():
    async with ledger(harbour()) as pilot:
        await pilot.press("down", "w")
        assert isinstance(pilot.app.screen, WhyScreen)
        assert pilot.app.screen.sentence.id == "A1.1"


async def test_nothing_fits_says_what_to_do():
    async with ledger(harbour()) as pilot:
        await pilot.press("slash", *"zeppelin", "enter")
        await pilot.pause()
        assert "0 of 8 facts" in drawn(pilot)
        assert "No fact fits. Press t for another status" in drawn(pilot)
        await pilot.press("enter")
        assert pilot.app.jumps == []


@pytest.mark.parametrize(
    ("comparison", "said"),
    [
        (agreeing(), "No checkable details were found"),
        (alone(), "Open a second article about the same event with o."),
    ],
    ids=["three sources", "one source"],
)
async def test_no_facts_at_all(comparison: Comparison, said: str):
    async with ledger(comparison) as pilot:
        assert said in " ".join(drawn(pilot).split())
        await pilot.press("k", "t", "enter")
        assert pilot.app.jumps == []


async def test_a_long_fact_wraps_instead_of_being_cut():
    story = harbour()
    text = " ".join(f"word{n}" for n in range(40))
    fact = Fact(99, FactKind.CLAIM, text, story.facts[0].passages, 99.0)
    async with ledger(replace(story, facts=(fact,)), size=(80, 24)) as pilot:
        shown = drawn(pilot)
        assert all(f"word{n}" in shown for n in range(40))


async def test_text_that_looks_like_markup_is_drawn_as_it_is():
    async with ledger(hostile(), size=(140, 24)) as pilot:
        assert f"A {HOSTILE} 1" in drawn(pilot)
        assert drawn(pilot).count(HOSTILE) == 3


@pytest.mark.parametrize(("key", "source"), [("1", "A"), ("2", "B")])
async def test_a_digit_shows_the_fact_in_that_column(key: str, source: str):
    async with ledger(harbour()) as pilot:
        await pilot.press(key)
        assert pilot.app.jumps[0][0].startswith(source)


async def test_a_digit_of_a_source_that_has_not_got_the_fact_says_so():
    async with ledger(harbour()) as pilot:
        await pilot.press("end", "1", "9")
        assert pilot.app.jumps == []
        assert [told.message for told in pilot.app._notifications] == ["There is no column 9."]


async def test_enter_where_no_fact_fits_says_that_there_is_nothing_to_go_to():
    async with ledger(harbour()) as pilot:
        await pilot.press("slash", *"zeppelin", "enter", "enter")
        assert pilot.app.jumps == []
        assert pilot.app._notifications


ORDERS = {
    "weight": [
        "ran aground",
        "Brackwater",
        "48 passengers",
        "52 passengers",
        "Tuesday",
        "The fog",
        "Two tugs",
        "1987",
    ],
    "place in the text": ["ran aground", "Brackwater", "Tuesday", "48", "The fog", "52", "1987", "Two tugs"],
    "kind": ["48", "52", "Tuesday", "1987", "Brackwater", "ran aground", "The fog", "Two tugs"],
    "number of sources": ["Brackwater", "ran aground", "Tuesday", "The fog", "48", "52", "Two tugs", "1987"],
}


async def test_the_order_goes_round_weight_place_kind_and_sources():
    async with ledger(harbour()) as pilot:
        for order in [*ORDERS, "weight"]:
            text = drawn(pilot)
            assert f"8 of 8 facts · by {order}" in text
            places = [text.index(fact) for fact in ORDERS[order]]
            assert places == sorted(places)
            await pilot.press("S")
            await pilot.pause()


async def test_the_cursor_stays_on_its_fact_in_another_order():
    async with ledger(harbour()) as pilot:
        await pilot.press("down", "down", "S", "S", "enter")
        assert pilot.app.jumps[0][0] == "A1.2"


async def test_what_the_reader_corrected_changes_the_ledger_and_is_marked():
    async with ledger(complete(harbour())) as pilot:
        assert row(pilot, "The fog came down")[-3:] == ["¶2", "¶2", "—"]
        assert "by you" not in drawn(pilot)
        pilot.app.state.decide(pilot.app.state.session.choices.correct(Correction("A2.1", "B", None)))
        await pilot.pause()
        assert row(pilot, "The fog came down")[-4:] == ["¶2", "—", "✎", "—"]
        assert "✎ by you" in drawn(pilot)
        pilot.app.state.undo()
        await pilot.pause()
        assert row(pilot, "The fog came down")[-3:] == ["¶2", "¶2", "—"]


async def test_the_ledger_follows_a_correction_made_in_the_why_panel():
    async with ledger(complete(harbour())) as pilot:
        await pilot.press("w", "minus", "escape")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert row(pilot, "ran aground")[-4:] == ["¶1", "—", "✎", "—"]


async def test_on_a_small_screen_every_fact_can_be_reached():
    async with ledger(harbour(), size=(60, 20)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert "built in 1987" in drawn(pilot)


async def test_in_a_narrow_terminal_no_source_is_out_of_sight():
    async with PreparedApp(five()).run_test(size=(60, 20)) as pilot:
        await pilot.press("f")
        await pilot.pause()
        heading = next(line for line in drawn(pilot).splitlines() if "Fact " in line)
        assert heading.split() == ["Fact", "A", "B", "C", "D", "E"]
