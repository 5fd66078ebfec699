"""Dates in a sentence, as far as they are given: year, month, day, weekday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.analysis.story import Unit

_MONTH_NAMES = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:\b{_WEEKDAY},? \(?)?\b{_MONTH} {_DAY}\b(?:,? {_YEAR}\b)?",
        rf"(?:\b{_WEEKDAY},? \(?)?\b{_DAY} {_MONTH}\b(?:,? {_YEAR}\b)?",
        rf"\b{_MONTH},? (?:of )?{_YEAR}\b",
        rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring|of|until|by) {_YEAR}\b(?!-)",
        rf"\b{_WEEKDAY}\b",
    )
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written; what is not given is None. ``weekday`` counts from 0, Monday.

    ``start`` and ``end`` are offsets in the paragraph.
    """

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    start: int
    end: int
    text: str

    def agrees(self, other: Date) -> bool:
        """Whether both can be one day: parts that both give are equal, a weekday fits a full date."""
        for mine, theirs in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if mine is not None and theirs is not None and mine != theirs:
                return False
        one, two = self._day_of_week(), other._day_of_week()
        return one is None or two is None or one == two

    def comparable(self, other: Date) -> bool:
        """Whether both are given so finely, and as alike, that a difference between them means something."""
        return (self.month is None) == (other.month is None) and (self.day is None) == (other.day is None)

    def _day_of_week(self) -> int | None:
        if self.weekday is None and self.year and self.month and self.day:
            try:
                return datetime.date(self.year, self.month, self.day).weekday()
            except ValueError:
                return None
        return self.weekday


def dates(unit: Unit) -> list[Date]:
    """The dates of a sentence, left to right."""
    taken: list[tuple[int, int]] = []
    found = []
    for pattern in _PATTERNS:
        for date, start, end in _matches(pattern, unit):
            if all(end <= a or start >= b for a, b in taken):
                taken.append((start, end))
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def _matches(pattern: re.Pattern[str], unit: Unit) -> Iterator[tuple[Date, int, int]]:
    for match in pattern.finditer(unit.text):
        parts = match.groupdict()
        year, day, weekday = parts.get("year"), parts.get("day"), parts.get("weekday")
        month = parts.get("month")
        number = (
            next(i for i, name in enumerate(_MONTH_NAMES, 1) if name.startswith(month[:3].lower()))
            if month
            else None
        )
        week = (
            next(i for i, name in enumerate(_WEEKDAYS) if name.startswith(weekday.lower()))
            if weekday
            else None
        )
        start = match.start("year") if month is None and year is not None else match.start()
        yield (
            Date(
                int(year) if year else None, number, int(day) if day else None, week,
                unit.start + start, unit.start + match.end(), unit.text[start : match.end()],
            ),
            start,
            match.end(),
        )  # fmt: skip
