"""How far two sentences, and the surroundings of two details in them, tell of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from tui.analysis.conflicts.finding import Evidence
from tui.analysis.language import Token
from tui.analysis.vectors import word_vectors

_WINDOW = 8  # tokens on either side of a detail
_RELATED = 0.3  # of 2; sentences below this in both directions together share at most a word or two
_NEAR = 2  # content words next to a detail, on either side
_HEDGES = frozenset("least almost nearly roughly approximately estimated around fewer less".split())


class Context:
    """The words of a story weighted by how rare they are in English alone.

    In a story of a few sentences, weights by frequency within the story would make the words that two
    sentences share count least, and those are the ones that show that both tell of one thing.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._units = evidence.story.units
        self._overlap = evidence.overlap
        self._best: dict[int, NDArray[np.float32]] = {}
        self._rarity: dict[int, float] = {}

    def related(self, one: int, two: int) -> bool:
        """Whether two sentences have enough in common to be looked at; a cheap test by the overlap."""
        covered = self._overlap.covered
        return float(covered[one, two] + covered[two, one]) >= _RELATED

    def columns(self, tokens: Iterable[Token]) -> list[int]:
        """The columns of the content words among the tokens."""
        found: dict[int, None] = {}
        for token in tokens:
            column = self._overlap.words.get(token.stem)
            if column is not None and not token.is_number:
                found[column] = None
                if column not in self._rarity:
                    self._rarity[column] = word_vectors().rarity(token.norm.lstrip("@#"))
        return list(found)

    def around(self, unit: int, first: int, last: int) -> list[int]:
        """The columns of the content words near the tokens ``first`` to ``last`` of a sentence."""
        tokens = self._units[unit].tokens
        return self.columns((*tokens[max(0, first - _WINDOW) : first], *tokens[last : last + _WINDOW]))

    def covered(self, columns: Sequence[int], unit: int) -> float:
        """The share (0–1) of the words' weight that a sentence carries."""
        carried = self._carried(unit)
        total = sum(self._rarity[c] for c in columns)
        return sum(self._rarity[c] * float(carried[c]) for c in columns) / total if total else 0.0

    def shared(self, columns: Sequence[int], others: Sequence[int]) -> float:
        """The weight of the words that stand in both lists."""
        return sum(self._rarity[c] for c in sorted(set(columns) & set(others)))

    def _carried(self, unit: int) -> NDArray[np.float32]:
        found = self._best.get(unit)
        if found is None:
            present = self._overlap.bag[unit]
            similar = self._overlap.similar
            found = similar[:, present].max(1) if present.any() else np.zeros(len(similar), np.float32)
            self._best[unit] = found
        return found


def beside(one: Sequence[Token], a: tuple[int, int], two: Sequence[Token], b: tuple[int, int]) -> bool:
    """Whether the same word stands next to two details on the same side, or two of the next two words do.

    ``a`` and ``b`` are the details' places among the tokens of their sentences, end exclusive.
    """
    first, second = _neighbours(one, *a), _neighbours(two, *b)
    if any(x and y and x[0] == y[0] for x, y in zip(first, second, strict=True)):
        return True
    return sum(len(set(x) & set(y)) for x, y in zip(first, second, strict=True)) > 1


def elsewhere(one: Sequence[Token], a: int, two: Sequence[Token], b: int) -> bool:
    """Whether different names follow two details (ending before ``a``, ``b``): from here, from there."""
    first, second = _names_after(one, a), _names_after(two, b)
    return bool(first and second and not first & second)


def _names_after(tokens: Sequence[Token], start: int) -> set[str]:
    names = set()
    for token in tokens[start : start + 6]:
        if not token.is_word:
            break
        if token.is_capitalised:
            names.add(token.norm)
    return names


def _neighbours(tokens: Sequence[Token], first: int, last: int) -> tuple[list[str], list[str]]:
    """The stems of the content words next to a detail, nearest first: before it and after it."""
    left = [t.stem for t in reversed(tokens[:first]) if _tells(t)][:_NEAR]
    return left, [t.stem for t in tokens[last:] if _tells(t)][:_NEAR]


def _tells(token: Token) -> bool:
    return token.is_content and not token.is_number and token.norm not in _HEDGES
