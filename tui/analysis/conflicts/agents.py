"""The same act by different people: “was written by …” with two names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from tui.analysis.conflicts.context import Context
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.language import Token
from tui.analysis.names import BODIES
from tui.analysis.story import Unit
from tui.model import ConflictKind

_RULE = "the same act is given to different people"
_REACH = 12  # tokens after "by" in which the names stand


@dataclass(frozen=True, slots=True)
class _Act:
    verb: str
    place: int
    names: tuple[Token, ...]


def agent_conflicts(evidence: Evidence, context: Context) -> list[Finding]:
    """Acts that sources give to different people, one finding an act."""
    findings: list[Finding] = []
    units = evidence.story.units
    acts = {p: found for p, u in enumerate(units) if (found := _acts(u.tokens))}
    named = [{t.norm for p in places for t in units[p].tokens} for places in evidence.story.of_source]
    for one, two in context.pairs(acts):
        for a, b in product(acts[one], acts[two]):
            if a.verb != b.verb or not _same_object(context, (units[one], a), (units[two], b)):
                continue
            # Somebody whom the other article names too may have done it with, or for, the other.
            if any(t.norm in named[units[two].source] for t in a.names):
                continue
            if any(t.norm in named[units[one].source] for t in b.names):
                continue
            findings.append(_finding(evidence, (units[one], a), (units[two], b)))
            break
    return merged(evidence, findings, _RULE)


def _acts(tokens: Sequence[Token]) -> list[_Act]:
    found = []
    for place, token in enumerate(tokens):
        if token.norm == "by" and place and tokens[place - 1].is_content:
            after = tokens[place + 1 : place + _REACH]
            names = tuple(t for t in after if t.is_capitalised and t.is_content)
            if names and not any(t.norm in BODIES for t in names):
                found.append(_Act(tokens[place - 1].stem, place - 1, names))
    return found


def _same_object(context: Context, *sides: tuple[Unit, _Act]) -> bool:
    """Whether what stands before one verb stands before the other too, all of it."""
    before = [set(context.columns(unit.tokens[: act.place])) for unit, act in sides]
    return all(before) and (before[0] <= before[1] or before[1] <= before[0])


def _finding(evidence: Evidence, *sides: tuple[Unit, _Act]) -> Finding:
    passages = tuple(
        evidence.of_unit(unit, unit.tokens[act.place].start, act.names[-1].end) for unit, act in sides
    )
    return opposed(ConflictKind.NAME, 0.7, passages, _RULE)
