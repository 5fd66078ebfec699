"""Times of day in a sentence: 7.30 p.m., shortly after nine o'clock, noon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tui.analysis.figures.time_zones import LONG_ZONES, ZONES, differences
from tui.analysis.text.story import Unit
from tui.analysis.text.word_classes import CARDINALS

_HALF_DAY = 12 * 60
_DAY = 2 * _HALF_DAY
_WORDS = {word: number for word, number in CARDINALS.items() if 1 <= number <= 12}
_HOUR = rf"(?P<hour>\d\d?|{'|'.join(_WORDS)})"
_NAME = r"(?P<name>noon|midday|midnight)"
_PARTS = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_PART = rf"(?:{'|'.join(sorted(_PARTS, key=len, reverse=True))})"
_BEFORE = (
    r"(?:(?P<hedge>(?:just|shortly|soon|minutes|moments|a little) (?:before|after)|about|around|approximately"
    r"|roughly|nearly|almost|before|after|until|since|by)\s+)?"
)
_ZONE = rf"(?:,?\s+\(?(?P<zone>{ZONES})\b)?"
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
_WHEN = (
    r"(?P<when>,?\s+(?:(?:in|on|of) (?:the |\w+day )?|this |last |\w+day )?"
    r"(?:morning|afternoon|evening|night)\b)"
)
_MINUTE = r"[.:](?P<minute>[0-5]\d)"
_PATTERNS = tuple(
    re.compile(rf"(?<![\d.:$€£]){before}{time}{_ZONE}", re.IGNORECASE)
    for before, time in (
        (_BEFORE, rf"\b{_HOUR}(?:{_MINUTE})?\s?{_HALF}"),
        *(
            (
                before,
                rf"(?P<part>{_PART})(?: minutes)? (?P<side>{side}) (?:{_HOUR}|{_NAME})\b(?![-,.:]?\d|%)"
                rf"(?:(?: |-)o['’]clock)?{_WHEN}?",
            )
            for before, side in ((rf"{_BEFORE}\b", "past"), (rf"\bat (?:a )?{_BEFORE}(?:a )?", "to"))
        ),
        (_BEFORE, rf"\b{_HOUR}(?: |-)o['’]clock{_WHEN}?"),
        (_BEFORE, rf"\b{_NAME}\b"),
        (_BEFORE, rf"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)\b{_WHEN}"),
        (_BEFORE, rf"\b(?P<hour>[01]?\d|2[0-3]){_MINUTE}\b(?=\s+\(?(?:{ZONES})\b)"),
        (rf"\bat {_BEFORE}", rf"(?P<hour>1[0-2]|[1-9]|{'|'.join(_WORDS)}){_WHEN}"),
        (_BEFORE, r"\b(?P<hour>[01]?\d|2[0-3])(?P<all_day>\s?h\s?)(?P<minute>[0-5]\d)\b"),
        (
            _BEFORE,
            rf"\b(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)(?P<all_day>)"
            rf"(?: hours\b| hrs\b|h\b|(?=\s+\(?(?:{LONG_ZONES})\b))",
        ),
        (
            rf"\bat {_BEFORE}",
            rf"(?P<hour>[012]?\d){_MINUTE}\b(?!\s?(?:%|per|[mb]illion|points|met|mile|second)){_WHEN}?",
        ),
    )
)
_SIDES = {"after": "after", "since": "after", "before": "before", "until": "before", "by": "before"}
_HINT = re.compile(
    rf"(?:\d|\b)[ap]\.?\s?m\b|clock|noon|midday|midnight|\d[.:h][0-5]\d|\d\d (?:hours|hrs|{ZONES})\b|\d\d\dh"
    r"|(?:quarter|half|five|ten|twenty|minutes) (?:past|to) "
    r"|\bat \w+,? (?:\w+ ){0,2}(?:morning|afternoon|evening|night)",
    re.IGNORECASE,
)
_ENDS_A_RANGE = re.compile(rf"(?:\b\d\d?|\b(?:{'|'.join(_WORDS)}))(?:[-–]| (?:to|and|or) )$", re.IGNORECASE)
_EXACT, _ROUGHLY = 10, 45  # minutes by which two reports of one time may differ


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day: ``minutes`` after midnight, or after noon or midnight where ``half_known`` is False.

    ``hedge`` is ``""``, ``about``, ``after`` or ``before``, and ``soon`` says that it is shortly after or
    before; ``zone`` as written. ``start`` and ``end`` are offsets in the paragraph.
    """

    minutes: int
    half_known: bool
    hedge: str
    zone: str
    start: int
    end: int
    text: str
    soon: bool = False

    def agrees(self, other: ClockTime) -> bool:
        """Whether both can be one time, by their hedges, zones and the minutes by which reports differ."""
        return any(self._agrees(other, ahead) for ahead in differences(self.zone, other.zone))

    def comparable(self, other: ClockTime) -> bool:
        """Whether a difference means something: it does not where the zone of one alone is known."""
        return bool(differences(self.zone, other.zone))

    def _agrees(self, other: ClockTime, ahead: int) -> bool:
        """Whether both can be one time where one's clock is some minutes ahead of the other's."""
        later = other.minutes + ahead - self.minutes
        for bound, time, late in ((self, other, later), (other, self, -later)):
            if bound.hedge in {"after", "before"}:
                if time.hedge == bound.hedge and not (bound.soon and time.soon):
                    return True
                if bound.soon:
                    return _within(late if bound.hedge == "after" else -late, bound, time)
                if not (bound.half_known and time.half_known) or ahead:
                    return True
                return late >= -_ROUGHLY if bound.hedge == "after" else late <= _ROUGHLY
        return abs(_around(later, self, other)) <= (_ROUGHLY if self.hedge or other.hedge else _EXACT)


