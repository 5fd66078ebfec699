"""Everything the screens show, one statement after the other: for screen readers and Braille displays.

No columns, no boxes, no colour, and no sign that would have to be learnt: what the screens say by place and
colour is said in words. Lines are not wrapped; whoever shows them knows the width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from tui.export.statements import Kind, Report, Statement
from tui.ids import parse, source_of
from tui.model import Comparison
from tui.session import Choices


def to_plain(comparison: Comparison, choices: Choices | None = None) -> str:
    """The texts paragraph by paragraph with who reports them, the conflicts, the facts and the summary."""
    choices = choices or Choices().budget(comparison.summary.budget)
    return "\n".join(_lines(Report(comparison, choices, spoken).everything())).strip("\n") + "\n"


def _lines(statements: Iterable[Statement]) -> Iterator[str]:
    """A line for each statement; an empty one sets apart what belongs together."""
    told = list(statements)
    before = None
    for (text, kind), after in zip_longest(told, (one.kind for one in told[1:])):
        in_a_list = kind is before is Kind.ITEM and after is not Kind.DETAIL
        if kind is not Kind.DETAIL and not in_a_list:
            yield ""
        yield text
        before = kind


def spoken(place: str) -> str:
    """Where a sentence stands, for a listener: ``A3.1`` becomes ``A paragraph 3``."""
    return f"{source_of(place)} paragraph {parse(place).paragraph + 1}"
