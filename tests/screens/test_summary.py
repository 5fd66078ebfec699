from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from threading import Event

import pytest
from stories import (
    HARBOUR,
    HOSTILE,
    PreparedApp,
    agreeing,
    as_shown,
    complete,
    harbour,
    hostile,
    screen_text,
    shortened,
)
from textual.pilot import Pilot

import tui.analysis
from tui.model import Comparison, Correction, Summary, Unused, UnusedReason
from tui.screens.chooser import ChooserScreen
from tui.screens.compare import CompareScreen
from tui.screens.export import ExportScreen
from tui.screens.facts import FactsScreen
from tui.screens.prompt import PromptScreen
from tui.screens.summary import SummaryScreen
from tui.screens.why import WhyScreen
from tui.session import Choices
from tui.session.document import from_json, to_json
from tui.session.identity import identify
from tui.state.summaries import summary_for
from tui.widgets.rows import Rows

RAN_AGROUND = "The ferry Marigold ran aground off Brackwater on Tuesday."
ASHORE = "All 48 passengers were brought ashore."
INQUIRY = "An inquiry will open on Friday."


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Summaries that differ from the first one by what the reader decides and nothing else."""
    monkeypatch.setattr(tui.analysis, "summarise", shortened)
    monkeypatch.setattr(tui.analysis, "assemble_summary", as_shown)


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


def listed(pilot: Pilot[None]) -> list[str]:
    """The sentences of the list, from the top."""
    return [row.id for row in pilot.app.screen.query_one(Rows).options if row.id]


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
        assert "Which figure: A has “48 passengers”, B has “52 passengers”" in text
        assert "with 52 passengers on board." in text


async def test_coverage_is_told_for_shared_facts_and_for_each_source():
    async with summary(harbour()) as pilot:
        text = drawn(pilot)
        assert re.search(r"Shared +━+ 4/4", text)
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
        wanted = pilot.app.screen.passage().text
        await pilot.press("i")
        await settle(pilot)
        line = next(line for line in numbered(pilot) if wanted[:40] in line)
        assert "pinned by you" in line
        assert wanted not in left_out(pilot)
        words, budget = map(int, re.search(r"(\d+) of (\d+) words", drawn(pilot)).groups())
        assert words <= budget


@pytest.mark.usefixtures("by_hand")
async def test_the_cursor_follows_the_sentence_that_was_put_in():
    async with summary(harbour()) as pilot:
        await pilot.press("end")
        wanted = pilot.app.screen.passage().sentence
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
        assert pilot.app.state.session.choices == Choices(40)


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
    for width in range(40, 90, 7):
        async with summary(harbour(), size=(width, 50)) as pilot:
            assert not re.search(r"\b[ABC] *\n[\s▌]*¶", drawn(pilot))


async def test_with_the_real_summariser_all_decisions_can_be_taken_back():
    story = tui.analysis.compare(HARBOUR, summary_words=40)
    async with summary(story) as pilot:
        before = text_only(pilot)
        await pilot.press("space", "plus", "end", "i")
        await settle(pilot)
        assert "1 dropped" in drawn(pilot)
        assert len(pilot.app.state.session.choices.kept) == 1
        await pilot.press("u", "u", "u")
        await settle(pilot)
        assert text_only(pilot) == before


async def test_enter_shows_the_line_in_the_text():
    async with summary(harbour()) as pilot:
        await pilot.press("down", "enter")
        sentence = pilot.app.state.comparison.sentences["A1.2"]
        assert pilot.app.jumps == [("A1.2", sentence.start, sentence.end)]


async def test_w_shows_the_evidence_and_e_exports():
    async with summary(harbour()) as pilot:
        await pilot.press("down", "w")
        assert isinstance(pilot.app.screen, WhyScreen)
        assert pilot.app.screen.sentence.id == "A1.2"
        await pilot.press("escape", "e")
        assert isinstance(pilot.app.screen, ExportScreen)


async def test_where_no_line_fits_it_says_what_to_do():
    story = harbour()
    async with summary(replace(story, summary=replace(story.summary, lines=()))) as pilot:
        assert "Nothing fits this length. Press + for a longer summary." in drawn(pilot)


async def test_without_a_line_it_says_so():
    async with summary(agreeing()) as pilot:
        assert "0 of 120 words" in drawn(pilot)
        assert "There is no statement here that a summary could be made of." in drawn(pilot)
        await pilot.press("space", "i", "enter", "w")
        assert isinstance(pilot.app.screen, SummaryScreen)


async def test_text_that_looks_like_markup_is_drawn_as_it_is():
    async with summary(hostile()) as pilot:
        assert f"1 ‼ {HOSTILE} said 1 men. [A ¶1] also B ¶1" in drawn(pilot)
        assert drawn(pilot).count(HOSTILE) == 4


def test_the_summary_of_the_comparison_stands_as_long_as_nothing_is_decided():
    story = harbour()
    assert summary_for(story, Choices(40)) is story.summary
    assert summary_for(story, Choices(40).drop("A1.2")) != story.summary


def other_wordings(*sentences: str):
    """A stand-in for the alternatives of any sentence."""
    return lambda _comparison, _sentence: sentences


@pytest.mark.usefixtures("by_hand")
async def test_a_pinned_line_says_so_and_can_be_unpinned():
    async with summary(harbour()) as pilot:
        await pilot.press("down", "P")
        await settle(pilot)
        assert f"{ASHORE} [A ¶1] also B ¶1  pinned by you" in drawn(pilot)
        assert "3 lines · 1 pinned" in drawn(pilot)
        await pilot.press("P")
        await settle(pilot)
        assert "pinned" not in drawn(pilot)
        assert pilot.app.state.session.choices == Choices(40)


@pytest.mark.usefixtures("by_hand")
async def test_a_line_is_swapped_for_the_only_other_wording(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tui.analysis, "alternatives", other_wordings("B1.1"))
    async with summary(harbour()) as pilot:
        await pilot.press("r")
        await settle(pilot)
        text = drawn(pilot)
        assert RAN_AGROUND not in text
        assert "pinned by you in place of A ¶1" in text
        assert pilot.app.screen.passage().sentence == "B1.1"
        await pilot.press("u")
        await settle(pilot)
        assert RAN_AGROUND in numbered(pilot)[0]


@pytest.mark.usefixtures("by_hand")
async def test_the_cursor_stays_where_it_was_when_its_line_is_left_out_again():
    async with summary(harbour()) as pilot:
        await pilot.press("end", "i")
        await settle(pilot)
        assert pilot.app.screen.passage().text == INQUIRY
        await pilot.press("u")
        await settle(pilot)
        assert pilot.app.screen.passage().text.startswith("“The fog came down")


@pytest.mark.usefixtures("by_hand")
async def test_among_several_wordings_the_reader_chooses(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tui.analysis, "alternatives", other_wordings("B1.1", "C1.1"))
    async with summary(harbour()) as pilot:
        before = drawn(pilot)
        await pilot.press("r")
        assert isinstance(pilot.app.screen, ChooserScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert drawn(pilot) == before
        await pilot.press("r", "down", "enter")
        await settle(pilot)
        assert pilot.app.screen.passage().sentence == "C1.1"
        assert "A ferry is stuck on the rocks" in "".join(numbered(pilot))


@pytest.mark.usefixtures("by_hand")
async def test_typing_narrows_the_wordings_to_choose_from(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tui.analysis, "alternatives", other_wordings("B1.1", "C1.1"))
    async with summary(harbour()) as pilot:
        await pilot.press("r", *"zeppelin")
        await pilot.pause()
        assert "Nothing fits. Delete some letters" in drawn(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ChooserScreen)
        await pilot.press(*["backspace"] * 8, *"rocks", "enter")
        await settle(pilot)
        assert pilot.app.state.session.choices.kept == {"C1.1"}


@pytest.mark.usefixtures("by_hand")
@pytest.mark.parametrize(("down", "up"), [("J", "K"), ("shift+down", "shift+up")])
async def test_a_line_moves_among_the_others_and_the_cursor_with_it(down: str, up: str):
    async with summary(harbour()) as pilot:
        await pilot.press(down, down)
        await settle(pilot)
        assert [ASHORE in line for line in numbered(pilot)] == [True, False, False]
        assert RAN_AGROUND in numbered(pilot)[2]
        assert pilot.app.screen.passage().text == RAN_AGROUND
        await pilot.press(up)
        await settle(pilot)
        assert RAN_AGROUND in numbered(pilot)[1]
        await pilot.press("u", "u", "u")
        await settle(pilot)
        assert RAN_AGROUND in numbered(pilot)[0]


async def test_a_moved_line_is_seen_before_the_summary_is_made_anew(monkeypatch: pytest.MonkeyPatch):
    go_on = Event()

    def slowly(comparison: Comparison, words: int, **choices: object) -> Summary:
        go_on.wait()
        return shortened(comparison, words, **choices)

    monkeypatch.setattr(tui.analysis, "summarise", slowly)
    async with summary(harbour()) as pilot:
        await pilot.press("J", "J")
        await pilot.pause()
        moved = numbered(pilot)
        assert RAN_AGROUND in moved[2]
        go_on.set()
        await settle(pilot)
        assert numbered(pilot) == moved


async def test_with_the_real_summariser_lines_stay_where_they_were_moved():
    async with summary(tui.analysis.compare(HARBOUR, summary_words=60)) as pilot:
        first = pilot.app.screen.passage().sentence
        await pilot.press("J", "plus")
        await settle(pilot)
        assert [line.sentence for line in pilot.app.screen.summary.lines].index(first) >= 1


@pytest.mark.usefixtures("by_hand")
async def test_a_note_is_asked_for_and_shown_under_its_line():
    async with summary(harbour()) as pilot:
        await pilot.press("down", "a")
        assert isinstance(pilot.app.screen, PromptScreen)
        await pilot.press(*"[/b] really?", "enter")
        await settle(pilot)
        text = drawn(pilot)
        assert text.index(ASHORE) < text.index("✎ [/b] really?") < text.index("The fog came down")
        await pilot.press("a", "escape", "a", *"!", "enter")
        await settle(pilot)
        assert "✎ [/b] really?!" in drawn(pilot)
        await pilot.press("a", "ctrl+u", "enter")
        await settle(pilot)
        assert "✎" not in drawn(pilot)


@pytest.mark.usefixtures("by_hand")
async def test_a_note_that_is_not_saved_changes_nothing():
    async with summary(harbour()) as pilot:
        before = drawn(pilot)
        await pilot.press("a", *"never", "escape")
        await settle(pilot)
        assert drawn(pilot) == before


@pytest.mark.usefixtures("by_hand")
async def test_the_budget_goes_round_words_lines_and_share_and_is_stepped_in_its_unit():
    async with summary(harbour()) as pilot:
        headings = []
        for key in ["b", "minus", "b", "minus", "plus", "plus", "b"]:
            await pilot.press(key)
            await settle(pilot)
            headings.append(drawn(pilot).splitlines()[0].split("Summary")[1].strip())
        assert headings == [
            "3 of 3 lines · 25 words · 3 left out below",
            "2 of 2 lines · 15 words · 3 left out below",
            "100% of the shared facts, 100% wanted · 2 lines · 15 words · 3 left out below",
            "100% of the shared facts, at least 70% wanted · 3 lines · 25 words · 3 left out below",
            "100% of the shared facts, 100% wanted · 3 lines · 25 words · 3 left out below",
            "100% of the shared facts, 100% wanted · 3 lines · 25 words · 3 left out below",
            "25 of 30 words · 3 lines · 3 left out below",
        ]


@pytest.mark.usefixtures("by_hand")
async def test_a_summary_of_no_line_is_refused_in_words():
    async with summary(harbour()) as pilot:
        await pilot.press("b", *["minus"] * 3)
        await settle(pilot)
        assert told(pilot) == ["Shorter than 1 line is no summary."]


@pytest.mark.usefixtures("by_hand")
async def test_without_shared_facts_there_is_no_share_to_ask_for():
    story = harbour()
    coverage = replace(story.summary.coverage, shared=0, shared_in_summary=0)
    async with summary(replace(story, summary=replace(story.summary, coverage=coverage))) as pilot:
        await pilot.press("b", "b")
        await settle(pilot)
        assert "25 of 30 words" in drawn(pilot)


@pytest.mark.usefixtures("by_hand")
async def test_with_a_budget_of_lines_a_sentence_put_in_is_one_more():
    async with summary(harbour()) as pilot:
        await pilot.press("b", "end", "i")
        await settle(pilot)
        assert "4 of 4 lines" in drawn(pilot)


async def test_a_longer_summary_is_asked_to_keep_the_lines_that_stood(monkeypatch: pytest.MonkeyPatch):
    asked = []

    def listening(comparison: Comparison, words: int, **choices: object) -> Summary:
        asked.append(choices["previous"])
        return shortened(comparison, words, **choices)

    monkeypatch.setattr(tui.analysis, "summarise", listening)
    async with summary(harbour()) as pilot:
        await pilot.press("down", "space")
        await settle(pilot)
        await pilot.press("plus")
        await settle(pilot)
        assert [list(lines) for lines in asked] == [["A1.1", "A1.2", "A2.1"], ["A1.1", "A2.1"]]


@pytest.mark.usefixtures("by_hand")
@pytest.mark.parametrize(
    "keys",
    [
        ["P"],
        ["J"],
        ["b"],
        ["r"],
        ["space"],
        ["plus"],
        ["end", "i"],
        ["a", *"hm", "enter"],
    ],
    ids=lambda keys: keys[-1] if len(keys) < 3 else "a",
)
async def test_everything_can_be_undone_and_redone(monkeypatch: pytest.MonkeyPatch, keys: list[str]):
    monkeypatch.setattr(tui.analysis, "alternatives", other_wordings("B1.1"))
    async with summary(harbour()) as pilot:
        before = text_only(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        after = text_only(pilot)
        assert after != before
        await pilot.press("u")
        await settle(pilot)
        assert text_only(pilot) == before
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert text_only(pilot) == after


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        (["end", "P"], "Only a line of the summary can be pinned"),
        (["end", "r"], "Only a line of the summary can be swapped."),
        (["end", "J"], "Only a line of the summary can be moved."),
        (["K"], "The line is the first one."),
        (["down", "down", "J"], "The line is the last one."),
        (["r"], "No other source says the same"),
    ],
)
async def test_a_key_that_cannot_help_here_says_why(
    monkeypatch: pytest.MonkeyPatch, keys: list[str], why: str
):
    monkeypatch.setattr(tui.analysis, "alternatives", other_wordings())
    async with summary(harbour()) as pilot:
        await pilot.press(*keys)
        await settle(pilot)
        assert told(pilot)[0].startswith(why)
        assert pilot.app.state.session.choices == Choices(40)


async def test_a_source_that_is_not_drawn_on_is_told_with_the_reason():
    story = harbour()
    unused = replace(story.summary, unused={"C": Unused(UnusedReason.TOO_LONG, words=40)})
    async with summary(replace(story, summary=unused)) as pilot:
        assert "C is not drawn on: nothing of C" in drawn(pilot)


async def test_outlets_that_carry_one_text_are_counted_as_one_origin():
    story = harbour()
    one, two, three = story.sources
    async with summary(replace(story, sources=(one, replace(two, origin=one.origin), three))) as pilot:
        assert "3 outlets, 2 origins: A and B carry" in drawn(pilot)


async def test_the_words_have_a_bar_where_they_are_the_budget():
    async with summary(harbour()) as pilot:
        assert re.search(r"Words +━+─+ 25/40", drawn(pilot))


@pytest.mark.usefixtures("by_hand")
async def test_the_summary_follows_what_is_decided_elsewhere():
    async with summary(complete(harbour())) as pilot:
        pilot.app.state.decide(
            pilot.app.state.session.choices.correct(Correction("A1.1", "B", None)).drop("A1.2")
        )
        await settle(pilot)
        assert f"✗   {ASHORE} dropped by you" in drawn(pilot)


@pytest.mark.usefixtures("by_hand")
async def test_everything_can_be_reached_on_a_small_screen():
    async with summary(harbour(), size=(60, 20)) as pilot:
        assert "Shared" in drawn(pilot)
        await pilot.press("end")
        assert INQUIRY in drawn(pilot)
        await pilot.press("i", "a", *"seen", "enter", "home")
        await settle(pilot)
        await pilot.press("end")
        assert pilot.app.state.session.choices.notes == {"A3.1": "seen"}


async def test_a_session_that_is_opened_again_shows_the_very_lines_that_were_left():
    story = tui.analysis.compare(HARBOUR, summary_words=40)
    async with summary(story) as pilot:
        await pilot.press("plus", "minus", "minus", "J")
        await settle(pilot)
        session, before = pilot.app.state.session, pilot.app.screen.summary.lines
    left = from_json(to_json(session, [identify(article) for article in HARBOUR]))[0]
    app = PreparedApp(story)
    app.state.session = left
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("s")
        await settle(pilot)
        assert app.screen.summary.lines == before
        assert app.state.session.view.summary_lines == session.view.summary_lines


async def test_a_line_taken_back_that_has_no_room_any_more_is_said_to_be_left_out(
    monkeypatch: pytest.MonkeyPatch,
):
    def without_room(comparison: Comparison, words: int, **wanted: object) -> Summary:
        made = shortened(comparison, words, **wanted)
        return replace(made, lines=tuple(line for line in made.lines if line.sentence != "A1.1"))

    monkeypatch.setattr(tui.analysis, "summarise", without_room)
    app = PreparedApp(harbour())
    app.state.session = app.state.session.decide(Choices().drop("A1.1"))
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("s")
        await settle(pilot)
        while pilot.app.screen.passage().sentence != "A1.1":
            await pilot.press("down")
        await pilot.press("space")
        await settle(pilot)
        assert "There is no room for this line any more; i puts it in." in told(pilot)


@pytest.mark.usefixtures("by_hand")
async def test_a_dropped_line_keeps_its_place_when_the_summary_is_shown_again():
    story = complete(harbour())
    async with summary(story) as pilot:
        await pilot.press("home", "space")
        await settle(pilot)
        before = listed(pilot)
        assert before[0] in pilot.app.state.session.choices.dropped
        await pilot.press("escape", "s")
        await settle(pilot)
        assert listed(pilot) == before
        session = pilot.app.state.session
    app = PreparedApp(story)
    app.state.session = from_json(to_json(session, [identify(article) for article in HARBOUR]))[0]
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("s")
        await settle(pilot)
        assert listed(pilot) == before


@pytest.mark.usefixtures("by_hand")
async def test_what_a_swap_replaced_is_not_counted_as_dropped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tui.analysis, "alternatives", other_wordings("B1.1"))
    async with summary(harbour()) as pilot:
        await pilot.press("r")
        await settle(pilot)
        assert "1 pinned · 3 left out below" in drawn(pilot)
        await pilot.press("home", "down", "space")
        await settle(pilot)
        assert "1 pinned · 1 dropped" in drawn(pilot)


@pytest.mark.usefixtures("by_hand")
async def test_a_dropped_line_stays_although_another_wording_of_it_is_put_in():
    async with summary(harbour()) as pilot:
        await pilot.press("space")
        pilot.app.state.decide(pilot.app.state.session.choices.keep("B1.1"))
        await settle(pilot)
        assert f"✗   {RAN_AGROUND} dropped by you" in drawn(pilot)
        assert "in place of" not in drawn(pilot)
        while pilot.app.screen.passage().sentence != "A1.1":
            await pilot.press("up")
        await pilot.press("space")
        assert pilot.app.state.session.choices.dropped == frozenset()


@pytest.mark.usefixtures("by_hand")
async def test_on_a_small_screen_the_title_tells_what_was_pinned_and_what_is_left_out():
    async with summary(harbour(), size=(80, 24)) as pilot:
        await pilot.press("P", "down", "P", "down", "space", "b", "b")
        await settle(pilot)
        title = drawn(pilot).splitlines()[0]
        assert "2 pinned · 1 dropped · 3 left out below" in title
        assert "100% shared, 100% wanted" in title
