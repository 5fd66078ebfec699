"""The evidence for "this source reports this sentence", from its sentences that may support it.

A sentence supports another if it says the same, all or in part. NaN stands for what a story does not have,
such as a third source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tui.analysis.linear import Array
from tui.analysis.matching.overlap import Mask, Matrix
from tui.analysis.matching.pairs import Pairs
from tui.analysis.text.tokens import Token

REPORTED = {
    "best": "log odds of the best sentence over there",
    "second": "log odds of the second best",
    "back": "log odds that this sentence supports the best one in turn",
    "neighbours": "log odds of the sentence before or after, whichever is better",
    "through third": "a third source has it, and of that sentence the other source has as much",
    "theirs in third": "log odds that a third source has the best sentence over there",
    "absent": "log weight of the names that the other source has nowhere",
    "says": "log weight of all its words",
    "lead": "near to 1 at the top of the article, 0 further down",
}
"""Whether a source reports a sentence at all: the features, and what each says."""
FULL = {
    "best": REPORTED["best"],
    "second": REPORTED["second"],
    "before": "log odds of the sentence before",
    "missing from three": "weight of the words that the best three sentences lack together",
    "least clause": "how much of the least covered clause the best sentence has",
    "strongest word": "weight of the most specific word that the best sentence has",
    "short": "1 if it has fewer than five words that count",
}
"""Whether a source that reports a sentence does so in full: the same."""
_FIGURE_SIGN = re.compile(r"[%$€£¥₹]")
_FIGURE_WORDS = frozenset("percent per million billion trillion dollars euros pounds rupees".split())
_DETOUR_WEIGHT = 0.5  # of a way through a third source, beside the direct one
_WEAKEST_WAY = -6.0  # log odds below which a way leads nowhere
_SHORT_SENTENCE = 5  # words that count
_LEAST_LOG_ODDS = -9.0  # log odds where there is no sentence to support anything


@dataclass(frozen=True)
class Support:
    """The best sentences of each source for each sentence, by the log odds of the pairs.

    ``log_odds`` is sentences × sentences, -inf where the column cannot support the row.
    """

    pairs: Pairs
    log_odds: Array

    @cached_property
    def ranked(self) -> NDArray[np.int_]:
        """Sentences × sources × 3: the source's three best sentences, best first; -1 where it has fewer."""
        units, sources = len(self.log_odds), len(self.pairs.story.articles)
        ranked = np.full((units, sources, 3), -1)
        rating = self.log_odds + _DETOUR_WEIGHT * self._detour()
        for source, positions in enumerate(self.pairs.story.of_source):
            if positions:
                order = np.argsort(-rating[:, positions], axis=1, kind="stable")[:, :3]
                ranked[:, source, : order.shape[1]] = np.array(positions)[order]
        rows = np.arange(units)[:, None, None]
        return np.where((ranked >= 0) & (self.log_odds[rows, ranked] > -np.inf), ranked, -1)

    def _detour(self) -> Array:
        """How firmly each pair hangs together by way of a third source: the weaker half of the best way."""
        both = np.maximum((self.log_odds + self.log_odds.T) / 2, _WEAKEST_WAY)
        detour = np.full(both.shape, _WEAKEST_WAY)
        rows = np.arange(len(both))
        for third, positions in enumerate(self.pairs.story.of_source):
            apart = self.pairs.source != third
            near = np.argsort(-both[:, positions], axis=1, kind="stable")[:, :2]
            for stop in np.array(positions, int)[near].T:
                way = np.minimum(both[rows, stop][:, None], both[stop])
                detour = np.where(apart[:, None] & apart, np.maximum(detour, way), detour)
        return detour

    @cached_property
    def ranked_log_odds(self) -> Array:
        """Sentences × sources × 3: the log odds of ``ranked``."""
        rows = np.arange(len(self.log_odds))[:, None, None]
        return np.where(
            self.ranked >= 0, np.maximum(self.log_odds[rows, self.ranked], _LEAST_LOG_ODDS), _LEAST_LOG_ODDS
        )

    def reported_features(self) -> Array:
        """Sentences × sources × the features of ``REPORTED``."""
        best, top = self.ranked_log_odds[..., 0], self.ranked[..., 0]
        before, after = (self.pairs.shifted(best, by, np.nan) for by in (1, -1))
        rows = np.arange(len(best))[:, None]
        through, theirs = self._third()
        columns: dict[str, Array | Matrix] = {
            "best": best,
            "second": self.ranked_log_odds[..., 1],
            "back": np.where(
                top >= 0, np.maximum(self.log_odds[top, rows], _LEAST_LOG_ODDS), _LEAST_LOG_ODDS
            ),
            "neighbours": np.fmax(before, after),
            "through third": through,
            "theirs in third": theirs,
            "absent": self._absent(),
            "says": np.broadcast_to(self._says()[:, None], best.shape),
            "lead": np.broadcast_to(np.exp(-self.pairs.order / 3)[:, None], best.shape),
        }
        return np.stack([columns[name] for name in REPORTED], -1)

    def full_features(self) -> Array:
        """Sentences × sources × the features of ``FULL``."""
        best, top = self.ranked_log_odds[..., 0], self.ranked[..., 0]
        rows = np.arange(len(best))[:, None]
        missing, strongest = self._words()
        columns: dict[str, Array | Matrix] = {
            "best": best,
            "second": self.ranked_log_odds[..., 1],
            "before": self.pairs.shifted(best, 1, np.nan),
            "missing from three": missing,
            "least clause": self.pairs.clauses.least[rows, top],
            "strongest word": strongest,
            "short": np.broadcast_to((self.pairs.overlap.bag.sum(1) < _SHORT_SENTENCE)[:, None], best.shape),
        }
        return np.stack([columns[name] for name in FULL], -1)

    def _says(self) -> Array:
        weights = (self.pairs.overlap.bag * self.pairs.overlap.specificity).sum(1)
        return np.asarray(np.log1p(weights), np.float64)

    def _absent(self) -> Array:
        overlap = self.pairs.overlap
        names = overlap.bag * (overlap.specificity * overlap.name)
        absent = np.zeros(self.ranked_log_odds.shape[:2])
        for source, positions in enumerate(self.pairs.story.of_source):
            absent[:, source] = names @ ~overlap.bag[positions].any(0)
        return np.log1p(absent)

    def lacks_figure(self) -> Mask:
        """Sentences × sources: whether the source has nowhere a percentage or quantity of the sentence."""
        overlap = self.pairs.overlap
        figures = np.zeros(overlap.bag.shape, bool)
        for row, unit in enumerate(self.pairs.story.units):
            figures[row, overlap.columns(_figures(unit.tokens))] = True
        lacks = np.zeros(self.ranked_log_odds.shape[:2], bool)
        for source, positions in enumerate(self.pairs.story.of_source):
            lacks[:, source] = (figures & ~overlap.bag[positions].any(0)).any(1)
        return lacks

    def _words(self) -> tuple[Array, Array]:
        """The weight of the words that the best three lack together, and of the best one’s strongest word."""
        overlap = self.pairs.overlap
        row, word = np.nonzero(overlap.bag)
        weight = overlap.specificity[word]
        missing, strongest = (np.zeros(self.ranked.shape[:2]) for _ in range(2))
        for source in range(len(self.pairs.story.articles)):
            top = self.ranked[row, source]
            nearness = np.where(top >= 0, overlap.soft_bag[top, word[:, None]], 0)
            missing[:, source] = np.bincount(row, weight * (1 - nearness.max(1)), len(missing))
            np.maximum.at(strongest[:, source], row, weight * nearness[:, 0])
        return missing, strongest

    def _third(self) -> tuple[Array, Array]:
        """What third sources have of the sentence on its way to the source, and of its best support there."""
        best, top = self.ranked_log_odds[..., 0], self.ranked[..., 0]
        own = self.pairs.source[:, None]
        sources = np.arange(best.shape[1])[None]
        through, theirs = np.full(best.shape, np.nan), np.full(best.shape, np.nan)
        for third in range(best.shape[1]):
            apart = (third != own) & (third != sources)
            way = np.minimum(best[:, [third]], best[top[:, third]])
            through = np.where(apart, np.fmax(through, way), through)
            theirs = np.where(apart, np.fmax(theirs, best[top, third]), theirs)
        return through, theirs


def _figures(tokens: Sequence[Token]) -> list[Token]:
    """The numbers that are shares, sums of money or large quantities: neither dates nor counts in passing."""
    following = [token.norm for token in tokens[1:]]
    return [
        token
        for token, after in zip(tokens, [*following, ""], strict=True)
        if token.is_number and (_FIGURE_SIGN.search(token.text) or after in _FIGURE_WORDS or after == "%")
    ]
