"""A comparison turned into marked spans of paragraphs, places to go to, and counterparts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from tui.model import Comparison, Conflict, Fact, Level, Passage, Sentence


class Mark(IntEnum):
    """Kinds of mark, the later the more important."""

    NONE = 0
    FURNITURE = 1
    SHARED = 2
    PARTIAL = 3
    ALONE = 4
    UNIQUE = 5
    CONFLICT = 6

    @property
    def glyph(self) -> str:
        """One character that tells the kind without colour."""
        return "  ·◦◇◆‼"[self]


class Place(NamedTuple):
    """A source, a paragraph and a sentence by index, and the stretch of it that was gone to, if any."""

    source: int
    paragraph: int
    sentence: int = 0
    span: tuple[int, int] | None = None


class MarkedSpan:
    """A stretch of a paragraph and its mark."""

    __slots__ = ("end", "mark", "start")

    def __init__(self, start: int, end: int, mark: Mark) -> None:
        self.start = start
        self.end = end
        self.mark = mark


class Marks:
    """Looks up what a comparison says about places in the texts; sources are indices."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.keys = tuple(source.key for source in comparison.sources)
        self._spans: dict[tuple[int, int], tuple[MarkedSpan, ...]] = {}
        self._counterparts: dict[tuple[int, int], dict[int, tuple[int, ...]]] = {}

    def sentences(self, source: int, paragraph: int) -> tuple[Sentence, ...]:
        """The sentences of a paragraph."""
        return self.comparison.sources[source].paragraphs[paragraph].sentences

    def sentence(self, place: Place) -> Sentence | None:
        """The sentence at a place; None in a paragraph without any."""
        sentences = self.sentences(place.source, place.paragraph)
        return sentences[min(place.sentence, len(sentences) - 1)] if sentences else None

    def level(self, sentence: Sentence) -> Mark:
        """The mark of how widely a sentence is reported; none with one source or if it asserts nothing."""
        if sentence.furniture:
            return Mark.FURNITURE
        if not sentence.reports or not sentence.assertive:
            return Mark.NONE
        best = max(report.level for report in sentence.reports)
        return {Level.FULL: Mark.SHARED, Level.PARTIAL: Mark.PARTIAL, Level.NONE: Mark.ALONE}[best]

    def spans(self, source: int, paragraph: int) -> tuple[MarkedSpan, ...]:
        """The marks of a paragraph, those that are drawn over others last."""
        key = (source, paragraph)
        if key not in self._spans:
            sentences = self.sentences(source, paragraph)
            found = [MarkedSpan(s.start, s.end, self.level(s)) for s in sentences]
            if len(self.keys) > 1:
                found += [
                    MarkedSpan(p.start, p.end, Mark.UNIQUE)
                    for s in sentences
                    for f in s.unique
                    for p in f.passages
                ]
            found += [MarkedSpan(p.start, p.end, Mark.CONFLICT) for p in self._disputed.get(key, ())]
            self._spans[key] = tuple(found)
        return self._spans[key]

    @cached_property
    def unique(self) -> tuple[Place, ...]:
        """The passages of facts that one source alone has, in reading order, source by source."""
        if len(self.keys) < 2:
            return ()
        return self._places(
            p for fact in self.comparison.facts if len(fact.sources) == 1 for p in fact.passages
        )

    @cached_property
    def conflicts(self) -> tuple[Place, ...]:
        """The passages of conflicts, in reading order, source by source."""
        return self._places(passage for conflict in self.comparison.conflicts for passage in conflict.between)

    def in_source(self, source: int) -> Iterable[tuple[Place, Mark]]:
        """The places of unique facts and of conflicts in one source."""
        for places, mark in ((self.unique, Mark.UNIQUE), (self.conflicts, Mark.CONFLICT)):
            start = bisect_left(places, source, key=lambda place: place.source)
            end = bisect_left(places, source + 1, key=lambda place: place.source)
            for place in places[start:end]:
                yield place, mark

    @cached_property
    def gaps(self) -> tuple[Place, ...]:
        """The paragraphs that no other source reports, in reading order, source by source."""
        alone = [
            Place(self.keys.index(key), index)
            for group in self.comparison.groups
            for key, indices in group.paragraphs.items()
            for index in indices
            if sum(map(bool, group.paragraphs.values())) == 1
        ]
        return tuple(sorted(alone)) if len(self.keys) > 1 else ()

    def place_of(self, sentence_id: str, start: int | None = None, end: int | None = None) -> Place:
        """The place of a sentence, with the stretch ``start`` to ``end`` of its paragraph if given."""
        sentence = self.comparison.sentences[sentence_id]
        span = None if start is None or end is None else (start, end)
        return Place(self.keys.index(sentence.source), sentence.paragraph, self._numbers[sentence_id], span)

    def facts_at(self, place: Place) -> tuple[Fact, ...]:
        """The facts only this source has in the place's sentence; the one in its span first."""
        sentence = self.sentence(place)
        if sentence is None or len(self.keys) < 2:
            return ()
        return tuple(sorted(sentence.unique, key=lambda fact: not _in_span(fact.passages, sentence, place)))

    def conflicts_at(self, place: Place) -> tuple[Conflict, ...]:
        """The conflicts with a passage in the place's sentence; the one in its span first."""
        sentence = self.sentence(place)
        if sentence is None:
            return ()
        found = [
            conflict
            for conflict in self.comparison.conflicts
            if any(passage.overlaps(sentence.passage) for passage in conflict.between)
        ]
        return tuple(sorted(found, key=lambda conflict: not _in_span(conflict.between, sentence, place)))

    def counterparts(self, source: int, paragraph: int) -> Mapping[int, tuple[int, ...]]:
        """The paragraphs of each other source that report the same, the one that reports most of it first."""
        if (source, paragraph) in self._counterparts:
            return self._counterparts[source, paragraph]
        found = self._counterparts[source, paragraph] = {}
        for key, indices in self._group_of.get((source, paragraph), {}).items():
            other = self.keys.index(key)
            if other == source or not indices:
                continue
            carried: Counter[int] = Counter()
            for sentence in self.sentences(source, paragraph):
                report = sentence.report(key)
                if report and report.by:
                    carried[self.comparison.sentences[report.by[0]].paragraph] += round(1000 * report.score)
            found[other] = tuple(sorted(indices, key=lambda index: (-carried[index], index)))
        return found

    def counterpart(self, place: Place, other: int) -> Place | None:
        """Find the place in another source that corresponds to ``place``.

        That is the other side of the conflict there, or the sentence that reports the sentence, or the
        paragraph that reports the paragraph, or one weakly tied to it; None where there is nothing of the
        kind.
        """
        key, own = self.keys[other], self.keys[place.source]
        for conflict in self.conflicts_at(place):
            for passage in conflict.between:
                if passage.source == key:
                    return self.place_of(passage.sentence, passage.start, passage.end)
        sentence = self.sentence(place)
        report = sentence.report(key) if sentence else None
        if report and report.by and report.level > Level.NONE:
            return self.place_of(report.by[0])
        paragraphs = self.counterparts(place.source, place.paragraph).get(other)
        if paragraphs:
            return Place(other, paragraphs[0])
        ties = [
            (link.score, there)
            for link in self.comparison.links
            for here, there in (link.between, link.between[::-1])
            if here == (own, place.paragraph) and there[0] == key
        ]
        return Place(other, max(ties)[1][1]) if ties else None

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {
            sentence.id: number
            for source in self.comparison.sources
            for paragraph in source.paragraphs
            for number, sentence in enumerate(paragraph.sentences)
        }

    @cached_property
    def _disputed(self) -> dict[tuple[int, int], list[Passage]]:
        found: dict[tuple[int, int], list[Passage]] = {}
        for conflict in self.comparison.conflicts:
            for passage in conflict.between:
                place = self.place_of(passage.sentence)
                found.setdefault((place.source, place.paragraph), []).append(passage)
        return found

    @cached_property
    def _group_of(self) -> dict[tuple[int, int], Mapping[str, tuple[int, ...]]]:
        return {
            (self.keys.index(key), index): group.paragraphs
            for group in self.comparison.groups
            for key, indices in group.paragraphs.items()
            for index in indices
        }

    def _places(self, passages: Iterable[Passage]) -> tuple[Place, ...]:
        places = {self.place_of(passage.sentence, passage.start, passage.end) for passage in passages}
        return tuple(sorted(places, key=lambda place: (place.source, place.paragraph, place.span)))


def _in_span(passages: Iterable[Passage], sentence: Sentence, place: Place) -> bool:
    return any((p.start, p.end) == place.span and p.overlaps(sentence.passage) for p in passages)
