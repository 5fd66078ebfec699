"""Numbers as they are written: digits or words, scales, fractions, ordinals, and words such as “dozens”."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from tui.analysis.figures.units import CURRENCIES, currency_before, unit_of
from tui.analysis.text.tokens import Token, norm_at, token_at
from tui.analysis.text.word_classes import CARDINALS, ORDINALS, TENS

_WORDS = {word: float(number) for word, number in CARDINALS.items()}
_ORDINALS = {word: float(number) for word, number in ORDINALS.items()}
_PARTS = {"half": 2.0, "quarter": 4.0} | {w: n for w, n in _ORDINALS.items() if 3 <= n <= 10}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7, "bn": 1e9, "tn": 1e12, "trn": 1e12,
    "mn": 1e6, "mln": 1e6, "m": 1e6, "k": 1e3, "b": 1e9, "t": 1e12,
}  # fmt: skip
SCALE_WORDS = frozenset(_SCALES)
"""Words and letters that multiply the number before them."""
_ONLY_OF_MONEY = frozenset("m k b t cr".split())  # scales that are other things too, unless glued: 5 m, 5 K
_VAGUE = {f"{w}s": _SCALES[w] for w in ("dozen", "hundred", "thousand", "million", "billion")} | {
    "tens": 10.0, "scores": 20.0,
}  # fmt: skip
_OPENERS = frozenset(("minus", "rs", "several", "few", "half", "a", "an", *_VAGUE, *_WORDS, *_ORDINALS))
_BEYOND_NEWS = 1e18  # a serial number or noise, not how many there are
_SEVERAL = (1.5, 20.0)  # “dozens”, in dozens: from and to
_ODDS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100})  # one in five
_DIGITS = re.compile(
    r"^[$€£¥₹]?(\d[\d.,· \u00a0\u2009\u202f’']*)(%|st|nd|rd|th|s|m|mn|mln|bn|tn|trn|k|b|t)?$", re.IGNORECASE
)
_SPACES = re.compile(r"[ \u00a0\u2009\u202f’']")
_GROUPED = re.compile(r"^\d+(?:,\d\d)*(?:,\d{3})+(?:\.\d+)?$")  # 12,500 · 12,00,000 · 387,737,263.24
_POINTS = re.compile(r"^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$")  # 1.000,50 · 1.250.000
_COMMA = re.compile(r"^\d+,\d\d?$")  # 3,5
# What follows metres, and thousands of them, rather than millions: a 100m final, 200m from the shore.
_METRES_BEFORE = frozenset(
    """
    race races final finals sprint hurdles relay freestyle butterfly backstroke breaststroke medley dash
    run steeplechase champion runner swimmer swim record title event track heat heats deep high tall long
    wide thick away below above from off underwater downhill upstream downstream square
    """.split()
)
_CODE_LETTERS = "ACHKNSUZ"  # $US5, $NZ5
_NO_SHARE_BEFORE = frozenset(
    "first second last this final other opening latter early top lower upper".split()
)
_WHOLE = frozenset("of the its their his her our all those these".split())


NUMBER_WORDS = frozenset(w for w, n in _WORDS.items() if n > 2)
"""Words for numbers that tell something: not one or two, which are said in passing."""
FIGURE_WORDS = frozenset((*_WORDS, *_PARTS, *(f"{part}s" for part in _PARTS), "dozen"))
"""Words that stand for digits, unlike those for a scale: four, thirds, half, dozen; not million."""


class NumeralKind(Enum):
    """Kinds of number: how many, which part, which one of a row, or only roughly how many."""

    CARDINAL = "cardinal"
    SHARE = "share"
    ORDINAL = "ordinal"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number among a sentence's tokens.

    ``value`` is ``face`` (as written, without the scale) times ``scale``; a share is in percent. ``top`` is
    greater than ``value`` for “dozens”. ``after`` is the place of the token after it; ``currency`` the
    dimension that its sign gives, ``%`` included.
    """

    face: float
    scale: float
    after: int
    currency: str | None = None
    kind: NumeralKind = NumeralKind.CARDINAL
    top_factor: float = 1.0

    @property
    def value(self) -> float:
        """How much it is."""
        return self.face * self.scale

    @property
    def top(self) -> float:
        """How much it is at most."""
        return self.value * self.top_factor


