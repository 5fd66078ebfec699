from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.model import AlignmentGroup
from tui.widgets.aligned_rows import aligned, row_order
from tui.widgets.column import GAP, HEADING, LABEL
from tui.widgets.typesetting import Text, Typesetter
from tui.widgets.widths import share, window
from tui.widgets.wrapping import cluster_at, ellipsize, wrap

WORDS = st.text(alphabet=st.sampled_from("ab cd—é’字漢。👩\u200d❤\ufe0fe\u0301\n "), max_size=120)


@given(WORDS | st.text(max_size=80), st.integers(2, 40))
@example("a" * 100, 7)
@example("漢字" * 50, 5)
@example("aa—a。", 2)
@example("👩\u200d👩\u200d👧 family", 4)
def test_no_line_is_wider_than_the_column_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(text[start:end].rstrip(" ")) <= width for start, end in lines)
    position = 0
    for start, end in lines:
        assert position <= start <= end
        assert text[position:start].strip(" \n") == ""
        position = end
    assert text[position:].strip(" \n") == ""


def test_lines_break_at_words_and_after_dashes() -> None:
    text = "The harbour—closed since May—reopens"
    assert [text[a:b] for a, b in wrap(text, 13)] == ["The harbour—", "closed since", "May—reopens"]


def lines_of(text: str, width: int) -> list[str]:
    return [text[a:b] for a, b in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a state-of-the-art harbour", 12, ["a state-of-", "the-art", "harbour"]),
        ("the years 2019–2020 were", 15, ["the years 2019–", "2020 were"]),
        ("an e-mail to the crew", 5, ["an", "e-mai", "l to", "the", "crew"]),
        ("it fell to -5 degrees", 12, ["it fell to", "-5 degrees"]),
        ("the owners – two firms", 11, ["the", "owners –", "two firms"]),
        ("said he « no » twice", 9, ["said he", "« no »", "twice"]),
        ("he asked why ?", 13, ["he asked", "why ?"]),
        ("he said . . . nothing", 9, ["he", "said . .", ". nothing"]),
        ("cost .5 percent", 6, ["cost", ".5", "percen", "t"]),
        ("he left—“gone!” she", 9, ["he left—", "“gone!”", "she"]),
        ("abcdefgh. ok", 8, ["abcdefg", "h. ok"]),
        ("港は再開した。漢字", 12, ["港は再開し", "た。漢字"]),
        ("彼は「港」と言う", 6, ["彼は", "「港」", "と言う"]),
    ],
)
def test_lines_break_as_a_typesetter_would(text: str, width: int, lines: list[str]) -> None:
    assert lines_of(text, width) == lines


@given(
    st.lists(st.sampled_from(["to", "harbour", "sea,", "(fog)", "2019–2020", "why !", "owners –", "a »"])),
    st.integers(16, 40),
)
def test_no_line_begins_with_what_closes_the_one_before(words: list[str], width: int) -> None:
    assert not any(line[:1] in {"!", "–", "»"} for line in lines_of(" ".join(words), width))


def test_an_emoji_family_is_never_torn() -> None:
    text = "x" * 9 + "👩\u200d👩\u200d👧"
    assert [text[a:b] for a, b in wrap(text, 10)] == ["x" * 9, "👩\u200d👩\u200d👧"]


def test_a_megabyte_without_a_space_is_wrapped() -> None:
    assert len(wrap("x" * 1_000_000, 40)) == 25_000
    assert len(wrap("漢" * 100_000, 40)) == 5_000


@given(WORDS, st.integers(0, 60))
def test_a_click_falls_on_the_character_drawn_there(text: str, cell: int) -> None:
    line = wrap(text, 30)[0]
    offset, after = cluster_at(text, line, cell)
    assert line[0] <= offset <= after <= line[1]
    assert cell_len(text[line[0] : offset]) <= max(cell, cell_len(text[line[0] : line[1]]))


@given(st.text(max_size=200), st.integers(1, 60))
def test_what_is_cut_fits_and_says_so(text: str, width: int) -> None:
    cut = ellipsize(text, width)
    assert cell_len(cut) <= width or width < 3
    assert cut == " ".join(text.split()) or cut.endswith("…")


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
