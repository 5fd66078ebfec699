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
        ("on the fourth of July", "on 5 July"),
        ("on 4-6 April", "on 4-8 April"),
        ("on 4-6 April", "on 7 April"),
        ("until 6 April", "until 4 April"),
        ("in March", "in May"),
        ("in March", "on 4 April"),
        ("from March to May", "in July"),
        ("from Monday to Wednesday", "on Friday"),
        ("on MAY 5", "on May 6"),
        ("on 31/10/2018", "on 30 October 2018"),
        ("late on Thursday", "on Friday afternoon"),
        ("on Thursday afternoon", "early on Friday"),
        ("on Thursday night", "on Friday night"),
        ("late on Thursday afternoon", "early on Friday afternoon"),
        ("early on Thursday", "early on Friday"),
        ("at 1500 GMT", "at 5 p.m. GMT"),
        ("at 3 p.m. GMT", "at 3 p.m. EST"),
        ("at half past three", "at half past five"),
        ("at 15h30", "at 17h30"),
        ("at 7:45 last night", "at 10.15 p.m."),
        ("shortly after 3 p.m.", "at 2.15 p.m."),
        ("shortly after 3 p.m.", "at 5 p.m."),
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
        ("on the fourth of July", "on July 4"),
        ("on 4-6 April", "from April 4 to April 6"),
        ("on 4-6 April", "on 5 April"),
        ("on 4-6 April", "in April"),
        ("on 4-6 April 2024", "on Friday"),
        ("on Dec 30 to Jan 2", "on January 1"),
        ("from March to May", "in April"),
        ("from Monday to Wednesday", "on Tuesday"),
        ("in March", "on 4 March"),
        ("in March", "on Friday"),
        ("on Thursday (Nov. 1)", "on Nov. 1"),
        ("on 31/10/2018", "on October 31, 2018"),
        ("on 03/04/2024", "on 3 April 2024"),
        ("on 03/04/2024", "on March 4, 2024"),
        ("on 30 February", "on 2 March"),
        ("late on Thursday", "on Friday"),
        ("on Thursday evening", "overnight on Friday"),
        ("on Thursday night", "on Friday at 2 a.m."),
        ("on Tuesday at 11 p.m. EST", "on Wednesday at 4 a.m. GMT"),
        ("at 1500 GMT", "at 3 p.m. GMT"),
        ("at 3 p.m. GMT", "at 11 a.m. EDT"),
        ("at 10 a.m. ET", "at 1500 GMT"),
        ("at 10 a.m. EST", "at 10 a.m. EDT"),
        ("at 3 p.m. GMT", "at 10 a.m."),
        ("at 10 a.m. (1500 GMT)", "at 3 p.m. GMT"),
        ("at half past three", "at 3.30 p.m."),
        ("at 15h30", "at 3:30 in the afternoon"),
        ("at 7:45 last night", "at 7.45 p.m."),
        ("shortly after 3 p.m.", "at 3.10 p.m."),
        ("just after midnight", "at 12.20 a.m."),
        ("shortly before midnight", "at 11.50 p.m."),
        ("between 2 and 3 p.m.", "at 2 p.m."),
        ("since Monday", "on Tuesday"),
        ("until 6 April", "on 4 April"),
        ("on the eve of Friday", "on Thursday"),
        ("from the 4th to the 6th of April", "on 5 April"),
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
        ("the day before yesterday", "on October 26"),
        ("last week", "on October 21"),
        ("last week", "a week ago"),
        ("last week", "on Tuesday"),
        ("earlier this week", "on Monday"),
        ("a week ago", "on October 21"),
        ("on Monday", "on the 27th"),
        ("on Friday", "on October 31"),
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
        ("the day before yesterday", "on October 25"),
        ("last week", "on October 27"),
        ("a week ago", "yesterday"),
        ("on Monday", "on October 20"),
        ("on Monday", "on the 24th"),
    ],
)
def test_days_that_come_out_apart_are_a_conflict(one: str, two: str) -> None:
    [conflict] = comparison(FERRY.format(one), FERRY.format(two), TUESDAY, MONDAY).conflicts
    assert conflict.kind is ConflictKind.DATE


WIRE = """OLDPORT{} A fire gutted a floor of a warehouse at Oldport docks on {} and hurt {}, police said.

Workers had tested the sprinklers of the building in {}, a spokeswoman for the docks said."""
UNDATED, SIXTH, SEVENTH = " (Newswire) —", ", Oct 6 (Newswire) -", ", Oct 7 (Newswire) -"


@pytest.mark.parametrize(
    ("one", "two", "kinds"),
    [
        ((SIXTH, "Sunday", "23 people", "May"), (UNDATED, "Monday", "23 people", "May"), ["date"]),
        ((UNDATED, "Sunday", "23 people", "May"), (UNDATED, "Monday", "23 people", "May"), ["date"]),
        (
            (UNDATED, "Sunday", "23 people", "May"),
            (UNDATED, "Monday", "32 people", "May"),
            ["date", "number"],
        ),
        ((UNDATED, "Sunday", "23 people", "May"), (UNDATED, "Monday", "32 people", "vain"), ["number"]),
        ((SIXTH, "Sunday", "23 people", "May"), (SEVENTH, "Monday", "32 people", "May"), ["number"]),
        ((SIXTH, "Sunday", "23 people", "May"), (SEVENTH, "Sunday", "23 people", "May"), []),
    ],
)
def test_the_day_of_one_wire_report_that_two_sources_edited(
    one: tuple[str, ...], two: tuple[str, ...], kinds: list[str]
) -> None:
    articles = [
        Article(name, tuple(WIRE.format(*parts).split("\n\n")))
        for name, parts in zip("ab", (one, two), strict=True)
    ]
    assert [conflict.kind.value for conflict in compare(articles).conflicts] == kinds


def test_daily_reports_of_different_days_are_none() -> None:
    text = "The {} index of thirty shares fell {} percent on {} in busy trading after a weak opening."
    one, two = text.format("Oldport", "1.2", "Monday"), text.format("Oldport", "2.6", "Tuesday")
    found = comparison(one, two, TUESDAY, "2025-10-29").conflicts
    assert [conflict for conflict in found if conflict.kind is ConflictKind.DATE] == []


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
