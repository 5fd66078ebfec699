"""Articles about another event, and sentences that stand in two articles."""

from __future__ import annotations

import pytest

from tui import Article, Comparison, compare
from tui.model import Level

FERRY = """The ferry Halden struck the pier of Tavira Bay on Monday, injuring twelve passengers.

“The engines did not answer,” captain Ilse Brandt said.

Divers found two cracks in the hull, and 40 tonnes of diesel leaked.

The harbour reopens on Thursday, the council announced.

Fishing crews asked the regional council for compensation."""
AGAIN = """Twelve passengers were injured when the ferry Halden hit the pier at Tavira Bay on Monday.

Captain Ilse Brandt said: “The engines did not answer.”

About 40 tonnes of diesel leaked from two cracks in the hull, divers said.

The council announced that the harbour reopens on Thursday.

Insurers sent a surveyor."""
MINE = """Miners at Orsk walked out over pay.

Their union asks for eight percent more.

Manager Leo Roe offered three percent and a shorter week.

Shares of the firm fell by a tenth in Monvale.

A mediator is to be named by the ministry of labour."""
BULLETIN = "The ferry Halden struck the pier of Tavira Bay, injuring twelve passengers."


def of(*bodies: str) -> Comparison:
    return compare([Article(f"source {n}", tuple(body.split("\n\n"))) for n, body in enumerate(bodies)])


def strangers(comparison: Comparison) -> str:
    return "".join(
        source.key
        for source in comparison.sources
        if "another-event" in {caution.kind for caution in source.article.warnings}
    )


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ((FERRY, AGAIN), ""),
        ((FERRY, MINE, AGAIN), "B"),
        ((FERRY, MINE), "AB"),
        ((FERRY, BULLETIN), ""),
        ((FERRY + "\n\n" + MINE.replace("Orsk", "Ulm"), AGAIN, MINE), ""),
        ((FERRY, BULLETIN + " It was a cold day."), ""),
        ((BULLETIN, "Miners at Orsk walked out over pay."), ""),
        ((FERRY,), ""),
        ((FERRY, FERRY), ""),
    ],
)
def test_what_shares_hardly_anything_is_said_to_be_about_another_event(
    bodies: tuple[str, ...], expected: str
) -> None:
    assert strangers(of(*bodies)) == expected


def test_a_stranger_is_neither_matched_nor_set_against_the_others() -> None:
    comparison = of(FERRY, MINE, AGAIN)
    assert all(report.level is Level.NONE for s in comparison.sources[1].sentences() for report in s.reports)
    assert all(not group.paragraphs["B"] or not group.paragraphs["A"] for group in comparison.groups)
    assert comparison.sentences["A1.1"].report("C").level is Level.FULL


def test_the_caution_goes_with_the_stranger() -> None:
    found = of(FERRY, MINE, AGAIN)
    again = compare([source.article for source in found.sources if source.key != "B"])
    assert strangers(again) == ""


SAID = "Anna Brandt, 52, and Leo Roe, 43, were hurt when the ferry struck the pier on Monday."


def test_the_same_words_are_reported_alike_and_never_disagree() -> None:
    one = f"{FERRY}\n\n{SAID}\n\nThe toll rose from 12 to 15 on Tuesday, the council said."
    two = f"{SAID}\n\nThe toll rose from 12 to 15 on Tuesday, the council said.\n\nIt was a cold day."
    comparison = of(one, two, AGAIN)
    assert [
        c
        for c in (*comparison.conflicts, *comparison.differences)
        if "C" not in {p.source for p in c.between}
    ] == []
    for here, there in (("A6.1", "B1.1"), ("A7.1", "B2.1")):
        first, second = comparison.sentences[here], comparison.sentences[there]
        (to_other, to_third), (back, third) = first.reports, second.reports
        assert (to_other.level, to_other.by[0], back.level, back.by[0]) == (
            Level.FULL,
            there,
            Level.FULL,
            here,
        )
        assert (to_third.level, to_third.score, to_third.by) == (third.level, third.score, third.by)
        assert first.unique == second.unique == ()
