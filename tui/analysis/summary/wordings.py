"""Other wordings of a fact: what could stand in a summary in place of a sentence."""

from __future__ import annotations

from tui.analysis.summary.passages import printable_passages
from tui.model import Comparison, Level


def alternatives(comparison: Comparison, sentence_id: str) -> tuple[str, ...]:
    """Find the sentences of other sources that report a sentence in full and can be printed on their own.

    Those that it reports in full in turn come first, then those that carry more of it; what has the very
    words of the sentence is no other wording.

    Raises:
        KeyError: there is no such sentence.
    """
    sentence = comparison.sentences[sentence_id]
    alone = {run[0] for source in comparison.sources for run in printable_passages(source) if len(run) == 1}
    found: list[tuple[bool, float, int, str]] = []
    for report in sentence.reports:
        for place, other in enumerate(report.by if report.level is Level.FULL else ()):
            there = comparison.sentences[other]
            back = there.report(sentence.source)
            mutual = back is not None and back.level is Level.FULL and sentence_id in back.by
            if (mutual or place == 0) and other in alone and there.text != sentence.text:
                found.append((not mutual, -report.score, place, other))
    return tuple(other for *_, other in sorted(found))
