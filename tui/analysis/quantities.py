"""Numbers as statements: how much, of what, in which unit, and how surely (70 or "more than 70" people)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.fates import CASUALTIES, fate
from tui.analysis.hedges import ABOUT, hedge, hedge_words_after
from tui.analysis.language import FUNCTION_WORDS, Token
from tui.analysis.names import CALENDAR
from tui.analysis.numerals import Form, Numeral, numeral
from tui.analysis.story import Unit
from tui.analysis.units import unit_of

_MONTHS = CALENDAR | {"sep"}
_CLOCK = frozenset("a.m p.m am pm o'clock gmt utc et est edt".split())
_IRREGULAR_PLURAL = frozenset(
    """
    people men women children police troops personnel dead feet teeth staff fish missing crew
    """.split()
)
_NOT_A_COUNT = frozenset(
    """
    no number section article page route highway flight chapter room apollo type version
    """.split()
)
# What is told apart by its place in a row; a floor or a district with a number is a name.
_ROWS = frozenset(
    """
    summit session meeting anniversary birthday edition term conference congress assembly festival
    championship championships title titles win victory defeat loss goal attempt visit trip participation
    appearance century round straight consecutive successive
    """.split()
)
_HEADCOUNT = {
    "mother": "children", "father": "children", "mom": "children", "mum": "children", "dad": "children",
    "parent": "children", "parents": "children", "family": "member",
}  # fmt: skip
_RATES = {
    "annually": "year", "yearly": "year", "annual": "year", "monthly": "month", "weekly": "week",
    "daily": "day", "hourly": "hour", "apiece": "each", "each": "each",
}  # fmt: skip
_PERIODS = frozenset("year month week day hour season share barrel gallon night head person minute".split())
_LONGEST_NOUN = 6  # tokens after a number that may name what is counted
_OLDEST = 110


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence.

    ``value`` is in the base unit of ``dimension``; ``top`` is greater than it for a range; ``head`` is the
    stem of what is counted (empty for measures); ``hedge`` is ``""``, ``about``, ``min`` or ``max``.
    ``start`` and ``end`` are offsets in the paragraph, ``first`` and ``last`` (exclusive) places among the
    sentence's tokens; ``face`` is the number as written, ``unit`` the stem of its last word; ``other`` marks
    "five others", "two more". ``per`` is what a rate is counted for ("$5 a year"), ``group`` which of the
    people with one fate are counted ("five children died"), ``again`` marks what only repeats the quantity
    before it in another unit: "58 km (36 miles)". ``vague`` marks "dozens", ``share`` "half".
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
    per: str = ""
    group: str = ""
    again: bool = False
    vague: bool = False
    share: bool = False

    @property
    def kind(self) -> tuple[str, str, bool, str]:
        """What it is a number of; only numbers of one kind can contradict each other."""
        return self.dimension, self.head, self.age, self.per

    def agrees(self, other: Quantity, *, strict: bool = False) -> bool:
        """Whether both can hold: equal after rounding, within a range, or allowed by a hedge.

        ``strict`` is for two wordings that are alike but for the number: there equal hedges excuse nothing.
        """
        low, high = sorted((self, other), key=lambda q: (q.value, q.top))
        if low.vague or high.vague:
            return low.top >= high.value or low.hedge == "min"
        if self.dimension == "ordinal":
            return self.value == other.value
        if strict and low.top > low.value and high.top > high.value:
            return low.value == high.value and low.top == high.top
        if low.top >= high.value:
            return True
        ratio = high.value / low.top if low.top > 0 else float("inf")
        if ratio <= 1.03 and (low.value > 100 or _rounded(low.value, high.value)):
            return True
        if not strict and self.unit == other.unit and _rounder(low.face, high.face):
            return True
        if low.share != high.share:
            return ratio <= 1.12
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
            return ratio <= 1.12 and _near(low, high)
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


def _near(low: Quantity, high: Quantity) -> bool:
    """Whether the one given as "about" can stand for the other: about 20 for 22, but not about 22 for 23."""
    if low.unit != high.unit:
        return True
    rough = [q.face for q in (low, high) if q.hedge == "about"]
    return any(abs(low.face - high.face) < _precision(face) for face in rough)


def _precision(face: float) -> float:
    """The size of the last figure that is not 0, five times that for a 5: 10 for 120, 5 for 15."""
    place = 0.01
    while place < face and round(face / (place * 10), 6).is_integer():
        place *= 10
    return place * 5 if round(face / place) % 5 == 0 else place


def quantities(unit: Unit) -> list[Quantity]:
    """The quantities of a sentence, left to right.

    Dates, times of day, years, scores and numbers in names are left out.
    """
    return list(_scan(unit))


def _scan(unit: Unit) -> Iterator[Quantity]:
    tokens = unit.tokens
    place = 0
    before: Quantity | None = None
    while place < len(tokens):
        read = numeral(tokens, place)
        if read is None:
            place += 1
            continue
        found = _complete(unit, place, read, before)
        if found is not None:
            yield found
            before = found
            place = max(found.last, read.after)
        else:
            place = read.after


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a number counts; ``last`` is the place after its last token."""

    dimension: str
    last: int
    head: str = ""
    factor: float = 1.0
    age: bool = False
    other: bool = False
    group: str = ""


