"""The summary's budget in its three units: how it is stepped, and how it is named."""

from __future__ import annotations

from textual.content import Content

from tui.export.wording import count
from tui.model import Coverage, Summary
from tui.session import Choices

WORDS = 10  # what a step changes a budget of words by
TENTHS = 10  # a share goes in tenths


def stepped(choices: Choices, direction: int) -> Choices:
    """The same decisions with a budget longer (1) or shorter (-1) by a step of its unit."""
    if choices.sentences is not None:
        return choices.budget_of_sentences(choices.sentences + direction)
    if choices.share is not None:
        return choices.budget_of_share(max(1, _tenths(choices.share) + direction) / TENTHS)
    return choices.budget(choices.words + direction * WORDS)


def in_next_unit(choices: Choices, summary: Summary) -> Choices:
    """The same decisions with about the same budget in the next unit: words, lines, share of shared facts.

    Where no fact is shared there is no share.
    """
    if choices.sentences is None and choices.share is None:
        return choices.budget_of_sentences(len(summary.lines))
    if choices.share is None and summary.coverage.shared:
        return choices.budget_of_share(max(1, int(TENTHS * carried(summary.coverage))) / TENTHS)
    return choices.budget(choices.words)


def with_room_for(choices: Choices, summary: Summary, sentence: str, words: int) -> Choices:
    """The same decisions with a sentence of so many words put in, the budget as large as that takes."""
    kept = choices.keep(sentence)
    if kept.sentences is not None:
        return kept.budget_of_sentences(max(kept.sentences, len(summary.lines) + 1))
    if kept.share is not None:
        return kept
    return kept.budget(max(kept.words, summary.words + words))


def carried(coverage: Coverage) -> float:
    """The share (0–1) of the shared facts that a summary carries; 1 where no fact is shared."""
    return coverage.shared_in_summary / coverage.shared if coverage.shared else 1.0


def named(choices: Choices) -> str:
    """The budget in words."""
    if choices.sentences is not None:
        return count(choices.sentences, "line")
    if choices.share is not None:
        return f"{choices.share:.0%} of the shared facts"
    return count(choices.words, "word")


def heading(choices: Choices, summary: Summary) -> Content:
    """How long the summary is and may be, the budget's own unit first, and how much the reader decided."""
    words, lines = count(summary.words, "word"), count(len(summary.lines), "line")
    if choices.sentences is not None:
        parts = [f"{len(summary.lines)} of {named(choices)}", words]
    elif choices.share is not None:
        parts = [
            f"{carried(summary.coverage):.0%} of the shared facts, {choices.share:.0%} wanted",
            lines,
            words,
        ]
    else:
        parts = [f"{summary.words:,} of {named(choices)}", lines]
    decided = {"pinned": choices.kept, "dropped": choices.dropped}
    parts += [f"{len(sentences)} {what}" for what, sentences in decided.items() if sentences]
    return Content.assemble(("Summary", "bold"), "  ", " · ".join(parts))


def _tenths(share: float) -> int:
    return round(TENTHS * share)
