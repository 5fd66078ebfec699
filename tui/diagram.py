"""The story as a diagram: what its columns, ribbons, marks and bars are, however they are drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.model import Comparison, Fact

CONFLICT, UNIQUE, UNREPORTED = "‼", "◆", "◇"

Cell = tuple[int, int]
"""A paragraph: the index of its source and its own, both from 0."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Two paragraphs of neighbouring columns that report the same; ``score`` (0–1) is their group's."""

    left: Cell
    right: Cell
    score: float


@dataclass(frozen=True, slots=True)
class Combination:
    """The facts that exactly these sources have, the weightiest first; keys in the order of the columns."""

    keys: tuple[str, ...]
    facts: tuple[Fact, ...]


def groups(comparison: Comparison) -> Mapping[Cell, frozenset[Cell]]:
    """For each paragraph those that report the same, itself included."""
    found: dict[Cell, frozenset[Cell]] = {}
    for group in comparison.groups:
        cells = frozenset(
            (index, number)
            for index, source in enumerate(comparison.sources)
            for number in group.paragraphs.get(source.key, ())
        )
        found.update(dict.fromkeys(cells, cells))
    return found


def ribbons(comparison: Comparison, columns: Sequence[int] | None = None) -> tuple[Ribbon, ...]:
    """The ribbons, column by column from the left, in the order of the paragraphs.

    Args:
        comparison: what was found.
        columns: the indices of the sources that are shown, from the left; by default all of them.
    """
    shown = range(len(comparison.sources)) if columns is None else columns
    keys = [source.key for source in comparison.sources]
    return tuple(
        Ribbon((left, one), (right, other), score)
        for left, right in pairwise(shown)
        for one, other, score in sorted(
            (one, other, group.score)
            for group in comparison.groups
            for one in group.paragraphs.get(keys[left], ())
            for other in group.paragraphs.get(keys[right], ())
        )
    )


def ties(comparison: Comparison, columns: Sequence[int] | None = None) -> Mapping[Cell, frozenset[Cell]]:
    """For each paragraph those of neighbouring columns that are weakly tied to it; ``columns`` as above."""
    shown = range(len(comparison.sources)) if columns is None else columns
    neighbours = {frozenset(pair) for pair in pairwise(shown)}
    indices = {source.key: index for index, source in enumerate(comparison.sources)}
    found: defaultdict[Cell, set[Cell]] = defaultdict(set)
    for link in comparison.links:
        one, other = ((indices[key], number) for key, number in link.between)
        if frozenset((one[0], other[0])) in neighbours:
            found[one].add(other)
            found[other].add(one)
    return {cell: frozenset(others) for cell, others in found.items()}


def marks(comparison: Comparison) -> Mapping[Cell, str]:
    """What is marked in each paragraph: conflicts, facts of one source alone, being reported nowhere else."""
    if len(comparison.sources) < 2:
        return {}
    found: defaultdict[Cell, set[str]] = defaultdict(set)
    indices = {source.key: index for index, source in enumerate(comparison.sources)}
    passages = [(CONFLICT, passage) for conflict in comparison.conflicts for passage in conflict.between]
    passages += [(UNIQUE, fact.passages[0]) for fact in comparison.facts if len(fact.sources) == 1]
    for glyph, passage in passages:
        sentence = comparison.sentences[passage.sentence]
        found[indices[sentence.source], sentence.paragraph].add(glyph)
    for cell, group in groups(comparison).items():
        if len({source for source, _ in group}) == 1 and UNIQUE not in found[cell]:
            found[cell].add(UNREPORTED)
    order = (CONFLICT, UNIQUE, UNREPORTED)
    return {cell: "".join(sorted(glyphs, key=order.index)) for cell, glyphs in found.items()}


def combinations(comparison: Comparison) -> tuple[Combination, ...]:
    """The facts by the sources that have them, the largest number first, then the most sources."""
    found: defaultdict[tuple[str, ...], list[Fact]] = defaultdict(list)
    keys = [source.key for source in comparison.sources]
    for fact in sorted(comparison.facts, key=lambda fact: -fact.weight):
        found[tuple(key for key in keys if key in fact.sources)].append(fact)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), -len(item[0]), _places(keys, item[0])))
    return tuple(Combination(held, tuple(facts)) for held, facts in ordered)


def _places(keys: list[str], held: tuple[str, ...]) -> list[int]:
    return [keys.index(key) for key in held]
