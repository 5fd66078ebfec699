"""The merged summary: whole sentences of the sources that together cover the story within a budget."""

from __future__ import annotations

from collections.abc import Sequence, Set

from tui.analysis.summary.coverage import measure_coverage, mutual_reports, omissions, shared_fact_table
from tui.analysis.summary.ordering import arrange, rearrange
from tui.analysis.summary.passages import continues_story
from tui.analysis.summary.salience import Salience, measure_salience
from tui.analysis.summary.selection import Bools, SelectionTask
from tui.analysis.summary.task import disputes, selection_task
from tui.analysis.summary.unused import Room, unused
from tui.model import Comparison, Sentence, Summary, SummaryLine

_SPACIOUS_BUDGET = 40  # words a source: a summary that has as many draws on every source
_WORDS_A_LINE = 25  # about, where the budget is one of sentences


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
    weighed = measure_salience(comparison)
    task = _task(comparison, weighed, keep, drop, words, sentences, share)
    before = {*previous, *keep}
    standing = task.standing([row for row, sentence in enumerate(ids) if sentence in before])
    if share is None:
        about = words if sentences is None else sentences * _WORDS_A_LINE
        spacious = about >= _SPACIOUS_BUDGET * len(comparison.sources)
        picked = _filled(task, standing, spacious, lengthen)
    else:
        picked = _covering(task, standing, shared_fact_table(comparison), share, lengthen)
    rows = sorted({row for passage in picked for row in task.passages[passage]})
    chosen = {ids[row] for row in rows}
    weight = weighed.bag @ weighed.concept  # most in the event: who, what, where and when at once
    opening = [row for row in rows if not continues_story(comparison.sentences[ids[row]].text)]
    event = ids[max(opening or rows, key=lambda row: float(weight[row]))] if rows else ""
    lines = rearrange(arrange(comparison, chosen, event), order)
    return _summary(lines, comparison, weighed, task, drop, words, _room(words, sentences, share))


def assemble_summary(
    comparison: Comparison,
    lines: Sequence[str],
    words: int = 120,
    *,
    drop: Set[str] = frozenset(),
    sentences: int | None = None,
    share: float | None = None,
) -> Summary:
    """Make the summary of exactly these lines in this order.

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
    weighed = measure_salience(comparison)
    task = _task(comparison, weighed, frozenset(), drop, words, sentences, share)
    known = [comparison.sentences[line] for line in dict.fromkeys(lines) if line in comparison.sentences]
    return _summary(known, comparison, weighed, task, drop, words, _room(words, sentences, share))


def _task(
    comparison: Comparison,
    weighed: Salience,
    keep: Set[str],
    drop: Set[str],
    words: int,
    sentences: int | None,
    share: float | None,
) -> SelectionTask:
    if sentences is not None:
        budget = sentences
    else:
        budget = words if share is None else sum(source.article.words for source in comparison.sources)
    return selection_task(comparison, weighed, keep, drop, budget=budget, by_words=sentences is None)


def _summary(
    sentences: Sequence[Sentence],
    comparison: Comparison,
    weighed: Salience,
    task: SelectionTask,
    drop: Set[str],
    words: int,
    room: Room | None,
) -> Summary:
    """The summary that has these sentences for lines."""
    chosen = {sentence.id for sentence in sentences}
    weight = dict(zip(comparison.sentences, weighed.sentence.tolist(), strict=True))
    return Summary(
        budget=words,
        lines=tuple(
            SummaryLine(
                sentence.id,
                sentence.text,
                mutual_reports(sentence, comparison),
                disputes(sentence, comparison),
            )
            for sentence in sentences
        ),
        omitted=omissions(comparison, chosen, weight),
        coverage=measure_coverage(comparison, chosen),
        unused=unused(comparison, chosen, drop, room, _fitting(comparison, task)),
    )


def _room(words: int, sentences: int | None, share: float | None) -> Room | None:
    if sentences is not None:
        return Room(sentences=sentences)
    return Room(words=words) if share is None else None


def _fitting(comparison: Comparison, task: SelectionTask) -> set[str]:
    """The keys of the sources of which a passage fits the budget."""
    fits = {int(s) for p, s in enumerate(task.source) if task.length([p]) <= task.budget}
    return {source.key for number, source in enumerate(comparison.sources) if number in fits}


def _filled(task: SelectionTask, standing: Sequence[int], spacious: bool, lengthen: bool | None) -> list[int]:
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
    task: SelectionTask, standing: Sequence[int], facts: Bools, share: float, lengthen: bool | None
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


def _shortened(task: SelectionTask, standing: Sequence[int]) -> list[int]:
    return task.lessen(standing, lambda now, _rest: task.length(now) > task.budget)
