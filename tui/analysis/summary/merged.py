"""The merged summary: whole sentences of the sources that together cover the story within a budget."""

from __future__ import annotations

from collections.abc import Sequence, Set

from tui.analysis.summary.coverage import carried, coverage, omissions, tellers
from tui.analysis.summary.ordering import in_order, rearranged
from tui.analysis.summary.passages import continues
from tui.analysis.summary.salience import Salience, salience
from tui.analysis.summary.selection import Bools, Problem
from tui.analysis.summary.task import disputes, problem
from tui.analysis.summary.unused import Room, unused
from tui.model import Comparison, Sentence, Summary, SummaryLine

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
    lengthen: bool | None = None,
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
        lengthen: True: lines are only added to ``previous``; False: they are only taken away; None: both.
        sentences: how many sentences the summary has at most.
        share: the least share (0–1) of the shared facts to be carried, in as few words as the method finds;
            less if there is no way to carry as many, or within ``sentences``.

    Returns:
        The summary; equal input gives equal output.
    """
    ids = list(comparison.sentences)
    weighed = salience(comparison)
    task = _task(comparison, weighed, keep, drop, words, sentences, share)
    before = {*previous, *keep}
    standing = task.standing([row for row, sentence in enumerate(ids) if sentence in before])
    if share is None:
        spacious = (words if sentences is None else sentences * _LINE) >= _ENOUGH * len(comparison.sources)
        picked = _filled(task, standing, spacious, lengthen)
    else:
        picked = _covering(task, standing, carried(comparison), share, lengthen)
    rows = sorted({row for passage in picked for row in task.passages[passage]})
    chosen = {ids[row] for row in rows}
    told = weighed.bag @ weighed.concept  # the event: who, what, where and when at once
    opening = [row for row in rows if not continues(comparison.sentences[ids[row]].text)]
    event = ids[max(opening or rows, key=lambda row: float(told[row]))] if rows else ""
    lines = rearranged(in_order(comparison, chosen, event), order)
    return _of(lines, comparison, weighed, task, drop, words, _room(words, sentences, share))


def as_told(
    comparison: Comparison,
    lines: Sequence[str],
    words: int = 120,
    *,
    drop: Set[str] = frozenset(),
    sentences: int | None = None,
    share: float | None = None,
) -> Summary:
    """The summary of exactly these lines in this order, as it was told before.

    Args:
        comparison: what is known about the articles.
        lines: ids of sentences; unknown ones are passed over.
        words: the budget that the summary was made with, as for ``summarise``.
        drop: ids of sentences that the reader took out.
        sentences: as for ``summarise``.
        share: as for ``summarise``.

    Returns:
        The summary, with what it leaves out and covers.
    """
    weighed = salience(comparison)
    task = _task(comparison, weighed, frozenset(), drop, words, sentences, share)
    told = [comparison.sentences[line] for line in dict.fromkeys(lines) if line in comparison.sentences]
    return _of(told, comparison, weighed, task, drop, words, _room(words, sentences, share))


def _task(
    comparison: Comparison,
    weighed: Salience,
    keep: Set[str],
    drop: Set[str],
    words: int,
    sentences: int | None,
    share: float | None,
) -> Problem:
    if sentences is not None:
        budget = sentences
    else:
        budget = words if share is None else sum(source.article.words for source in comparison.sources)
    return problem(comparison, weighed, keep, drop, budget=budget, by_words=sentences is None)


def _of(
    told: Sequence[Sentence],
    comparison: Comparison,
    weighed: Salience,
    task: Problem,
    drop: Set[str],
    words: int,
    room: Room | None,
) -> Summary:
    """The summary that has these sentences for lines."""
    chosen = {sentence.id for sentence in told}
    weight = dict(zip(comparison.sentences, weighed.sentence.tolist(), strict=True))
    return Summary(
        budget=words,
        lines=tuple(
            SummaryLine(
                sentence.id,
                sentence.text,
                tellers(sentence, comparison),
                disputes(sentence, comparison),
            )
            for sentence in told
        ),
        omitted=omissions(comparison, chosen, weight),
        coverage=coverage(comparison, chosen),
        unused=unused(comparison, chosen, drop, room, _fitting(comparison, task)),
    )


def _room(words: int, sentences: int | None, share: float | None) -> Room | None:
    if sentences is not None:
        return Room(sentences=sentences)
    return Room(words=words) if share is None else None


def _fitting(comparison: Comparison, task: Problem) -> set[str]:
    """The keys of the sources of which a passage fits the budget."""
    fits = {int(s) for p, s in enumerate(task.source) if task.length([p]) <= task.budget}
    return {source.key for number, source in enumerate(comparison.sources) if number in fits}


def _filled(task: Problem, standing: Sequence[int], spacious: bool, lengthen: bool | None) -> list[int]:
    """Passages within the budget: those that stood, and what can be added to them."""
    stays = _shortened(task, standing)
    if len(stays) == task.pinned:  # nothing stood: all but what is pinned may be exchanged
        picked = task.improve(task.fill(stays))
    elif lengthen is False or task.length(stays) < task.length(standing):
        return stays
    else:
        picked = task.fill(stays)
    return task.fill(task.draw_on_all(picked, fixed=stays)) if spacious else picked


def _covering(
    task: Problem, standing: Sequence[int], facts: Bools, share: float, lengthen: bool | None
) -> list[int]:
    """Passages that carry a share of the facts, and one of each source: what stood, and more or less."""
    stays = _shortened(task, standing)
    stood = len(stays) > task.pinned
    if stood and lengthen:
        return task.cover(stays, facts, share)
    picked = stays
    if lengthen is None or not stood:
        picked = task.draw_on_all(task.cover(stays, facts, share), fixed=stays)
        if len(picked) > len(stays) > task.pinned:
            return picked

    def may(now: list[int], rest: list[int]) -> bool:
        return task.covers(rest, facts, share) and task.drawn_on(now) <= task.drawn_on(rest)

    return task.lessen(picked, may)


def _shortened(task: Problem, standing: Sequence[int]) -> list[int]:
    return task.lessen(standing, lambda now, _rest: task.length(now) > task.budget)
