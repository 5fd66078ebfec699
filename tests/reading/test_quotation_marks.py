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
        ("Roe said “we lost. The town is sad. Roe left.", []),
        ("“We lost. The town is sad. “We won,” he said.", ["We won,"]),
        ("„She said ‚no‘ to me“, he said.", ["She said ‚no‘ to me"]),
        ("»We lost«, she said.", ["We lost"]),
        ("«\u00a0We lost\u00a0», she said. «\u202fAll of it\u202f».", ["We lost", "All of it"]),
        ("”We lost”, she said.", ["We lost"]),
        ("‚We lost‘, she said.", ["We lost"]),
        ("›We lost‹, she said. ‹Yes›, he said.", ["We lost", "Yes"]),
        ("‘She said “no” to me,’ he said.", ["She said “no” to me,"]),
        ("'She said \"no\" to me,' he said.", ['She said "no" to me,']),
        ("\"She said 'no' to me,\" he said.", ["She said 'no' to me,"]),
        ("“We lost,” she said. ‘We won,’ he said.", ["We lost,", "We won,"]),
        ("'It is the boys' turn now,' she said.", ["It is the boys' turn now,"]),
        ("‘It is the boys’ turn.’ The girls’ club agreed.", ["It is the boys’ turn."]),
        ("'I can't,' she said. The dogs' home closed.", ["I can't,"]),
        ("'What are the dogs' names?' she asked.", ["What are the dogs' names?"]),
        ("'I was goin' home,' she said.", ["I was goin' home,"]),
        ("Rock 'n' roll of '68 and the ’90s in 's-Hertogenbosch. 'We lost,' she said.", ["We lost,"]),
        ("She said 'tis late. 'Yes,' he said. Get 'em all.", ["Yes,"]),
        ("'We lost, she said. The boats' owners left.", []),
        ("‘We lost, she said. It is over.", []),
        ("He called it 'a shame' and 'a waste'.", ["a shame", "a waste"]),
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


def test_a_quotation_in_single_marks_goes_on_in_the_next_paragraph() -> None:
    first, second = paired_marks(("‘We lost the boats’ sails.", "‘We lost all,’ she said."))
    assert (first[0].open, second[0].continues) == (True, True)


@pytest.mark.parametrize(
    "headline", ["Roe: ‘It is a shame.’", "The trends are 'terrible.'", "‘Iron’ Roe, out"]
)
def test_single_marks_of_a_headline_make_no_british_style(headline: str) -> None:
    assert between(headline, "“We lost,” she said.") == [[], ["We lost,"]]


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
