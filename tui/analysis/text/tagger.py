"""Part-of-speech tags by an averaged perceptron, from left to right (Collins 2002; Honnibal 2013).

The weights in ``tui/data`` were trained with NLTK's ``PerceptronTagger``, and the tags are those that it
gives with them. NLTK would read them from JSON, which takes longer than to compare three articles.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.analysis.text.tokens import Token

_START, _END = ("-START-", "-START2-"), ("-END-", "-END2-")
Votes = NDArray[np.float64]  # for each label, whole numbers


class Tagger:
    """The tagger with its weights.

    Args:
        raw: an ``npz`` archive. A feature is a name (``i-1 word``) and a value (``the``); the features of a
            value lie together, and so do the weights of a feature. Of labels with equal sums the first wins.
    """

    def __init__(self, raw: bytes) -> None:
        data = np.load(io.BytesIO(raw), allow_pickle=False)
        self._labels, self._names = _lines(data["labels"]), _lines(data["names"])
        self._values = {value: number for number, value in enumerate(_lines(data["values"]))}
        self._features, self._name = data["features"], data["name"]
        self._weights, self._label, self._weight = data["weights"], data["label"], data["weight"]
        self._certain = dict(zip(_lines(data["words"]), _lines(data["tags"]), strict=True))
        self._parts: dict[str, dict[str, slice]] = {}
        self._votes: dict[tuple[str, str], Votes] = {}

    def tag(self, words: Sequence[str]) -> list[str]:
        """Penn Treebank tags of a sentence's words, one each."""
        context = [*_START, *map(_normalised, words), *_END]
        tags = [*_START[::-1]]
        for place, word in enumerate(words):
            label = self._certain.get(word)
            if label is None:
                label = self._likeliest(word, context[place : place + 5], tags[-2], tags[-1])
            tags.append(label)
        return tags[len(_START) :]

    def _likeliest(self, word: str, around: Sequence[str], second_tag: str, tag: str) -> str:
        """The label of a word, from the words ``around`` (it in their middle) and the two labels before."""
        second, before, same, after, second_after = around
        votes = np.zeros(len(self._labels))
        for feature in (
            ("bias", ""),
            ("i suffix", word[-3:]),
            ("i pref1", word[:1]),
            ("i-1 tag", tag),
            ("i-2 tag", second_tag),
            ("i tag+i-2 tag", f"{tag} {second_tag}"),
            ("i word", same),
            (f"i-1 tag {tag}+i word", same),
            ("i-1 word", before),
            ("i-1 suffix", before[-3:]),
            ("i-2 word", second),
            ("i+1 word", after),
            ("i+1 suffix", after[-3:]),
            ("i+2 word", second_after),
        ):
            known = self._votes.get(feature)
            if known is not None:
                votes += known
            elif feature[0] in self._parts_of(feature[1]):
                votes += self._read(*feature)
        return self._labels[votes.argmax()]

    def _read(self, name: str, value: str) -> Votes:
        part = self._parts_of(value)[name]
        votes = self._votes[name, value] = np.zeros(len(self._labels))
        votes[self._label[part]] = self._weight[part]
        return votes

    def _parts_of(self, value: str) -> dict[str, slice]:
        """Where the weights of the features that have a value are, by name."""
        if value not in self._parts:
            number = self._values.get(value)
            first, last = (0, 0) if number is None else self._features[number : number + 2].tolist()
            bounds = pairwise(self._weights[first : last + 1].tolist())
            names = [self._names[name] for name in self._name[first:last].tolist()]
            self._parts[value] = {name: slice(*part) for name, part in zip(names, bounds, strict=True)}
        return self._parts[value]


def _normalised(word: str) -> str:
    """The form of a word that the weights know."""
    if "-" in word and word[0] != "-":
        return "!HYPHEN"
    if word.isdigit() and len(word) == 4:
        return "!YEAR"
    return "!DIGITS" if word[:1].isdigit() else word.lower()


def _lines(letters: NDArray[Any]) -> list[str]:
    return letters.tobytes().decode("utf-8").split("\n")


@cache
def shipped_tagger() -> Tagger:
    """The tagger that comes with the package."""
    return Tagger(resources.files("tui").joinpath("data/perceptron-masc.npz").read_bytes())


def tag(tokens: tuple[Token, ...]) -> list[str]:
    """Penn Treebank part-of-speech tags, one a token."""
    return shipped_tagger().tag([token.text for token in tokens])
