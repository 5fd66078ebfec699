from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from aligned import story, unmatched
from comparing import compared, foot, row_of
from rich.cells import cell_len
from stories import PreparedApp, screen_text
from textual.pilot import Pilot

from tui.model import Article, Judgement, Verdict
from tui.screens.compare import CompareScreen
from tui.session import CHECKED, Choices, Session
from tui.widgets.marks import Mark
from tui.widgets.remarks import remarks

Shoot = Callable[..., bool]


def gutter(screen: CompareScreen, row: int) -> str:
    """What stands before the text of the first column."""
    return screen_text(screen.app).splitlines()[row][: screen.scene.layout.gutter]


async def written(pilot: Pilot[Any], key: str, line: str) -> None:
    await pilot.press(key)
    await pilot.pause()
    await pilot.press(*line, "enter")
    await pilot.pause()


async def test_a_note_stands_in_the_gutter_and_is_told_at_the_foot() -> None:
    async with compared() as (pilot, screen):
        await written(pilot, "a", "ask the pier")
        row = row_of(screen, "The ferry Marigold")
        assert "✎" in gutter(screen, row)
        assert "✎ ask the pier" in foot(screen)
        await pilot.press("J")
        assert "✎" not in foot(screen)
        assert "✎" in gutter(screen, row)
        await pilot.press("u")
        assert "✎" not in screen_text(screen.app)


async def test_what_is_checked_tagged_and_noted_is_told_apart_from_the_first_line_down() -> None:
    async with compared() as (pilot, screen):
        row = row_of(screen, "The ferry Marigold")
        await pilot.press("C")
        assert "✓" in gutter(screen, row)
        await written(pilot, "a", "ask")
        assert ("✎" in gutter(screen, row), "✓" in gutter(screen, row + 1)) == (True, True)
        await written(pilot, "t", ", port")
        await pilot.press("u", "u", "u")
        assert gutter(screen, row).strip("▌ ·◦◇◆‼¶1") == ""


async def test_a_tag_that_is_not_checked_has_a_glyph_of_its_own() -> None:
    async with compared() as (pilot, screen):
        await written(pilot, "t", "port, night")
        assert "#" in gutter(screen, row_of(screen, "The ferry Marigold"))
        assert "#night #port" in foot(screen)


def test_a_note_to_a_sentence_stands_by_its_paragraph() -> None:
    choices = Choices().note("A1", "whole").note("A1.2", "part").tag("A1", CHECKED, "a").tag("A1.2", "b")
    remark = remarks(choices)["A1"]
    assert remark.notes == ("whole", "part")
    assert remark.glyphs == "✎✓#"
    assert remark.text == "✓ checked #a #b ✎ whole ✎ part"


def test_every_glyph_takes_one_cell_and_is_no_mark() -> None:
    glyphs = remarks(Choices().note("A1", "x").tag("A1", CHECKED, "a"))["A1"].glyphs
    assert [cell_len(glyph) for glyph in glyphs] == [1, 1, 1]
    assert not set(glyphs) & {mark.glyph for mark in Mark}


async def test_what_was_noted_earlier_is_there_at_once_also_before_the_comparison() -> None:
    app = PreparedApp(story())
    app.state.session = Session(Choices().note("A1", "from yesterday"))
    app._prepared = None  # type: ignore[assignment]
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        screen = app.navigation.compare_screen
        assert "✎" in gutter(screen, row_of(screen, "The ferry Marigold"))
        assert "✎ from yesterday" in foot(screen)


async def test_a_note_leaves_room_for_the_mark_and_is_no_markup() -> None:
    async with compared(size=(80, 24)) as (pilot, screen):
        await pilot.press("]", "c")
        await written(pilot, "a", "[/b] " + "very " * 30)
        last = foot(screen).splitlines()[1]
        assert last.startswith("‼ Conflict: ")
        assert "✎ [/b] very" in last
        assert cell_len(last) <= 78


async def test_a_dismissed_conflict_loses_its_mark_and_a_confirmed_one_keeps_it() -> None:
    async with compared() as (pilot, screen):
        conflict = screen.app.state.comparison.conflicts[0]
        found = screen_text(screen.app).count("‼")
        assert found
        choices = screen.app.state.session.choices
        screen.app.state.decide(choices.judge(conflict.key, Verdict(Judgement.CONFIRMED)))
        await pilot.pause()
        assert screen_text(screen.app).count("‼") == found
        screen.app.state.decide(choices.judge(conflict.key, Verdict(Judgement.DISMISSED)))
        await pilot.pause()
        assert screen_text(screen.app).count("‼") < found


def long_story() -> PreparedApp:
    texts = [f"Paragraph {number} tells of rain." for number in range(60)]
    texts[30] = texts[59] = "Here is the lighthouse."
    other = Article("Short", ("Nothing but rain.",))
    return PreparedApp(unmatched(Article("Long", tuple(texts)), other))


def rail(screen: CompareScreen) -> str:
    lines = screen_text(screen.app).splitlines()[2 : 2 + screen.scene.scroll.height]
    return "".join(line[-1] for line in lines)


async def test_matches_stand_on_the_rail_while_one_searches() -> None:
    app = long_story()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = app.navigation.compare_screen
        assert "━" not in rail(screen)
        await pilot.press("/", *"lighthouse")
        ticks = [row for row, glyph in enumerate(rail(screen)) if glyph == "━"]
        assert len(ticks) == 2
        assert ticks[0] == pytest.approx(len(rail(screen)) / 2, abs=1)
        await pilot.press("escape")
        await pilot.pause()
        assert "━" not in rail(screen)


def noted() -> PreparedApp:
    app = PreparedApp(story())
    choices = app.state.session.choices.note("A1", "ask the pier who counted").tag("A1", CHECKED, "port")
    app.state.session = replace(app.state.session, choices=choices.tag("B2", CHECKED).tag("C1", "night"))
    return app


def test_notes_in_the_gutters(shoot: Shoot) -> None:
    assert shoot(noted, size=(140, 40))


def test_matches_on_the_rail(shoot: Shoot) -> None:
    assert shoot(long_story, "/", *"light", size=(100, 30))
