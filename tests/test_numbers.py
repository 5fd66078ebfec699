from __future__ import annotations

import pytest

from tui import Article, compare
from tui.model import Comparison, ConflictKind


def comparison(one: str, two: str, *dates: str | None) -> Comparison:
    days = dates or (None, None)
    return compare(
        [
            Article(name=name, paragraphs=(text,), date=day)
            for name, text, day in zip("ab", (one, two), days, strict=True)
        ]
    )


FIRE = "A fire in the old town of Oldport left {} people injured on Monday, the mayor said."
COST = "The council of Oldport will spend {} on the new bridge over the river."
ROAD = "The rescue boat was found {} north of the lighthouse at Cape Harrow."


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        (FIRE, "15", "22"),
        (FIRE, "fifteen", "22"),
        (FIRE, "at least 15", "at least 28"),
        (COST, "$4.5 million", "$6.2 million"),
        (COST, "€4.5bn", "€9 billion"),
        (COST, "12 percent of its budget", "21 percent of its budget"),
        (ROAD, "20 miles", "31 miles"),
        ("The river valley was closed for {} after the storm of Monday night.", "three days", "five days"),
    ],
)
def test_values_that_cannot_both_hold_are_a_conflict(text: str, one: str, two: str) -> None:
    [conflict] = comparison(text.format(one), text.format(two)).conflicts
    assert conflict.kind is ConflictKind.NUMBER
    assert [passage.source for passage in conflict.between] == ["A", "B"]
    assert all(passage.text in conflict.why for passage in conflict.between)


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        (FIRE, "5", "five"),
        (FIRE, "1,200", "1200"),
        (FIRE, "70", "about 70"),
        (FIRE, "more than 70", "75"),
        (FIRE, "twenty-one", "21"),
        (COST, "$4.5 million", "$4,500,000"),
        (COST, "$38bn", "$38 billion"),
        (COST, "35.7 percent of its budget", "36 percent of its budget"),
        (ROAD, "36 miles", "58 km"),
        (ROAD, "between 10 and 30 miles", "10-30 miles"),
        ("The strike went on for {} in the port of Oldport.", "two weeks", "14 days"),
    ],
)
def test_rounding_units_words_and_hedges_are_none(text: str, one: str, two: str) -> None:
    found = comparison(text.format(one), text.format(two))
    assert found.conflicts == ()
    assert found.differences == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The storm cut power to 40,000 homes in Oldport.",
            "Rescuers in Oldport used 12 boats and 3 helicopters.",
        ),
        (
            "Nine boats of the fishing fleet were lost in the storm off Oldport.",
            "Seven boats of the inner and two boats of the outer harbour were lost in the storm off Oldport.",
        ),
        (
            "In 2019 the council of Oldport approved 120 building permits.",
            "In 2023 the council of Oldport approved 310 building permits.",
        ),
        ("Oldport beat Newhaven 3-1 on Sunday.", "Oldport beat Newhaven 4-2 in the cup final last year."),
    ],
)
def test_other_quantities_and_parts_of_a_sum_are_none(one: str, two: str) -> None:
    assert comparison(one, two).conflicts == ()


def test_count_that_grows_with_the_reports_dates_is_an_update() -> None:
    text = "The earthquake near Oldport killed {} people on Sunday, the ministry said."
    found = comparison(text.format("12"), text.format("15"), "2025-03-02", "2025-03-03")
    assert found.conflicts == ()
    [update] = found.differences
    assert update.kind is ConflictKind.UPDATE


def test_count_that_shrinks_with_the_reports_dates_is_a_conflict() -> None:
    text = "The earthquake near Oldport killed {} people on Sunday, the ministry said."
    [conflict] = comparison(text.format("15"), text.format("12"), "2025-03-02", "2025-03-03").conflicts
    assert conflict.kind is ConflictKind.NUMBER
