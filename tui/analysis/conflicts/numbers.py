"""The same quantity with values that cannot both hold; and counts that only grew between two reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.analysis.conflicts.context import Context, beside, elsewhere
from tui.analysis.conflicts.finding import Evidence, Finding
from tui.analysis.quantities import CASUALTIES, Quantity, quantities
from tui.analysis.story import Unit
from tui.model import ConflictKind, source_key

# Shares (0–1) of the words that two sentences, and the surroundings of the two numbers, have in common.
_ALIKE = 0.8  # two versions of one sentence
_SENTENCE = 0.5
_SURROUNDINGS = 0.45
_CLOSE_SENTENCE, _CLOSE = 0.58, 0.62  # with these, no word right next to both numbers need be the same
_SHARED = 6.0  # weight of the words common to both surroundings: two rare words or three
_WIDEST = 4.0  # two counts of one thing seldom differ by more, two counts of two things often do
_MEASURES = frozenset("length speed weight percent time surface area degree".split())
_RISES = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb\w*|grow\w*|grew|so far|as of|now at|updated|latest|toll)\b",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"^\d+\.\d+$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


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
    found = {p: qs for p, u in enumerate(units) if (qs := quantities(u))}
    pairs: list[_Pair] = []
    for one, two in combinations(sorted(found), 2):
        apart = units[one].source != units[two].source
        if apart and context.related(one, two) and _kinds(found[one]) & _kinds(found[two]):
            pairs += _disagreeing(units, context, found, one, two)
    for group in _joined(pairs):
        yield _finding(evidence, group)


def _kinds(found: Sequence[Quantity]) -> set[tuple[str, str, bool]]:
    return {_kind(q) for q in found}


def _kind(quantity: Quantity) -> tuple[str, str, bool]:
    return quantity.dimension, quantity.head, quantity.age


def _disagreeing(
    units: Sequence[Unit], context: Context, found: dict[int, list[Quantity]], one: int, two: int
) -> Iterator[_Pair]:
    """The pairs of quantities of two sentences that are about the same thing and cannot both hold."""
    first, second = found[one], found[two]
    sentence = (
        context.covered(context.columns(units[one].tokens), two),
        context.covered(context.columns(units[two].tokens), one),
    )
    if sum(sentence) < 2 * _SENTENCE or _other_year(units[one], units[two]):
        return
    alike = min(sentence) >= _ALIKE
    for a in first:
        for b in second:
            if _kind(a) != _kind(b) or a.agrees(b, strict=alike):
                continue
            if alike and a.dimension in _MEASURES and a.unit != b.unit:
                continue  # the same length in miles and in kilometres
            if not alike and (_several(a, first) or _several(b, second)):
                continue  # which of them is meant is anybody's guess
            if _explained(a, second, units[two], alike) or _explained(b, first, units[one], alike):
                continue
            around = context.around(one, a.first, a.last), context.around(two, b.first, b.last)
            local = context.covered(around[0], two), context.covered(around[1], one)
            shared = context.shared(*around)
            close = bool(a.head) and sum(sentence) >= 2 * _CLOSE_SENTENCE and sum(local) >= 2 * _CLOSE
            if alike and min(local) >= _ALIKE:
                yield _Pair(_Place(one, a), _Place(two, b), 0.5 * (sum(sentence) / 2 + min(local)), True)
            elif (
                max(a.value, b.value) <= _WIDEST * min(a.value, b.value)
                and not a.other
                and not b.other
                and (
                    close
                    or beside(units[one].tokens, (a.first, a.last), units[two].tokens, (b.first, b.last))
                )
                and not elsewhere(units[one].tokens, a.last, units[two].tokens, b.last)
                and (a.dimension not in _MEASURES or not 0.9 <= a.value / b.value <= 1.11)
                and sum(local) >= 2 * _SURROUNDINGS
                and shared >= _SHARED
            ):
                yield _Pair(_Place(one, a), _Place(two, b), 0.5 * (sum(sentence) / 2 + sum(local) / 2), False)


def _several(quantity: Quantity, beside: Sequence[Quantity]) -> bool:
    """Whether its sentence has other values of the same kind."""
    return any(_kind(o) == _kind(quantity) and not o.agrees(quantity) for o in beside)


def _explained(quantity: Quantity, others: Sequence[Quantity], unit: Unit, strict: bool) -> bool:
    """Whether the other sentence has the same value, or parts that add up to it."""
    same = [o for o in others if _kind(o) == _kind(quantity) and (not strict or o.unit == quantity.unit)]
    if any(quantity.agrees(o, strict=strict) for o in same):
        return True
    if any(abs(number - quantity.face) <= 0.03 * quantity.face for number in _bare(unit)):
        return True
    return len(same) > 1 and abs(sum(o.value for o in same) - quantity.value) <= 1e-6 * quantity.value


def _bare(unit: Unit) -> list[float]:
    """The numbers of a sentence that are written with a decimal point, whatever they count."""
    return [float(t.text) for t in unit.tokens if _DECIMAL.match(t.text)]


def _other_year(one: Unit, two: Unit) -> bool:
    """Whether the sentences name years, and none in common."""
    a, b = set(_YEAR.findall(one.text)), set(_YEAR.findall(two.text))
    return bool(a and b and not a & b)


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
    says = ", ".join(f"{source_key(units[p.unit].source)} has {_hedged(p.quantity)}" for p in ordered)
    values = sorted({p.quantity.value for p in ordered})
    if ordered[0].quantity.dimension in CASUALTIES and _is_update(
        evidence, ordered, any(p.alike for p in group)
    ):
        return Finding(
            ConflictKind.UPDATE, strength, passages, f"{says}: a count that grew between the reports"
        )
    ratio = values[-1] / values[0] if values[0] else 2.0
    confidence = min(0.95, strength * (1.0 if ratio > 1.1 else 0.85))
    return Finding(
        ConflictKind.NUMBER, confidence, passages, f"{says} for the same quantity; they cannot both hold"
    )


def _hedged(quantity: Quantity) -> str:
    words = {"about": "about ", "min": "at least ", "max": "at most ", "": ""}[quantity.hedge]
    return f"{words}“{quantity.text}”"


def _is_update(evidence: Evidence, places: Sequence[_Place], alike: bool) -> bool:
    """Whether the higher count is the later one, by the reports' dates or by words such as "has risen to".

    Two versions of one sentence differ by their number alone: there only the dates can tell.
    """
    units = evidence.story.units
    by_value = sorted(places, key=lambda p: p.quantity.value)
    dates = [evidence.story.articles[units[p.unit].source].date for p in by_value]
    if dates[0] and dates[-1] and dates[0] != dates[-1]:
        return dates[0] < dates[-1]
    return not alike and any(_RISES.search(units[p.unit].text) for p in places)