def numeral(tokens: Sequence[Token], place: int) -> Numeral | None:
    """Read the number that starts at a token; None where none does."""
    token = tokens[place]
    before_number = place + 1 < len(tokens) and tokens[place + 1].is_number  # as “Rs” is
    if token.text.isalpha() and token.norm not in _OPENERS and not before_number:
        return None
    found = (
        _below_zero(tokens, place)
        or _vague(tokens, place)
        or _share(tokens, place)
        or _ordinal(tokens, place)
        or _cardinal(tokens, place)
    )
    if found is None or found.top >= _BEYOND_NEWS:
        return None
    return replace(found, after=_past_footnote(tokens, found.after))


def _past_footnote(tokens: Sequence[Token], after: int) -> int:
    """The place after the mark of a footnote that is glued to a number: 12[3], 12*, 12² people."""
    mark = token_at(tokens, after)
    if mark is None or mark.start != tokens[after - 1].end:
        return after
    if mark.text == "[" and norm_at(tokens, after + 1).isdecimal() and norm_at(tokens, after + 2) == "]":
        return after + 3
    return after + (mark.text in "*†‡¹²³⁴⁵⁶⁷⁸⁹")


def _below_zero(tokens: Sequence[Token], place: int) -> Numeral | None:
    """Minus 5, -2.5%, -5C: a sign is a word, or glued to a share or a temperature."""
    token, before = tokens[place], token_at(tokens, place - 1)
    if token.norm not in {"minus", "-", "−"} or place + 1 == len(tokens):
        return None
    if before is not None and (before.is_number or (before.end == token.start and before.text != "(")):
        return None
    read = _cardinal(tokens, place + 1)
    if read is None or read.face == 0:
        return None
    glued = tokens[place + 1].start == token.end
    measured = read.currency == "%" or norm_at(tokens, read.after) in {
        "c",
        "f",
        "°",
        "degrees",
        "percent",
        "per",
    }
    return replace(read, face=-read.face) if token.is_word or (glued and measured) else None


def _vague(tokens: Sequence[Token], place: int) -> Numeral | None:
    """Dozens, hundreds of, tens of thousands, several hundred, a few dozen."""
    word, at = norm_at(tokens, place), place
    if word in {"several", "few"} and norm_at(tokens, at + 1) in {"dozen", "hundred", "thousand", "million"}:
        base, after = _SCALES[norm_at(tokens, at + 1)], at + 2
    elif word in _VAGUE:
        base, after = _VAGUE[word], at + 1
        if norm_at(tokens, after) == "of" and norm_at(tokens, after + 1) in _VAGUE:
            base, after = base * _VAGUE[norm_at(tokens, after + 1)], after + 2
        elif word in {"tens", "scores"} and not (word == "scores" and norm_at(tokens, after) == "of"):
            return None  # scores of a match
        if place and (tokens[place - 1].is_number or norm_at(tokens, place - 1) in _WORDS):
            return None
    else:
        return None
    if norm_at(tokens, after) == "of":
        after += 1
    low, high = _SEVERAL
    return Numeral(low * base, 1.0, after, None, NumeralKind.VAGUE, high / low)


