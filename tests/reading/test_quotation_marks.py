from __future__ import annotations

import pytest

from tui.reading.quotation_marks import is_title, opens, paired_marks


def between(*paragraphs: str) -> list[list[str]]:
    """What stands between the marks, paragraph by paragraph."""
    found = paired_marks(paragraphs)
    return [
        [text[one.start : one.end] for one in spans] for text, spans in zip(paragraphs, found, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“We lost,” she said. “All of it.”", ["We lost,", "All of it."]),
        ('"We lost," she said. "All of it."', ["We lost,", "All of it."]),
        ("«We lost», she said.", ["We lost"]),
        ("« We lost », she said.", ["We lost"]),
        ("„We lost“, she said.", ["We lost"]),
        ("'We lost,' she said.", ["We lost,"]),
        ("“She said ‘no’ to me.”", ["She said ‘no’ to me."]),
        ("“Did he say “no” to her?”", ["Did he say “no” to her?"]),
        ("“Who is happy?“ he asked. “Nobody is.”", ["Who is happy?", "Nobody is."]),
        ("He said, ”Nobody is.”", ["Nobody is."]),
        ('“We lost," she said.', ["We lost,"]),
        ("“We lost", ["We lost"]),
        ('It is 6" long.', []),
        ("It’s the dogs’ home.", []),
        ("", []),
    ],
)
def test_what_stands_between_the_marks_of_a_text(text: str, quotations: list[str]) -> None:
    assert between(text) == [quotations]


def test_a_quotation_of_several_paragraphs_opens_anew_in_each() -> None:
    first, second = paired_marks(("“We lost.", "“We lost all,” she said."))
    assert (first[0].open, first[0].continues) == (True, False)
    assert (second[0].open, second[0].continues) == (False, True)


def test_single_marks_are_apostrophes_where_there_are_double_ones() -> None:
    assert between("“We lost,” she said.", "It was the 'end' of it.") == [["We lost,"], []]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("“We", True),
        ("We”", False),
        ('"We', True),
        ('We"', False),
        ('("We', True),
        ('We."', False),
        ("„We", True),
        ("We“,", False),
        (", ”We", True),
    ],
)
def test_a_mark_opens_where_a_word_follows_it(text: str, opening: bool) -> None:
    [at] = [place for place, character in enumerate(text) if character in '“”„"']
    assert opens(text, at) is opening


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("The Old Harbour", True),
        ("The Man in the Boat", True),
        ("The old harbour", False),
        ("We Lost!", False),
        ("We Lost,", False),
        ("The Very Long Title That No Song Would Ever Have", False),
    ],
)
def test_titles_are_short_and_in_capitals(words: str, title: bool) -> None:
    assert is_title(words) is title
