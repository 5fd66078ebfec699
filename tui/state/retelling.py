"""The summary as the reader wants it now, near to the one that was shown before."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Comparison, Summary
from tui.session import Choices


def retold(
    comparison: Comparison, choices: Choices, lines: Sequence[str] = (), told: Choices | None = None
) -> Summary:
    """The summary of a comparison, by the reader's decisions.

    Args:
        comparison: what was found, under the reader's corrections and verdicts.
        choices: the decisions.
        lines: the sentences of the summary as it was last shown.
        told: the decisions by which it was made, None if they are not known.

    Returns:
        Exactly these lines if they were made by the same decisions; with a longer budget these and others,
        with a shorter one some of these; else a summary near to them.
    """
    known = [line for line in lines if line in comparison.sentences]
    exactly = stands(comparison, choices, known, told)
    as_found = known == [line.sentence for line in comparison.summary.lines]
    if choices.basis == Choices(comparison.summary.budget).basis and (not lines or (exactly and as_found)):
        return comparison.summary
    from tui.analysis import assemble_summary, summarise

    if exactly:
        return assemble_summary(
            comparison,
            known,
            choices.words,
            drop=choices.dropped,
            sentences=choices.sentences,
            share=choices.share,
        )
    return summarise(
        comparison,
        choices.words,
        keep=choices.kept,
        drop=choices.dropped,
        order=choices.order,
        previous=known,
        lengthen=lengthens(told, choices),
        sentences=choices.sentences,
        share=choices.share,
    )


def stands(comparison: Comparison, choices: Choices, lines: Sequence[str], told: Choices | None) -> bool:
    """Whether the lines that were told by some decisions are what ``choices`` ask for, too.

    A session or an exported file that was edited by hand may contradict itself.
    """
    if told is None or told.basis != choices.basis:
        return False
    kept = choices.kept.intersection(comparison.sentences)
    return kept.issubset(lines) and choices.dropped.isdisjoint(lines)


def lengthens(told: Choices | None, choices: Choices) -> bool | None:
    """Whether decisions differ from those before in a longer (True) or shorter (False) budget alone."""
    if told is None or told.budget(choices.words).basis != choices.budget(choices.words).basis:
        return None
    (unit, before), (other, now) = map(_budget, (told, choices))
    return now > before if unit == other and now != before else None


def _budget(choices: Choices) -> tuple[str, float]:
    if choices.sentences is not None:
        return "sentences", choices.sentences
    return ("words", choices.words) if choices.share is None else ("share", choices.share)


def fits(summary: Summary, choices: Choices, lines: Sequence[str], told: Choices | None) -> bool:
    """Whether a summary that was once made by ``choices`` goes with the lines that are shown now."""
    made = [line.sentence for line in summary.lines]
    if told is not None and told.basis == choices.basis:
        return made == list(lines)
    longer = lengthens(told, choices)
    return longer is None or (set(lines) <= set(made) if longer else set(made) <= set(lines))