def _share(tokens: Sequence[Token], place: int) -> Numeral | None:
    """Half of, two thirds of, a quarter of, one in five, as percent."""
    word = norm_at(tokens, place)
    if word == "half":
        return _half(tokens, place)
    count = 1.0 if word in {"a", "an"} else _small(tokens, place)
    if count is None:
        return None
    at = place + 1 + (norm_at(tokens, place + 1) == "-")
    name = norm_at(tokens, at)
    part = _PARTS.get(name) or _PARTS.get(name.removesuffix("s"))
    if part is not None and part > count and name != "half" and (count == 1) == (not name.endswith("s")):
        if count == 1 and norm_at(tokens, at + 1) != "of":
            return None  # a third man
        if norm_at(tokens, at + 1) == "of" and norm_at(tokens, at + 2) in {"a", "an"}:
            following = norm_at(tokens, at + 3)  # a quarter of a million
            return Numeral(count / part, _SCALES[following], at + 4) if following in _SCALES else None
        return Numeral(100 * count / part, 1.0, at + 1, None, NumeralKind.SHARE)
    if word in {"a", "an"}:
        return None
    joined = ("in",), ("out", "of"), ("-", "in", "-")
    for words in joined:
        at = place + 1 + len(words)
        if tuple(norm_at(tokens, place + 1 + i) for i in range(len(words))) == words:
            whole = _small(tokens, at)
            if whole in _ODDS and whole is not None and whole > count:
                return Numeral(100 * count / whole, 1.0, at + 1, None, NumeralKind.SHARE)
    return None


def _half(tokens: Sequence[Token], place: int) -> Numeral | None:
    before, at = norm_at(tokens, place - 1), place + 1
    following = norm_at(tokens, at + (norm_at(tokens, at) in {"a", "an", "-"}))
    if following in _SCALES and following not in _ONLY_OF_MONEY:
        return Numeral(0.5, _SCALES[following], at + 1 + (norm_at(tokens, at) in {"a", "an", "-"}))
    if before in _NO_SHARE_BEFORE or before in {"-", "–"} or (place and tokens[place - 1].is_number):
        return None
    if norm_at(tokens, at) in {"a", "an"}:
        return Numeral(0.5, 1.0, at + 1)  # half an hour
    measure = unit_of(token_at(tokens, at + (norm_at(tokens, at) == "-")))
    if measure is not None and measure.dimension in {"time", "length"} and following != "century":
        return Numeral(0.5, 1.0, at)  # a half-hour
    return Numeral(50.0, 1.0, at, None, NumeralKind.SHARE) if norm_at(tokens, at) in _WHOLE else None


def _small(tokens: Sequence[Token], place: int) -> float | None:
    """A whole number up to a hundred, in one token."""
    text = norm_at(tokens, place)
    if text in _WORDS:
        return _WORDS[text]
    return float(text) if text.isdecimal() and len(text) <= 3 and int(text) <= 100 else None


def _ordinal(tokens: Sequence[Token], place: int) -> Numeral | None:
    """22nd, twelfth, twenty-first."""
    match = _DIGITS.match(tokens[place].text)
    if match and match[2] and match[2].lower() in {"st", "nd", "rd", "th"}:
        number = _figure(match[1])
        return None if number is None else Numeral(number, 1.0, place + 1, None, NumeralKind.ORDINAL)
    word = norm_at(tokens, place)
    if word in _ORDINALS:
        return Numeral(_ORDINALS[word], 1.0, place + 1, None, NumeralKind.ORDINAL)
    if (
        word in TENS
        and norm_at(tokens, place + 1) == "-"
        and _ORDINALS.get(norm_at(tokens, place + 2), 10) < 10
    ):
        return Numeral(
            _WORDS[word] + _ORDINALS[norm_at(tokens, place + 2)], 1.0, place + 3, None, NumeralKind.ORDINAL
        )
    return None


