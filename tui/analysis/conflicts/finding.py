"""What the detectors of conflicts hand over, and what they read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.matching.overlap import Overlap
from tui.analysis.text.story import Story, Unit
from tui.analysis.text.tokens import Token
from tui.model import ConflictKind, ConflictRule, Passage, Quotation, Report, Side

MOST = 6  # passages of one entry


@dataclass(frozen=True)
class Evidence:
    """What is known about a story when conflicts are looked for."""

    story: Story
    overlap: Overlap
    reports: Sequence[tuple[Report, ...]]
    quotes: Mapping[tuple[int, int], tuple[Quotation, ...]]

    def passage(self, source: int, paragraph: int, start: int, end: int) -> Passage:
        """A stretch of a paragraph, named by the sentence it starts in."""
        positions = self.story.of_paragraph[source, paragraph]
        units = [self.story.units[position] for position in positions]
        unit = next((u for u in units if start < u.end), units[-1])
        text = self.story.articles[source].paragraphs[paragraph]
        return Passage(unit.id, start, end, text[start:end])

    def of_unit(self, unit: Unit, start: int, end: int) -> Passage:
        """A stretch of a sentence, offsets in its paragraph."""
        return Passage(unit.id, start, end, unit.text[start - unit.start : end - unit.start])

    def of_tokens(self, unit: Unit, first: int, last: int) -> Passage:
        """The stretch of a sentence from the token ``first`` up to ``last``, exclusive."""
        return self.of_unit(unit, unit.tokens[first].start, unit.tokens[last - 1].end)

    def quotations(self, unit: Unit) -> Sequence[Quotation]:
        """The quotations of the paragraph that a sentence stands in."""
        return self.quotes.get((unit.source, unit.paragraph), ())

    def is_quoted(self, unit: Unit, token: Token) -> bool:
        """Whether a token of a sentence stands within a quotation."""
        return any(quote.start <= token.start < quote.end for quote in self.quotations(unit))

    @cached_property
    def vocabularies(self) -> list[set[str]]:
        """For each source the words of its text, lower-cased."""
        units = self.story.units
        return [{t.norm for p in places for t in units[p].tokens} for places in self.story.of_source]


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict or lesser difference that a rule found; ``confidence`` runs from 0 to 1."""

    kind: ConflictKind
    confidence: float
    between: tuple[Passage, ...]
    rule: ConflictRule
    sides: tuple[Side, ...]
    speaker: str = ""


def opposed(
    kind: ConflictKind, confidence: float, passages: Sequence[Passage], rule: ConflictRule
) -> Finding:
    """A finding whose sides are what its passages say."""
    sources: dict[str, dict[str, None]] = {}
    for passage in passages:
        sources.setdefault(passage.text, {})[passage.source] = None
    sides = tuple(Side(tuple(keys), text) for text, keys in sources.items())
    return Finding(kind, round(confidence, 3), tuple(passages), rule, sides)


def merged(evidence: Evidence, findings: Sequence[Finding], rule: ConflictRule) -> list[Finding]:
    """Findings of one rule that share a passage as one entry: the same conflict over several sources."""
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
            if not alike and len(passages) < MOST:
                passages.append(passage)
        order = evidence.story.index
        passages.sort(key=lambda p: (order[p.sentence], p.start))
        entries.append(opposed(best.kind, best.confidence, passages, rule))
    return entries
