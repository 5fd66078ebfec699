from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

from tui import Article, compare
from tui.model import Comparison, Conflict, ConflictKind

SEEDS = Path(__file__).parents[1] / "seeds"


def comparison(*texts: str, dates: tuple[str | None, ...] = ()) -> Comparison:
    days = dates or (None,) * len(texts)
    return compare(
        [
            Article(name=f"s{place}", paragraphs=tuple(text.split("\n\n")), date=day)
            for place, (text, day) in enumerate(zip(texts, days, strict=True))
        ]
    )


def conflicts(*texts: str) -> tuple[Conflict, ...]:
    return comparison(*texts).conflicts


STATEMENT = "The harbour must stay open through the winter whatever it costs us"


def test_samples_have_one_conflict_the_post_given_to_rubio_by_one_source() -> None:
    articles = [
        Article(
            name=path.stem,
            paragraphs=tuple(line for line in path.read_text("utf-8").splitlines() if line.strip()),
        )
        for path in sorted(SEEDS.glob("*.txt"))
    ]
    [conflict] = compare(articles).conflicts
    assert conflict.kind is ConflictKind.ATTRIBUTION
    assert [passage.source for passage in conflict.between] == ["A", "B", "C"]
    assert all(passage.text.startswith("Glad to meet @SecRubio") for passage in conflict.between)
    assert conflict.why == (
        "A and B give these words to S. Jaishankar, C to Marco Rubio; "
        "the quotation addresses @SecRubio, so it is hardly by Rubio"
    )


def test_same_words_under_two_speakers_are_a_conflict() -> None:
    [conflict] = conflicts(
        f"“{STATEMENT},” Anna Brandt said on the quay.", f"“{STATEMENT},” Paul Okonedo told reporters."
    )
    assert conflict.kind is ConflictKind.ATTRIBUTION
    assert "Anna Brandt" in conflict.why
    assert "Paul Okonedo" in conflict.why


def test_the_quotation_naming_a_person_counts_against_that_speaker() -> None:
    words = "I told Okonedo last week that the harbour must stay open whatever it costs"
    [conflict] = conflicts(f"“{words},” Anna Brandt said.", f"“{words},” Paul Okonedo said.")
    assert "the quotation names Okonedo, so it is hardly by Okonedo" in conflict.why


@pytest.mark.parametrize(
    "other",
    [
        f"“{STATEMENT},” Brandt said.",
        f"“{STATEMENT},” the mayor said.",
        f"Anna Brandt met Paul Okonedo on the quay. “{STATEMENT},” she said.",
        f"“{STATEMENT},” the Harbour Office said in a statement.",
        f"“{STATEMENT},” said Paul Okonedo, a spokesman for Anna Brandt.",
        f"“{STATEMENT}.”",
        "“The harbour must stay open …” Anna Brandt said.",
        "“The harbour is a wonderful place to spend the winter with friends,” Paul Okonedo said.",
    ],
)
def test_what_may_be_one_speaker_or_another_quotation_is_no_conflict(other: str) -> None:
    assert conflicts(f"“{STATEMENT},” Mayor Anna Brandt said on the quay.", other) == ()


def test_a_source_that_gives_the_words_to_both_is_no_party_to_a_conflict() -> None:
    both = f"“{STATEMENT},” Anna Brandt said.\n\nRepeating her, Paul Okonedo said: “{STATEMENT}.”"
    assert conflicts(both, f"“{STATEMENT},” Paul Okonedo said.") == ()


def test_altered_quotation_is_shown_with_the_differing_words() -> None:
    [conflict] = conflicts(
        "“The council will never accept a nuclear bomb in this harbour town,” Anna Brandt said.",
        "“The council will never accept a nuclear plant in this harbour town,” Anna Brandt said.",
    )
    assert conflict.kind is ConflictKind.QUOTATION
    assert "“bomb” in A, “plant” in B" in conflict.why


def test_one_entry_covers_all_sources_of_a_number() -> None:
    text = "The flood in Oldport destroyed {} houses along the river on Monday night."
    [conflict] = conflicts(text.format("40"), text.format("forty"), text.format("55"))
    assert conflict.kind is ConflictKind.NUMBER
    assert {passage.source for passage in conflict.between} >= {"A", "C"} or {
        passage.source for passage in conflict.between
    } >= {"B", "C"}


def test_dates_of_one_happening_that_cannot_both_be_right() -> None:
    [conflict] = conflicts(
        "The old bridge of Oldport collapsed into the river on March 3, 2021 after heavy rain.",
        "The old bridge of Oldport collapsed into the river on March 5, 2021 after heavy rain.",
    )
    assert conflict.kind is ConflictKind.DATE
    assert "March 3, 2021" in conflict.why


def test_weekday_and_the_date_it_falls_on_agree() -> None:
    assert (
        conflicts(
            "The ministers met in Oldport on Monday to talk about the bridge.",
            "The ministers met in Oldport on October 27, 2025 to talk about the bridge.",
        )
        == ()
    )


def test_passages_are_few_and_slice_back_to_the_text() -> None:
    repeated = "\n\n".join(f"“{STATEMENT},” Anna Brandt said." for _ in range(5))
    found = comparison(repeated, f"“{STATEMENT},” Paul Okonedo said.")
    [conflict] = found.conflicts
    assert len(conflict.between) <= 6
    assert all(len(list(group)) <= 2 for _, group in groupby(conflict.between, key=lambda p: p.source))
    for passage in conflict.between:
        sentence = found.sentences[passage.sentence]
        paragraph = found.by_key[passage.source].paragraphs[sentence.paragraph]
        assert paragraph.text[passage.start : passage.end] == passage.text
        assert sentence.start <= passage.start < sentence.end


def test_one_article_alone_has_no_conflicts() -> None:
    assert conflicts(f"“{STATEMENT},” Anna Brandt said.") == ()


def test_name_in_a_quotation_spelt_two_ways_is_a_lesser_difference() -> None:
    text = "“Everybody in this town knows that {} will never sell the old harbour,” Anna Brandt said."
    found = comparison(text.format("Mohamed Karimov"), text.format("Mohammed Karimoff"))
    assert found.conflicts == ()
    assert [difference.kind for difference in found.differences] == [ConflictKind.SPELLING]


def test_altered_quotation_over_three_sources_is_one_entry() -> None:
    text = "“The council will never accept a nuclear {} in this harbour town,” Anna Brandt said."
    [conflict] = conflicts(text.format("bomb"), text.format("plant"), text.format("bomb"))
    assert [passage.source for passage in conflict.between] == ["A", "B", "C"]
    assert "“bomb” in A and C, “plant” in B" in conflict.why
