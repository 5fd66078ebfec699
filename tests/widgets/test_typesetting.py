from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model import AlignmentGroup
from tui.widgets.aligned_rows import aligned, row_order
from tui.widgets.column import GAP, HEADING, LABEL
from tui.widgets.typesetting import Text, Typesetter

TEXTS = (
    Text("Harbour reopens", ("one two three four", "five")),
    Text("", ("alpha", "beta", "gamma")),
)


def group(number: int, **paragraphs: tuple[int, ...]) -> AlignmentGroup:
    return AlignmentGroup(number, {"A": (), "B": (), **paragraphs}, 1.0)


def test_the_reading_view_keeps_each_articles_own_order() -> None:
    typesetter = Typesetter(TEXTS)
    first, second = typesetter.column(0, 10), typesetter.column(1, 10)
    assert [(block.number, block.top) for block in first.blocks] == [(HEADING, 0), (0, 3), (1, 6)]
    assert [(block.number, block.top) for block in second.blocks] == [(0, 0), (1, 2), (2, 4)]
    assert first.rows_of(0, 4, 18) == (3, 4)


def test_aligned_rows_are_as_high_as_their_longest_cell_and_silence_is_a_gap() -> None:
    groups = [group(0, A=(0,), B=(1,)), group(1, A=(1,)), group(2, B=(0, 2))]
    rows = row_order(groups, ("A", "B"), (0, 1))
    first, second = aligned(Typesetter(TEXTS), (0, 1), 10, rows)
    tops = {block.number: block.top for block in second.blocks if block.number >= 0}
    assert first.paragraph(0) is not None
    assert tops[1] == first.paragraph(0).top
    assert any(block.number == GAP and block.top == first.paragraph(1).top for block in second.blocks)
    assert first.height == second.height


def test_rows_missing_from_the_first_source_stay_beside_their_neighbours() -> None:
    groups = [group(0, A=(0,), B=(1,)), group(1, A=(1,)), group(2, B=(0,)), group(3, B=(2,))]
    rows = row_order(groups, ("A", "B"), (0, 1))
    assert rows == [{1: (0,)}, {0: (0,), 1: (1,)}, {1: (2,)}, {0: (1,)}]


def test_rows_of_one_source_each_stay_in_the_order_of_the_sources() -> None:
    together = group(0, A=(0,), B=(0,), C=(0,))
    groups = [together, group(1, C=(1,)), group(2, B=(1,)), group(3, A=(1,))]
    rows = row_order(groups, ("A", "B", "C"), (0, 1, 2))
    assert rows[1:] == [{1: (1,)}, {2: (1,)}, {0: (1,)}]


def test_a_source_that_tells_nothing_of_the_same_comes_last() -> None:
    groups = [group(0, C=(0,)), group(1, B=(0,)), group(2, A=(0,))]
    assert row_order(groups, ("A", "B", "C"), (0, 1, 2)) == [{0: (0,)}, {1: (0,)}, {2: (0,)}]


@given(st.permutations(range(6)), st.permutations(range(5)), st.integers(0, 5))
def test_every_paragraph_has_its_place_in_the_aligned_view(
    left: list[int], right: list[int], shared: int
) -> None:
    pairs = [group(i, A=(left[i],), B=(right[i],)) for i in range(min(shared, 5))]
    alone = [group(9, A=(i,)) for i in left[len(pairs) :]] + [group(9, B=(i,)) for i in right[len(pairs) :]]
    rows = row_order(pairs + alone, ("A", "B"), (0, 1))
    assert sorted(i for row in rows for i in row.get(0, ())) == list(range(6))
    assert sorted(i for row in rows for i in row.get(1, ())) == list(range(5))
    heads = [row[0][0] for row in rows if 0 in row]
    assert heads == sorted(heads)


def test_a_row_has_its_heading_above_it() -> None:
    first, second = aligned(
        Typesetter(TEXTS), (0, 1), 10, row_order([group(0, A=(0,), B=(1,))], ("A", "B"), (0, 1))
    )
    block = first.paragraph(0)
    assert block is not None
    assert [b.text for b in first.blocks if b.number == LABEL] == ["row 1 of 1 · ¶1"]
    assert second.label(block.top + 1) is not None
    assert second.label(block.top + 1).text == "¶2"
