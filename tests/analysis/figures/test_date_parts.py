from __future__ import annotations

import pytest

from tui.analysis.figures.datelines import report_day
from tui.analysis.figures.dates import find_dates
from tui.analysis.figures.days import Date
from tui.analysis.text.story import Story
from tui.model import Article

PUBLISHED = "2018-10-31"  # a Wednesday
Parts = tuple[int | None, int | None, int | None, int | None]
Ends = tuple[int | None, int | None, int | None]


def dates(text: str, published: str | None) -> list[Date]:
    """The dates of the sentences of an article."""
    units = Story.of([Article("Gazette", (text,))]).units
    report = report_day(published, units)
    return [date for unit in units for date in find_dates(unit, report)]


def parts(text: str, published: str | None) -> list[Parts]:
    """Year, month, day and weekday (from 0, Monday) of the dates of an article."""
    return [(date.year, date.month, date.day, date.weekday) for date in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It sank on Tuesday.", (None, None, None, 1)),
        ("It sank on 5 May 2019.", (2019, 5, 5, None)),
        ("It sank on May 5, 2019.", (2019, 5, 5, None)),
        ("It sank on May 5.", (None, 5, 5, None)),
        ("It sank on Sept. 11.", (None, 9, 11, None)),
        ("It sank on Oct 3rd.", (None, 10, 3, None)),
        ("It sank on the 5th of November.", (None, 11, 5, None)),
        ("It sank on Monday, Dec. 31.", (None, 12, 31, 0)),
        ("It sank on Thursday (Nov. 1).", (None, 11, 1, 3)),
        ("It sank on the 3rd.", (None, None, 3, None)),
        ("It sank in 2017.", (2017, None, None, None)),
        ("It sank in June 2017.", (2017, 6, None, None)),
        ("It sank on 2018-10-03.", (2018, 10, 3, None)),
        ("It sank on 2018/10/03.", (2018, 10, 3, None)),
        ("It sank on 31/10/2018.", (2018, 10, 31, None)),
        ("It sank on 10/31/2018.", (2018, 10, 31, None)),
        ("It sank on 31.10.2018.", (2018, 10, 31, None)),
        ("It sank on 05/05/2018.", (2018, 5, 5, None)),
        ("It sank on the fourth of July.", (None, 7, 4, None)),
        ("It sank on the twenty-first of March 2019.", (2019, 3, 21, None)),
        ("It sank on July fourth.", (None, 7, 4, None)),
        ("It sank on the 4th July 2019.", (2019, 7, 4, None)),
        ("It sank on Tuesday the 4th of July.", (None, 7, 4, 1)),
        ("It sank on 29 February 2020.", (2020, 2, 29, None)),
        ("IT SANK ON MAY 5.", (None, 5, 5, None)),
        ("IT SANK ON 5 MAY 2019 IN OLDPORT.", (2019, 5, 5, None)),
        ("IT SANK ON MONDAY.", (None, None, None, 0)),
        ("It sank in March.", (None, 3, None, None)),
        ("It sank in mid-March.", (None, 3, None, None)),
        ("It sank last May.", (None, 5, None, None)),
        ("It sank on May 4 and 6 people died.", (None, 5, 4, None)),
    ],
)
def test_the_date_of_a_text(text: str, date: Parts) -> None:
    assert parts(text, None) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It sank yesterday.", (2018, 10, 30, None)),
        ("It sank last night.", (2018, 10, 30, None)),
        ("It will sail tomorrow.", (2018, 11, 1, None)),
        ("It sails tonight.", (2018, 10, 31, None)),
        ("It sank three days ago.", (2018, 10, 28, None)),
        ("It sank last month.", (2018, 9, None, None)),
        ("It will sail next year.", (2019, None, None, None)),
        ("It sank on May 5.", (2018, 5, 5, None)),
        ("It sails on Jan. 3.", (2019, 1, 3, None)),
        ("It sank the day before yesterday.", (2018, 10, 29, None)),
        ("It will sail the day after tomorrow.", (2018, 11, 2, None)),
        ("It sank on Tuesday.", (2018, 10, 30, 1)),
        ("It sank on Thursday.", (2018, 10, 25, 3)),
        ("It sank on Wednesday.", (None, None, None, 2)),
        ("It will sail on Tuesday.", (None, None, None, 1)),
        ("The fair opens on Friday.", (None, None, None, 4)),
        ("The vote was scheduled for Friday.", (None, None, None, 4)),
        ("It sank last Friday.", (2018, 10, 26, 4)),
        ("It sank last Monday.", (None, None, None, 0)),
        ("It will sail next Monday.", (2018, 11, 5, 0)),
        ("It will sail next Friday.", (None, None, None, 4)),
        ("CORLEN, Oct 6 (Newswire) - It sank on Tuesday.", (2018, 10, 2, 1)),
        ("CORLEN, Jan 2 (Newswire) - It sank on Tuesday.", (2018, 10, 30, 1)),
    ],
)
def test_the_date_of_a_text_whose_day_is_known(text: str, date: Parts) -> None:
    assert parts(text, PUBLISHED) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "It may sink.",
        "The march began.",
        "It sank in the 1990s.",
        "They met on the 5th floor.",
        "3/5 of it burnt.",
        "It sank on 03/04/2024.",
        "It sank on 30 February.",
        "It sank on April 31, 2019.",
        "It sank on 29 February 2019.",
        "A third of May sales were lost.",
        "This May Be It.",
        "It sank in October and November.",
        "It has version 1.2.2018.",
        "CORLEN, Oct 6 (Newswire) - It sank.",
    ],
)
@pytest.mark.parametrize("published", [None, PUBLISHED])
def test_no_date_in_a_text(text: str, published: str | None) -> None:
    assert parts(text, published) == []


