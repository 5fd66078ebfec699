"""How sources, references and headings look in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.containers import Lines
from rich.table import Table
from rich.text import Text

from tui.model import Comparison

QUIET = "dim"
CONFLICT = "bold red"
WARNING = "yellow"
PROSE_WIDTH = 100  # characters; longer lines than this are not easy to read
_COLOURS = ("cyan", "yellow", "green", "magenta", "blue", "bright_white")
_NO_BREAK = "\ufdd0"  # Rich also breaks at no-break spaces; this is in no cleaned text


class Prose(Text):
    """Text whose references, such as "A ¶3", are not broken at a line's end."""

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:
        """The lines of at most ``width`` characters, as `Text.wrap` makes them."""
        text = self.copy()
        text.plain = text.plain.replace(" ¶", f"{_NO_BREAK}¶")
        lines = text.wrap(console, width, **options)
        for line in lines:
            line.plain = line.plain.replace(_NO_BREAK, " ")
        return lines


def colour_of(comparison: Comparison, key: str) -> str:
    """The colour of what belongs to the source ``key``."""
    keys = [source.key for source in comparison.sources]
    return _COLOURS[keys.index(key) % len(_COLOURS)]


def heading(title: str, width: int, style: str = "") -> Text:
    """The heading of a section, with a line after it up to ``width``."""
    return rule(title.upper(), "─", width, f"bold {style}", style or QUIET).append("\n")


def rule(title: str, character: str, width: int, title_style: str, style: str) -> Text:
    """A title with a line of ``character`` after it up to ``width``, each in its style."""
    line = character * (width - len(title) - 1)
    return Text(title, title_style).append(Text(f" {line}", f"not bold {style}"))


def references(comparison: Comparison, places: Iterable[str]) -> Text:
    """References such as "A ¶3", each in the colour of its source."""
    by_key = (Text(place, colour_of(comparison, place.split()[0])) for place in places)
    return Text(", ").join(by_key)


def two_columns(gap: int = 2) -> Table:
    """A grid of a narrow column that is not broken and one beside it that is."""
    table = Table.grid(padding=(0, gap, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table
