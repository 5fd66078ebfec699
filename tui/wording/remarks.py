"""What the reader said: notes and tags, verdicts on conflicts, corrections."""

from __future__ import annotations

from collections.abc import Callable

from tui.model import Comparison, Conflict, Correction, Judgement
from tui.session import Choices
from tui.wording.places import reference


def notes_and_tags(choices: Choices, place: str) -> tuple[str, ...]:
    """The reader's note and tags at a paragraph or sentence: ``Note: …``, ``Tagged: …``."""
    note, tags = choices.notes.get(place), choices.tags.get(place, ())
    return (*([f"Note: {note}"] if note else []), *([f"Tagged: {', '.join(tags)}"] if tags else []))


def remarked_elsewhere(comparison: Comparison, choices: Choices) -> tuple[str, ...]:
    """The places with notes or tags that are no lines of the summary, in the order of the texts."""
    lines = {line.sentence for line in comparison.summary.lines}
    places = [
        place
        for source in comparison.sources
        for paragraph in source.paragraphs
        for place in (paragraph.id, *(sentence.id for sentence in paragraph.sentences))
    ]
    return tuple(place for place in places if place not in lines and notes_and_tags(choices, place))


def judgement(conflict: Conflict) -> str:
    """What the reader said of a conflict, as a sentence; empty if nothing."""
    if conflict.verdict is None:
        return ""
    said = "Confirmed" if conflict.verdict.judgement is Judgement.CONFIRMED else "Dismissed"
    reason = conflict.verdict.reason
    return f"{said} by the reader: {reason}" if reason else f"{said} by the reader."


def corrected_report(correction: Correction, place: Callable[[str], str] = reference) -> str:
    """Who reports a sentence by the reader's word: ``B does not report it``; ``place`` names a paragraph."""
    if correction.paragraph is None:
        return f"{correction.source} does not report it"
    return f"{correction.source} reports it in {place(correction.paragraph)}"
