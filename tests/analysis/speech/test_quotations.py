from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import Article, compare
from tui.model import Quotation


def quotes(*paragraphs: str) -> list[Quotation]:
    source = compare([Article(name="one", paragraphs=paragraphs)]).sources[0]
    return [quote for paragraph in source.paragraphs for quote in paragraph.quotes]


def said(*paragraphs: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in quotes(*paragraphs)]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge will open in spring,” Mayor Anna Brandt said.",
        "“The bridge will open in spring,” said Mayor Anna Brandt.",
        '"The bridge will open in spring," Mayor Anna Brandt told reporters on Monday.',
        "Mayor Anna Brandt said: “The bridge will open in spring.”",
        "Mayor Anna Brandt, who took office in May, said “the bridge will open in spring.”",
        "“The bridge will open in spring,” Anna Brandt, the mayor of Oldport, later added.",
        "“The bridge will open in spring,” according to Anna Brandt.",
        "“The bridge will open in spring,” Anna Brandt posted on X.",
        "In a letter to the council, Anna Brandt wrote that “the bridge will open in spring.”",
        "The mayor, Anna Brandt, was cheerful. “The bridge will open in spring,” she said.",
        "Anna Brandt spoke to Channel 4. “The bridge will open in spring.”",
    ],
)
def test_speaker_is_named_by_the_cue_wherever_it_stands(text: str) -> None:
    [(words, speaker)] = said(text)
    assert words.strip(",.").lower() == "the bridge will open in spring"
    assert speaker == "Anna Brandt"


def test_last_name_is_resolved_to_the_fullest_name_of_the_article() -> None:
    found = said(
        "Foreign Minister T. Okonedo met Secretary of State Ruth Valdez in Oldport.",
        "“We had a good day,” Mr. Okonedo said. Valdez called it “a promising start.”",
    )
    assert [speaker for _, speaker in found] == ["T. Okonedo", "Ruth Valdez"]


def test_role_alone_means_the_person_named_with_it() -> None:
    found = said(
        "Police spokeswoman Mary Holm arrived at noon. Two officers stood by.",
        "“Nobody was hurt,” the spokeswoman said.",
    )
    assert found == [("Nobody was hurt,", "Mary Holm")]


def test_pronoun_means_a_person_of_fitting_gender() -> None:
    found = said(
        "Mrs. Ruth Valdez met Mr. Paul Okonedo at the harbour.",
        "“I came by boat,” he said. “I came by train,” she said.",
    )
    assert [speaker for _, speaker in found] == ["Paul Okonedo", "Ruth Valdez"]


def test_split_quotation_is_two_entries_of_one_speaker() -> None:
    found = said("“We waited for hours,” said Paul Okonedo, “and then the water came.” “Nobody called.”")
    assert [text for text, _ in found] == [
        "We waited for hours,",
        "and then the water came.",
        "Nobody called.",
    ]
    assert {speaker for _, speaker in found} == {"Paul Okonedo"}


def test_quotation_over_several_paragraphs_keeps_its_speaker() -> None:
    found = said(
        "Paul Okonedo wrote: “We waited for hours on the old quay.",
        "“Then the water came up to the doors of the houses.”",
        "The harbour was closed.",
    )
    assert found == [
        ("We waited for hours on the old quay.", "Paul Okonedo"),
        ("Then the water came up to the doors of the houses.", "Paul Okonedo"),
    ]


def test_nested_quotation_belongs_to_the_outer_one() -> None:
    [(text, speaker)] = said("“She told me ‘never again’ and “goodbye” at once,” Paul Okonedo recalled.")
    assert text == "She told me ‘never again’ and “goodbye” at once,"
    assert speaker == "Paul Okonedo"


def test_single_marks_count_where_an_article_has_no_others() -> None:
    assert said("‘It isn’t over,’ Paul Okonedo said.") == [("It isn’t over,", "Paul Okonedo")]
    assert said("Paul Okonedo said it isn’t the workers’ fault.") == []


def test_unnamed_speaker_is_described_in_the_articles_words() -> None:
    assert said("According to officials close to the talks, the deal is “very near.”") == [
        ("very near.", "officials close to the talks")
    ]


def test_quotation_nobody_is_shown_to_say_has_no_speaker() -> None:
    assert said("“Nothing to see here,” read the sign.")[0][1] != "Anna Brandt"
    assert said("“We will be back.”") == [("We will be back.", None)]


def test_title_of_a_work_is_no_quotation() -> None:
    assert said("The series “The Long Winter” returns in May.") == []


@given(st.lists(st.text(alphabet="ab A.,“”\"'‘’«»\n—Said", max_size=60), min_size=1, max_size=4))
def test_offsets_slice_back_to_the_text_and_never_overlap(paragraphs: list[str]) -> None:
    source = compare([Article(name="one", paragraphs=tuple(paragraphs))]).sources[0]
    for paragraph in source.paragraphs:
        end = 0
        for quote in paragraph.quotes:
            assert paragraph.text[quote.start : quote.end] == quote.text
            assert quote.start >= end
            end = quote.end
