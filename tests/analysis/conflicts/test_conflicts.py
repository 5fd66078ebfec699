from __future__ import annotations

from itertools import groupby

import pytest
from checkout import SEEDS

from tui import Article, compare
from tui.model import Comparison, Conflict, ConflictKind
from tui.wording.conflicts import why


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
    assert why(conflict) == (
        "A and B give these words to S. Jaishankar, C to Marco Rubio; "
        "the quotation addresses @SecRubio, so it is hardly by Rubio."
    )


def test_same_words_under_two_speakers_are_a_conflict() -> None:
    [conflict] = conflicts(
        f"“{STATEMENT},” Anna Brandt said on the quay.", f"“{STATEMENT},” Paul Okonedo told reporters."
    )
    assert conflict.kind is ConflictKind.ATTRIBUTION
    assert "Anna Brandt" in why(conflict)
    assert "Paul Okonedo" in why(conflict)


def test_the_quotation_naming_a_person_counts_against_that_speaker() -> None:
    words = "I told Okonedo last week that the harbour must stay open whatever it costs"
    [conflict] = conflicts(f"“{words},” Anna Brandt said.", f"“{words},” Paul Okonedo said.")
    assert "the quotation names Okonedo, so it is hardly by Okonedo" in why(conflict)


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
    assert "“bomb” in A, “plant” in B" in why(conflict)


@pytest.mark.parametrize(("word", "digits"), [("nine", "9"), ("eleven", "11"), ("ninety", "90")])
def test_a_number_written_two_ways_alters_no_quotation(word: str, digits: str) -> None:
    told = "“We lost {} good boats in the storm and nobody here will forget them,” said Mayor Ada Roe."
    found = comparison(told.format(word), told.format(digits))
    assert (found.conflicts, found.differences) == ((), ())


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
    assert "March 3, 2021" in why(conflict)


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
    assert "“bomb” in A and C, “plant” in B" in why(conflict)


def test_weekday_of_one_happening_in_two_wordings_that_cannot_both_be_right() -> None:
    [conflict] = conflicts(
        "The old wooden bridge of Oldport collapsed into the river on Monday after two days of heavy rain.",
        "After two days of heavy rain the old wooden bridge of Oldport collapsed into the river on Thursday.",
    )
    assert conflict.kind is ConflictKind.DATE
    assert why(conflict) == ("A has “Monday”, B has “Thursday”: the same happening is dated differently.")


def test_dates_over_three_sources_are_one_entry() -> None:
    text = "The old bridge of Oldport collapsed into the river on {} after heavy rain."
    [conflict] = conflicts(
        text.format("March 3, 2021"), text.format("March 5, 2021"), text.format("March 3, 2021")
    )
    assert [passage.source for passage in conflict.between] == ["A", "B", "C"]
    assert "A and C have “March 3, 2021”, B has “March 5, 2021”" in why(conflict)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The harbour court ruled on the complaint of the fishermen.",
            "The harbour court did not rule on the complaint of the fishermen.",
        ),
        (
            "The council of Oldport approved the new bridge over the river.",
            "The council of Oldport rejected the new bridge over the river.",
        ),
        (
            "Newhaven, like most ports, wants papers but will not accept the fishing licence as proof.",
            "Newhaven accepts the fishing licence as proof.",
        ),
    ],
)
def test_affirmed_here_and_denied_there_is_a_conflict(one: str, two: str) -> None:
    [conflict] = conflicts(one, two)
    assert conflict.kind is ConflictKind.POLARITY
    assert [passage.source for passage in conflict.between] == ["A", "B"]
    assert why(conflict).endswith("one denies of the same thing what the other says.")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The harbour court ruled on the complaint of the fishermen.",
            "The harbour court did not only rule on the complaint of the fishermen.",
        ),
        (
            "The harbour court ruled on the complaint of the fishermen.",
            "The mayor did not rule out a complaint to the harbour court.",
        ),
        (
            "The council of Oldport approved the new bridge over the river.",
            "The council of Oldport rejected the old mill by the river.",
        ),
        (
            "The council of Oldport approved the new bridge over the river.",
            "“The council of Oldport rejected the new bridge over the river,” Anna Brandt said.",
        ),
        (
            "The council of Oldport approved the new bridge over the river on Monday.",
            "The council of Oldport rejected the new bridge over the river on Friday.",
        ),
        (
            "The ferry Aurora reached Newhaven harbour with fish.",
            "The ferry Aurora left Newhaven harbour with fish.",
        ),
    ],
)
def test_another_statement_another_day_or_somebodys_claim_is_no_denial(one: str, two: str) -> None:
    assert conflicts(one, two) == ()


def test_one_act_given_to_two_people_is_a_conflict_of_names() -> None:
    [conflict] = conflicts(
        "The lighthouse of Oldport was designed by Anna Brandt.",
        "The lighthouse of Oldport was designed by Paul Okonedo in a year.",
    )
    assert conflict.kind is ConflictKind.NAME
    assert "“designed by Anna Brandt”" in why(conflict)


def test_act_by_people_whom_the_other_source_names_too_is_none() -> None:
    assert (
        conflicts(
            "The lighthouse of Oldport was designed by Anna Brandt.",
            "The lighthouse of Oldport was designed by Paul Okonedo.\n\nBrandt helped him.",
        )
        == ()
    )


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        (
            ConflictKind.STRENGTH,
            "The old ferry to Newhaven will close in spring, the company said.",
            "The old ferry to Newhaven may close in spring, people in the port said.",
        ),
        (
            ConflictKind.SPELLING,
            "The mayor met Volodar Karimsky on the quay.",
            "The boat of Volodar Karimskiy lay in the harbour.",
        ),
        (
            ConflictKind.TONE,
            "The mayors of Oldport and Newhaven held warm talks on the ferry.",
            "On the ferry of Newhaven the talks were tense, the mayors of Oldport and Newhaven said.",
        ),
    ],
)
def test_lesser_differences_are_no_conflicts(kind: ConflictKind, one: str, two: str) -> None:
    found = comparison(one, two)
    assert found.conflicts == ()
    [difference] = found.differences
    assert difference.kind is kind
    assert {passage.source for passage in difference.between} == {"A", "B"}
    assert why(difference).endswith(".")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Andrés Gascón spoke first.", "Andres Gascon spoke last."),
        ("The letter came from Anna Brandt.", "The letter came from Anna Brunner."),
    ],
)
def test_accents_and_other_names_are_no_other_spelling(one: str, two: str) -> None:
    assert comparison(one, two).differences == ()


def test_name_spelt_two_ways_by_three_sources_is_one_difference() -> None:
    text = "The mayor met {} on the quay."
    [difference] = comparison(
        text.format("Volodar Karimsky"), text.format("Volodar Karimskiy"), text.format("Volodar Karimsky")
    ).differences
    assert why(difference) == (
        "A and C have “Volodar Karimsky”, B has “Volodar Karimskiy”: one name is spelt in two ways."
    )


def test_page_furniture_contradicts_nothing() -> None:
    report = "The ferry ran aground at noon on Tuesday, the port said."
    stamps = ("5 March 2024, 10:12 GMT", "5 March 2024, 11:40 GMT"), ("1.2K views", "3.4K views")
    for one, two in stamps:
        assert (
            conflicts(f"{report}\n\n{one}\n\nTwo tugs freed it.", f"{report}\n\n{two}\n\nTwo tugs came.")
            == ()
        )
