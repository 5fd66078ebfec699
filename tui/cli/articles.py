"""Articles read and compared for the commands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.cli.failure import FailureError, say
from tui.cli.terminal import is_terminal
from tui.session import DEFAULT_WORDS

if TYPE_CHECKING:
    from tui.export.roundtrip import Exported
    from tui.model import Article, Comparison
    from tui.session import Choices


def read(paths: Sequence[str]) -> tuple[tuple[Article, ...], Exported | None]:
    """The articles, and what the reader decided about them if it was an exported summary that was named."""
    from tui.reading import ReadingError, read_articles
    from tui.reading.address import is_address

    if is_terminal(sys.stderr):
        for address in filter(is_address, paths):
            say(f"fetching {address} …")
    try:
        if len(paths) == 1:
            from tui.export.roundtrip import reopen  # several files are no exported summary

            if reopened := reopen(paths):
                return reopened[1], reopened[0]
        return read_articles(paths), None
    except (ReadingError, ValueError) as error:
        raise FailureError(str(error), 2) from error


def compared(
    articles: tuple[Article, ...], exported: Exported | None, words: int | None
) -> tuple[Comparison, Choices]:
    """The comparison as the reader left it, and the reader's choices."""
    from tui.analysis import TooLongError, compare, revise
    from tui.session import Choices
    from tui.state.summaries import summary_for

    try:
        found = compare(articles, summary_words=words or DEFAULT_WORDS)
    except TooLongError as error:
        raise FailureError(str(error), 1) from error
    if exported is None:
        return found, Choices().budget(words or DEFAULT_WORDS)
    for message in exported.messages:
        say(message)
    choices = exported.choices if words is None else exported.choices.budget(words)
    revised = revise(found, choices.corrections, choices.verdicts)
    return replace(
        revised, summary=summary_for(revised, choices, exported.lines, choices_of_lines(exported))
    ), choices


def choices_of_lines(exported: Exported) -> Choices | None:
    """The decisions that an exported summary's lines were made by; None where they would give others now."""
    return exported.choices if exported.lines and not exported.messages else None
