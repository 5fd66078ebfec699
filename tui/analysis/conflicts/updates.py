"""Counts that only grew between two reports: an update, not a conflict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from tui.analysis.conflicts.context import other_day
from tui.analysis.conflicts.finding import Evidence
from tui.analysis.figures.fates import FATES
from tui.analysis.figures.quantities import Quantity
from tui.analysis.text.story import Unit

# Nouns of what is counted up while a story goes on, besides people by their fate.
_GROWING = frozenset("case infect arrest death injuri casualti bodi survivor claim complaint".split())
_RISES = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb\w*|grow\w*|grew|so far|as of|now at|now stands|updated|latest|toll"
    r"|jump(?:s|ed)|up from|revised|bringing the total)\b",
    re.IGNORECASE,
)


def grows(quantity: Quantity) -> bool:
    """Whether it is a count that later reports may have larger: the dead, the missing, cases."""
    return quantity.dimension in FATES or (quantity.dimension == "count" and quantity.head in _GROWING)


def is_update(evidence: Evidence, counts: Sequence[tuple[Unit, Quantity]], alike: bool) -> bool:
    """Whether the highest of several counts is the later one.

    The reports' dates tell, the days they name, words such as "has risen to". Two versions of one sentence
    (``alike``) differ by their number alone: there only the dates can tell, and words that one alone has.
    """
    ordered = sorted(counts, key=lambda count: count[1].value)
    (first, low), (last, _) = ordered[0], ordered[-1]
    if not grows(low):
        return False
    dated = [
        (quantity.value, date)
        for unit, quantity in ordered
        if (date := evidence.story.articles[unit.source].date) is not None
    ]
    if len(dated) == len(ordered) and len({date for _, date in dated}) > 1:
        return all(earlier <= later for (a, earlier), (b, later) in combinations(dated, 2) if a < b)
    rises = [_RISES.search(unit.text) is not None for unit in (first, last)]
    if alike:
        return rises[1] and not rises[0]
    return other_day(first, last) or any(rises)
