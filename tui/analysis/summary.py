"""The merged summary: whole sentences of the sources that together cover the story within a budget."""

from __future__ import annotations

from collections.abc import Sequence, Set

from tui.analysis.balance import unused
from tui.analysis.candidates import disputes, problem
from tui.analysis.coverage import carried, coverage, omissions, tellers
from tui.analysis.ordering import in_order, rearranged
from tui.analysis.readability import continues
from tui.analysis.salience import salience
from tui.analysis.selection import Bools, Problem
from tui.model import Comparison, Summary, SummaryLine

_ENOUGH = 40  # words a source: a summary that has as many draws on every source
_LINE = 25  # words a line has, about, where the budget is one of sentences


def summarise(
    comparison: Comparison,
    words: int = 120,
    *,
    keep: Set[str] = frozenset(),
    drop: Set[str] = frozenset(),
    order: Sequence[str] = (),
    previous: Sequence[str] = (),
    sentences: int | None = None,
    share: float | None = None,
) -> Summary:
    """Choose sentences within a budget of words, of sentences, or by the share of shared facts.

    Args:
        comparison: what is known about the articles.
        words: how many words the summary has at most; no bound if ``sentences`` or ``share`` is given.
        keep: ids of sentences that are in, whatever they are and even beyond the budget.
        drop: ids of sentences that are out, even if they are in ``keep``.
        order: ids in the order in which the reader wants them; a line that is not among them stands behind
            the one that the program's own order has before it.
        previous: ids of the lines that stood before. They stay as long as they fit, and what room is left
            is filled. If they do not fit, the least of them go and nothing comes in their place; what can
            not stand without a dropped line, or says the same as a kept one, goes as well. If none of them
            fits, they count for nothing.
        sentences: how many sentences the summary has at most.
        share: the least share (0–1) of the shared facts to be carried, in as few words as the method finds;
            less if there is no way to carry as many, or within ``sentences``.

    Returns:
        The summary; equal input gives equal output.
    """
    ids = list(comparison.sentences)
    weighed = salience(comparison)
    if sentences is not None:
        budget = sentences
    else:
        budget = words if share is None else sum(source.article.words for source in comparison.sources)
    room = None if share is not None and sentences is None else _amount(words, sentences)
    task = problem(
        comparison,
        weighed,
        keep,
        drop,
        budget=budget,
        by_words=sentences is None,
    )
    before = {*previous, *keep}
    standing = task.standing([row for row, sentence in enumerate(ids) if sentence in before])
    if share is None:
        spacious = (words if sentences is None else sentences * _LINE) >= _ENOUGH * len(comparison.sources)
        picked = _filled(task, standing, spacious)
    else:
        picked = _covering(task, standing, carried(comparison), share)
    rows = sorted({row for passage in picked for row in task.passages[passage]})
    chosen = {ids[row] for row in rows}
    told = weighed.bag @ weighed.concept  # the event: who, what, where and when at once
    opening = [row for row in rows if not continues(comparison.sentences[ids[row]].text)]
    event = ids[max(opening or rows, key=lambda row: float(told[row]))] if rows else ""
    return Summary(
        budget=words,
        lines=tuple(
            SummaryLine(
                sentence.id,
                sentence.text,
                tellers(sentence, comparison),
                disputes(sentence, comparison),
            )
            for sentence in rearranged(in_order(comparison, chosen, event), order)
        ),
        omitted=omissions(comparison, chosen, dict(zip(ids, weighed.sentence.tolist(), strict=True))),
        coverage=coverage(comparison, chosen),
        unused=unused(comparison, chosen, drop, room, _fitting(comparison, task)),
    )


def _amount(words: int, sentences: int | None) -> str:
    number, unit = (words, "word") if sentences is None else (sentences, "sentence")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _fitting(comparison: Comparison, task: Problem) -> set[str]:
    """The keys of the sources of which a passage fits the budget."""
    fits = {int(s) for p, s in enumerate(task.source) if task.length([p]) <= task.budget}
    return {source.key for number, source in enumerate(comparison.sources) if number in fits}


def _filled(task: Problem, standing: Sequence[int], spacious: bool) -> list[int]:
    """Passages within the budget: those that stood, and what can be added to them."""
    stays = _shortened(task, standing)
    if len(stays) == task.pinned:  # nothing stood: all but what is pinned may be exchanged
        picked = task.improve(task.fill(stays))
    elif task.length(stays) < task.length(standing):
        return stays
    else:
        picked = task.fill(stays)
    return task.fill(task.draw_on_all(picked, fixed=stays)) if spacious else picked


def _covering(task: Problem, standing: Sequence[int], facts: Bools, share: float) -> list[int]:
    """Passages that carry a share of the facts, and one of each source: what stood, and more or less."""
    stays = _shortened(task, standing)
    picked = task.draw_on_all(task.cover(stays, facts, share), fixed=stays)
    grown = len(picked) > len(stays) > task.pinned
    if grown:
        return picked

    def may(now: list[int], rest: list[int]) -> bool:
        return task.covers(rest, facts, share) and task.drawn_on(now) <= task.drawn_on(rest)

    return task.lessen(picked, may)


def _shortened(task: Problem, standing: Sequence[int]) -> list[int]:
    return task.lessen(standing, lambda now, _rest: task.length(now) > task.budget)
