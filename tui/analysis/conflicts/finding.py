"""What the detectors of conflicts hand over, and what they read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.analysis.overlap import Overlap
from tui.analysis.story import Story, Unit
from tui.model import ConflictKind, Passage, Quotation, Report

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


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict or lesser difference that a rule found; ``confidence`` runs from 0 to 1."""

    kind: ConflictKind
    confidence: float
    between: tuple[Passage, ...]
    why: str


def enumerate_keys(keys: Sequence[str]) -> str:
    """A, B and C."""
    return keys[0] if len(keys) == 1 else f"{', '.join(keys[:-1])} and {keys[-1]}"


def give(keys: Sequence[str], verb: str) -> str:
    """The verb in the number of its subject: A gives, A and B give."""
    return f"{enumerate_keys(keys)} {verb}{'s' if len(keys) == 1 else ''}"
