from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import bare, with_reports

from tui.model import AlignmentGroup, Article, Level, Report
from tui.widgets.accounts import Accounts
from tui.widgets.column import FOLD
from tui.widgets.folding import Filter
from tui.widgets.layout import LEAST_COLUMN_WIDTH, Layout
from tui.widgets.marks import Marks
from tui.widgets.widths import share, window


def laid_out(width: int = 139, sources: int = 3, **choices: object) -> Layout:
    """A layout of articles of two paragraphs each, with some of its fields set otherwise."""
    layout = Layout(
        Accounts([Article(f"Source {n}", ("Some words.", "More words.")) for n in range(sources)])
    )
    return again(layout, width=width, **choices)


def again(layout: Layout, **choices: object) -> Layout:
    for name, value in choices.items():
        setattr(layout, name, value)
    layout.lay_out()
    return layout


def marked(view: str = "reading") -> Layout:
    """A layout of two accounts that report the same in their first two paragraphs."""
    articles = [
        Article(name, ("Some words.", "More words.", f"{name} alone.")) for name in ("Gazette", "Wire")
    ]
    reports = {
        f"{key}{n}.1": (Report(other, Level.FULL, 0.9),) for key, other in ("AB", "BA") for n in (1, 2)
    }
    silent = {f"{key}3.1": (Report(other, Level.NONE, 0.0),) for key, other in ("AB", "BA")}
    comparison = with_reports(bare(articles), reports | silent)
    groups = [AlignmentGroup(n, {"A": (n,), "B": (n,)}, 1.0) for n in (0, 1)]
    groups += [AlignmentGroup(2, {"A": (2,), "B": ()}, 0.0), AlignmentGroup(3, {"A": (), "B": (2,)}, 0.0)]
    accounts = Accounts(articles)
    accounts.marks = Marks(replace(comparison, groups=tuple(groups)))
    return again(Layout(accounts), view=view, width=139)


def sources(layout: Layout) -> list[int]:
    return [column.source for column in layout.columns]


def numbers(layout: Layout, source: int) -> list[int]:
    column = layout.column(source)
    assert column is not None
    return [block.number for block in column.blocks if block.number >= 0]


def test_all_columns_stand_side_by_side_where_there_is_room() -> None:
    layout = laid_out(width=139)
    assert sources(layout) == [0, 1, 2]
    assert layout.widths == (45, 45, 45)
    assert layout.beside == ([], [])


@pytest.mark.parametrize(("width", "count"), [(40, 1), (78, 1), (79, 2), (103, 2), (104, 3), (300, 3)])
def test_there_are_as_many_columns_as_have_the_least_width_and_one_on_a_narrow_screen(
    width: int, count: int
) -> None:
    assert len(laid_out(width=width).columns) == count


def test_columns_that_do_not_fit_are_beside_those_that_do_and_the_one_in_focus_is_on_the_screen() -> None:
    layout = laid_out(width=79, sources=4)
    assert (sources(layout), layout.beside) == ([0, 1], ([], [2, 3]))
    again(layout, focus=2)
    assert (sources(layout), layout.beside) == ([1, 2], ([0], [3]))


def test_columns_follow_the_order_and_leave_out_what_is_hidden() -> None:
    assert sources(laid_out(order=(2, 0, 1))) == [2, 0, 1]
    assert sources(laid_out(order=(2, 0, 1), hidden=frozenset({0}), focus=2)) == [2, 1]


def test_a_zoomed_column_has_the_whole_width_but_no_wider_than_its_measure() -> None:
    layout = laid_out(width=139, zoomed=True, focus=1)
    assert (sources(layout), layout.widths) == ([1], (139,))
    again(layout, measure=60)
    assert layout.widths == (60 + layout.gutter + 1,)


def test_widening_takes_from_the_others_and_stops_at_the_least_width() -> None:
    layout = laid_out(focus=1)
    layout.widen(1)
    again(layout)
    assert layout.widths[1] > layout.widths[0] == layout.widths[2]
    for _ in range(30):
        layout.widen(1)
    again(layout)
    assert (layout.widths[0], layout.widths[2]) == (LEAST_COLUMN_WIDTH, LEAST_COLUMN_WIDTH)


