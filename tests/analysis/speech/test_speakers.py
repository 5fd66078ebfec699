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
        ("“Why?” asked Jane Roe.", "Jane Roe", "asked"),
        ("“Leave now,” warned Jane Roe.", "Jane Roe", "warned"),
        ("“Why?” the mayor asked Roe.", "the mayor", "asked"),
        ("“It is what it is,” sighed Ursula von der Tann, a baker.", "Ursula von der Tann", "sighed"),
        ("“We lost,” sobbed the mayor, Jane Roe.", "Jane Roe", "sobbed"),
        ("“We lost,” yodelled Jane Roe.", "Jane Roe", "yodelled"),
        ("“We lost.” — Jane Roe", "Jane Roe", "—"),
        ("“We lost.” — Commissioner Jane Roe.", "Jane Roe", "—"),
        ("“We lost.” – Dr. Jane Roe, harbour board", "Jane Roe", "–"),
        ("“We lost.” — The mayor spoke on Monday.", None, None),
        ("From chairwoman Jane Roe: “We lost it all.”", "Jane Roe", ":"),
        ("Jane Roe: “We lost it all.”", "Jane Roe", ":"),
        ("REED: “We lost it all.”", None, None),
        ("Q: “Why did we lose it all?”", None, None),
        ("“WE LOST,” SAID ROSA LINDT, WHO BAKES.", "ROSA LINDT", "said"),
        ("“We lost,” Everyone said.", None, "said"),
        ("“We lost,” the Spanish said.", None, "said"),
        ("“We lost,” according to Reuters.", None, "according to"),
        ("“We lost,” said Alan Roe Jr.", "Alan Roe Jr.", "said"),
        ("“We lost,” Roe’s aide Ines d’Ávila said.", "Ines d’Ávila", "said"),
        ("“We lost,” said Jean-Claude van der Berg.", "Jean-Claude van der Berg", "said"),
        ("“We lost,” Von der Tann said. Ursula von der Tann bakes.", "Ursula von der Tann", "said"),
        ("Abdullah Gül came. “We lost,” Guel said.", "Abdullah Gül", "said"),
        ("“We lost,” said Nunez. José Núñez is the envoy.", "José Núñez", "said"),
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
        (("John Smith and Jane Roe spoke.", "“We lost,” said she."), "Jane Roe"),
        (("Mr. Lee and Mrs. Holt came.", "“We lost,” he said."), "Lee"),
        (("John Roe left.", "“We lost,” said Mrs. Roe."), "Roe"),
        (("Jim French is a baker.", "“We lost,” said French."), "Jim French"),
        (("And from chairwoman Jane Roe:", "“We lost it all.”"), "Jane Roe"),
        (("“We lost it all.”", "— Jane Roe"), "Jane Roe"),
        (("“We lost it all.”", "Mayor Jane Roe, head of the board"), "Jane Roe"),
        (("“We lost it all.”", "Port Authority"), None),
        (("Jane Reed spoke.", "REED: “We lost it all.”"), "Jane Reed"),
    ],
)
def test_a_pronoun_or_a_surname_is_looked_up_before_the_quotation(
    paragraphs: tuple[str, ...], speaker: str | None
) -> None:
    [quotation] = quoted(*paragraphs)
    assert quotation.speaker == speaker


def test_the_second_paragraph_of_a_quotation_may_name_its_speaker() -> None:
    found = quoted("“We lost it all.", "“Nobody came,” said Jane Roe.")
    assert [one.speaker for one in found] == ["Jane Roe"] * 2


def test_a_quotation_in_two_parts_has_one_speaker() -> None:
    assert [one.speaker for one in quoted("“I lost,” Jane Roe said, “and I know it.”")] == ["Jane Roe"] * 2


@pytest.mark.parametrize(
    "text", ["The film “The Old Harbour” opened.", 'The bridge is 6" too low.', "It’s the dogs’ home."]
)
def test_no_quotation_in_a_text(text: str) -> None:
    assert quoted(text) == []
