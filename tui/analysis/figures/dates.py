"""Dates in a sentence, as far as they are given; what is said relative to the report's date is worked out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.analysis.text.story import Unit
from tui.analysis.text.word_classes import CARDINALS, MONTHS, WEEKDAYS

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
        rf"\b{_YEAR}-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"(?:\b{_WEEKDAY},? \(?)?\b{_MONTH} {_DAY}\b(?:,? {_YEAR}\b)?",
        rf"(?:\b{_WEEKDAY},? \(?)?\b{_DAY}(?: of)? {_MONTH}\b(?:,? {_YEAR}\b)?",
        rf"\b{_MONTH},? (?:of )?{_YEAR}\b",
        rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring|of|until|by) {_YEAR}\b(?!-)",
        rf"\b{_WEEKDAY}\b",
        r"\b[Oo]n the (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?! \w*(?:floor|day|anniversary|of))",
    )
)
_DAYS_AGO = {"a": 1} | {word: number for word, number in CARDINALS.items() if 2 <= number <= 10}
_RELATIVE = re.compile(
    r"\b(?:(?P<today>today|tonight|this (?:morning|afternoon|evening))|(?P<yesterday>yesterday|last night)"
    rf"|(?P<tomorrow>tomorrow)|(?P<ago>\d\d?|{'|'.join(_DAYS_AGO)}) days? ago"
    r"|(?P<which>last|this|next) (?P<period>month|year))\b",
    re.IGNORECASE,
)
_LATE = re.compile(r"\b(?:late|night|evening|overnight|midnight)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:early|overnight|midnight|before dawn|small hours|a\.m\.)(?:\W|$)", re.IGNORECASE)
_BESIDE = 18  # characters on either side of a date that may name the part of the day


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is known; what is not known is None. ``weekday`` counts from 0, Monday.

    ``start`` and ``end`` are offsets in the paragraph. ``late`` and ``early`` mark the night after the day
    and the hours before its morning, which reports put on either day.
    """

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    start: int
    end: int
    text: str
    late: bool = False
    early: bool = False

    def agrees(self, other: Date) -> bool:
        """Whether both can be one day: parts that both give are equal, a weekday fits a full date.

        The night of one day agrees with the early hours of the next.
        """
        for mine, theirs in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if mine is not None and theirs is not None and mine != theirs:
                return self._one_night(other)
        one, two = self._day_of_week(), other._day_of_week()
        return one is None or two is None or one == two or self._one_night(other)

    def comparable(self, other: Date) -> bool:
        """Whether both are given so finely, and as alike, that a difference between them means something."""
        if (self.month is None) == (other.month is None) and (self.day is None) == (other.day is None):
            return True
        days = self.day is not None and other.day is not None
        return days or (self._day_of_week() is not None and other._day_of_week() is not None)

    def _one_night(self, other: Date) -> bool:
        """Whether one is the night of a day and the other the early hours of the day after."""
        for before, after in ((self, other), (other, self)):
            if not (before.late or after.early):
                continue
            whole = before._whole(), after._whole()
            if whole[0] and whole[1]:
                return whole[1] - whole[0] == datetime.timedelta(1)
            first, second = before._day_of_week(), after._day_of_week()
            if first is not None and second is not None and (second - first) % 7 == 1:
                return True
            if before.day is not None and (before.month, before.day + 1) == (after.month, after.day):
                return True
        return False

    def _whole(self) -> datetime.date | None:
        if not (self.year and self.month and self.day):
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None

    def _day_of_week(self) -> int | None:
        whole = self._whole()
        return whole.weekday() if self.weekday is None and whole else self.weekday


def find_dates(unit: Unit, published: str | None = None) -> list[Date]:
    """Find the dates of a sentence, left to right.

    Args:
        unit: the sentence.
        published: the ISO date of the article; without it, "yesterday" and "last month" are no dates, and a
            day without its year stays so.
    """
    today = _iso(published)
    taken: list[tuple[int, int]] = []
    found = []
    for pattern in _PATTERNS:
        for date in _matches(pattern, unit):
            if all(date.end <= a or date.start >= b for a, b in taken):
                taken.append((date.start, date.end))
                found.append(_in_year(date, today))
    if today is not None:
        found += _relative(unit, today)
    return sorted((_with_part_of_day(date, unit) for date in found), key=lambda date: date.start)


def _iso(published: str | None) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day is not None and datetime.MINYEAR < day.year < datetime.MAXYEAR else None


def _matches(pattern: re.Pattern[str], unit: Unit) -> Iterator[Date]:
    for match in pattern.finditer(unit.text):
        parts = match.groupdict()
        year, day, weekday, month = (parts.get(name) for name in ("year", "day", "weekday", "month"))
        number = int(parts["number"]) if parts.get("number") else None
        if month:
            number = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month[:3].lower()))
        week = (
            next(i for i, name in enumerate(WEEKDAYS) if name.startswith(weekday.lower()))
            if weekday
            else None
        )
        start = match.start("year") if number is None and year is not None else match.start()
        yield Date(
            year=int(year) if year else None,
            month=number,
            day=int(day) if day else None,
            weekday=week,
            start=unit.start + start,
            end=unit.start + match.end(),
            text=unit.text[start : match.end()],
        )


def _in_year(date: Date, today: datetime.date | None) -> Date:
    """A day and month with the year that puts it nearest to the report's date."""
    if today is None or date.year or not (date.month and date.day):
        return date
    years = (today.year - 1, today.year, today.year + 1)
    days = [day for year in years if (day := replace(date, year=year)._whole()) is not None]
    return replace(date, year=min(days, key=lambda day: abs(day - today)).year) if days else date


def _relative(unit: Unit, today: datetime.date) -> Iterator[Date]:
    """Yesterday, two days ago, last month, worked out from the day of the report."""
    for match in _RELATIVE.finditer(unit.text):
        place = unit.start + match.start(), unit.start + match.end(), match[0]
        if match["period"]:
            shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
            month = today.month + shift if match["period"].lower() == "month" else None
            year = today.year + ((month - 1) // 12 if month is not None else shift)
            yield Date(year, (month - 1) % 12 + 1 if month is not None else None, None, None, *place)
            continue
        days = 0
        if match["ago"]:
            ago = match["ago"].lower()
            days = -(int(ago) if ago.isdecimal() else _DAYS_AGO[ago])
        elif match["yesterday"] or match["tomorrow"]:
            days = -1 if match["yesterday"] else 1
        day = today + datetime.timedelta(days)
        yield Date(day.year, day.month, day.day, None, *place)


def _with_part_of_day(date: Date, unit: Unit) -> Date:
    start, end = date.start - unit.start, date.end - unit.start
    around = unit.text[max(0, start - _BESIDE) : end + _BESIDE]
    return replace(date, late=_LATE.search(around) is not None, early=_EARLY.search(around) is not None)
