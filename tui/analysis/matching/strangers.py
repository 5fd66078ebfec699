"""Articles that are probably about another event: they share hardly anything with any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tui.analysis.matching.support import Support
from tui.analysis.text.story import Story
from tui.ids import source_key
from tui.model import Report

_FEWEST_SENTENCES = 5  # of which it can be said that they share nothing
_HARDLY = 0.12  # mean score (0–1) of what is shared; accounts of one event reach three times as much


def find_strangers(story: Story, reports: Sequence[tuple[Report, ...]]) -> frozenset[int]:
    """Find the sources that neither report the others nor are reported by them.

    Both directions are asked: a bulletin reports little of a long article, which has all of the bulletin.
    """
    rows = [[row for row in positions if story.units[row].assertive] for positions in story.of_source]

    def told(row: int, by: str | None = None) -> float:
        return max((r.score for r in reports[row] if by is None or r.source == by), default=0.0)

    def shares(source: int) -> bool:
        key = source_key(source)
        given = [told(row) for row in rows[source]]
        taken = [[told(row, key) for row in theirs] for other, theirs in enumerate(rows) if other != source]
        return any(sum(scores) >= _HARDLY * len(scores) for scores in (given, *taken) if scores)

    long_enough = [source for source, own in enumerate(rows) if len(own) >= _FEWEST_SENTENCES]
    if len(rows) < 2:
        return frozenset()
    return frozenset(source for source in long_enough if not shares(source))


def without_strangers(support: Support, strangers: frozenset[int]) -> Support:
    """The support with none between the sources ``strangers`` and any other."""
    apart = np.isin(support.pairs.source, list(strangers))
    return replace(support, log_odds=np.where(apart[:, None] | apart, -np.inf, support.log_odds))
