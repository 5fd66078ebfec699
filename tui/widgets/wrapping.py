"""Breaking text into lines as a typesetter would, in cells of the terminal."""

from __future__ import annotations

import re

from rich.cells import cell_len, split_graphemes

from tui.wording.places import unbroken

# Characters of one cell each that need no look-up: Latin, Greek, Cyrillic, typographic punctuation.
_NARROW = re.compile("[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*")

_CLOSING = frozenset(
    ",.;:!?%)]}…»”’›–—。，、．：；！？）］｝」』】〕〉》・ー々〻ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_OPENING = frozenset("([{«“‘‹¿¡（［｛「『【〔〈《")
_DASHES = frozenset("—–-‐")

Line = tuple[int, int]
"""The offsets of one line in its text, end exclusive, without the space it breaks at."""


def wrap(text: str, width: int) -> tuple[Line, ...]:
    """Break ``text`` into lines of at most ``width`` cells.

    Lines break at spaces, after dashes and hyphens, between wide characters and, where nothing else is left,
    anywhere but inside a grapheme cluster. No line begins with closing punctuation or ends with an opening
    bracket while there is another way. Newlines always break. A cluster wider than ``width`` gets a line of
    its own.

    Args:
        text: cleaned text.
        width: cells, at least 1.

    Returns:
        The offsets of the lines in order; at least one line.
    """
    broken = _wrap_narrow if _NARROW.fullmatch(text) else _wrap_wide
    lines: list[Line] = []
    start = 0
    while (newline := text.find("\n", start)) != -1:
        broken(text, start, newline, width, lines)
        start = newline + 1
    broken(text, start, len(text), width, lines)
    return tuple(lines)


def _begins_badly(text: str, index: int, end: int) -> bool:
    """Whether a line must not begin at ``index``: with punctuation that closes what is before it.

    A mark that something follows at once, such as the dot of ``.5`` or the dash before a speaker, opens it.
    """
    if index >= end or text[index] not in _CLOSING:
        return False
    following = text[index + 1] if index + 1 < end else " "
    return ord(text[index]) > 0x2FFF or following == " " or following in _CLOSING


def _dash_breaks(text: str, index: int, end: int) -> bool:
    """Whether a line may end with the dash or hyphen at ``index``: not before a number or a lone letter."""
    if text[index] not in "-‐":
        following = text[index + 1 : index + 2]
        return following not in _DASHES and not _begins_badly(text, index + 1, end)
    before, after = text[max(0, index - 2) : index], text[index + 1 : index + 3]
    return len(before) == len(after) == 2 and before.isalpha() and after.isalpha()


def _wrap_narrow(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    while end - start > width:
        limit = start + width
        last = space = text.rfind(" ", start + 1, limit + 1)
        while space != -1 and (_begins_badly(text, space + 1, end) or text[space - 1] in _OPENING):
            space = text.rfind(" ", start + 1, space)
        if space == -1:
            space = last
        stop, following = space, space + 1
        if space == -1:
            stop = following = limit - (limit - start > 1 and _begins_badly(text, limit, end))
        for index in range(limit - 1, max(space, start), -1):
            if text[index] in _DASHES and _dash_breaks(text, index, end):
                stop = following = index + 1
                break
        lines.append((start, stop))
        start = following
    lines.append((start, end))


def _wrap_wide(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    clusters, _ = split_graphemes(text[start:end])
    first, size = start, 0
    chance: tuple[int, int, int] | None = None  # where the line may stop, the next start, cells up to there
    for left, right, cells in clusters:
        left, right = start + left, start + right
        cluster = text[left:right]  # a space that carries a combining mark is none
        while size + cells > width and cluster != " " and left > first:
            if chance is None:
                chance = (left, left, size)
            lines.append((first, chance[0]))
            first, size = chance[1], size - chance[2]
            chance = None
        size += cells
        if _begins_badly(text, right, end):
            continue
        if cluster == " ":
            if left > first and text[left - 1] not in _OPENING:
                chance = (left, right, size)
        elif (cells > 1 and cluster not in _OPENING) or (
            cluster in _DASHES and _dash_breaks(text, left, end)
        ):
            chance = (right, right, size)
    lines.append((first, end))


def cluster_at(text: str, line: Line, cell: int) -> tuple[int, int]:
    """The offsets in ``text`` of the character drawn at ``cell`` of ``line``; beyond it, the line's end."""
    start, end = line
    clusters, _ = split_graphemes(text[start:end])
    position = 0
    for left, right, cells in clusters:
        if cell < position + cells:
            return start + left, start + right
        position += cells
    return end, end


def ellipsize(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells; where it is cut, at a word if possible, stands an ellipsis."""
    text = " ".join(text[: 4 * width + 64].split()) if width > 0 else ""
    if cell_len(text) <= width:
        return text
    start, end = wrap(unbroken(text), max(1, width - 1))[0]
    return text[start:end].rstrip(" ,;:—–-") + "…"
