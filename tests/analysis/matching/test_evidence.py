"""The evidence shown to a reader who asks why a sentence is marked as it is."""

from __future__ import annotations

import pytest

from tui import Article
from tui.analysis import Analysis, analyse, revise
from tui.model import Correction, Level

BRIDGE = (
    "Engineers closed the Sarn bridge on Tuesday after finding four cracks.",
    "A ferry runs from Friday.",
)
RIVER = (
    "The bridge over the Sarn was shut by engineers on Tuesday because of 4 cracks.",
    "Rents rose again.",
)


@pytest.fixture(scope="module")
def bridge() -> Analysis:
    return analyse([Article("one", BRIDGE), Article("two", RIVER)])


def words(analysis: Analysis, sentence: str, other: str) -> dict[str, str]:
    comparison = analysis.comparison
    source = comparison.sentences[sentence].source
    text = comparison.by_key[source].paragraphs[comparison.sentences[sentence].paragraph].text
    shown = {}
    for match in analysis.explain(sentence, other).matches:
        there = comparison.sentences[match.other]
        theirs = comparison.by_key[other].paragraphs[there.paragraph].text
        shown[text[match.start : match.end]] = theirs[match.other_start : match.other_end]
    return shown


def test_matched_words_are_shown_on_both_sides(bridge: Analysis) -> None:
    matched = words(bridge, "A1.1", "B")
    assert matched["Sarn"] == "Sarn"
    assert matched["bridge"] == "bridge"
    assert matched["Tuesday"] == "Tuesday"


def test_a_number_in_words_matches_its_digits(bridge: Analysis) -> None:
    assert words(bridge, "A1.1", "B")["four"] == "4"


def test_the_evidence_names_the_sentences_of_the_report(bridge: Analysis) -> None:
    report = bridge.comparison.sentences["A1.1"].report("B")
    evidence = bridge.explain("A1.1", "B")
    assert report is not None
    assert tuple(other.id for other in evidence.others) == report.by == ("B1.1",)
    assert (evidence.level, evidence.score) == (report.level, report.score)


def test_where_nothing_is_reported_the_nearest_sentence_and_the_missing_words_are_shown(
    bridge: Analysis,
) -> None:
    evidence = bridge.explain("A2.1", "B")
    assert evidence.level is Level.NONE
    assert len(evidence.others) == 1
    assert "ferry" in {BRIDGE[1][start:end] for start, end in evidence.missing}


def test_every_word_that_counts_is_either_matched_or_missing(bridge: Analysis) -> None:
    for sentence in bridge.comparison.sentences.values():
        for report in sentence.reports:
            evidence = bridge.explain(sentence.id, report.source)
            matched = {(match.start, match.end) for match in evidence.matches}
            assert matched.isdisjoint(evidence.missing)
            assert all(
                sentence.start <= start < end <= sentence.end for start, end in matched | {*evidence.missing}
            )
            assert all(0 < match.strength <= 1 for match in evidence.matches)


def test_against_an_article_without_a_sentence_everything_is_missing() -> None:
    evidence = analyse([Article("one", BRIDGE), Article("empty", ())]).explain("A1.1", "B")
    assert (evidence.others, evidence.matches) == ((), ())
    assert evidence.missing


def test_its_own_source_and_unknown_sentences_are_refused(bridge: Analysis) -> None:
    for sentence, source in (("A1.1", "A"), ("A9.9", "B")):
        with pytest.raises(KeyError):
            bridge.explain(sentence, source)


def test_what_the_reader_corrected_is_explained_by_the_same_measures(bridge: Analysis) -> None:
    revised = revise(bridge.comparison, [Correction("A1.1", "B", None)], {})
    rejected = bridge.explain("A1.1", "B", revised=revised)
    assert rejected.level is Level.NONE
    assert rejected.matches == bridge.explain("A1.1", "B").matches


def test_a_paragraph_that_the_reader_linked_is_searched_for_the_words(bridge: Analysis) -> None:
    revised = revise(bridge.comparison, [Correction("A1.1", "B", "B2")], {})
    linked = bridge.explain("A1.1", "B", revised=revised)
    assert [other.id for other in linked.others] == ["B2.1"]
    assert linked.matches == ()
