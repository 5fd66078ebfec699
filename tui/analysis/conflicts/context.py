"""How far two sentences, and the surroundings of two details in them, tell of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from tui.analysis.matching.overlap import Overlap
from tui.analysis.names.name_words import CALENDAR
from tui.analysis.text.predicates import clause_around
from tui.analysis.text.story import Unit, equal_sentences
from tui.analysis.text.tokens import Token
from tui.analysis.text.word_classes import CLAUSE_MARKS

_SURROUNDINGS = 8  # tokens on either side of a detail
_LEAST_RELATED = 0.3  # of 2; sentences below this in both directions together share at most a word or two
_SHARE_OF_BEST = (
    0.75  # a sentence with less in common than this share of what the best one has is not the one
)
_REACH_OF_PLACE = 6  # tokens after a detail that may say where
_NEIGHBOURS = 2  # content words next to a detail, on either side
# What parts clauses that have numbers of their own: “and”, “with” or “as” may join numbers of one clause.
_NUMBER_CUTS = CLAUSE_MARKS | {"while", "but"}
_SAY_NOTHING = frozenset(
    """
    least almost nearly roughly approximately estimated around fewer less hundred thousand million billion
    trillion dozen
    """.split()
)

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_PAST = re.compile(
    r"\b(?:previous(?:ly)?|formerly|originally|earlier|ago|a year before|compared"
    r"|(?:last|prior|past) (?:year|month|week))\b",
    re.IGNORECASE,
)


class Context:
    """The words of a story weighted by how rare they are in English alone.

    In a story of a few sentences, weights by frequency within the story would make the words that two
    sentences share count least, and those are the ones that show that both tell of one thing.
    """

    def __init__(self, units: Sequence[Unit], overlap: Overlap) -> None:
        self._units = units
        self._overlap = overlap
        self._source = np.array([unit.source for unit in self._units], int)
        self._said = np.zeros((len(units), max(self._source, default=0) + 1), bool)  # by which sources
        for position, equal in enumerate(equal_sentences(units)):
            self._said[position, self._source[list(equal)]] = True
        self._best: dict[int, NDArray[np.float32]] = {}
        self._rarity: dict[int, float] = {}

    def pairs(self, having: Iterable[int], *, agreed: bool = False) -> list[tuple[int, int]]:
        """Pair these sentences, of different sources, with enough in common to be looked at.

        Unless ``agreed``, not where one's source says what the other does word for word: they agree.
        """
        rows = np.array(sorted(having), int)
        covered = self._overlap.covered[np.ix_(rows, rows)]
        source = self._source[rows]
        close = (covered + covered.T >= _LEAST_RELATED) & (source[:, None] != source[None, :])
        if not agreed:
            said = self._said[rows][:, source]
            close &= ~(said | said.T)
        return [(int(rows[a]), int(rows[b])) for a, b in np.argwhere(np.triu(close, 1))]

    def agreed(self, one: int, two: int) -> bool:
        """Tell whether the source of one of two sentences has the other word for word."""
        return bool(self._said[one, self._source[two]] or self._said[two, self._source[one]])

    def related(self, one: int, two: int) -> float:
        """Measure how much two sentences have in common, the shares (0–1) of both directions summed."""
        return float(self._overlap.covered[one, two] + self._overlap.covered[two, one])

    def matched(self, one: int, two: int) -> bool:
        """Tell whether neither sentence has a much closer counterpart in the other's source."""
        common = self.related(one, two)
        for a, b in ((one, two), (two, one)):
            there = self._source == self._source[b]
            if common < _SHARE_OF_BEST * float(self._related_to(a)[there].max()):
                return False
        return True

    def related_in(self, unit: int, source: int) -> list[int]:
        """Find the sentences of a source with enough in common with a sentence to tell of the same."""
        close = (self._related_to(unit) >= _LEAST_RELATED) & (self._source == source)
        return [int(row) for row in np.flatnonzero(close)]

    def _related_to(self, unit: int) -> NDArray[np.float32]:
        """How much each sentence has in common with one of them."""
        covered = self._overlap.covered
        return np.asarray(covered[unit] + covered[:, unit], np.float32)

    def both(self, one: int, two: int) -> tuple[float, float]:
        """Measure the shares (0–1) of the weight of each sentence's words that the other carries."""
        tokens = self._units[one].tokens, self._units[two].tokens
        return self.covered(self.columns(tokens[0]), two), self.covered(self.columns(tokens[1]), one)

    def near(
        self, one: int, a: tuple[int, int], two: int, b: tuple[int, int]
    ) -> tuple[tuple[float, float], float]:
        """Measure the same for the words around two details, and the weight of those around both.

        ``a`` and ``b`` are the details' places among the tokens of their sentences, end exclusive.
        """
        around = self._around(one, *a), self._around(two, *b)
        local = self.covered(around[0], two), self.covered(around[1], one)
        return local, sum(self._rarity[c] for c in sorted(set(around[0]) & set(around[1])))

    def columns(self, tokens: Iterable[Token]) -> list[int]:
        """Look up the columns of the content words among the tokens."""
        found: dict[int, None] = {}
        for token in tokens:
            column = self._overlap.words.get(token.stem)
            if column is not None and not token.is_number:
                found[column] = None
                if column not in self._rarity:
                    self._rarity[column] = float(self._overlap.rarity[column])
        return list(found)

    def _around(self, unit: int, first: int, last: int) -> list[int]:
        """The columns of the content words near the tokens ``first`` to ``last`` of a sentence."""
        tokens = self._units[unit].tokens
        return self.columns(
            (*tokens[max(0, first - _SURROUNDINGS) : first], *tokens[last : last + _SURROUNDINGS])
        )

    def covered(self, columns: Sequence[int], unit: int) -> float:
        """Measure the share (0–1) of the words' weight that a sentence carries."""
        carried = self._carried(unit)
        total = sum(self._rarity[c] for c in columns)
        return sum(self._rarity[c] * float(carried[c]) for c in columns) / total if total else 0.0

    def length(self, unit: int) -> int:
        """Count the tokens of a sentence."""
        return len(self._units[unit].tokens)

    def stated(self, short: int, detail: tuple[int, int], long: int, place: int) -> float:
        """Measure the share (0–1) of a sentence's words, one detail aside, that a clause of another has."""
        tokens, others = self._units[short].tokens, self._units[long].tokens
        start, end = clause_around(others, place, _NUMBER_CUTS)
        words = [*tokens[: detail[0]], *tokens[detail[1] :]]
        columns = self.columns(words)
        return self.carried_by(columns, self.columns(others[start:end])) if len(columns) > 1 else 0.0

    def carried_by(self, columns: Sequence[int], others: Sequence[int]) -> float:
        """Measure the share (0–1) of the words' weight that some other words carry."""
        if not columns or not others:
            return 0.0
        best = self._overlap.similar[np.ix_(columns, others)].max(1)
        weight = np.array([self._rarity[c] for c in columns])
        return float(best @ weight / weight.sum())

    def _carried(self, unit: int) -> NDArray[np.float32]:
        found = self._best.get(unit)
        if found is None:
            present = self._overlap.bag[unit]
            similar = self._overlap.similar
            found = similar[:, present].max(1) if present.any() else np.zeros(len(similar), np.float32)
            self._best[unit] = found
        return found


