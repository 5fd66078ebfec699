"""Dates as they are written out: Sept. 11, 2018, the fourth of July, 4–6 April, in March, 31/10/2018."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping

from tui.analysis.figures.days import Date
from tui.analysis.text.word_classes import MONTHS, ORDINALS, WEEKDAYS

_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
# In capitals too, as all-capital copy has them; in small letters “may” and “march” are other words.
_LONG_MONTHS = "|".join(form for name in MONTHS for form in (name.capitalize(), name.upper()))
_SHORT_MONTHS = "|".join(form for name in _SHORT for form in (name, name.upper()))
_WEEKDAYS = "|".join(form for name in WEEKDAYS for form in (name.capitalize(), name.upper()))
_DAYS = ORDINALS | {
    f"{ten}{joint}{word}": base + number
    for ten, base, last in (("twenty", 20, 9), ("thirty", 30, 1))
    for word, number in ORDINALS.items()
    if number <= last
    for joint in "- "
}
_DAYS["thirtieth"] = 30


def _month(name: str = "month") -> str:
    return rf"(?P<{name}>{_LONG_MONTHS}|(?:{_SHORT_MONTHS})\b\.?)"


def _day(name: str = "day") -> str:
    return rf"(?<![\d.,:/$€£])(?P<{name}>[0-3]?\d)(?:(?i:st|nd|rd|th)\b)?(?![\w%/]|[.:]\d|,\d{{3}}\b)"


_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FIRST_YEAR = r"(?P<first_year>(?:19|20)\d\d)"
_THEN_YEAR = rf"(?:,? {_YEAR}\b)?"
_WEEKDAY = rf"(?P<weekday>{_WEEKDAYS})"
_BEFORE = rf"(?:\b{_WEEKDAY},? \(?)?"
_TO = r"(?:[-–—]| (?:to|till|until|through|TO) )(?:the )?"
_OR_ON = r"(?: ?[-–—] ?| (?:to|till|until|through|TO) )(?:the )?"  # into another month
_LONGEST_FIRST = "|".join(sorted(_DAYS, key=len, reverse=True))
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_YEAR}([-/])(?P<number>[01]\d)\2(?P<day>[0-3]\d)\b",
        rf"(?<![\d/.-])(?P<one>[0-3]?\d)([-/.])(?P<two>[0-3]?\d)\2{_YEAR}\b(?![-/])",
        *(
            rf"{before}\b{dates}\b{_THEN_YEAR}"
            for before, to, on in (
                ("", _TO, _OR_ON),
                ("[Bb]etween (?:the )?", " and (?:the )?", " and (?:the )?"),
            )
            for dates in (
                rf"{_month()} {_day()}(?:, {_FIRST_YEAR})?{on}{_month('last_month')} {_day('last_day')}",
                rf"{_month()} {_day()}{to}{_day('last_day')}",
                rf"{_day()} {_month()}(?: {_FIRST_YEAR})?{on}{_day('last_day')} {_month('last_month')}",
                rf"{_day()}{to}{_day('last_day')}(?: of)? {_month()}",
            )
        ),
        rf"{_BEFORE}\b{_month()} (?:the )?{_day()}{_THEN_YEAR}",
        rf"{_BEFORE}(?:the )?\b{_day()}(?: of)? {_month()}(?:\b|(?<=\.)){_THEN_YEAR}",
        rf"{_BEFORE}\b[Tt]he (?P<ordinal>(?i:{_LONGEST_FIRST})) of {_month()}\b{_THEN_YEAR}",
        rf"\b[Oo]n {_month()} (?:the )?(?P<ordinal>(?i:{_LONGEST_FIRST}))\b{_THEN_YEAR}",
        *(
            rf"\b{opening} {_month()} {to} {_month('last_month')}\b{_THEN_YEAR}"
            for opening, to in (("[Ff]rom", "(?:to|until|through)"), ("[Bb]etween", "and"))
        ),
        rf"\b{_month()},? (?:of )?{_YEAR}\b",
        rf"\b(?:(?:[Ii]n|IN|[Dd]uring)(?: early| late| mid-)? ?|[Ll]ast |this |[Nn]ext ){_month()}\b"
        rf"(?! \d| [A-Z][a-z]| (?:and|or|to|through) (?:{_LONG_MONTHS}))",
        rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring|of|until|by) {_YEAR}\b(?!-)",
        rf"\b[Ff]rom {_WEEKDAY} (?:to|till|until|through) (?P<last_weekday>{_WEEKDAYS})\b",
        rf"\b{_WEEKDAY}\b",
        r"\b[Oo]n the (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?! \w*(?:floor|day|anniversary|of))",
    )
)
_HINT = re.compile(rf"\d|{_LONG_MONTHS}|\b(?:{_SHORT_MONTHS})\b|{_WEEKDAYS}")
_LEADING = re.compile(r"(?:on|in|during|since|of|until|by|from|between) ", re.IGNORECASE)


def written_dates(text: str, offset: int) -> list[Date]:
    """Find the dates written out in a text that starts at ``offset`` in its paragraph."""
    if not _HINT.search(text):
        return []
    taken: list[tuple[int, int]] = []
    found: list[Date] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))  # what is no date as a whole has none in it: 30 February, 03/04/2024
            found += _dates(match, text, offset)
    return found


def _dates(match: re.Match[str], text: str, offset: int) -> Iterator[Date]:
    """The date that a match gives; none if there is no such day or it may be read in two ways."""
    parts = {name: part for name, part in match.groupdict().items() if part}
    year = int(parts["year"]) if "year" in parts else None
    month = _month_number(parts, "month")
    day = _day_number(parts)
    if "number" in parts:
        month = int(parts["number"])
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        if one != two and max(one, two) <= len(MONTHS):
            return
        day, month = (two, one) if two > len(MONTHS) else (one, two)
    weekday = _weekday_number(parts, "weekday")
    last_month = _month_number(parts, "last_month") or month
    last_day = int(parts["last_day"]) if "last_day" in parts else None
    if not (_is_day(year, month, day) and _is_day(year, last_month, last_day)):
        return
    start, end = _stretch(match, text)
    place = offset + start, offset + end, text[start:end]
    until = None
    if {"last_day", "last_month", "last_weekday"} & parts.keys():
        wraps = month is not None and last_month is not None and last_month < month
        first_year = int(parts["first_year"]) if "first_year" in parts else year and year - wraps
        until = Date(year, last_month, last_day, _weekday_number(parts, "last_weekday"), *place)
        year = first_year
    yield Date(year, month, day, weekday, *place, until=until)


def _stretch(match: re.Match[str], text: str) -> tuple[int, int]:
    """Where a date starts and ends: without the words before it, with both brackets or none."""
    start, end = match.span()
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    written = text[start:end]
    if "(" in written and ")" not in written:
        if text[end : end + 1] == ")":
            end += 1
        else:
            start += written.index("(") + 1
    return start, end


def _month_number(parts: Mapping[str, str], name: str) -> int | None:
    short = parts[name][:3].lower() if name in parts else None
    return next((i for i, month in enumerate(MONTHS, 1) if month[:3] == short), None)


def _weekday_number(parts: Mapping[str, str], name: str) -> int | None:
    return WEEKDAYS.index(parts[name].lower()) if name in parts else None


def _day_number(parts: Mapping[str, str]) -> int | None:
    if "ordinal" in parts:
        return _DAYS[parts["ordinal"].lower()]
    return int(parts["day"]) if "day" in parts else None


def _is_day(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether there is such a day; what is not given may be any."""
    if day is None:
        return month is None or 1 <= month <= len(MONTHS)
    if month is not None and not 1 <= month <= len(MONTHS):
        return False
    longest = calendar.monthrange(year or 2000, month)[1] if month else 31  # 2000 was a leap year
    return 1 <= day <= longest
