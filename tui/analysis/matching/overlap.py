"""How much of each sentence's content every other sentence has: directional, IDF-weighted soft overlap.

``covered[a, b] = Σ_{w in a} weight(w) · max_{u in b} similarity(w, u) / Σ_{w in a} weight(w)``, in the
manner of SoftTFIDF (Cohen, Ravikumar & Fienberg 2003, "A Comparison of String Distance Metrics", section
2.3) with word vectors as the inner similarity: 1 for the same stem, numbers only exactly, other words by
the cosine of their vectors.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.analysis.names.aliases import alias_pairs, canonical
from tui.analysis.text.story import Story
from tui.analysis.text.tokens import Token
from tui.analysis.text.vectors import word_vectors

_CHANCE_COSINE = 0.3  # cosines below this are chance
_MOST_SIMILAR = 0.8  # no two different words count for more
_CHANCE_AMONG_MANY = 0.15  # where many words are weighed together: less is chance, and all above it counts
_ALIAS_SIMILARITY = 0.5  # of a surname and the title that goes with it
Matrix = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Overlap:
    """The measured overlap of a story's sentences.

    ``words`` maps a stem to its column; stems that say the same share one. Over the columns: ``rarity`` is
    how rare a word is in English, ``weight`` how much it says (its inverse document frequency, in English
    and in the story), ``specificity`` how well it tells one point of an article from its others, ``number``
    and ``name`` what it is. ``similar``
    (columns × columns) is the similarity of two words, 0–1, names only to themselves; ``alike`` the same more
    leniently, names and their aliases too. ``bag`` (sentences × columns) marks the words of a sentence;
    ``soft_bag`` is how nearly a sentence has each word, 0–1, by ``alike``. ``covered`` (sentences ×
    sentences) is the share of the row's ``weight`` that the column's sentence has by ``similar``, 0–1;
    ``cosine`` (sentences × sentences) that of their vectors, less what is common to the story.
    """

    words: dict[str, int]
    rarity: Matrix
    weight: Matrix
    specificity: Matrix
    number: Mask
    name: Mask
    similar: Matrix
    alike: Matrix
    bag: Mask
    soft_bag: Matrix
    covered: Matrix
    cosine: Matrix

    def columns(self, tokens: Sequence[Token]) -> list[int]:
        """The columns of the tokens that count, each once, in order."""
        return list(dict.fromkeys(self.words[token.stem] for token in tokens if token.is_content))


def content(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that count: words and numbers that mean something of their own."""
    return [token for token in tokens if token.is_content]


def measure_overlap(story: Story) -> Overlap:
    """Measure the overlap of every pair of sentences of the story."""
    words, forms, number = _vocabulary(story)
    name = _names(story, words) & ~number
    bag = np.zeros((len(story.units), len(forms)), bool)
    for row, unit in enumerate(story.units):
        bag[row, [words[token.stem] for token in content(unit.tokens)]] = True
    vectors = word_vectors()
    table = vectors.matrix(forms)
    directions = _directions(table)
    cosine = directions @ directions.T
    similar = _similar(cosine, _CHANCE_COSINE, _MOST_SIMILAR, number | name)
    alike = _similar(cosine, _CHANCE_AMONG_MANY, 1, number)
    _join_aliases(alike, story, words)
    soft_bag = _best(bag, alike)
    rarity = np.array([vectors.rarity(form) for form in forms], np.float32)
    weight = _weights(rarity, bag)
    source = np.array([unit.source for unit in story.units], int)
    specificity = np.asarray(np.sqrt(rarity) * _rarity_within_articles(source, soft_bag), np.float32)
    return Overlap(
        words=words,
        rarity=rarity,
        weight=weight,
        specificity=specificity,
        number=number,
        name=name,
        similar=similar,
        alike=alike,
        bag=bag,
        soft_bag=soft_bag,
        covered=coverage(bag, weight, _best(bag, similar)),
        cosine=_centred_cosine((bag * specificity) @ table),
    )


def coverage(rows: Mask, weight: Matrix, soft_bag: Matrix) -> Matrix:
    """The share (0–1) of the weight of each bag of words (row) that each sentence (of ``soft_bag``) has."""
    return weighted_sum(rows / np.maximum((rows * weight).sum(1, keepdims=True), 1e-9), weight, soft_bag)


