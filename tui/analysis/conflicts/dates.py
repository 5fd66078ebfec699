"""The same happening on dates that cannot both be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from tui.analysis.conflicts.context import Context, beside
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.figures.clock import ClockTime, clock_times
from tui.analysis.figures.dates import Date, dates
from tui.analysis.figures.quantities import Quantity, quantities
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import Token
from tui.model import ConflictKind, ConflictRule

# Shares (0–1) of the words that two sentences, and the surroundings of the two dates, have in common.
_ALIKE = 0.8
_SENTENCE = 0.6
_SURROUNDINGS = 0.55
_SHARED = 7.0
_WEEKDAY = 1.3  # of sentences and surroundings both, summed over both directions
_RULE = ConflictRule.DATES
_RULE_OF_TIMES = ConflictRule.TIMES_OF_DAY

_Mention = TypeVar("_Mention", Date, ClockTime)


def date_conflicts(evidence: Evidence, context: Context) -> list[Finding]:
    """Dates and times of day of one happening that cannot all be right, one finding a happening."""
    units, articles = evidence.story.units, evidence.story.articles
    told = {p: u for p, u in enumerate(units) if u.text[0] not in "—–-"}
    days = {p: ds for p, u in told.items() if (ds := dates(u, articles[u.source].date))}
    times = {p: ts for p, u in told.items() if (ts := clock_times(u))}

    @cache
    def counts(position: int) -> list[Quantity]:
        return quantities(units[position])

    def one_day(one: int, two: int) -> bool:
        return all(a.agrees(b) for a in days.get(one, ()) for b in days.get(two, ()))

    return [
        *merged(evidence, list(_disagreeing(evidence, context, days, counts, _RULE)), _RULE),
        *merged(
            evidence,
            list(_disagreeing(evidence, context, times, counts, _RULE_OF_TIMES, one_day)),
            _RULE_OF_TIMES,
        ),
    ]


def _disagreeing(
    evidence: Evidence,
    context: Context,
    found: Mapping[int, Sequence[_Mention]],
    counts: Callable[[int], Sequence[Quantity]],
    rule: ConflictRule,
    possible: Callable[[int, int], bool] = lambda _one, _two: True,
) -> Iterator[Finding]:
    units = evidence.story.units
    for one, two in context.pairs(found):
        first, second = found[one], found[two]
        pairs = [
            (a, b)
            for a in first
            for b in second
            if a.comparable(b) and not a.agrees(b) and not _given(a, second) and not _given(b, first)
        ]
        if len(pairs) != 1 or not possible(one, two) or _counts_differ(counts(one), counts(two)):
            continue
        [(a, b)] = pairs
        if _told(units, context, found, (one, a), two) or _told(units, context, found, (two, b), one):
            continue
        strength = _strength(units[one].tokens, units[two].tokens, (a, b), one, two, context)
        if strength:
            passages = (
                evidence.of_unit(units[one], a.start, a.end),
                evidence.of_unit(units[two], b.start, b.end),
            )
            yield opposed(ConflictKind.DATE, strength, passages, rule)


def _told(
    units: Sequence[Unit],
    context: Context,
    found: Mapping[int, Sequence[_Mention]],
    side: tuple[int, _Mention],
    other: int,
) -> bool:
    """Whether the source of another sentence gives the date too, in a sentence on the same thing."""
    position, mention = side
    there = (m for row in context.related_in(position, units[other].source) for m in found.get(row, ()))
    return any(mention.comparable(m) and mention.agrees(m) for m in there)


def _given(mention: _Mention, others: Sequence[_Mention]) -> bool:
    """Whether a sentence has the date or time too; the year alone, where more is given, is not the date."""
    return any(mention.agrees(o) for o in others if not (_year_only(o) and not _year_only(mention)))


def _year_only(mention: Date | ClockTime) -> bool:
    return isinstance(mention, Date) and mention.month is mention.weekday is mention.day is None


def _counts_differ(one: Sequence[Quantity], two: Sequence[Quantity]) -> bool:
    """Whether the sentences also count differently: then they tell of two happenings."""
    return any((a.dimension, a.head) == (b.dimension, b.head) and not a.agrees(b) for a in one for b in two)


def _strength(
    first: Sequence[Token],
    second: Sequence[Token],
    pair: tuple[_Mention, _Mention],
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
    if any(isinstance(m, ClockTime) or (m.month is None and m.year is None) for m in pair):
        # Reports of different days name different days for what went on: only a very like sentence tells.
        clear &= min(sum(sentence), sum(local)) >= _WEEKDAY
    return mean if clear and shared >= _SHARED and beside(first, a, second, b) else 0.0


def _place(tokens: Sequence[Token], date: Date | ClockTime) -> tuple[int, int]:
    first = sum(t.end <= date.start for t in tokens)
    return first, max(first, sum(t.start < date.end for t in tokens))
