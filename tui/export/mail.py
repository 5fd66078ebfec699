"""The summary as plain text to paste into a mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from tui.export.statements import Kind, Statement, Statements
from tui.model import Comparison
from tui.session import Choices

LINE_LENGTH = 72
"""Characters a line: what mail programs leave as it is, even when it is quoted."""


def to_mail(comparison: Comparison, choices: Choices | None = None) -> str:
    """The summary with its references, disputes and omissions in lines of `LINE_LENGTH` characters.

    Only a word that is longer, such as an address, makes a longer line.
    """
    choices = choices or Choices().budget(comparison.summary.budget)
    return "\n".join(_lines(Statements(comparison, choices).summary())).strip("\n") + "\n"


def _lines(statements: Iterable[Statement]) -> Iterator[str]:
    before = None
    for text, kind in statements:
        match kind:
            case Kind.HEADING:
                yield from () if before is Kind.HEADING else ("",)
                yield from (*_wrapped(text.upper()), "")
            case Kind.PROSE:
                yield from ("", *_wrapped(text)) if before in (Kind.ITEM, Kind.DETAIL) else _wrapped(text)
            case Kind.ITEM:
                yield from ("",) if before is Kind.PROSE else ()
                yield from _wrapped(text, "* ", "  ")
            case Kind.DETAIL:
                yield from _wrapped(text, "    - ", "      ")
        before = kind


def _wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    unbroken = text.replace(" ¶", "\x00¶")  # a reference is not parted from its letter at a line's end
    lines = textwrap.wrap(
        unbroken,
        LINE_LENGTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace("\x00", " ") for line in lines]
