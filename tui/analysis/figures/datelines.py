"""The day of a report: that of its dateline, “CORLEN, Oct 6 (Newswire) -”, or of its publication."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.analysis.figures.days import Date
from tui.analysis.figures.written_dates import written_dates
from tui.analysis.text.story import Unit

_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’/ -]{1,40}(?:, [A-Z][\w.'’ ]{1,30}?)??)"
    r"(?:,? (?P<date>[A-Z][A-Za-z]{2,8}\.? \d\d?(?:, \d{4})?|\d\d? [A-Z][A-Za-z]{2,8}\.?(?: \d{4})?))?"
    r"(?P<agency>,? ?(?:\([^()]{2,40}\)|/[A-Z][A-Za-z ]+/))?\s?[-–—]{1,2}\s"
)
_OPENING_PARAGRAPHS = 4  # of an article, among which its dateline stands
_LEAP_YEAR = 2000
_FARTHEST = datetime.timedelta(31)  # of a dateline from the day of publication


@dataclass(frozen=True, slots=True)
class ReportDay:
    """The day on which a report was written; ``year_known`` is False where only the year is not told."""

    day: datetime.date
    year_known: bool = True


def dateline_end(unit: Unit) -> int:
    """Find where the dateline that opens a sentence ends, as an offset in the paragraph; 0 without one."""
    found = _dateline(unit)
    return unit.start + found.end() if found else 0


def report_day(published: str | None, units: Iterable[Unit]) -> ReportDay | None:
    """Work out the day of a report, as far as its ISO date of publication and its sentences tell it."""
    issued = _iso(published)
    for unit in units:
        if unit.paragraph >= _OPENING_PARAGRAPHS:
            break
        found = _dateline(unit)
        if found and found["date"]:
            for date in written_dates(found["date"], 0):
                return _near(date, issued)
    return ReportDay(issued) if issued else None


def in_year(date: Date, today: datetime.date) -> Date:
    """Give a day and month the year that puts it nearest to a day."""
    if date.year or not (date.month and date.day):
        return date
    years = (today.year - 1, today.year, today.year + 1)
    days = [day for year in years if (day := replace(date, year=year).whole) is not None]
    return replace(date, year=min(days, key=lambda day: abs(day - today)).year) if days else date


def _dateline(unit: Unit) -> re.Match[str] | None:
    if unit.start or unit.paragraph >= _OPENING_PARAGRAPHS:
        return None
    found = _DATELINE.match(unit.text)
    telling = found and (found["date"] or found["agency"] or found["place"].isupper())
    return found if telling else None


def _near(date: Date, issued: datetime.date | None) -> ReportDay | None:
    """The day of a dateline, which stands where it is near the day of publication."""
    whole = (in_year(date, issued) if issued else date).whole
    if issued is not None:
        near = whole is not None and abs(whole - issued) <= _FARTHEST
        return ReportDay(whole if near and whole else issued)
    if whole is not None:
        return ReportDay(whole)
    any_year = replace(date, year=_LEAP_YEAR).whole
    return ReportDay(any_year, year_known=False) if any_year else None


def _iso(published: str | None) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day is not None and datetime.MINYEAR < day.year < datetime.MAXYEAR else None
