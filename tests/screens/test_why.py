from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from stories import (
    HARBOUR,
    HOSTILE,
    PreparedAnalysis,
    PreparedApp,
    alone,
    complete,
    explained,
    harbour,
    hostile,
    screen_text,
    settle,
)
from textual.pilot import Pilot

from tui.analysis import Match, compare
from tui.model import Comparison, Correction, Judgement, Side, Verdict
from tui.screens.chooser import ChooserScreen
from tui.screens.compare import CompareScreen
from tui.screens.evidence import phrases
from tui.screens.why import WhyScreen


@asynccontextmanager
async def why(
    comparison: Comparison, sentence: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    async with PreparedApp(comparison).run_test(size=size) as pilot:
        pilot.app.push_screen(WhyScreen(sentence))
        await settle(pilot)
        yield pilot


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def underlined(pilot: Pilot[None]) -> dict[str, list[str]]:
    """Underlined text by its colour, in the order it is drawn."""
    found: dict[str, list[str]] = {}
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            if segment.style and segment.style.underline and segment.style.color:
                found.setdefault(segment.style.color.name, []).append(segment.text)
    return found


@pytest.fixture
def evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PreparedAnalysis, "explain", staticmethod(explained))


@pytest.mark.usefixtures("evidence")
async def test_each_other_source_is_told_with_its_level_and_score():
    async with why(harbour(), "A1.1") as pilot:
        text = drawn(pilot)
        assert "Why  A Harbour Gazette · sentence 1 of 4" in text
        assert "B Coast Wire reports this fully · 0.91" in text
        assert "C Island Radio reports this in part · 0.48" in text


@pytest.mark.usefixtures("evidence")
async def test_matched_words_are_underlined_in_one_colour_on_both_sides():
    async with why(harbour(), "A1.1") as pilot:
        pairs = list(underlined(pilot).values())
        assert ["Marigold", "Marigold"] in [pair[:2] for pair in pairs]
        assert ["ran aground", "ran aground"] in [pair[:2] for pair in pairs]
        assert ["aground", "rocks"] in [pair[-2:] for pair in pairs]


@pytest.mark.usefixtures("evidence")
async def test_words_that_were_not_found_are_listed():
    async with why(harbour(), "A1.1") as pilot:
        assert "Not found in C: Marigold · Tuesday" in drawn(pilot)
        assert "Not found in B" not in drawn(pilot)


@pytest.mark.usefixtures("evidence")
async def test_passages_stand_beside_each_other_where_there_is_room():
    async with why(harbour(), "A1.1", size=(140, 40)) as pilot:
        line = next(line for line in drawn(pilot).splitlines() if "stuck on the rocks" in line)
        assert "The ferry Marigold ran aground" in line


@pytest.mark.usefixtures("evidence")
async def test_a_conflict_is_shown_with_its_rule_confidence_and_both_passages():
    async with why(harbour(), "A1.2") as pilot:
        text = drawn(pilot)
        assert "‼ Which figure · confidence 0.81" in text
        assert "A has “48 passengers”, B has “52 passengers” for the same quantity" in text
        assert "with 52 passengers on board." in text


@pytest.mark.usefixtures("evidence")
@pytest.mark.parametrize(("forth", "back"), [("right", "left"), ("n", "p"), ("l", "h")])
async def test_keys_go_to_the_next_sentence_and_the_one_before(forth: str, back: str):
    async with why(harbour(), "A1.1") as pilot:
        await pilot.press(forth, forth)
        await settle(pilot)
        assert "sentence 3 of 4" in drawn(pilot)
        await pilot.press(back)
        await settle(pilot)
        assert "sentence 2 of 4" in drawn(pilot)


@pytest.mark.usefixtures("evidence")
async def test_there_is_nothing_before_the_first_and_after_the_last_sentence():
    async with why(harbour(), "A1.1") as pilot:
        await pilot.press("left")
        await settle(pilot)
        assert "sentence 1 of 4" in drawn(pilot)
        await pilot.press("n", "n", "n", "n", "n")
        await settle(pilot)
        assert "sentence 4 of 4" in drawn(pilot)


@pytest.mark.usefixtures("evidence")
async def test_long_evidence_scrolls():
    async with why(harbour(), "A1.1", size=(60, 14)) as pilot:
        assert "Not found in C" not in drawn(pilot)
        await pilot.press("pagedown", "pagedown", "pagedown")
        await settle(pilot)
        assert "counting more" in drawn(pilot)


@pytest.mark.usefixtures("evidence")
@pytest.mark.parametrize("key", ["escape", "w", "q"])
async def test_the_panel_closes(key: str):
    async with why(harbour(), "A1.1") as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_a_failure_is_told_and_what_is_known_stays(monkeypatch: pytest.MonkeyPatch):
    def explain(*_: object, **__: object) -> None:
        raise MemoryError("[/oops]")

    monkeypatch.setattr(PreparedAnalysis, "explain", explain)
    async with PreparedApp(harbour()).run_test(size=(80, 24)) as pilot:
        pilot.app.push_screen(WhyScreen("A1.1"))
        await pilot.pause()
        for worker in list(pilot.app.workers):
            await worker._task
        await pilot.pause()
        assert "The matching words could not be found: [/oops]" in drawn(pilot)
        assert "B Coast Wire reports this fully · 0.91" in drawn(pilot)


