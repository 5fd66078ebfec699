from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

import pytest
from stories import HARBOUR, HOSTILE, PreparedApp, agreeing, harbour, hostile, screen_text, shortened
from textual.pilot import Pilot

import tui.analysis
from tui.model import Comparison, Summary
from tui.screens.compare import CompareScreen
from tui.screens.export import ExportScreen
from tui.screens.facts import FactsScreen
from tui.screens.summary import SummaryScreen, summarised
from tui.screens.why import WhyScreen
from tui.session import Choices

RAN_AGROUND = "The ferry Marigold ran aground off Brackwater on Tuesday."
ASHORE = "All 48 passengers were brought ashore."
INQUIRY = "An inquiry will open on Friday."


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Summaries that differ from the first one by what the reader decides and nothing else."""
    monkeypatch.setattr(tui.analysis, "summarise", shortened)


@asynccontextmanager
async def summary(comparison: Comparison, size: tuple[int, int] = (160, 50)) -> AsyncIterator[Pilot[None]]:
    async with PreparedApp(comparison).run_test(size=size) as pilot:
        await pilot.press("s")
        await pilot.pause()
        yield pilot


async def settle(pilot: Pilot[None]) -> None:
    """Until the summary that is wanted is made and drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def told(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


def text_only(pilot: Pilot[None]) -> str:
    """What is drawn but for the cursor and the marks of what has just come in."""
    return drawn(pilot).replace("▌", " ").replace("  new", "     ")


def numbered(pilot: Pilot[None]) -> list[str]:
    """The lines of the summary with their numbers, as drawn."""
    return re.findall(r"^[▌ ] +\d+ .*", drawn(pilot), flags=re.MULTILINE)


def left_out(pilot: Pilot[None]) -> str:
    return drawn(pilot).partition("Left out")[2]


async def test_lines_are_numbered_and_say_where_they_stand():
    async with summary(harbour()) as pilot:
        assert "25 of 40 words · 3 lines" in drawn(pilot)
        assert f"1   {RAN_AGROUND} [A ¶1] also B ¶1, C ¶1" in drawn(pilot)


async def test_a_disputed_line_is_marked_and_shows_the_other_version():
    async with summary(harbour()) as pilot:
        text = drawn(pilot)
        assert f"2 ‼ {ASHORE} [A ¶1] also B ¶1" in text
        assert "Which figure: Both count passengers of the same ferry" in text
        assert "with 52 passengers on board." in text


async def test_coverage_is_told_for_shared_facts_and_for_each_source():
    async with summary(harbour()) as pilot:
        text = drawn(pilot)
        assert re.search(r"Shared facts +━+ 4/4", text)
        assert re.search(r"Only B Coast Wire +─+ 0/2", text)


async def test_what_is_left_out_is_listed_weightiest_first():
    async with summary(harbour()) as pilot:
        rest = left_out(pilot)
        assert rest.index("Two tugs") < rest.index("built in 1987") < rest.index(INQUIRY)


@pytest.mark.usefixtures("by_hand")
async def test_plus_and_minus_change_the_length_in_steps_of_ten():
    async with summary(harbour()) as pilot:
        before = drawn(pilot)
        await pilot.press("plus", "plus")
        await settle(pilot)
        assert "of 60 words" in drawn(pilot)
        await pilot.press("minus", "minus")
        await settle(pilot)
        assert drawn(pilot) == before


@pytest.mark.usefixtures("by_hand")
async def test_the_length_never_falls_under_ten_words():
    async with summary(harbour()) as pilot:
        await pilot.press(*["minus"] * 9)
        await settle(pilot)
        assert "of 10 words" in drawn(pilot)


@pytest.mark.usefixtures("by_hand")
async def test_a_dropped_line_stays_in_its_place_and_says_so():
    async with summary(harbour()) as pilot:
        await pilot.press("down", "space")
        await settle(pilot)
        text = drawn(pilot)
        assert f"✗   {ASHORE} dropped by you · Space takes it back" in text
        assert "1 dropped" in text
        assert text.index(RAN_AGROUND) < text.index(ASHORE) < text.index("Left out")
        assert not any(ASHORE in line for line in numbered(pilot))
        assert ASHORE not in left_out(pilot)


@pytest.mark.usefixtures("by_hand")
async def test_space_again_takes_the_line_back():
    async with summary(harbour()) as pilot:
        before = text_only(pilot)
        await pilot.press("down", "space", "space")
        await settle(pilot)
        assert text_only(pilot) == before


@pytest.mark.usefixtures("by_hand")
async def test_an_omitted_sentence_is_put_in_even_if_the_budget_must_grow():
    async with summary(harbour()) as pilot:
        await pilot.press("minus", "minus", "end")
        await settle(pilot)
        wanted = pilot.app.screen.place().text
        await pilot.press("i")
        await settle(pilot)
        line = next(line for line in numbered(pilot) if wanted[:40] in line)
        assert "put in by you" in line
        assert wanted not in left_out(pilot)
        words, budget = map(int, re.search(r"(\d+) of (\d+) words", drawn(pilot)).groups())
        assert words <= budget


@pytest.mark.usefixtures("by_hand")
async def test_the_cursor_follows_the_sentence_that_was_put_in():
    async with summary(harbour()) as pilot:
        await pilot.press("end")
        wanted = pilot.app.screen.place().sentence
        await pilot.press("i", "enter")
        assert pilot.app.jumps[0][0] == wanted


@pytest.mark.usefixtures("by_hand")
async def test_undo_and_redo_walk_through_the_decisions():
    async with summary(harbour()) as pilot:
        before = text_only(pilot)
        await pilot.press("down", "space", "plus")
        await settle(pilot)
        after = text_only(pilot)
        await pilot.press("u", "u", "u")
        await settle(pilot)
        assert text_only(pilot) == before
        await pilot.press("ctrl+r", "ctrl+r", "ctrl+r")
        await settle(pilot)
        assert text_only(pilot) == after


@pytest.mark.usefixtures("by_hand")
async def test_decisions_last_when_the_screen_is_left_and_opened_again():
    async with summary(harbour()) as pilot:
        await pilot.press("down", "space", "escape")
        assert isinstance(pilot.app.screen, CompareScreen)
        await pilot.press("s")
        await settle(pilot)
        assert f"✗   {ASHORE} dropped by you" in drawn(pilot)


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        (["i"], "This line is in the summary"),
        (["u"], "There is no change to take back."),
        (["ctrl+r"], "No change was taken back."),
        (["end", "space"], "This sentence is left out as it is; i puts it in."),
    ],
)
async def test_a_key_that_has_nothing_to_do_says_why(keys: list[str], why: str):
    async with summary(harbour()) as pilot:
        await pilot.press(*keys)
        await settle(pilot)
        assert told(pilot)[0].startswith(why)
        assert pilot.app.session.choices == Choices(40)


