"""The evidence for "this sentence there carries this one here", as numbers that a regression can weigh.

Two tables: one row a pair of sentences (``PAIR``), one row a sentence and another source (``REPORTED``,
``FULL``). Each feature is named and explained in its table; NaN stands for what a story does not have, such
as a third source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tui.analysis.clauses import clauses
from tui.analysis.language import Token
from tui.analysis.overlap import Mask, Matrix, Overlap, coverage, weighed
from tui.analysis.quotation_marks import find_quotations
from tui.analysis.story import Story

PAIR = {
    "similarity": "log of the overlap, geometric mean of both directions, words weighed by their rarity",
    "kindred": "cosine of the two sentences' vectors, less what all sentences of the story have in common",
    "margin": "how much better it fits than the other source's next best sentence",
    "exclusive": "weight of the words that hardly another sentence of the other source has",
    "clause": "how much of the best covered clause it has",
    "paragraphs": "the best fit between any sentences of the two paragraphs",
    "parallel": "the fit of the sentences before both, or after both",
    "leads": "both stand at the top of their articles",
    "position": "how far down its article the sentence stands, 0–1",
    "quotation missing": "share of the sentence's quoted words that it lacks",
    "numbers missing": "log weight of the sentence's numbers that it lacks",
    "numbers shared": "how many numbers both have, 2 at most",
    "names shared": "log weight of the names that both have; the same people may do several things",
}
REPORTED = {
    "best": "log odds of the best sentence over there",
    "second": "log odds of the second best",
    "back": "log odds that this sentence carries the best one in turn",
    "neighbours": "log odds of the sentence before or after, whichever is better",
    "through third": "a third source has it, and of that sentence the other source has as much",
    "theirs in third": "log odds that a third source has what the best sentence over there says",
    "absent": "log weight of the names that the other source has nowhere",
    "says": "log weight of all its words",
    "lead": "near to 1 at the top of the article, 0 further down",
}
FULL = {
    "best": REPORTED["best"],
    "second": REPORTED["second"],
    "before": "log odds of the sentence before",
    "missing from three": "weight of the words that the best three sentences lack together",
    "least clause": "how much of the least covered clause the best sentence has",
    "strongest word": "weight of the most telling word that the best sentence has",
    "short": "1 if it has fewer than five words that count",
}
Array = NDArray[np.float64]
_SIGN = re.compile(r"[%$€£¥₹]")
_SCALES = frozenset("percent per million billion trillion dollars euros pounds rupees".split())
_DETOUR = 0.5  # what a way through a third source counts beside the direct one
_WEAK = -6.0  # log odds below which a way leads nowhere
_ABSENT = -9.0  # log odds where there is no sentence to carry anything


@dataclass(frozen=True)
class Pairs:
    """What is measured of all pairs of sentences; in matrices the row is judged, the column carries."""

    story: Story
    overlap: Overlap

    @cached_property
    def source(self) -> NDArray[np.int_]:
        """The source of each sentence."""
        return np.array([unit.source for unit in self.story.units], int)

    @cached_property
    def order(self) -> NDArray[np.int_]:
        """How many sentences stand before each in its source."""
        order = np.zeros(len(self.source), int)
        for positions in self.story.of_source:
            order[positions] = np.arange(len(positions))
        return order

    @cached_property
    def length(self) -> NDArray[np.int_]:
        """How many sentences the source of each has."""
        return np.bincount(self.source)[self.source]

    @cached_property
    def covered(self) -> Matrix:
        """The share of the row's telling words that the column has."""
        return coverage(self.overlap.bag, self.overlap.telling, self.overlap.carried)

    @cached_property
    def clauses(self) -> tuple[Matrix, Matrix]:
        """The coverage of each sentence's least and best covered clause."""
        found = [clauses(unit) for unit in self.story.units]
        if not found:
            return self.covered, self.covered
        bags = np.zeros((sum(map(len, found)), self.overlap.bag.shape[1]), bool)
        starts = np.cumsum([0, *map(len, found)])[:-1]
        for row, clause in enumerate(clause for sentence in found for clause in sentence):
            bags[row, self.overlap.columns(clause)] = True
        covered = coverage(bags, self.overlap.telling, self.overlap.carried)
        return np.minimum.reduceat(covered, starts, 0), np.maximum.reduceat(covered, starts, 0)

    def features(self) -> Array:
        """Sentences × sentences × the features of ``PAIR``."""
        overlap = self.overlap
        fit = 0.6 * self.covered + 0.4 * self.covered.T
        numbers = overlap.bag & overlap.number
        lead = 1 / (1 + self.order)
        quoted, has_quote = self._quoted()
        names = overlap.bag & overlap.name
        columns = (
            _both_ways(overlap.covered),
            overlap.kindred,
            self._margin(fit),
            self._exclusive(),
            self.clauses[1],
            self._paragraphs(fit),
            np.maximum(
                self.shifted(self.shifted(fit, 1, 0).T, 1, 0).T,
                self.shifted(self.shifted(fit, -1, 0).T, -1, 0).T,
            ),
            lead[:, None] * lead[None],
            np.broadcast_to((self.order / np.maximum(self.length - 1, 1))[:, None], fit.shape),
            np.where(has_quote[:, None], 1 - coverage(quoted, overlap.telling, overlap.carried), 0),
            np.log1p(weighed(numbers, overlap.telling, 1 - overlap.carried)),
            np.minimum(weighed(numbers, np.ones_like(overlap.telling), numbers), 2),
            np.log1p(weighed(names, overlap.telling, overlap.carried)),
        )
        return np.stack(columns, -1).astype(np.float64)

    def shifted(self, matrix: Array | Matrix, by: int, absent: float) -> Array:
        """Each row replaced by that of the sentence ``by`` (1 or -1) places before it in the same source."""
        moved = np.roll(matrix, by, 0).astype(np.float64)
        moved[(self.order if by > 0 else self.length - 1 - self.order) == 0] = absent
        return moved

    def _margin(self, fit: Matrix) -> Array:
        margin = np.zeros(fit.shape)
        for positions in self.story.of_source:
            if positions:
                part = fit[:, positions]
                ranked = np.sort(part, 1)
                best = ranked[:, -1:]
                second = ranked[:, -2:-1] if len(positions) > 1 else np.zeros_like(best)
                margin[:, positions] = part - np.where(part >= best - 1e-9, second, best)
        return margin

    def _exclusive(self) -> Array:
        exclusive = np.zeros(self.covered.shape)
        for positions in self.story.of_source:
            has = self.overlap.carried[positions]
            share = has**3 / ((has**2).sum(0) + 0.3)
            exclusive[:, positions] = weighed(self.overlap.bag, self.overlap.telling, share)
        return np.log1p(exclusive)

    def _paragraphs(self, fit: Matrix) -> Matrix:
        if not len(fit):
            return fit
        starts = np.array([positions[0] for positions in self.story.of_paragraph.values()])
        size = [len(positions) for positions in self.story.of_paragraph.values()]
        blocks = np.maximum.reduceat(np.maximum.reduceat(fit, starts, 0), starts, 1)
        return np.repeat(np.repeat(blocks, size, 0), size, 1)

    def _quoted(self) -> tuple[Mask, Mask]:
        """The words of each sentence that stand between quotation marks, and whether there are any."""
        quoted = np.zeros(self.overlap.bag.shape, bool)
        for source, article in enumerate(self.story.articles):
            for paragraph, spans in enumerate(find_quotations(article.paragraphs)):
                for row in self.story.of_paragraph.get((source, paragraph), ()) if spans else ():
                    tokens = self.story.units[row].tokens
                    inside = [t for t in tokens if any(s.start <= t.start < s.end for s in spans)]
                    quoted[row, self.overlap.columns(inside)] = True
        return quoted, np.asarray(quoted.any(1))


