from __future__ import annotations

import pytest
from stories import PreparedApp, harbour, screen_text

from tui.keys import ACTIONS


@pytest.mark.parametrize(
    ("screen", "size", "expected"),
    [
        (
            [],
            (80, 24),
            [
                "v View",
                "w Why",
                "f Facts",
                "s Summary",
                "c Conflicts",
                "e Export",
                "o Open",
                "? Help",
                "q Quit",
            ],
        ),
        ([], (60, 20), ["w Why", "f Facts", "s Summary", "e Export", "o Open", "? Help", "q Quit"]),
        (
            ["s"],
            (80, 24),
            ["+ Longer", "- Shorter", "space Drop", "i Put in", "e Export", "u Undo", "? Help"],
        ),
        (["s"], (60, 20), ["+ Longer", "- Shorter", "space Drop", "i Put in", "? Help", "esc Back"]),
    ],
    ids=["compare", "compare, narrow", "summary", "summary, narrow"],
)
async def test_where_not_all_keys_fit_the_important_ones_stay(
    screen: list[str], size: tuple[int, int], expected: list[str]
) -> None:
    async with PreparedApp(harbour()).run_test(size=size) as pilot:
        await pilot.press(*screen)
        await pilot.pause()
        foot = screen_text(pilot.app).splitlines()[-1]
        assert [key for key in expected if f" {key} " not in f"{foot} "] == []


async def test_the_summary_is_exported_from_its_own_screen() -> None:
    async with PreparedApp(harbour()).run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "e")
        await pilot.pause()
        assert "Export  the summary to a file" in screen_text(pilot.app)


def test_no_two_actions_share_a_name_by_which_their_rank_is_found() -> None:
    assert len({action.name for action in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize(
    ("key", "own"), [("f", "f Facts"), ("c", "c Conflicts"), ("s", "s Summary"), ("M", "M Map")]
)
async def test_a_screen_shows_the_way_back_and_not_the_key_that_opens_it(key: str, own: str) -> None:
    async with PreparedApp(harbour()).run_test(size=(200, 24)) as pilot:
        await pilot.pause()
        below = screen_text(pilot.app).splitlines()[-1]
        assert own in below
        assert "esc Back" not in below
        await pilot.press(key)
        await pilot.pause()
        above = screen_text(pilot.app).splitlines()[-1]
        assert own not in above
        assert "esc Back" in above
