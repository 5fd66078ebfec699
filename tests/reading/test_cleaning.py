from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.reading import clean

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too
HOSTILE = st.text(
    st.sampled_from(
        "aB9# \n\r\t\v\f\x00\x1b\x07\x9b\x85\xad\u061c\u200b\u200c\u200d\u202e\u2066\ufeff\ufe0e\ufe0f\u20e3"
    )
    | st.sampled_from("👩👧🏽❤می\ud800\U000e0067\ufffe")
)


@given(ANY_TEXT | HOSTILE)
@example("a\ufe0f\u200d👩")
@example("👩\u200d\u200d👧")
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT | HOSTILE)
def test_nothing_is_left_that_steers_a_terminal(text: str) -> None:
    for character in clean(text):
        category = unicodedata.category(character)
        assert character == "\n" or category not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(character) not in (
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        )
        assert character not in "\u200b\u200e\u200f\u061c\u2060\ufeff"


@given(ANY_TEXT)
def test_cleaned_text_can_be_saved(text: str) -> None:
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@given(
    st.text(
        st.characters(categories=("L", "N", "P", "Zs")).filter(
            lambda c: c not in "\u115f\u1160\u3164\uffa0ﬀﬁﬂﬃﬄﬅﬆ"
        )
    ).map(lambda text: unicodedata.normalize("NFC", text))
)
def test_ordinary_writing_passes_unchanged(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "sequence",
    ["\x1b[2J", "\x1b]52;c;aGk=\x07", "\x1b]8;;http://example.org\x1b\\", "\x9b31m", "\x9d0;title\x9c"],
)
def test_escape_sequences_are_disarmed_and_seen(sequence: str) -> None:
    cleaned = clean(f"before{sequence}after")
    assert cleaned.startswith("before\ufffd")
    assert cleaned.endswith("after")
    assert cleaned.isprintable()


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_newline(line_end: str) -> None:
    assert clean(f"one{line_end}two") == "one\ntwo"


def test_tabs_are_spaces_so_that_columns_keep_step() -> None:
    assert clean("a\tb") == "a    b"


@pytest.mark.parametrize(
    "text", ["👩\u200d👩\u200d👧", "❤\ufe0f", "🏳\ufe0f\u200d🌈", "1\ufe0f\u20e3", "👍🏽", "✔\ufe0e"]
)
def test_emoji_stay_whole(text: str) -> None:
    assert clean(f"so {text} it is") == f"so {text} it is"


@pytest.mark.parametrize("text", ["می\u200cخواهم", "ക്\u200dഷ"])
def test_scripts_that_need_joiners_keep_them(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u200c", "\u200d", "\ufe0f", "\u2060", "\ufeff", "\xad", "\u202e", "\u2066"]
)
def test_a_name_cannot_be_split_by_what_nobody_sees(hidden: str) -> None:
    assert clean(f"Lun{hidden}mouth") == "Lunmouth"


def test_a_word_broken_by_a_soft_hyphen_is_whole_again() -> None:
    assert clean("the govern\xad\r\nment of the island") == "the government of the island"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the chief inspec\n\xad\ntor said", "the chief inspector said"),
        ("the chief inspec\xad  \n  tor said", "the chief inspector said"),
        ("the chief inspec\xad\n\n\ntor said", "the chief inspector said"),
        ("the re\xadconstruc\xadtion zone", "the reconstruction zone"),
        (
            "Oﬃcials conﬁrmed the ﬂooding oﬀ the waﬄe ﬆall",
            "Officials confirmed the flooding off the waffle stall",
        ),
        ("Jose\u0301 Nu\u0301n\u0303ez’s cafe\u0301", "José Núñez’s café"),
        ("A\u030asa O\u0308zil", "Åsa Özil"),
        ("cafe\u200b\u0301", "café"),
        ("\u1112\u1161\u11ab", "한"),
        ("x\u030c", "x\u030c"),
    ],
)
def test_one_spelling_of_every_letter(text: str, read: str) -> None:
    assert clean(text) == read


def test_a_soft_hyphen_at_the_end_of_a_paragraph_joins_no_other() -> None:
    assert clean("It ended\xad\n\nThe crowd left") == "It ended\n\nThe crowd left"


def test_marks_without_end_are_left_as_they_are() -> None:
    text = "a" + "\u0301\u0323" * 200_000  # to put them in order would take minutes
    assert clean(text) == text


@pytest.mark.parametrize("broken", [0xD800, 0xDFFF, 0xFFFE, 0x10FFFF, 0xFDD0])
def test_what_is_no_character_is_shown_as_missing(broken: int) -> None:
    assert clean(f"a{chr(broken)}b") == "a\ufffdb"
