"""The same quantity with values that cannot both hold; and counts that only grew between two reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.analysis.conflicts.context import Context
from tui.analysis.conflicts.finding import Evidence, Finding, give
from tui.analysis.conflicts.same_quantity import (
    ANCHORED,
    SENTENCE,
    explained,
    of_others,
    parts_of_one_whole,
    same_quantity,
    several,
)
from tui.analysis.conflicts.updates import is_update
from tui.analysis.quantities import Quantity, quantities
from tui.analysis.story import Unit
from tui.analysis.units import MEASURES
from tui.model import ConflictKind, source_key

_ALIKE = 0.8  # share (0–1) of the words of two versions of one sentence that the other has, either direction
_IDENTICAL = 0.98  # the same, of two sentences with the same words
_CLAUSE = 0.8  # share of a short sentence's words that one clause has
_CLEARLY = 0.25  # and how much less of them the clauses of other numbers have
_STATED = 0.7  # strength of such a finding
_AGES = 0.75  # and of two ages of one person
_SURE = 0.95
_CLOSE_BY = 1.1  # values no further apart than this are less surely in conflict
_LESS_SURE = 0.85


@dataclass(frozen=True, slots=True)
class _Place:
    unit: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Pair:
    one: _Place
    two: _Place
    strength: float
    alike: bool


def number_conflicts(evidence: Evidence, context: Context) -> Iterator[Finding]:
    """Numbers of two sources that cannot both hold, one finding a quantity."""
    units = evidence.story.units
    dated = [article.date is not None for article in evidence.story.articles]
    found = {p: qs for p, u in enumerate(units) if (qs := _counted(u, dated=dated[u.source]))}
    pairs: list[_Pair] = []
    for one, two in context.pairs(found):
        if _kinds(found[one]) & _kinds(found[two]):
            pairs += _disagreeing(units, context, found, one, two)
    for group in _joined(pairs):
        yield _finding(evidence, group)


def _counted(unit: Unit, *, dated: bool) -> list[Quantity]:
    """The quantities of a sentence; "two days ago" is a date where it is known of which day that is said."""
    return [
        q
        for q in quantities(unit)
        if not (dated and q.unit == "day" and [t.norm for t in unit.tokens[q.last : q.last + 1]] == ["ago"])
    ]


def _kinds(found: Sequence[Quantity]) -> set[tuple[str, str, bool, str]]:
    return {q.kind for q in found}


def _disagreeing(
    units: Sequence[Unit], context: Context, found: Mapping[int, list[Quantity]], one: int, two: int
) -> Iterator[_Pair]:
    """The pairs of quantities of two sentences that are about the same thing and cannot both hold."""
    first, second = found[one], found[two]
    sentence = context.both(one, two)
    alike = min(sentence) >= _ALIKE
    apart = sum(sentence) < SENTENCE - ANCHORED or of_others(units[one], units[two])
    for a in first:
        for b in second:
            if a.kind != b.kind or a.agrees(b, strict=alike) or _repeated(a, b, alike):
                continue
            pair = _Pair(_Place(one, a), _Place(two, b), _AGES, False)
            if a.dimension == "age":
                if not several(a, first) and not several(b, second):
                    yield pair
                continue
            if apart:
                continue
            if _stated(context, (one, a), (two, b), found):
                yield replace(pair, strength=_STATED)
                continue
            if min(sentence) < _IDENTICAL and parts_of_one_whole(a, b):
                continue
            if _excused(units, first, second, pair, alike):
                continue
            local, shared = context.near(one, (a.first, a.last), two, (b.first, b.last))
            strength = 0.25 * (sum(sentence) + sum(local))
            if alike and min(local) >= _ALIKE:
                yield replace(pair, strength=strength, alike=True)
            elif (
                same_quantity(units[one], a, units[two], b, (sum(sentence), sum(local), shared))
                and context.matched(one, two)
                and not _known(units, context, found, (one, a), two)
                and not _known(units, context, found, (two, b), one)
            ):
                yield replace(pair, strength=strength)


def _known(
    units: Sequence[Unit],
    context: Context,
    found: Mapping[int, list[Quantity]],
    side: tuple[int, Quantity],
    other: int,
) -> bool:
    """Whether the source of another sentence gives the number too, in a sentence on the same thing."""
    position, quantity = side
    return any(
        quantity.kind == there.kind and quantity.value == there.value
        for row in context.related_in(position, units[other].source)
        for there in found.get(row, ())
    )


def _repeated(a: Quantity, b: Quantity, alike: bool) -> bool:
    """Whether one only says again what its sentence has in another unit; two versions of it can differ."""
    return (a.again or b.again) and not (alike and a.again == b.again)


def _excused(
    units: Sequence[Unit], first: Sequence[Quantity], second: Sequence[Quantity], pair: _Pair, alike: bool
) -> bool:
    """Whether the other numbers of the two sentences tell why two numbers differ."""
    (one, a), (two, b) = (
        (units[pair.one.unit], pair.one.quantity),
        (units[pair.two.unit], pair.two.quantity),
    )
    if alike and a.dimension in MEASURES and a.unit != b.unit:
        return True  # the same length in miles and in kilometres
    if not alike and (several(a, first) or several(b, second)):
        return True  # which of them is meant is anybody's guess
    return explained(a, second, two, alike) or explained(b, first, one, alike)


def _stated(
    context: Context,
    one: tuple[int, Quantity],
    two: tuple[int, Quantity],
    found: Mapping[int, list[Quantity]],
) -> bool:
    """Whether a short sentence states of one clause's subject a number that the clause gives otherwise.

    “Exports rose 10.5%” against “exports rose 12.8%, while imports rose 10.5%”.
    """
    (short, number), (long, other) = sorted((one, two), key=lambda side: context.length(side[0]))
    if len(found[short]) != 1 or number.hedge or other.hedge:
        return False
    rivals = [q for q in found[long] if q.kind == number.kind]
    carried = {q.start: context.stated(short, (number.first, number.last), long, q.first) for q in rivals}
    best = carried.pop(other.start)
    return bool(carried) and best >= _CLAUSE and all(share <= best - _CLEARLY for share in carried.values())


def _joined(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """Pairs that share a quantity, as one group; of one quantity's rivals in a source only the strongest."""
    best: dict[tuple[int, int, int, int], _Pair] = {}
    for pair in sorted(pairs, key=lambda p: -p.strength):
        best.setdefault(
            (pair.one.unit, pair.one.quantity.start, pair.two.unit, pair.two.quantity.start), pair
        )
    group: dict[tuple[int, int], list[_Pair]] = {}
    for pair in best.values():
        ends = [(p.unit, p.quantity.start) for p in (pair.one, pair.two)]
        union = [*dict.fromkeys([*group.get(ends[0], []), *group.get(ends[1], []), pair])]
        for member in union:
            for place in (member.one, member.two):
                group[place.unit, place.quantity.start] = union
    return list({id(g): g for g in group.values()}.values())


