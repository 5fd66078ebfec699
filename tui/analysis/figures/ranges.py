"""Two numbers that make a range: 10-30, 10 or 12, between 5 and 7 million."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.analysis.figures.counted import starts_noun
from tui.analysis.figures.hedges import ABOUT
from tui.analysis.figures.numerals import Form, Numeral, numeral
from tui.analysis.figures.units import unit_of
from tui.analysis.text.tokens import Token, norm_at, token_at


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
        if second is None or second.form is not Form.CARDINAL:
            return Range(read, read.top)
        beyond = token_at(tokens, second.after)
        counts = unit_of(beyond) or read.currency or second.currency or starts_noun(beyond)
        if following.text == "/" or second.value <= read.value or not counts:
            return None
        return _from_to(read, second)
    if _joins(following, norm_at(tokens, place - 1)):
        skip = read.after + 1 + (norm_at(tokens, read.after + 1) in ABOUT)
        second = numeral(tokens, skip) if skip < len(tokens) else None
        if second is not None and second.form is Form.CARDINAL and second.value > read.value:
            return _from_to(read, second)
    return Range(read, read.top)


def _from_to(low: Numeral, high: Numeral) -> Range:
    """The range; its lower end takes the scale that only the upper one has: between 5 and 7 million."""
    scale = high.scale if low.scale == 1 and low.face < high.face else low.scale
    return Range(Numeral(low.face, scale, high.after, low.currency or high.currency, low.form), high.value)


def _joins(word: Token, before: str) -> bool:
    """Whether a word joins two numbers to a range: 10 to 30, 10 or 12, between 10 and 30."""
    return word.norm in {"to", "or"} or (word.norm == "and" and before == "between")
