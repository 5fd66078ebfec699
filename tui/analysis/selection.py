"""Choosing passages within a word budget: a submodular objective, greedily, and its upper bound.

The objective adds two kinds of coverage, both with diminishing returns (Lin & Bilmes 2011, "A Class of
Submodular Functions for Document Summarization"): the concepts of the chosen sentences, under a logarithm,
and for every sentence and fact how much of it the chosen ones report (facility location). The greedy choice
is by gain per word (Lin & Bilmes 2010, "Multi-document Summarization via Budgeted Maximization of Submodular
Functions") and improved by exchanges. ``upper_bound`` tells what no choice within the budget can exceed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_REPORTS = 0.5  # the share of the objective that facility location has
_COST_POWER = 0.7  # 1: gain per word, 0: gain; below 1 a full lead comes before asides
_SATURATION = 3.0  # expected concepts; from here on more of them count less and less
_WORTH_A_CHANGE = 1.02  # what an exchange has to gain: a reader prefers what was there


@dataclass(frozen=True)
class Objective:
    """What a choice of sentences is worth.

    ``concepts`` (sentences × concepts) holds the weight of each concept that a sentence has; ``reports``
    (sentences × sentences and facts) how much of the column's the row's sentence reports, times the column's
    weight.
    """

    concepts: Array
    reports: Array

    def of_passages(self, passages: Sequence[Collection[int]]) -> Objective:
        """The same objective with passages, sets of sentences, for rows."""
        rows = [sorted(passage) for passage in passages]
        return Objective(_unions(self.concepts, rows), _unions(self.reports, rows))

    def value(self, chosen: Iterable[int]) -> float:
        """The worth of a choice of rows, from 0."""
        rows = list(chosen)
        if not rows:
            return 0.0
        concepts, reports = self.concepts[rows].max(0).sum(), self.reports[rows].max(0).sum()
        return float((1 - _REPORTS) * np.log1p(concepts / _SATURATION) + _REPORTS * reports)

    def gains(self, chosen: Iterable[int]) -> Array:
        """What each row would add to a choice."""
        rows = list(chosen)
        have = self.concepts[rows].max(0) if rows else np.zeros(self.concepts.shape[1], np.float32)
        told = self.reports[rows].max(0) if rows else np.zeros(self.reports.shape[1], np.float32)
        base = _SATURATION + have.sum()
        added = np.maximum(self.concepts - have, 0).sum(1)
        spread = np.maximum(self.reports - told, 0).sum(1)
        return np.asarray((1 - _REPORTS) * np.log1p(added / base) + _REPORTS * spread, np.float32)


def upper_bound(objective: Objective, words: Sequence[int], budget: int, chosen: Collection[int]) -> float:
    """What no choice of sentences within the budget can exceed, given any one choice.

    The worth of the choice, and the best fractional filling of the budget with what each sentence would add
    to it (Leskovec et al. 2007, "Cost-effective Outbreak Detection in Networks", section 3.2).
    """
    gains, left = objective.gains(chosen), float(budget)
    bound = objective.value(chosen)
    for row in sorted(range(len(words)), key=lambda row: -gains[row] / max(1, words[row])):
        share = min(1.0, left / max(1, words[row]))
        bound += share * float(gains[row])
        left -= share * words[row]
        if left <= 0:
            break
    return bound


@dataclass(frozen=True)
class Problem:
    """Passages to choose from.

    Attributes:
        objective: what sentences are worth.
        words: how many words each sentence has.
        passages: the sentences of each passage; passages may share some.
        apart: pairs of sentences (square, symmetric) that must not be chosen together.
        price: by passage, a factor on its cost for the choice (1: its words); the budget counts words alone.
        source: by passage, the number of the source it stands in.
        budget: words.
    """

    objective: Objective
    words: NDArray[np.int_]
    passages: tuple[frozenset[int], ...]
    apart: NDArray[np.bool_]
    price: Array
    source: NDArray[np.int_]
    budget: int

    @cached_property
    def worth(self) -> Objective:
        """The objective over passages."""
        return self.objective.of_passages(self.passages)

    @cached_property
    def _members(self) -> NDArray[np.bool_]:
        members = np.zeros((len(self.passages), len(self.words)), bool)
        for row, passage in enumerate(self.passages):
            members[row, sorted(passage)] = True
        return members

    @cached_property
    def _clash(self) -> NDArray[np.bool_]:
        """Which sentences (columns) must not stand beside a passage (row)."""
        return np.asarray((self._members.astype(np.float32) @ self.apart.astype(np.float32)) > 0)

    def length(self, chosen: Collection[int]) -> int:
        """How many words the sentences of the chosen passages have together."""
        return int(self.words[self._members[list(chosen)].any(0)].sum()) if chosen else 0

    def fill(self, chosen: Sequence[int], without: Collection[int] = ()) -> list[int]:
        """Add passages to a choice, the one that adds most for its cost first, until none fits."""
        picked = list(chosen)
        barred = np.zeros(len(self.passages), bool)
        barred[list(without)] = True
        while True:
            inside = self._members[picked].any(0) if picked else np.zeros(len(self.words), bool)
            fresh = self._members & ~inside
            cost = fresh @ self.words
            fits = (cost > 0) & (cost <= self.budget - self.words[inside].sum()) & ~barred
            fits &= ~(self._clash & inside).any(1)
            if not fits.any():
                return picked
            ratio = self.worth.gains(picked) / np.maximum(cost * self.price, 1) ** _COST_POWER
            best = int(np.argmax(np.where(fits, ratio, -1)))
            if ratio[best] <= 0:
                return picked
            picked.append(best)

    def improve(self, chosen: Sequence[int], fixed: Collection[int]) -> list[int]:
        """Exchange passages, one at a time, where that is worth a change; those in ``fixed`` stay."""
        best = list(chosen)
        worth = self.worth.value(best)
        for passage in [p for p in reversed(best) if p not in fixed]:
            other = self.fill([p for p in best if p != passage], without=[passage])
            value = self.worth.value(other)
            if value > worth * _WORTH_A_CHANGE and self._drawn_on(best) <= self._drawn_on(other):
                best, worth = other, value
        return best

    def draw_on_all(self, chosen: Sequence[int], fixed: Collection[int]) -> list[int]:
        """Exchange passages, at the least loss, so that each source is drawn on; ``fixed`` ones stay."""
        best = list(chosen)
        for source in sorted(set(self.source.tolist()) - self._drawn_on(best)):
            options = [self._admit(best, int(p), fixed) for p in np.flatnonzero(self.source == source)]
            possible = [option for option in options if option is not None]
            if possible:
                best = max(possible, key=self.worth.value)
        return self.fill(best)

    def _drawn_on(self, chosen: Iterable[int]) -> set[int]:
        return {int(self.source[passage]) for passage in chosen}

    def _admit(self, chosen: Sequence[int], passage: int, fixed: Collection[int]) -> list[int] | None:
        """The choice with a passage put in for what it displaces; None if a source would be lost."""
        kept = [p for p in chosen if not (self._clash[passage] & self._members[p]).any()]
        if any(p not in kept for p in fixed):
            return None
        while self.length([*kept, passage]) > self.budget:
            free = [
                p
                for p in kept
                if p not in fixed and any(q != p and self.source[q] == self.source[p] for q in kept)
            ]
            if not free:
                return None
            least = max(free, key=lambda p: self.worth.value([passage, *(q for q in kept if q != p)]))
            kept.remove(least)
        option = [*kept, passage]
        return option if self._drawn_on(chosen) <= self._drawn_on(option) else None


def _unions(rows: Array, passages: Sequence[Sequence[int]]) -> Array:
    if not passages:
        return np.zeros((0, rows.shape[1]), np.float32)
    return np.stack([rows[passage].max(0) for passage in passages])
