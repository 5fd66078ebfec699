"""The reader's view of the articles: the place in the text, marks, columns, the lines of the summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.session.choices import Choices


@dataclass(frozen=True)
class ViewState:
    """Place, columns and marks on the screen; none of it changes what is found.

    ``sentence`` is the id of the sentence in focus, None for the first; ``marks`` are the letters of marked
    sentences. ``columns`` are the source keys in the reader's order (those not named follow in their own
    order), ``hidden`` those not shown, ``widths`` the columns' shares of the width relative to 1; ``zoomed``
    is whether the column in focus stands alone. ``path_from`` is the key of the source that the shortest path
    reads in full, None without such a path. ``tops`` are the ids of the paragraphs uppermost in columns that
    are not linked, by source key.
    ``summary_lines`` are the sentences of the summary as it was last shown, and ``summary_choices`` the
    decisions by which it was made; None where they would not give these lines any more. ``summary_rows`` are
    the sentences of its list above those left out, from the top: the lines, and the dropped ones in their
    places among them.
    """

    sentence: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    aligned: bool = False
    linked: bool = True
    differences_only: bool = False
    shortest_path: bool = False
    path_from: str | None = None
    zoomed: bool = False
    columns: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, float] = field(default_factory=dict)
    tops: Mapping[str, str] = field(default_factory=dict)
    summary_lines: tuple[str, ...] = ()
    summary_rows: tuple[str, ...] = ()
    summary_choices: Choices | None = None
