from __future__ import annotations

import pytest

from tui.analysis.figures.clock import clock_times
from tui.analysis.text.story import Story
from tui.model import Article


def times(text: str) -> list[tuple[str, bool, str, str]]:
    """The times of day of a sentence, whether the half of the day is known, the hedge and the zone."""
    unit = Story.of([Article("Gazette", (text,))]).units[0]
    return [
        (f"{time.minutes // 60:02}:{time.minutes % 60:02}", time.half_known, time.hedge, time.zone)
        for time in clock_times(unit)
    ]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 5 p.m.", ("17:00", True, "", "")),
        ("at 5:30 pm", ("17:30", True, "", "")),
        ("at 8pm", ("20:00", True, "", "")),
        ("at 17:30", ("17:30", True, "", "")),
        ("at 06:05", ("06:05", True, "", "")),
        ("at 6:30", ("06:30", False, "", "")),
        ("at 12:15 a.m.", ("00:15", True, "", "")),
        ("at 12 p.m.", ("12:00", True, "", "")),
        ("at 7.30 a.m. GMT", ("07:30", True, "", "gmt")),
        ("before 6 a.m. EST", ("06:00", True, "before", "est")),
        ("by 10 am", ("10:00", True, "before", "")),
        ("about noon", ("12:00", True, "about", "")),
        ("shortly after midnight", ("00:00", True, "after", "")),
        ("just before 5pm", ("17:00", True, "before", "")),
        ("at 1500 GMT", ("15:00", True, "", "gmt")),
        ("at 15.30 GMT", ("15:30", True, "", "gmt")),
        ("at 0630 hours", ("06:30", True, "", "")),
        ("1730h", ("17:30", True, "", "")),
        ("at 15h30", ("15:30", True, "", "")),
        ("10 a.m. EST", ("10:00", True, "", "est")),
        ("at half past three", ("03:30", False, "", "")),
        ("half past three in the afternoon", ("15:30", True, "", "")),
        ("half past midnight", ("00:30", True, "", "")),
        ("a quarter past 9", ("09:15", False, "", "")),
        ("at a quarter to nine", ("08:45", False, "", "")),
        ("twenty minutes past five", ("05:20", False, "", "")),
        ("3:30 in the afternoon", ("15:30", True, "", "")),
        ("at 7:45 last night", ("19:45", True, "", "")),
        ("at 8.15 on Monday evening", ("20:15", True, "", "")),
        ("at 7 in the morning", ("07:00", True, "", "")),
        ("at 2 o’clock in the night", ("02:00", True, "", "")),
        ("at nine o’clock", ("09:00", False, "", "")),
        ("nine o'clock in the evening", ("21:00", True, "", "")),
    ],
)
def test_the_time_of_a_text(text: str, time: tuple[str, bool, str, str]) -> None:
    assert times(text) == [time]


def test_several_times_stand_in_order() -> None:
    assert [time for time, *_ in times("from 9 a.m. to 5 p.m.")] == ["09:00", "17:00"]


@pytest.mark.parametrize(
    "text",
    [
        "at 25:10",
        "at 13 p.m.",
        "a 3.5 mile run",
        "at 9.30 percent",
        "the 11th hour",
        "it won 3.10 points",
        "$5 pm",
        "they voted ten to six",
        "it killed 5 last night",
        "it won 3.10 on Monday night",
        "2000 MT of rice",
        "1,500 GMT",
        "between 2 and 3 p.m.",
        "a quarter to 3 million",
        "at 24:00",
    ],
)
def test_no_time_in_a_text(text: str) -> None:
    assert times(text) == []