async def test_one_account_alone_has_nothing_to_compare_with():
    async with why(alone(), "A1.1") as pilot:
        assert "There is no second account to compare this with." in drawn(pilot)


async def test_text_that_looks_like_markup_is_drawn_as_it_is():
    async with why(hostile(), "A1.1", size=(100, 24)) as pilot:
        assert f"B {HOSTILE} 2 reports this in part · 0.50" in drawn(pilot)


async def test_the_evidence_of_a_real_comparison_marks_words_of_both_texts():
    story = compare(HARBOUR)
    async with why(story, "A1.1") as pilot:
        words = [word for pair in underlined(pilot).values() for word in pair]
        assert sum("Marigold" in word for word in words) >= 2


def matches(places: Iterable[tuple[int, int, str, int, int]]) -> list[Match]:
    return [Match(*place, 1.0) for place in places]


def test_neighbouring_words_become_one_phrase_only_if_they_are_neighbours_on_both_sides():
    near, apart, elsewhere = (6, 9, "B1.1", 26, 29), (6, 9, "B1.1", 60, 63), (6, 9, "B2.1", 26, 29)
    first = (0, 5, "B1.1", 20, 25)
    assert [len(group) for group in phrases(matches([near, first]))] == [2]
    assert [len(group) for group in phrases(matches([first, apart]))] == [1, 1]
    assert [len(group) for group in phrases(matches([first, elsewhere]))] == [1, 1]
    assert phrases([]) == []


def corrections(pilot: Pilot[None]) -> list[tuple[str, str, str | None]]:
    return [(c.sentence, c.source, c.paragraph) for c in pilot.app.state.session.choices.corrections]


def focused(pilot: Pilot[None]) -> list[str]:
    """The letters of the sources with a bar beside them."""
    return re.findall(r"▌([A-Z]) \w+", drawn(pilot))


@pytest.mark.usefixtures("evidence")
@pytest.mark.parametrize(("down", "up"), [("down", "up"), ("j", "k")])
async def test_one_other_source_is_in_focus_and_keys_choose_it(down: str, up: str):
    async with why(harbour(), "A1.1") as pilot:
        assert focused(pilot) == ["B"]
        await pilot.press(down)
        await settle(pilot)
        assert focused(pilot) == ["C"]
        await pilot.press(down, up)
        await settle(pilot)
        assert focused(pilot) == ["B"]


@pytest.mark.usefixtures("evidence")
async def test_the_source_in_focus_is_scrolled_into_sight():
    async with why(harbour(), "A1.1", size=(60, 20)) as pilot:
        await pilot.press("down")
        await settle(pilot)
        assert "Not found in C" in drawn(pilot)
        await pilot.press("down", "down", "down", "down", "down")
        await settle(pilot)
        assert "counting more" in drawn(pilot)


