from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis import compare, revise, summarise
from tui.model import (
    Article,
    Comparison,
    Correction,
    Judgement,
    Level,
    Sentence,
    Verdict,
)

ARTICLES = (
    Article(
        "Gazette",
        (
            "The ferry Marigold ran aground off Brackwater on Tuesday morning.",
            "The harbour master said 48 passengers were brought ashore by lifeboats.",
            "Farmers complained about the price of hay.",
        ),
    ),
    Article(
        "Wire",
        (
            "The ferry Marigold ran aground near Brackwater on Tuesday morning.",
            "The captain has been suspended by the owners until further notice.",
            "52 passengers were brought ashore by lifeboats, the harbour master said.",
        ),
    ),
)


@cache
def found() -> Comparison:
    return compare(ARTICLES)


def revised(*corrections: Correction) -> Comparison:
    return revise(found(), corrections, {})


def level(comparison: Comparison, sentence: str) -> Level:
    return comparison.sentences[sentence].reports[0].level


def together(comparison: Comparison, one: int, other: int) -> bool:
    return any(one in group.paragraphs["A"] and other in group.paragraphs["B"] for group in comparison.groups)


def alone(comparison: Comparison, sentence: str) -> bool:
    return any(
        fact.sources == (sentence[0],) and fact.passages[0].sentence == sentence for fact in comparison.facts
    )


def test_without_corrections_nothing_changes() -> None:
    assert revised() == found()


def test_a_rejected_report_goes_both_ways() -> None:
    assert level(found(), "A1.1") is Level.FULL
    assert together(found(), 0, 0)
    after = revised(Correction("A1.1", "B", None))
    assert level(after, "A1.1") is Level.NONE
    assert level(after, "B1.1") is Level.NONE
    assert not together(after, 0, 0)


def test_what_is_rejected_becomes_a_fact_of_one_source_on_both_sides() -> None:
    assert not alone(found(), "A1.1")
    after = revised(Correction("A1.1", "B", None))
    assert alone(after, "A1.1")
    assert alone(after, "B1.1")
    assert after.sentences["A1.1"].unique


def test_a_linked_paragraph_reports_the_sentence_fully() -> None:
    assert level(found(), "A3.1") is Level.NONE
    assert alone(found(), "A3.1")
    after = revised(Correction("A3.1", "B", "B2"))
    assert level(after, "A3.1") is Level.FULL
    assert after.sentences["A3.1"].reports[0].by == ("B2.1",)
    assert level(after, "B2.1") is Level.PARTIAL
    assert together(after, 2, 1)
    assert not alone(after, "A3.1")


def test_accepting_what_was_found_changes_no_level() -> None:
    after = revised(Correction("A1.1", "B", "B1"))
    assert level(after, "A1.1") is level(found(), "A1.1")
    assert after.groups == found().groups


def test_the_summary_follows_a_link() -> None:
    after = revised(Correction("A3.1", "B", "B2"))
    line = next(line for line in summarise(after, 60, keep={"A3.1"}).lines if line.sentence == "A3.1")
    assert line.also == ("B2.1",)


def test_corrections_of_what_is_not_there_are_passed_over() -> None:
    strange = [Correction("Z9.9", "B", None), Correction("A1.1", "Z", None), Correction("A1.1", "B", "B99")]
    assert revised(*strange) == found()


def test_a_dismissed_conflict_is_no_conflict_any_more() -> None:
    (conflict,) = found().conflicts
    verdict = Verdict(Judgement.DISMISSED, "the later report counts the crew")
    after = revise(found(), (), {conflict.key: verdict})
    assert after.conflicts == ()
    assert [(one.key, one.verdict) for one in after.dismissed] == [(conflict.key, verdict)]
    assert not any(line.disputed for line in summarise(after, 60).lines)


def test_a_confirmed_conflict_carries_its_verdict() -> None:
    (conflict,) = found().conflicts
    verdict = Verdict(Judgement.CONFIRMED)
    assert revise(found(), (), {conflict.key: verdict}).conflicts[0].verdict == verdict


def ids(source: str) -> list[str]:
    return [one.id for one in found().by_key[source].sentences()]


CORRECTIONS = st.one_of(
    st.builds(Correction, st.sampled_from(ids("A")), st.just("B"), st.sampled_from([None, "B1", "B2", "B3"])),
    st.builds(Correction, st.sampled_from(ids("B")), st.just("A"), st.sampled_from([None, "A1", "A2", "A3"])),
)


@settings(max_examples=50)
@given(st.lists(CORRECTIONS, max_size=6))
def test_whatever_is_corrected_the_comparison_holds_together(corrections: list[Correction]) -> None:
    after = revised(*corrections)
    members = [
        (key, index)
        for group in after.groups
        for key, indices in group.paragraphs.items()
        for index in indices
    ]
    assert sorted(members) == [(key, index) for key in "AB" for index in range(3)]
    assert len({fact.id for fact in after.facts}) == len(after.facts)
    for sentence in after.sentences.values():
        assert _sound(sentence)
    assert summarise(after, 60).coverage.facts == len(after.facts)


def _sound(sentence: Sentence) -> bool:
    return all(bool(report.by) == (report.level is not Level.NONE) for report in sentence.reports)


@pytest.mark.parametrize("paragraph", [None, "B2"])
def test_the_last_word_holds(paragraph: str | None) -> None:
    after = revised(Correction("A1.1", "B", "B3"), Correction("A1.1", "B", paragraph))
    assert (level(after, "A1.1") is Level.NONE) == (paragraph is None)