@dataclass(frozen=True)
class Carriers:
    """The best sentences of each source for each sentence, by the log odds of the pairs.

    ``odds`` is sentences × sentences, -inf where the column cannot carry the row.
    """

    pairs: Pairs
    odds: Array

    @cached_property
    def ranked(self) -> NDArray[np.int_]:
        """Sentences × sources × 3: the source's three best sentences, best first; -1 where there is none."""
        units, sources = len(self.odds), len(self.pairs.story.articles)
        ranked = np.full((units, sources, 3), -1)
        rating = self.odds + _DETOUR * self._detour()
        for source, positions in enumerate(self.pairs.story.of_source):
            if positions:
                order = np.argsort(-rating[:, positions], axis=1, kind="stable")[:, :3]
                ranked[:, source, : order.shape[1]] = np.array(positions)[order]
        rows = np.arange(units)[:, None, None]
        return np.where((ranked >= 0) & (self.odds[rows, ranked] > -np.inf), ranked, -1)

    def _detour(self) -> Array:
        """How firmly each pair hangs together by way of a third source: the weaker half of the best way."""
        both = np.maximum((self.odds + self.odds.T) / 2, _WEAK)
        detour = np.full(both.shape, _WEAK)
        rows = np.arange(len(both))
        for third, positions in enumerate(self.pairs.story.of_source):
            apart = self.pairs.source != third
            near = np.argsort(-both[:, positions], axis=1, kind="stable")[:, :2]
            for stop in np.array(positions, int)[near].T:
                way = np.minimum(both[rows, stop][:, None], both[stop])
                detour = np.where(apart[:, None] & apart, np.maximum(detour, way), detour)
        return detour

    @cached_property
    def strength(self) -> Array:
        """Sentences × sources × 3: the log odds of ``ranked``."""
        rows = np.arange(len(self.odds))[:, None, None]
        return np.where(self.ranked >= 0, np.maximum(self.odds[rows, self.ranked], _ABSENT), _ABSENT)

    def reported(self) -> Array:
        """Sentences × sources × the features of ``REPORTED``."""
        best, top = self.strength[..., 0], self.ranked[..., 0]
        before, after = (self.pairs.shifted(best, by, np.nan) for by in (1, -1))
        rows = np.arange(len(best))[:, None]
        through, theirs = self._third()
        lead = np.broadcast_to(np.exp(-self.pairs.order / 3)[:, None], best.shape)
        columns = (
            best,
            self.strength[..., 1],
            np.where(top >= 0, np.maximum(self.odds[top, rows], _ABSENT), _ABSENT),
            np.fmax(before, after),
            through,
            theirs,
            self._absent(),
            np.broadcast_to(self._says()[:, None], best.shape),
            lead,
        )
        return np.stack(columns, -1)

    def full(self) -> Array:
        """Sentences × sources × the features of ``FULL``."""
        best, top = self.strength[..., 0], self.ranked[..., 0]
        rows = np.arange(len(best))[:, None]
        missing, strongest = self._words()
        columns = (
            best,
            self.strength[..., 1],
            self.pairs.shifted(best, 1, np.nan),
            missing,
            self.pairs.clauses[0][rows, top],
            strongest,
            np.broadcast_to((self.pairs.overlap.bag.sum(1) < 5)[:, None], best.shape),
        )
        return np.stack(columns, -1)

    def _says(self) -> Array:
        weights = (self.pairs.overlap.bag * self.pairs.overlap.telling).sum(1)
        return np.asarray(np.log1p(weights), np.float64)

    def _absent(self) -> Array:
        overlap = self.pairs.overlap
        names = overlap.bag * (overlap.telling * overlap.name)
        absent = np.zeros(self.strength.shape[:2])
        for source, positions in enumerate(self.pairs.story.of_source):
            absent[:, source] = names @ ~overlap.bag[positions].any(0)
        return np.log1p(absent)

    def lacks_figure(self) -> Mask:
        """Sentences × sources: whether the source has nowhere a percentage or quantity of the sentence."""
        overlap = self.pairs.overlap
        figures = np.zeros(overlap.bag.shape, bool)
        for row, unit in enumerate(self.pairs.story.units):
            figures[row, overlap.columns(_figures(unit.tokens))] = True
        lacks = np.zeros(self.strength.shape[:2], bool)
        for source, positions in enumerate(self.pairs.story.of_source):
            lacks[:, source] = (figures & ~overlap.bag[positions].any(0)).any(1)
        return lacks

    def _words(self) -> tuple[Array, Array]:
        """The weight of the words that the best three lack together, and of the best one’s strongest word."""
        overlap = self.pairs.overlap
        row, word = np.nonzero(overlap.bag)
        weight = overlap.telling[word]
        missing, strongest = np.zeros(self.strength.shape[:2]), np.zeros(self.strength.shape[:2])
        for source in range(len(self.pairs.story.articles)):
            top = self.ranked[row, source]
            has = np.where(top >= 0, overlap.carried[top, word[:, None]], 0)
            missing[:, source] = np.bincount(row, weight * (1 - has.max(1)), len(missing))
            np.maximum.at(strongest[:, source], row, weight * has[:, 0])
        return missing, strongest

    def _third(self) -> tuple[Array, Array]:
        """What third sources have: of the sentence on its way to the source, and of the source's carrier."""
        best, top = self.strength[..., 0], self.ranked[..., 0]
        own = self.pairs.source[:, None]
        sources = np.arange(best.shape[1])[None]
        through, theirs = np.full(best.shape, np.nan), np.full(best.shape, np.nan)
        for third in range(best.shape[1]):
            apart = (third != own) & (third != sources)
            way = np.minimum(best[:, [third]], best[top[:, third]])
            through = np.where(apart, np.fmax(through, way), through)
            theirs = np.where(apart, np.fmax(theirs, best[top, third]), theirs)
        return through, theirs


def _both_ways(covered: Matrix) -> Matrix:
    return np.asarray(np.log(np.sqrt(np.maximum(covered * covered.T, 0)) + 0.03), np.float32)


def _figures(tokens: Sequence[Token]) -> list[Token]:
    """The numbers that are shares, sums of money or large quantities: neither dates nor counts in passing."""
    following = [token.norm for token in tokens[1:]]
    return [
        token
        for token, after in zip(tokens, [*following, ""], strict=True)
        if token.is_number and (_SIGN.search(token.text) or after in _SCALES or after == "%")
    ]
