from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from stories import HOSTILE, PreparedApp, agreeing, alone, harbour, hostile, screen_text
from textual.pilot import Pilot

from tui.model import Comparison, ConflictKind, Judgement, Quotation, Verdict
from tui.screens.compare import CompareScreen
from tui.screens.prompt import PromptScreen
from tui.screens.why import WhyScreen


@asynccontextmanager
async def conflicts(comparison: Comparison, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with PreparedApp(comparison).run_test(size=size) as pilot:
        await pilot.press("c")
        await pilot.pause()
        yield pilot


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def told(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


def set_off(pilot: Pilot[None]) -> list[str]:
    """What is drawn bold and underlined, in the order it is drawn."""
    strips = pilot.app.screen._compositor.render_strips()
    return [
        segment.text
        for strip in strips
        for segment in strip
        if segment.style and segment.style.bold and segment.style.underline
    ]


async def test_each_conflict_shows_its_question_reason_confidence_and_passages():
    async with conflicts(harbour()) as pilot:
        text = drawn(pilot)
        assert "2 between 3 sources · 1 lesser" in text
        assert "‼ Who said it  confidence 0.93" in text
        assert "A gives these words to the harbour master, B to the captain." in text
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
        passage = pilot.app.state.comparison.conflicts[1].between[0]
        assert pilot.app.jumps == [(passage.sentence, passage.start, passage.end)]
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_enter_on_a_lesser_difference_goes_there():
    async with conflicts(harbour()) as pilot:
        await pilot.press("end", "enter")
        assert pilot.app.jumps[0][0] == pilot.app.state.comparison.differences[0].between[0].sentence


async def test_j_and_k_move_like_the_arrows():
    async with conflicts(harbour()) as pilot:
        await pilot.press("j", "j", "k", "enter")
        assert pilot.app.jumps[0][0] == pilot.app.state.comparison.conflicts[1].between[0].sentence


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


async def test_the_words_in_which_the_passages_differ_are_set_off():
    async with conflicts(harbour(), size=(80, 40)) as pilot:
        marked = [text.strip() for text in set_off(pilot)]
        assert marked == ["harbour master", "captain", "48", "52", "ran aground", "stuck on the rocks"]


async def test_two_wordings_of_one_quotation_differ_in_some_words_only():
    story = harbour()
    one = replace(story.conflicts[0], kind=ConflictKind.QUOTATION)
    whole = [story.by_key[key].paragraphs[1].text for key in "AB"]
    between = tuple(
        replace(passage, start=0, end=len(text), text=text)
        for passage, text in zip(one.between, whole, strict=True)
    )
    async with conflicts(replace(story, conflicts=(replace(one, between=between),))) as pilot:
        marked = [text.strip() for text in set_off(pilot)]
        assert marked[:2] == ["harbour master", "captain"]
        assert all("fog" not in text for text in marked)


async def test_for_one_quotation_under_two_names_the_names_are_set_off():
    story = harbour()
    quote = "The fog came down in minutes"
    sources, passages = [], []
    for source, speaker in zip(story.sources, ("Harbour master", "Captain", None), strict=True):
        paragraph = source.paragraphs[1]
        spoken = replace(paragraph, quotes=(Quotation(1, 29, quote, speaker),))
        sources.append(replace(source, paragraphs=(source.paragraphs[0], spoken, *source.paragraphs[2:])))
        passages.append(replace(story.conflicts[0].between[0], sentence=f"{source.key}2.1", start=1, end=29))
    conflict = replace(
        story.conflicts[0], between=tuple(replace(passage, text=quote) for passage in passages[:2])
    )
    story = replace(story, sources=tuple(sources), conflicts=(conflict,), differences=())
    async with conflicts(story) as pilot:
        assert "given to Harbour master" in drawn(pilot)
        assert set_off(pilot) == ["Harbour master", "Captain"]


async def test_a_conflict_is_dismissed_with_a_reason_and_goes_to_the_end():
    async with conflicts(harbour(), size=(80, 40)) as pilot:
        await pilot.press("minus")
        assert isinstance(pilot.app.screen, PromptScreen)
        await pilot.press(*"[/b] one man", "enter")
        await pilot.pause()
        text = drawn(pilot)
        assert "1 between 3 sources · 1 lesser · 1 dismissed" in text
        assert "✗ Who said it  [/b] one man" in text
        assert text.index("≈ In what tone") < text.index("Dismissed by you") < text.index("✗ Who said it")
        assert pilot.app.state.comparison.dismissed[0].verdict == Verdict(Judgement.DISMISSED, "[/b] one man")


async def test_after_a_dismissal_the_cursor_is_on_the_next_conflict():
    async with conflicts(harbour()) as pilot:
        await pilot.press("minus", "enter", "enter")
        assert pilot.app.jumps[0][0] == "A1.2"


async def test_a_dismissal_that_is_cancelled_changes_nothing():
    async with conflicts(harbour()) as pilot:
        before = drawn(pilot)
        await pilot.press("minus", *"hm", "escape")
        await pilot.pause()
        assert drawn(pilot) == before


async def test_a_dismissed_conflict_counts_again_with_the_same_key():
    async with conflicts(harbour(), size=(80, 40)) as pilot:
        before = drawn(pilot)
        await pilot.press("minus", "enter", "end", "minus", "home")
        await pilot.pause()
        assert drawn(pilot) == before
        assert pilot.app.state.session.choices.verdicts == {}


async def test_a_conflict_is_confirmed_and_no_longer_with_the_same_key():
    async with conflicts(harbour()) as pilot:
        before = drawn(pilot)
        await pilot.press("plus")
        await pilot.pause()
        assert "‼ Who said it  confidence 0.93  ✓ confirmed by you" in drawn(pilot)
        assert "1 confirmed" in drawn(pilot)
        await pilot.press("plus")
        await pilot.pause()
        assert drawn(pilot) == before


async def test_a_dismissed_conflict_that_is_confirmed_goes_back_to_its_place():
    async with conflicts(harbour(), size=(80, 40)) as pilot:
        await pilot.press("minus", "enter", "end", "plus")
        await pilot.pause()
        text = drawn(pilot)
        assert text.index("✓ confirmed by you") < text.index("‼ Which figure")
        assert "dismissed" not in text


async def test_a_lesser_difference_can_be_judged_too():
    async with conflicts(harbour(), size=(80, 40)) as pilot:
        await pilot.press("end", "minus", "enter")
        await pilot.pause()
        assert "✗ In what tone it is told" in drawn(pilot)
        assert "2 between 3 sources · 1 dismissed" in drawn(pilot)


async def test_lesser_differences_can_be_hidden():
    async with conflicts(harbour()) as pilot:
        before = drawn(pilot)
        await pilot.press("t")
        await pilot.pause()
        assert "1 lesser (hidden)" in drawn(pilot)
        assert "≈" not in drawn(pilot)
        await pilot.press("t")
        await pilot.pause()
        assert drawn(pilot) == before


@pytest.mark.parametrize("keys", [["minus", "x", "enter"], ["plus"]], ids=["dismissed", "confirmed"])
async def test_judgements_can_be_undone_and_redone(keys: list[str]):
    async with conflicts(harbour(), size=(80, 40)) as pilot:
        before = drawn(pilot).replace("▌", " ")
        await pilot.press(*keys)
        await pilot.pause()
        after = drawn(pilot).replace("▌", " ")
        assert after != before
        await pilot.press("u")
        await pilot.pause()
        assert drawn(pilot).replace("▌", " ") == before
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert drawn(pilot).replace("▌", " ") == after


async def test_when_everything_is_dismissed_it_says_so_and_can_be_taken_back():
    async with conflicts(replace(harbour(), differences=())) as pilot:
        await pilot.press("minus", "enter", "minus", "enter")
        await pilot.pause()
        assert "No contradiction is left: you dismissed what was found." in drawn(pilot)
        await pilot.press("u", "u")
        await pilot.pause()
        assert "2 between 3 sources" in drawn(pilot)


async def test_two_conflicts_of_one_kind_between_the_same_sentences_are_both_listed():
    story = harbour()
    twins = tuple(replace(story.conflicts[1], id=number) for number in (1, 2))
    async with conflicts(replace(story, conflicts=twins)) as pilot:
        assert drawn(pilot).count("‼ Which figure") == 2


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("minus", "There is nothing to dismiss."),
        ("plus", "There is nothing to confirm."),
        ("t", "There are no lesser differences."),
        ("u", "There is no change to take back."),
        ("ctrl+r", "No change was taken back."),
    ],
)
async def test_a_key_that_has_nothing_to_do_says_why(key: str, why: str):
    async with conflicts(agreeing()) as pilot:
        await pilot.press(key)
        assert told(pilot) == [why]


async def test_on_a_small_screen_every_conflict_can_be_reached():
    async with conflicts(harbour(), size=(60, 20)) as pilot:
        await pilot.press("end")
        assert "stuck on the rocks" in drawn(pilot)


async def test_the_keys_stand_at_the_foot_even_where_there_is_no_list():
    async with conflicts(agreeing()) as pilot:
        assert "Go to text" in drawn(pilot).splitlines()[-1]
