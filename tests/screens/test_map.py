from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import (
    HARBOUR,
    HOSTILE,
    PreparedAnalysis,
    PreparedApp,
    agreeing,
    alone,
    bare,
    harbour,
    hostile,
    screen_text,
    settle,
)
from textual.pilot import Pilot
from textual.widgets import Input

from tui import diagram
from tui.export.svg import to_svg
from tui.ids import source_key
from tui.model import Article, Comparison, Link
from tui.screens.chooser import ChooserScreen
from tui.screens.compare import CompareScreen
from tui.screens.map import MapScreen
from tui.screens.why import WhyScreen
from tui.widgets.map_layout import DOWN, LEFT, RIGHT, UP, ColumnGrid, draw, stacks
from tui.widgets.story_map import StoryMap


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@asynccontextmanager
async def the_map(comparison: Comparison, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with PreparedApp(comparison).run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "M")
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def cell(pilot: Pilot[None]) -> diagram.Cell:
    return pilot.app.screen.query_one(StoryMap).cell


def told(pilot: Pilot[None]) -> str:
    return " ".join(toast.message for toast in pilot.app._notifications)


def many(sources: int, paragraphs: int = 4) -> Comparison:
    """Accounts that all report the same, paragraph by paragraph."""
    return bare(
        [
            Article(
                f"Source {s}", tuple(f"Paragraph {p} of account {s} ends here." for p in range(paragraphs))
            )
            for s in range(sources)
        ]
    )


def crossed() -> Comparison:
    """Two accounts that report the same in another order, and a weak tie."""
    one, two, *_ = bare(HARBOUR[:2]).groups
    story = bare(HARBOUR[:2])
    groups = (
        replace(one, paragraphs={"A": (0, 1), "B": (1,)}),
        replace(two, paragraphs={"A": (2,), "B": (0,)}),
    )
    return replace(story, groups=groups, links=(Link((("A", 0), ("B", 0)), 0.4),))


async def test_sources_are_columns_and_ribbons_join_what_reports_the_same():
    async with the_map(harbour()) as pilot:
        text = drawn(pilot)
        assert "Map  3 sources · 7 paragraphs" in text
        assert all(name in text for name in ("A  Harbour Gazette", "B  Coast Wire", "C  Island Radio"))
        assert "¶1 ‼◆" in text
        assert "═" in text
        assert "─" in text


