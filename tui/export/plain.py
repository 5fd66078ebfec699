"""Everything the screens show, one statement after the other: for screen readers and Braille displays.

No columns, no boxes, no colour, and no sign that would have to be learnt: what the screens say by place and
colour is said in words. Lines are not wrapped; whoever shows them knows the width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from tui.export.statements import Kind, Statement, Statements
from tui.model import Comparison
from tui.session import Choices
from tui.wording.places import spoken_reference


def to_plain(comparison: Comparison, choices: Choices | None = None) -> str:
    """The texts paragraph by paragraph with who reports them, the conflicts, the facts and the summary."""
    choices = choices or Choices().budget(comparison.summary.budget)
    return (
        "\n".join(_lines(Statements(comparison, choices, spoken_reference).everything())).strip("\n") + "\n"
    )


def _lines(statements: Iterable[Statement]) -> Iterator[str]:
    """A line for each statement; an empty one sets apart what belongs together."""
    listed = list(statements)
    before = None
    for (text, kind), after in zip_longest(listed, (one.kind for one in listed[1:])):
        in_a_list = kind is before is Kind.ITEM and after is not Kind.DETAIL
        if kind is not Kind.DETAIL and not in_a_list:
            yield ""
        yield text
        before = kind