def test_a_divider_moves_between_its_two_columns() -> None:
    layout = laid_out()
    layout.drag(1, 52)
    again(layout)
    assert layout.widths[0] == pytest.approx(52, abs=1)
    assert layout.widths[2] == pytest.approx(45, abs=1)
    layout.drag(1, 3)
    again(layout)
    assert layout.widths[0] == pytest.approx(LEAST_COLUMN_WIDTH, abs=1)


def test_a_column_out_of_sight_is_as_it_would_be_leftmost() -> None:
    layout = laid_out(width=79, sources=3)
    assert layout.column(2) is None
    assert layout.column_anywhere(2).source == 2
    assert layout.column_anywhere(1) is layout.columns[1]


def test_rows_take_marks_and_equal_columns() -> None:
    assert not laid_out(view="aligned").aligned
    layout = again(marked("aligned"), weights={0: 3.0})
    assert layout.aligned
    assert len(set(layout.widths)) == 1
    first, second = layout.columns
    assert [first.paragraph(n).top for n in (0, 1)] == [second.paragraph(n).top for n in (0, 1)]
    assert first.paragraph(2).top != second.paragraph(2).top


@pytest.mark.parametrize(
    ("wanted", "left", "note"),
    [
        ("differences", [[2], [2]], "only differences: 2 of 6 ¶"),
        ("path", [[0, 1, 2], [2]], "path from A saves 4 of 12 words"),
    ],
)
def test_a_filter_folds_what_it_leaves_out_until_that_is_opened(
    wanted: Filter, left: list[list[int]], note: str
) -> None:
    layout = marked()
    layout.folds.choose(wanted, 0)
    layout.refold()
    again(layout)
    assert [layout.paragraphs_left(source) for source in (0, 1)] == left
    assert [numbers(layout, source) for source in (0, 1)] == left
    assert [block.folded for block in layout.columns[1].blocks if block.number == FOLD] == [(0, 1)]
    assert layout.folds.note == note
    layout.open(1, [1])
    assert numbers(again(layout), 1) == [1, 2]


def test_without_marks_a_filter_leaves_out_nothing() -> None:
    layout = laid_out()
    layout.folds.choose("differences", 0)
    layout.refold()
    assert layout.paragraphs_left(1) == [0, 1]
    assert layout.folds.note == ""


def test_before_the_comparison_a_paragraph_is_one_sentence() -> None:
    articles = (Article("Gazette", ("It sank. Nobody was hurt.",)),)
    accounts = Accounts(articles)
    assert accounts.sentence_offsets(0, 0) == [(0, 25)]
    accounts.marks = Marks(bare(articles))
    assert accounts.place_at(0, 0, 24).sentence == len(accounts.sentence_offsets(0, 0)) - 1


def test_a_scene_needs_no_terminal_library() -> None:
    code = "import sys, tui.widgets.scene; print('textual' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"


def test_the_columns_chosen_always_hold_the_focus() -> None:
    shown = [0, 1, 2, 3]
    assert window(shown, 0, 0, 3) == (0, 1, 2)
    assert window(shown, 3, 0, 3) == (1, 2, 3)
    assert window(shown, 2, 0, 1) == (2,)
    assert window([2, 0, 1], 1, 2, 2) == (0, 1)
    assert window(shown, 1, 3, 9) == (0, 1, 2, 3)


@given(st.integers(1, 400), st.lists(st.floats(0.1, 9.0), min_size=1, max_size=6))
def test_widths_share_what_there_is_and_none_is_too_narrow(total: int, weights: list[float]) -> None:
    widths = share(total, weights, 34)
    assert sum(widths) <= total
    assert min(widths) >= min(34, total // len(weights))
    assert share(total, [1.0] * len(weights), 34) == [total // len(weights)] * len(weights)
