"""The same thing in opposite tones, “warm talks” and “strained talks”: offered, never a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from tui.analysis.conflicts.context import Context
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.language import FUNCTION_WORDS, Token, stem
from tui.model import ConflictKind

_GOOD = frozenset(
    """
    warm cordial friendly constructive productive fruitful optimistic robust calm peaceful smooth triumphant
    resounding popular beloved acclaimed successful orderly transparent hopeful upbeat
    """.split()
)
_BAD = frozenset(
    """
    strained tense frosty chilly hostile fraught bitter contentious pessimistic shaky fragile chaotic violent
    rocky failed disastrous unpopular loathed panned disorderly secretive gloomy grim icy bruising
    """.split()
)
# What is characterised under several names.
_SAME = {stem(w): "ties" for w in "ties relations relationship relationships bonds".split()} | {
    stem(w): "talks"
    for w in "talks meeting discussion discussions negotiations exchange conversation".split()
}
_VERBS = frozenset(
    "is are was were be been remain remains remained became become grew turned appeared".split()
)
_RULE = "the same thing is described in opposite tones"


def tone_differences(evidence: Evidence, context: Context) -> list[Finding]:
    """What sources characterise in opposite tones, one finding a thing."""
    units = evidence.story.units
    marked = {p: found for p, u in enumerate(units) if u.assertive and (found := _marked(u.tokens))}
    findings = []
    for one, two in context.pairs(marked):
        for (a, good, what), (b, other, thing) in product(marked[one], marked[two]):
            if good != other and what == thing:
                passages = [
                    evidence.of_unit(units[p], units[p].tokens[i].start, units[p].tokens[j - 1].end)
                    for p, (i, j) in ((one, a), (two, b))
                ]
                findings.append(opposed(ConflictKind.TONE, 0.5, passages, _RULE))
                break
    return merged(evidence, findings, _RULE)


def _marked(tokens: Sequence[Token]) -> list[tuple[tuple[int, int], bool, str]]:
    """Each word of praise or blame with its noun: the tokens (start, end), whether it is praise, the noun."""
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
            found.append(((first, last + 1), good, thing))
    return found


def _described(tokens: Sequence[Token], place: int) -> int | None:
    """The noun after the word (“warm talks”), or before a verb of being (“the talks were warm”)."""
    following = place + 1
    if following < len(tokens) and tokens[following].is_content and tokens[following].text.islower():
        return following
    back = place - 1
    while back > 0 and tokens[back].norm in {"very", "quite", "increasingly", "more", "so", "been"}:
        back -= 1
    if back > 0 and tokens[back].norm in _VERBS:
        head = tokens[back - 1]
        return back - 1 if head.is_word and head.norm not in FUNCTION_WORDS else None
    return None
