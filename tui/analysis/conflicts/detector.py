"""What detectors of conflicts read and hand over, and the frame of those that compare sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import Generic, Protocol, TypeVar

from tui.analysis.conflicts.context import Context
from tui.analysis.conflicts.quotations import PlacedQuotation, placed_quotations, sharing_words
from tui.analysis.figures.quantities import Quantity, find_quantities
from tui.analysis.matching.overlap import Overlap
from tui.analysis.names.cast import Cast, casts
from tui.analysis.names.mentions import Mention
from tui.analysis.names.spelling import spellings
from tui.analysis.text.story import Story, Unit
from tui.analysis.text.tokens import Token
from tui.model import ConflictKind, ConflictRule, Passage, Quotation, Side

MOST_PASSAGES = 6  # of one entry


class Evidence:
    """What is known about a story when conflicts are looked for.

    Args:
        story: the articles, sentence by sentence.
        overlap: how far the sentences share words.
        quotes: the quotations by (source, paragraph).
    """

    def __init__(
        self,
        story: Story,
        overlap: Overlap,
        quotes: Mapping[tuple[int, int], tuple[Quotation, ...]],
    ) -> None:
        self.story = story
        self.quotes = quotes
        self.context = Context(story.units, overlap)
        self._quantities: dict[str, list[Quantity]] = {}

    def passage(self, source: int, paragraph: int, start: int, end: int) -> Passage:
        """Cut a stretch out of a paragraph, named by the sentence it starts in."""
        positions = self.story.of_paragraph[source, paragraph]
        units = [self.story.units[position] for position in positions]
        unit = next((u for u in units if start < u.end), units[-1])
        text = self.story.articles[source].paragraphs[paragraph]
        return Passage(unit.id, start, end, text[start:end])

    def quotation_passage(self, quoted: PlacedQuotation) -> Passage:
        """Cut a quotation out of its paragraph."""
        return self.passage(quoted.source, quoted.paragraph, quoted.quote.start, quoted.quote.end)

    def quotations(self, unit: Unit) -> Sequence[Quotation]:
        """List the quotations of the paragraph that a sentence stands in."""
        return self.quotes.get((unit.source, unit.paragraph), ())

    def is_quoted(self, unit: Unit, token: Token) -> bool:
        """Tell whether a token of a sentence stands within a quotation."""
        return any(quote.start <= token.start < quote.end for quote in self.quotations(unit))

    @cached_property
    def placed_quotations(self) -> list[PlacedQuotation]:
        """The quotations that can be set against each other, in the order of the texts."""
        return placed_quotations(self.quotes)

    @cached_property
    def similar_quotations(self) -> list[tuple[int, int]]:
        """The pairs of them, by index, of different sources, that share words in a row."""
        return sharing_words(self.placed_quotations)

    def quantities(self, unit: Unit) -> list[Quantity]:
        """List the quantities of a sentence."""
        found = self._quantities.get(unit.id)
        if found is None:
            found = self._quantities[unit.id] = find_quantities(unit)
        return found

    @cached_property
    def casts(self) -> tuple[Cast, ...]:
        """Everybody and everything that each source names."""
        return casts(self.story)

    def names(self, unit: Unit) -> list[Mention]:
        """List the names in a sentence, as they stand there."""
        mentions = self.casts[unit.source].mentions.get(unit.paragraph, ())
        return [mention for mention in mentions if unit.start <= mention.start < unit.end]

    @cached_property
    def vocabularies(self) -> list[set[str]]:
        """For each source the words of its text, lower-cased and without accents."""
        units = self.story.units
        return [
            {spelling for p in places for t in units[p].tokens for spelling in spellings(t.norm)}
            for places in self.story.of_source
        ]

    def is_named(self, words: Iterable[str], unit: Unit) -> bool:
        """Tell whether the source of a sentence has any of a name's words, wherever in its text."""
        known = self.vocabularies[unit.source]
        return any(not known.isdisjoint(spellings(word)) for word in words)


