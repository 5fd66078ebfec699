"""The things that a number counts or measures: people by their fate, a sum of money, an age, miles …."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.analysis.figures.bounds import hedge_words_after, starts_noun
from tui.analysis.figures.fates import fate, fate_alone
from tui.analysis.figures.numerals import Numeral, NumeralKind, numeral
from tui.analysis.figures.units import DAYS_A_YEAR, Measure, unit_of
from tui.analysis.names.name_words import CALENDAR
from tui.analysis.text.tokens import FUNCTION_WORDS, Token, norm_at, token_at
from tui.analysis.text.word_classes import CARDINALS, PREPOSITIONS

_IRREGULAR_PLURAL = frozenset(
    """
    people men women children police troops personnel dead feet teeth staff fish missing crew
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
    "grandmother": "grandchildren", "grandfather": "grandchildren", "parent": "children",
    "parents": "children", "family": "member",
}  # fmt: skip
_OTHERS = frozenset("other more additional others further".split())
_GLUE = "-–/"  # written together with a number, these make a score, a span or a time of it
_TOLL = 7  # tokens before a number in which "toll" makes it one of the dead
_LONGEST_NOUN = 6  # tokens after a number that may name what is counted
_OLDEST_AGE = 110
_ENDS = frozenset(", . ; ) — –".split())  # what may follow an age
_GOES_ON = _ENDS | frozenset("and when who on in".split())  # … that a verb gives
_TO = frozenset("to or - –".split())  # aged 12 to 15
_VERBS_IN_S = frozenset("dies says lives works tells faces wins gets goes wants hopes has is was".split())
_TEMPERATURES = {"C": "degree", "F": "fahrenheit"}
_SCALES = frozenset("c f celsius fahrenheit".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """The things that a number counts.

    ``last`` is the place after its last token, ``factor`` how many of the dimension's base unit the unit is;
    ``head``, ``age``, ``other`` and ``group`` are as in ``Quantity``.
    """

    dimension: str
    last: int
    head: str = ""
    factor: float = 1.0
    age: bool = False
    other: bool = False
    group: str = ""


def counted_by(tokens: Sequence[Token], place: int, read: Numeral) -> Counted | None:
    """Tell what the number ``read`` at ``place`` counts, by how it is given; None if it counts nothing."""
    after = read.after
    if read.kind is NumeralKind.SHARE:
        return Counted("percent", after)
    if read.kind is NumeralKind.ORDINAL:
        return _in_a_row(tokens, after)
    if read.currency == "%":
        points = norm_at(tokens, after).startswith("point")
        return Counted("points", after + 1) if points else Counted("percent", after)
    if read.currency is not None:
        return Counted(read.currency, after)
    return (
        _age_by_name(tokens, place, read)
        or _headcount(tokens, place, read)
        or _magnitude(tokens, place, read)
        or _measured(tokens, read)
        or _by_noun(tokens, place, read)
    )


def _in_a_row(tokens: Sequence[Token], after: int) -> Counted | None:
    """The 22nd ASEAN-India Summit: what an ordinal numbers, if such things follow each other."""
    for position in range(after, min(after + _LONGEST_NOUN, len(tokens))):
        token = tokens[position]
        if token.norm in _ROWS:
            return Counted("ordinal", position + 1, token.stem)
        if token.text != "-" and (not token.is_word or token.norm in FUNCTION_WORDS):
            return None
    return None


def _age_by_name(tokens: Sequence[Token], place: int, read: Numeral) -> Counted | None:
    """Anna Brandt, 52, … · Anna Brandt (52) · aged 52 · Anna Brandt is 52: an age, ``head`` the last name."""
    whole = tokens[place].text.isdecimal() or norm_at(tokens, place) in CARDINALS
    following = token_at(tokens, read.after)
    if not (whole and 1 < read.value <= _OLDEST_AGE):
        return None
    at, before = place - 1, norm_at(tokens, place - 1)
    aged = before in {"aged", "age"}
    stated = before in {"is", "was", "turned"}
    if following is not None and (
        following.text in _TO if aged else following.text not in (_GOES_ON if stated else _ENDS)
    ):
        return None
    if aged:
        at -= norm_at(tokens, at - 1) in {",", "("}
    elif stated:
        whose = norm_at(tokens, at - 1)
        if whose in {"he", "she"}:
            return Counted("time", read.after, factor=DAYS_A_YEAR, age=True)
        if whose == "who":
            at -= 1 + (norm_at(tokens, at - 2) == ",")
    elif before not in {",", "("} or (before == "(") != (norm_at(tokens, read.after) == ")"):
        return None
    name, first = token_at(tokens, at - 1), token_at(tokens, at - 2)
    named = name is not None and _is_name(name)
    in_full = first is not None and _is_name(first) and norm_at(tokens, at - 3) not in PREPOSITIONS
    if named and name is not None and (before == "," or aged or in_full):
        return Counted("age", read.after, name.norm, age=True)
    return Counted("time", read.after, factor=DAYS_A_YEAR, age=True) if aged else None


def _is_name(token: Token) -> bool:
    return token.is_word and token.is_capitalised and token.norm not in CALENDAR and not token.is_number


def _headcount(tokens: Sequence[Token], place: int, read: Numeral) -> Counted | None:
    """A mother of 12, a family of five."""
    whose, following = norm_at(tokens, place - 2), token_at(tokens, read.after)
    if norm_at(tokens, place - 1) != "of" or whose not in _HEADCOUNT or unit_of(following):
        return None
    noun = _noun(tokens, read.after, compound=False).words
    counts = noun and starts_noun(following) and _is_plural(tokens[noun[-1]].norm)
    if counts and norm_at(tokens, noun[-1]) not in _VERBS_IN_S:
        return None  # a mother of four small children
    return Counted("count", read.after, _HEADCOUNT[whose])


def _magnitude(tokens: Sequence[Token], place: int, read: Numeral) -> Counted | None:
    """A magnitude 7.2 earthquake, a magnitude of 7.2, a 7.2-magnitude quake."""
    before, at = tuple(norm_at(tokens, place - i) for i in (2, 1)), read.after
    at += _is_hyphen(tokens, at)
    if "magnitude" in before and before[1] in {"magnitude", "of", "-"}:
        return Counted("magnitude", read.after)
    return Counted("magnitude", at + 1) if norm_at(tokens, at) == "magnitude" else None


def _is_hyphen(tokens: Sequence[Token], after: int) -> bool:
    return norm_at(tokens, after) == "-" and tokens[after].start == tokens[after - 1].end


def _measured(tokens: Sequence[Token], read: Numeral) -> Counted | None:
    """A number with a unit of measure or money after it."""
    after = read.after + hedge_words_after(tokens, read.after)
    hyphen = _is_hyphen(tokens, after)
    at = after + hyphen
    if norm_at(tokens, at) == "per" and norm_at(tokens, at + 1) == "cent":
        return Counted("percent", at + 2)
    if norm_at(tokens, at) in {"square", "sq"}:
        side = at + (2 if norm_at(tokens, at + 1) == "-" else 1)
        known = unit_of(token_at(tokens, side))
        if known is not None and known.dimension == "length":
            return Counted("surface", side + 1, factor=known.factor**2)
    known = unit_of(token_at(tokens, at))
    if known is None:
        scale = tokens[at].text if at < len(tokens) and at == read.after else ""
        if scale in _TEMPERATURES and tokens[at].start == tokens[at - 1].end:
            return Counted(_TEMPERATURES[scale], at + 1)  # 40C
        return _foreign_money(tokens, at)
    if known.dimension == "degree":
        scale = norm_at(tokens, at + 1)[:1].upper() if norm_at(tokens, at + 1) in _SCALES else ""
        return Counted(_TEMPERATURES.get(scale, "degree"), at + 1 + bool(scale))
    if known.dimension == "length":
        return _by_length(tokens, at, known) or _with_smaller(tokens, at, read, known)
    if known.dimension == "percent" and norm_at(tokens, at + 1).startswith("point"):
        return Counted("points", at + 2)
    if tokens[at].norm.startswith("year"):
        if hyphen and norm_at(tokens, at + 1) == "-" and norm_at(tokens, at + 2).startswith("old"):
            return _aged(tokens, at + 3, known.factor)
        if norm_at(tokens, at + 1) == "old":
            return Counted(known.dimension, at + 1, factor=known.factor, age=True)
    return _with_smaller(tokens, at, read, known)


def _by_length(tokens: Sequence[Token], at: int, known: Measure) -> Counted | None:
    """A speed or a surface by the unit of length at ``at``: 60 km/h, 60 miles per hour, 5 km²."""
    after = norm_at(tokens, at + 1), norm_at(tokens, at + 2)
    if after in {("/", "h"), ("per", "hour"), ("an", "hour")}:
        return Counted("speed", at + 3, factor=known.factor / 1000)
    return Counted("surface", at + 2, factor=known.factor**2) if after[0] == "²" else None


def _with_smaller(tokens: Sequence[Token], at: int, read: Numeral, known: Measure) -> Counted:
    """What is measured by the unit at ``at``, with what a smaller unit adds: nine minutes and 46 seconds."""
    plain = Counted(known.dimension, at + 1, factor=known.factor)
    if known.dimension not in {"time", "length"} or read.value <= 0 or at == read.after + 1:
        return plain
    place = at + 1 + (norm_at(tokens, at + 1) in {"and", ","})
    rest = numeral(tokens, place) if place < len(tokens) else None
    smaller = unit_of(token_at(tokens, rest.after)) if rest is not None else None
    if rest is None or smaller is None or rest.kind is not NumeralKind.CARDINAL:
        return plain
    more = rest.value * smaller.factor
    if smaller.dimension != known.dimension or not 0 < more < known.factor:
        return plain
    return Counted(known.dimension, rest.after + 1, factor=known.factor + more / read.value)


def _aged(tokens: Sequence[Token], last: int, factor: float) -> Counted:
    """The age of a 52-year-old, with the last name if it follows: 52-year-old Anna Brandt."""
    end = last
    while end < len(tokens) and _is_name(tokens[end]) and end - last < _LONGEST_NOUN:
        end += 1
    if end - last > 1:
        return Counted("age", last, tokens[end - 1].norm, age=True)
    return Counted("time", last, factor=factor, age=True)


def _foreign_money(tokens: Sequence[Token], at: int) -> Counted | None:
    """Egyptian pounds, U.S. dollars."""
    token, money = token_at(tokens, at), norm_at(tokens, at + 1)
    if token is not None and token.is_capitalised and money in {"pounds", "dollars"}:
        return Counted(money[:-1], at + 2)
    return None


def _by_noun(tokens: Sequence[Token], place: int, read: Numeral) -> Counted | None:
    """A number with the noun of what is counted after it."""
    after = read.after + hedge_words_after(tokens, read.after)
    hyphen = _is_hyphen(tokens, after)
    if _is_year(tokens[place], read) or (_is_glued(tokens, after) and not hyphen):
        return None  # 1984, 3-2, 4x4
    noun = _noun(tokens, after + hyphen, compound=hyphen)
    if not hyphen and any(t.norm in {"toll", "tolls"} for t in tokens[max(0, place - _TOLL) : place]):
        return Counted("dead", after, other=noun.other)
    if not noun.words or tokens[noun.words[0]].norm in CALENDAR:
        became_of = None if hyphen else fate_alone(tokens, place, after)
        if became_of is not None:
            return Counted(became_of, after, other=noun.other)
        return Counted("degree", after) if read.value < 0 else _of_a_people(tokens, after)
    head = noun.words[-1]
    plural = tokens[head].norm in _IRREGULAR_PLURAL or tokens[head].norm.endswith("s")
    if read.value != 1 and not plural and not hyphen:
        head = noun.words[0]
    became = fate(tokens, place, head)
    if read.value < 0 and not plural:
        return Counted("degree", after)  # minus 12 overnight
    if became is not None:
        return Counted(became.dimension, head + 1, other=noun.other, group=became.group)
    if not (plural or hyphen) and _follows_name(tokens, place):
        return None  # a Boeing 737 crashed
    return Counted("count", head + 1, tokens[head].stem, other=noun.other)


def _of_a_people(tokens: Sequence[Token], after: int) -> Counted | None:
    """78 were Iranian: people by where they are from."""
    people = token_at(tokens, after + 1)
    if norm_at(tokens, after) not in {"were", "are"} or people is None or not people.is_content:
        return None
    ends = norm_at(tokens, after + 2) in {"", ".", ",", ";", "and"}
    return Counted("count", after, people.stem) if people.is_capitalised and ends else None


def _follows_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number in digits stands right after a name, which it may belong to."""
    before = token_at(tokens, place - 1)
    return before is not None and before.is_content and _is_name(before) and tokens[place].is_number


def _is_year(token: Token, read: Numeral) -> bool:
    whole = read.value.is_integer() and "," not in token.text
    return token.is_number and whole and 1900 <= read.value <= 2100


def _is_glued(tokens: Sequence[Token], after: int) -> bool:
    """Whether the number goes on after a mark: 3-2, 7:30."""
    following = token_at(tokens, after)
    if following is None or following.start != tokens[after - 1].end:
        return False
    return following.text in _GLUE or following.is_word


class _Noun(NamedTuple):
    """The places of the words from a number to its noun, and whether it counts others or more of them."""

    words: list[int]
    other: bool


def _noun(tokens: Sequence[Token], at: int, *, compound: bool) -> _Noun:
    """The noun that starts at ``at``; of a ``compound`` such as “12-member panel” only its first word."""
    words: list[int] = []
    other = False
    for position in range(at, min(at + _LONGEST_NOUN, len(tokens))):
        token = tokens[position]
        if token.text == "-":
            continue
        if not token.is_word or (token.is_number and not words):
            break
        if token.norm in _OTHERS:
            other = True
            if token.norm != "others":
                continue
        if token.norm in FUNCTION_WORDS:
            break
        words.append(position)
        if compound or _is_plural(token.norm):
            break
    return _Noun(words, other)


def _is_plural(norm: str) -> bool:
    return norm in _IRREGULAR_PLURAL or (norm.endswith("s") and not norm.endswith(("ss", "us", "'s")))