def weighted_sum(rows: Mask | Matrix, weight: Matrix, columns: Matrix | Mask) -> Matrix:
    """``(rows * weight) @ columns.T`` by the few words that a row has.

    Several times faster than the dense product, whose threads wait for each other longer than they work.
    """
    by_word = np.ascontiguousarray(columns.T)
    out = np.zeros((len(rows), len(columns)), np.float32)
    for row, words in enumerate(rows):
        present = words.nonzero()[0]
        if len(present):
            out[row] = (words[present] * weight[present]) @ by_word[present]
    return out


def _vocabulary(story: Story) -> tuple[dict[str, int], list[str], Mask]:
    """The column of each stem; of each column its most frequent word form, and whether it is a number."""
    keys = {token.stem: canonical(token.stem) for unit in story.units for token in content(unit.tokens)}
    column = {key: number for number, key in enumerate(sorted(set(keys.values())))}
    counts: list[Counter[str]] = [Counter() for _ in column]
    for unit in story.units:
        for token in content(unit.tokens):
            counts[column[keys[token.stem]]][token.norm.lstrip("@#")] += 1
    forms = [min(count, key=lambda form: (-count[form], len(form), form)) for count in counts]
    words = {stem: column[key] for stem, key in keys.items()}
    return words, forms, np.array([key[:1].isdigit() for key in column], bool)


def _names(story: Story, words: dict[str, int]) -> Mask:
    """The columns of words that the story always writes with a capital letter."""
    name = np.ones(len(set(words.values())), bool)
    lower = {token.stem for unit in story.units for token in unit.tokens if not token.is_capitalised}
    name[[words[stem] for stem in lower if stem in words]] = False
    return name


def _similar(cosine: Matrix, least: float, most: float, exact: Mask) -> Matrix:
    similar = np.maximum(cosine - least, 0) * (most / (1 - least))
    similar[exact, :] = 0
    similar[:, exact] = 0
    np.fill_diagonal(similar, 1)
    return np.asarray(similar, np.float32)


def _join_aliases(alike: Matrix, story: Story, words: dict[str, int]) -> None:
    for one, other in alias_pairs(story):
        a, b = words.get(one), words.get(other)
        if a is not None and b is not None:
            alike[[a, b], [b, a]] = np.maximum(alike[[a, b], [b, a]], _ALIAS_SIMILARITY)


def _centred_cosine(sums: Matrix) -> Matrix:
    """The cosines of the sentences' vectors around their mean (Arora, Liang & Ma 2017, section 3)."""
    unit = _directions(sums)
    around = _directions(unit - unit.mean(0)) if len(unit) else unit
    return np.asarray(around @ around.T, np.float32)


def _directions(rows: Matrix) -> Matrix:
    """The rows scaled to length 1."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)


def _best(bag: Mask, similar: Matrix) -> Matrix:
    best = np.zeros(bag.shape, np.float32)
    for row, present in enumerate(bag):
        if present.any():
            best[row] = similar[present].max(0)
    return best


def _weights(rarity: Matrix, bag: Mask) -> Matrix:
    """A word says more the rarer it is in English and in this story."""
    sentences = len(bag)
    spread = np.log((1 + sentences) / (1 + bag.sum(0))) / math.log(1 + max(sentences, 1))
    return np.asarray(rarity * (0.3 + 0.7 * spread), np.float32)


def _rarity_within_articles(source: NDArray[np.int_], soft_bag: Matrix) -> Matrix:
    """How rare a word, or the like of it, is within the articles that have it, 0–1.

    A word that each article has once ties these sentences together, however many articles there are; one
    that an article has all over ties nothing.
    """
    if not len(source):
        return np.zeros(soft_bag.shape[1], np.float32)
    counts = np.stack([soft_bag[source == s].sum(0) for s in np.flatnonzero(np.bincount(source))])
    length = len(source) / len(counts)
    count = counts.sum(0) / np.maximum((counts > 0.5).sum(0), 1)
    rare = np.log((1 + length) / (1 + np.maximum(count - 1, 0))) / math.log(1 + length)
    return np.asarray(np.maximum(rare, 0.02) ** 1.5, np.float32)
