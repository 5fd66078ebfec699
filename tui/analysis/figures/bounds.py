"""From where to where a number may lie: its hedge (about 70, at least 70, 70 or so), or a range (10-30)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.analysis.figures.numerals import Numeral, NumeralKind, numeral
from tui.analysis.figures.units import unit_of
from tui.analysis.text.tokens import Token, norm_at, token_at

ABOUT = frozenset(
    "about around roughly approximately some nearly almost estimated circa approx close virtually ~ ≈".split()
)
_BEFORE = {
    "min": (
        "more than", "at least", "no fewer than", "no less than", "not less than", "over", "upwards of",
        "exceeding", "exceeded", "exceeds", "surpassing", "surpassed", "topping", "topped", "above",
        "as few as", "a minimum of", "in excess of", "north of", "not fewer than", "better than", ">", "≥",
    ),
    "max": (
        "less than", "fewer than", "up to", "as many as", "as much as", "at most", "no more than",
        "not more than", "a maximum of", "under", "below", "short of", "shy of", "<", "≤",
    ),
    "about": ("in the region of", "on the order of", "in the order of", "something like", "close on"),
}  # fmt: skip
_AFTER = {"or more": "min", "- plus": "min", "plus": "min", "+": "min", "or so": "about", "- odd": "about",
          "or fewer": "max", "or less": "max", "and counting": "min", "or thereabouts": "about"}  # fmt: skip
_PHRASES = sorted(
    ((tuple(phrase.split()), hedge) for hedge, phrases in _BEFORE.items() for phrase in phrases),
    key=lambda entry: -len(entry[0]),
)
_LONGEST_HEDGE = 5  # words, a word between it and the number included


def hedge(tokens: Sequence[Token], place: int, after: int) -> str:
    """``about``, ``min``, ``max`` or nothing for the number at the tokens from ``place`` up to ``after``."""
    before = tuple(t.norm for t in tokens[max(0, place - _LONGEST_HEDGE) : place])
    for words, found in _PHRASES:
        if before[-len(words) :] == words or (
            before[-len(words) - 1 : -1] == words and before[-1:] in {("a",), ("about",), ("the",)}
        ):
            return found
    if set(before[-2:]) & ABOUT:
        return "about"
    following = tuple(t.norm for t in tokens[after : after + 2])
    return _AFTER.get(" ".join(following), _AFTER.get(" ".join(following[:1]), ""))


def hedge_words_after(tokens: Sequence[Token], after: int) -> int:
    """How many tokens after a number belong to its hedge: two of “70 or more people”."""
    for length in (2, 1):
        if " ".join(t.norm for t in tokens[after : after + length]) in _AFTER:
            return length
    return 0


class Range(NamedTuple):
    """A number, or the lower end of a range that reaches up to the tokens of the upper one, and the top."""

    low: Numeral
    top: float


def number_or_range(tokens: Sequence[Token], place: int, read: Numeral) -> Range | None:
    """The number ``read`` at ``place``, or the range that it opens; None for a score or a fraction."""
    following = token_at(tokens, read.after)
    if following is None:
        return Range(read, read.top)
    glued = following.start == tokens[read.after - 1].end
    if following.text in "-–/" and glued and read.after + 1 < len(tokens):
        second = numeral(tokens, read.after + 1)
        if second is None or second.kind is not NumeralKind.CARDINAL:
            return Range(read, read.top)
        beyond = token_at(tokens, second.after)
        counts = unit_of(beyond) or read.currency or second.currency or starts_noun(beyond)
        if following.text == "/" or second.value <= read.value or not counts:
            return None
        return _from_to(read, second)
    if _joins(following, norm_at(tokens, place - 1)):
        skip = read.after + 1 + (norm_at(tokens, read.after + 1) in ABOUT)
        second = numeral(tokens, skip) if skip < len(tokens) else None
        cardinal = second is not None and second.kind is NumeralKind.CARDINAL
        if cardinal and second is not None and second.value > read.value and _one_sign(read, second):
            return _from_to(read, second)
    return Range(read, read.top)


def _one_sign(low: Numeral, high: Numeral) -> bool:
    """Whether two numbers can be of one measure: 5 to 7%, $5 to $7, but not 0.5% to $7."""
    return (
        low.currency is None
        or low.currency == high.currency
        or (high.currency is None and low.currency != "%")
    )


def _from_to(low: Numeral, high: Numeral) -> Range:
    """The range; its lower end takes the scale that only the upper one has: between 5 and 7 million."""
    scale = high.scale if low.scale == 1 and low.face < high.face else low.scale
    return Range(Numeral(low.face, scale, high.after, low.currency or high.currency, low.kind), high.value)


def _joins(word: Token, before: str) -> bool:
    """Whether a word joins two numbers to a range: 10 to 30, 10 or 12, between 10 and 30."""
    return word.norm in {"to", "or"} or (word.norm == "and" and before == "between")


def starts_noun(token: Token | None) -> bool:
    """Whether a token may be the first word for what is counted."""
    return token is not None and token.is_content and token.text[:1].islower()
