"""Lines of text to segments: which characters get which style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.widgets.wrapping import Line

# Hebrew, Arabic and the other scripts that are written from right to left.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

LEFT_TO_RIGHT_MARK = "\u200e"  # takes no cell

Layer = tuple[int, int, Style]
"""A style for characters ``start`` to ``end`` (exclusive) of a text."""


def fenced(text: str) -> str:
    """``text``, closed with a left-to-right mark (of no width) where it is written from right to left.

    Terminals that reorder such text would else reorder everything up to such text in the next column.
    """
    return f"{text}{LEFT_TO_RIGHT_MARK}" if _RIGHT_TO_LEFT.search(text) else text


def paint(text: str, line: Line, base: Style, layers: Iterable[Layer], width: int) -> list[Segment]:
    """One line of ``text`` in exactly ``width`` cells, each layer drawn over those before it.

    Args:
        text: the text the offsets count in.
        line: the offsets of the line; it takes at most ``width`` cells.
        base: the style under everything.
        layers: the styles, from the undermost to the topmost.
        width: cells; the line is filled up with blanks.
    """
    start, end = line
    inside = [layer for layer in layers if layer[0] < end and layer[1] > start]
    cuts = sorted({start, end, *(cut for a, b, _ in inside for cut in (a, b) if start < cut < end)})
    segments = []
    for left, right in pairwise(cuts):
        style = base
        for a, b, over in inside:
            if a <= left and right <= b:
                style += over
        segments.append(Segment(text[left:right], style))
    if _RIGHT_TO_LEFT.search(text, start, end):
        segments[-1] = Segment(segments[-1].text + LEFT_TO_RIGHT_MARK, segments[-1].style)
    return fill(segments, width, base)


def fill(segments: list[Segment], width: int, style: Style, filler: str = " ") -> list[Segment]:
    """``segments`` and as many fillers (of one cell, blanks by default) as make ``width`` cells."""
    missing = width - sum(cell_len(segment.text) for segment in segments)
    return [*segments, Segment(filler * missing, style)] if missing > 0 else segments


def spread(left: Sequence[Segment], right: Sequence[Segment], width: int, filler: Segment) -> list[Segment]:
    """``left`` and ``right`` at the ends of ``width`` cells, the one-cell ``filler`` repeated between."""
    used = sum(cell_len(segment.text) for segment in (*left, *right))
    return [*left, Segment(filler.text * max(0, width - used), filler.style), *right]
