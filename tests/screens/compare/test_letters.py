from __future__ import annotations

from pathlib import Path

import pytest
from aligned import story, unmatched
from comparing import at, compared, foot, told
from stories import screen_text
from textual.events import MouseScrollDown

from tui.model import Article, Comparison
from tui.screens.compare import CompareScreen
from tui.session import ViewState
from tui.session.store import Store


async def test_a_letter_leads_back_to_what_it_marks() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("j", "m", "a", "G", "'", "a")
        assert at(screen) == "A1.2"
        assert told(screen) == ["Marked with a; 'a leads back here."]


async def test_the_waiting_key_is_shown_and_waits_without_limit() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("m")
        assert "m …" in foot(screen)
        await pilot.press("escape")
        assert "m …" not in foot(screen)
        assert screen.app.state.session.view.marks == {}


@pytest.mark.parametrize("letter", ["n", "Z", "é"])
async def test_any_letter_does(letter: str) -> None:
    async with compared() as (pilot, screen):
        await pilot.press("m", letter)
        assert screen.app.state.session.view.marks == {letter: "A1.1"}
        assert screen.app.screen is screen


async def test_what_is_no_letter_marks_nothing() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("m", "5")
        assert screen.app.state.session.view.marks == {}
        assert at(screen) == "A1.1"


async def test_a_letter_that_marks_nothing_is_told() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("'", "q")
        assert told(screen) == ["Nothing is marked with q."]


async def test_back_to_where_one_was_before_the_leap_and_there_again() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("j", "G", "'", "'")
        assert at(screen) == "A1.2"
        await pilot.press("'", "'")
        assert at(screen) == "A3.1"


@pytest.mark.parametrize("leap", ["] c", "/ t u g s enter", "tab", "g g", "' b"])
async def test_every_leap_can_be_taken_back(leap: str) -> None:
    async with compared() as (pilot, screen):
        await pilot.press("j", "j", "m", "b", "G", *leap.split())
        assert at(screen) != "A3.1"
        await pilot.press("'", "'")
        assert at(screen) == "A3.1"


async def test_without_a_leap_there_is_no_way_back() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("j", "'", "'")
        assert told(screen) == ["There was no leap yet."]


async def test_the_palette_asks_for_the_letter() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"mark the sentence", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "m …" in foot(screen)
        await pilot.press("k")
        assert screen.app.state.session.view.marks == {"k": "A1.1"}


async def test_the_desk_is_kept_as_it_is_changed() -> None:
    async with compared(size=(200, 40)) as (pilot, screen):
        assert screen.app.state.session.view == ViewState()
        await pilot.press("j", "m", "a", ">", "ctrl+right", "L", "v", "d")
        view = screen.app.state.session.view
        assert view.sentence == "A1.2"
        assert view.marks == {"a": "A1.2"}
        assert view.columns == ("B", "A", "C")
        assert set(view.widths) == {"A"}
        assert (view.aligned, view.linked, view.differences_only) == (True, False, True)
        await pilot.press("p", "x")
        assert screen.app.state.session.view.shortest_path
        assert not screen.app.state.session.view.differences_only
        assert screen.app.state.session.view.hidden == {"A"}


async def test_the_desk_is_restored() -> None:
    view = ViewState(
        sentence="B2.2",
        marks={"x": "C2.1"},
        aligned=True,
        linked=False,
        columns=("C", "B", "A"),
        hidden=frozenset("A"),
        widths={"B": 1.2},
        tops={"B": "B1", "C": "C1"},
    )
    async with compared(view=view) as (pilot, screen):
        assert at(screen) == "B2.2"
        assert [column.source for column in screen.scene.columns] == [2, 1]
        assert "row 1 of" in screen_text(screen.app)
        assert screen.app.state.session.view == view
        await pilot.press("'", "x")
        assert at(screen) == "C2.1"


async def reopened(before: CompareScreen, comparison: Comparison, folder: Path) -> ViewState:
    """The view as a session file keeps it."""
    articles = [source.article for source in comparison.sources]
    Store(articles, folder).save(before.app.state.session)
    restored = Store(articles, folder).restore().session
    assert restored is not None
    return restored.view


async def test_the_path_is_read_from_the_same_column_again(tmp_path: Path) -> None:
    async with compared() as (pilot, screen):
        await pilot.press("2", "p", "1")
        assert "path from B saves" in foot(screen)
        view = await reopened(screen, story(), tmp_path)
    async with compared(view=view) as (pilot, screen):
        assert at(screen).startswith("A")
        assert "path from B saves" in foot(screen)
        await pilot.press("p")
        assert screen.app.state.session.view.path_from is None


async def test_a_path_of_an_older_session_begins_at_the_cursor() -> None:
    async with compared(view=ViewState(sentence="C1.1", shortest_path=True)) as (_, screen):
        assert "path from C saves" in foot(screen)


async def test_the_zoom_is_restored(tmp_path: Path) -> None:
    async with compared() as (pilot, screen):
        await pilot.press("2", "z")
        view = await reopened(screen, story(), tmp_path)
    async with compared(view=view) as (pilot, screen):
        assert [column.source for column in screen.scene.columns] == [1]
        await pilot.press("z")
        assert len(screen.scene.columns) == 3


async def test_unlinked_columns_are_where_they_were_left(tmp_path: Path) -> None:
    long = Article("Long Way", tuple(f"Paragraph number {n} of many." for n in range(60)))
    both = unmatched(long, long)
    async with compared(both, size=(80, 24)) as (pilot, screen):
        await pilot.press("L", "2", *["pagedown"] * 3, "1", "j")
        wheel = MouseScrollDown(screen.canvas, 60, 5, 0, 0, 0, False, False, False, screen_x=60, screen_y=5)
        screen.canvas.post_message(wheel)
        await pilot.pause()
        before = screen_text(screen.app)
        view = await reopened(screen, both, tmp_path)
    async with compared(both, size=(80, 24), view=view) as (_, screen):
        assert screen_text(screen.app).splitlines()[:20] == before.splitlines()[:20]


async def test_a_desk_of_other_articles_does_no_harm() -> None:
    view = ViewState(
        sentence="Q7.1",
        marks={"x": "A99.1", "y": "nonsense"},
        columns=("Q", "B"),
        hidden=frozenset("ABC"),
        widths={"Q": 2.0, "A": -1.0},
        linked=False,
        shortest_path=True,
        path_from="Q",
        tops={"Q": "Q7", "A": "A99", "B": "C1"},
    )
    async with compared(view=view) as (pilot, screen):
        await pilot.press("'", "x", "'", "y")
        assert at(screen) == "A1.1"
        assert len(screen.scene.columns) == 3
