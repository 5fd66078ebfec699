"""The same quantity with values that cannot both hold; and counts that only grew between two reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.conflicts.context import Context, beside, elsewhere, looks_back, other_day, other_year
from tui.analysis.conflicts.finding import Evidence, Finding
from tui.analysis.quantities import CASUALTIES, Quantity, quantities
from tui.analysis.story import Unit
from tui.model import ConflictKind, source_key

# What it takes, beyond two versions of one sentence, for two numbers to be about one quantity: shares (0–1)
# of the words that the sentences, and the surroundings of the numbers, have in common, summed over both
# directions, and the weight of the words common to both surroundings. A noun that is counted says what a
# number is about; a measure does not, and needs the same word right next to it.
_ALIKE = 0.8  # either direction; two versions of one sentence
_SENTENCE, _SENTENCE_MEASURED = 0.95, 1.05
_SURROUNDINGS = 0.7
_SHARED = 3.5
_CLOSE = 1.2  # of sentences and surroundings both: as good as the same word next to two counts
_TELLING = 12.0  # weight of common words that is as good
_CLAUSE = 0.8  # share of a short sentence's words that one clause has
_CLEARLY = 0.25  # and how much less of them the clauses of other numbers have
_STATED = 0.7  # strength of such a finding
_WIDEST = 4.0  # two counts of one thing seldom differ by more, two counts of two things often do
_MEASURES = frozenset("length speed weight percent time surface area degree".split())
_RISES = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb\w*|grow\w*|grew|so far|as of|now at|updated|latest|toll)\b",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"^\d+\.\d+$")


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
    for one, two in context.pairs(found):
        if _kinds(found[one]) & _kinds(found[two]):
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
    sentence = context.both(one, two)
    if sum(sentence) < _SENTENCE or _of_others(units[one], units[two]):
        return
    alike = min(sentence) >= _ALIKE
    for a in first:
        for b in second:
            if _kind(a) != _kind(b) or a.agrees(b, strict=alike):
                continue
            if _stated(context, (one, a), (two, b), found):
                yield _Pair(_Place(one, a), _Place(two, b), _STATED, False)
                continue
            if alike and a.dimension in _MEASURES and a.unit != b.unit:
                continue  # the same length in miles and in kilometres
            if not alike and (_several(a, first) or _several(b, second)):
                continue  # which of them is meant is anybody's guess
            if _explained(a, second, units[two], alike) or _explained(b, first, units[one], alike):
                continue
            local, shared = context.near(one, (a.first, a.last), two, (b.first, b.last))
            strength = 0.25 * (sum(sentence) + sum(local))
            if alike and min(local) >= _ALIKE:
                yield _Pair(_Place(one, a), _Place(two, b), strength, True)
            elif _same(units[one], a, units[two], b, (sum(sentence), sum(local), shared)):
                yield _Pair(_Place(one, a), _Place(two, b), strength, False)


def _stated(
    context: Context, one: tuple[int, Quantity], two: tuple[int, Quantity], found: dict[int, list[Quantity]]
) -> bool:
    """Whether a short sentence states of one clause's subject a number that the clause gives otherwise.

    “Exports rose 10.5%” against “exports rose 12.8%, while imports rose 10.5%”.
    """
    (short, number), (long, other) = sorted((one, two), key=lambda side: context.length(side[0]))
    if len(found[short]) != 1 or number.hedge or other.hedge:
        return False
    rivals = [q for q in found[long] if _kind(q) == _kind(number)]
    carried = {q.start: context.stated(short, (number.first, number.last), long, q.first) for q in rivals}
    best = carried.pop(other.start)
    return bool(carried) and best >= _CLAUSE and all(share <= best - _CLEARLY for share in carried.values())


def _same(one: Unit, a: Quantity, two: Unit, b: Quantity, common: tuple[float, float, float]) -> bool:
    """Whether two numbers in differently worded sentences are about one quantity.

    ``common``: of the sentences, of the surroundings, and the weight of what the surroundings share.
    """
    counted = a.dimension == "count" or a.dimension in CASUALTIES
    sentence, local, shared = common
    least = _SENTENCE if counted else _SENTENCE_MEASURED
    if sentence < least or local < _SURROUNDINGS or shared < _SHARED:
        return False
    if a.other or b.other or max(a.value, b.value) > _WIDEST * min(a.value, b.value):
        return False
    if a.dimension in _MEASURES and 0.9 <= a.value / b.value <= 1.11:
        return False  # measured twice
    if a.dimension not in CASUALTIES and other_day(one, two):
        return False
    if elsewhere(one.tokens, a.last, two.tokens, b.last):
        return False
    if counted and (shared >= _TELLING or min(sentence, local) >= _CLOSE or _same_noun(one, a, two, b)):
        return True
    return beside(one.tokens, (a.first, a.last), two.tokens, (b.first, b.last))


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


def _same_noun(one: Unit, a: Quantity, two: Unit, b: Quantity) -> bool:
    """Whether two counts are of the same thing down to its adjective: two undersea cables."""
    first, second = (
        {t.stem for t in unit.tokens[q.first : q.last] if t.is_content and not t.is_number}
        for unit, q in ((one, a), (two, b))
    )
    return len(first & second) > 1


def _of_others(one: Unit, two: Unit) -> bool:
    """Whether two sentences tell of different times, or open with different names: one's catch, another's."""
    if other_year(one, two) or looks_back(one) != looks_back(two):
        return True
    names = _subject(one), _subject(two)
    apart = all(name not in {t.norm for t in u.tokens} for name, u in zip(names, (two, one), strict=True))
    return all(names) and apart


def _subject(unit: Unit) -> str:
    """The name that a sentence opens with, if it does: a word with a capital letter before a verb's place."""
    first, second = (*unit.tokens[:2], None, None)[:2]
    if first is None or second is None or second.norm == "of" or not first.is_content:
        return ""
    return first.norm if first.is_capitalised else ""


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
            ConflictKind.UPDATE, strength, passages, f"{says}: a count that grew between the reports."
        )
    ratio = values[-1] / values[0] if values[0] else 2.0
    confidence = min(0.95, strength * (1.0 if ratio > 1.1 else 0.85))
    return Finding(
        ConflictKind.NUMBER, confidence, passages, f"{says} for the same quantity; they cannot both hold."
    )


def _hedged(quantity: Quantity) -> str:
    words = {"about": "about ", "min": "at least ", "max": "at most ", "": ""}[quantity.hedge]
    return f"{words}“{quantity.text}”"


def _is_update(evidence: Evidence, places: Sequence[_Place], alike: bool) -> bool:
    """Whether the higher count is the later one.

    The reports' dates tell, the days they name, or words such as "has risen to". Two versions of one sentence
    differ by their number alone: there only the dates can tell.
    """
    units = evidence.story.units
    by_value = sorted(places, key=lambda p: p.quantity.value)
    dates = [evidence.story.articles[units[p.unit].source].date for p in by_value]
    if dates[0] and dates[-1] and dates[0] != dates[-1]:
        return dates[0] < dates[-1]
    if alike:
        return False
    days = other_day(units[by_value[0].unit], units[by_value[-1].unit])
    return days or any(_RISES.search(units[p.unit].text) for p in places)
