"""The same thing in opposite tones, “warm talks” and “strained talks”: offered, never a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import NamedTuple

from tui.analysis.conflicts.context import Context
from tui.analysis.conflicts.finding import Evidence, Finding, opposed
from tui.analysis.names.name_words import CALENDAR
from tui.analysis.text.tokens import FUNCTION_WORDS, Token, stem
from tui.model import ConflictKind, ConflictRule

_GOOD = frozenset(
    """
    warm cordial friendly constructive productive fruitful optimistic robust calm peaceful smooth triumphant
    resounding popular beloved acclaimed successful orderly transparent hopeful upbeat strong close solid
    amicable amiable harmonious congenial
    """.split()
)
_BAD = frozenset(
    """
    strained tense frosty chilly hostile fraught bitter contentious pessimistic shaky fragile chaotic violent
    rocky failed disastrous unpopular loathed panned disorderly secretive gloomy grim icy bruising sour soured
    acrimonious combative heated stormy
    """.split()
)
# What is characterised under several names.
_SAME = {
    stem(w): "ties"
    for w in "ties relations relationship relationships bonds partnership alliance friendship".split()
} | {
    stem(w): "talks"
    for w in "talks meeting discussion discussions negotiations exchange conversation dialogue summit".split()
}
_VERBS = frozenset(
    "is are was were be been remain remains remained became become grew turned appeared".split()
)
_PARTIES = frozenset(_SAME.values())  # what is between parties: with the same ones it is the same thing
_PARTIES_NAMED = 3  # names that two paragraphs share
_BETWEEN = 5  # tokens after a word in which its noun stands
_RULE = ConflictRule.TONES


class _Mark(NamedTuple):
    """A word of praise (``good``) or blame with its noun: the tokens (start, end), what is described."""

    span: tuple[int, int]
    good: bool
    thing: str


def tone_differences(evidence: Evidence, context: Context) -> list[Finding]:
    """What sources characterise in opposite tones: of each thing the two passages most alike."""
    units = evidence.story.units
    marked = {p: found for p, u in enumerate(units) if u.assertive and (found := _marked(u.tokens))}
    related = set(context.pairs(marked))
    best: dict[str, tuple[float, Finding]] = {}
    for one, two in combinations(sorted(marked), 2):
        for a, b in product(marked[one], marked[two]):
            if a.good == b.good or a.thing != b.thing or units[one].source == units[two].source:
                continue
            if (one, two) not in related and not (a.thing in _PARTIES and _same_parties(evidence, one, two)):
                continue
            passages = [evidence.of_tokens(units[p], *mark.span) for p, mark in ((one, a), (two, b))]
            common = sum(context.both(one, two))
            if a.thing not in best or common > best[a.thing][0]:
                best[a.thing] = common, opposed(ConflictKind.TONE, 0.5, passages, _RULE)
    return [finding for _, finding in best.values()]


def _same_parties(evidence: Evidence, one: int, two: int) -> bool:
    """Whether two sentences stand in paragraphs that name the same people or countries."""
    story = evidence.story
    names = [
        {
            t.norm
            for p in story.of_paragraph[story.units[position].source, story.units[position].paragraph]
            for t in story.units[p].tokens[1:]
            if t.is_capitalised and t.is_content and t.norm not in CALENDAR
        }
        for position in (one, two)
    ]
    return len(names[0] & names[1]) >= _PARTIES_NAMED


def _marked(tokens: Sequence[Token]) -> list[_Mark]:
    """The words of praise or blame that have a noun."""
    found = []
    for place, token in enumerate(tokens):
        good = token.norm in _GOOD
        if not good and token.norm not in _BAD:
            continue
        if place and tokens[place - 1].norm in {"not", "no", "less", "hardly"}:
            good = not good
        noun = _described(tokens, place)
        if noun is not None:
            first, last = sorted((place, noun))
            thing = _SAME.get(tokens[noun].stem, tokens[noun].stem)
            found.append(_Mark((first, last + 1), good, thing))
    return found


def _described(tokens: Sequence[Token], place: int) -> int | None:
    """The noun after the word (“warm talks”), or before a verb of being (“the talks were warm”)."""
    following = place + 1
    # Past what stands between (strained economic relations, the robust Oldport-Newhaven partnership).
    for at in range(following, min(following + _BETWEEN, len(tokens))):
        if tokens[at].stem in _SAME:
            return at
        if not (tokens[at].is_content or tokens[at].norm == "-"):
            break
    if following < len(tokens) and tokens[following].is_content and tokens[following].text.islower():
        return following
    back = place - 1
    while back > 0 and tokens[back].norm in {"very", "quite", "increasingly", "more", "so", "been"}:
        back -= 1
    if back > 0 and tokens[back].norm in _VERBS:
        head = tokens[back - 1]
        return back - 1 if head.is_word and head.norm not in FUNCTION_WORDS else None
    return None
