"""What a sentence affirms or denies, and how surely: a word, its negation and modal verb, and its clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.text.tokens import Token

NEGATIONS = frozenset(
    """
    not never cannot can't won't don't doesn't didn't isn't wasn't aren't weren't hasn't haven't hadn't
    wouldn't couldn't refuse refused refuses refusing fail failed fails failing decline declined declines
    unable without hardly rarely seldom neither nor nobody none
    """.split()
)
_ENDED = frozenset("stop stops stopped stopping cease ceases ceased avoid avoided".split())  # stopped selling
_NOT_ONLY = frozenset("only just merely simply necessarily yet whether or if".split())
_CONDITIONS = frozenset("if unless whether would could should may might can".split())
_PREPOSITIONS = frozenset("of in by for from about on with without after before against at like".split())
# How surely something will happen.
_STRENGTH = {
    "will": "certain", "won't": "certain", "may": "possible", "might": "possible", "could": "possible",
    "expected": "likely", "likely": "likely", "poised": "likely",
}  # fmt: skip
_CUTS = frozenset(
    """
    , ; : — – “ ” " ( ) and but while after before because that who which when as saying with although though
    """.split()
)
_PRONOUNS = frozenset("i he she it they we you this these those there".split())
_SOME = frozenset("one two three four five some many most few several other others another only".split())
_BACK = 5  # tokens before a word that may negate it or make it less sure
_BETWEEN = frozenset(
    """
    to be been being have has had yet ever also still even immediately fully a an the been very any
    """.split()
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of a sentence as it is said there.

    ``place`` is its place among the sentence's tokens, ``clause`` the tokens (start, end) of the clause
    around it; ``strength`` is ``certain``, ``likely``, ``possible`` or, where it is plainly said, empty.
    """

    place: int
    negated: bool
    conditional: bool
    strength: str
    clause: tuple[int, int]


def denies(tokens: Sequence[Token]) -> bool:
    """Whether a sentence has a word that may negate another."""
    return any(token.norm in NEGATIONS | _ENDED or token.norm == "no" for token in tokens)


def predicate(tokens: Sequence[Token], place: int) -> Predicate:
    """How the word at ``place`` is said."""
    negated = conditional = False
    strength = ""
    for back in range(place - 1, max(-1, place - _BACK - 1), -1):
        norm = tokens[back].norm
        following = tokens[back + 1].norm
        ended = norm in _ENDED and following.endswith("ing")
        no = (norm in NEGATIONS and following not in _NOT_ONLY) or (norm == "no" and following == "longer")
        if no or ended:
            negated = not negated
        elif norm in _PREPOSITIONS:
            break  # not about the alleged theft: it does not say that it is not alleged
        strength = strength or _STRENGTH.get(norm, "")
        conditional |= norm in _CONDITIONS
        if tokens[back].is_content and norm not in _BETWEEN | NEGATIONS | _ENDED | {
            "expected",
            "likely",
            "poised",
        }:
            break
        if not tokens[back].is_word:
            break
    before = tokens[place - 1].norm if place else ""
    aim = before == "to" and not negated  # "wants to leave" does not say that anybody left
    gerund = tokens[place].norm.endswith("ing") and before in _PREPOSITIONS
    return Predicate(place, negated, conditional or aim or gerund, strength, clause(tokens, place))


def subject(tokens: Sequence[Token], said: Predicate) -> list[Token]:
    """The content words before the predicate in its clause, or what a clause without a subject goes back to.

    Empty where a pronoun stands for the subject, or where it is some of many.
    """
    start = said.clause[0]
    before = tokens[start : said.place]
    if any(t.norm in _PRONOUNS | _SOME for t in before):
        return []
    own = [t for t in before if t.is_content]
    if own or not start:
        return own
    if tokens[start - 1].norm in {"who", "which", "that"}:
        return [t for t in tokens[: start - 1] if t.is_content][-1:]
    first = next((place for place, token in enumerate(tokens) if token.norm in _CUTS), start)
    opening = tokens[:first]
    return [] if any(t.norm in _PRONOUNS | _SOME for t in opening) else [t for t in opening if t.is_content]


def clause(tokens: Sequence[Token], place: int, cuts: frozenset[str] = _CUTS) -> tuple[int, int]:
    """The tokens (start, end) around ``place`` up to the next of the words and marks that part clauses."""
    start, end = place, place + 1
    while start > 0 and tokens[start - 1].norm not in cuts:
        start -= 1
    while end < len(tokens) and tokens[end].norm not in cuts:
        end += 1
    return start, end
