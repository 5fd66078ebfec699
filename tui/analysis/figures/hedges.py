"""How surely a number is given: about 70, more than 70, up to 70, 70 or so."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.text.tokens import Token

ABOUT = frozenset(
    "about around roughly approximately some nearly almost estimated circa approx close".split()
)
_BEFORE = {
    "min": (
        "more than", "at least", "no fewer than", "no less than", "not less than", "over", "upwards of",
        "exceeding", "exceeded", "exceeds", "surpassing", "surpassed", "topping", "topped", "above",
        "as few as", "a minimum of", "in excess of", "north of",
    ),
    "max": (
        "less than", "fewer than", "up to", "as many as", "as much as", "at most", "no more than",
        "not more than", "a maximum of", "under", "below",
    ),
}  # fmt: skip
_AFTER = {"or more": "min", "- plus": "min", "plus": "min", "+": "min", "or so": "about", "- odd": "about",
          "or fewer": "max", "or less": "max"}  # fmt: skip
_PHRASES = sorted(
    ((tuple(phrase.split()), hedge) for hedge, phrases in _BEFORE.items() for phrase in phrases),
    key=lambda entry: -len(entry[0]),
)
_LONGEST = 4  # words of a hedge, a word between it and the number included


def hedge(tokens: Sequence[Token], place: int, after: int) -> str:
    """``about``, ``min``, ``max`` or nothing for the number at the tokens from ``place`` up to ``after``."""
    before = tuple(t.norm for t in tokens[max(0, place - _LONGEST) : place])
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
