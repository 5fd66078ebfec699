"""Dates told from the day of the report: yesterday, a week ago, last month, Tuesday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from tui.analysis.figures.datelines import ReportDay
from tui.analysis.figures.days import Date
from tui.analysis.text.story import Unit
from tui.analysis.text.word_classes import CARDINALS

_DAYS = {"a": 1} | {word: number for word, number in CARDINALS.items() if 2 <= number <= 10}
_WEEKS = {"a": 1, "one": 1, "two": 2, "three": 3}
_RELATIVE = re.compile(
    r"\b(?:(?P<day>(?:the )?day before yesterday|(?:the )?day after tomorrow|today|tonight"
    r"|this (?:morning|afternoon|evening)|yesterday|last night|tomorrow)"
    rf"|(?P<ago>\d\d?|{'|'.join(_DAYS)}) days? ago"
    rf"|(?P<weeks>{'|'.join(_WEEKS)}) weeks? ago(?! (?:on|today|yesterday|[MTWFS]\w+day))"
    r"|(?P<which>last|this|next) (?P<period>week|month|year))\b(?! before last| after next)",
    re.IGNORECASE,
)
_SHIFTS = {
    "day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "day after tomorrow": 2,
}  # fmt: skip
_WHICH = {"last": -1, "this": 0, "next": 1}
_WEEK = datetime.timedelta(7)
_BEFORE_WEEKDAY = re.compile(r"\b(last|next|this|past|every|each|by|until|from|for)\s+$", re.IGNORECASE)
_YET_TO_COME = re.compile(
    r"\b(?:will|would|shall|may|might|can|could|should|must|next|coming|upcoming|going to|to be|set to"
    r"|set for|due|plan(?:s|ned)?|scheduled|expected|slated|ahead|tomorrow|usually|every|is to|are to|was to"
    r"|were to)\b|['’]ll\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|took|went|came|fell|sank|rose|struck|broke|left|met|won|lost|began|shot|held|hit|made"
    r"|gave|saw|found|fled|flew|drove|ran|brought|caught|led|sent|spoke|stood|wrote|became|grew|threw|tore|burst"
    r"|(?!(?:hundred|need|indeed|speed|exceed|proceed|feed)\b)[a-z]{2,}ed)\b"
)


def relative_dates(unit: Unit, report: ReportDay) -> Iterator[Date]:
    """Find what is told from the day of the report, as the dates that come out."""
    for match in _RELATIVE.finditer(unit.text):
        place = unit.start + match.start(), unit.start + match.end(), match[0]
        date = _period(match, report, place) if match["period"] else _day(match, report, place)
        if date is not None:
            yield date if report.year_known else _without_year(date)


def worked_out(date: Date, unit: Unit, report: ReportDay) -> Date:
    """Work out the day that a weekday alone names: the last one before a report of what is over."""
    if date.weekday is None or date.day or date.month or date.year or date.until or not report.year_known:
        return date
    ago = (report.day.weekday() - date.weekday) % 7
    before = _BEFORE_WEEKDAY.search(unit.text[: date.start - unit.start])
    which = before[1].lower() if before else ""
    if which in {"last", "next"}:
        # Last Friday, of a week whose Friday is past, is of this week or the one before.
        passed = report.day.weekday() > date.weekday
        if ago and passed == (which == "last"):
            return date
        day = (
            report.day - datetime.timedelta(ago or 7)
            if which == "last"
            else report.day + _WEEK - datetime.timedelta(ago)
        )
    elif which or _YET_TO_COME.search(unit.text) or not _PAST.search(unit.text):
        return date
    elif not ago:
        return date  # today, or a week ago
    else:
        day = report.day - datetime.timedelta(ago)
    return replace(date, year=day.year, month=day.month, day=day.day, derived=True)


def _day(match: re.Match[str], report: ReportDay, place: tuple[int, int, str]) -> Date:
    if match["weeks"]:
        weeks = _WEEKS[match["weeks"].lower()]
        day, around = (
            report.day - weeks * _WEEK,
            datetime.timedelta(weeks),
        )  # a day or so either way for a week
        return _vague(day - around, day + around, place)
    days = _SHIFTS.get((match["day"] or "").lower().removeprefix("the "), 0)
    if match["ago"]:
        ago = match["ago"].lower()
        days = -(int(ago) if ago.isdecimal() else _DAYS[ago])
    day = report.day + datetime.timedelta(days)
    return Date(day.year, day.month, day.day, None, *place)


def _period(match: re.Match[str], report: ReportDay, place: tuple[int, int, str]) -> Date | None:
    period, shift, today = match["period"].lower(), _WHICH[match["which"].lower()], report.day
    if period == "week":
        monday = today - datetime.timedelta(today.weekday()) + shift * _WEEK
        return _vague(
            monday - datetime.timedelta(1), monday + datetime.timedelta(6), place
        )  # from either's Sunday
    if period == "month":
        months = 12 * today.year + today.month - 1 + shift
        return Date(months // 12, months % 12 + 1, None, None, *place)
    return Date(today.year + shift, None, None, None, *place) if report.year_known else None


def _vague(first: datetime.date, last: datetime.date, place: tuple[int, int, str]) -> Date:
    until = Date(last.year, last.month, last.day, None, *place)
    return Date(first.year, first.month, first.day, None, *place, until=until, vague=True)


def _without_year(date: Date) -> Date:
    return replace(date, year=None, until=date.until and replace(date.until, year=None))
