"""The evidence shown to a reader who asks why a sentence is marked as it is."""

from __future__ import annotations

import pytest

from tui import Article, Comparison, compare
from tui.analysis import explain
from tui.model import Level

BRIDGE = (
    "Engineers closed the Sarn bridge on Tuesday after finding four cracks.",
    "A ferry runs from Friday.",
)
RIVER = (
    "The bridge over the Sarn was shut by engineers on Tuesday because of 4 cracks.",
    "Rents rose again.",
)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare([Article("one", BRIDGE), Article("two", RIVER)])


def words(comparison: Comparison, sentence: str, other: str) -> dict[str, str]:
    source = comparison.sentences[sentence].source
    text = comparison.by_key[source].paragraphs[comparison.sentences[sentence].paragraph].text
    shown = {}
    for match in explain(comparison, sentence, other).matches:
        there = comparison.sentences[match.other]
        theirs = comparison.by_key[other].paragraphs[there.paragraph].text
        shown[text[match.start : match.end]] = theirs[match.other_start : match.other_end]
    return shown


def test_matched_words_are_shown_on_both_sides(comparison: Comparison) -> None:
    matched = words(comparison, "A1.1", "B")
    assert matched["Sarn"] == "Sarn"
    assert matched["bridge"] == "bridge"
    assert matched["Tuesday"] == "Tuesday"


def test_a_number_in_words_matches_its_digits(comparison: Comparison) -> None:
    assert words(comparison, "A1.1", "B")["four"] == "4"


def test_the_evidence_names_the_sentences_of_the_report(comparison: Comparison) -> None:
    report = comparison.sentences["A1.1"].report("B")
    evidence = explain(comparison, "A1.1", "B")
    assert report is not None
    assert tuple(other.id for other in evidence.others) == report.by == ("B1.1",)
    assert (evidence.level, evidence.score) == (report.level, report.score)


def test_where_nothing_is_reported_the_nearest_sentence_and_the_missing_words_are_shown(
    comparison: Comparison,
) -> None:
    evidence = explain(comparison, "A2.1", "B")
    assert evidence.level is Level.NONE
    assert len(evidence.others) == 1
    assert "ferry" in {BRIDGE[1][start:end] for start, end in evidence.missing}


def test_every_word_that_counts_is_either_matched_or_missing(comparison: Comparison) -> None:
    for sentence in comparison.sentences.values():
        for report in sentence.reports:
            evidence = explain(comparison, sentence.id, report.source)
            matched = {(match.start, match.end) for match in evidence.matches}
            assert matched.isdisjoint(evidence.missing)
            assert all(
                sentence.start <= start < end <= sentence.end for start, end in matched | {*evidence.missing}
            )
            assert all(0 < match.strength <= 1 for match in evidence.matches)


def test_against_an_article_without_a_sentence_everything_is_missing() -> None:
    evidence = explain(compare([Article("one", BRIDGE), Article("empty", ())]), "A1.1", "B")
    assert (evidence.others, evidence.matches) == ((), ())
    assert evidence.missing


def test_its_own_source_and_unknown_sentences_are_refused(comparison: Comparison) -> None:
    for sentence, source in (("A1.1", "A"), ("A9.9", "B")):
        with pytest.raises(KeyError):
            explain(comparison, sentence, source)
