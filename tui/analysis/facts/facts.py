"""Checkable details: short spans with a kind, and which sources carry each of them.

A fact that several sources report is a cluster of sentences; a fact that one source alone has is a short span
of a sentence that no other source reports in full.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from tui.analysis.facts.spans import TokenSpan, candidate_spans, rate
from tui.analysis.figures.numerals import NUMBER_WORDS
from tui.analysis.matching.overlap import Matrix, Overlap
from tui.analysis.text.story import Story, Unit
from tui.analysis.text.tokens import Token
from tui.analysis.text.word_classes import MONTHS, WEEKDAYS
from tui.model import Fact, FactKind, Level, Passage, Quotation, Report

_MOST_SPANS = 3  # a sentence
_FIRST_RATING = 0.25  # that the first span of a partly reported sentence needs
_FURTHER_RATING = 0.3  # that every further span of any sentence needs
_EVENT_WORDS, _DATE_WORDS, _PLACE_WORDS = 10, 6, 4  # a span that is an event, a date, a place has fewer
_EVENTS = frozenset(
    """
    summit meeting talks conference election vote hearing trial attack strike protest rally march ceremony
    visit agreement treaty ruling verdict indictment lawsuit investigation inquiry raid crash fire
    earthquake flood storm shooting war game match debate referendum convention speech interview
    """.split()
)
_DATES = frozenset(
    (
        *WEEKDAYS,
        *MONTHS,
        *"today yesterday tomorrow week month year decade night morning afternoon evening".split(),
    )
)
_PLACE_AFTER = frozenset("in at near from to outside of".split())
_AMOUNTS = NUMBER_WORDS | frozenset(
    """
    dozen dozens hundred hundreds thousand thousands million millions billion billions trillion percent twice
    """.split()
)


def find_facts(
    story: Story,
    overlap: Overlap,
    reports: Sequence[tuple[Report, ...]],
    quotes: Mapping[tuple[int, int], tuple[Quotation, ...]],
) -> tuple[Fact, ...]:
    """Find the facts of the story, weightiest first, numbered from 1."""
    facts = _shared(story, reports) + _unique(story, overlap, reports, quotes)
    facts.sort(
        key=lambda fact: (-fact.weight, story.index[fact.passages[0].sentence], fact.passages[0].start)
    )
    return tuple(replace(fact, id=number) for number, fact in enumerate(facts, 1))


def _shared(story: Story, reports: Sequence[tuple[Report, ...]]) -> list[Fact]:
    """One fact for each cluster of sentences that fully report one another."""
    cluster = {position: {position} for position in range(len(story.units))}
    pairs = sorted(
        (-report.score, position, story.index[report.by[0]])
        for position, verdicts in enumerate(reports)
        for report in verdicts
        if report.level is Level.FULL
    )
    for _, one, other in pairs:
        if other in cluster[one]:
            continue
        union = cluster[one] | cluster[other]
        by_source = Counter(story.units[position].source for position in union)
        if max(by_source.values()) <= 2:  # one fact, not everything that is like it
            for position in union:
                cluster[position] = union
    found = []
    for position, members in cluster.items():
        if position != min(members):
            continue
        units = [story.units[member] for member in sorted(members)]
        sources = {unit.source for unit in units}
        if len(sources) < 2:
            continue
        head = min(units, key=lambda unit: (len(unit.text), unit.text))  # the plainest wording
        passages = [Passage(unit.id, unit.start, unit.end, unit.text) for unit in (head, *units)]
        kind = _kind(head.tokens, head)
        found.append(Fact(0, kind, head.text, tuple(dict.fromkeys(passages)), fact_weight(len(sources))))
    return found


def _unique(
    story: Story,
    overlap: Overlap,
    reports: Sequence[tuple[Report, ...]],
    quotes: Mapping[tuple[int, int], tuple[Quotation, ...]],
) -> list[Fact]:
    """The spans that one source alone has. One article alone has nothing to be unique against."""
    found = []
    for source, positions in enumerate(story.of_source):
        elsewhere = _novelty(story, overlap, source)
        for position in positions:
            unit = story.units[position]
            level = max((report.level for report in reports[position]), default=Level.FULL)
            if not unit.assertive or level is Level.FULL:
                continue
            spans = candidate_spans(unit.tokens, *_per_token(unit, overlap, elsewhere))
            beside = quotes.get((source, unit.paragraph), ())
            for span, rating in _chosen(*spans, 0.0 if level is Level.NONE else _FIRST_RATING):
                found.append(_of_span(unit, span, rating, beside))
    return found


def _of_span(unit: Unit, span: TokenSpan, rating: float, quotes: Sequence[Quotation]) -> Fact:
    """The fact that a span of a sentence states; ``quotes`` are the quotations of its paragraph."""
    inside = unit.tokens[slice(*span)]
    start, end = inside[0].start, inside[-1].end
    text = unit.text[start - unit.start : end - unit.start]
    quoted = any(quote.start <= start and end <= quote.end for quote in quotes)
    kind = FactKind.QUOTE if quoted else _kind(inside, unit)
    return Fact(0, kind, text, (Passage(unit.id, start, end, text),), fact_weight(1, rating))


def fact_weight(sources: int, rating: float = 1.0) -> float:
    """Weigh a fact: how many sources have it, times the rating of its span, 0–1 (a whole sentence: 1)."""
    return round(sources * min(max(rating, 0.0), 1.0), 4)


def unique_by_sentence(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    """Collect the facts that one source alone has by the id of their sentence, in the order of its text."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        if len(fact.sources) == 1:
            found.setdefault(fact.passages[0].sentence, []).append(fact)
    return {name: tuple(sorted(own, key=lambda f: f.passages[0].start)) for name, own in found.items()}


