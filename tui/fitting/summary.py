"""Fit the coefficients of ``tui/analysis/summary/salience.py`` from summarised stories and triples.

    python -m tui.fitting.summary STORIES FOLDER [--write]

STORIES has a JSON object a line: ``sources`` (name, title, paragraphs) and ``reference``, a summary that
people wrote. FOLDER holds annotated triples (see ``annotated.py``) with ``nuggets``: the facts a summary
should have, a weight and the sentences ``by`` which they are stated. Concepts are fitted by logistic
regression (iteratively reweighted least squares) to whether the reference has them, sentences by ridge
regression to the weight of the nuggets they state. Prints how well held-out stories are predicted: the area
under the ROC curve for concepts (ten parts by story), the correlation for sentences (leave-one-story-out).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tui.analysis import compare
from tui.analysis.summary.salience import (
    CONCEPT_FEATURES,
    SENTENCE_FEATURES,
    concepts,
    concepts_of,
    sentence_features,
)
from tui.fitting.annotated import Triple, read_triples
from tui.model import Article

_LOGISTIC_PENALTY = 10.0
_RIDGE_PENALTY = 20.0
_STEPS = 8  # Newton's method has converged by then
TARGET = Path(__file__).parent.parent / "data" / "summary.json"
Array = NDArray[np.float64]
Sample = tuple[Array, Array]  # features and targets of one story
Model = tuple[Array, float]  # coefficients and intercept


def fit(stories: Sequence[Sample], *, logistic: bool) -> Model:
    """Coefficients by penalised least squares, reweighted if ``logistic``, with features scaled for it."""
    features, target = np.concatenate([x for x, _ in stories]), np.concatenate([y for _, y in stories])
    mean, spread = features.mean(0), features.std(0) + 1e-6
    rows = np.column_stack([(features - mean) / spread, np.ones(len(features))])
    penalty = np.eye(rows.shape[1]) * (_LOGISTIC_PENALTY if logistic else _RIDGE_PENALTY)
    penalty[-1, -1] = 0
    solved = np.zeros(rows.shape[1])
    for _ in range(_STEPS if logistic else 1):
        chance = 1 / (1 + np.exp(-rows @ solved)) if logistic else rows @ solved
        curve = chance * (1 - chance) if logistic else np.ones(len(rows))
        slope = rows.T @ (target - chance) - penalty @ solved
        solved = solved + np.linalg.solve((rows * curve[:, None]).T @ rows + penalty, slope)
    scaled = solved[:-1] / spread
    return scaled, float(solved[-1] - scaled @ mean)


def predict(model: Model, features: Array) -> Array:
    """The linear prediction."""
    return features @ model[0] + model[1]


def concept_samples(path: Path) -> tuple[list[Sample], list[Sample]]:
    """For each story its one-word and its two-word concepts, and whether the reference has them."""
    words: list[Sample] = []
    pairs: list[Sample] = []
    for line in path.read_text("utf-8").splitlines():
        story = json.loads(line)
        articles = [
            Article.from_text("\n\n".join(s["paragraphs"]), name=s["name"], title=s["title"])
            for s in story["sources"]
        ]
        found = concepts(compare(articles))
        reference = concepts_of(story["reference"])
        target = np.array([name in reference for name in found.names], float)
        for samples, of_kind in ((words, ~found.pair), (pairs, found.pair)):
            samples.append((found.features[of_kind].astype(float), target[of_kind]))
    return words, pairs


def sentence_sample(triple: Triple, word: Model, pair: Model) -> Sample:
    """The features of a triple's sentences, and the weight of the nuggets that each states."""
    comparison = compare(triple.story.articles)
    found = concepts(comparison)
    features = found.features.astype(float)
    chances = 1 / (1 + np.exp(-np.where(found.pair, predict(pair, features), predict(word, features))))
    stated: dict[str, float] = {}
    for nugget in triple.gold["nuggets"]:
        for name in nugget["by"]:
            stated[name] = stated.get(name, 0.0) + nugget["weight"]
    target = [sum(stated.get(name, 0.0) for name in triple.ids(unit)) for unit in triple.story.units]
    return sentence_features(comparison, found, chances).astype(float), np.array(target)


def held_out(samples: Sequence[Sample], parts: int, *, logistic: bool) -> Iterator[tuple[Array, Array]]:
    """Prediction and target of each story from a model that was fitted without its part."""
    for part in range(parts):
        model = fit([s for n, s in enumerate(samples) if n % parts != part], logistic=logistic)
        for features, target in samples[part::parts]:
            yield predict(model, features), target


def area(predicted: Array, target: Array) -> float:
    """The area under the ROC curve, from ranks (ties by order)."""
    ranks = np.argsort(np.argsort(predicted)) + 1
    hits = target.sum()
    return float((ranks[target > 0].sum() - hits * (hits + 1) / 2) / (hits * (len(target) - hits)))


def named(model: Model, names: Sequence[str]) -> dict[str, float]:
    """A model in the form of the file."""
    return {name: round(float(value), 4) for name, value in zip(names, model[0], strict=True)} | {
        "intercept": round(model[1], 4)
    }


def main() -> None:
    """Fit, print the held-out figures and, if asked, write the coefficients."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help=f"replace {TARGET.name}")
    args = parser.parse_args()
    words, pairs = concept_samples(args.stories)
    for name, samples in (("words", words), ("pairs", pairs)):
        outcome = list(held_out(samples, 10, logistic=True))
        print(f"{name}: area {area(*(np.concatenate(side) for side in zip(*outcome, strict=True))):.3f}")
    word, pair = fit(words, logistic=True), fit(pairs, logistic=True)
    sentences = [sentence_sample(triple, word, pair) for triple in read_triples(args.folder)]
    outcome = list(held_out(sentences, len(sentences), logistic=False))
    predicted, target = (np.concatenate(side) for side in zip(*outcome, strict=True))
    print(f"sentences: correlation {np.corrcoef(predicted, target)[0, 1]:.3f}")
    model = {
        "word": named(word, CONCEPT_FEATURES),
        "pair": named(pair, CONCEPT_FEATURES),
        "sentence": named(fit(sentences, logistic=False), SENTENCE_FEATURES),
    }
    text = json.dumps(model, indent=1) + "\n"
    if args.write:
        TARGET.write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