async def test_what_is_in_focus_is_told():
    async with the_map(harbour()) as pilot:
        assert "A ¶1  ‼ a conflict · ◆ facts of one source alone · also in B ¶1 and C ¶1" in drawn(pilot)
        await press(pilot, "G")
        assert "A ¶3  ◇ no other source reports it" in drawn(pilot)


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        (["down"], (0, 1)),
        (["j", "j", "j", "j"], (0, 2)),
        (["down", "up"], (0, 0)),
        (["j", "k"], (0, 0)),
        (["right"], (1, 0)),
        (["l", "l", "l"], (2, 0)),
        (["l", "left"], (0, 0)),
        (["j", "l", "h"], (0, 1)),
        (["G"], (0, 2)),
        (["end", "home"], (0, 0)),
        (["G", "g", "g"], (0, 0)),
        (["pagedown"], (0, 2)),
        (["pagedown", "pageup"], (0, 0)),
        (["space"], (0, 2)),
        (["space", "b"], (0, 0)),
        (["ctrl+d"], (0, 2)),
        (["ctrl+d", "ctrl+u"], (0, 0)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
async def test_keys_move_among_paragraphs(keys: list[str], reached: diagram.Cell):
    async with the_map(harbour()) as pilot:
        await press(pilot, *keys)
        assert cell(pilot) == reached


async def test_sideways_one_follows_the_ribbon():
    async with the_map(crossed()) as pilot:
        await press(pilot, "l")
        assert cell(pilot) == (1, 1)
        await press(pilot, "k", "h")
        assert cell(pilot) == (0, 2)


async def test_enter_shows_the_paragraph_in_the_text():
    async with the_map(harbour()) as pilot:
        await press(pilot, "l", "j", "enter")
        assert isinstance(pilot.app.screen, CompareScreen)
        assert pilot.app.navigation.compare_screen.canvas.place[:2] == (1, 1)


async def test_the_map_opens_where_the_reader_is():
    async with PreparedApp(harbour()).run_test() as pilot:
        await settle(pilot)
        await press(pilot, "l", "J", "M")
        assert cell(pilot) == (1, 1)


async def test_a_click_moves_the_focus_and_a_second_one_opens_the_text():
    async with the_map(harbour()) as pilot:
        await pilot.click(StoryMap, offset=(30, 1))
        assert cell(pilot)[0] == 1
        await pilot.click(StoryMap, offset=(30, 1))
        await settle(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_bars_count_the_facts_of_each_combination_of_sources():
    async with the_map(harbour()) as pilot:
        rows = [line.split() for line in drawn(pilot).splitlines() if "█" in line]
        assert [(*row[-5:-2], row[-1]) for row in rows] == [
            ("A", "B", "·", "3"),
            ("·", "B", "·", "2"),
            ("A", "B", "C", "1"),
            ("A", "·", "·", "1"),
            ("·", "·", "C", "1"),
        ]


async def test_enter_on_a_bar_lists_its_facts_and_enter_there_goes_to_the_text():
    async with the_map(harbour()) as pilot:
        await press(pilot, "tab", "down", "enter")
        assert isinstance(pilot.app.screen, ChooserScreen)
        assert "2 facts of B alone" in drawn(pilot)
        assert "B ¶1  52 passengers" in drawn(pilot)
        await press(pilot, "enter")
        assert pilot.app.jumps[-1][0] == "B1.1"
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_tab_leads_to_the_bars_and_back():
    async with the_map(harbour()) as pilot:
        await press(pilot, "tab", "tab", "j")
        assert cell(pilot) == (0, 1)


@pytest.mark.usefixtures("folder")
async def test_why_and_notes_are_about_the_paragraph_in_focus():
    async with the_map(harbour()) as pilot:
        await press(pilot, "j", "C", "w")
        assert pilot.app.state.session.choices.tags == {"A2": ("checked",)}
        assert isinstance(pilot.app.screen, WhyScreen)


async def test_the_map_is_saved_as_svg(folder: Path):
    async with the_map(harbour()) as pilot:
        await press(pilot, "S")
        assert "gazette-map.svg" in drawn(pilot)
        await press(pilot, "enter")
        assert (folder / "gazette-map.svg").read_text(encoding="utf-8") == to_svg(harbour())
        assert told(pilot) == "Map written to gazette-map.svg"
        assert isinstance(pilot.app.screen, MapScreen)


async def test_a_file_is_replaced_only_when_asked(folder: Path):
    (folder / "gazette-map.svg").write_text("mine")
    async with the_map(harbour()) as pilot:
        await press(pilot, "S", "enter")
        assert "gazette-map.svg exists" in drawn(pilot)
        await press(pilot, "n", "enter")
        assert (folder / "gazette-map.svg").read_text() == "mine"
        assert "The file was kept" in drawn(pilot)
        await press(pilot, "enter", "y", "enter")
        assert (folder / "gazette-map.svg").read_text(encoding="utf-8") == to_svg(harbour())


@pytest.mark.parametrize(
    ("name", "said"),
    [("nowhere/x.svg", "cannot be written"), (".", "Give the file a name"), ("", "Give the file a name")],
)
async def test_a_path_that_cannot_be_is_asked_for_again(folder: Path, name: str, said: str):
    async with the_map(harbour()) as pilot:
        await press(pilot, "S")
        pilot.app.screen.query_one(Input).value = name
        await press(pilot, "enter")
        assert said in drawn(pilot)
        assert pilot.app.screen.query_one(Input).value == name
        assert list(folder.iterdir()) == []


async def test_typing_replaces_the_suggested_path(folder: Path):
    async with the_map(harbour()) as pilot:
        await press(pilot, "S", *"my.svg", "enter")
        assert [file.name for file in folder.iterdir()] == ["my.svg"]


async def test_the_map_has_the_readers_columns():
    async with PreparedApp(harbour()).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, ">", "l", "l", "x", "M")
        head = next(line for line in drawn(pilot).splitlines() if "Harbour" in line)
        assert head.index("Coast Wire") < head.index("Harbour")
        assert "Island Radio" not in drawn(pilot)
        assert "columns B, A are seen" in drawn(pilot)
        assert "═" in drawn(pilot).split("\n", 1)[1]
        await press(pilot, "h", "h")
        assert cell(pilot)[0] == 1
        await press(pilot, "l", "l", "l")
        assert cell(pilot)[0] == 0
        await pilot.click(StoryMap, offset=(2, 2))
        assert cell(pilot) == (1, 0)


async def test_one_account_alone_is_told_to_have_nothing_to_compare_with():
    async with the_map(replace(alone(), facts=())) as pilot:
        assert "One account alone cannot be compared; o opens a second." in drawn(pilot)


async def test_a_correction_changes_the_map():
    async with the_map(harbour()) as pilot:
        pilot.app.state.set_analysis(PreparedAnalysis(agreeing()))
        await settle(pilot)
        assert "No checkable details were found." in drawn(pilot)
        assert "‼" not in drawn(pilot).split("\n", 1)[1]


@pytest.mark.parametrize(
    ("sources", "size"), [(1, (80, 24)), (2, (80, 24)), (5, (60, 20)), (12, (60, 20)), (12, (200, 50))]
)
async def test_any_number_of_sources_can_be_walked_through(sources: int, size: tuple[int, int]):
    async with the_map(many(sources), size) as pilot:
        await press(pilot, *["l"] * (sources - 1))
        assert cell(pilot) == (sources - 1, 0)
        assert f" {source_key(sources - 1)}  S" in drawn(pilot)
        assert "¶1" in drawn(pilot)


async def test_columns_out_of_sight_are_named():
    async with the_map(many(12), (60, 20)) as pilot:
        assert "columns A–D are seen" in drawn(pilot)
        await press(pilot, "l", "l", "l", "l")
        assert "columns B–E are seen" in drawn(pilot)


async def test_a_long_article_scrolls_with_the_focus():
    async with the_map(many(2, 90), (80, 24)) as pilot:
        assert "¶90" not in drawn(pilot)
        await press(pilot, "G")
        assert "¶90" in drawn(pilot)
        await press(pilot, "g", "g")
        assert "¶1 " in drawn(pilot)


async def test_the_picture_follows_the_size_of_the_terminal():
    async with the_map(harbour()) as pilot:
        await pilot.resize_terminal(140, 40)
        await settle(pilot)
        head = next(line for line in drawn(pilot).splitlines() if "Harbour Gazette" in line)
        assert "Facts by source" in head


async def test_text_that_looks_like_markup_is_drawn_as_it_is():
    async with the_map(hostile(), (140, 24)) as pilot:
        assert HOSTILE[:20] in drawn(pilot)


# What the picture consists of


def test_ribbons_join_neighbouring_columns_only():
    pairs = [(ribbon.left, ribbon.right) for ribbon in diagram.ribbons(harbour())]
    assert pairs == [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((1, 0), (2, 0)), ((1, 1), (2, 1))]


@given(st.permutations(range(3)), st.integers(1, 3))
def test_ribbons_and_ties_join_neighbours_in_the_readers_order(order: list[int], shown: int):
    columns = order[:shown]
    links = tuple(Link((("A", 0), (key, 1)), 0.2) for key in "BC")
    comparison = replace(harbour(), links=links)
    neighbours = set(pairwise(columns))
    assert {(one.left[0], one.right[0]) for one in diagram.ribbons(comparison, columns)} <= neighbours
    tied = {
        (cell[0], other[0]) for cell, cells in diagram.ties(comparison, columns).items() for other in cells
    }
    assert all((a, b) in neighbours or (b, a) in neighbours for a, b in tied)
    assert bool(tied) == any({0, other} == set(pair) for pair in neighbours for other in (1, 2))


def test_weak_ties_go_both_ways():
    assert diagram.ties(crossed()) == {(0, 0): {(1, 0)}, (1, 0): {(0, 0)}}


def test_marks_of_one_account_alone_would_mean_nothing():
    assert diagram.marks(alone()) == {}


def test_combinations_are_sorted_by_number_and_hold_every_fact_once():
    found = diagram.combinations(harbour())
    assert [len(one.facts) for one in found] == [3, 2, 1, 1, 1]
    assert sorted(fact.id for one in found for fact in one.facts) == [fact.id for fact in harbour().facts]


# Layout


@given(st.integers(1, 12), st.integers(20, 250))
def test_columns_fit_the_width(number: int, width: int):
    columns = ColumnGrid.fit(number, width)
    assert 1 <= columns.seen <= number
    assert columns.left(columns.seen - 1) + columns.width <= width
    assert columns.at(columns.left(columns.seen - 1)) == columns.seen - 1


@given(
    st.lists(st.lists(st.integers(1, 400), min_size=1, max_size=40), min_size=1, max_size=12),
    st.integers(1, 60),
)
def test_every_paragraph_has_a_row_and_the_longest_column_fits_where_it_can(
    words: list[list[int]], rows: int
):
    found = stacks(words, rows, 20)
    assert all(
        len(stack.rows(n)) >= 1
        for stack, column in zip(found, words, strict=True)
        for n in range(len(column))
    )
    highest = max(stack.height for stack in found)
    assert highest <= max(rows, max(map(len, words)))
    for stack in found:
        assert all(stack.at(row) == n for n in range(len(stack.tops) - 1) for row in stack.rows(n))


@given(st.lists(st.tuples(st.integers(-1, 20), st.integers(-1, 20)), max_size=30), st.integers(3, 8))
def test_every_line_arrives_where_it_leads(lines: list[tuple[int, int]], width: int):
    grid = draw(lines, width, 20)
    for start, end in lines:
        if 0 <= start < 20:
            assert grid[start, 0] & LEFT
        if 0 <= end < 20:
            assert grid[end, width - 1] & RIGHT
    for (row, x), directions in grid.items():  # no line ends in the middle
        assert not directions & RIGHT or x == width - 1 or grid[row, x + 1] & LEFT
        assert not directions & DOWN or row == 19 or grid[row + 1, x] & UP


# The file


def test_the_file_is_xml_without_scripts_links_or_outside_parts():
    root = ElementTree.fromstring(to_svg(hostile()))
    tags = {element.tag.split("}")[1] for element in root.iter()}
    assert tags == {"svg", "title", "rect", "text", "clipPath", "g", "path"}
    values = [value for element in root.iter() for value in element.attrib.values()]
    assert not any("://" in value for value in values)
    assert HOSTILE[:10] in "".join(root.itertext())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_is_escaped(text: str):
    story = bare([Article(text, (f"x{text}",)), Article("b", ("Another.",))])
    shown = "".join(ElementTree.fromstring(to_svg(story)).itertext())
    assert text[:20] in shown


def test_the_same_comparison_gives_the_same_file():
    assert to_svg(harbour()) == to_svg(harbour())


def test_the_file_has_every_source_ribbon_and_bar():
    root = ElementTree.fromstring(to_svg(harbour()))
    names = [element.tag.split("}")[1] for element in root.iter()]
    assert names.count("path") == len(diagram.ribbons(harbour()))
    assert names.count("clipPath") == 3
    assert "A and B: 3 facts" in [element.text for element in root.iter() if element.tag.endswith("title")]


def test_map_of_crossed_paragraphs(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, crossed()), "M")


def test_map_of_a_dozen_accounts(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, many(12)), "M", "l", "j")


def test_facts_of_a_bar(shoot: Callable[..., bool]):
    assert shoot(partial(PreparedApp, harbour()), "M", "tab", "enter")


async def test_a_paragraph_without_blanks_has_rows_by_its_length():
    articles = (Article("港日報", ("霧は数分で下りてきた。" * 12,)), Article("海岸通訊", ("霧が降りた。",)))
    async with the_map(bare(articles)) as pilot:
        assert sum("霧" in line for line in drawn(pilot).splitlines()) > 4