def beside(one: Sequence[Token], a: tuple[int, int], two: Sequence[Token], b: tuple[int, int]) -> bool:
    """Tell whether one word stands next to two details on the same side, or two of the next two words do.

    ``a`` and ``b`` are the details' places among the tokens of their sentences, end exclusive.
    """
    first, second = _neighbours(one, *a), _neighbours(two, *b)
    if any(x and y and x[0] == y[0] for x, y in zip(first, second, strict=True)):
        return True
    return sum(len(set(x) & set(y)) for x, y in zip(first, second, strict=True)) > 1


def elsewhere(one: Sequence[Token], a: int, two: Sequence[Token], b: int) -> bool:
    """Tell whether names follow two details (ending before ``a``, ``b``) that the other sentence lacks."""
    first, second = _names_after(one, a), _names_after(two, b)
    return (
        bool(first and second)
        and first.isdisjoint(t.norm for t in two)
        and second.isdisjoint(t.norm for t in one)
    )


def other_year(one: Unit, two: Unit) -> bool:
    """Tell whether both sentences name years, and none in common."""
    return _apart(_YEAR, one, two)


def other_day(one: Unit, two: Unit) -> bool:
    """Tell whether both sentences name weekdays, and none in common."""
    return _apart(_DAY, one, two)


def other_time(one: Unit, two: Unit) -> bool:
    """Tell whether two sentences name different years or different weekdays."""
    return other_year(one, two) or other_day(one, two)


def looks_back(unit: Unit) -> bool:
    """Tell whether a sentence tells of a time before the story's."""
    return _PAST.search(unit.text) is not None


def _apart(what: re.Pattern[str], one: Unit, two: Unit) -> bool:
    a, b = set(what.findall(one.text)), set(what.findall(two.text))
    return bool(a and b and not a & b)


def _names_after(tokens: Sequence[Token], start: int) -> set[str]:
    words = takewhile(lambda token: token.is_word, tokens[start : start + _REACH_OF_PLACE])
    return {token.norm for token in words if token.is_capitalised and token.norm not in CALENDAR}


def _neighbours(tokens: Sequence[Token], first: int, last: int) -> tuple[list[str], list[str]]:
    """The stems of the content words next to a detail, nearest first: before it and after it."""
    left = [t.stem for t in reversed(tokens[:first]) if _tells(t)][:_NEIGHBOURS]
    return left, [t.stem for t in tokens[last:] if _tells(t)][:_NEIGHBOURS]


def _tells(token: Token) -> bool:
    return token.is_content and not token.is_number and token.norm not in _SAY_NOTHING
