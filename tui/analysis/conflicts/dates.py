"""The same happening on dates that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.analysis.conflicts.context import Context, beside
from tui.analysis.conflicts.finding import Evidence, Finding
from tui.analysis.dates import Date, dates
from tui.analysis.language import Token
from tui.analysis.quantities import quantities
from tui.analysis.story import Unit
from tui.model import ConflictKind, source_key

# Shares (0–1) of the words that two sentences, and the surroundings of the two dates, have in common.
_ALIKE = 0.8
_SENTENCE = 0.6
_SURROUNDINGS = 0.55
_SHARED = 7.0


def date_conflicts(evidence: Evidence, context: Context) -> Iterator[Finding]:
    """Dates of two sources that cannot both be right, the clearest of each pair of sentences."""
    units = evidence.story.units
    found = {p: ds for p, u in enumerate(units) if u.text[0] not in "—–-" and (ds := dates(u))}
    for one, two in combinations(found, 2):
        if units[one].source == units[two].source or not context.related(one, two):
            continue
        pairs = [
            (a, b)
            for a in found[one]
            for b in found[two]
            if a.comparable(b) and not a.agrees(b)
            and not any(a.agrees(d) for d in found[two]) and not any(b.agrees(d) for d in found[one])
        ]  # fmt: skip
        if len(pairs) != 1 or _counts_differ(units[one], units[two]):
            continue
        (a, b), strength = (
            pairs[0],
            _strength(units[one].tokens, units[two].tokens, pairs[0], one, two, context),
        )
        if strength:
            keys = source_key(units[one].source), source_key(units[two].source)
            yield Finding(
                ConflictKind.DATE,
                strength,
                (evidence.of_unit(units[one], a.start, a.end), evidence.of_unit(units[two], b.start, b.end)),
                f"{keys[0]} dates this “{a.text}”, {keys[1]} “{b.text}”; both cannot be right",
            )


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
    sentence = context.covered(context.columns(first), two), context.covered(context.columns(second), one)
    around = context.around(one, *a), context.around(two, *b)
    local = context.covered(around[0], two), context.covered(around[1], one)
    mean = (sum(sentence) + sum(local)) / 4
    if min(sentence) >= _ALIKE and min(local) >= _ALIKE:
        return mean
    if pair[0].month is None and pair[0].year is None:
        return 0.0  # bare weekdays: reports of different days name different days for what went on
    clear = sum(sentence) >= 2 * _SENTENCE and sum(local) >= 2 * _SURROUNDINGS
    return mean if clear and context.shared(*around) >= _SHARED and beside(first, a, second, b) else 0.0


def _place(tokens: Sequence[Token], date: Date) -> tuple[int, int]:
    first = sum(t.end <= date.start for t in tokens)
    return first, max(first, sum(t.start < date.end for t in tokens))
