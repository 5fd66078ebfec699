from __future__ import annotations

from typing import Any

import pytest
from aligned import story, unmatched
from comparing import at, compared, foot, row_of
from stories import screen_text
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from tui.model import Article
from tui.screens.compare import CompareScreen

Cell = tuple[int, int]


async def drag(
    pilot: Pilot[Any], screen: CompareScreen, start: tuple[int, int], end: tuple[int, int]
) -> None:
    await pilot.mouse_down(screen.canvas, offset=start)
    await pilot.hover(screen.canvas, offset=((start[0] + end[0]) // 2, end[1]))
    await pilot.hover(screen.canvas, offset=end)
    await pilot.mouse_up(screen.canvas, offset=end)
    await pilot.pause()


def cell_of(screen: CompareScreen, text: str) -> Cell:
    row = row_of(screen, text)
    return screen_text(screen.app).splitlines()[row].index(text), row


async def test_what_is_drawn_over_is_copied_with_its_reference() -> None:
    async with compared() as (pilot, screen):
        x, y = cell_of(screen, "aground near")
        await drag(pilot, screen, (x, y), (x + 11, y))
        assert "selected: y copies" in foot(screen)
        await pilot.press("y")
        assert screen.app.clipboard == "aground near [B ¶1, Coast Wire]"


async def test_a_selection_over_paragraphs_names_them_all_and_stays_in_its_column() -> None:
    async with compared() as (pilot, screen):
        x, y = cell_of(screen, "Nobody was")
        _, last = cell_of(screen, "Two tugs")
        await drag(pilot, screen, (x, y), (5, last))
        await pilot.press("y")
        assert screen.app.clipboard.startswith("Nobody was hurt, the coast guard said.\n\n")
        assert screen.app.clipboard.endswith("[C ¶1–2, Island Radio]")


async def test_a_selection_backwards_is_the_same() -> None:
    async with compared() as (pilot, screen):
        x, y = cell_of(screen, "aground near")
        await drag(pilot, screen, (x + 11, y), (x, y))
        await pilot.press("y")
        assert screen.app.clipboard.startswith("aground near [B ¶1")


async def test_escape_and_movement_take_the_selection_away() -> None:
    async with compared() as (pilot, screen):
        for key in ("escape", "j"):
            x, y = cell_of(screen, "aground near")
            await drag(pilot, screen, (x, y), (x + 5, y))
            assert screen.canvas.selection is not None
            await pilot.press(key)
            assert screen.canvas.selection is None


async def test_a_drag_leaves_the_cursor_where_it_is() -> None:
    async with compared() as (pilot, screen):
        x, y = cell_of(screen, "aground near")
        await drag(pilot, screen, (x, y), (x + 5, y))
        assert at(screen) == "A1.1"


async def test_a_drag_on_the_divider_gives_the_column_its_width() -> None:
    async with compared(size=(200, 30)) as (pilot, screen):
        before = screen.scene.layout.widths
        await drag(pilot, screen, (before[0], 10), (before[0] + 15, 10))
        assert screen.scene.layout.widths[0] in (before[0] + 14, before[0] + 15)
        assert sum(screen.scene.layout.widths) <= 197
        assert screen.app.state.session.view.widths
        await drag(pilot, screen, (screen.scene.layout.widths[0], 10), (3, 10))
        assert screen.scene.layout.widths[0] in (33, 34)


async def test_the_wheel_scrolls_the_column_under_it() -> None:
    long = Article("Long Way", tuple(f"Paragraph number {n} of many." for n in range(40)))
    async with compared(unmatched(long, long), size=(80, 24)) as (pilot, screen):
        place = MouseScrollDown(screen.canvas, 60, 5, 0, 0, 0, False, False, False, screen_x=60, screen_y=5)
        screen.canvas.post_message(place)
        await pilot.pause()
        assert screen.scene.scroll.offsets == [0, 3]
        await pilot.press("v")
        screen.canvas.post_message(place)
        await pilot.pause()
        assert len(set(screen.scene.scroll.offsets)) == 1


async def test_a_click_on_a_head_goes_to_its_column() -> None:
    async with compared(story()) as (pilot, screen):
        await pilot.click(screen.canvas, offset=(60, 0))
        assert at(screen).startswith("B")


async def test_a_click_on_the_rail_scrolls_there() -> None:
    long = Article("Long Way", tuple(f"Paragraph number {n} of many." for n in range(90)))
    async with compared(unmatched(long, long), size=(80, 24)) as (pilot, screen):
        await pilot.click(screen.canvas, offset=(79, 12))
        assert "number 45" in screen_text(screen.app)
        assert at(screen) == "A1.1"


async def test_dragging_along_the_rail_scrolls() -> None:
    long = Article("Long Way", tuple(f"Paragraph number {n} of many." for n in range(90)))
    async with compared(unmatched(long, long), size=(80, 24)) as (pilot, screen):
        await pilot.mouse_down(screen.canvas, offset=(79, 3))
        await pilot.hover(screen.canvas, offset=(70, 12))
        assert "number 45" in screen_text(screen.app)
        await pilot.hover(screen.canvas, offset=(70, 21))
        await pilot.mouse_up(screen.canvas, offset=(70, 21))
        assert "number 89" in screen_text(screen.app)
        assert screen.canvas.selection is None
        assert at(screen) == "A1.1"


async def test_a_double_click_asks_why() -> None:
    async with compared() as (pilot, screen):
        x, y = cell_of(screen, "Nobody was")
        await pilot.double_click(screen.canvas, offset=(x, y))
        await pilot.pause()
        assert at(screen) == "C1.2"
        assert "Why  C Island Radio · sentence 2 of 4" in screen_text(screen.app)


async def test_a_double_click_beside_the_text_asks_nothing() -> None:
    async with compared(size=(100, 30)) as (pilot, screen):
        for place in [(60, 0), (99, 12)]:
            await pilot.double_click(screen.canvas, offset=place)
            await pilot.pause()
            assert screen.app.screen is screen


async def test_the_wheel_in_a_gutter_scrolls_the_column_of_the_cursor() -> None:
    long = Article("Long Way", tuple(f"Paragraph number {n} of many." for n in range(40)))
    async with compared(unmatched(long, long, long), size=(140, 24)) as (pilot, screen):
        await pilot.press("L", "2")
        for x in (10, screen.canvas.lefts[1] - 1, 130, 139):
            wheel = MouseScrollDown(screen.canvas, x, 5, 0, 0, 0, False, False, False, screen_x=x, screen_y=5)
            screen.canvas.post_message(wheel)
            await pilot.pause()
        assert screen.scene.scroll.offsets == [3, 6, 3]


@pytest.mark.parametrize(
    "label", ["v View", "w Why", "f Facts", "s Summary", "c Conflicts", "o Open", "? Help"]
)
async def test_a_click_in_the_footer_does_what_its_key_does(label: str) -> None:
    async with compared(size=(140, 30)) as (pilot, screen):
        footer = screen_text(screen.app).splitlines()[-1]
        await pilot.press(label[0])
        await pilot.pause()
        by_key = screen_text(screen.app)
        await pilot.press("escape" if screen.app.screen is not screen else label[0])
        await pilot.click(offset=(footer.index(label) + 2, 29))
        await pilot.pause()
        await screen.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen_text(screen.app) == by_key
