"""Numbers as statements: how much, of what, in which unit, and how surely (70 or "more than 70" people)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.analysis.figures.bounds import ABOUT, Range, hedge, number_or_range
from tui.analysis.figures.clock import clock_times
from tui.analysis.figures.counted import Counted, counted_by
from tui.analysis.figures.fates import CASUALTIES
from tui.analysis.figures.numerals import SCALE_WORDS, Numeral, NumeralKind, numeral
from tui.analysis.figures.scores import score
from tui.analysis.figures.units import MEASURES, MONEY, unit_of
from tui.analysis.figures.written_dates import written_dates
from tui.analysis.names.name_words import CALENDAR
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import Token, norm_at, token_at

_CLOCK = frozenset("a.m p.m am pm o'clock gmt utc et est edt".split())
_NOT_A_COUNT = frozenset(
    """
    no number section article page route highway flight chapter room apollo type version
    """.split()
)
_RATES = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week",
    "daily": "day", "hourly": "hour", "apiece": "each", "each": "each",
}  # fmt: skip
_PERIODS = frozenset("year month week day hour season share barrel gallon night head person minute".split())
# How much greater, as a ratio, the higher of two values may be for both to hold …
_ROUNDED = 1.03  # … as they stand
_ROUGHLY = 1.12  # … if one is "about", or a share in words
_BOTH_AT_LEAST, _BOTH_AT_LEAST_DEAD = 1.5, 1.1  # … if both are "at least"
_AT_LEAST_AT_MOST = 1.5  # … if the one is "at least" and the other "at most"
_BOUNDED = 2.0  # … if one is "at least" below the other, or "at most" above it


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence.

    ``value`` is in the base unit of ``dimension``; ``top`` is greater than it for a range; ``head`` is the
    stem of what is counted (empty for measures); ``hedge`` is ``""``, ``about``, ``min`` or ``max``.
    ``start`` and ``end`` are offsets in the paragraph, ``first`` and ``last`` (exclusive) places among the
    sentence's tokens; ``face`` is the number as written, ``numeral`` its kind, ``unit`` the stem of its last
    word; ``age`` marks ages, ``other`` "five others", "two more". ``per`` is what a rate is counted for
    ("$5 a year"), ``group`` which of the people with one fate are counted ("five children died"), ``again``
    marks what only repeats the quantity before it in another unit: "58 km (36 miles)".
    """

    value: float
    top: float
    dimension: str
    head: str
    hedge: str
    start: int
    end: int
    first: int
    last: int
    text: str
    face: float
    numeral: NumeralKind
    unit: str
    age: bool
    other: bool
    per: str
    group: str
    again: bool

    @property
    def kind(self) -> tuple[str, str, bool, str]:
        """The things it is a number of; only numbers of one kind can contradict each other."""
        return self.dimension, self.head, self.age, self.per

    def agrees(self, other: Quantity, *, strict: bool = False) -> bool:
        """Whether both can hold: equal after rounding, within a range, or allowed by a hedge.

        ``strict`` is for two wordings that are alike but for the number: there equal hedges excuse nothing.
        """
        low, high = sorted((self, other), key=lambda q: (q.value, q.top))
        if NumeralKind.VAGUE in {low.numeral, high.numeral}:
            return low.top >= high.value or low.hedge == "min"
        if self.dimension in {"ordinal", "score"}:
            return self.value == other.value
        if low.value < 0:
            return self._agrees_below_zero(other, strict=strict)
        if strict and low.top > low.value and high.top > high.value:
            return low.value == high.value and low.top == high.top
        if low.top >= high.value:
            return True
        ratio = high.value / low.top if low.top > 0 else float("inf")
        if ratio <= _ROUNDED and (low.value > 100 or _fewer_decimals(low.value, high.value)):
            return True
        if not strict and self.unit == other.unit and _cut_or_rounded(low.face, high.face):
            return True
        if (low.numeral is NumeralKind.SHARE) != (high.numeral is NumeralKind.SHARE):
            return ratio <= _ROUGHLY
        if strict and self.hedge == other.hedge:
            counted = self.hedge == "about" and self.dimension not in MEASURES  # some 46, close to 50 miners
            rounder = counted and _precision(self.face) != _precision(other.face)
            return rounder and _within_hedges(low, high, ratio)
        return _within_hedges(low, high, ratio)

    def _agrees_below_zero(self, other: Quantity, *, strict: bool) -> bool:
        """Whether both can hold, one below zero: -2.5% is what fell by 2.5%, but minus 5 degrees not 5."""
        if (self.value < 0) != (other.value < 0) and self.dimension in {"degree", "fahrenheit"}:
            return False
        sizes = (
            replace(q, value=abs(q.value), top=max(abs(q.value), q.top), face=abs(q.face))
            for q in (self, other)
        )
        return next(sizes).agrees(next(sizes), strict=strict)


