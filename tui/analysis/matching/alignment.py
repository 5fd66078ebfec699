"""Groups of paragraphs that report the same thing, many to many, in any order, with explicit gaps."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.analysis.matching.carriers import Carriers
from tui.analysis.matching.linear import sigmoid
from tui.analysis.matching.verdicts import fitted
from tui.analysis.text.story import Story
from tui.ids import source_key
from tui.model import AlignmentGroup, Level, Link, Report

_FIRM = 0.8  # the chance from which two paragraphs make one point; weaker ties are links
_SURE = 0.99  # no one sentence makes a tie surer
_SHARE = 0.5  # no group holds more of an article's paragraphs
Node = tuple[int, int]  # a source and one of its paragraphs
Pair = tuple[Node, Node]


def align(
    story: Story, carriers: Carriers, reports: Sequence[tuple[Report, ...]], least: float | None = None
) -> tuple[tuple[AlignmentGroup, ...], tuple[Link, ...]]:
    """Join paragraphs whose sentences carry each other, strongest first; ties left over come back as links.

    Two paragraphs are tied when the chance that a sentence of one carries one of the other is at least
    ``least`` (by default as fitted).
    """
    ties = _ties(story, carriers, reports, fitted().thresholds["tie"] if least is None else least)
    group: dict[Node, frozenset[Node]] = {node: frozenset((node,)) for node in _nodes(story)}
    score: dict[Node, float] = {}
    for (one, other), strength in sorted(ties.items(), key=lambda item: (-item[1], item[0])):
        union = group[one] | group[other]
        if strength < _FIRM or group[one] is group[other] or not _coherent(story, union, ties):
            continue
        for node in union:
            group[node] = union
            score[node] = max(score.get(node, 0.0), strength)
    groups = [
        AlignmentGroup(
            number,
            {
                source_key(source): tuple(sorted(p for s, p in members if s == source))
                for source in range(len(story.articles))
            },
            round(max(score.get(node, 0.0) for node in members), 4),
        )
        for number, members in enumerate(dict.fromkeys(group.values()), 1)
    ]
    links = [
        Link(((source_key(one[0]), one[1]), (source_key(other[0]), other[1])), round(strength, 4))
        for (one, other), strength in sorted(ties.items())
        if group[one] is not group[other]
    ]
    return tuple(groups), tuple(links)


def _nodes(story: Story) -> list[Node]:
    return [(s, p) for s, article in enumerate(story.articles) for p in range(len(article.paragraphs))]


def _ties(
    story: Story, carriers: Carriers, reports: Sequence[tuple[Report, ...]], least: float
) -> dict[Pair, float]:
    """The chance that any sentence of one paragraph carries one of the other, in either direction (noisy or).

    A sentence counts only where the other source is said to report it.
    """
    nodes = list(story.of_paragraph)
    if not nodes:
        return {}
    shared = np.zeros((len(story.units), len(story.articles)), bool)
    place = {source_key(source): source for source in range(len(story.articles))}
    for row, verdicts in enumerate(reports):
        for report in verdicts:
            shared[row, place[report.source]] = report.level is not Level.NONE
    chance = np.where(shared[:, carriers.pairs.source], sigmoid(carriers.odds), 0)
    starts = [positions[0] for positions in story.of_paragraph.values()]
    doubt = np.add.reduceat(np.add.reduceat(np.log1p(-np.minimum(chance, _SURE)), starts, 0), starts, 1)
    strength = 1 - np.exp(doubt + doubt.T)
    return {
        (nodes[one], nodes[other]): float(strength[one, other])
        for one, other in zip(*np.nonzero(strength >= least), strict=True)
        if one < other
    }


def _coherent(story: Story, union: frozenset[Node], ties: dict[Pair, float]) -> bool:
    """Whether every pair that a would-be group claims is tied, and no article has more than half in it."""
    for source, article in enumerate(story.articles):
        if sum(s == source for s, _ in union) > max(1, _SHARE * len(article.paragraphs)):
            return False
    return all((a, b) in ties for a in union for b in union if a[0] < b[0])
