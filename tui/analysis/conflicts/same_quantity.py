"""Whether two numbers are about one quantity, and whether it only grew between the reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from tui.analysis.conflicts.context import beside, elsewhere, looks_back, other_day, other_year
from tui.analysis.figures.fates import CASUALTIES, FATES
from tui.analysis.figures.numerals import NUMBER_WORDS
from tui.analysis.figures.quantities import Quantity
from tui.analysis.figures.units import MEASURES
from tui.analysis.text.story import Story, Unit

# What it takes, beyond two versions of one sentence, for two numbers to be about one quantity: shares (0–1)
# of the words that the sentences, and the surroundings of the numbers, have in common, summed over both
# directions, and the weight of the words common to both surroundings. A noun that is counted says what a
# number is about; a measure does not, and needs the same word right next to it.
SENTENCE = 0.85
_MEASURED = 0.95
ANCHORED = 0.1  # less of it is enough where the sentences agree on another number
_SURROUNDINGS = 0.7
_SHARED = 3.5
_CLOSE = 1.2  # of sentences and surroundings both: as good as the same word next to two counts
_TELLING = 12.0  # weight of common words that is as good
_WIDEST = 4.0  # two counts of one thing seldom differ by more, two counts of two things often do
_DECIMAL = re.compile(r"^\d+\.\d+$")
# What is needed, sought or foreseen is another quantity than what came of it.
_AIMS = frozenset(
    """
    need seek sought want ask demand request aim hope target goal propos expect forecast predict project
    requir threaten could would should might if
    """.split()
)
_REACH = 4  # tokens before a number that may say so
# Nouns of what is counted up while a story goes on, besides people by their fate.
_GROWING = frozenset("case infect arrest death injuri casualti bodi survivor claim complaint".split())
_RISES = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb\w*|grow\w*|grew|so far|as of|now at|now stands|updated|latest|toll"
    r"|jump(?:s|ed)|up from|revised|bringing the total)\b",
    re.IGNORECASE,
)


class Common(NamedTuple):
    """What two sentences, and the surroundings of two numbers in them, have in common.

    ``sentence`` and ``local`` are the shares (0–1) of both directions summed, ``shared`` the weight of the
    words that both surroundings have.
    """

    sentence: float
    local: float
    shared: float


def same_quantity(one: Unit, a: Quantity, two: Unit, b: Quantity, common: Common) -> bool:
    """Tell whether two numbers in differently worded sentences are about one quantity.

    Args:
        one: the sentence of the number ``a``.
        a: a number.
        two: the sentence of the number ``b``.
        b: a number of the same kind.
        common: what the sentences, and the surroundings of the numbers, have in common.
    """
    counted = a.dimension in {"count", "ordinal"} or a.dimension in FATES
    sentence, local, shared = common
    least = (SENTENCE if counted else _MEASURED) - (ANCHORED if _anchored(one, a, two, b) else 0)
    if sentence < least or local < _SURROUNDINGS or (shared < _SHARED and not a.per):
        return False
    if a.other or b.other or max(a.value, b.value) > _WIDEST * min(a.value, b.value):
        return False
    if a.dimension in MEASURES and 0.9 <= a.value / b.value <= 1.11:
        return False  # measured twice
    if a.dimension not in CASUALTIES and other_day(one, two):
        return False
    if elsewhere(one.tokens, a.last, two.tokens, b.last) or _aimed(one, a) != _aimed(two, b):
        return False
    near = beside(one.tokens, (a.first, a.last), two.tokens, (b.first, b.last))
    if a.dimension == "ordinal":
        return near or _same_noun(one, a, two, b)
    enough = shared >= _TELLING or min(sentence, local) >= _CLOSE or _same_noun(one, a, two, b)
    return near or (counted and enough)


def explained(quantity: Quantity, others: Sequence[Quantity], unit: Unit, alike: bool) -> bool:
    """Tell whether another sentence has the same value too, or parts that add up to it.

    ``alike`` is for two versions of one sentence, where the value has to stand in the same unit.
    """
    same = [o for o in others if o.kind == quantity.kind and (not alike or o.unit == quantity.unit)]
    if any(quantity.agrees(o, strict=alike) for o in same):
        return True
    if any(abs(number - quantity.face) <= 0.03 * quantity.face for number in _bare(unit)):
        return True
    return len(same) > 1 and abs(sum(o.value for o in same) - quantity.value) <= 1e-6 * quantity.value


def parts_of_one_whole(a: Quantity, b: Quantity) -> bool:
    """Tell whether two numbers can be a whole and its part (15 people, 12 soldiers), or parts (30, 70%)."""
    if a.dimension == "percent":
        return abs(a.value + b.value - 100) < 1
    if a.group == b.group:
        return False
    if a.group and b.group:
        return True
    whole, part = (a, b) if not a.group else (b, a)
    return whole.top >= part.value


def of_others(one: Unit, two: Unit) -> bool:
    """Tell whether two sentences are of different times, or open with different names: whose catch it is."""
    if other_year(one, two) or looks_back(one) != looks_back(two):
        return True
    names = _subject(one), _subject(two)
    apart = all(name not in {t.norm for t in u.tokens} for name, u in zip(names, (two, one), strict=True))
    return all(names) and apart


def _subject(unit: Unit) -> str:
    """The name that a sentence opens with, if it does: a word with a capital letter before a verb's place."""
    first, second = (*unit.tokens[:2], None, None)[:2]
    if first is None or second is None or second.norm in {"of", ","} or not first.is_content:
        return ""
    return first.norm if first.is_capitalised else ""


def _anchored(one: Unit, a: Quantity, two: Unit, b: Quantity) -> bool:
    """Whether both sentences have another number in common: the same eight-year deal."""
    first, second = (
        {
            t.norm
            for t in unit.tokens[: q.first] + unit.tokens[q.last :]
            if t.is_number or t.norm in NUMBER_WORDS
        }
        for unit, q in ((one, a), (two, b))
    )
    return bool(first & second)


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


def _aimed(unit: Unit, quantity: Quantity) -> bool:
    """Whether a number is said to be needed, sought or foreseen."""
    before = unit.tokens[max(0, quantity.first - _REACH) : quantity.first]
    return any(token.stem in _AIMS for token in before)


def is_update(story: Story, counts: Sequence[tuple[Unit, Quantity]], alike: bool) -> bool:
    """Tell whether the highest of several counts is the later one.

    The reports' dates tell, the days they name, words such as "has risen to". Two versions of one sentence
    (``alike``) differ by their number alone: there only the dates can tell, and words that one alone has.
    """
    ordered = sorted(counts, key=lambda count: count[1].value)
    (first, low), (last, _) = ordered[0], ordered[-1]
    if not _grows(low):
        return False
    dated = [
        (quantity.value, date)
        for unit, quantity in ordered
        if (date := story.articles[unit.source].date) is not None
    ]
    if len(dated) == len(ordered) and len({date for _, date in dated}) > 1:
        return all(earlier <= later for (a, earlier), (b, later) in combinations(dated, 2) if a < b)
    rises = [_RISES.search(unit.text) is not None for unit in (first, last)]
    if alike:
        return rises[1] and not rises[0]
    return other_day(first, last) or any(rises)


def _grows(quantity: Quantity) -> bool:
    """Whether it is a count that later reports may have larger: the dead, the missing, cases."""
    return quantity.dimension in FATES or (quantity.dimension == "count" and quantity.head in _GROWING)
