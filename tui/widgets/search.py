"""The find bar, and finding itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.model import Article
from tui.widgets.marks import Place

Match = tuple[int, int, int, int]
"""A stretch that matches: source, paragraph, and the offsets of its start and end."""


def find(articles: Sequence[Article], query: str) -> list[Match]:
    """All matches in reading order, source by source.

    A query in lower case matches either case, one with a capital only itself; any white space matches any
    other.
    """
    if not query.strip():
        return []
    flags = re.IGNORECASE if query == query.lower() else re.NOFLAG
    pattern = re.compile(r"\s+".join(map(re.escape, query.split())), flags)
    return [
        (source, paragraph, *found.span())
        for source, article in enumerate(articles)
        for paragraph, text in enumerate(article.paragraphs)
        for found in pattern.finditer(text)
    ]


def beside(matches: Sequence[Match], place: Place, start: int, step: int) -> int:
    """The index of the match at or after (``step`` 0), after (1) or before (-1) a character, going round.

    Args:
        matches: at least one, in order.
        place: the paragraph.
        start: the offset of the character in it.
        step: 0, 1 or -1.
    """
    here = (place.source, place.paragraph, start, start)
    if step < 0:
        return (bisect_left(matches, here) - 1) % len(matches)
    if step == 0:
        return bisect_left(matches, here) % len(matches)
    return bisect_right(matches, (*here[:3], 1 << 62)) % len(matches)


class FindInput(Input):
    """The line that is typed in."""

    BINDINGS: ClassVar = [
        Binding("enter", "submit", "Keep", tooltip="Keep the matches and go on reading"),
        Binding("escape", "cancel", "Cancel", tooltip="Go back to where the search began"),
        Binding("down,tab", "screen.search_next", "Next", tooltip="Next match"),
        Binding("up,shift+tab", "screen.search_previous", "Previous", tooltip="Previous match"),
    ]

    def action_cancel(self) -> None:
        """Give up the search."""
        self.post_message(FindBar.Cancelled())


class FindBar(Horizontal):
    """A line to type what is looked for; it is there only while it is used."""

    class Cancelled(Message):
        """The reader gave up the search."""

    def compose(self) -> ComposeResult:
        """A label and the line."""
        yield Label("Find")
        yield FindInput(placeholder="in all columns", compact=True)