def _complete(unit: Unit, place: int, read: Numeral, before: Quantity | None) -> Quantity | None:
    tokens = unit.tokens
    if _in_a_name(tokens, place, read):
        return None
    ranged = _range(tokens, place, read)
    if ranged is None:
        return None
    read, top = ranged
    what = _of_form(tokens, place, read)
    if what is None:
        return None
    per, last = _rate(tokens, what)
    first = place - (top > read.value and _norm(tokens, place - 1) == "between")
    start, end = tokens[first].start, tokens[last - 1].end
    return Quantity(
        value=read.value * what.factor,
        top=top * what.factor,
        dimension=what.dimension,
        head=what.head,
        hedge=hedge(tokens, place, read.after),
        start=start,
        end=end,
        first=first,
        last=last,
        text=unit.text[start - unit.start : end - unit.start],
        face=read.face,
        unit=tokens[what.last - 1].stem,
        age=what.age,
        other=what.other,
        per=per,
        group=what.group,
        again=_repeats(tokens, place, what, before),
        vague=read.form is Form.VAGUE,
        share=read.form is Form.SHARE,
    )


def _at(tokens: Sequence[Token], place: int) -> Token | None:
    return tokens[place] if 0 <= place < len(tokens) else None


def _norm(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].norm if 0 <= place < len(tokens) else ""


def _in_a_name(tokens: Sequence[Token], place: int, read: Numeral) -> bool:
    """Whether a number belongs to a name, a date, a time of day or a score."""
    before, following = _at(tokens, place - 1), _at(tokens, read.after)
    digits = tokens[place].is_number or read.currency is not None
    if before is not None:
        if before.end == tokens[place].start and before.text in "-–/:.'’":
            return True
        if before.norm.rstrip(".") in _MONTHS | _NOT_A_COUNT and digits:
            return True
        if before.text == "." and _norm(tokens, place - 2) in _MONTHS:
            return True
        # Falcon 9, Apollo 11: a number that belongs to a name.
        named = before.is_word and before.is_capitalised and place > 1
        if named and digits and not read.currency and read.value < 100 and unit_of(following) is None:
            return True
    return following is not None and following.norm.rstrip(".") in _MONTHS | _CLOCK


def _range(tokens: Sequence[Token], place: int, read: Numeral) -> tuple[Numeral, float] | None:
    """The number, or the two that make a range, as one, and the upper end; None for a score or a fraction."""
    following = _at(tokens, read.after)
    if following is None:
        return read, read.top
    glued = following.start == tokens[read.after - 1].end
    if following.text in "-–/" and glued and read.after + 1 < len(tokens):
        second = numeral(tokens, read.after + 1)
        if second is None or second.form is not Form.CARDINAL:
            return read, read.top
        beyond = _at(tokens, second.after)
        money = read.currency or second.currency
        if (
            following.text == "/"
            or second.value <= read.value
            or not (unit_of(beyond) or money or _starts_noun(beyond))
        ):
            return None
        return _merged(read, second), second.value
    if _joins(following, _at(tokens, place - 1)):
        skip = read.after + 1 + (_norm(tokens, read.after + 1) in ABOUT)
        second = numeral(tokens, skip) if skip < len(tokens) else None
        if second is not None and second.form is Form.CARDINAL and second.value > read.value:
            return _merged(read, second), second.value
    return read, read.top


