"""The find bar, and finding itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.keys.bindings import bindings
from tui.model import Article
from tui.widgets.marks import Place

Match = tuple[int, int, int, int]
"""A stretch that matches: source, paragraph, and the offsets of its start and end."""

LIMIT = 5000
"""The most matches that are looked for in one source."""


def find(articles: Sequence[Article], query: str) -> list[Match]:
    """Up to `LIMIT` matches a source in reading order, source by source.

    A query in lower case matches either case, one with a capital only itself; any white space matches any
    other.
    """
    from tui.widgets.patterns import find_all

    if not query.strip():
        return []
    pattern = r"\s+".join(map(re.escape, query.split()))
    return find_all(pattern, [article.paragraphs for article in articles], LIMIT)


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


def tally(matches: Sequence[Match], place: Place, keys: Sequence[str]) -> str:
    """Which match the cursor is on, of how many, and how many in each source: ``3/12 · A5 B7``."""
    here = (place.source, place.paragraph, *(place.span or (0, 0)))
    index = bisect_left(matches, here)
    number = index + 1 if here in matches[index : index + 1] else "–"
    counts = Counter(source for source, *_ in matches)
    cut = max(counts.values()) >= LIMIT
    each = " ".join(f"{keys[s]}{counts[s]}{'+' * (counts[s] >= LIMIT)}" for s in sorted(counts))
    return f"{number}/{len(matches)}{'+' * cut} · {each}"


class FindInput(Input):
    """The line that is typed in."""

    BINDINGS: ClassVar = bindings("find")

    def on_key(self, event: events.Key) -> None:
        """Leave keys with Alt to the bindings: where terminals send Esc and a letter, `Input` types it."""
        if event.key.startswith("alt+"):
            event.prevent_default()

    def action_cancel(self) -> None:
        """Give up the search."""
        self.post_message(FindBar.Cancelled())

    def action_pattern(self) -> None:
        """Take what is typed for a regular expression, or for plain text again."""
        self.query_ancestor(FindBar).toggle()

    async def action_search_next(self) -> None:
        """The next match."""
        await self.run_action("screen.search_next")

    async def action_search_previous(self) -> None:
        """The match before."""
        await self.run_action("screen.search_previous")


class FindBar(Horizontal):
    """A line to type what is looked for; it is there only while it is used.

    Args:
        regular: whether it begins with regular expressions.
    """

    class Changed(Message):
        """Something else is looked for."""

        def __init__(self, query: str, *, regular: bool) -> None:
            super().__init__()
            self.query = query
            self.regular = regular

    class Kept(Message):
        """The reader goes on with what was found."""

    class Cancelled(Message):
        """The reader gave up the search."""

    def __init__(self, *, regular: bool) -> None:
        super().__init__()
        self._regular = regular

    def compose(self) -> ComposeResult:
        """A label, the line, and how to change what it is."""
        yield Label(self._kind, id="kind")
        yield FindInput(placeholder="in all columns", compact=True)
        yield Label("Alt+R pattern or text", id="hint")

    @property
    def _kind(self) -> str:
        return "Find pattern" if self._regular else "Find"

    def toggle(self) -> None:
        """Take what is typed for a regular expression, or for plain text again."""
        self._regular = not self._regular
        self.query_one("#kind", Label).update(self._kind)
        self._tell(self.query_one(FindInput).value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())

    def _tell(self, query: str) -> None:
        self.post_message(self.Changed(query, regular=self._regular))
