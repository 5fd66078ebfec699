"""Times of day in a sentence: 7.30 p.m., shortly after nine o'clock, noon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.analysis.text.story import Unit
from tui.analysis.text.word_classes import CARDINALS

_HALF_DAY = 12 * 60
_DAY = 2 * _HALF_DAY
_WORDS = {word: number for word, number in CARDINALS.items() if 1 <= number <= 12}
_HOUR = rf"(?P<hour>\d\d?|{'|'.join(_WORDS)})"
_BEFORE = (
    r"(?P<hedge>(?:just|shortly|soon|minutes|a little) (?:before|after)|about|around|approximately|roughly"
    r"|nearly|almost|before|after|until|since|by)\s+"
)
_ZONE = r"(?:\s+\(?(?P<zone>GMT|UTC|BST|CET|[ECMP][SD]?T|local time)\b)?"
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
_PATTERNS = tuple(
    re.compile(rf"(?<![\d.:$€£]){before}{time}{_ZONE}", re.IGNORECASE)
    for before, time in (
        (rf"(?:{_BEFORE})?", rf"\b{_HOUR}(?:[.:](?P<minute>[0-5]\d))?\s?{_HALF}"),
        (
            rf"(?:{_BEFORE})?",
            rf"\b{_HOUR}(?: |-)o['’]clock"
            r"(?P<when>(?: in the| on \w+)? (?:morning|afternoon|evening|night))?",
        ),
        (rf"(?:{_BEFORE})?", r"\b(?P<name>noon|midday|midnight)\b"),
        (
            rf"\bat (?:{_BEFORE})?",
            r"(?P<hour>[012]?\d)[.:](?P<minute>[0-5]\d)\b(?!\s?(?:%|per|[mb]illion|points|met|mile|second))",
        ),
    )
)
_HINT = re.compile(r"(?:\d|\b)[ap]\.?\s?m\b|clock|noon|midday|midnight|\d[.:][0-5]\d", re.IGNORECASE)
_EXACT, _ROUGHLY = 10, 45  # minutes by which two reports of one time may differ


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day: ``minutes`` after midnight, or after noon or midnight where ``half_known`` is False.

    ``hedge`` is ``""``, ``about``, ``after`` or ``before``; ``zone`` as written. ``start`` and ``end`` are
    offsets in the paragraph.
    """

    minutes: int
    half_known: bool
    hedge: str
    zone: str
    start: int
    end: int
    text: str

    def agrees(self, other: ClockTime) -> bool:
        """Whether both can be one time, by their hedges and the minutes by which reports differ."""
        for bound, time in ((self, other), (other, self)):
            if bound.hedge in {"after", "before"}:
                if not (bound.half_known and time.half_known) or time.hedge == bound.hedge:
                    return True
                late = time.minutes - bound.minutes
                return late >= -_ROUGHLY if bound.hedge == "after" else late <= _ROUGHLY
        circle = _DAY if self.half_known and other.half_known else _HALF_DAY
        apart = abs(self.minutes - other.minutes) % circle
        return min(apart, circle - apart) <= (_ROUGHLY if self.hedge or other.hedge else _EXACT)

    def comparable(self, other: ClockTime) -> bool:
        """Whether a difference means something: it does not between two time zones."""
        return not (self.zone and other.zone and self.zone != other.zone)


def clock_times(unit: Unit) -> list[ClockTime]:
    """Find the times of day of a sentence, left to right."""
    if not _HINT.search(unit.text):  # the patterns themselves take long to fail
        return []
    found: list[ClockTime] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(unit.text):
            time = _time(match, unit.start)
            if time is not None and all(time.end <= o.start or time.start >= o.end for o in found):
                found.append(time)
    return sorted(found, key=lambda time: time.start)


def _time(match: re.Match[str], offset: int) -> ClockTime | None:
    parts = match.groupdict()
    half = (parts.get("half") or "").lower()
    when = (parts.get("when") or "").lower()
    known = True
    if parts.get("name"):
        minutes = 0 if parts["name"].lower() == "midnight" else _HALF_DAY
    else:
        word = parts["hour"].lower()
        hour = _WORDS.get(word) or int(word)
        if hour > 23 or (hour > 12 and half):
            return None
        known = bool(half or when or hour > 12 or word.startswith("0"))
        evening = half.startswith("p") or when.endswith(("afternoon", "evening", "night"))
        minutes = (hour % 12 if half or when else hour) * 60 + int(parts.get("minute") or 0)
        minutes += _HALF_DAY if evening else 0
    hedge = (match["hedge"] or "").lower()
    if hedge in {"after", "since"}:
        hedge = "after"
    elif hedge in {"before", "until", "by"}:
        hedge = "before"
    elif hedge:
        hedge = "about"
    zone = (match["zone"] or "").lower()
    return ClockTime(minutes, known, hedge, zone, offset + match.start(), offset + match.end(), match[0])
