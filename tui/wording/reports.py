"""Who reports a sentence or paragraph, and how fully."""

from __future__ import annotations

from tui.model import Level, Paragraph

LEVELS = {
    Level.FULL: "reports this fully",
    Level.PARTIAL: "reports this in part",
    Level.NONE: "does not report this",
}
"""What a source does with a sentence or paragraph, to go after its name."""


def not_reported(key: str) -> str:
    """That the source ``key`` has nothing of what stands beside, as a sentence."""
    return f"{key} {LEVELS[Level.NONE]}."


def reporting_sentences(paragraph: Paragraph, source: str) -> tuple[tuple[str, ...], bool]:
    """The sentences of ``source`` that report a paragraph, best first, and whether they report all of it."""
    reports = [sentence.report(source) for sentence in paragraph.sentences if sentence.assertive]
    found = [report for report in reports if report and report.level > Level.NONE]
    whole = len(found) == len(reports) and all(report.level is Level.FULL for report in found)
    return tuple(dict.fromkeys(sentence for report in found for sentence in report.by)), whole