def _within(late: int, bound: ClockTime, time: ClockTime) -> bool:
    """Whether a time can be what is told as shortly after (or before) one it is ``late`` minutes after."""
    least = -_ROUGHLY if time.hedge else -_EXACT
    return least <= _around(late, bound, time) <= _ROUGHLY


def _around(minutes: int, one: ClockTime, two: ClockTime) -> int:
    """The minutes between two times, the shorter way around the clock."""
    circle = _DAY if one.half_known and two.half_known else _HALF_DAY
    return (minutes + circle // 2) % circle - circle // 2


def clock_times(unit: Unit) -> list[ClockTime]:
    """Find the times of day of a sentence, left to right."""
    if not _HINT.search(unit.text):  # the patterns themselves take long to fail
        return []
    found: list[ClockTime] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(unit.text):
            if _ENDS_A_RANGE.search(unit.text[: match.start()]):
                continue  # between 2 and 3 p.m. is neither
            time = _time(match, unit.start)
            if time is not None and all(time.end <= o.start or time.start >= o.end for o in found):
                found.append(time)
    return sorted(found, key=lambda time: time.start)


def _time(match: re.Match[str], offset: int) -> ClockTime | None:
    parts = {name: part.lower() for name, part in match.groupdict().items() if part is not None}
    hedge = parts.get("hedge", "")
    last = hedge.split()[-1] if hedge else ""
    side = _SIDES.get(last, "about" if hedge else "")
    minutes = _minutes(parts)
    if minutes is None:
        return None
    place = offset + match.start(), offset + match.end(), match[0]
    zone = parts.get("zone", "")
    return ClockTime(minutes, _half_known(parts), side, zone, *place, soon=" " in hedge and bool(side))


def _minutes(parts: Mapping[str, str]) -> int | None:
    """The minutes after midnight, or after noon or midnight where the half of the day is not told."""
    minute = int(parts.get("minute", 0))
    if "part" in parts:
        minute = _PARTS[parts["part"]] * (1 if parts["side"] == "past" else -1)
    if "name" in parts:
        return (minute + (0 if parts["name"] == "midnight" else _HALF_DAY)) % _DAY
    half, when = parts.get("half", ""), parts.get("when", "")
    hour = _WORDS.get(parts["hour"]) or int(parts["hour"])
    if hour > 23 or (hour > 12 and half):
        return None
    if (half or when) and hour <= 12:
        later = half.startswith("p") or when.endswith(("afternoon", "evening"))
        # At night it is eleven before midnight and two after it.
        later |= when.endswith("night") and 5 <= hour < 12
        hour = hour % 12 + 12 * later
    return (60 * hour + minute) % _DAY


def _half_known(parts: Mapping[str, str]) -> bool:
    if parts.keys() & {"name", "half", "when"}:
        return True
    hour = parts["hour"]
    # With four digits before a zone, or an "h", all hours of the day are counted.
    return hour.isdecimal() and (int(hour) > 12 or hour.startswith("0") or "all_day" in parts)
