"""The choice of passages: what they are worth, and that every demand on a choice is met."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.summary.selection import Objective, SelectionTask

VALUES = st.lists(st.floats(0, 1, width=32), min_size=6, max_size=6)


def objective(rows: list[list[float]]) -> Objective:
    table = np.array(rows, np.float32)
    return Objective(table[:, :3] * 4, table[:, 3:] / 3)


@settings(max_examples=60)
@given(st.lists(VALUES, min_size=2, max_size=6), st.data())
def test_a_row_adds_its_gain_and_never_more_beside_more_rows(
    rows: list[list[float]], data: st.DataObject
) -> None:
    worth = objective(rows)
    few = data.draw(st.sets(st.integers(0, len(rows) - 1)))
    more = few | data.draw(st.sets(st.integers(0, len(rows) - 1)))
    for row in range(len(rows)):
        added = worth.value([*few, row]) - worth.value(few)
        assert worth.gains(few)[row] == pytest.approx(added, abs=1e-4)
        assert worth.gains(more)[row] <= worth.gains(few)[row] + 1e-4


def task(words: list[int], rows: list[list[float]], *, budget: int, pinned: int = 0) -> SelectionTask:
    """A task in which each sentence is a passage; every other one stands in the second source."""
    number = len(words)
    return SelectionTask(
        objective=objective(rows),
        cost=np.array(words),
        passages=tuple(frozenset((row,)) for row in range(number)),
        pinned=pinned,
        apart=np.zeros((number, number), bool),
        price=np.ones(number, np.float32),
        source=np.arange(number) % 2,
        budget=budget,
    )


SENTENCES = st.lists(st.tuples(st.integers(1, 9), VALUES), min_size=1, max_size=6)


@settings(max_examples=60)
@given(SENTENCES, st.integers(1, 20))
def test_a_budget_is_kept_and_what_is_left_of_it_has_room_for_nothing_more(
    sentences: list[tuple[int, list[float]]], budget: int
) -> None:
    words, rows = [length for length, _ in sentences], [values for _, values in sentences]
    chosen = task(words, rows, budget=budget)
    picked = chosen.improve(chosen.fill([]))
    assert chosen.length(picked) <= budget
    left = [row for row in range(len(words)) if row not in picked]
    gains = chosen.worth.gains(picked)
    assert all(chosen.length([*picked, row]) > budget or gains[row] <= 0 for row in left)


EQUAL = [[0.5, 0, 0, 0, 0, 0], [0, 0.5, 0, 0, 0, 0], [0, 0, 0.5, 0, 0, 0]]


def test_sentences_that_say_the_same_are_not_chosen_together() -> None:
    alike = np.array([[False, True, False], [True, False, False], [False, False, False]])
    picked = replace(task([4, 4, 4], EQUAL, budget=12), apart=alike).fill([])
    assert len(picked) == 2
    assert 2 in picked


def test_a_dearer_passage_comes_after_one_that_is_worth_as_much() -> None:
    prices = np.array([1.5, 1.0, 1.25], np.float32)
    assert replace(task([4, 4, 4], EQUAL, budget=12), price=prices).fill([]) == [1, 2, 0]


def test_what_is_pinned_is_never_taken_away() -> None:
    chosen = task([4, 4, 4], EQUAL, budget=12, pinned=1)
    assert chosen.lessen([0, 1, 2], lambda now, rest: True) == [0]


def test_a_source_that_was_not_drawn_on_takes_the_place_of_what_is_missed_least() -> None:
    rows = [[0.9, 0, 0, 0, 0, 0], [0, 0.1, 0, 0, 0, 0], [0, 0, 0.8, 0, 0, 0]]
    chosen = task([4, 4, 4], rows, budget=8)
    assert sorted(chosen.fill([])) == [0, 2]
    assert sorted(chosen.draw_on_all(chosen.fill([]), fixed=[])) == [0, 1]


def test_a_share_of_the_facts_is_covered_with_the_passage_that_adds_most() -> None:
    carried = np.array([[True, False, False], [False, True, True], [True, True, False]])
    chosen = task([4, 4, 4], EQUAL, budget=12)
    assert chosen.cover([], carried, 0.6) in ([1], [2])
    assert chosen.covers(chosen.cover([], carried, 1.0), carried, 1.0)
    assert not chosen.covers([0], carried, 0.6)
