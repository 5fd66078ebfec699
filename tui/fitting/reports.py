"""Fit the coefficients of ``tui/analysis/matching/verdicts.py`` from annotated triples (``annotated.py``).

    python -m tui.fitting.reports FOLDER [--write]

Three ridge-penalised logistic regressions, each with an offset a story while it is fitted, so that the
coefficients tell sentences of one story apart and not one story from another; and the thresholds that do
best on the same stories. Prints the figures leave-one-story-out (features, coefficients and thresholds from
the other stories) and in-sample.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.analysis.matching.alignment import align
from tui.analysis.matching.carriers import FULL, REPORTED, Carriers
from tui.analysis.matching.linear import Array, Logistic, sigmoid
from tui.analysis.matching.overlap import measure
from tui.analysis.matching.pairs import PAIR, Pairs
from tui.analysis.matching.verdicts import Judge, judge
from tui.fitting.annotated import Triple, read_triples
from tui.model import Level

_PAIR_PENALTY = 50.0
_PENALTY = 20.0
_OFFSET_PENALTY = 2.0
_PARTIAL = np.arange(0.24, 0.35, 0.03)
_SHARED = np.arange(0.66, 0.79, 0.04)
_FULL = np.arange(0.5, 0.71, 0.05)
_TIE = np.arange(0.26, 0.51, 0.04)
TARGET = Path(__file__).parent.parent / "data" / "reports.json"
Counts = NDArray[np.int_]


@dataclass(frozen=True)
class Annotated:
    """A story with what its annotator says of our sentences.

    ``level`` is sentences × sources, -1 where nothing is said; ``carries`` (sentences × sentences) marks
    the sentences that an annotator named as carrying the row.
    """

    pairs: Pairs
    level: NDArray[np.int_]
    carries: NDArray[np.bool_]

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
        carries = np.zeros((len(story.units),) * 2, bool)
        for name, support in triple.gold["support"].items():
            for row, (source, (grade, by)) in product(place.get(name, ()), support.items()):
                level[row, key.index(source)] = max(level[row, key.index(source)], grade)
                if grade:
                    carries[row, [column for other in by for column in place.get(other, ())]] = True
        return cls(Pairs(story, measure(story)), level, carries)

    @cached_property
    def rows(self) -> tuple[Array, Array]:
        """The pairs of sentences that the annotator judged: features, and whether one carries the other."""
        judged = (self.level >= 0)[:, self.pairs.source]
        return self.pairs.features()[judged], self.carries[judged].astype(float)


def fit(names: Iterable[str], stories: Sequence[tuple[Array, Array]], penalty: float) -> Logistic:
    """Logistic regression with a ridge penalty on standardised features, by Newton's method."""
    features = np.concatenate([x for x, _ in stories])
    target = np.concatenate([y for _, y in stories])
    mean, spread = np.nanmean(features, 0), np.nanstd(features, 0) + 1e-6
    story = np.repeat(np.arange(len(stories)), [len(y) for _, y in stories])
    offsets = (story[:, None] == np.arange(len(stories))).astype(float)
    table = np.column_stack([np.nan_to_num((features - mean) / spread), offsets, np.ones(len(target))])
    width = features.shape[1]
    ridge = np.repeat([penalty, _OFFSET_PENALTY, 0], [width, len(stories), 1])
    weights = np.zeros(table.shape[1])
    for _ in range(25):
        chance = sigmoid(table @ weights)
        slope = table.T @ (chance - target) + ridge * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    intercept = float(weights[-1] + weights[width:-1].mean())
    return Logistic(tuple(names), intercept, mean, spread, weights[:width])


def train(stories: Sequence[Annotated]) -> Judge:
    """All regressions, each on what the one before it makes of the same stories, and the thresholds."""
    pair = fit(PAIR, [story.rows for story in stories], _PAIR_PENALTY)
    blank = Judge(pair, pair, pair, {})
    seen = [(story, blank.carriers(story.pairs)) for story in stories]
    reported = fit(
        REPORTED,
        [(c.reported()[s.level >= 0], (s.level[s.level >= 0] > 0).astype(float)) for s, c in seen],
        _PENALTY,
    )
    full = fit(
        FULL,
        [(c.full()[s.level > 0], (s.level[s.level > 0] > 1).astype(float)) for s, c in seen],
        _PENALTY,
    )
    fitted = replace(blank, reported=reported, full=full)
    chances = [(story.level, *fitted.chances(carriers)) for story, carriers in seen]

    def capped(partial: float, shared: float) -> list[tuple[NDArray[np.int_], Array]]:
        return [
            (level, score * ((either >= shared)[:, None] | (score < partial)))
            for level, score, either in chances
        ]

    partial, shared = max(
        product(_PARTIAL, _SHARED),
        key=lambda choice: sum(_verdicts(capped(*choice), choice[0], _FULL.mean())),
    )
    best_full = max(_FULL, key=lambda value: _verdicts(capped(partial, shared), partial, value)[2])
    thresholds = {"partial": partial, "shared": shared, "full": best_full, "tie": 0.0}
    fitted = replace(fitted, thresholds=thresholds)
    thresholds["tie"] = max(_TIE, key=lambda value: _f1(_aligned(seen, fitted, value)))
    return replace(fitted, thresholds={name: round(float(value), 3) for name, value in thresholds.items()})


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


def _aligned(seen: Iterable[tuple[Annotated, Carriers]], by: Judge, tie: float) -> Counts:
    """Counts of the paragraph pairs that groups and links claim, against those of the annotator."""
    total = np.zeros(3, int)
    for story, carriers in seen:
        units = story.pairs.story.units
        wanted = {
            frozenset(((units[a].source, units[a].paragraph), (units[b].source, units[b].paragraph)))
            for a, b in zip(*np.nonzero(story.carries), strict=True)
        }
        reports = judge(story.pairs.story, carriers, by)
        groups, links = align(story.pairs.story, carriers, reports, tie)
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
    for story, by in held:
        carriers = by.carriers(story.pairs)
        score = by.scores(carriers)
        verdict = np.vectorize(lambda s, by=by: int(by.level(s)), otypes=[int])(score)
        scaled.append((story.level, verdict / 2))
        rows, sources = np.nonzero(story.level > 0)
        top = carriers.ranked[rows, sources, 0]
        hits = (verdict[rows, sources] > Level.NONE) & story.carries[rows, top]
        links += [hits.sum(), len(rows)]
        aligned += _aligned([(story, carriers)], by, by.thresholds["tie"])
    unique, reported, kappa = _verdicts(scaled, 0.5, 1.0)
    return {
        "unique sentences, F1": unique,
        "reported, F1": reported,
        "levels, weighted kappa": kappa,
        "best sentence right": links[0] / links[1],
        "paragraph pairs, F1": _f1(aligned),
    }


def main() -> None:
    """Fit, print the figures and, if asked, write the coefficients."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help=f"replace {TARGET.name}")
    args = parser.parse_args()
    stories = [Annotated.of(triple) for triple in read_triples(args.folder)]
    held = [(story, train([other for other in stories if other is not story])) for story in stories]
    final = train(stories)
    inside = _figures([(story, final) for story in stories])
    for name, value in _figures(held).items():
        print(f"{name:24} leave-one-story-out {value:.3f}   in-sample {inside[name]:.3f}")
    values: dict[str, Any] = {
        "what": "logistic regressions: does another source report a sentence; made by tui/fitting/reports.py",
        **{part: getattr(final, part).to_dict() for part in ("pair", "reported", "full")},
        "thresholds": dict(final.thresholds),
    }
    print(json.dumps(values["thresholds"]))
    if args.write:
        TARGET.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
