"""The summary's budget in its three units: how it is stepped, and how it is named."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from textual.content import Content

from tui.model import Coverage, Summary
from tui.session import Choices
from tui.wording.counts import count

WORD_STEP = 10  # what a step changes a budget of words by
TENTHS = 10  # a share goes in tenths


def stepped(choices: Choices, summary: Summary, direction: int) -> Choices:
    """The same decisions with a budget longer (1) or shorter (-1) by a step of its unit.

    A summary may carry a larger share than was asked for; a longer one is to carry more than that, and a
    shorter one may carry at least a fact less.
    """
    if choices.sentences is not None:
        return choices.budget_of_sentences(choices.sentences + direction)
    if choices.share is not None:
        wanted = _tenths(choices.share)
        if direction > 0:
            wanted = max(wanted, _tenths_within(summary.coverage.shared_in_summary, summary.coverage))
        else:
            wanted = min(wanted, _tenths_within(summary.coverage.shared_in_summary - 1, summary.coverage) + 1)
        return choices.budget_of_share(max(1, wanted + direction) / TENTHS)
    return choices.budget(choices.words + direction * WORD_STEP)


def in_next_unit(choices: Choices, summary: Summary) -> Choices:
    """The same decisions with a budget for what is shown in the next unit: words, lines, shared facts.

    Words and share are whole steps. Where no fact is shared there is no share.
    """
    if choices.sentences is None and choices.share is None:
        return choices.budget_of_sentences(len(summary.lines))
    if choices.share is None and summary.coverage.shared:
        return choices.budget_of_share(max(1, _tenths(carried(summary.coverage))) / TENTHS)
    return choices.budget(WORD_STEP * ceil(summary.words / WORD_STEP))


def with_room_for(choices: Choices, summary: Summary, texts: Mapping[str, str]) -> Choices:
    """The same decisions with sentences (texts by id) put in, the budget as large as that takes."""
    for sentence in texts:
        choices = choices.keep(sentence)
    if choices.sentences is not None:
        return choices.budget_of_sentences(max(choices.sentences, len(summary.lines) + len(texts)))
    if choices.share is not None:
        return choices
    words = sum(len(text.split()) for text in texts.values())
    return choices.budget(max(choices.words, summary.words + words))


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


def heading(choices: Choices, summary: Summary, width: int) -> Content:
    """The summary's length and its limit, the reader's decisions, and how much is left out.

    The budget's own unit comes first. In ``width`` cells the other lengths give way to what the reader did.
    """
    words, lines = count(summary.words, "word"), count(len(summary.lines), "line")
    if choices.sentences is not None:
        budget = short = f"{len(summary.lines)} of {named(choices)}"
        others = [words]
    elif choices.share is not None:
        reached, wanted = f"{carried(summary.coverage):.0%}", f"{choices.share:.0%} wanted"
        more = carried(summary.coverage) > choices.share  # what was asked for is the least
        budget = f"{reached} of the shared facts, {'at least ' * more}{wanted}"
        short = f"{reached} shared, {'≥' * more}{wanted}"
        others = [lines, words]
    else:
        budget = short = f"{summary.words:,} of {named(choices)}"
        others = [lines]
    decided = {"pinned": choices.kept, "dropped": choices.dropped - choices.swaps.keys()}
    told = [f"{len(sentences)} {what}" for what, sentences in decided.items() if sentences]
    if omitted := sum(one.sentence not in choices.dropped for one in summary.omitted):
        told.append(f"{omitted} left out below")

    variants = [[budget, *others[:beside], *told] for beside in range(len(others), -1, -1)]
    texts = [
        Content.assemble(("Summary", "bold"), "  ", " · ".join(parts))
        for parts in [*variants, [short, *told]]
    ]
    return next((text for text in texts if text.cell_length <= width), texts[-1])


def _tenths_within(facts: int, coverage: Coverage) -> int:
    """The whole tenths of the shared facts that so many of them are."""
    return TENTHS * facts // coverage.shared if coverage.shared else TENTHS


def _tenths(share: float) -> int:
    return round(TENTHS * share)
