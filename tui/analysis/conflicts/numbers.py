"""The same quantity with values that cannot both hold; and counts that only grew between two reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from tui.analysis.conflicts.context import Context
from tui.analysis.conflicts.detector import Evidence, Finding, stretch
from tui.analysis.conflicts.same_quantity import (
    ANCHORED,
    SENTENCE,
    Common,
    explained,
    is_update,
    of_others,
    parts_of_one_whole,
    same_quantity,
)
from tui.analysis.figures.quantities import Quantity
from tui.analysis.figures.units import MEASURES
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import norm_at
from tui.ids import source_key
from tui.model import ConflictKind, ConflictRule, Side

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
    """A quantity and the position of its sentence."""

    unit: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two quantities that cannot both hold; ``alike`` if they stand in two versions of one sentence."""

    one: _Place
    two: _Place
    strength: float
    alike: bool = False


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find numbers of two sources that cannot both hold, one finding a quantity."""
    units = evidence.story.units
    dated = [article.date is not None for article in evidence.story.articles]
    found = {
        p: quantities
        for p, u in enumerate(units)
        if not u.furniture and (quantities := _counted(evidence, u, dated=dated[u.source]))
    }
    numbers = _Numbers(units, evidence.context, found)
    pairs = [pair for one, two in evidence.context.pairs(found) for pair in numbers.disagreeing(one, two)]
    for group in _joined(pairs):
        yield _finding(evidence, group)


def _counted(evidence: Evidence, unit: Unit, *, dated: bool) -> list[Quantity]:
    """The quantities of a sentence; "two days ago" is a date where it is known of which day that is said."""
    return [
        quantity
        for quantity in evidence.quantities(unit)
        if not (dated and quantity.unit == "day" and norm_at(unit.tokens, quantity.last) == "ago")
    ]


@dataclass(frozen=True)
class _Numbers:
    """The quantities of a story, by the positions of the sentences that have any."""

    units: Sequence[Unit]
    context: Context
    of: Mapping[int, Sequence[Quantity]]

    def disagreeing(self, one: int, two: int) -> Iterator[_Pair]:
        """The pairs of quantities of two sentences that are about the same thing and cannot both hold."""
        if {q.kind for q in self.of[one]}.isdisjoint(q.kind for q in self.of[two]):
            return
        common = self.context.both(one, two)
        alike = min(common) >= _ALIKE
        for a, b in product(self.of[one], self.of[two]):
            if a.kind == b.kind and not a.agrees(b, strict=alike) and not _repeated(a, b, alike):
                pair = self._pair(_Place(one, a), _Place(two, b), common)
                if pair is not None:
                    yield pair

    def _pair(self, one: _Place, two: _Place, common: tuple[float, float]) -> _Pair | None:
        """Two quantities that disagree, if they are about the same thing.

        ``common`` are the shares (0–1) of each sentence's words that the other has.
        """
        a, b = one.quantity, two.quantity
        if a.dimension == "age":
            return (
                None
                if self._is_one_of_several(one) or self._is_one_of_several(two)
                else _Pair(one, two, _AGES)
            )
        first, second = self.units[one.unit], self.units[two.unit]
        if sum(common) < SENTENCE - ANCHORED or of_others(first, second):
            return None
        if self._is_stated(one, two):
            return _Pair(one, two, _STATED)
        alike = min(common) >= _ALIKE
        if min(common) < _IDENTICAL and parts_of_one_whole(a, b):
            return None
        if self._is_excused(one, two, alike):
            return None
        local, shared = self.context.near(one.unit, (a.first, a.last), two.unit, (b.first, b.last))
        strength = 0.25 * (sum(common) + sum(local))
        if alike and min(local) >= _ALIKE:
            return _Pair(one, two, strength, alike=True)
        same = same_quantity(first, a, second, b, Common(sum(common), sum(local), shared))
        if not same or not self.context.matched(one.unit, two.unit):
            return None
        known = self._is_known(one, second.source) or self._is_known(two, first.source)
        return None if known else _Pair(one, two, strength)

    def _is_one_of_several(self, place: _Place) -> bool:
        """Whether its sentence has other values of the same kind."""
        others = self.of[place.unit]
        return any(
            other.kind == place.quantity.kind and not other.again and not other.agrees(place.quantity)
            for other in others
        )

    def _is_known(self, place: _Place, source: int) -> bool:
        """Whether a source gives the number too, in a sentence on the same thing."""
        quantity = place.quantity
        return any(
            quantity.kind == there.kind and quantity.value == there.value
            for row in self.context.related_in(place.unit, source)
            for there in self.of.get(row, ())
        )

    def _is_excused(self, one: _Place, two: _Place, alike: bool) -> bool:
        """Whether the other numbers of the two sentences tell why two numbers differ."""
        a, b = one.quantity, two.quantity
        if alike and a.dimension in MEASURES and a.unit != b.unit:
            return True  # the same length in miles and in kilometres
        if not alike and (self._is_one_of_several(one) or self._is_one_of_several(two)):
            return True  # which of them is meant is anybody's guess
        return any(
            explained(place.quantity, self.of[other.unit], self.units[other.unit], alike)
            for place, other in ((one, two), (two, one))
        )

    def _is_stated(self, one: _Place, two: _Place) -> bool:
        """Whether a short sentence states of one clause's subject a number that the clause gives otherwise.

        “Exports rose 10.5%” against “exports rose 12.8%, while imports rose 10.5%”.
        """
        short, long = sorted((one, two), key=lambda place: self.context.length(place.unit))
        number, other = short.quantity, long.quantity
        if len(self.of[short.unit]) != 1 or number.hedge or other.hedge:
            return False
        span = number.first, number.last
        carried = {
            rival.start: self.context.stated(short.unit, span, long.unit, rival.first)
            for rival in self.of[long.unit]
            if rival.kind == number.kind
        }
        best = carried.pop(other.start)
        return (
            bool(carried) and best >= _CLAUSE and all(share <= best - _CLEARLY for share in carried.values())
        )


def _repeated(a: Quantity, b: Quantity, alike: bool) -> bool:
    """Whether one only says again what its sentence has in another unit; two versions of it can differ."""
    return (a.again or b.again) and not (alike and a.again == b.again)


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
    places: dict[int, _Place] = {}  # by source
    for pair in sorted(group, key=lambda p: (-p.strength, p.one.unit, p.two.unit)):
        for place in (pair.one, pair.two):
            places.setdefault(units[place.unit].source, place)
    ordered = sorted(places.values(), key=lambda p: (p.unit, p.quantity.start))
    passages = tuple(stretch(units[p.unit], p.quantity.start, p.quantity.end) for p in ordered)
    sources: dict[tuple[str, str], list[str]] = {}
    for p in ordered:
        figure = p.quantity.text, p.quantity.hedge
        sources.setdefault(figure, []).append(source_key(units[p.unit].source))
    sides = tuple(Side(tuple(keys), *figure) for figure, keys in sources.items())
    counts = [(units[p.unit], p.quantity) for p in ordered]
    if is_update(evidence.story, counts, any(p.alike for p in group)):
        return Finding(ConflictKind.UPDATE, strength, passages, ConflictRule.GREW, sides)
    values = sorted(p.quantity.value for p in ordered)
    clear = not values[0] or values[-1] / values[0] > _CLOSE_BY
    confidence = min(_SURE, strength * (1.0 if clear else _LESS_SURE))
    rule = ConflictRule.AGE if ordered[0].quantity.dimension == "age" else ConflictRule.QUANTITY
    return Finding(ConflictKind.NUMBER, confidence, passages, rule, sides)
