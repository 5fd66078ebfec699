from __future__ import annotations

import pytest

from tui.model import (
    Conflict,
    ConflictKind,
    ConflictRule,
    Passage,
    Side,
    Summary,
    Unused,
    UnusedReason,
)
from tui.wording.conflicts import why
from tui.wording.summary import unused_sources, why_unused

BETWEEN = (Passage("A1.1", 0, 4, "fog"), Passage("B1.1", 0, 5, "rain"))
SIDES = (Side(("A",), "fog"), Side(("B",), "rain"))


def conflict(rule: ConflictRule, *sides: Side, speaker: str = "") -> Conflict:
    return Conflict(1, ConflictKind.NAME, 0.5, BETWEEN, rule, sides or SIDES, speaker)


@pytest.mark.parametrize("rule", ConflictRule)
def test_every_rule_has_a_sentence_that_names_its_sources_as_asked(rule: ConflictRule) -> None:
    said = why(conflict(rule, speaker="Roe"), source=lambda key: f"<{key}>", words=str.upper)
    assert said.endswith(".")
    assert "<A>" in said
    assert "<B>" in said
    assert "FOG" in said
    assert "fog" not in said


@pytest.mark.parametrize(
    ("rule", "sides", "said"),
    [
        (
            ConflictRule.QUANTITY,
            (Side(("A", "B", "C"), "12 people"), Side(("D",), "15", "min"), Side(("E",), "20", "about")),
            "A, B and C have “12 people”, D has at least “15”, E has about “20” for the same quantity; "
            "they cannot both hold.",
        ),
        (
            ConflictRule.TWO_SPEAKERS,
            (Side(("A", "B"), "Ada Roe"), Side(("C",), "Bo Lund", named="@lund")),
            "A and B give these words to Ada Roe, C to Bo Lund; "
            "the quotation addresses @lund, so it is hardly by Lund.",
        ),
        (
            ConflictRule.TWO_SPEAKERS,
            (Side(("A",), "Ada Roe", named="Roe"), Side(("B",), "Bo Lund")),
            "A gives these words to Ada Roe, B to Bo Lund; the quotation names Roe, so it is hardly by Roe.",
        ),
        (
            ConflictRule.SHORTENED,
            (Side(("B",), "if it pays"), Side(("A",), "")),
            "B quotes Ada Roe with the words “if it pays”, which A leaves out: "
            "without them it says something else.",
        ),
        (
            ConflictRule.RESPELT,
            (Side(("A",), "Qaddafi"), Side(("B",), "Gadhafi")),
            "A and B quote Ada Roe with a name spelt differently: “Qaddafi” in A, “Gadhafi” in B.",
        ),
        (
            ConflictRule.DENIED,
            (Side(("A",), " ".join("abcdefghijklm")), Side(("B",), "it did not,")),
            "A has “a b c d e f g h i j k l …”, B has “it did not”: "
            "one denies of the same thing what the other says.",
        ),
    ],
)
def test_a_sentence_says_which_source_has_what(
    rule: ConflictRule, sides: tuple[Side, ...], said: str
) -> None:
    assert why(conflict(rule, *sides, speaker="Ada Roe")) == said


@pytest.mark.parametrize(
    ("unused", "said"),
    [
        (
            Unused(UnusedReason.REMOVED, paragraphs=("B1", "B3")),
            "you took B paragraph 1, B paragraph 3 out",
        ),
        (Unused(UnusedReason.COPY, sources=("A",)), "its text is the same as <A>’s"),
        (Unused(UnusedReason.DEPENDENT), "no sentence of <B> can stand on its own"),
        (Unused(UnusedReason.COVERED, sources=("A", "C")), "all that <B> reports stands in <A> and <C> too"),
        (Unused(UnusedReason.NOT_NEEDED), "the summary carries as many shared facts without <B>"),
        (Unused(UnusedReason.TOO_LONG, words=1), "nothing of <B> fits 1 word"),
        (
            Unused(UnusedReason.OUTWEIGHED, sentences=3),
            "in 3 sentences what the others report weighs more than what <B> does",
        ),
    ],
)
def test_why_nothing_of_a_source_is_used_is_said_with_names_and_places_as_asked(
    unused: Unused, said: str
) -> None:
    def source(key: str) -> str:
        return f"<{key}>"

    def place(paragraph: str) -> str:
        return f"{paragraph[0]} paragraph {paragraph[1:]}"

    assert why_unused("B", unused, source, place) == said
    summary = Summary(8, unused={"B": unused})
    assert unused_sources(summary, source, place) == (f"Nothing of <B> is in it: {said}.",)


def test_places_are_written_with_a_pilcrow_unless_otherwise_asked() -> None:
    assert why_unused("B", Unused(UnusedReason.REMOVED, paragraphs=("B2",))) == "you took B ¶2 out"