def _within_hedges(low: Quantity, high: Quantity, ratio: float) -> bool:
    """Whether hedges allow that both hold, the higher being ``ratio`` times the top of the lower."""
    hedges = {low.hedge, high.hedge}
    if hedges == {"min"}:
        return ratio <= (_BOTH_AT_LEAST_DEAD if low.dimension in CASUALTIES else _BOTH_AT_LEAST)
    if hedges == {"min", "max"}:
        return ratio <= _AT_LEAST_AT_MOST
    if low.hedge == "min" or high.hedge == "max":
        return ratio <= _BOUNDED
    if "about" in hedges:
        return ratio <= _ROUGHLY and _near(low, high)
    return False


def _near(low: Quantity, high: Quantity) -> bool:
    """Whether the one given as "about" can stand for the other: about 20 for 22, but not about 22 for 23."""
    if low.unit != high.unit:
        return True
    rough = [q.face for q in (low, high) if q.hedge == "about"]
    return any(abs(low.face - high.face) < _precision(face) for face in rough)


def _fewer_decimals(one: float, two: float) -> bool:
    """Whether one is the other with fewer decimals: 3.5 or 4 for 3.52."""
    return any(round(a, places) == b for a, b in ((one, two), (two, one)) for places in (0, 1))


def _cut_or_rounded(one: float, two: float) -> bool:
    """Whether one is the other cut or rounded to two figures or more: 2,800 for 2,891."""
    for rough, exact in ((one, two), (two, one)):
        place = 1.0
        while rough >= 100 * place and rough % (10 * place) == 0:
            place *= 10
        if place > 1 and abs(rough - exact) < place:
            return True
    return False


def _precision(number: float) -> float:
    """The size of the last figure that is not 0, five times that for a 5: 10 for 120, 5 for 15."""
    place = 0.01
    while place < number and round(number / (place * 10), 6).is_integer():
        place *= 10
    return place * 5 if round(number / place) % 5 == 0 else place


def find_quantities(unit: Unit) -> list[Quantity]:
    """Find the quantities of a sentence, left to right.

    Dates, times of day, years and numbers in names are left out, and scores of what nothing tells.
    """
    found: list[Quantity] = []
    place = 0
    while place < len(unit.tokens):
        read = numeral(unit.tokens, place)
        if read is None:
            place += 1
            continue
        quantity = _quantity(unit, place, read, found[-1] if found else None)
        if quantity is not None:
            found.append(quantity)
            place = max(quantity.last, read.after)
        else:
            place = read.after
    return _without_moments(unit, found)


def _without_moments(unit: Unit, found: list[Quantity]) -> list[Quantity]:
    """The quantities that are no part of a date or a time of day: not those of 4 to 6 April and 15h30."""
    if not found:
        return []
    dates, times = written_dates(unit.text, unit.start), clock_times(unit)
    moments = [(date.start, date.end) for date in dates] + [(time.start, time.end) for time in times]
    return [q for q in found if not any(start <= q.start < end for start, end in moments)]


