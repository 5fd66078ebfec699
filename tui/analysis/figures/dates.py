"""Dates in a sentence, as far as they are given; what is said relative to the report's date is worked out."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.analysis.figures.datelines import ReportDay, dateline_end, in_year
from tui.analysis.figures.days import Date
from tui.analysis.figures.relative_dates import relative_dates, worked_out
from tui.analysis.figures.written_dates import written_dates
from tui.analysis.text.story import Unit

_LATE = re.compile(
    r"\b(?:late(?!(?: \w+){0,2} (?:morning|afternoon))|night|evening|overnight|midnight)\b"
    r"|\b(?:[89]|1[01])(?:[:.]\d\d)? ?p\.?m\b",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\b(?:early(?!(?: \w+){0,2} (?:afternoon|evening))|overnight|midnight|before dawn|small hours)\b"
    r"|\b(?:12|[1-5])(?:[:.]\d\d)? ?a\.?m\b",
    re.IGNORECASE,
)
_BY_DAY = re.compile(
    r"\b(?:afternoon|noon|midday|lunchtime)\b"
    r"|\b(?:[7-9]|1[01])(?:[:.]\d\d)? ?a\.?m\b|\b(?:12|[1-5])(?:[:.]\d\d)? ?p\.?m\b",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(since|until|till|through|before|after|by|eve of)\s+(?:the\s+)?$", re.IGNORECASE)
_BESIDE = 18  # characters on either side of a date that may name the part of the day


def find_dates(unit: Unit, report: ReportDay | None = None) -> list[Date]:
    """Find the dates of a sentence, left to right; that of its dateline, which is the report's, is none.

    Args:
        unit: the sentence.
        report: the day of the article; without it, "yesterday" and "last month" are no dates, and a
            day without its year stays so.
    """
    opening = dateline_end(unit)
    found = [date for date in written_dates(unit.text, unit.start) if date.start >= opening]
    if report is not None:
        if report.year_known:
            found = [worked_out(_in_year(date, report), unit, report) for date in found]
        found += relative_dates(unit, report)
    return sorted((_with_surroundings(date, unit) for date in found), key=lambda date: date.start)


def _in_year(date: Date, report: ReportDay) -> Date:
    dated = in_year(date, report.day)
    return replace(dated, until=in_year(date.until, dated.whole or report.day)) if date.until else dated


def _with_surroundings(date: Date, unit: Unit) -> Date:
    start, end = date.start - unit.start, date.end - unit.start
    around = unit.text[max(0, start - _BESIDE) : end + _BESIDE]
    late, early = _LATE.search(around) is not None, _EARLY.search(around) is not None
    by_day = not (late or early) and _BY_DAY.search(around) is not None
    bound = _BOUND.search(unit.text[:start])
    word = bound[1].lower() if bound else ""
    return replace(date, late=late, early=early, daytime=by_day, bound=word)
