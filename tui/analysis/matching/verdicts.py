"""Who reports a sentence, and how fully: a verdict for every sentence and every other source.

Three logistic regressions, fitted by ``tui/fitting/verdicts.py`` (weights in ``tui/data/verdicts.json``):
does this sentence there support that one here; does the source report it at all; if so, in full. The score
is the expected level over two, ``P(reported) · (1 + P(full | reported)) / 2`` (a continuation-ratio model of
the ordered levels: Agresti 2010, "Analysis of Ordinal Categorical Data", section 4.2), and the verdict
follows from it by two thresholds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from tui.analysis.linear import Array, LinearModel, Weights, read_weights, sigmoid
from tui.analysis.matching.pairs import PAIR, Pairs
from tui.analysis.matching.support import FULL, REPORTED, Support
from tui.ids import source_key
from tui.model import Level, Report

MODELS = {"pair": PAIR, "reported": REPORTED, "full": FULL}
"""The features of each regression."""
_CAP_MARGIN = 0.01  # how far under a threshold a score is kept
_SEVERAL_SOURCES = 3  # one's own among them
_FURTHER_SUPPORT = 0.5  # a further supporting sentence has at least this share of the best one's probability


@dataclass(frozen=True)
class Judge:
    """The fitted regressions, and the thresholds (0–1) that verdicts and ties take."""

    pair: LinearModel
    reported: LinearModel
    full: LinearModel
    thresholds: Mapping[str, float]

    @property
    def weights(self) -> Weights:
        """What ``tui/data/verdicts.json`` holds of it."""
        return Weights({name: getattr(self, name) for name in MODELS}, self.thresholds)

    def support(self, pairs: Pairs) -> Support:
        """The log odds of all pairs; none within a source, nor with a sentence that reports nothing."""
        assertive = np.array([unit.assertive for unit in pairs.story.units], bool)
        possible = (pairs.source[:, None] != pairs.source[None]) & assertive[:, None] & assertive[None]
        return Support(pairs, np.where(possible, self.pair.predict(pairs.features()), -np.inf))

    def reports(self, support: Support) -> list[tuple[Report, ...]]:
        """For each sentence of the story, what every other source has of it, in source order."""
        probability = sigmoid(support.ranked_log_odds)
        likely = probability >= _FURTHER_SUPPORT * probability[..., :1]
        scores = self.scores(support)
        story = support.pairs.story
        units, articles = story.units, story.articles
        keys = [source_key(source) for source in range(len(articles))]

        def report(row: int, source: int) -> Report:
            score = float(scores[row, source])
            level = self.level(score)
            there: Iterable[int] = ()
            if level:
                equals = [other for other in story.equal[row] if units[other].source == source]
                judged = max(story.equal[row], key=lambda one: support.ranked_log_odds[one, source, 0])
                there = dict.fromkeys([*equals, *support.ranked[judged, source][likely[judged, source]]])
            by_ids = tuple(units[other].id for other in there if other >= 0)
            return Report(keys[source], level, round(score, 4), by_ids)

        return [
            tuple(report(row, source) for source in range(len(keys)) if source != unit.source)
            for row, unit in enumerate(units)
        ]

    def scores(self, support: Support) -> Array:
        """Sentences × sources: the score, 0 where no sentence can support it, under three rules.

        One weak sign makes nothing shared: unless the probability that either of the two likeliest sources
        reports the sentence comes to the threshold ``shared``, its scores stay below ``partial``. And a
        source that has one of its figures nowhere does not report it in full. Sentences with the same words
        report each other in full, and what others have of them is what they have of the best.
        """
        score, either = self.bare_scores(support)
        shared = (either >= self.thresholds["shared"])[:, None]
        score = np.where(shared, score, np.minimum(score, self.thresholds["partial"] - _CAP_MARGIN))
        score = np.where(
            support.lacks_figure(), np.minimum(score, self.thresholds["full"] - _CAP_MARGIN), score
        )
        return _alike_for_equals(score, support.pairs)

    def bare_scores(self, support: Support) -> tuple[Array, Array]:
        """The scores before the rules, and for each sentence the probability that two sources go by.

        That is the probability that either of the two likeliest other sources reports the sentence; with one
        other source there is nothing to add up, and it is 1.
        """
        possible = support.ranked[..., 0] >= 0
        reported = np.where(possible, self.reported.probability(support.reported_features()), 0)
        score = reported * (1 + self.full.probability(support.full_features())) / 2
        if reported.shape[1] < _SEVERAL_SOURCES:
            return score, np.ones(len(score))
        return score, 1 - np.prod(1 - np.sort(reported, 1)[:, -2:], 1)

    def level(self, score: float) -> Level:
        """The verdict that a score stands for."""
        if score >= self.thresholds["full"]:
            return Level.FULL
        return Level.PARTIAL if score >= self.thresholds["partial"] else Level.NONE


def _alike_for_equals(score: Array, pairs: Pairs) -> Array:
    alike = score.copy()
    for equal in {equal for equal in pairs.story.equal if len(equal) > 1}:
        rows = list(equal)
        alike[rows] = score[rows].max(0)
        alike[np.array(rows)[:, None], pairs.source[rows]] = 1
        alike[rows, pairs.source[rows]] = 0
    return alike


@cache
def fitted_judge() -> Judge:
    """The judge whose weights come with the package."""
    weights = read_weights("verdicts", MODELS)
    return Judge(**weights.models, thresholds=weights.thresholds)
