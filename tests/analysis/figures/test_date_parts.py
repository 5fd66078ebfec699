from __future__ import annotations

import pytest

from tui.analysis.figures.datelines import report_day
from tui.analysis.figures.dates import find_dates
from tui.analysis.text.story import Story
from tui.model import Article

PUBLISHED = "2018-10-31"  # a Wednesday
Parts = tuple[int | None, int | None, int | None, int | None]


def parts(text: str, published: str | None) -> list[Parts]:
    """Year, month, day and weekday (from 0, Monday) of the dates of a sentence."""
    unit = Story.of([Article("Gazette", (text,))]).units[0]
    return [
        (date.year, date.month, date.day, date.weekday)
        for date in find_dates(unit, report_day(published, ()))
    ]


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