def test_yesterday_is_no_date_where_the_day_of_the_report_is_not_known() -> None:
    assert parts("It sank yesterday.", None) == []


def test_the_night_and_the_early_hours_are_told() -> None:
    unit = Story.of(
        [Article("Gazette", ("Late on Tuesday the old ferry sank, and early on Friday it rose.",))]
    ).units[0]
    assert [(date.late, date.early) for date in find_dates(unit)] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It runs on 4-6 April.", (None, 4, 4), (None, 4, 6)),
        ("It runs from 4 April to 6 April.", (None, 4, 4), (None, 4, 6)),
        ("It runs April 4 to April 6, 2019.", (2019, 4, 4), (2019, 4, 6)),
        ("It runs March 4, 2019 to March 6, 2019.", (2019, 3, 4), (2019, 3, 6)),
        ("It runs on Oct. 6–8.", (None, 10, 6), (None, 10, 8)),
        ("It runs between 4 and 6 April.", (None, 4, 4), (None, 4, 6)),
        ("It runs between April 28 and May 2.", (None, 4, 28), (None, 5, 2)),
        ("It runs from 28 December to 3 January 2019.", (2018, 12, 28), (2019, 1, 3)),
        ("It runs from March to May 2019.", (2019, 3, None), (2019, 5, None)),
    ],
)
def test_the_ends_of_a_range(text: str, first: Ends, last: Ends) -> None:
    [date] = dates(text, None)
    assert date.until is not None
    assert [(d.year, d.month, d.day) for d in (date, date.until)] == [first, last]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It sank last week.", (10, 21), (10, 28)),
        ("It sank this week.", (10, 28), (11, 4)),
        ("It sank a week ago.", (10, 23), (10, 25)),
        ("It sank two weeks ago.", (10, 15), (10, 19)),
    ],
)
def test_the_days_that_may_be_meant(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    [date] = dates(text, PUBLISHED)
    assert date.vague
    assert date.until is not None
    assert [(d.month, d.day) for d in (date, date.until)] == [first, last]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("CORLEN, Oct 6 (Newswire) - It sank yesterday.", (None, 10, 5, None)),
        ("CORLEN, 6 October 2024 – It sank on Friday.", (2024, 10, 4, 4)),
        ("LONDON/PARIS, Jan. 1 (Newswire) -- It sank yesterday.", (None, 12, 31, None)),
        ("OLDPORT, 1 MAY (Newswire) — It sank two days ago.", (None, 4, 29, None)),
        ("CORLEN (Newswire) — It sank on Sunday.", (None, None, None, 6)),
        ("The ferry - the old one - sank on May 5.", (None, 5, 5, None)),
    ],
)
def test_the_dateline_tells_the_day_of_the_report(text: str, date: Parts) -> None:
    assert parts(text, None) == [date]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("It sank on Thursday (Nov. 1).", "Thursday (Nov. 1)"),
        ("It sank on Thursday (Nov. 1, in the rain).", "Nov. 1"),
        ("It sank in late March.", "late March"),
    ],
)
def test_the_text_of_a_date_has_both_brackets_or_none(text: str, cut: str) -> None:
    assert [date.text for date in dates(text, None)] == [cut]
