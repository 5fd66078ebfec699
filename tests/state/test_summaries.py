"""What a reader may expect of a summary that was shown before."""

from __future__ import annotations

import pytest
from canal import BARGE, CANAL, GATE, lines, of

from tui import Comparison
from tui.analysis import assemble_summary, summarise
from tui.cli.articles import compared
from tui.export.roundtrip import Exported
from tui.model import Summary
from tui.screens.budget import in_next_unit, stepped
from tui.session import Choices
from tui.state.summaries import summary_for


@pytest.fixture(scope="module")
def story() -> Comparison:
    return of(CANAL, BARGE, GATE)


def test_lines_that_were_told_come_back_in_their_order(story: Comparison) -> None:
    told = lines(summarise(story, 60))[::-1]
    again = assemble_summary(story, [*told, "Z9.9", told[0]], 60)
    assert lines(again) == told
    assert again.coverage == summarise(story, 60).coverage
    assert again.omitted == summarise(story, 60).omitted


def test_what_is_told_again_by_the_same_decisions_is_the_same(story: Comparison) -> None:
    choices = Choices(60)
    assert lines(summary_for(story, choices, ["C3.1", "A1.1"], choices)) == ["C3.1", "A1.1"]


def test_lines_that_contradict_the_decisions_are_not_told(story: Comparison) -> None:
    choices = Choices(60).drop("C3.1").keep("B3.1")
    again = lines(summary_for(story, choices, ["C3.1", "A1.1"], choices))
    assert "C3.1" not in again
    assert {"A1.1", "B3.1"} <= set(again)


def test_the_lines_of_an_exported_summary_are_printed_as_they_stand(story: Comparison) -> None:
    articles = tuple(source.article for source in story.sources)
    told = ("C3.1", "A1.1")
    comparison, choices = compared(articles, Exported((), (), (), Choices(60), told), None)
    assert lines(comparison.summary) == list(told)
    longer, _ = compared(articles, Exported((), (), (), choices, told), 120)
    assert set(told) < set(lines(longer.summary))


@pytest.mark.parametrize("keys", ["bb++b---", "b--bb+++", "+bb--+b-+", "---bb++++b---b", "bb---+++b+++b-"])
def test_longer_only_adds_shorter_only_takes_away_and_another_unit_changes_nothing(
    story: Comparison, keys: str
) -> None:
    choices = Choices(120)
    summary: Summary = summary_for(story, choices)
    for key in keys:
        before = lines(summary)
        wanted = (
            in_next_unit(choices, summary)
            if key == "b"
            else stepped(choices, summary, 1 if key == "+" else -1)
        )
        summary = summary_for(story, wanted, before, wanted if key == "b" else choices)
        choices, now = wanted, lines(summary)
        if key == "b":
            assert now == before
        elif key == "+":
            assert set(before) <= set(now)
        else:
            assert set(now) <= set(before)