def stretch(unit: Unit, start: int, end: int) -> Passage:
    """Cut a stretch out of a sentence, by offsets in its paragraph."""
    return Passage(unit.id, start, end, unit.text[start - unit.start : end - unit.start])


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict or lesser difference before it is numbered; ``confidence`` runs from 0 to 1."""

    kind: ConflictKind
    confidence: float
    between: tuple[Passage, ...]
    rule: ConflictRule
    sides: tuple[Side, ...]
    speaker: str = ""


def opposed(
    kind: ConflictKind, confidence: float, passages: Sequence[Passage], rule: ConflictRule
) -> Finding:
    """Make a finding whose sides are the passages' texts."""
    sources: dict[str, dict[str, None]] = {}
    for passage in passages:
        sources.setdefault(passage.text, {})[passage.source] = None
    sides = tuple(Side(tuple(keys), text) for text, keys in sources.items())
    return Finding(kind, round(confidence, 3), tuple(passages), rule, sides)


def merged(story: Story, findings: Iterable[Finding]) -> list[Finding]:
    """Make one entry of findings that share a passage: the same conflict over several sources.

    The findings are those of one rule, their sides the passages' texts.
    """
    groups: list[list[Finding]] = []
    for finding in findings:
        ours = [g for g in groups if any(set(finding.between) & set(other.between) for other in g)]
        groups = [g for g in groups if g not in ours]
        groups.append([member for g in ours for member in g] + [finding])
    entries = []
    for group in groups:
        best = max(group, key=lambda f: f.confidence)
        passages = list(best.between)
        for passage in dict.fromkeys(p for f in group for p in f.between):
            alike = [p for p in passages if p.source == passage.source]
            if not alike and len(passages) < MOST_PASSAGES:
                passages.append(passage)
        passages.sort(key=lambda p: (story.index[p.sentence], p.start))
        entries.append(opposed(best.kind, best.confidence, passages, best.rule))
    return entries


class Located(Protocol):
    """A detail of a sentence, with its offsets in the paragraph."""

    @property
    def start(self) -> int:
        """Where it starts."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


Details = TypeVar("Details")
Detail = TypeVar("Detail", bound=Located)


@dataclass(frozen=True, slots=True)
class Told(Generic[Detail]):
    """A detail with the sentence that tells it and the sentence's position in the story."""

    position: int
    unit: Unit
    detail: Detail


@dataclass(frozen=True)
class Detector(Generic[Details, Detail]):
    """A kind of conflict between details of two sentences, at most one for each pair of sentences.

    Attributes:
        kind: what the sources then disagree about.
        rule: what shows it.
        confidence: how sure a clash is, from 0 to 1.
        details: what a sentence tells of the kind; empty if nothing.
        rivals: of the details of two sentences the pairs that are set against each other, in this order.
        clash: how surely (0–1) two details cannot both hold; 0 if they can.
        assertive: whether only sentences are read that report something.
        related: whether only sentences are compared that have words in common.
        relative: whether the same words mean one thing here and another there, as “yesterday” does.
    """

    kind: ConflictKind
    rule: ConflictRule
    confidence: float
    details: Callable[[Evidence, Unit], Details]
    rivals: Callable[[Details, Details], Iterable[tuple[Detail, Detail]]]
    clash: Callable[[Evidence, Told[Detail], Told[Detail]], float]
    assertive: bool = True
    related: bool = True
    relative: bool = False

    def find(self, evidence: Evidence) -> list[Finding]:
        """Find the conflicts of this kind, one entry for what several sources disagree about."""
        units = evidence.story.units
        told = {
            position: details
            for position, unit in enumerate(units)
            if (unit.assertive or not (self.assertive or unit.furniture))
            and (details := self.details(evidence, unit))
        }
        pairs = (
            evidence.context.pairs(told, agreed=self.relative)
            if self.related
            else [
                (a, b)
                for a, b in combinations(told, 2)
                if units[a].source != units[b].source and not evidence.context.agreed(a, b)
            ]
        )
        found = (
            self._first_clash(evidence, pair, self.rivals(told[pair[0]], told[pair[1]])) for pair in pairs
        )
        return merged(evidence.story, filter(None, found))

    def _first_clash(
        self, evidence: Evidence, pair: tuple[int, int], rivals: Iterable[tuple[Detail, Detail]]
    ) -> Finding | None:
        one, two = (evidence.story.units[position] for position in pair)
        for a, b in rivals:
            sure = self.clash(evidence, Told(pair[0], one, a), Told(pair[1], two, b))
            if sure:
                passages = stretch(one, a.start, a.end), stretch(two, b.start, b.end)
                return opposed(self.kind, self.confidence * sure, passages, self.rule)
        return None


def each_with_each(one: Sequence[Detail], two: Sequence[Detail]) -> Iterable[tuple[Detail, Detail]]:
    """Pair each detail of one sentence with each of another."""
    return product(one, two)
