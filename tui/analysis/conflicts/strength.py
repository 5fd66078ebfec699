"""The same thing said to be certain here, likely or possible there: a lesser difference."""

from __future__ import annotations

from tui.analysis.conflicts.context import Context, Side
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.conflicts.predicates import Predicate, predicate
from tui.analysis.text.story import Unit
from tui.model import ConflictKind, ConflictRule

_MODALS = frozenset("will may might could expected likely poised".split())
_CARRIED = 0.7  # share (0–1) of the words of the shorter clause that the longer has
_FEWEST = 3  # content words of it, the predicate among them
_RULE = ConflictRule.CERTAINTY


def strength_differences(evidence: Evidence, context: Context) -> list[Finding]:
    """What sources say with different certainty, one finding a statement."""
    units = evidence.story.units
    said = {p: found for p, u in enumerate(units) if u.assertive and (found := _said(evidence, u))}

    def clash(one: Side[Predicate], two: Side[Predicate]) -> bool:
        (_, a), (_, b) = one, two
        return a.strength != b.strength and a.negated == b.negated and _same_statement(context, one, two)

    findings = [
        opposed(ConflictKind.STRENGTH, 0.6, [evidence.of_tokens(u, *p.clause) for u, p in sides], _RULE)
        for sides in context.clashes(said, clash)
    ]
    return merged(evidence, findings, _RULE)


def _said(evidence: Evidence, unit: Unit) -> list[Predicate]:
    """The words that a modal verb makes more or less sure, outside quotations."""
    found = []
    for place, token in enumerate(unit.tokens):
        if token.norm in _MODALS and not evidence.is_quoted(unit, token):
            after = range(place + 1, min(place + 5, len(unit.tokens)))
            word = next(
                (at for at in after if unit.tokens[at].is_content and unit.tokens[at].norm not in _MODALS),
                None,
            )
            if word is not None and (said := predicate(unit.tokens, word)).strength:
                found.append(said)
    return list({said.place: said for said in found}.values())


def _same_statement(context: Context, one: Side[Predicate], two: Side[Predicate]) -> bool:
    if one[0].tokens[one[1].place].stem != two[0].tokens[two[1].place].stem:
        return False
    words = [
        context.columns(
            t for t in unit.tokens[said.clause[0] : said.clause[1]] if t.is_content and t.norm not in _MODALS
        )
        for unit, said in (one, two)
    ]
    short, long = sorted(words, key=len)
    return len(short) >= _FEWEST and context.carried_by(short, long) >= _CARRIED
