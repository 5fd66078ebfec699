"""Choosing passages within a word budget: a submodular objective, greedily and by exchanges.

The objective adds two kinds of coverage, both with diminishing returns (Lin & Bilmes 2011, "A Class of
Submodular Functions for Document Summarization"): the concepts of the chosen sentences, under a logarithm
that is cut off where the gist has been told, and for every sentence how much of it the chosen ones report
(facility location). So the gist comes first, and what is left of the budget goes to what is still untold.
The greedy choice is by gain per word (Lin & Bilmes 2010, "Multi-document Summarization via Budgeted
Maximization of Submodular Functions") and improved by exchanges.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Bools = NDArray[np.bool_]

_CONCEPT_WEIGHT = 6.0  # of all concepts, under the logarithm, against all reports, which weigh about 1
_COST_POWER = 0.85  # 1: gain per word, 0: gain; below 1 a full lead comes before asides
_SATURATION = 3.0  # expected concepts; from here on more of them count less and less
_ROUNDING_ERROR = 1e-9
_WORTH_A_CHANGE = 1.02  # that an exchange has to gain: readers prefer what was there


@dataclass(frozen=True)
class Objective:
    """The worth of a choice of sentences.

    ``concepts`` (sentences × concepts) holds the weight of each concept that a sentence has; ``reports``
    (sentences × what there is to report) how much of the column's the row's sentence reports, times the
    column's weight. From ``enough`` concept weight on, more of it counts for nothing.
    """

    concepts: Array
    reports: Array
    enough: float = math.inf

    def of_passages(self, passages: Sequence[Collection[int]]) -> Objective:
        """The same objective with passages, sets of sentences, for rows."""
        rows = [sorted(passage) for passage in passages]
        return Objective(_unions(self.concepts, rows), _unions(self.reports, rows), self.enough)

    def value(self, chosen: Iterable[int]) -> float:
        """The worth of a choice of rows, from 0."""
        rows = list(chosen)
        if not rows:
            return 0.0
        return float(self._gist_worth(self.concept_weight(rows)) + self.reports[rows].max(0).sum())

    def concept_weight(self, chosen: Sequence[int]) -> float:
        """The weight of all concepts that a choice of rows has, from 0."""
        return float(self.concepts[chosen].max(0).sum()) if len(chosen) else 0.0

    def gains(self, chosen: Iterable[int]) -> Array:
        """The worth that each row would add to a choice."""
        rows = list(chosen)
        have = self.concepts[rows].max(0) if rows else np.zeros(self.concepts.shape[1], np.float32)
        reported = self.reports[rows].max(0) if rows else np.zeros(self.reports.shape[1], np.float32)
        base = have.sum()
        added = self._gist_worth(base + np.maximum(self.concepts - have, 0).sum(1)) - self._gist_worth(base)
        return np.asarray(added + np.maximum(self.reports - reported, 0).sum(1), np.float32)

    def _gist_worth(self, concepts: Any) -> Any:
        """The worth of a sum of concept weights: concave, and no more from ``enough`` on."""
        return _CONCEPT_WEIGHT * np.log1p(np.minimum(concepts, self.enough) / _SATURATION)


@dataclass(frozen=True)
class SelectionTask:
    """Passages to choose from.

    Attributes:
        objective: what sentences are worth.
        cost: what each sentence takes of the budget: its words, or 1.
        passages: the sentences of each passage; passages may share some.
        pinned: how many passages, the first ones, must be chosen.
        apart: pairs of sentences (square, symmetric) that must not be chosen together.
        price: by passage, a factor on its cost for the choice (1: its cost); the budget counts costs alone.
        source: by passage, the number of the source it stands in.
        budget: in the unit of ``cost``.
    """

    objective: Objective
    cost: NDArray[np.int_]
    passages: tuple[frozenset[int], ...]
    pinned: int
    apart: Bools
    price: Array
    source: NDArray[np.int_]
    budget: int

    @cached_property
    def worth(self) -> Objective:
        """The objective over passages."""
        return self.objective.of_passages(self.passages)

    @cached_property
    def _members(self) -> Bools:
        members = np.zeros((len(self.passages), len(self.cost)), bool)
        for row, passage in enumerate(self.passages):
            members[row, sorted(passage)] = True
        return members

    @cached_property
    def _clash(self) -> Bools:
        """The sentences (columns) that must not stand beside a passage (row)."""
        return np.asarray((self._members.astype(np.float32) @ self.apart.astype(np.float32)) > 0)

    def length(self, chosen: Collection[int]) -> int:
        """What the sentences of the chosen passages cost together."""
        return int(self.cost[self._inside(chosen)].sum())

    def standing(self, sentences: Collection[int]) -> list[int]:
        """The pinned passages, and those that consist of the given sentences and add to what is picked."""
        picked = list(range(self.pinned))
        given = np.zeros(len(self.cost), bool)
        given[list(sentences)] = True
        for passage in np.flatnonzero((self._members <= given).all(1)):
            inside = self._inside(picked)
            if (self._members[passage] & ~inside).any() and not (self._clash[passage] & inside).any():
                picked.append(int(passage))
        return picked

    def fill(self, chosen: Sequence[int], without: Collection[int] = ()) -> list[int]:
        """Add passages to a choice, the one that adds most for its cost first, until none fits."""
        picked = list(chosen)
        allowed = np.ones(len(self.passages), bool)
        allowed[list(without)] = False
        while (best := self._addition(picked, allowed, self.worth.gains(picked))) is not None:
            picked.append(best)
        return picked

    def cover(self, chosen: Sequence[int], carried: Bools, share: float) -> list[int]:
        """Add passages until a share of the facts is carried (``carried``: sentences × facts), or none fits.

        The passage that adds most facts for its cost comes first (Wolsey 1982, "An Analysis of the Greedy
        Algorithm for the Submodular Set Covering Problem"), of equals the one that is worth most.
        """
        picked = list(chosen)
        facts = (self._members.astype(np.float32) @ carried.astype(np.float32)) > 0
        while not self.covers(picked, carried, share):
            new = (facts & ~carried[self._inside(picked)].any(0)).sum(1)
            gains = np.where(new > 0, new + self.worth.gains(picked) / len(self.passages), 0)
            best = self._addition(picked, np.asarray(new > 0), np.asarray(gains, np.float32))
            if best is None:
                break
            picked.append(best)
        return picked

    def covers(self, chosen: Collection[int], carried: Bools, share: float) -> bool:
        """Whether a choice carries a share of the facts."""
        have, facts = carried[self._inside(chosen)].any(0).sum(), carried.shape[1]
        return bool(have >= share * facts - _ROUNDING_ERROR)

    def lessen(self, chosen: Sequence[int], may: Callable[[list[int], list[int]], bool]) -> list[int]:
        """Take away passages that are not pinned, the one that is missed least for what it costs first.

        ``may`` tells of a choice, and of what is left of it without a passage, whether that one may go.
        """
        best = list(chosen)
        while True:
            rests = [[p for p in best if p != passage] for passage in best if passage >= self.pinned]
            rests = [rest for rest in rests if may(best, rest)]
            if not rests:
                return best
            best = min(rests, key=lambda rest: self._missed(best, rest))

    def improve(self, chosen: Sequence[int]) -> list[int]:
        """Exchange passages that are not pinned, one at a time, where that is worth a change."""
        best = list(chosen)
        worth = self.worth.value(best)
        for passage in [p for p in reversed(best) if p >= self.pinned]:
            other = self.fill([p for p in best if p != passage], without=[passage])
            value = self.worth.value(other)
            if value > worth * _WORTH_A_CHANGE and self.drawn_on(best) <= self.drawn_on(other):
                best, worth = other, value
        return best

    def draw_on_all(self, chosen: Sequence[int], fixed: Collection[int]) -> list[int]:
        """Add a passage of each source not drawn on; where none fits, exchange at the least loss.

        Passages in ``fixed`` stay.
        """
        best = list(chosen)
        for source in sorted(set(self.source.tolist()) - self.drawn_on(best)):
            theirs = np.asarray(self.source == source)
            fitting = self._addition(best, theirs, self.worth.gains(best))
            if fitting is not None:
                best.append(fitting)
                continue
            options = [self._admit(best, int(p), fixed) for p in np.flatnonzero(theirs)]
            possible = [option for option in options if option is not None]
            if possible:
                best = max(possible, key=self.worth.value)
        return best

    def drawn_on(self, chosen: Iterable[int]) -> set[int]:
        """The numbers of the sources that the passages stand in."""
        return {int(self.source[passage]) for passage in chosen}

    def _inside(self, chosen: Collection[int]) -> Bools:
        """The sentences that the chosen passages consist of."""
        return np.asarray(self._members[list(chosen)].any(0))

    def _addition(self, picked: Sequence[int], allowed: Bools, gains: Array) -> int | None:
        """The allowed passage that fits and has most gain for its cost, None if none has any."""
        inside = self._inside(picked)
        cost = (self._members & ~inside) @ self.cost
        fits = allowed & (cost > 0) & (cost <= self.budget - self.cost[inside].sum())
        fits &= ~(self._clash & inside).any(1)
        if not fits.any():
            return None
        ratio = np.where(fits, gains / np.maximum(cost * self.price, 1) ** _COST_POWER, 0)
        best = int(np.argmax(ratio))
        return best if ratio[best] > 0 else None

    def _missed(self, chosen: Sequence[int], rest: Sequence[int]) -> tuple[bool, float]:
        """The worth lost for each unit of the budget saved; a passage that saves nothing comes last."""
        saved = self.length(chosen) - self.length(rest)
        lost = self.worth.value(chosen) - self.worth.value(rest)
        return saved <= 0, lost / max(1, saved) ** _COST_POWER

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
        return option if self.drawn_on(chosen) <= self.drawn_on(option) else None


def _unions(rows: Array, passages: Sequence[Sequence[int]]) -> Array:
    if not passages:
        return np.zeros((0, rows.shape[1]), np.float32)
    return np.stack([rows[passage].max(0) for passage in passages])
