"""The sentences that every form shares: counts, references, coverage, remarks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import comparison

from tui.model import (
    ConflictKind,
    Correction,
    Coverage,
    Judgement,
    SummaryLine,
    Unused,
    UnusedReason,
    Verdict,
)
from tui.session import Choices
from tui.wording.counts import count, enumeration
from tui.wording.headings import document_title, heading, question
from tui.wording.passages import is_detail, surrounding_sentences
from tui.wording.places import reference, references, unbroken
from tui.wording.remarks import corrected_report, judgement, notes_and_tags, remarked_elsewhere
from tui.wording.reports import reporting_sentences
from tui.wording.sources import holders, same_text_note
from tui.wording.summary import coverage_statement, nothing_fits, omission_counts, provenance
from tui.wording.summary_lines import also_reported_in, is_disputed_above, sentences_by_paragraph


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_enumerated(names: list[str], text: str):
    assert enumeration(names) == text


def test_only_one_is_singular():
    assert [count(number, "word") for number in (0, 1, 2, 1234)] == [
        "0 words",
        "1 word",
        "2 words",
        "1,234 words",
    ]


def test_a_fact_has_several_holders_or_one_alone():
    assert holders(["A", "C"]) == "A and C"
    assert holders(["C"]) == "C alone"


def test_a_place_is_referred_to_by_its_paragraph():
    assert reference("AB12.3") == reference("AB12") == "AB ¶12"
    assert references(["A1.1", "A1.2", "B2.1"]) == ("A ¶1", "B ¶2")
    assert " " not in unbroken(reference("A1"))


def test_a_line_names_the_other_paragraphs_that_report_it_in_the_order_of_the_texts():
    line = SummaryLine("A1.1", "…", also=("B2.1", "A10.1", "AA1.1", "A1.2", "A2.1"))
    assert also_reported_in(line) == ("A ¶2", "A ¶10", "B ¶2", "AA ¶1")


def test_the_sentences_of_a_line_are_grouped_by_paragraph_its_own_first():
    line = SummaryLine("B1.2", "…", also=("B1.1", "A3.1", "A1.2", "A1.1"))
    assert sentences_by_paragraph(comparison(), line) == [["B1.2", "B1.1"], ["A1.1", "A1.2"], ["A3.1"]]


def test_every_kind_of_conflict_has_a_question_of_its_own():
    conflict = comparison().conflicts[0]
    asked = [question(replace(conflict, kind=kind)) for kind in ConflictKind]
    assert len(set(asked)) == len(asked)
    assert heading(conflict) == "Which figure"


def test_a_conflict_is_disputed_above_only_below_its_first_line():
    whole = comparison()
    conflict = whole.conflicts[0]
    first, second, *_ = (replace(line, disputed=(conflict.id,)) for line in whole.summary.lines)
    whole = replace(whole, summary=replace(whole.summary, lines=(first, second)))
    assert not is_disputed_above(whole, first, conflict)
    assert is_disputed_above(whole, second, conflict)


def test_a_passage_is_shown_in_its_whole_sentences():
    whole = comparison()
    passage = whole.conflicts[0].between[0]
    around, start = surrounding_sentences(whole, passage)
    assert around == "Engineers found 14 cracks."
    assert around[start:].startswith(passage.text)
    assert is_detail(passage, around)
    assert not is_detail(passage, passage.text)


def test_who_reports_a_paragraph_is_told_with_whether_it_is_all_of_it():
    source = comparison().sources[0]
    sentences, whole = reporting_sentences(source.paragraphs[0], "B")
    assert sentences[0] == "B1.1"
    assert not whole
    assert reporting_sentences(comparison().sources[1].paragraphs[1], "A") == ((), False)


def test_sources_with_one_text_are_one_account():
    whole = comparison()
    assert same_text_note(whole) == ""
    first, second = whole.sources
    copied = replace(whole, sources=(first, replace(second, origin=first.origin)))
    assert same_text_note(copied) == (
        "2 outlets, 1 origin: A and B carry one and the same text. Together they count as one account."
    )


@pytest.mark.parametrize(
    ("choices", "length"),
    [
        (Choices(), "12 words of at most 20."),
        (Choices(sentences=3), "12 words, 2 sentences of at most 3."),
        (Choices(share=0.5), "12 words, to carry 50% of the shared facts."),
    ],
)
def test_the_coverage_begins_with_the_length_and_what_bounds_it(choices: Choices, length: str):
    whole = comparison()
    lines = (SummaryLine("A1.1", "one two three four five six"),) * 2
    covered = Coverage(5, 3, 2, {"A": 2, "B": 0}, {"A": 1, "B": 0})
    summary = replace(
        whole.summary, budget=20, lines=lines, coverage=covered, unused={"B": Unused(UnusedReason.DEPENDENT)}
    )
    assert coverage_statement(replace(whole, summary=summary), choices) == (
        f"{length} 2 of 3 shared facts are in it; of the others, 1 of 2 that only A has and 0 of 0 that only"
        " B has. Nothing of B is in it: no sentence of B can stand on its own."
    )
    assert coverage_statement(replace(whole, sources=whole.sources[:1], summary=summary), choices).startswith(
        length
    )
    assert omission_counts(summary) == "2 facts, 2 sentences"
    assert nothing_fits(summary) == "No sentence fits into 20 words."


def test_one_article_alone_is_summarised_and_agrees_with_nobody():
    whole = comparison()
    alone = replace(whole, sources=whole.sources[:1])
    assert document_title(whole) == "Merged reading of 2 articles"
    assert document_title(alone) == "Summary of one article"
    assert "agree" in provenance(whole)
    assert "agree" not in provenance(alone)


def test_what_the_reader_said_is_told():
    whole = comparison()
    choices = Choices().note("A1.1", "check").tag("A1.1", "late").note("A2", "who?")
    assert notes_and_tags(choices, "A1.1") == ("Note: check", "Tagged: late")
    assert notes_and_tags(choices, "A3.1") == ()
    assert "A2" in remarked_elsewhere(whole, choices)
    assert whole.summary.lines[0].sentence not in remarked_elsewhere(whole, choices)
    conflict = whole.conflicts[0]
    assert judgement(conflict) == ""
    assert judgement(replace(conflict, verdict=Verdict(Judgement.CONFIRMED))) == "Confirmed by the reader."
    dismissed = replace(conflict, verdict=Verdict(Judgement.DISMISSED, "two bridges"))
    assert judgement(dismissed) == "Dismissed by the reader: two bridges"
    assert corrected_report(Correction("A1.1", "B", None)) == "B does not report it"
    assert corrected_report(Correction("A1.1", "B", "B2")) == "B reports it in B ¶2"
