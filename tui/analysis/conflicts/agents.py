"""The same act by different people: “was written by …” with two names, “… won the cup” with two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tui.analysis.conflicts.context import Context, Side, other_time
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.conflicts.predicates import predicate, subject
from tui.analysis.names.name_words import BODIES, CALENDAR
from tui.analysis.text.tokens import Token, stem
from tui.model import ConflictKind, ConflictRule

_RULE = ConflictRule.TWO_AGENTS
_REACH = 12  # tokens after "by" in which the names stand
_FEWEST = 2  # content words of what an act of one alone is done to
# What one alone does: of what they say in the active voice there is one doer.
_SOLE = frozenset(
    stem(word)
    for word in """
    won wrote written composed painted designed invented discovered directed assassinated founded
    """.split()
)
# What is done to one alone, who stands before it: was elected president.
_CHOSEN = frozenset("elected named appointed crowned chosen inaugurated".split())
_BE = frozenset("is was been being were".split())
_ENDS = frozenset(', ; : ( ) “ ” " after before when while who which that but because by on with .'.split())


@dataclass(frozen=True, slots=True)
class _Act:
    verb: str
    what: tuple[Token, ...]
    names: tuple[Token, ...]
    start: int
    end: int


def agent_conflicts(evidence: Evidence, context: Context) -> list[Finding]:
    """Acts that sources give to different people, one finding an act."""
    units = evidence.story.units
    acts = {p: found for p, u in enumerate(units) if u.assertive and (found := list(_acts(u.tokens)))}

    def clash(one: Side[_Act], two: Side[_Act]) -> bool:
        (unit, a), (other, b) = one, two
        if a.verb != b.verb or other_time(unit, other) or not _same_object(context, a, b):
            return False
        # Somebody whom the other article names too may have done it with, or for, the other.
        here, there = (evidence.vocabularies[u.source] for u in (unit, other))
        return not any(t.norm in there for t in a.names) and not any(t.norm in here for t in b.names)

    findings = [_finding(evidence, *sides) for sides in context.clashes(acts, clash)]
    return merged(evidence, findings, _RULE)


def _acts(tokens: Sequence[Token]) -> Iterator[_Act]:
    for place, token in enumerate(tokens):
        if token.norm == "by" and place and tokens[place - 1].is_content:
            names = _people(tokens[place + 1 : place + _REACH])
            if names:
                verb, what = tokens[place - 1], tuple(t for t in tokens[: place - 1] if t.is_content)
                yield _Act(verb.stem, what, names, verb.start, names[-1].end)
        chosen = token.norm in _CHOSEN and place > 0 and tokens[place - 1].norm in _BE
        if chosen or (token.stem in _SOLE and not token.is_capitalised):
            yield from _alone(tokens, place)


def _alone(tokens: Sequence[Token], place: int) -> Iterator[_Act]:
    """What one alone did, or was chosen for."""
    said = predicate(tokens, place)
    after = takewhile(lambda t: t.norm not in _ENDS, tokens[place + 1 : place + _REACH])
    what = tuple(t for t in after if t.is_content)
    names = _people(subject(tokens, said))
    if names and len(what) >= _FEWEST and not said.negated and not said.conditional:
        yield _Act(tokens[place].stem, what, names, names[0].start, what[-1].end)


def _people(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The names among the tokens, none if there is a body's among them."""
    names = tuple(t for t in tokens if t.is_capitalised and t.is_content and t.norm not in CALENDAR)
    return () if any(t.norm in BODIES for t in names) else names


def _same_object(context: Context, one: _Act, two: _Act) -> bool:
    """Whether what one verb is said of the other is said of too, all of it."""
    objects = [set(context.columns(act.what)) for act in (one, two)]
    return all(objects) and (objects[0] <= objects[1] or objects[1] <= objects[0])


def _finding(evidence: Evidence, *sides: Side[_Act]) -> Finding:
    passages = tuple(evidence.of_unit(unit, act.start, act.end) for unit, act in sides)
    return opposed(ConflictKind.NAME, 0.7, passages, _RULE)
