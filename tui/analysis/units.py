"""Units of measure and money: what a unit word measures, and in how many of the base unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.analysis.language import Token

CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}
MEASURES = frozenset("length speed weight percent time surface area degree volume energy".split())
"""What is measured rather than counted; money apart."""

_CODES = {
    "usd": "dollar", "us": "dollar", "u.s.": "dollar", "eur": "euro", "gbp": "pound", "rs": "rupee",
    "inr": "rupee", "jpy": "yen", "cny": "yuan", "rmb": "yuan", "chf": "franc",
}  # fmt: skip
# Dollars that are not those of the United States: A$5, C$5.
_OTHER_DOLLARS = {"a": "australian", "au": "australian", "c": "canadian", "ca": "canadian", "nz": "kiwi",
                  "hk": "hongkong", "s": "singapore", "r": "real", "mx": "peso"}  # fmt: skip
_CODED = re.compile(r"^(US|AU?|CA?|NZ|HK)\d+$")
_MILE, _FOOT, _POUND, _MONTH, _YEAR = 1609.344, 0.3048, 0.45359237, 30.44, 365.25
# Unit word: dimension and how many of its base unit (metre, kilogram, day, km/h) it is.
_UNITS: dict[str, tuple[str, float]] = {
    "%": ("percent", 1), "percent": ("percent", 1), "pct": ("percent", 1), "percentage": ("percent", 1),
    "dollar": ("dollar", 1),
    "cent": ("dollar", 0.01), "euro": ("euro", 1), "pound": ("pound", 1), "yen": ("yen", 1),
    "rupee": ("rupee", 1), "yuan": ("yuan", 1), "peso": ("peso", 1), "franc": ("franc", 1),
    "ruble": ("ruble", 1), "metre": ("length", 1), "meter": ("length", 1), "km": ("length", 1000),
    "kilometre": ("length", 1000), "kilometer": ("length", 1000), "mile": ("length", _MILE),
    "foot": ("length", _FOOT), "feet": ("length", _FOOT), "ft": ("length", _FOOT),
    "inch": ("length", 0.0254), "yard": ("length", 0.9144), "cm": ("length", 0.01), "kg": ("weight", 1),
    "centimetre": ("length", 0.01), "centimeter": ("length", 0.01), "millimetre": ("length", 0.001),
    "millimeter": ("length", 0.001), "mm": ("length", 0.001), "lb": ("weight", _POUND),
    "kilogram": ("weight", 1), "kilo": ("weight", 1), "ton": ("weight", 1000), "tonne": ("weight", 1000),
    "ounce": ("weight", 0.02835), "gram": ("weight", 0.001), "second": ("time", 1 / 86400),
    "minute": ("time", 1 / 1440), "hour": ("time", 1 / 24), "day": ("time", 1), "week": ("time", 7),
    "month": ("time", _MONTH), "year": ("time", _YEAR), "decade": ("time", 10 * _YEAR),
    "mph": ("speed", 1.609344), "kph": ("speed", 1), "degree": ("degree", 1), "acre": ("area", 1),
    "hectare": ("area", 2.47105), "barrel": ("barrel", 1), "time": ("factor", 1), "fold": ("factor", 1),
    "litre": ("volume", 1), "liter": ("volume", 1), "gallon": ("volume", 3.785), "megawatt": ("energy", 1),
    "gigawatt": ("energy", 1000), "mw": ("energy", 1), "gw": ("energy", 1000),
    "century": ("time", 100 * _YEAR), "centuries": ("time", 100 * _YEAR),
}  # fmt: skip


def unit_of(token: Token | None) -> tuple[str, float] | None:
    """The dimension of a unit word in the singular or plural, and how many of the base unit it is."""
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
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    coded = _CODED.match(following.text) if following and token.text == "$" else None
    if coded is not None:
        code = coded[1].lower()
        return _CODES.get(code) or _OTHER_DOLLARS[code], place + 1
    if following is None or not following.is_number:
        return None, place
    if token.text in CURRENCIES:
        return CURRENCIES[token.text], place + 1
    if following.text.startswith("$") and following.start == token.end and token.is_word:
        return _CODES.get(token.norm) or _OTHER_DOLLARS.get(token.norm), place + 1
    if token.norm in _CODES and token.norm not in {"us", "u.s."} and token.text[:1].isupper():
        return _CODES[token.norm], place + 1
    return None, place