@pytest.mark.usefixtures("by_hand")
async def test_a_shorter_summary_than_ten_words_is_refused_in_words():
    async with summary(harbour()) as pilot:
        await pilot.press(*["minus"] * 4)
        await settle(pilot)
        assert told(pilot) == ["Shorter than 10 words is no summary."]


async def test_keys_are_answered_while_a_summary_is_made_and_the_last_one_wins(
    monkeypatch: pytest.MonkeyPatch,
):
    go_on, asked = Event(), []

    def slowly(comparison: Comparison, words: int, **choices: object) -> Summary:
        asked.append(words)
        go_on.wait()
        return shortened(comparison, words, **choices)

    monkeypatch.setattr(tui.analysis, "summarise", slowly)
    async with summary(harbour()) as pilot:
        await pilot.press(*["plus"] * 5)
        await pilot.pause()
        assert "of 90 words" in drawn(pilot)
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(pilot.app.screen, FactsScreen)
        await pilot.press("escape")
        go_on.set()
        await pilot.press("s", "minus")
        await settle(pilot)
        assert "of 80 words" in drawn(pilot)
        assert set(asked) == {50, 90, 80}


async def test_a_summary_that_fails_is_told_and_the_old_one_stays(monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object, **__: object) -> Summary:
        raise MemoryError("[/oops]")

    monkeypatch.setattr(tui.analysis, "summarise", fail)
    async with summary(harbour()) as pilot:
        await pilot.press("plus")
        await settle(pilot)
        assert told(pilot)[0].startswith("The summary could not be made ([/oops])")
        assert RAN_AGROUND in drawn(pilot)


async def test_a_reference_is_not_broken_at_the_end_of_a_line():
    for width in range(40, 90):
        async with summary(harbour(), size=(width, 50)) as pilot:
            assert not re.search(r"\b[ABC] *$", drawn(pilot), flags=re.MULTILINE)


async def test_with_the_real_summariser_all_decisions_can_be_taken_back():
    story = tui.analysis.compare(HARBOUR, summary_words=40)
    async with summary(story) as pilot:
        before = text_only(pilot)
        await pilot.press("space", "plus", "end", "i")
        await settle(pilot)
        assert "1 dropped" in drawn(pilot)
        assert len(pilot.app.session.choices.kept) == 1
        await pilot.press("u", "u", "u")
        await settle(pilot)
        assert text_only(pilot) == before


async def test_enter_shows_the_line_in_the_text():
    async with summary(harbour()) as pilot:
        await pilot.press("down", "enter")
        sentence = pilot.app.comparison.sentences["A1.2"]
        assert pilot.app.jumps == [("A1.2", sentence.start, sentence.end)]


async def test_w_shows_the_evidence_and_e_exports():
    async with summary(harbour()) as pilot:
        await pilot.press("down", "w")
        assert isinstance(pilot.app.screen, WhyScreen)
        assert pilot.app.screen.sentence.id == "A1.2"
        await pilot.press("escape", "e")
        assert isinstance(pilot.app.screen, ExportScreen)


async def test_without_a_line_it_says_what_to_do():
    async with summary(agreeing()) as pilot:
        assert "0 of 120 words" in drawn(pilot)
        assert "Press + for a longer summary" in drawn(pilot)
        await pilot.press("space", "i", "enter", "w")
        assert isinstance(pilot.app.screen, SummaryScreen)


async def test_text_that_looks_like_markup_is_drawn_as_it_is():
    async with summary(hostile()) as pilot:
        assert f"1 ‼ {HOSTILE} said 1 men. [A ¶1] also B ¶1" in drawn(pilot)
        assert drawn(pilot).count(HOSTILE) == 4


def test_the_summary_of_the_comparison_stands_as_long_as_nothing_is_decided():
    story = harbour()
    assert summarised(story, Choices(40)) is story
    assert summarised(story, Choices(40).drop("A1.2")).summary != story.summary
