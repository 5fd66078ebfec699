from __future__ import annotations

import pytest

from tui.analysis.figures.number_stems import with_number_stems
from tui.analysis.text.story import Story
from tui.model import Article


def stems(text: str) -> list[str]:
    """The stems of the words of meaning in a sentence."""
    story = with_number_stems(Story.of([Article("Gazette", (text,))]))
    return [token.stem for unit in story.units for token in unit.tokens if token.is_content]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4 boats", "four boats"),
        ("1,200 boats", "1200 boats"),
        ("$40", "40"),
        ("50%", "50"),
        ("4.50 euros", "4.5 euros"),
        ("21 boats", "twenty-one boats"),
        ("version 5.0", "version 5.00"),
        ("12 boats", "a dozen boats"),
        ("12 500 boats", "12,500 boats"),
        ("1’250 boats", "1,250 boats"),
        ("12,00,000 boats", "1200000 boats"),
        ("3,5 litres", "3.5 litres"),
        ("800K boats", "800,000 boats"),
        ("the 3rd boat", "the third boat"),
        ("the 21st boat", "the twenty-first boat"),
    ],
)
def test_two_spellings_of_a_number_have_the_same_stems(one: str, other: str) -> None:
    assert set(stems(one)) == set(stems(other))


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("4.5 million homes", "4,500,000 homes", "4500000"),
        ("$4.5m", "$4.5 million", "4500000"),
        ("two hundred and fifty men", "250 men", "250"),
        ("a tenth of the homes", "10 percent of the homes", "10"),
        ("ten per cent", "10%", "10"),
        ("half of the homes", "50 percent of the homes", "50"),
        ("half a million homes", "500,000 homes", "500000"),
        ("one in five of them", "20% of them", "20"),
    ],
)
def test_a_number_is_found_in_another_wording(one: str, other: str, number: str) -> None:
    assert number in stems(one)
    assert number in stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dam cost £3bn.", "The dam cost £3 billion."),
        ("The dam cost £3bn.", "The dam cost 3 billion pounds."),
        ("The dam cost Rs 5 crore.", "The dam cost Rs 50 million."),
        ("The dam fed 12 lakh farms.", "The dam fed 1.2 million farms."),
        ("The dam fed 1.2m farms.", "The dam fed 1.2 million farms."),
        ("The dam fell by 25 %.", "The dam fell by 25 percent."),
        ("The dam fell by 25%.", "The dam fell by 25 per cent."),
    ],
)
def test_words_for_a_sign_count_as_the_sign_where_both_are_written(one: str, other: str) -> None:
    story = with_number_stems(Story.of([Article("Gazette", (one,)), Article("Herald", (other,))]))
    first, second = ({t.stem for t in unit.tokens if t.is_content} for unit in story.units)
    assert first == second


@pytest.mark.parametrize(
    "text", ["the 22nd summit", "the second man", "dozens of boats", "the 1990s", "7:30"]
)
def test_what_is_no_amount_keeps_its_stem(text: str) -> None:
    plain = [t.stem for u in Story.of([Article("Gazette", (text,))]).units for t in u.tokens if t.is_content]
    assert stems(text) == plain


def test_two_amounts_are_told_apart() -> None:
    assert not {"4500000", "4.5"} & set(stems("4.6 million and 45 million homes"))
