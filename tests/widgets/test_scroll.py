from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.column import Column
from tui.widgets.scroll import Scroll
from tui.widgets.typesetting import Text, Typesetter

WORDS = "one two three four five six"


def column(source: int = 0, paragraphs: int = 20, width: int = 10, heading: str = "") -> Column:
    """A column whose paragraphs take three lines at a width of 10, two at 20, and a blank row each."""
    texts = [Text(heading, (WORDS,) * paragraphs)] * (source + 1)
    return Typesetter(texts).column(source, width)


def scroll(height: int = 10, sources: int = 2, **offsets: int) -> Scroll:
    found = Scroll(sources)
    found.height = height
    found.offsets = [offsets.get(f"of_{source}", 0) for source in range(sources)]
    return found


def test_a_column_scrolls_by_itself_or_with_the_others() -> None:
    alone, together = scroll(), scroll()
    alone.move(column(), 3, together=False)
    together.move(column(), 3, together=True)
    assert (alone.offsets, together.offsets) == ([3, 0], [3, 3])


@given(st.lists(st.integers(-200, 200)))
def test_scrolling_ends_at_the_ends_of_the_text(steps: list[int]) -> None:
    place, text = scroll(), column()
    for rows in steps:
        place.move(text, rows, together=False)
        assert 0 <= place.offsets[0] <= text.height - place.height


def test_a_column_that_stands_lower_than_its_beginning_may_stay_there_but_goes_no_lower() -> None:
    low = scroll(of_0=-4)
    low.move(column(), -3, together=False)
    assert low.offsets[0] == -4
    low.move(column(), 2, together=False)
    assert low.offsets[0] == -2


def test_a_screenful_leaves_two_rows_of_the_last_one() -> None:
    place = scroll(height=10)
    assert place.turn(column(), 1) == 8
    assert place.offsets[0] == 8
    assert place.turn(column(), -1) == -8
    assert place.offsets[0] == 0


@given(st.integers(0, 78), st.integers(0, 69), st.integers(3, 30))
def test_what_is_revealed_is_in_sight(first: int, offset: int, height: int) -> None:
    place, text = scroll(height=height, of_0=offset), column()
    place.reveal(text, first, first, beginning=False)
    assert place.offsets[0] <= first < place.offsets[0] + height


def test_revealing_moves_no_further_than_it_must_save_for_a_leap() -> None:
    near, far, here = scroll(), scroll(), scroll(of_0=20)
    near.reveal(column(), 10, 11, beginning=False)
    far.reveal(column(), 60, 61, beginning=False)
    here.reveal(column(), 23, 24, beginning=False)
    assert (near.offsets[0], far.offsets[0], here.offsets[0]) == (3, 57, 20)


@pytest.mark.parametrize(("beginning", "offset"), [(True, 0), (False, 3)])
def test_at_the_beginning_the_headline_is_revealed_too(beginning: bool, offset: int) -> None:
    place = scroll(of_0=8)
    place.reveal(column(heading="Harbour"), 4, 5, beginning=beginning)
    assert place.offsets[0] == offset


def test_a_row_is_held_where_it_stands_on_the_screen_as_far_as_the_text_reaches() -> None:
    place = scroll()
    place.hold(0, 30, 4, before=12)
    assert place.offsets[0] == 26
    place.hold(0, 2, 4, before=12)
    assert place.offsets[0] == 0
    place.hold(0, 2, 4, before=-5)
    assert place.offsets[0] == -2


def test_the_paragraph_that_is_uppermost_stays_so_when_the_lines_are_broken_anew() -> None:
    place = scroll(of_0=21)  # the second line of the sixth paragraph
    anchors = place.anchors([column(width=10)])
    wide = column(width=20)
    place.restore([wide], anchors)
    assert wide.uppermost(place.offsets[0]) is wide.paragraph(5)


def test_columns_that_are_not_linked_come_back_where_they_were() -> None:
    first, second = column(0), column(1)
    for linked, offset in ((True, 0), (False, 8)):
        place = scroll(of_1=8)
        place.linked = linked
        place.anchors([first, second])
        place.offsets[1] = 0  # while it is out of sight
        place.restore([first, second], place.anchors([first]))
        assert place.offsets[1] == offset


def test_the_uppermost_paragraphs_are_told_where_that_is_not_the_headline() -> None:
    place = scroll(of_1=9)
    assert place.uppermost([column(0, heading="Harbour"), column(1)]) == {1: 2}


def test_columns_can_begin_at_a_paragraph() -> None:
    place, text = scroll(), column(1)
    place.linked = False
    place.begin_at({1: 7})
    place.restore([text], place.anchors([]))
    block = text.paragraph(7)
    assert block is not None
    assert place.offsets == [0, block.top]


def test_aligned_columns_are_scrolled_as_far_as_one_of_them() -> None:
    place = scroll(of_0=4, of_1=9)
    place.align(column(1))
    assert place.offsets == [9, 9]