@pytest.mark.usefixtures("evidence")
@pytest.mark.parametrize(
    ("keys", "correction", "shown"),
    [
        (["enter"], ("A1.1", "B", "B1"), "B Coast Wire reports this fully · by you"),
        (["minus"], ("A1.1", "B", None), "B Coast Wire does not report this · by you"),
        (["down", "enter"], ("A1.1", "C", "C1"), "C Island Radio reports this in part · by you"),
        (["right", "down", "enter"], ("A1.2", "C", None), "C Island Radio does not report this · by you"),
        (["equals_sign", "down", "enter"], ("A1.1", "B", "B2"), "B Coast Wire reports this fully · by you"),
    ],
    ids=["accept", "reject", "accept of the second source", "accept that it is not there", "link"],
)
async def test_the_reader_has_the_last_word(
    keys: list[str], correction: tuple[str, str, str | None], shown: str
):
    async with why(complete(harbour()), "A1.1") as pilot:
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        assert corrections(pilot) == [correction]
        assert shown in drawn(pilot)
        after = drawn(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert corrections(pilot) == []
        assert "by you" not in drawn(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert drawn(pilot) == after


@pytest.mark.usefixtures("evidence")
async def test_another_word_on_the_same_source_replaces_the_first():
    async with why(complete(harbour()), "A1.1") as pilot:
        await pilot.press("minus", "equals_sign", *"built", "enter")
        await settle(pilot)
        assert corrections(pilot) == [("A1.1", "B", "B2")]


@pytest.mark.usefixtures("evidence")
async def test_the_paragraphs_to_link_to_are_those_of_the_source_in_focus():
    async with why(complete(harbour()), "A1.1", size=(100, 40)) as pilot:
        await pilot.press("down", "equals_sign")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChooserScreen)
        text = drawn(pilot)
        assert "Which paragraph of C reports this?" in text
        assert "C ¶1  A ferry is stuck on the rocks off Brackwater." in text
        assert "C ¶2  Two tugs will try" in text
        await pilot.press("down", "escape")
        await settle(pilot)
        assert corrections(pilot) == []


@pytest.mark.usefixtures("evidence")
async def test_where_there_is_no_other_account_there_is_nothing_to_correct():
    async with why(alone(), "A1.1") as pilot:
        await pilot.press("enter", "minus", "equals_sign", "down", "up")
        await settle(pilot)
        assert corrections(pilot) == []
        assert [told.message for told in pilot.app._notifications] == [
            "There is no other account of this sentence."
        ]


@pytest.mark.usefixtures("evidence")
async def test_a_conflict_that_the_reader_confirmed_says_so():
    async with why(harbour(), "A1.2") as pilot:
        choices = pilot.app.state.session.choices
        confirmed = Verdict(Judgement.CONFIRMED)
        pilot.app.state.decide(choices.judge(pilot.app.state.comparison.conflicts[1].key, confirmed))
        await settle(pilot)
        assert "‼ Which figure · confidence 0.81 · confirmed by you" in drawn(pilot)


@pytest.mark.usefixtures("evidence")
async def test_what_is_decided_elsewhere_shows_at_once():
    async with why(complete(harbour()), "A1.1") as pilot:
        pilot.app.state.decide(pilot.app.state.session.choices.correct(Correction("A1.1", "C", None)))
        await settle(pilot)
        assert "C Island Radio does not report this · by you" in drawn(pilot)


async def test_a_real_comparison_can_be_corrected_and_taken_back():
    async with why(compare(HARBOUR), "A1.1", size=(100, 40)) as pilot:
        before = drawn(pilot)
        await pilot.press("minus")
        await settle(pilot)
        assert "B Coast Wire does not report this · by you" in drawn(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert drawn(pilot) == before


def crowded() -> Comparison:
    """A conflict that takes all the room above what the other sources have."""
    story = complete(harbour())
    long = " ".join(["more than the harbour office and the coast guard counted"] * 20)
    sides = (Side(("A",), long), Side(("B",), "52 passengers"))
    conflicts = tuple(replace(conflict, sides=sides) for conflict in story.conflicts)
    return replace(story, conflicts=conflicts)


@pytest.mark.usefixtures("evidence")
async def test_the_source_that_the_keys_decide_about_is_in_sight_below_a_conflict():
    async with why(crowded(), "A1.2") as pilot:
        assert focused(pilot) == ["B"]
        await pilot.press("left", "right")
        await settle(pilot)
        assert "sentence 2 of 4" in drawn(pilot)
        assert focused(pilot) == ["B"]
        await pilot.press("pageup", "pageup", "pageup", "minus")
        await settle(pilot)
        assert "B Coast Wire does not report this · by you" in drawn(pilot)


@pytest.mark.usefixtures("evidence")
@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["minus"], "B: does not report A ¶1, by you · u takes it back"),
        (["enter"], "B: reports A ¶1 fully, by you · u takes it back"),
        (["down", "minus"], "C: does not report A ¶1, by you · u takes it back"),
    ],
)
async def test_every_decision_is_told_by_name(keys: list[str], said: str):
    async with why(complete(harbour()), "A1.1") as pilot:
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        assert [told.message for told in pilot.app._notifications] == [said]


@pytest.mark.usefixtures("evidence")
async def test_a_tiny_terminal_still_shows_the_source_in_focus():
    async with why(harbour(), "A1.1", size=(20, 5)) as pilot:
        assert focused(pilot) == ["B"]


@pytest.mark.usefixtures("evidence")
async def test_the_paragraph_of_the_sentence_is_noted_tagged_and_checked():
    async with why(complete(harbour()), "A1.2") as pilot:
        await pilot.press("a", *"Who counted?", "enter", "t", *"figures", "enter", "C")
        await settle(pilot)
        choices = pilot.app.state.session.choices
        assert choices.notes == {"A1": "Who counted?"}
        assert choices.tags == {"A1": ("checked", "figures")}
        assert "✓ checked #figures ✎ Who counted?" in drawn(pilot)
        assert "sentence 2 of 4" in drawn(pilot)
        await pilot.press("u", "u", "u")
        await settle(pilot)
        assert pilot.app.state.session.choices.notes == {}
        assert "Who counted?" not in drawn(pilot)


@pytest.mark.usefixtures("evidence")
async def test_remarks_go_to_the_paragraph_that_one_has_gone_on_to():
    async with why(complete(harbour()), "A1.2") as pilot:
        await pilot.press("n", "C")
        await settle(pilot)
        assert pilot.app.state.session.choices.tags == {"A2": ("checked",)}
        await pilot.press("p")
        await settle(pilot)
        assert "✓ checked" not in drawn(pilot)


@pytest.mark.usefixtures("evidence")
async def test_help_opens_over_the_panel():
    async with why(complete(harbour()), "A1.2") as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Help  every key" in drawn(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "sentence 2 of 4" in drawn(pilot)


@pytest.mark.usefixtures("evidence")
async def test_a_click_puts_the_source_in_focus():
    async with why(complete(harbour()), "A1.1", size=(100, 40)) as pilot:
        await pilot.click("#source-C")
        await settle(pilot)
        assert focused(pilot) == ["C"]
