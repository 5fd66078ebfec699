from __future__ import annotations

from itertools import pairwise

import pytest

from tui import Article, Comparison, compare
from tui.model import FactKind

MORNING = """The river Sarn burst its banks on Tuesday and flooded the old town of Marl.

Rescue teams in boats brought 240 people to safety, the fire service said.

“We have never seen water rise this fast,” Mayor Edna Holm told reporters.

The Marl Music Festival, planned for Saturday, was called off.

Read more about the floods on our website.
"""
EVENING = """The old town of Marl was flooded on Tuesday after the river Sarn burst its banks.

Insurers put the damage at 35 million crowns.

The national railway stopped all trains between Marl and Upper Dale.
"""


@pytest.fixture(scope="module")
def flood() -> Comparison:
    return compare([Article.from_text(MORNING, name="Morning"), Article.from_text(EVENING, name="Evening")])


def unique(comparison: Comparison, source: str) -> list[str]:
    return [fact.text for fact in comparison.facts if fact.sources == (source,)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A", "240 people"),
        ("A", "water rise this fast"),
        ("A", "Marl Music Festival"),
        ("B", "35 million crowns"),
        ("B", "trains"),
    ],
)
def test_a_detail_of_one_source_is_circled(flood: Comparison, source: str, words: str) -> None:
    assert [text for text in unique(flood, source) if words in text]


@pytest.mark.parametrize(
    ("sentence", "circled", "kind"),
    [
        ("Insurers put the damage at 35 million crowns.", "35 million crowns", FactKind.NUMBER),
        ("The council said that 240 people spent the night in a gym.", "240 people", FactKind.NUMBER),
        ("“We have never seen water rise this fast,” Edna Holm said.", "never seen water", FactKind.QUOTE),
        ("The Marl Music Festival, planned for Saturday, was called off.", "Music Festival", FactKind.NAME),
        ("Rescue teams came from Hallen and from Upper Dale.", "Hallen and from Upper Dale", FactKind.NAME),
        ("And the water reached the second floor of the library.", "second floor", FactKind.CLAIM),
    ],
)
def test_one_span_of_a_sentence_that_one_source_alone_has_is_circled(
    sentence: str, circled: str, kind: FactKind
) -> None:
    flooded = "The old town of Marl was flooded on Tuesday after the river Sarn burst its banks."
    found = compare([Article("one", (flooded, sentence)), Article("two", (flooded, "Trains stood still."))])
    (fact,) = found.sentences["A2.1"].unique
    assert circled in fact.text
    assert fact.kind is kind
    assert not fact.text.startswith(("And ", "The council said"))
    assert not fact.text.endswith((".", "”", " said"))


def test_a_fact_weighs_its_sources_times_the_rating_of_its_span() -> None:
    lead = "The river Sarn burst its banks on Tuesday and flooded the old town of Marl."
    own = "Insurers put the damage at 35 million crowns."
    articles = [Article(name, (lead,)) for name in ("one", "two")]
    found = compare([*articles, Article("three", (lead, own))])
    assert [fact.weight for fact in found.facts if len(fact.sources) == 3] == [3.0]
    assert all(0 < fact.weight <= 1 for fact in found.facts if len(fact.sources) == 1)


@pytest.mark.parametrize("number", ["240", "thirteen", "twenty", "dozens of"])
def test_a_number_in_words_is_one_as_well(number: str) -> None:
    articles = (MORNING.replace("240", number), EVENING)
    found = compare([Article.from_text(text, name=name) for text, name in zip(articles, "AB", strict=True)])
    (fact,) = (fact for fact in found.facts if number in fact.text)
    assert fact.kind is FactKind.NUMBER


def test_what_both_report_is_one_shared_fact_and_nobodys_own(flood: Comparison) -> None:
    shared = [fact for fact in flood.facts if len(fact.sources) == 2]
    assert len(shared) == 1
    assert {passage.sentence for passage in shared[0].passages} == {"A1.1", "B1.1"}
    assert not flood.sentences["A1.1"].unique
    assert not flood.sentences["B1.1"].unique


def test_shared_facts_come_first_and_numbers_run_from_one(flood: Comparison) -> None:
    assert [fact.id for fact in flood.facts] == list(range(1, len(flood.facts) + 1))
    assert [fact.weight for fact in flood.facts] == sorted(
        (fact.weight for fact in flood.facts), reverse=True
    )
    assert len(flood.facts[0].sources) == 2


def test_a_plea_to_read_more_is_no_fact(flood: Comparison) -> None:
    assert not [text for text in unique(flood, "A") if "website" in text]


def test_spans_are_short_and_do_not_overlap(flood: Comparison) -> None:
    for sentence in flood.sentences.values():
        spans = [(fact.passages[0].start, fact.passages[0].end) for fact in sentence.unique]
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(len(fact.text.split()) <= 12 for fact in sentence.unique)


def test_kinds_follow_the_words(flood: Comparison) -> None:
    kinds = {fact.text: fact.kind for fact in flood.facts if len(fact.sources) == 1}
    assert next(kind for text, kind in kinds.items() if "35 million" in text) is FactKind.NUMBER
    assert next(kind for text, kind in kinds.items() if "water rise" in text) is FactKind.QUOTE
