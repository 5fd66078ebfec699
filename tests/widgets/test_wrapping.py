from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

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