def token_novelty(story: Story, overlap: Overlap, position: int) -> tuple[Matrix, Matrix]:
    """Weigh each token of a sentence and rate its novelty: 1 if no other source has the like, else less."""
    unit = story.units[position]
    return _per_token(unit, overlap, _novelty(story, overlap, unit.source))


def _novelty(story: Story, overlap: Overlap, source: int) -> Matrix:
    """For each word of the story 1 if no source but ``source`` has the like, 0 if another has exactly it."""
    present = overlap.bag[[unit.source != source for unit in story.units]].any(0)
    return np.asarray(1 - overlap.similar[:, present].max(1, initial=0), np.float32)


def _per_token(unit: Unit, overlap: Overlap, novelty: Matrix) -> tuple[Matrix, Matrix]:
    """Weight and novelty of each token of the sentence, 0 where it carries no meaning of its own."""
    columns = [overlap.words.get(token.stem, -1) if token.is_content else -1 for token in unit.tokens]
    weight, novel = ([float(v[c]) if c >= 0 else 0.0 for c in columns] for v in (overlap.weight, novelty))
    return np.array(weight, np.float32), np.array(novel, np.float32)


def _chosen(spans: Sequence[TokenSpan], features: Matrix, first: float) -> list[tuple[TokenSpan, float]]:
    """The best spans that do not overlap, best first."""
    ratings = rate(features)
    chosen: list[tuple[TokenSpan, float]] = []
    for place in np.argsort(-ratings, kind="stable"):
        span, rating = spans[place], float(ratings[place])
        if len(chosen) == _MOST_SPANS or rating < (_FURTHER_RATING if chosen else first):
            break
        if all(span[1] <= other[0] or other[1] <= span[0] for other, _ in chosen):
            chosen.append((span, rating))
    return chosen


def _kind(tokens: Sequence[Token], unit: Unit) -> FactKind:
    """What a span consists of, by its most telling word."""
    words = [token for token in tokens if token.is_word]
    norms = {token.norm for token in words}
    capitals = [token for token in words if token.is_capitalised and token.start > unit.start]
    event = any(token.stem in _EVENTS or token.norm in _EVENTS for token in words)
    if event and len(words) < _EVENT_WORDS and capitals:
        return FactKind.EVENT
    if norms & _DATES and len(words) < _DATE_WORDS:
        return FactKind.DATE
    if norms & _AMOUNTS or any(token.is_number for token in words):
        return FactKind.NUMBER
    if capitals and 2 * len(capitals) >= sum(token.is_content for token in words):
        before = unit.text[: tokens[0].start - unit.start].lower().split()[-1:]
        place = len(words) < _PLACE_WORDS and not _PLACE_AFTER.isdisjoint(before)
        return FactKind.PLACE if place else FactKind.NAME
    return FactKind.CLAIM
