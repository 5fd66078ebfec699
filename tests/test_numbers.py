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
        (
            "Brandt caught 41 fish in the bay of Oldport and gave a big party.",
            "Okonedo caught 17 fish in the bay of Oldport and gave a big party.",
        ),
        (
            "The port of Oldport previously had 12 cranes on its main quay.",
            "The port of Oldport has 19 cranes on its main quay.",
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


def test_number_of_another_clause_does_not_excuse_a_wrong_one() -> None:
    [conflict] = comparison(
        "Fish exports from Oldport rose 12.8%, while timber imports gained 10.5%, the port said.",
        "Oldport fish exports rose 10.5%.",
    ).conflicts
    assert conflict.kind is ConflictKind.NUMBER
    assert "“12.8%”" in conflict.why


def test_count_of_one_thing_in_two_wordings_is_a_conflict() -> None:
    [conflict] = comparison(
        "Millions of people in Oldport lost the telephone after two undersea cables in the bay were hurt.",
        "Parts of Oldport had no telephone on Friday when three undersea cables in the bay were damaged.",
    ).conflicts
    assert conflict.kind is ConflictKind.NUMBER


def test_round_figure_for_an_exact_one_is_none() -> None:
    one = "The archive of Oldport opened 2,891 documents about the flood on Thursday, the mayor said."
    two = "On Thursday Oldport opened 2,800 documents about the flood, mostly letters and maps."
    assert comparison(one, two).conflicts == ()


def test_toll_of_a_later_day_is_an_update_without_dates_of_the_articles() -> None:
    found = comparison(
        "The harbour office of Oldport said the death toll of the flood had risen to 15 by late Wednesday.",
        "The harbour office of Oldport said the flood had a death toll of 24 early on Thursday.",
    )
    assert found.conflicts == ()
    assert [difference.kind for difference in found.differences] == [ConflictKind.UPDATE]