def _cardinal(tokens: Sequence[Token], place: int) -> Numeral | None:
    currency, place = currency_before(tokens, place)
    if place >= len(tokens):
        return None
    token = tokens[place]
    match = _DIGITS.match(token.text.lstrip(_CODE_LETTERS) if currency else token.text)
    if match:
        suffix = (match[2] or "").lower()
        number = _figure(match[1])
        currency = currency or CURRENCIES.get(token.text[0])
        if number is None or suffix in {"st", "nd", "rd", "th", "s"}:
            return None
        if suffix in {"b", "t"} and currency is None:
            return None  # flat 5B
        if suffix == "m" and currency is None and _in_metres(tokens, place):
            return Numeral(number, 1.0, place + 1, "length")
        found = Numeral(number, _SCALES.get(suffix, 1.0), place + 1, currency)
        if suffix == "%" or (norm_at(tokens, place + 1) == "%" and currency is None):
            return replace(found, after=place + 1 + (suffix != "%"), currency="%")
    else:
        spelled = _spelled(tokens, place)
        if spelled is None:
            return None
        found = Numeral(spelled[0], 1.0, spelled[1], currency)
    return _scaled(tokens, _with_fraction(tokens, found))


def _figure(digits: str) -> float | None:
    """What digits come to, however they are grouped; None for a list, a time, a version."""
    plain = _SPACES.sub("", digits).replace("·", ".")
    if _GROUPED.match(plain):
        plain = plain.replace(",", "")
    elif _POINTS.match(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _COMMA.match(plain):
        plain = plain.replace(",", ".")
    return float(plain) if plain.count(".") < 2 and "," not in plain else None


def _in_metres(tokens: Sequence[Token], place: int) -> bool:
    """Whether the m of 5,000m is for metres: written so, or followed by what is so long."""
    text = tokens[place].text
    at = place + 1 + (norm_at(tokens, place + 1) == "-")
    return text.endswith("m") and ("," in text or norm_at(tokens, at) in _METRES_BEFORE)


def _with_fraction(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """4 1/2, 4½, four and a half."""
    at = found.after
    words = tuple(norm_at(tokens, at + i) for i in range(3))
    if words[0] == "and" and words[1] in {"a", "one"} and words[2] in {"half", "quarter"}:
        return replace(found, face=found.face + 1 / _PARTS[words[2]], after=at + 3)
    if words[0].isdecimal() and words[1] == "/" and words[2].isdecimal() and int(words[2]) > int(words[0]):
        return replace(found, face=found.face + int(words[0]) / int(words[2]), after=at + 3)
    if len(words[0]) == 1 and not words[0].isdecimal():
        part = unicodedata.numeric(words[0], 0.0)
        if 0 < part < 1:
            return replace(found, face=found.face + part, after=at + 1)
    return found


def _scaled(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """With the words million, hundred … after it; a letter (m, k) only after a sum of money."""
    while True:
        at = found.after + (norm_at(tokens, found.after) == "-")
        word = norm_at(tokens, at)
        if word not in _SCALES or (word in _ONLY_OF_MONEY and not (found.currency and at == found.after)):
            return found
        found = replace(found, scale=found.scale * _SCALES[word], after=at + 1)


def _spelled(tokens: Sequence[Token], place: int) -> tuple[float, int] | None:
    """A number in words without its last scale: two hundred and fifty (thousand), twenty-one, a (dozen)."""
    word = norm_at(tokens, place)
    if word in {"a", "an"} and norm_at(tokens, place + 1) in {
        "dozen", "hundred", "thousand", "million", "billion", "trillion",
    }:  # fmt: skip
        return 1.0, place + 1
    if word not in _WORDS:
        return None
    value, after = _below_hundred(tokens, place)
    if norm_at(tokens, after) == "hundred" and value < 100:
        rest = after + 1 + (norm_at(tokens, after + 1) == "and")
        if norm_at(tokens, rest) in _WORDS:
            more, end = _below_hundred(tokens, rest)
            return 100 * value + more, end
    return value, after


def _below_hundred(tokens: Sequence[Token], place: int) -> tuple[float, int]:
    value = _WORDS[norm_at(tokens, place)]
    at = place + 1 + (norm_at(tokens, place + 1) == "-")
    if norm_at(tokens, place) in TENS and 0 < _WORDS.get(norm_at(tokens, at), 0) < 10:
        return value + _WORDS[norm_at(tokens, at)], at + 1
    return value, place + 1
