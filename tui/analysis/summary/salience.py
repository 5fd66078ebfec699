"""How much each word and each sentence matters to the story, learnt from summaries that people wrote.

Two steps. A *concept* is a content word or a pair of neighbouring words (Gillick & Favre 2009, "A Scalable
Global Model for Summarization"); its weight is the probability that a summary has it, from a logistic
regression on who uses it, how early, whether headlines do and how well others report its sentences (Li,
Qian & Liu 2013, "Using Supervised Bigram-based ILP for Extractive Summarization"). A sentence's weight is a
ridge regression on who reports it, its place, its length and its concepts. ``tui/fitting/summary.py`` fits
the weights, which stand in ``tui/data/summary.json``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.analysis.linear import Floats, LinearModel, read_weights
from tui.analysis.text.tokens import FUNCTION_WORDS, tokenize
from tui.model import Comparison, Level, Sentence

Array = NDArray[np.float32]
Concept = tuple[str, ...]

CONCEPT = {
    "sources": "share of the origins that have it",
    "early": "1 / (1 + its first place), mean over the origins",
    "earliest": "log of its first place in any of them",
    "titles": "share of the headlines that have it",
    "sentences": "log of how many have it",
    "reported": "best score of a report of a sentence that has it",
    "named": "share of those sentences that capitalise it",
    "number": "it begins or ends with a figure",
    "function": "one of its words is a function word",
}
"""The features of a concept, and what each says; a place is how many sentences stand before it."""
SENTENCE = {
    "reported": "share of the other origins that report it",
    "score": "the best score of their reports",
    "words": "probabilities of its one-word concepts, summed",
    "pairs": "probabilities of its two-word concepts, summed",
    "place": "log of how many sentences stand before it",
    "length": "log of its words",
}
"""The features of a sentence, and what each says."""
_LEAST_WEIGHT = 0.05  # of a sentence


class Occurrence(NamedTuple):
    """How a concept is written: in content words alone, and with capitals that do not open the text."""

    content: bool
    named: bool


@dataclass(frozen=True)
class Concepts:
    """The concepts of a story.

    ``bag`` (sentences × concepts) marks those of a sentence; ``features`` has a row for each,
    ``CONCEPT`` for columns; ``pair`` marks those that are two words.
    """

    names: tuple[Concept, ...]
    bag: Array
    features: Array
    pair: NDArray[np.bool_]

    def probability(self, word: LinearModel, pair: LinearModel) -> Floats:
        """The probability that a summary has each, by the model for one word and that for two."""
        return np.where(self.pair, pair.probability(self.features), word.probability(self.features))


@dataclass(frozen=True)
class Salience:
    """The weight of each ``concept`` (0–1) and ``sentence`` (sum 1); ``bag`` is that of ``Concepts``."""

    bag: Array
    concept: Array
    sentence: Array


def measure_salience(comparison: Comparison) -> Salience:
    """Weigh the concepts and sentences of a comparison, in the order of ``comparison.sentences``."""
    fitted = _fitted()
    found = collect_concepts(comparison)
    chances = found.probability(fitted["word"], fitted["pair"])
    rows = sentence_features(comparison, found, chances)
    asserted = np.array([s.assertive for s in comparison.sentences.values()], np.float32)
    weight: Array = np.maximum(fitted["sentence"].predict(rows), _LEAST_WEIGHT).astype(np.float32) * asserted
    return Salience(found.bag, chances.astype(np.float32), weight / max(float(weight.sum()), 1e-9))


@lru_cache(maxsize=4096)  # a reader who changes a summary has the same sentences weighed again and again
def concepts_of(text: str) -> Mapping[Concept, Occurrence]:
    """Find the concepts of a text: stems of content words, and pairs of stems of which one at least is."""
    words = [
        (token.stem, Occurrence(token.norm not in FUNCTION_WORDS, token.is_capitalised and place > 0))
        for place, token in enumerate(token for token in tokenize(text) if token.is_word)
    ]
    found: dict[Concept, Occurrence] = {(stem,): form for stem, form in words if form.content}
    for (one, first), (two, second) in pairwise(words):
        if first.content or second.content:
            found[one, two] = Occurrence(first.content and second.content, first.named and second.named)
    return found


def collect_concepts(comparison: Comparison) -> Concepts:
    """Collect the concepts of all sentences and describe each by ``CONCEPT``."""
    sentences = list(comparison.sentences.values())
    origin = {source.key: source.origin for source in comparison.sources}
    number = {own: place for place, own in enumerate(dict.fromkeys(origin.values()))}
    mine = np.array([number[origin[sentence.source]] for sentence in sentences], int)
    place = np.array(_places(comparison), float)
    index: dict[Concept, int] = {}
    content: list[bool] = []
    rows: list[int] = []
    columns: list[int] = []
    named: list[bool] = []
    for row, sentence in enumerate(sentences):
        for concept, form in concepts_of(sentence.text).items():
            if concept not in index:
                index[concept] = len(index)
                content.append(form.content)
            columns.append(index[concept])
            rows.append(row)
            named.append(form.named)
    bag = np.zeros((len(sentences), len(index)), np.float32)
    bag[rows, columns] = 1
    titles = [concepts_of(source.article.title) for source in comparison.sources if source.article.title]
    headed = [sum(concept in title for title in titles) / max(1, len(titles)) for concept in index]
    cells = np.full(len(index) * len(number), np.inf)
    np.minimum.at(cells, np.array(columns, int) * len(number) + mine[rows], place[rows])
    at = cells.reshape(len(index), len(number))  # its first place in each origin, infinite where it has none
    reported = np.array([[_score(sentence, origin)] for sentence in sentences], np.float32).reshape(-1, 1)
    features = np.column_stack(
        [
            np.isfinite(at).mean(1),
            (1 / (1 + at)).mean(1),
            np.log1p(at.min(1, initial=np.inf)),
            headed,
            np.log(bag.sum(0)),
            (bag * reported).max(0, initial=0),
            np.bincount(columns, named, len(index)) / np.maximum(bag.sum(0), 1),
            [concept[0][0].isdigit() or concept[-1][0].isdigit() for concept in index],
            ~np.array(content, bool),
        ]
    )
    pair = np.array([len(concept) > 1 for concept in index], bool)
    return Concepts(tuple(index), bag, features.astype(np.float32), pair)


def sentence_features(comparison: Comparison, found: Concepts, chances: Floats) -> Array:
    """Describe each sentence (row) by ``SENTENCE``; sources of one origin count once."""
    origin = {source.key: source.origin for source in comparison.sources}
    others = max(1, len(set(origin.values())) - 1)
    words = found.bag @ np.where(found.pair, 0, chances)
    pairs = found.bag @ np.where(found.pair, chances, 0)
    rows = [
        (
            _share(sentence, origin, others),
            _score(sentence, origin),
            words[row],
            pairs[row],
            math.log1p(place),
            math.log(len(sentence.text.split()) + 1),
        )
        for row, (sentence, place) in enumerate(
            zip(comparison.sentences.values(), _places(comparison), strict=True)
        )
    ]
    return np.array(rows, np.float32).reshape(len(rows), len(SENTENCE))


def _share(sentence: Sentence, origin: dict[str, int], others: int) -> float:
    """The share of the other origins that report it at all."""
    reports = sentence.reports
    theirs = {origin[report.source] for report in reports if report.level > Level.NONE}
    return len(theirs - {origin[sentence.source]}) / others


def _score(sentence: Sentence, origin: dict[str, int]) -> float:
    """The best score of its reports by other origins, 0–1."""
    mine = origin[sentence.source]
    return max((report.score for report in sentence.reports if origin[report.source] != mine), default=0.0)


def _places(comparison: Comparison) -> list[int]:
    """For each sentence how many stand before it in its source."""
    return [place for source in comparison.sources for place, _ in enumerate(source.sentences())]


@cache
def _fitted() -> Mapping[str, LinearModel]:
    return read_weights("summary", {"word": CONCEPT, "pair": CONCEPT, "sentence": SENTENCE}).models
