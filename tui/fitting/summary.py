"""Fit the weights of ``tui/analysis/summary/salience.py`` from summarised stories and triples.

    python -m tui.fitting.summary STORIES FOLDER [--write]

STORIES has a JSON object a line: ``sources`` (name, title, paragraphs) and ``reference``, a summary that
people wrote. FOLDER holds annotated triples (see ``annotated.py``) with ``nuggets``: the facts a summary
should have, a weight and the sentences ``by`` which they are stated. Concepts are fitted by logistic
regression to whether the reference has them, sentences by ridge regression to the weight of the nuggets they
state. Prints how well held-out stories are predicted: the area under the ROC curve for concepts (ten parts by
story), the correlation for sentences (leave-one-story-out).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from tui.analysis import compare
from tui.analysis.linear import Floats, LinearModel, Weights
from tui.analysis.summary.salience import CONCEPT, SENTENCE, collect_concepts, concepts_of, sentence_features
from tui.fitting.annotated import Triple, read_triples
from tui.fitting.linear import Sample, arguments, fit, publish
from tui.model import Article

_CONCEPT_PENALTY = 10.0
_SENTENCE_PENALTY = 20.0
_PARTS = 10  # that the stories of the concepts are held out in

Train = Callable[[Sequence[Sample]], LinearModel]


def train_concepts(samples: Sequence[Sample]) -> LinearModel:
    """Fit the regression of one kind of concept to stories."""
    return fit(CONCEPT, samples, penalty=_CONCEPT_PENALTY, logistic=True)


def train_sentences(samples: Sequence[Sample]) -> LinearModel:
    """Fit the regression of sentences to stories."""
    return fit(SENTENCE, samples, penalty=_SENTENCE_PENALTY, logistic=False)


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
        found = collect_concepts(compare(articles))
        reference = concepts_of(story["reference"])
        target = np.array([name in reference for name in found.names], float)
        for samples, of_kind in ((words, ~found.pair), (pairs, found.pair)):
            samples.append((found.features[of_kind], target[of_kind]))
    return words, pairs


def sentence_sample(triple: Triple, word: LinearModel, pair: LinearModel) -> Sample:
    """The features of a triple's sentences, and the weight of the nuggets that each states."""
    comparison = compare(triple.story.articles)
    found = collect_concepts(comparison)
    stated: dict[str, float] = {}
    for nugget in triple.gold["nuggets"]:
        for name in nugget["by"]:
            stated[name] = stated.get(name, 0.0) + nugget["weight"]
    target = [sum(stated.get(name, 0.0) for name in triple.ids(unit)) for unit in triple.story.units]
    return sentence_features(comparison, found, found.probability(word, pair)), np.array(target)


def held_out(samples: Sequence[Sample], parts: int, train: Train) -> Iterator[tuple[Floats, Floats]]:
    """Prediction and target of each story from a model that was fitted without its part."""
    for part in range(parts):
        model = train([sample for n, sample in enumerate(samples) if n % parts != part])
        for features, target in samples[part::parts]:
            yield model.predict(features), target


def area(predicted: Floats, target: Floats) -> float:
    """The area under the ROC curve, from ranks (ties by order)."""
    ranks = np.argsort(np.argsort(predicted)) + 1
    hits = target.sum()
    return float((ranks[target > 0].sum() - hits * (hits + 1) / 2) / (hits * (len(target) - hits)))


def main() -> None:
    """Fit, print the held-out figures and, if asked, write the weights."""
    args = arguments(__doc__, "stories", "folder")
    words, pairs = concept_samples(args.stories)
    for name, samples in (("words", words), ("pairs", pairs)):
        outcome = list(held_out(samples, _PARTS, train_concepts))
        print(f"{name}: area {area(*(np.concatenate(side) for side in zip(*outcome, strict=True))):.3f}")
    word, pair = train_concepts(words), train_concepts(pairs)
    sentences = [sentence_sample(triple, word, pair) for triple in read_triples(args.folder)]
    outcome = list(held_out(sentences, len(sentences), train_sentences))
    predicted, target = (np.concatenate(side) for side in zip(*outcome, strict=True))
    print(f"sentences: correlation {np.corrcoef(predicted, target)[0, 1]:.3f}")
    what = (
        "how much words and sentences matter to a summary: "
        "logistic regressions of word and pair, ridge regression of sentence"
    )
    models = {"word": word, "pair": pair, "sentence": train_sentences(sentences)}
    publish("summary", what, Weights(models, {}), write=args.write)


if __name__ == "__main__":
    main()
