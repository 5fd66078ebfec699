"""Who reports a sentence, and how fully: a verdict for every sentence and every other source.

Three logistic regressions, fitted by ``tui/fitting/reports.py`` (coefficients in ``tui/data/reports.json``):
does this sentence there carry that one here; does the source report it at all; if so, in full. The score is
the expected level over two, ``P(reported) · (1 + P(full | reported)) / 2`` (a continuation-ratio model of
the ordered levels: Agresti 2010, "Analysis of Ordinal Categorical Data", section 4.2), and the verdict
follows from it by two thresholds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from tui.analysis.matching.carriers import FULL, REPORTED, Carriers
from tui.analysis.matching.coefficients import coefficients
from tui.analysis.matching.linear import Array, Logistic, sigmoid
from tui.analysis.matching.overlap import Overlap
from tui.analysis.matching.pairs import PAIR, Pairs
from tui.analysis.text.story import Story
from tui.ids import source_key
from tui.model import Level, Report

_BELOW = 0.01  # how far under a threshold a score is kept
_SEVERAL = 3  # sources, one's own among them
_FURTHER = 0.5  # a further carrying sentence has at least this share of the best one's chance


@dataclass(frozen=True)
class Judge:
    """The fitted regressions and thresholds."""

    pair: Logistic
    reported: Logistic
    full: Logistic
    thresholds: Mapping[str, float]

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Judge:
        """Read what ``tui/fitting/reports.py`` writes."""
        return cls(
            Logistic.from_dict(tuple(PAIR), values["pair"]),
            Logistic.from_dict(tuple(REPORTED), values["reported"]),
            Logistic.from_dict(tuple(FULL), values["full"]),
            values["thresholds"],
        )

    def carriers(self, pairs: Pairs) -> Carriers:
        """The log odds of all pairs; none within a source, nor with a sentence that reports nothing."""
        assertive = np.array([unit.assertive for unit in pairs.story.units], bool)
        possible = (pairs.source[:, None] != pairs.source[None]) & assertive[:, None] & assertive[None]
        return Carriers(pairs, np.where(possible, self.pair.odds(pairs.features()), -np.inf))

    def scores(self, carriers: Carriers) -> Array:
        """Sentences × sources: the score, 0 where no sentence can carry it, under two rules.

        One weak sign makes nothing shared: unless the chance that either of the two likeliest sources
        reports the sentence comes to the threshold ``shared``, its scores stay below ``partial``. And a
        source that has one of its figures nowhere does not report it in full.
        """
        score, either = self.chances(carriers)
        shared = (either >= self.thresholds["shared"])[:, None]
        score = np.where(shared, score, np.minimum(score, self.thresholds["partial"] - _BELOW))
        return np.where(carriers.lacks_figure(), np.minimum(score, self.thresholds["full"] - _BELOW), score)

    def chances(self, carriers: Carriers) -> tuple[Array, Array]:
        """The bare scores, and for each sentence the chance that either of the two likeliest sources has it.

        With one other source there is nothing to add up, and the chance is 1.
        """
        possible = carriers.ranked[..., 0] >= 0
        chance = np.where(possible, self.reported.chance(carriers.reported()), 0)
        score = chance * (1 + self.full.chance(carriers.full())) / 2
        if chance.shape[1] < _SEVERAL:
            return score, np.ones(len(score))
        return score, 1 - np.prod(1 - np.sort(chance, 1)[:, -2:], 1)

    def level(self, score: float) -> Level:
        """The verdict that a score stands for."""
        if score >= self.thresholds["full"]:
            return Level.FULL
        return Level.PARTIAL if score >= self.thresholds["partial"] else Level.NONE


def judge(story: Story, carriers: Carriers, by: Judge | None = None) -> list[tuple[Report, ...]]:
    """For each sentence of the story, what every other source has of it, in source order.

    Args:
        story: the story.
        carriers: what ``weigh`` made of it.
        by: the regressions, if not those that come with the package.
    """
    judge = by or fitted()
    chance = sigmoid(carriers.strength)
    likely = chance >= _FURTHER * chance[..., :1]
    scores = judge.scores(carriers)
    keys = [source_key(source) for source in range(len(story.articles))]

    def report(row: int, source: int) -> Report:
        score = float(scores[row, source])
        level = judge.level(score)
        there = carriers.ranked[row, source][likely[row, source]] if level else ()
        by_ids = tuple(story.units[other].id for other in there if other >= 0)
        return Report(keys[source], level, round(score, 4), by_ids)

    return [
        tuple(report(row, source) for source in range(len(keys)) if source != unit.source)
        for row, unit in enumerate(story.units)
    ]


def weigh(story: Story, overlap: Overlap) -> Carriers:
    """Which sentences of the other sources carry a sentence, and how likely."""
    return fitted().carriers(Pairs(story, overlap))


@cache
def fitted() -> Judge:
    """The regressions that come with the package."""
    return Judge.from_dict(coefficients("reports"))
