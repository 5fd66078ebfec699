from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading import article_from_text, clean
from tui.reading.paragraphs import split_paragraphs

BRIDGE = (
    "The harbour bridge at Lunmouth was closed to all traffic on Monday, hours after a winter storm had torn "
    "the cladding from two of its seven piers and left a crack in the third, the coastal ports agency said.",
    "“We cannot let a single lorry over it before we know how deep the crack goes,” the agency’s engineer "
    "told reporters. She expects the work to take until the summer, and to cost about 14 million crowns.",
    "Residents of the northern quarter complained that nobody had told them.",
    "The town council met on Tuesday and promised a free ferry, to run every 20 minutes between the two fish "
    "markets, until the bridge opens again. The island’s government will pay for half of it; the rest is "
    "to come from the harbour dues.",
    "A second meeting was called for Friday, when the agency is to show its pictures of the piers.",
)


def paragraphs(text: str) -> tuple[str, ...]:
    return article_from_text(text, name="A").paragraphs


def wrap(paragraph: str, width: int, indent: str = "") -> str:
    return textwrap.fill(
        paragraph, width, initial_indent=indent, break_on_hyphens=False, break_long_words=False
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [1, 2, 3])
def test_blank_lines_or_none_between_whole_paragraphs(line_end: str, separator: int) -> None:
    assert paragraphs((line_end * separator).join(BRIDGE) + line_end) == BRIDGE


def test_lines_of_spaces_are_blank() -> None:
    assert paragraphs("\n \t \n".join(BRIDGE)) == BRIDGE


@pytest.mark.parametrize("width", [30, 40, 60, 72, 80, 100, 120])
def test_hard_wrapped_with_blank_lines(width: int) -> None:
    assert paragraphs("\n\n".join(wrap(paragraph, width) for paragraph in BRIDGE)) == BRIDGE


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("indent", ["  ", "    ", "\t", "\u3000"])
def test_hard_wrapped_with_indents_and_no_blank_lines(width: int, indent: str) -> None:
    assert paragraphs("\n".join(wrap(paragraph, width, indent) for paragraph in BRIDGE)) == BRIDGE


@pytest.mark.parametrize("width", [54, 64, 80])
def test_hard_wrapped_with_neither_is_told_by_short_last_lines(width: int) -> None:
    assert paragraphs("\n".join(wrap(paragraph, width) for paragraph in BRIDGE)) == BRIDGE


def test_wrapped_as_a_whole_quotation_or_letter_is_indented() -> None:
    text = "\n\n".join(textwrap.indent(wrap(paragraph, 66), "      ") for paragraph in BRIDGE)
    assert paragraphs(text) == BRIDGE


def test_one_paragraph_a_line_with_short_ones_among_them() -> None:
    lines = (BRIDGE[0], "Nobody was hurt.", BRIDGE[1], "Why now?", "The agency would not say.", BRIDGE[3])
    assert paragraphs("\n".join(lines)) == lines


def test_one_wrapped_paragraph_among_whole_ones() -> None:
    text = "\n\n".join((BRIDGE[0], wrap(BRIDGE[1], 50), BRIDGE[2], BRIDGE[3]))
    assert paragraphs(text) == BRIDGE[:4]


def test_headings_above_lines_do_not_make_them_wrapped() -> None:
    text = f"{BRIDGE[0]}\n\nThe ferry\n{BRIDGE[3]}\n\nWhat comes next\n{BRIDGE[4]}"
    assert paragraphs(text) == (BRIDGE[0], "The ferry", BRIDGE[3], "What comes next", BRIDGE[4])


def test_a_long_address_does_not_hide_the_margin() -> None:
    address = "https://ports.example.org/" + "harbour-bridge/" * 12
    whole = f"{BRIDGE[0]} The pictures are at {address} and in the town hall."
    assert paragraphs("\n\n".join(wrap(paragraph, 70) for paragraph in (whole, *BRIDGE[1:]))) == (
        whole,
        *BRIDGE[1:],
    )


