"""Numbers as statements: how much, of what, in which unit, and how surely (70 or "more than 70" people)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.language import FUNCTION_WORDS, Token
from tui.analysis.story import Unit

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {w: float(n) for n, w in enumerate(_ONES)} | {w: 20.0 + 10 * n for n, w in enumerate(_TENS)}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "lakh": 1e5, "crore": 1e7, "bn": 1e9, "tn": 1e12, "mn": 1e6, "m": 1e6, "k": 1e3, "b": 1e9,
}  # fmt: skip
CASUALTIES = frozenset({"dead", "hurt"})
_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}
_MILE, _FOOT, _POUND, _MONTH, _YEAR = 1609.344, 0.3048, 0.45359237, 30.44, 365.25
# Unit word: dimension and how many of its base unit (metre, kilogram, day, km/h) it is.
_UNITS: dict[str, tuple[str, float]] = {
    "%": ("percent", 1), "percent": ("percent", 1), "pct": ("percent", 1), "dollar": ("dollar", 1),
    "cent": ("dollar", 0.01), "euro": ("euro", 1), "pound": ("pound", 1), "yen": ("yen", 1),
    "rupee": ("rupee", 1), "yuan": ("yuan", 1), "peso": ("peso", 1), "franc": ("franc", 1),
    "ruble": ("ruble", 1), "metre": ("length", 1), "meter": ("length", 1), "km": ("length", 1000),
    "kilometre": ("length", 1000), "kilometer": ("length", 1000), "mile": ("length", _MILE),
    "foot": ("length", _FOOT), "feet": ("length", _FOOT), "ft": ("length", _FOOT),
    "inch": ("length", 0.0254), "yard": ("length", 0.9144), "cm": ("length", 0.01), "kg": ("weight", 1),
    "kilogram": ("weight", 1), "kilo": ("weight", 1), "ton": ("weight", 1000), "tonne": ("weight", 1000),
    "ounce": ("weight", 0.02835), "gram": ("weight", 0.001), "second": ("time", 1 / 86400),
    "minute": ("time", 1 / 1440), "hour": ("time", 1 / 24), "day": ("time", 1), "week": ("time", 7),
    "month": ("time", _MONTH), "year": ("time", _YEAR), "decade": ("time", 10 * _YEAR),
    "mph": ("speed", 1.609344), "kph": ("speed", 1), "degree": ("degree", 1), "acre": ("area", 1),
    "hectare": ("area", 2.47105), "barrel": ("barrel", 1), "time": ("factor", 1), "fold": ("factor", 1),
}  # fmt: skip
_ABOUT = frozenset(
    """
    about around roughly approximately some nearly almost estimated circa approx close
    """.split()
)
_MANY_WORDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("more", "than"), "min"), (("at", "least"), "min"), (("no", "fewer", "than"), "min"),
    (("over",), "min"), (("upwards", "of"), "min"), (("exceeding",), "min"),
    (("no", "less", "than"), "min"), (("above",), "min"), (("less", "than"), "max"),
    (("fewer", "than"), "max"), (("up", "to"), "max"), (("as", "many", "as"), "max"),
    (("as", "much", "as"), "max"), (("at", "most"), "max"), (("no", "more", "than"), "max"),
    (("under",), "max"), (("below",), "max"),
)  # fmt: skip
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_IRREGULAR_PLURAL = frozenset(
    """
    people men women children police troops personnel dead feet teeth staff fish
    """.split()
)
_PERSONS = frozenset(
    """
    people person men man women woman child children victims victim others civilians soldiers passengers
    protesters students residents workers officers patients migrants girls boys members lives
    """.split()
)
_DEAD = frozenset("kill die dead death fatal deadli slain perish life".split())
_HURT = frozenset("injur wound hurt injuri casualti".split())
_DIGITS = re.compile(r"^[$€£¥₹]?(\d[\d,]*(?:\.\d+)?)(%|st|nd|rd|th|s|m|bn|k)?$", re.IGNORECASE)
_NOT_A_COUNT = frozenset(
    """
    no number section article page route highway flight chapter room apollo type version
    """.split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence.

    ``value`` is in the base unit of ``dimension``; ``top`` is greater than it for a range; ``head`` is the
    stem of what is counted (empty for measures); ``hedge`` is ``""``, ``about``, ``min`` or ``max``.
    ``start`` and ``end`` are offsets in the paragraph, ``first`` and ``last`` (exclusive) places among the
    sentence's tokens; ``face`` is the number as written,
    ``unit`` the stem of its last word; ``other`` marks "five others", "two more".
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
    unit: str = ""
    age: bool = False
    other: bool = False

    def agrees(self, other: Quantity, *, strict: bool = False) -> bool:
        """Whether both can hold: equal after rounding, within a range, or allowed by a hedge.

        ``strict`` is for two wordings that are alike but for the number: there equal hedges excuse nothing.
        """
        low, high = sorted((self, other), key=lambda q: (q.value, q.top))
        if strict and (low.top > low.value or high.top > high.value):
            return low.value == high.value and low.top == high.top
        if low.top >= high.value:
            return True
        ratio = high.value / low.top if low.top > 0 else float("inf")
        if ratio <= 1.03 and (low.value > 100 or _rounded(low.value, high.value)):
            return True
        if not strict and self.unit == other.unit and _rounder(low.face, high.face):
            return True
        if strict and self.hedge == other.hedge:
            return False
        if low.hedge == "min" and high.hedge != "max":
            both = 1.1 if self.dimension in CASUALTIES else 1.5
            return ratio <= (both if high.hedge == "min" else 2.0)
        if high.hedge == "max" and low.hedge != "min":
            return ratio <= 2.0
        if "min" in {low.hedge, high.hedge} and "max" in {low.hedge, high.hedge}:
            return ratio <= 1.5
        if "about" in {low.hedge, high.hedge}:
            return ratio <= 1.12
        return False


def _rounded(one: float, two: float) -> bool:
    """Whether one is the other with fewer decimals."""
    return any(round(a, places) == b for a, b in ((one, two), (two, one)) for places in (0, 1))


def _rounder(one: float, two: float) -> bool:
    """Whether one is the other cut or rounded to two figures or more: 2,800 for 2,891."""
    for rough, exact in ((one, two), (two, one)):
        place = 1.0
        while rough >= 100 * place and rough % (10 * place) == 0:
            place *= 10
        if place > 1 and abs(rough - exact) < place:
            return True
    return False


def quantities(unit: Unit) -> list[Quantity]:
    """The quantities of a sentence, left to right.

    Dates, times of day, years, scores and numbers in names are left out.
    """
    return list(_scan(unit))


def _scan(unit: Unit) -> Iterator[Quantity]:
    tokens = unit.tokens
    place = 0
    while place < len(tokens):
        read = _number(tokens, place)
        if read is None:
            place += 1
            continue
        value, after, currency = read
        found = _complete(unit, place, after, value, currency)
        if found is not None:
            yield found
            place = max(found.last, after)
        else:
            place = after


def _number(tokens: Sequence[Token], place: int) -> tuple[float, int, str | None] | None:
    """The number that starts at a token: value, the token after it, and its currency."""
    token = tokens[place]
    currency = None
    if token.text in _CURRENCY and place + 1 < len(tokens) and tokens[place + 1].is_number:
        currency, place = _CURRENCY[token.text], place + 1
        token = tokens[place]
    match = _DIGITS.match(token.text)
    if match:
        if match[2] and match[2].lower() in {"st", "nd", "rd", "th", "s"}:
            return None
        currency = _CURRENCY.get(token.text[0], currency)
        value = float(match[1].replace(",", ""))
        value *= _SCALES.get((match[2] or "").lower(), 1.0)
        after = place + 1
        if token.text.endswith("%"):
            return value, after, "%"
        if currency and after < len(tokens) and tokens[after].norm in _SCALES:
            return value * _SCALES[tokens[after].norm], after + 1, currency
    else:
        spelled = _spelled(tokens, place)
        if spelled is None:
            return None
        value, after = spelled
    if (
        after + 2 < len(tokens)
        and tokens[after + 1].text == "/"
        and tokens[after].is_number
        and tokens[after + 2].is_number
    ):
        parts = tokens[after].text, tokens[after + 2].text  # 4 1/2
        if parts[0].isdecimal() and parts[1].isdecimal() and int(parts[1]) > int(parts[0]):
            value, after = value + int(parts[0]) / int(parts[1]), after + 3
    while after < len(tokens) and tokens[after].norm in _SCALES and len(tokens[after].norm) > 2:
        value, after = value * _SCALES[tokens[after].norm], after + 1
    if (
        after + 1 < len(tokens)
        and tokens[after].text == "-"
        and tokens[after + 1].norm in _SCALES
        and len(tokens[after + 1].norm) > 2
    ):
        value, after = value * _SCALES[tokens[after + 1].norm], after + 2
    return value, after, currency


def _spelled(tokens: Sequence[Token], place: int) -> tuple[float, int] | None:
    word = tokens[place].norm
    following = tokens[place + 1].norm if place + 1 < len(tokens) else ""
    if word in {"a", "an"} and following in {"dozen", "hundred", "thousand", "million", "billion"}:
        return 1.0, place + 1
    if word == "dozens" or word not in _WORDS:
        return None
    value, after = _WORDS[word], place + 1
    if (
        word in _TENS
        and after + 1 < len(tokens)
        and tokens[after].text == "-"
        and 0 < _WORDS.get(tokens[after + 1].norm, 0) < 10
    ):
        value, after = value + _WORDS[tokens[after + 1].norm], after + 2
    return value, after


def _complete(unit: Unit, place: int, after: int, value: float, currency: str | None) -> Quantity | None:
    tokens = unit.tokens
    before = tokens[place - 1] if place else None
    following = tokens[after] if after < len(tokens) else None
    digits = tokens[place].is_number or tokens[place].text in _CURRENCY
    joined = following is not None and following.text in "-–/:." and following.start == tokens[after - 1].end
    if before is not None:
        glued = before.end == tokens[place].start
        if glued and before.text in "-–/:.'’":
            return None
        if before.norm.rstrip(".") in _MONTHS | _NOT_A_COUNT and digits:
            return None
        if before.text == "." and place > 1 and tokens[place - 2].norm in _MONTHS:
            return None
        # Falcon 9, Apollo 11: a number that belongs to a name.
        named = before.is_word and before.is_capitalised and place > 1
        if named and digits and not currency and value < 100 and _unit(following) is None:
            return None
    if following is not None and following.norm.rstrip(".") in _MONTHS | {
        "a.m",
        "p.m",
        "am",
        "pm",
        "o'clock",
        "gmt",
        "et",
    }:
        return None
    top = value
    if joined and following is not None and following.text in "-–/" and after + 1 < len(tokens):
        second = _number(tokens, after + 1)
        if second is not None:
            beyond = tokens[second[1]] if second[1] < len(tokens) else None
            if (
                following.text == "/"
                or second[0] <= value
                or not (_unit(beyond) or currency or _starts_noun(beyond))
            ):
                return None  # a score, a fraction or a date
            top, after = second[0], second[1]
            following = beyond
            joined = False
    elif following is not None and _joins(following, before) and after + 1 < len(tokens):
        skip = after + 1 + (tokens[after + 1].norm in _ABOUT)
        second = _number(tokens, skip) if skip < len(tokens) else None
        if second is not None and second[0] > value:
            top, after = second[0], second[1]
            following = tokens[after] if after < len(tokens) else None
    dimension, head, factor, last, age, other = _counted(tokens, place, after, value, currency, joined)
    if dimension is None:
        return None
    start, end = tokens[place].start, tokens[last - 1].end
    return Quantity(
        value * factor, top * factor, dimension, head, _hedge(tokens, place), start, end, place, last,
        unit.text[start - unit.start : end - unit.start], value, tokens[last - 1].stem, age, other,
    )  # fmt: skip


def _joins(word: Token, before: Token | None) -> bool:
    """Whether a word joins two numbers to a range: 10 to 30, 10 or 12, between 10 and 30."""
    return word.norm in {"to", "or"} or (
        word.norm == "and" and before is not None and before.norm == "between"
    )


def _unit(token: Token | None) -> tuple[str, float] | None:
    if token is None:
        return None
    norm = token.norm
    return (
        _UNITS.get(norm)
        or (_UNITS.get(norm[:-1]) if norm.endswith("s") else None)
        or (_UNITS.get(norm[:-2]) if norm.endswith("es") else None)
    )


def _starts_noun(token: Token | None) -> bool:
    return (
        token is not None and token.is_word and token.text[:1].islower() and token.norm not in FUNCTION_WORDS
    )


def _counted(
    tokens: Sequence[Token], place: int, after: int, value: float, currency: str | None, joined: bool
) -> tuple[str | None, str, float, int, bool, bool]:
    """What is counted: dimension, stem of the noun, factor to the base unit, end token, age?, "other"?"""
    nothing = (None, "", 1.0, after, False, False)
    if currency == "%":
        return "percent", "", 1.0, after, False, False
    if currency is not None:
        return currency, "", 1.0, after, False, False
    hyphen = joined and tokens[after].text == "-"
    at = after + 1 if hyphen else after
    if at >= len(tokens):
        return nothing
    if tokens[at].norm == "per" and at + 1 < len(tokens) and tokens[at + 1].norm == "cent":
        return "percent", "", 1.0, at + 2, False, False
    if tokens[at].norm == "square" and at + 1 < len(tokens):
        side = at + (2 if tokens[at + 1].text == "-" else 1)
        known = _unit(tokens[side]) if side < len(tokens) else None
        if known is not None and known[0] == "length":
            return "surface", "", known[1] ** 2, side + 1, False, False
    known = _unit(tokens[at])
    if known is not None:
        age = (
            hyphen
            and at + 2 < len(tokens)
            and tokens[at + 1].text == "-"
            and tokens[at + 2].norm.startswith("old")
        ) or (at + 1 < len(tokens) and tokens[at].norm.startswith("year") and tokens[at + 1].norm == "old")
        # A percentage point, a light year and the like are other units.
        if known[0] == "percent" and at + 1 < len(tokens) and tokens[at + 1].norm.startswith("point"):
            return "points", "", 1.0, at + 2, False, False
        return known[0], "", known[1], at + (3 if age and hyphen else 1), age, False
    if (
        1900 <= value <= 2100
        and value == int(value)
        and tokens[place].is_number
        and "," not in tokens[place].text
    ):
        return nothing  # a year
    if joined and not hyphen:
        return nothing
    if at + 1 < len(tokens) and tokens[at].is_capitalised and tokens[at + 1].norm in {"pounds", "dollars"}:
        return tokens[at + 1].norm[:-1], "", 1.0, at + 2, False, False  # Egyptian pounds
    run: list[int] = []
    other = False
    for position in range(at, min(at + 6, len(tokens))):
        token = tokens[position]
        if token.text == "-":
            continue
        if not token.is_word or (token.is_number and run == []):
            break
        if token.norm in {"other", "more", "additional", "others"}:
            other = True
            if token.norm != "others":
                continue
        if token.norm in FUNCTION_WORDS:
            break
        run.append(position)
        plural = token.norm in _IRREGULAR_PLURAL or (
            token.norm.endswith("s") and not token.norm.endswith(("ss", "us", "'s"))
        )
        if plural or hyphen:
            break
    if not hyphen and any(t.norm in {"toll", "tolls"} for t in tokens[max(0, place - 7) : place]):
        return "dead", "", 1.0, after, False, other
    if not run:
        return nothing
    head = run[-1]
    plural_head = tokens[head].norm in _IRREGULAR_PLURAL or tokens[head].norm.endswith("s")
    if value != 1 and not plural_head and not hyphen:
        head = run[0]
    kind = _casualty(tokens, place, head)
    if kind is not None:
        return kind, "", 1.0, head + 1, False, other
    return "count", tokens[head].stem, 1.0, head + 1, False, other


def _casualty(tokens: Sequence[Token], place: int, head: int) -> str | None:
    """``dead`` or ``hurt`` for a count of people of whom that is said nearby."""
    noun = tokens[head]
    if noun.stem in _DEAD:
        return "dead"
    if noun.stem in _HURT:
        return "hurt"
    if noun.norm not in _PERSONS:
        return None
    for position in (*range(head + 1, min(head + 5, len(tokens))), *range(place - 1, max(-1, place - 5), -1)):
        if tokens[position].text in ";,":
            if position > head:
                continue
            break
        if tokens[position].stem in _DEAD:
            return "dead"
        if tokens[position].stem in _HURT:
            return "hurt"
    return None


def _hedge(tokens: Sequence[Token], place: int) -> str:
    before = tuple(t.norm for t in tokens[max(0, place - 4) : place])
    for words, hedge in sorted(_MANY_WORDS, key=lambda entry: -len(entry[0])):
        if before[-len(words) :] == words or (
            before[-len(words) - 1 : -1] == words and before[-1:] in {("a",), ("about",), ("the",)}
        ):
            return hedge
    return "about" if set(before[-2:]) & _ABOUT else ""