def _merged(one: Numeral, two: Numeral) -> Numeral:
    """The lower end of a range, with the scale that only the upper one has: between 5 and 7 million."""
    scale = two.scale if one.scale == 1 and one.face < two.face else one.scale
    return Numeral(one.face, scale, two.after, one.currency or two.currency, one.form)


def _joins(word: Token, before: Token | None) -> bool:
    """Whether a word joins two numbers to a range: 10 to 30, 10 or 12, between 10 and 30."""
    return word.norm in {"to", "or"} or (
        word.norm == "and" and before is not None and before.norm == "between"
    )


def _starts_noun(token: Token | None) -> bool:
    return (
        token is not None and token.is_word and token.text[:1].islower() and token.norm not in FUNCTION_WORDS
    )


def _of_form(tokens: Sequence[Token], place: int, read: Numeral) -> _Counted | None:
    """What is counted, by how the number is given."""
    after = read.after
    if read.form is Form.SHARE:
        return _Counted("percent", after)
    if read.form is Form.ORDINAL:
        return _in_a_row(tokens, after)
    if read.currency == "%":
        points = _norm(tokens, after).startswith("point")
        return _Counted("points", after + 1) if points else _Counted("percent", after)
    if read.currency is not None:
        return _Counted(read.currency, after)
    return (
        _age_in_apposition(tokens, place, read)
        or _headcount(tokens, place, read)
        or _measured(tokens, read)
        or _counted(tokens, place, read)
    )


def _in_a_row(tokens: Sequence[Token], after: int) -> _Counted | None:
    """The 22nd ASEAN-India Summit: what an ordinal numbers, if such things follow each other."""
    for position in range(after, min(after + _LONGEST_NOUN, len(tokens))):
        token = tokens[position]
        if token.norm in _ROWS:
            return _Counted("ordinal", position + 1, token.stem)
        if token.text != "-" and (not token.is_word or token.norm in FUNCTION_WORDS):
            return None
    return None


def _age_in_apposition(tokens: Sequence[Token], place: int, read: Numeral) -> _Counted | None:
    """Anna Brandt, 52, …: an age, ``head`` the last name."""
    before, name, following = _at(tokens, place - 1), _at(tokens, place - 2), _at(tokens, read.after)
    if not (tokens[place].text.isdecimal() and 0 < read.value <= _OLDEST):
        return None
    if before is None or before.text != "," or name is None or not _is_name(name):
        return None
    if following is not None and following.text not in {",", ".", ";", ")", "—", "–"}:
        return None
    return _Counted("age", read.after, name.norm, age=True)


def _is_name(token: Token) -> bool:
    return token.is_word and token.is_capitalised and token.norm not in CALENDAR and not token.is_number


def _headcount(tokens: Sequence[Token], place: int, read: Numeral) -> _Counted | None:
    """A mother of 12, a family of five."""
    whose = _norm(tokens, place - 2)
    if _norm(tokens, place - 1) != "of" or whose not in _HEADCOUNT or unit_of(_at(tokens, read.after)):
        return None
    return None if _starts_noun(_at(tokens, read.after)) else _Counted("count", read.after, _HEADCOUNT[whose])


def _hyphen(tokens: Sequence[Token], after: int) -> bool:
    return _norm(tokens, after) == "-" and tokens[after].start == tokens[after - 1].end


