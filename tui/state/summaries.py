"""Summaries by the reader's decisions, near to the one that was shown before."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Comparison, Summary
from tui.session import Choices


def summary_for(
    comparison: Comparison, choices: Choices, shown: Sequence[str] = (), shown_for: Choices | None = None
) -> Summary:
    """Summarise a comparison by the reader's decisions.

    Args:
        comparison: what was found, under the reader's corrections and verdicts.
        choices: the decisions.
        shown: the sentences of the summary as it was last shown.
        shown_for: the decisions by which it was made, None if they are not known.

    Returns:
        Exactly these lines if they were made by the same decisions; with a longer budget these and others,
        with a shorter one some of these; else a summary near to them.
    """
    known = [line for line in shown if line in comparison.sentences]
    exactly = _holds(comparison, choices, known, shown_for)
    as_found = known == [line.sentence for line in comparison.summary.lines]
    if choices.basis == Choices(comparison.summary.budget).basis and (not shown or (exactly and as_found)):
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
        lengthen=_lengthens(shown_for, choices),
        sentences=choices.sentences,
        share=choices.share,
    )


def _holds(comparison: Comparison, choices: Choices, shown: Sequence[str], shown_for: Choices | None) -> bool:
    """Whether the lines that were made by some decisions are what ``choices`` ask for, too.

    A session or an exported file that was edited by hand may contradict itself.
    """
    if shown_for is None or shown_for.basis != choices.basis:
        return False
    kept = choices.kept.intersection(comparison.sentences)
    return kept.issubset(shown) and choices.dropped.isdisjoint(shown)


def _lengthens(before: Choices | None, choices: Choices) -> bool | None:
    """Whether decisions differ from those before in a longer (True) or shorter (False) budget alone."""
    if before is None or before.budget(choices.words).basis != choices.budget(choices.words).basis:
        return None
    (unit, size), (new_unit, new_size) = map(_budget, (before, choices))
    return new_size > size if unit == new_unit and new_size != size else None


def _budget(choices: Choices) -> tuple[str, float]:
    if choices.sentences is not None:
        return "sentences", choices.sentences
    return ("words", choices.words) if choices.share is None else ("share", choices.share)


def goes_with(summary: Summary, choices: Choices, shown: Sequence[str], shown_for: Choices | None) -> bool:
    """Whether a summary that was once made by ``choices`` is near to the lines that are shown now."""
    made = [line.sentence for line in summary.lines]
    if shown_for is not None and shown_for.basis == choices.basis:
        return made == list(shown)
    longer = _lengthens(shown_for, choices)
    return longer is None or (set(shown) <= set(made) if longer else set(made) <= set(shown))