def _quantity(unit: Unit, place: int, read: Numeral, before: Quantity | None) -> Quantity | None:
    """What the number ``read`` at ``place`` says; ``before`` is the quantity before it."""
    tokens = unit.tokens
    scored = score(tokens, place, read)
    if scored is not None:
        span: Range | None = Range(Numeral(scored.value, 1.0, scored.after), scored.value)
        what: Counted | None = Counted("score", scored.after, scored.of)
    elif _in_a_name(tokens, place, read):
        return None
    else:
        span = number_or_range(tokens, place, read)
        what = counted_by(tokens, place, span.low) if span is not None else None
    if span is None or what is None:
        return None
    per, last = _rate(tokens, what)
    first = place - (span.top > span.low.value and norm_at(tokens, place - 1) == "between")
    start, end = tokens[first].start, tokens[last - 1].end
    return Quantity(
        value=span.low.value * what.factor,
        top=span.top * what.factor,
        dimension=what.dimension,
        head=what.head,
        hedge=hedge(tokens, place, span.low.after),
        start=start,
        end=end,
        first=first,
        last=last,
        text=unit.text[start - unit.start : end - unit.start],
        face=span.low.face,
        numeral=span.low.kind,
        unit=_unit(tokens, what, span.low.scale),
        age=what.age,
        other=what.other,
        per=per,
        group=what.group,
        again=_repeats(tokens, place, what, span.low.scale, before),
    )


def _unit(tokens: Sequence[Token], what: Counted, scale: float) -> str:
    """The unit as written, by its stem, or the scale; 50%, 50 percent and half are in one unit."""
    if what.dimension == "percent":
        return "%"
    last = tokens[what.last - 1]
    return f"{scale:g}" if last.is_number or last.norm in SCALE_WORDS else last.stem


def _in_a_name(tokens: Sequence[Token], place: int, read: Numeral) -> bool:
    """Whether a number belongs to a name, a date, a time of day or a score."""
    before, following = token_at(tokens, place - 1), token_at(tokens, read.after)
    digits = tokens[place].is_number or read.currency is not None
    if before is not None:
        if before.end == tokens[place].start and before.text in "-–/:.'’":
            return True
        if before.norm.rstrip(".") in CALENDAR | _NOT_A_COUNT and digits:
            return True
        if before.text == "." and norm_at(tokens, place - 2) in CALENDAR:
            return True
        # Falcon 9, Apollo 11: a number that belongs to a name.
        named = before.is_word and before.is_capitalised and place > 1
        if named and digits and not read.currency and read.value < 100 and unit_of(following) is None:
            return True
    return following is not None and following.norm.rstrip(".") in CALENDAR | _CLOCK


def _rate(tokens: Sequence[Token], what: Counted) -> tuple[str, int]:
    """What a rate is counted for (per season, a year, annually), and the place after it."""
    if what.age or what.dimension == "ordinal":
        return "", what.last
    at = what.last + (norm_at(tokens, what.last) == "-")
    word = norm_at(tokens, at)
    if word in _RATES:
        return _RATES[word], at + 1
    if word in {"a", "an", "per", "each", "every"}:
        after = at + 1 + (norm_at(tokens, at + 1) == "-")
        period = token_at(tokens, after)
        if period is not None and (period.norm in _PERIODS or (word == "per" and period.is_content)):
            return period.norm, after + 1
    return "", what.last


def _repeats(
    tokens: Sequence[Token], place: int, what: Counted, scale: float, before: Quantity | None
) -> bool:
    """Whether a measure in parentheses only repeats the one before it in another unit."""
    at = place - 1
    while at > 0 and tokens[at].text != "(" and tokens[at].norm in ABOUT | {"or", "just", "over", "under"}:
        at -= 1
    measure = what.dimension not in {"count", "ordinal", "age"} and not what.group
    return (
        before is not None
        and measure
        and at > 0
        and tokens[at].text == "("
        and before.last == at
        and before.dimension not in {"count", "ordinal"}
        and (before.unit != _unit(tokens, what, scale) or what.dimension in MONEY)
    )
