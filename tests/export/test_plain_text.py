"""The forms without mark-up: the mail and the plain lines for screen readers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import BRIDGE, CLOSED, FERRY, MAYOR, TRUCKS, comparison
from hypothesis import given
from hypothesis import strategies as st

from tui.export.mail import LINE_LENGTH, to_mail
from tui.export.plain import to_plain
from tui.model import Comparison, Correction, Judgement, Omission, Unused, UnusedReason, Verdict
from tui.reading.cleaning import clean
from tui.session import Choices


def squeezed(text: str) -> str:
    return " ".join(text.split())


def decided() -> tuple[Comparison, Choices]:
    whole = comparison()
    return replace(
        whole,
        conflicts=(replace(whole.conflicts[0], verdict=Verdict(Judgement.CONFIRMED, "seen myself")),),
        dismissed=(replace(whole.conflicts[0], id=2, verdict=Verdict(Judgement.DISMISSED, "two bridges")),),
        corrections=(Correction("A2.1", "B", None),),
        summary=replace(whole.summary, unused={"B": Unused(UnusedReason.TOO_LONG, words=8)}),
    ), Choices().note("A1.1", "check").note("A2", "who?")


def test_a_mail_has_the_summary_with_references_disputes_and_omissions():
    mail = to_mail(comparison())
    assert mail.startswith("MERGED READING OF 2 ARTICLES\n")
    assert "* The old bridge over the Sarn was closed on Tuesday. [A ¶1, also B ¶1]\n" in mail
    assert (
        "* Inspectors counted 41 cracks in it. [B ¶1, also A ¶1]\n"
        "    - Disputed, which figure: A has “14 cracks”, B has “41 cracks” for\n"
        "      the same quantity; they cannot both hold.\n"
        "    - A ¶1: “14 cracks”, in: Engineers found 14 cracks.\n"
        "    - B ¶1: “41 cracks”, in: Inspectors counted 41 cracks in it.\n"
    ) in mail
    omitted = mail.partition("LEFT OUT OF THE SUMMARY")[2]
    assert omitted.index("1 fact, 2 sentences") < omitted.index("Lorries") < omitted.index("We close it")


@pytest.mark.parametrize("render", [to_mail, to_plain])
def test_what_the_reader_decided_is_told(render):
    text = squeezed(render(*decided()))
    assert "Note: check" in text
    assert "Note: who?" in text
    assert "Confirmed by the reader: seen myself" in text
    assert "Dismissed by the reader: two bridges" in text
    assert "B does not report it." in text
    assert "Nothing of B is in it: nothing of B fits 8 words." in text


@given(st.lists(st.text(st.characters(codec="ascii"), max_size=30), max_size=20).map(" ".join).map(clean))
def test_no_line_of_a_mail_is_wider_than_mail_programs_leave_it_unless_a_single_word_is(text: str):
    whole = comparison()
    omitted = (Omission("A1.1", text, ("A",)),)
    mail = to_mail(replace(whole, summary=replace(whole.summary, omitted=omitted)))
    for line in mail.splitlines():
        assert len(line) <= LINE_LENGTH or len(line.strip("* -").split()) == 1
        assert line == line.rstrip()


def test_a_reference_is_not_broken_at_the_end_of_a_line():
    whole = comparison()
    for number in range(60, 72):
        omitted = (Omission("A1.1", "x" * number, ("A",)),)
        mail = to_mail(replace(whole, summary=replace(whole.summary, omitted=omitted)))
        assert "A ¶1" in mail.partition("LEFT OUT")[2]


def test_plain_lines_tell_paragraph_by_paragraph_who_reports_it_and_what_is_marked():
    lines = to_plain(comparison()).splitlines()
    start = lines.index(f"A paragraph 1: {BRIDGE}")
    assert lines[start + 1 : start + 5] == [
        "B reports part of this: B paragraph 1.",
        "Only A has: The old bridge (name)",
        "Conflict, which figure: A has “14 cracks”, B has “41 cracks” for the same quantity;"
        " they cannot both hold.",
        "",
    ]
    start = lines.index(f"B paragraph 2: {FERRY}")
    assert lines[start + 1] == "A does not report this."


def test_plain_lines_have_every_text_and_no_sign_for_eyes_only():
    text = to_plain(comparison())
    for paragraph in (BRIDGE, MAYOR, TRUCKS, CLOSED, FERRY):
        assert paragraph in text.splitlines() or f": {paragraph}\n" in text
    assert not set(text) & set("¶─│╌█‼◆◇·◦↩*\x1b")


def test_plain_lines_list_conflicts_facts_and_summary_under_headings():
    lines = to_plain(comparison()).splitlines()
    names = ["Conflicts", "Facts", "Summary", "Left out of the summary"]
    places = [lines.index(name) for name in names]
    assert places == sorted(places)
    assert all(lines[place - 1] == lines[place + 1] == "" for place in places)
    assert "Upper Marl (place): A paragraph 3" in lines
    assert "Inspectors counted 41 cracks in it. [B paragraph 1, also A paragraph 1]" in lines


def test_a_summary_without_room_for_a_sentence_says_so():
    whole = comparison()
    bare = replace(whole, summary=replace(whole.summary, budget=1, lines=()))
    assert "No sentence fits into 1 word." in to_mail(bare)
    assert "No sentence fits into 1 word." in to_plain(bare)


def test_plain_lines_say_in_words_which_paragraphs_were_taken_out():
    whole = comparison()
    unused = {"B": Unused(UnusedReason.REMOVED, paragraphs=("B2",))}
    text = to_plain(replace(whole, summary=replace(whole.summary, unused=unused)))
    assert "Nothing of B is in it: you took B paragraph 2 out." in text
