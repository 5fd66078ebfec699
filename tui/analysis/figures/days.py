"""A date as far as a text gives it, and whether two of them can be one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is known; what is not known is None. ``weekday`` counts from 0, Monday.

    ``start`` and ``end`` are offsets in the paragraph. ``until`` is the last day, or month, of a range; any
    day of it may be meant where it is ``vague`` ("last week"). ``late`` and ``early`` mark the night after
    the day and the hours before its morning, which reports put on either day, ``daytime`` the hours between.
    ``derived`` marks a day that is worked out from its weekday; ``bound`` is the word that makes it the end
    of a time, such as "since" or "until".
    """

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    start: int
    end: int
    text: str
    until: Date | None = None
    vague: bool = False
    late: bool = False
    early: bool = False
    daytime: bool = False
    derived: bool = False
    bound: str = ""

    @property
    def whole(self) -> datetime.date | None:
        """The day in the calendar, if it is known and there is such a day."""
        if not (self.year and self.month and self.day):
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None

    def agrees(self, other: Date) -> bool:
        """Whether both can be one day: parts that both give are equal, a weekday fits a full date.

        The night of one day agrees with the early hours of the next, a range with its days.
        """
        readings = product(self._readings(), other._readings())
        return any(one._fits(two) for one, two in readings) or self._one_night(other)

    def comparable(self, other: Date) -> bool:
        """Whether both are given so finely, and as alike, that a difference between them means something."""
        if (self.month is None) == (other.month is None) and (self.day is None) == (other.day is None):
            return True
        if self.month and other.month and not (self.derived or other.derived):
            return self.month != other.month
        days = self.day is not None and other.day is not None
        return days or (self._day_of_week() is not None and other._day_of_week() is not None)

    def _readings(self) -> Iterator[Date]:
        """The day itself; of one worked out as past also the day a week on, if that was not meant."""
        yield self
        if self.derived and self.whole:
            later = self.whole + datetime.timedelta(7)
            yield replace(self, year=later.year, month=later.month, day=later.day)

    def _fits(self, other: Date) -> bool:
        if self.until and other.until and not (self.vague or other.vague):
            return self._has_parts_of(other) and self.until._has_parts_of(other.until)
        if self.until or other.until:
            return _overlap((self, self.until or self), (other, other.until or other))
        return self._has_parts_of(other)

    def _has_parts_of(self, other: Date) -> bool:
        if self.derived and other.derived:
            return self.weekday == other.weekday  # which week is meant is not said
        for mine, theirs in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if mine is not None and theirs is not None and mine != theirs:
                return False
        one, two = self._day_of_week(), other._day_of_week()
        return one is None or two is None or one == two

    def _one_night(self, other: Date) -> bool:
        """Whether one is the night of a day and the other the early hours of the day after."""
        if self.until or other.until:
            return False
        for before, after in ((self, other), (other, self)):
            # A time of day on either side that is not in the night tells two happenings apart.
            not_late = (before.daytime or before.early) and not before.late
            not_early = (after.daytime or after.late) and not after.early
            if not_late or not_early or not (before.late or after.early):
                continue
            whole = before.whole, after.whole
            if whole[0] and whole[1]:
                return whole[1] - whole[0] == datetime.timedelta(1)
            first, second = before._day_of_week(), after._day_of_week()
            if first is not None and second is not None and (second - first) % 7 == 1:
                return True
            if before.day is not None and (before.month, before.day + 1) == (after.month, after.day):
                return True
        return False

    def _day_of_week(self) -> int | None:
        whole = self.whole
        return whole.weekday() if self.weekday is None and whole else self.weekday


def _overlap(one: tuple[Date, Date], two: tuple[Date, Date]) -> bool:
    """Whether two ranges may have a day in common, as far as they are given."""
    dates = [*one, *two]
    places = (
        _all([(day.toordinal(),) if (day := date.whole) else None for date in dates])
        or _all([(date.month, date.day) if date.month and date.day else None for date in dates])
        or _all([(date.month,) if date.month else None for date in dates])
        or _all([(date.day,) if date.day and not date.month else None for date in dates])
        or _all([(date.weekday,) if date.weekday is not None else None for date in dates])
    )
    if places is None or places[0] > places[1] or places[2] > places[3]:
        return True
    return places[0] <= places[3] and places[2] <= places[1]


def _all(places: Sequence[tuple[int, ...] | None]) -> list[tuple[int, ...]] | None:
    known = [place for place in places if place is not None]
    return known if len(known) == len(places) else None
