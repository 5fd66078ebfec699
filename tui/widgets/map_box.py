"""A paragraph on the map: its number, its marks and as much of its text as fits, between its edges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.diagram import CONFLICT
from tui.widgets.looks import Palette
from tui.widgets.painting import fill
from tui.widgets.wrapping import ellipsize, wrap


class Box(NamedTuple):
    """The contents of a paragraph's box; ``bound`` if it, or one that reports the same, is in focus."""

    label: str
    marks: str
    text: str
    colour: str
    here: bool
    bound: bool

    def lines(self, width: int, height: int, look: Palette) -> Iterator[list[Segment]]:
        """The box in ``height`` rows of ``width`` cells."""
        room = width - 2
        inside = look("cursor") if self.here else look()
        words = inside if self.here else look("quiet")
        edge = look(self.colour, "name") if self.bound else look("rule")
        label = Segment(self.label, look(self.colour, "letter" if self.here else "name"))
        start = [label, *self._glyphs(look), Segment(" ", inside)]
        lines = _wrapped(self.text, room - sum(s.cell_length for s in start), room, height)
        for row, line in enumerate(lines):
            left, right = _edges(row, height, double=self.bound)
            inner = [*([] if row else start), Segment(line, words)]
            yield [Segment(left, edge), *fill(inner, room, inside), Segment(right, edge)]

    def _glyphs(self, look: Palette) -> Iterator[Segment]:
        if self.marks:
            yield Segment(" ", look())
        for glyph in self.marks:
            yield Segment(glyph, look("conflict-glyph" if glyph == CONFLICT else "label"))


def _edges(row: int, height: int, *, double: bool) -> tuple[str, str]:
    if height == 1:
        return ("╠", "╣") if double else ("[", "]")
    if row == 0:
        return ("╔", "╗") if double else ("┌", "┐")
    if row == height - 1:
        return ("╚", "╝") if double else ("└", "┘")
    return ("║", "║") if double else ("│", "│")


def _wrapped(text: str, first: int, width: int, height: int) -> list[str]:
    """The beginning of ``text`` in ``height`` lines of ``width`` cells, the first of them ``first``."""
    text = " ".join(text[: 2 * width * height + 64].split())
    word = cell_len(text.partition(" ")[0])
    lines: list[str] = []
    for room in (first, *[width] * (height - 1)):
        if room < 1 or (not lines and room < word <= width and height > 1):
            lines.append("")
        elif len(lines) == height - 1:
            lines.append(ellipsize(text, room))
        else:
            start, end = wrap(text, room)[0]
            lines.append(text[start:end].rstrip())
            text = text[end:].lstrip()
    return lines
