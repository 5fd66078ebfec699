"""Units of measure and money: what a unit word measures, and in how many of the base unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.analysis.text.tokens import Token

CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}
MEASURES = frozenset(
    "length speed weight percent time surface area degree fahrenheit volume energy magnitude".split()
)
"""What is measured rather than counted; money apart."""
MONEY = frozenset("dollar euro pound yen rupee yuan peso franc ruble".split())
"""The currencies that have a word."""

_CODES = {
    "usd": "dollar", "us": "dollar", "u.s.": "dollar", "eur": "euro", "gbp": "pound", "rs": "rupee",
    "inr": "rupee", "jpy": "yen", "cny": "yuan", "rmb": "yuan", "chf": "franc",
}  # fmt: skip
# Dollars that are not those of the United States: A$5, C$5.
_OTHER_DOLLARS = {"a": "australian", "au": "australian", "c": "canadian", "ca": "canadian", "nz": "kiwi",
                  "hk": "hongkong", "s": "singapore", "r": "real", "mx": "peso"}  # fmt: skip
_CODED = re.compile(r"^(US|AU?|CA?|NZ|HK)\d+$")
DAYS_A_YEAR = 365.25
# Dimension, and of each unit word how many of the base unit (metre, kilogram, day, km/h …) it is.
_BY_DIMENSION: dict[str, dict[str, float]] = {
    "percent": {"%": 1, "percent": 1, "pct": 1, "pc": 1, "percentage": 1},
    "dollar": {"dollar": 1, "cent": 0.01},
    "length": {
        "metre": 1, "meter": 1, "km": 1000, "kilometre": 1000, "kilometer": 1000, "cm": 0.01,
        "centimetre": 0.01, "centimeter": 0.01, "mm": 0.001, "millimetre": 0.001, "millimeter": 0.001,
        "mile": 1609.344, "yard": 0.9144, "foot": 0.3048, "feet": 0.3048, "ft": 0.3048, "inch": 0.0254,
    },
    "weight": {
        "kg": 1, "kilogram": 1, "kilo": 1, "gram": 0.001, "ton": 1000, "tonne": 1000, "lb": 0.45359237,
        "ounce": 0.02835,
    },
    "time": {
        "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.44,
        "year": DAYS_A_YEAR, "decade": 10 * DAYS_A_YEAR, "century": 100 * DAYS_A_YEAR,
        "centuries": 100 * DAYS_A_YEAR,
    },
    "speed": {"kph": 1, "kmh": 1, "kmph": 1, "mph": 1.609344, "knot": 1.852},
    "area": {"acre": 1, "hectare": 2.47105},
    "volume": {"litre": 1, "liter": 1, "gallon": 3.785},
    "energy": {"megawatt": 1, "mw": 1, "gigawatt": 1000, "gw": 1000},
    "factor": {"time": 1, "fold": 1},
    "degree": {"degree": 1, "°": 1},
    **{name: {name: 1} for name in ("barrel", *sorted(MONEY - {"dollar"}))},
}  # fmt: skip


class Measure(NamedTuple):
    """A unit: its dimension, and how many of the dimension's base unit it is."""

    dimension: str
    factor: float


_UNITS = {
    word: Measure(dimension, factor)
    for dimension, words in _BY_DIMENSION.items()
    for word, factor in words.items()
}


def unit_of(token: Token | None) -> Measure | None:
    """Look a word up as a unit, in the singular or plural; None for any other word."""
    if token is None:
        return None
    norm = token.norm
    return (
        _UNITS.get(norm)
        or (_UNITS.get(norm[:-1]) if norm.endswith("s") else None)
        or (_UNITS.get(norm[:-2]) if norm.endswith("es") else None)
    )


def currency_before(tokens: Sequence[Token], place: int) -> tuple[str | None, int]:
    """The currency that a sign or code before a number gives, and the place of the number.

    Without one, None and the same place. Reads ``$5``, ``US$5``, ``$US5``, ``A$5``, ``Rs 500``, ``USD 5``.
    """
    token = tokens[place]
    dotted = token.norm == "rs" and place + 1 < len(tokens) and tokens[place + 1].text == "."  # Rs. 500
    place += dotted
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    coded = _CODED.match(following.text) if following and token.text == "$" else None
    if coded is not None:
        code = coded[1].lower()
        return _CODES.get(code) or _OTHER_DOLLARS[code], place + 1
    if following is None or not following.is_number:
        return None, place - dotted
    if token.text in CURRENCIES:
        return CURRENCIES[token.text], place + 1
    if following.text.startswith("$") and following.start == token.end and token.is_word:
        return _CODES.get(token.norm) or _OTHER_DOLLARS.get(token.norm), place + 1
    if token.norm in _CODES and token.norm not in {"us", "u.s."} and token.text[:1].isupper():
        return _CODES[token.norm], place + 1
    return None, place - dotted
