from __future__ import annotations

import pytest

from tui.analysis.speech.quotations import find_quotations
from tui.analysis.text.story import Story
from tui.model import Article, Quotation


def quoted(*paragraphs: str) -> list[Quotation]:
    found = find_quotations(Story.of([Article("Gazette", paragraphs)]))
    return [quotation for _, of_paragraph in sorted(found.items()) for quotation in of_paragraph]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We lost,” said Jane Roe.", "Jane Roe", "said"),
        ("“We lost,” O’Neill said.", "O’Neill", "said"),
        ("“We lost,” Mr. Smith, 52, said.", "Smith", "said"),
        ("“We lost,” said the mayor, Jane Roe, on Monday.", "Jane Roe", "said"),
        ("“We lost,” Jane Roe, a teacher, told reporters.", "Jane Roe", "told"),
        ("“We lost,” said Roe’s spokesman.", "Roe’s spokesman", "said"),
        ("“We lost,” the mayor said.", "the mayor", "said"),
        ("“We lost,” say the residents.", "the residents", "say"),
        ("“We lost,” Roe tweeted. Jane Roe is the mayor.", "Jane Roe", "tweeted"),
        ("“We lost,” it said in a statement.", None, "said"),
        ("Jane Roe said: “We lost everything here.”", "Jane Roe", "said"),
        ("Smith told Roe: “You lost it all.”", "Smith", "told"),
        ("Jane Roe, who leads the town, added that “nobody knew”.", "Jane Roe", "added"),
        ("According to Jane Roe, “the ship was old and weak”.", "Jane Roe", "according to"),
        ("The Coastal Ferry Authority said it was “not fit to sail”.", "Coastal Ferry Authority", "said"),
        ("“We lost”", None, None),
        ("«We lost», said Jane Roe.", "Jane Roe", "said"),
        ('"We lost," said Jane Roe.', "Jane Roe", "said"),
        ("'We lost,' said Jane Roe.", "Jane Roe", "said"),
    ],
)
def test_the_speaker_of_a_quotation(text: str, speaker: str | None, cue: str | None) -> None:
    [quotation] = quoted(text)
    assert (quotation.speaker, quotation.cue) == (speaker, cue)


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("Mayor Jane Roe spoke on Monday.", "“We lost,” she said."), "Jane Roe"),
        (("John Smith and Jane Roe spoke.", "“We lost,” Smith said."), "John Smith"),
        (("John Smith and Jane Roe spoke.", "“We lost,” she said."), "Jane Roe"),
    ],
)
def test_a_pronoun_or_a_surname_is_looked_up_before_the_quotation(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    [quotation] = quoted(*paragraphs)
    assert quotation.speaker == speaker


def test_a_quotation_in_two_parts_has_one_speaker() -> None:
    assert [one.speaker for one in quoted("“I lost,” Jane Roe said, “and I know it.”")] == ["Jane Roe"] * 2


@pytest.mark.parametrize(
    "text", ["The film “The Old Harbour” opened.", 'The bridge is 6" too low.', "It’s the dogs’ home."]
)
def test_no_quotation_in_a_text(text: str) -> None:
    assert quoted(text) == []
