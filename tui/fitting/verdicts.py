"""Fit the weights of ``tui/analysis/matching/verdicts.py`` from annotated triples (see ``annotated.py``).

    python -m tui.fitting.verdicts FOLDER [--write]

Three logistic regressions, each with an offset a story while it is fitted, so that the coefficients tell
sentences of one story apart and not one story from another; and the thresholds that do best on the same
stories. Prints the figures leave-one-story-out (weights and thresholds from the other stories) and in-sample.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from tui.analysis.linear import Array, Features, LinearModel
from tui.analysis.matching.alignment import align
from tui.analysis.matching.overlap import measure_overlap
from tui.analysis.matching.pairs import PAIR, Pairs
from tui.analysis.matching.support import FULL, REPORTED, Support
from tui.analysis.matching.verdicts import Judge
from tui.fitting.annotated import Triple, read_triples
from tui.fitting.linear import Sample, arguments, fit, publish
from tui.model import Level

_PAIR_PENALTY = 50.0
_VERDICT_PENALTY = 20.0
_OFFSET_PENALTY = 2.0
_PARTIAL_THRESHOLDS = np.arange(0.24, 0.35, 0.03)
_SHARED_THRESHOLDS = np.arange(0.66, 0.79, 0.04)
_FULL_THRESHOLDS = np.arange(0.5, 0.71, 0.05)
_TIE_THRESHOLDS = np.arange(0.26, 0.51, 0.04)
Counts = NDArray[np.int_]


@dataclass(frozen=True)
class Annotated:
    """A story with what its annotator says of our sentences.

    ``level`` is sentences × sources, -1 where nothing is said; ``supports`` (sentences × sentences) marks
    the sentences that an annotator named as supporting the row.
    """

    pairs: Pairs
    level: NDArray[np.int_]
    supports: NDArray[np.bool_]

    @classmethod
    def of(cls, triple: Triple) -> Annotated:
        """Bring the annotation over to the sentences as the program splits them."""
        story = triple.story
        place: dict[str, list[int]] = {}
        for row, unit in enumerate(story.units):
            for name in triple.ids(unit):
                place.setdefault(name, []).append(row)
        key = [source["key"] for source in triple.task["sources"]]
        level = np.full((len(story.units), len(key)), -1)
        supports = np.zeros((len(story.units),) * 2, bool)
        for name, support in triple.gold["support"].items():
            for row, (source, (grade, by)) in product(place.get(name, ()), support.items()):
                level[row, key.index(source)] = max(level[row, key.index(source)], grade)
                if grade:
                    supports[row, [column for other in by for column in place.get(other, ())]] = True
        return cls(Pairs(story, measure_overlap(story)), level, supports)

    @cached_property
    def judged_pairs(self) -> Sample:
        """The pairs of sentences that the annotator judged: features, and whether one supports the other."""
        judged = (self.level >= 0)[:, self.pairs.source]
        return self.pairs.features()[judged], self.supports[judged].astype(float)


def _fit(features: Features, stories: Sequence[Sample], penalty: float) -> LinearModel:
    return fit(features, stories, penalty=penalty, logistic=True, offset_penalty=_OFFSET_PENALTY)


def train(stories: Sequence[Annotated]) -> Judge:
    """Fit all regressions, each on what the one before it makes of the same stories, and the thresholds."""
    pair = _fit(PAIR, [story.judged_pairs for story in stories], _PAIR_PENALTY)
    blank = Judge(pair, pair, pair, {})
    seen = [(story, blank.support(story.pairs)) for story in stories]
    reported = [(c.reported_features()[s.level >= 0], (s.level[s.level >= 0] > 0) * 1.0) for s, c in seen]
    full = [(c.full_features()[s.level > 0], (s.level[s.level > 0] > 1) * 1.0) for s, c in seen]
    fitted = replace(
        blank,
        reported=_fit(REPORTED, reported, _VERDICT_PENALTY),
        full=_fit(FULL, full, _VERDICT_PENALTY),
    )
    thresholds = _best_thresholds(seen, fitted)
    fitted = replace(fitted, thresholds=thresholds)
    tie = max(_TIE_THRESHOLDS, key=lambda least: _f1(_aligned(seen, fitted, least)))
    thresholds = {**thresholds, "tie": tie}
    return replace(fitted, thresholds={name: round(float(value), 3) for name, value in thresholds.items()})


def _best_thresholds(seen: Sequence[tuple[Annotated, Support]], judge: Judge) -> dict[str, float]:
    """The thresholds of verdicts by which the judge does best."""
    scored = [(story.level, *judge.bare_scores(support)) for story, support in seen]

    def capped(partial: float, shared: float) -> list[tuple[NDArray[np.int_], Array]]:
        return [
            (level, score * ((either >= shared)[:, None] | (score < partial)))
            for level, score, either in scored
        ]

    partial, shared = max(
        product(_PARTIAL_THRESHOLDS, _SHARED_THRESHOLDS),
        key=lambda choice: sum(_verdicts(capped(*choice), choice[0], _FULL_THRESHOLDS.mean())),
    )
    full = max(_FULL_THRESHOLDS, key=lambda value: _verdicts(capped(partial, shared), partial, value)[2])
    return {"partial": partial, "shared": shared, "full": full}


def _f1(counts: Counts) -> float:
    """F1 from true positives, false positives, false negatives."""
    return float(2 * counts[0] / max(1, 2 * counts[0] + counts[1] + counts[2]))


def _counts(wanted: NDArray[np.bool_], found: NDArray[np.bool_]) -> Counts:
    return np.array([(wanted & found).sum(), (~wanted & found).sum(), (wanted & ~found).sum()])


def _verdicts(
    scores: Iterable[tuple[NDArray[np.int_], Array]], partial: float, full: float
) -> tuple[float, ...]:
    """F1 of the sentences that one source alone has, F1 of what is reported, kappa of the levels."""
    unique, reported, table = np.zeros(3, int), np.zeros(3, int), np.zeros((3, 3))
    for level, score in scores:
        judged = level >= 0
        found = np.where(score >= full, 2, np.where(score >= partial, 1, 0)) * judged
        rows = judged.any(1)
        none_wanted, none_found = (np.asarray(~(x > 0).any(1)) for x in (level, found))
        unique += _counts(none_wanted[rows], none_found[rows])
        reported += _counts(level[judged] > 0, found[judged] > 0)
        np.add.at(table, (level[judged], found[judged]), 1)
    return _f1(unique), _f1(reported), _kappa(table)


def _kappa(table: Array) -> float:
    """Quadratically weighted kappa (Cohen 1968) of a confusion table."""
    weight = np.subtract.outer(np.arange(3), np.arange(3)) ** 2
    chance = np.outer(table.sum(1), table.sum(0)) / table.sum()
    return float(1 - (weight * table).sum() / (weight * chance).sum())


def _aligned(seen: Iterable[tuple[Annotated, Support]], judge: Judge, least_tie: float) -> Counts:
    """Counts of the paragraph pairs that groups and links claim, against those of the annotator."""
    total = np.zeros(3, int)
    for story, support in seen:
        units = story.pairs.story.units
        wanted = {
            frozenset(((units[a].source, units[a].paragraph), (units[b].source, units[b].paragraph)))
            for a, b in zip(*np.nonzero(story.supports), strict=True)
        }
        groups, links = align(support, judge.reports(support), least_tie)
        claims: set[frozenset[tuple[int, int]]] = set()
        sets = [group.paragraphs for group in groups]
        for members in [*sets, *({k: (p,) for k, p in link.between} for link in links)]:
            cells = [(ord(key) - ord("A"), p) for key, places in members.items() for p in places]
            claims |= {frozenset((x, y)) for x in cells for y in cells if x[0] < y[0]}
        total += [len(wanted & claims), len(claims - wanted), len(wanted - claims)]
    return total


def _figures(held: Sequence[tuple[Annotated, Judge]]) -> dict[str, float]:
    """All figures of stories, each judged by its own regressions."""
    scaled, links, aligned = [], np.zeros(2, int), np.zeros(3, int)
    for story, judge in held:
        support = judge.support(story.pairs)
        score = judge.scores(support)
        verdict = np.vectorize(lambda s, judge=judge: int(judge.level(s)), otypes=[int])(score)
        scaled.append((story.level, verdict / 2))
        rows, sources = np.nonzero(story.level > 0)
        top = support.ranked[rows, sources, 0]
        hits = (verdict[rows, sources] > Level.NONE) & story.supports[rows, top]
        links += [hits.sum(), len(rows)]
        aligned += _aligned([(story, support)], judge, judge.thresholds["tie"])
    unique, reported, kappa = _verdicts(scaled, 0.5, 1.0)
    return {
        "unique sentences, F1": unique,
        "reported, F1": reported,
        "levels, weighted kappa": kappa,
        "best sentence right": links[0] / links[1],
        "paragraph pairs, F1": _f1(aligned),
    }


def main() -> None:
    """Fit, print the figures and, if asked, write the weights."""
    args = arguments(__doc__, "folder")
    stories = [Annotated.of(triple) for triple in read_triples(args.folder)]
    held = [(story, train([other for other in stories if other is not story])) for story in stories]
    final = train(stories)
    inside = _figures([(story, final) for story in stories])
    for name, value in _figures(held).items():
        print(f"{name:24} leave-one-story-out {value:.3f}   in-sample {inside[name]:.3f}")
    what = "logistic regressions: does another source report a sentence"
    publish("verdicts", what, final.weights, write=args.write)


if __name__ == "__main__":
    main()
