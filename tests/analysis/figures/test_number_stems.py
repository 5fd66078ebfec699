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
    "text", ["the 22nd summit", "the second man", "dozens of boats", "the 1990s", "7:30"]
)
def test_what_is_no_amount_keeps_its_stem(text: str) -> None:
    plain = [t.stem for u in Story.of([Article("Gazette", (text,))]).units for t in u.tokens if t.is_content]
    assert stems(text) == plain


def test_two_amounts_are_told_apart() -> None:
    assert not {"4500000", "4.5"} & set(stems("4.6 million and 45 million homes"))
