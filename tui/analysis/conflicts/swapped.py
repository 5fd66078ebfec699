"""Who did it to whom, the other way round: “Ada beat Bo” here and “Ada was beaten by Bo” there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from tui.analysis.conflicts.context import Context, Side, other_time
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.conflicts.predicates import predicate, subject
from tui.analysis.names.name_words import BODIES, CALENDAR, ROLES
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import Token, norm_at, stem
from tui.model import ConflictKind, ConflictRule

_RULE = ConflictRule.EXCHANGED
# What cannot be done both ways round on one occasion; each line is one relation.
_ONE_WAY = """
    beat beaten defeat overcome outscore trounce thrash topple oust unseat overthrow conquer outpoll rout
    succeed replace supplant
    buy bought acquire purchase own
    kill murder assassinate shoot shot stab strangle execute
    sue
    arrest detain
    hire employ
    appoint nominate
    invade annex occupy colonise colonize
    rescue save
    rob burgle
    adopt
    """
_RELATION = {
    stem(word): relation
    for relation, line in enumerate(_ONE_WAY.strip().splitlines())
    for word in line.split()
}
_LOST = frozenset("lost lose loses losing".split())
_BEATEN = _RELATION[stem("beat")]
_REACH = 8  # tokens after a verb in which its object begins
_GAP = 2  # characters between two words of one name
_STOPS = frozenset(
    'to in at from on for with as after before over into , ; : ( ) “ ” " that who which'.split()
)


@dataclass(frozen=True, slots=True)
class _Act:
    relation: int
    start: int
    end: int
    doer: frozenset[str]
    object: frozenset[str]


def swapped_conflicts(evidence: Evidence, context: Context) -> list[Finding]:
    """Acts of which two sources exchange the parties, one finding an act."""
    units = evidence.story.units
    acts = {p: found for p, u in enumerate(units) if u.assertive and (found := _acts(evidence, u))}

    def clash(one: Side[_Act], two: Side[_Act]) -> bool:
        (unit, a), (other, b) = one, two
        return a.relation == b.relation and _exchanged(a, b) and not other_time(unit, other)

    findings = [
        opposed(ConflictKind.NAME, 0.75, [evidence.of_unit(u, act.start, act.end) for u, act in sides], _RULE)
        for sides in context.clashes(acts, clash)
    ]
    return merged(evidence, findings, _RULE)


def _exchanged(one: _Act, two: _Act) -> bool:
    crossed = one.doer & two.object and one.object & two.doer
    return bool(crossed) and not one.doer & two.doer and not one.object & two.object


def _acts(evidence: Evidence, unit: Unit) -> list[_Act]:
    found = []
    for place, token in enumerate(unit.tokens):
        lost = token.norm in _LOST and norm_at(unit.tokens, place + 1) == "to"
        relation = _BEATEN if lost else _RELATION.get(token.stem)
        if relation is None or token.is_capitalised or evidence.is_quoted(unit, token):
            continue
        said = predicate(unit.tokens, place)
        by = token.norm.endswith("ing")
        if said.negated or (said.conditional and not by):
            continue
        after = unit.tokens[place + 1 :]
        passive = bool(after) and after[0].norm == "by"
        first = _opening(unit.tokens) if by else _last_run(_names(subject(unit.tokens, said)))
        second = _object(after[1:] if passive or lost else after)
        if first and second:
            names = frozenset(t.norm for t in first), frozenset(t.norm for t in second)
            doer, done_to = reversed(names) if passive or lost else names
            found.append(_Act(relation, min(first[0].start, token.start), second[-1].end, doer, done_to))
    return found


def _opening(tokens: Sequence[Token]) -> list[Token]:
    """The name that a sentence begins with, which what is said with a participle goes back to."""
    head = list(takewhile(lambda t: t.norm not in _STOPS and (t.is_capitalised or not t.is_content), tokens))
    return _names(head)


def _object(after: Sequence[Token]) -> list[Token]:
    """The names right after a verb, up to the word that begins another phrase."""
    return _names(list(takewhile(lambda t: t.norm not in _STOPS, after[:_REACH])))


def _names(tokens: Sequence[Token]) -> list[Token]:
    skipped = BODIES | CALENDAR | ROLES
    return [t for t in tokens if t.is_capitalised and t.is_content and t.norm not in skipped]


def _last_run(names: Sequence[Token]) -> list[Token]:
    """The last of the names: those that stand next to each other."""
    run = list(names[-1:])
    for token in reversed(names[:-1]):
        if run[0].start - token.end > _GAP:
            break
        run.insert(0, token)
    return run
