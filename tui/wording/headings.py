"""What documents, their parts and conflicts are called."""

from __future__ import annotations

from tui.model import Comparison, Conflict, ConflictKind

_QUESTIONS = {
    ConflictKind.NUMBER: "which figure",
    ConflictKind.DATE: "which date",
    ConflictKind.NAME: "which name",
    ConflictKind.ATTRIBUTION: "who said it",
    ConflictKind.QUOTATION: "what was said",
    ConflictKind.POLARITY: "whether it is so",
    ConflictKind.UPDATE: "an earlier and a later state",
    ConflictKind.STRENGTH: "how surely it is said",
    ConflictKind.SPELLING: "how it is spelt",
    ConflictKind.TONE: "in what tone it is told",
}

SOURCES = "Sources"
SUMMARY = "Summary"
CONFLICTS = "Conflicts"
DISMISSED = "Dismissed by the reader"
LESSER = "Lesser differences"
NOTES = "Notes"
CORRECTIONS = "Corrected by the reader"
LEFT_OUT = "Left out of the summary"
PROVENANCE = "How this was made"

NO_CONFLICTS = "None found."
"""What stands below `CONFLICTS` where there are none."""

NO_UNIQUE_FACTS = "No fact that the others lack."
"""What stands below `only_in` where a source has nothing alone."""


def only_in(key: str) -> str:
    """The heading of what the source ``key`` alone has."""
    return f"Only in {key}"


def document_title(comparison: Comparison) -> str:
    """What an exported document is called."""
    several = len(comparison.sources) > 1
    return f"Merged reading of {len(comparison.sources)} articles" if several else "Summary of one article"


def question(conflict: Conflict) -> str:
    """What a conflict is about, within a sentence: ``which figure``."""
    return _QUESTIONS[conflict.kind]


def heading(conflict: Conflict) -> str:
    """What a conflict is about, as a heading: ``Which figure``."""
    words = question(conflict)
    return words[0].upper() + words[1:]
