from __future__ import annotations

import pytest

from tui import Article, compare
from tui.model import Comparison, ConflictKind
from tui.wording.conflicts import why


def comparison(one: str, two: str, *published: str | None) -> Comparison:
    days = published or (None, None)
    return compare(
        [
            Article(name=name, paragraphs=(text,), date=day)
            for name, text, day in zip("ab", (one, two), days, strict=True)
        ]
    )


FERRY = "The ferry hit the pier in Oldport {}, killing 12 people."
MONDAY, TUESDAY = "2025-10-27", "2025-10-28"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("on Monday", "on Wednesday"),
        ("on Monday night", "on Wednesday night"),
        ("on Tuesday", "on October 27, 2025"),
        ("on October 14", "on 16 October"),
        ("on the 14th", "on October 16"),
        ("in March 2024", "in May 2024"),
        ("at 7.30 p.m.", "shortly after 9 p.m."),
        ("at noon", "at 3.15 p.m."),
        ("at two o’clock in the morning", "at 18:45"),
    ],
)
def test_dates_and_times_that_cannot_both_be_right_are_a_conflict(one: str, two: str) -> None:
    [conflict] = comparison(FERRY.format(one), FERRY.format(two)).conflicts
    assert conflict.kind is ConflictKind.DATE


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("on Monday", "on October 27, 2025"),
        ("on Monday", "on 2025-10-27"),
        ("on the 14th", "on October 14"),
        ("late on Monday", "early on Tuesday"),
        ("on Monday night", "in the early hours of Tuesday"),
        ("at 7.30 p.m.", "at 19:30"),
        ("at 7.30 p.m.", "at about 7.50 p.m."),
        ("at 6.10", "shortly after 6 a.m."),
        ("after 9 p.m.", "at 11 p.m."),
        ("at 9 p.m. GMT", "at 4 p.m. EST"),
        ("yesterday", "on Monday"),
    ],
)
def test_dates_and_times_that_agree_are_none(one: str, two: str) -> None:
    assert comparison(FERRY.format(one), FERRY.format(two)).conflicts == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("yesterday", "today"),
        ("yesterday", "on Monday"),
        ("yesterday", "on October 27"),
        ("last night", "on Monday"),
        ("three days ago", "two days ago"),
        ("last month", "in September 2025"),
    ],
)
def test_what_is_said_from_the_report_s_day_is_worked_out(one: str, two: str) -> None:
    assert comparison(FERRY.format(one), FERRY.format(two), TUESDAY, MONDAY).conflicts == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("yesterday", "yesterday"),
        ("yesterday", "on Saturday"),
        ("two days ago", "on October 27"),
        ("last month", "in March 2025"),
    ],
)
def test_days_that_come_out_apart_are_a_conflict(one: str, two: str) -> None:
    [conflict] = comparison(FERRY.format(one), FERRY.format(two), TUESDAY, MONDAY).conflicts
    assert conflict.kind is ConflictKind.DATE


def test_impossible_dates_are_read_without_a_fault() -> None:
    found = comparison(FERRY.format("on February 31"), FERRY.format("today"), "2024-02-29", "not a date")
    assert found.conflicts == ()


def test_post_held_after_it_was_left_is_a_conflict() -> None:
    [conflict] = comparison(
        "Brandt retired from the harbour police of Oldport in October 2017 after 38 years.",
        "Anna Brandt in 2018 when she was an Oldport harbour police officer.",
    ).conflicts
    assert conflict.kind is ConflictKind.DATE
    assert "had ended" in why(conflict)


@pytest.mark.parametrize(
    "other",
    [
        "Anna Brandt in 2015 when she was an Oldport harbour police officer.",
        "Anna Brandt in 2018 when she was a candidate for mayor.",
        "Tom Okonedo in 2018 when he was an Oldport harbour police officer.",
    ],
)
def test_post_held_before_another_post_and_another_person_are_none(other: str) -> None:
    one = "Brandt retired from the harbour police of Oldport in October 2017 after 38 years."
    assert comparison(one, other).conflicts == ()
