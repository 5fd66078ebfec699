from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

import pytest
from stories import HOSTILE, PreparedApp, bare, harbour, hostile, screen_text, settle
from textual.pilot import Pilot

from tui.model import Article
from tui.screens.compare import CompareScreen
from tui.screens.note_prompts import place_of, tags_in
from tui.screens.notes import NotesScreen
from tui.session import Choices
from tui.widgets.marks import Place

WRITTEN = [
    "a",
    *"Who counted?",
    "enter",
    "t",
    *"numbers, follow up",
    "enter",
    "l",
    "J",
    "t",
    *"checked",
    "enter",
]


@asynccontextmanager
async def reading(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with PreparedApp(harbour()).run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def choices(pilot: Pilot[None]) -> Choices:
    return pilot.app.state.session.choices


def told(pilot: Pilot[None]) -> str:
    return " ".join(toast.message for toast in pilot.app._notifications)


async def test_a_note_is_one_line_at_the_paragraph_under_the_cursor():
    async with reading() as pilot:
        await press(pilot, "J", "a")
        assert "Note to A ¶2" in drawn(pilot)
        assert "“The fog came down in minutes,”" in drawn(pilot)
        await press(pilot, *"Who says so?", "enter")
        assert choices(pilot).notes == {"A2": "Who says so?"}
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_escape_leaves_the_note_as_it_was_and_an_empty_one_deletes_it():
    async with reading() as pilot:
        await press(pilot, "a", *"First.", "enter", "a", *"more", "escape")
        assert choices(pilot).notes == {"A1": "First."}
        await press(pilot, "a", *["backspace"] * 6, "enter")
        assert choices(pilot).notes == {}


async def test_tags_are_words_with_commas_between_them():
    async with reading() as pilot:
        await press(pilot, "t", *"numbers, follow up,,numbers ", "enter")
        assert choices(pilot).tags == {"A1": ("follow up", "numbers")}
        await press(pilot, "t")
        assert "follow up, numbers" in drawn(pilot)
        await press(pilot, "escape")
        assert choices(pilot).tags == {"A1": ("follow up", "numbers")}


async def test_tags_in_use_are_suggested_and_tab_takes_the_suggestion():
    async with reading() as pilot:
        await press(pilot, "t", *"numbers", "enter", "J", "t", *"che")
        await settle(pilot)
        await press(pilot, "tab", *", nu")
        await settle(pilot)
        assert "checked, numbers" in drawn(pilot)
        await press(pilot, "tab", "enter")
        assert choices(pilot).tags["A2"] == ("checked", "numbers")


async def test_what_is_typed_at_tags_that_are_there_is_another_tag():
    async with reading() as pilot:
        await press(pilot, "C", "t", *"poll", "enter")
        assert choices(pilot).tags == {"A1": ("checked", "poll")}
        await press(pilot, "t", "enter")
        assert choices(pilot).tags == {"A1": ("checked", "poll")}


async def test_checked_is_a_tag_that_one_key_gives_and_takes():
    async with reading() as pilot:
        await press(pilot, "t", *"numbers", "enter", "C")
        assert choices(pilot).tags == {"A1": ("checked", "numbers")}
        assert told(pilot) == "A ¶1 is checked."
        await press(pilot, "C")
        assert choices(pilot).tags == {"A1": ("numbers",)}
        assert told(pilot) == "A ¶1 is no longer checked."


async def test_what_was_noted_on_compare_can_be_taken_back():
    async with reading() as pilot:
        await press(pilot, "a", *"Mine.", "enter", "u")
        assert choices(pilot).notes == {}
        await press(pilot, "ctrl+r")
        assert choices(pilot).notes == {"A1": "Mine."}
        await press(pilot, "u", "u")
        assert "There is no change to take back." in told(pilot)


@pytest.mark.parametrize(("screen", "key"), [("f", "C"), ("c", "C"), ("s", "C")])
async def test_on_other_screens_it_is_the_paragraph_of_what_is_under_the_cursor(screen: str, key: str):
    async with reading() as pilot:
        await press(pilot, screen, key)
        assert list(choices(pilot).tags.values()) == [("checked",)]


async def test_where_no_paragraph_is_under_the_cursor_that_is_said():
    async with reading() as pilot:
        await press(pilot, "f", "slash", *"zeppelin", "enter", "a")
        assert "There is no paragraph under the cursor." in told(pilot)


async def test_notes_are_listed_by_source_with_their_tags_and_the_text():
    async with reading() as pilot:
        await press(pilot, *WRITTEN, "A")
        text = drawn(pilot)
        assert "Notes  1 note · 1 tagged place · 1 checked" in text
        assert text.index("A Harbour Gazette") < text.index("Who counted?") < text.index("B Coast Wire")
        assert "#follow up  #numbers" in text
        assert "✓ checked" in text
        assert "The ferry Marigold ran aground off Brackwater" in text


async def test_without_notes_the_screen_says_how_to_make_one():
    async with reading() as pilot:
        await press(pilot, "A")
        text = " ".join(drawn(pilot).split())
        assert "press a to write a note to it, t to tag it, C to mark it as checked" in text


async def test_typing_narrows_the_notes_and_escape_shows_all_again():
    async with reading() as pilot:
        await press(pilot, *WRITTEN, "A", "slash", *"counted")
        assert "✓ checked" not in drawn(pilot)
        assert "1 of 2 places" in drawn(pilot)
        await press(pilot, *"zzz")
        assert "No note fits." in drawn(pilot)
        await press(pilot, "escape")
        assert "✓ checked" in drawn(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_a_filter_stays_while_the_list_is_walked_through():
    async with reading() as pilot:
        await press(pilot, *WRITTEN, "A", "slash", *"checked", "enter", "a", *"Yes.", "enter")
        assert choices(pilot).notes["B2"] == "Yes."
        assert "Who counted?" not in drawn(pilot)


async def test_enter_jumps_to_the_text():
    async with reading() as pilot:
        await press(pilot, *WRITTEN, "A", "down", "enter")
        assert isinstance(pilot.app.screen, CompareScreen)
        assert pilot.app.navigation.compare_screen.canvas.place[:2] == (1, 1)


async def test_notes_are_changed_where_they_are_listed_and_changes_taken_back():
    async with reading() as pilot:
        await press(pilot, *WRITTEN, "A", "a", *" Ask.", "enter")
        assert "Who counted? Ask." in drawn(pilot)
        await press(pilot, "C")
        assert drawn(pilot).count("✓ checked") == 2
        await press(pilot, "t", *["backspace"] * 40, "enter")
        assert "#numbers" not in drawn(pilot)
        await press(pilot, "u", "u", "u")
        assert "Ask." not in drawn(pilot)
        assert "#follow up  #numbers" in drawn(pilot)
        await press(pilot, "ctrl+r")
        assert "Who counted? Ask." in drawn(pilot)
        assert isinstance(pilot.app.screen, NotesScreen)


async def test_a_note_to_a_sentence_of_the_summary_is_listed_with_the_sentence():
    async with reading() as pilot:
        await press(pilot, "s", "down", "a", *"Check.", "enter", "A")
        assert choices(pilot).notes == {"A1.2": "Check."}
        assert "▌ A ¶1  Check.\n▌       All 48 passengers" in drawn(pilot)


async def test_a_paragraph_and_its_sentences_are_listed_together_under_one_label():
    async with reading() as pilot:
        made = choices(pilot).note("B1.1", "First sentence.").tag("B1", "checked").note("B2", "Next.")
        pilot.app.state.decide(made.note("A1.2", "Second.").note("A1.1", "First."))
        await press(pilot, "A")
        text = drawn(pilot)
        order = ["First.", "Second.", "✓ checked", "First sentence.", "Next."]
        places = [text.index(part) for part in order]
        assert places == sorted(places)
        assert [text.count(label) for label in ("A ¶1", "B ¶1", "B ¶2")] == [1, 1, 1]
        await press(pilot, "down", "down", "down", "a", *" More.", "enter")
        assert choices(pilot).notes["B1.1"] == "First sentence. More."


async def test_notes_can_be_made_and_read_before_the_articles_are_compared():
    app = PreparedApp(harbour())
    app._prepared = None
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "a", *"Early.", "enter", "A")
        assert "Early." in drawn(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_notes_to_places_that_do_not_exist_are_left_out():
    async with reading() as pilot:
        pilot.app.state.decide(choices(pilot).note("Z1", "lost").note("A99", "lost").note("B1", "held"))
        await press(pilot, "A")
        assert "held" in drawn(pilot)
        assert "lost" not in drawn(pilot)


async def test_text_that_looks_like_markup_is_drawn_as_it_is():
    async with PreparedApp(hostile()).run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "a", *HOSTILE[:6], "enter", "t", *"[b]", "enter", "A")
        text = drawn(pilot)
        assert HOSTILE[:6] in text
        assert "#[b]" in text
        assert f"{HOSTILE} said 1 men." in text


@pytest.mark.parametrize(
    ("remarked", "place"),
    [("A1", Place(0, 0)), ("B12.3", Place(1, 11, 2)), ("Z9", Place(25, 8)), ("AA1", Place(26, 0))],
)
def test_ids_are_places(remarked: str, place: Place):
    assert place_of(remarked) == place


def test_an_article_is_no_place():
    with pytest.raises(ValueError):
        place_of(Article("a", ("b",)).name)


def test_tags_are_cleaned():
    assert tags_in(" a ,,b\tc, \x1b[2J") == ("a", "b c", "\ufffd[2J")


def test_notes_narrowed(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, harbour()), *WRITTEN, "A", "slash", *"count")


def test_tags_are_asked_for(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, harbour()), *WRITTEN, "A", "down", "t", *"nu")


async def test_a_note_stands_by_two_lines_of_its_paragraph_at_most():
    long = Article("Gazette", ("The harbour reopened on Tuesday. " * 20,))
    async with PreparedApp(bare((long,))).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("C", "A")
        await pilot.pause()
        lines = [line for line in screen_text(pilot.app).splitlines() if "reopened" in line]
        assert len(lines) == 2
        assert lines[-1].endswith("…")