def test_list_items_stay_apart_in_wrapped_text() -> None:
    items = (
        "- the two piers that lost their cladding, which stand nearest to the old fish market",
        "- the pier with the crack, last looked at eleven years ago, before a second lane was added",
    )
    text = "\n\n".join(
        (
            wrap(BRIDGE[0], 60),
            "\n".join(textwrap.fill(item, 60, subsequent_indent="  ") for item in items),
            BRIDGE[4],
        )
    )
    assert paragraphs(text) == (BRIDGE[0], *items, BRIDGE[4])


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("It was a counter-\nproductive step", "It was a counter-productive step"),
        (
            "so the govern-\nment was told by the ministry that",
            "so the government was told by the ministry that",
        ),
        ("plans for two-\nand three-year closures that", "plans for two- and three-year closures that"),
        ("said the harbour—\nthe only one", "said the harbour—the only one"),
        ("said the harbour —\nthe only one", "said the harbour — the only one"),
    ],
)
def test_words_and_dashes_at_a_wrap(wrapped: str, joined: str) -> None:
    rest = "\nof all the many things that were\nsaid about the government on\nthat day in the harbour."
    (paragraph,) = paragraphs(wrapped + rest)
    assert paragraph.startswith(joined + " ")


def test_wrapped_writing_without_spaces_is_joined_without_spaces() -> None:
    lines = (
        "港の橋は月曜日、台風による被害のため通行止めに",
        "なったと当局が発表した。復旧には時間がかかる見",
        "込みである。",
    )
    last = "住民は知らされていなかった。"
    assert paragraphs("\n".join(lines) + "\n\n" + last) == ("".join(lines), last)


def test_white_space_within_a_paragraph_is_one_space() -> None:
    assert paragraphs("The  bridge\u00a0was \t closed.\n\nIt  is old.") == (
        "The bridge was closed.",
        "It is old.",
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t\r\n \u00a0\u3000", "\u200b\ufeff"])
def test_nothing_but_space_has_no_paragraphs(text: str) -> None:
    assert paragraphs(text) == ()


def test_megabytes_on_one_line_are_one_paragraph() -> None:
    text = BRIDGE[0] + " “It is - [so] far - (un)known”, she said. " * 50_000
    assert len(paragraphs(text)) == 1


def test_data_without_a_space_is_cut_down_and_the_rest_is_read() -> None:
    data = "iVBORw0KGgo" * 500_000
    article = article_from_text(f"{BRIDGE[0]}\n\n{data}\n\nSee {data} there.\n\n{BRIDGE[4]}", name="A")
    first, shortened, around, last = article.paragraphs
    assert (first, last) == (BRIDGE[0], BRIDGE[4])
    assert data.startswith(shortened.rstrip("…"))
    assert len(shortened) + len(around) < 200
    assert around.endswith("… there.")
    assert [caution.kind for caution in article.warnings] == ["left-out"]


@pytest.mark.parametrize("word", ["x" * 2000, "港の橋は月曜日に閉鎖された。" * 200])
def test_long_words_and_writing_without_spaces_are_whole(word: str) -> None:
    article = article_from_text(f"{BRIDGE[0]}\n\n{word}\n\n{BRIDGE[4]}", name="A")
    assert article.paragraphs[1] == word
    assert "left-out" not in {caution.kind for caution in article.warnings}


WRITING = st.text(st.sampled_from("abcdeABC 12.,?!“”\"'()—…*[]éßÄ港。\n\n\t\r\u200d\x00") | st.characters())


@given(WRITING)
def test_no_character_is_lost_but_white_space(text: str) -> None:
    read = "".join(split_paragraphs(clean(text)))
    assert "".join(read.split()) == "".join(clean(text).split())


@given(WRITING | st.text(st.characters(exclude_categories=())))
def test_every_paragraph_is_one_line_with_something_on_it(text: str) -> None:
    for paragraph in article_from_text(text, name="A").paragraphs:
        assert paragraph
        assert paragraph == " ".join(paragraph.split())


SENTENCES = st.lists(
    st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=12, max_size=60), min_size=2, max_size=6
).map(lambda texts: tuple(" ".join(words).capitalize() + "." for words in texts))


@given(SENTENCES, st.integers(40, 100))
def test_any_text_comes_back_from_any_width(texts: tuple[str, ...], width: int) -> None:
    assert paragraphs("\n\n".join(wrap(text, width) for text in texts)) == texts


@given(SENTENCES)
def test_any_text_comes_back_from_one_paragraph_a_line(texts: tuple[str, ...]) -> None:
    assert paragraphs("\n".join(texts)) == texts


def test_a_control_of_the_page_is_a_line_by_itself() -> None:
    text = f"{wrap(BRIDGE[0], 60)}\nShare\nSave\n{wrap(BRIDGE[2], 60)}"
    assert paragraphs(text)[1:3] == ("Share", "Save")
