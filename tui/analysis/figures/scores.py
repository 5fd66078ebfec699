"""Scores of matches and counts of votes: beat them 3-1, voted 348–77, approved by 14 to 9."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.analysis.figures.bounds import starts_noun
from tui.analysis.figures.numerals import Numeral, NumeralKind, numeral
from tui.analysis.text.tokens import Token, norm_at, token_at

_VERBS = {
    "match": frozenset(
        """
        beat beats beating beaten defeat defeated defeats won win wins winning leads led trail trailed tied
        lost loses losing drew edged thrashed overcame downed crushed trounced routed hammered victory
        """.split()
    ),
    "vote": frozenset(
        "voted vote votes voting passed confirmed approved rejected adopted ruled backed".split()
    ),
}
_AFTER = {"win": "match", "victory": "match", "defeat": "match", "loss": "match", "draw": "match",
          "vote": "vote", "ruling": "vote", "decision": "vote"}  # fmt: skip
_REACH = 7  # tokens before a score in which its verb stands
_TEN_THOUSANDTH = 1e-4


class Score(NamedTuple):
    """A score in one number, the same for 3-1 and 1-3: the higher count, the lower as its decimals.

    ``of`` is what it is of, ``match``, ``vote`` or ``attempt``; ``after`` the place after its last token.
    """

    value: float
    of: str
    after: int


def score(tokens: Sequence[Token], place: int, read: Numeral) -> Score | None:
    """The score that starts with the number ``read`` at ``place``; None where it is none."""
    share = _attempts(tokens, read)
    if share is not None:
        return share
    dash = token_at(tokens, read.after)
    second = numeral(tokens, read.after + 1) if read.after + 1 < len(tokens) else None
    if dash is None or second is None or not (_is_tally(read) and _is_tally(second)):
        return None
    of = _told(tokens, place, second.after)
    glued = dash.text in "-–‑−" and dash.start == tokens[read.after - 1].end
    in_words = dash.norm == "to" and (
        norm_at(tokens, place - 1) in {"by", "of", "was", "is"} | _VERBS["vote"]
    )
    if not of or not (glued or in_words) or _goes_on(tokens, second.after):
        return None
    low, high = sorted((read.value, second.value))
    return Score(high + low * _TEN_THOUSANDTH, of, second.after)


def _attempts(tokens: Sequence[Token], read: Numeral) -> Score | None:
    """29-of-34."""
    at = read.after
    if [norm_at(tokens, at + i) for i in range(3)] != ["-", "of", "-"] or at + 3 >= len(tokens):
        return None
    tried = numeral(tokens, at + 3)
    if tried is None or not (_is_tally(read) and _is_tally(tried)) or read.value > tried.value:
        return None
    return Score(tried.value + read.value * _TEN_THOUSANDTH, "attempt", tried.after)


def _is_tally(number: Numeral) -> bool:
    """Whether a number can be one side of a score."""
    plain = number.kind is NumeralKind.CARDINAL and number.currency is None and number.scale == 1
    return plain and 0 <= number.value < 1000 and number.value.is_integer()


def _told(tokens: Sequence[Token], place: int, after: int) -> str:
    """What a score is of, by the noun after it or a verb before it in the clause; empty if neither tells."""
    following = _AFTER.get(norm_at(tokens, after))
    if following or starts_noun(token_at(tokens, after)):
        return following or ""
    for token in reversed(tokens[max(0, place - _REACH) : place]):
        if token.text in ";,:":
            break
        for of, verbs in _VERBS.items():
            if token.norm in verbs:
                return of
    return ""


def _goes_on(tokens: Sequence[Token], after: int) -> bool:
    """Whether more is written together with what looks like a score: a date, the code of a law."""
    following = token_at(tokens, after)
    return following is not None and following.start == tokens[after - 1].end and following.text in "-–/"