def _measured(tokens: Sequence[Token], read: Numeral) -> _Counted | None:
    """A number with a unit of measure or money after it."""
    hyphen = _hyphen(tokens, read.after)
    at = read.after + hyphen
    if _norm(tokens, at) == "per" and _norm(tokens, at + 1) == "cent":
        return _Counted("percent", at + 2)
    if _norm(tokens, at) == "square":
        side = at + (2 if _norm(tokens, at + 1) == "-" else 1)
        known = unit_of(_at(tokens, side))
        if known is not None and known[0] == "length":
            return _Counted("surface", side + 1, factor=known[1] ** 2)
    known = unit_of(_at(tokens, at))
    if known is None:
        return _foreign_money(tokens, at)
    dimension, factor = known
    if dimension == "percent" and _norm(tokens, at + 1).startswith("point"):
        return _Counted("points", at + 2)
    if tokens[at].norm.startswith("year"):
        if hyphen and _norm(tokens, at + 1) == "-" and _norm(tokens, at + 2).startswith("old"):
            return _aged(tokens, at + 3, factor)
        if _norm(tokens, at + 1) == "old":
            return _Counted(dimension, at + 1, factor=factor, age=True)
    return _Counted(dimension, at + 1, factor=factor)


def _aged(tokens: Sequence[Token], last: int, factor: float) -> _Counted:
    """The age of a 52-year-old, with the last name if it follows: 52-year-old Anna Brandt."""
    end = last
    while end < len(tokens) and _is_name(tokens[end]) and end - last < _LONGEST_NOUN:
        end += 1
    if end - last > 1:
        return _Counted("age", last, tokens[end - 1].norm, age=True)
    return _Counted("time", last, factor=factor, age=True)


def _foreign_money(tokens: Sequence[Token], at: int) -> _Counted | None:
    """Egyptian pounds, U.S. dollars."""
    token = _at(tokens, at)
    if token is not None and token.is_capitalised and _norm(tokens, at + 1) in {"pounds", "dollars"}:
        return _Counted(_norm(tokens, at + 1)[:-1], at + 2)
    return None


def _counted(tokens: Sequence[Token], place: int, read: Numeral) -> _Counted | None:
    """A number with the noun of what is counted after it."""
    after = read.after + hedge_words_after(tokens, read.after)
    hyphen = _hyphen(tokens, after)
    glued = (
        after < len(tokens) and tokens[after].text in "-–/:." and tokens[after].start == tokens[after - 1].end
    )
    year = 1900 <= read.value <= 2100 and read.value.is_integer() and "," not in tokens[place].text
    if (year and tokens[place].is_number) or (glued and not hyphen):
        return None
    run, other = _noun(tokens, after + hyphen, hyphen)
    if not hyphen and any(t.norm in {"toll", "tolls"} for t in tokens[max(0, place - 7) : place]):
        return _Counted("dead", after, other=other)
    if not run:
        return None
    head = run[-1]
    plural = tokens[head].norm in _IRREGULAR_PLURAL or tokens[head].norm.endswith("s")
    if read.value != 1 and not plural and not hyphen:
        head = run[0]
    became = fate(tokens, place, head)
    if became is not None:
        return _Counted(became[0], head + 1, other=other, group=became[1])
    return _Counted("count", head + 1, tokens[head].stem, other=other)


def _noun(tokens: Sequence[Token], at: int, hyphen: bool) -> tuple[list[int], bool]:
    """The places of the words from a number to its noun, and whether it counts others or more of them."""
    run: list[int] = []
    other = False
    for position in range(at, min(at + _LONGEST_NOUN, len(tokens))):
        token = tokens[position]
        if token.text == "-":
            continue
        if not token.is_word or (token.is_number and not run):
            break
        if token.norm in {"other", "more", "additional", "others", "further"}:
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
    return run, other


def _rate(tokens: Sequence[Token], what: _Counted) -> tuple[str, int]:
    """What a rate is counted for (per season, a year, annually), and the place after it."""
    if what.age or what.dimension == "ordinal":
        return "", what.last
    at = what.last + (_norm(tokens, what.last) == "-")
    word, following = _norm(tokens, at), _at(tokens, at + 1 + (_norm(tokens, at + 1) == "-"))
    if word in _RATES and word != "annual":
        return _RATES[word], at + 1
    if word in {"a", "an", "per", "each", "every"} and following is not None:
        period = following.norm
        if period in _PERIODS or (word == "per" and following.is_content):
            return period, at + 2 + (_norm(tokens, at + 1) == "-")
    return "", what.last


def _repeats(tokens: Sequence[Token], place: int, what: _Counted, before: Quantity | None) -> bool:
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
        and before.unit != tokens[what.last - 1].stem
    )
