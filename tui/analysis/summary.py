"""The merged summary: whole sentences of the sources that together cover the story within a word budget."""

from __future__ import annotations

from collections.abc import Set

from tui.analysis.candidates import disputes, problem
from tui.analysis.coverage import coverage, omissions, tellers
from tui.analysis.ordering import in_order
from tui.analysis.salience import salience
from tui.model import Comparison, Summary, SummaryLine

_ENOUGH = 40  # words a source: a summary that has as many draws on every source


def summarise(
    comparison: Comparison, words: int, *, keep: Set[str] = frozenset(), drop: Set[str] = frozenset()
) -> Summary:
    """Choose sentences within a budget of ``words``.

    Sentences whose ids are in ``keep`` are in, whatever they are and even beyond the budget; those in
    ``drop`` are out. A longer budget mostly adds to what a shorter one gives.
    """
    ids = list(comparison.sentences)
    weighed = salience(comparison)
    task = problem(comparison, weighed, words, keep, drop)
    fixed = range(sum(1 for sentence in ids if sentence in keep - drop))
    picked = task.improve(task.fill(fixed), fixed)
    if words >= _ENOUGH * len(comparison.sources):
        picked = task.draw_on_all(picked, fixed)
    rows = sorted({row for passage in picked for row in task.passages[passage]})
    chosen = {ids[row] for row in rows}
    told = weighed.bag @ weighed.concept  # the event: who, what, where and when at once
    event = ids[max(rows, key=lambda row: float(told[row]))] if rows else ""
    return Summary(
        budget=words,
        lines=tuple(
            SummaryLine(
                sentence.id,
                sentence.text,
                tellers(sentence, comparison),
                disputes(sentence, comparison.conflicts),
            )
            for sentence in in_order(comparison, chosen, event)
        ),
        omitted=omissions(comparison, chosen, dict(zip(ids, weighed.sentence.tolist(), strict=True))),
        coverage=coverage(comparison, chosen),
    )
