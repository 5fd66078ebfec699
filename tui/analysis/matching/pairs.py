"""The evidence for "this sentence there supports this one here", as numbers that a regression can weigh."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.analysis.linear import Array
from tui.analysis.matching.overlap import Matrix, Overlap, coverage, weighted_sum
from tui.analysis.text.clauses import split_clauses
from tui.analysis.text.story import Story
from tui.reading.quotation_marks import paired_marks

PAIR = {
    "similarity": "log of the overlap, geometric mean of both directions, words weighed by their rarity",
    "cosine": "cosine of the two sentences' vectors, less what all sentences of the story have in common",
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
"""The features of a pair of sentences, and what each says."""


class ClauseCoverage(NamedTuple):
    """The coverage (sentences × sentences) of each row's least and best covered clause."""

    least: Matrix
    best: Matrix


@dataclass(frozen=True)
class Pairs:
    """What is measured of all pairs of sentences; in matrices the row is judged, the column supports it."""

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
        """The share of the row's words, by their specificity, that the column has."""
        return coverage(self.overlap.bag, self.overlap.specificity, self.overlap.soft_bag)

    @cached_property
    def clauses(self) -> ClauseCoverage:
        """How well the column covers the clauses of the row."""
        found = [split_clauses(unit) for unit in self.story.units]
        if not found:
            return ClauseCoverage(self.covered, self.covered)
        bags = np.zeros((sum(map(len, found)), self.overlap.bag.shape[1]), bool)
        starts = np.cumsum([0, *map(len, found)])[:-1]
        for row, clause in enumerate(clause for sentence in found for clause in sentence):
            bags[row, self.overlap.columns(clause)] = True
        covered = coverage(bags, self.overlap.specificity, self.overlap.soft_bag)
        return ClauseCoverage(
            np.minimum.reduceat(covered, starts, 0), np.maximum.reduceat(covered, starts, 0)
        )

    def features(self) -> Array:
        """Sentences × sentences × the features of ``PAIR``."""
        overlap = self.overlap
        fit = 0.6 * self.covered + 0.4 * self.covered.T
        numbers = overlap.bag & overlap.number
        lead = 1 / (1 + self.order)
        names = overlap.bag & overlap.name
        columns: dict[str, Array | Matrix] = {
            "similarity": _both_ways(overlap.covered),
            "cosine": overlap.cosine,
            "margin": self._margin(fit),
            "exclusive": self._exclusive(),
            "clause": self.clauses.best,
            "paragraphs": self._paragraphs(fit),
            "parallel": np.maximum(self._beside(fit, 1), self._beside(fit, -1)),
            "leads": lead[:, None] * lead[None],
            "position": np.broadcast_to((self.order / np.maximum(self.length - 1, 1))[:, None], fit.shape),
            "quotation missing": self._quotation_missing(),
            "numbers missing": np.log1p(weighted_sum(numbers, overlap.specificity, 1 - overlap.soft_bag)),
            "numbers shared": np.minimum(
                weighted_sum(numbers, np.ones_like(overlap.specificity), numbers), 2
            ),
            "names shared": np.log1p(weighted_sum(names, overlap.specificity, overlap.soft_bag)),
        }
        return np.stack([columns[name] for name in PAIR], -1).astype(np.float64)

    def shifted(self, matrix: Array | Matrix, by: int, absent: float) -> Array:
        """Each row replaced by that of the sentence ``by`` (1 or -1) places before it in the same source."""
        moved = np.roll(matrix, by, 0).astype(np.float64)
        moved[(self.order if by > 0 else self.length - 1 - self.order) == 0] = absent
        return moved

    def _beside(self, fit: Matrix, by: int) -> Array:
        """The fit of the sentences ``by`` (1 or -1) places before both."""
        return self.shifted(self.shifted(fit, by, 0).T, by, 0).T

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
            nearness = self.overlap.soft_bag[positions]
            share = nearness**3 / ((nearness**2).sum(0) + 0.3)
            exclusive[:, positions] = weighted_sum(self.overlap.bag, self.overlap.specificity, share)
        return np.log1p(exclusive)

    def _paragraphs(self, fit: Matrix) -> Matrix:
        if not len(fit):
            return fit
        starts = np.array([positions[0] for positions in self.story.of_paragraph.values()])
        size = [len(positions) for positions in self.story.of_paragraph.values()]
        blocks = np.maximum.reduceat(np.maximum.reduceat(fit, starts, 0), starts, 1)
        return np.repeat(np.repeat(blocks, size, 0), size, 1)

    def _quotation_missing(self) -> Matrix:
        """How much of the words of the row's sentence between quotation marks the column lacks."""
        quoted = np.zeros(self.overlap.bag.shape, bool)
        for source, article in enumerate(self.story.articles):
            for paragraph, spans in enumerate(paired_marks(article.paragraphs)):
                for row in self.story.of_paragraph.get((source, paragraph), ()) if spans else ():
                    tokens = self.story.units[row].tokens
                    inside = [t for t in tokens if any(s.start <= t.start < s.end for s in spans)]
                    quoted[row, self.overlap.columns(inside)] = True
        missing = 1 - coverage(quoted, self.overlap.specificity, self.overlap.soft_bag)
        return np.where(quoted.any(axis=1, keepdims=True), missing, 0)


def _both_ways(covered: Matrix) -> Matrix:
    return np.asarray(np.log(np.sqrt(np.maximum(covered * covered.T, 0)) + 0.03), np.float32)