def _finding(evidence: Evidence, group: Sequence[_Pair]) -> Finding:
    units = evidence.story.units
    strength = max(p.strength for p in group)
    places: dict[tuple[int, int], _Place] = {}
    taken: dict[int, int] = {}
    for pair in sorted(group, key=lambda p: (-p.strength, p.one.unit, p.two.unit)):
        for place in (pair.one, pair.two):
            source = units[place.unit].source
            if (place.unit, place.quantity.start) not in places and taken.get(source, 0) < 1:
                places[place.unit, place.quantity.start] = place
                taken[source] = taken.get(source, 0) + 1
    ordered = sorted(places.values(), key=lambda p: (p.unit, p.quantity.start))
    passages = tuple(evidence.of_unit(units[p.unit], p.quantity.start, p.quantity.end) for p in ordered)
    says = _says([(source_key(units[p.unit].source), _hedged(p.quantity)) for p in ordered])
    counts = [(units[p.unit], p.quantity) for p in ordered]
    if is_update(evidence, counts, any(p.alike for p in group)):
        why = f"{says}: a count that grew between the reports."
        return Finding(ConflictKind.UPDATE, strength, passages, why)
    values = sorted(p.quantity.value for p in ordered)
    clear = not values[0] or values[-1] / values[0] > _CLOSE_BY
    confidence = min(_SURE, strength * (1.0 if clear else _LESS_SURE))
    what = "as the age of one person" if ordered[0].quantity.dimension == "age" else "for the same quantity"
    why = f"{says} {what}; they cannot both hold."
    return Finding(ConflictKind.NUMBER, confidence, passages, why)


def _says(sides: Sequence[tuple[str, str]]) -> str:
    """A and B have “12 people”, C has at least “15 people”."""
    keys: dict[str, list[str]] = {}
    for key, words in sides:
        keys.setdefault(words, []).append(key)
    return ", ".join(f"{give(those, 'have')} {words}" for words, those in keys.items())


def _hedged(quantity: Quantity) -> str:
    words = {"about": "about ", "min": "at least ", "max": "at most ", "": ""}[quantity.hedge]
    return f"{words}“{quantity.text}”"
