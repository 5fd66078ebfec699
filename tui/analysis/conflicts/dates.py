"""The same happening on dates that cannot both be right."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.conflicts.context import Context, beside
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.dates import Date, dates
from tui.analysis.language import Token
from tui.analysis.quantities import quantities
from tui.analysis.story import Unit
from tui.model import ConflictKind

# Shares (0–1) of the words that two sentences, and the surroundings of the two dates, have in common.
_ALIKE = 0.8
_SENTENCE = 0.6
_SURROUNDINGS = 0.55
_SHARED = 7.0
_WEEKDAY = 1.3  # of sentences and surroundings both, summed over both directions
_RULE = "the same happening is dated differently"


def date_conflicts(evidence: Evidence, context: Context) -> list[Finding]:
    """Dates of one happening that cannot all be right, one finding a happening."""
    units = evidence.story.units
    found = {p: ds for p, u in enumerate(units) if u.text[0] not in "—–-" and (ds := dates(u))}
    findings: list[Finding] = []
    for one, two in context.pairs(found):
        first, second = found[one], found[two]
        pairs = [
            (a, b)
            for a in first
            for b in second
            if a.comparable(b) and not a.agrees(b) and not _given(a, second) and not _given(b, first)
        ]
        if len(pairs) != 1 or _counts_differ(units[one], units[two]):
            continue
        [(a, b)] = pairs
        strength = _strength(units[one].tokens, units[two].tokens, (a, b), one, two, context)
        if strength:
            passages = (
                evidence.of_unit(units[one], a.start, a.end),
                evidence.of_unit(units[two], b.start, b.end),
            )
            findings.append(opposed(ConflictKind.DATE, strength, passages, _RULE))
    return merged(evidence, findings, _RULE)


def _given(date: Date, others: Sequence[Date]) -> bool:
    """Whether a sentence has the date too; the year alone, where a month is given, is not the date."""
    return any(date.agrees(o) for o in others if o.month or o.weekday is not None or not date.month)


def _counts_differ(one: Unit, two: Unit) -> bool:
    """Whether the sentences also count differently: then they tell of two happenings."""
    second = quantities(two)
    return any(
        (a.dimension, a.head) == (b.dimension, b.head) and not a.agrees(b)
        for a in quantities(one)
        for b in second
    )


def _strength(
    first: Sequence[Token],
    second: Sequence[Token],
    pair: tuple[Date, Date],
    one: int,
    two: int,
    context: Context,
) -> float:
    """How surely two dates belong to the same happening, 0 if that is not clear."""
    a, b = _place(first, pair[0]), _place(second, pair[1])
    sentence = context.both(one, two)
    local, shared = context.near(one, a, two, b)
    mean = (sum(sentence) + sum(local)) / 4
    if min(sentence) >= _ALIKE and min(local) >= _ALIKE:
        return mean
    clear = sum(sentence) >= 2 * _SENTENCE and sum(local) >= 2 * _SURROUNDINGS
    if pair[0].month is None and pair[0].year is None:
        # Reports of different days name different days for what went on: only a very like sentence tells.
        clear &= min(sum(sentence), sum(local)) >= _WEEKDAY
    return mean if clear and shared >= _SHARED and beside(first, a, second, b) else 0.0


def _place(tokens: Sequence[Token], date: Date) -> tuple[int, int]:
    first = sum(t.end <= date.start for t in tokens)
    return first, max(first, sum(t.start < date.end for t in tokens))
