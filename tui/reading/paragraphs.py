"""Paragraphs of plain text: apart by blank lines, one a line, or hard-wrapped, told apart by the text itself.

A blank line always parts two paragraphs. Within a block of lines a line end is either a wrap or the end of a
paragraph. In wrapped text most lines stop in mid-sentence, go on in lower case, and are so full that the next
line's first word did not fit; where a paragraph is one line, hardly any line does.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from tui.reading.furniture import is_control
from tui.reading.line_ends import ends_sentence

# The share of line ends that must look like wraps: in wrapped text most do, else under a tenth.
_WRAPPED_SHARE = 0.3
# How much of the width fills a line: many wrap for even lines, not for full ones.
_SLACK = 0.85
_OPENERS = "\"'“‘„«([ "
_BULLET = re.compile(r"(?:[-*+•‣◦–]|\(?\d{1,3}[.)])\s+\S")
_WORD = re.compile(r"[^\W\d_]+")
_HYPHENS = ("-", "‐")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-‐]$")
_LONGEST_WORD = 80
_GLUED_DASH = re.compile(r"\w—$")
_SUSPENDED = frozenset(("and", "or", "to", "und", "oder", "et", "ou", "y", "o"))  # "two- and three-year"
# Chinese and Japanese, which are wrapped between any two characters.
_UNSPACED = (("\u3000", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))


_LONGEST_RUN = 2000  # characters without a space; above it, no writing but data
_KEPT = 80  # of such a run


class _Line(NamedTuple):
    text: str
    indent: int


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Split cleaned text into paragraphs, each on one line with single spaces.

    Linear in the length of the text. No character is lost but white space, and the hyphen of a word broken at
    a line's end that the text elsewhere writes in one.
    """
    lines = (_Line(line.strip(), len(line) - len(line.lstrip())) for line in text.split("\n"))
    blocks = [list(block) for filled, block in groupby(lines, key=lambda line: bool(line.text)) if filled]
    document_width = _wrap_width(blocks)
    has_hyphens = any(line.text.endswith(_HYPHENS) for block in blocks for line in block)
    words = _words(text) if has_hyphens else frozenset[str]()
    return tuple(
        " ".join(_join(paragraph, words).split())
        for block in blocks
        for paragraph in _paragraphs(block, _wrap_width([block]) or document_width, apart=len(blocks) > 1)
    )


def without_long_runs(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Shorten what has no space for so long that it is no writing, such as a picture put into letters.

    Of Chinese or Japanese, which have no spaces, nothing is left out.
    """
    return tuple(
        " ".join(map(_shortened, paragraph.split(" "))) if len(paragraph) > _LONGEST_RUN else paragraph
        for paragraph in paragraphs
    )


def _shortened(run: str) -> str:
    is_data = len(run) > _LONGEST_RUN and 2 * sum(map(_is_unspaced, run[:_LONGEST_RUN])) < _LONGEST_RUN
    return run[:_KEPT] + "…" if is_data else run


def _wrap_width(blocks: Sequence[Sequence[_Line]]) -> int | None:
    """The width in characters at which these blocks are wrapped; None where a line is a paragraph."""
    breaks = list(chain.from_iterable(pairwise(block) for block in blocks))
    lengths = sorted(_width(line) for block in blocks if len(block) > 1 for line in block)
    if not breaks:
        return None
    usual = lengths[math.ceil(0.75 * (len(lengths) - 1))]
    width = max(length for length in lengths if length * _SLACK <= usual)  # a long address must not set it
    wrapped = sum(_runs_on(line, after) and _is_full(line, after, width * _SLACK) for line, after in breaks)
    return width if wrapped >= _WRAPPED_SHARE * len(breaks) else None


def _paragraphs(block: list[_Line], width: int | None, *, apart: bool) -> Iterable[list[_Line]]:
    """Split a block; ``apart`` says that blank lines part paragraphs elsewhere in the text."""
    base = min(line.indent for line in block)
    marked = apart or any(line.indent > base for line in block)
    paragraph = [block[0]]
    for line, after in pairwise(block):
        if width is not None and _continues(line, after, paragraph, base, width, marked=marked):
            paragraph.append(after)
        else:
            yield paragraph
            paragraph = [after]
    yield paragraph


def _continues(
    line: _Line, after: _Line, paragraph: list[_Line], base: int, width: int, *, marked: bool
) -> bool:
    if is_control(line.text) or is_control(after.text):
        return False
    if _BULLET.match(after.text):  # or a dash that happened to be wrapped to the line's start
        in_list = _BULLET.match(paragraph[0].text) or line.text.endswith(":") or ends_sentence(line.text)
        return not in_list and _is_full(line, after, width)
    hanging = _BULLET.match(paragraph[0].text) and after.indent > paragraph[0].indent
    if after.indent > base and not hanging:
        return after.text[0].islower() and not ends_sentence(line.text)
    if _runs_on(line, after):
        return True
    # Without blank lines or indents, only a sentence's end short of the margin shows a paragraph's end.
    strict = ends_sentence(line.text) and not marked
    return _is_full(line, after, width if strict else width * _SLACK)


def _runs_on(line: _Line, after: _Line) -> bool:
    """Whether a sentence goes on over the line's end."""
    start = after.text.lstrip(_OPENERS)[:1]
    return not start.isupper() and not _BULLET.match(after.text) and not ends_sentence(line.text)


def _is_full(line: _Line, after: _Line, width: float) -> bool:
    """Whether the next line's first word would not have fitted."""
    if _is_unspaced(after.text[0]):
        return _width(line) + 1 >= width
    return _width(line) + 1 + len(after.text.split(None, 1)[0]) > width


def _is_unspaced(character: str) -> bool:
    return any(low <= character <= high for low, high in _UNSPACED)


def _width(line: _Line) -> int:
    return line.indent + len(line.text)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _join(lines: Sequence[_Line], words: frozenset[str]) -> str:
    """Undo a wrap: a space, or nothing where a word or a dash was broken."""
    parts = [lines[0].text]
    for (line, _), (after, _) in pairwise(lines):
        broken = _BROKEN_WORD.search(line[-_LONGEST_WORD:])
        rest = _WORD.match(after)
        if broken and rest and rest[0].islower():
            if rest[0] in _SUSPENDED:
                parts.append(" ")
            elif _is_one_word((broken[1] + rest[0]).lower(), words):
                parts[-1] = parts[-1][:-1]
        elif not (_GLUED_DASH.search(line[-2:]) or (_is_unspaced(line[-1]) and _is_unspaced(after[0]))):
            parts.append(" ")
        parts.append(after)
    return "".join(parts)


def _is_one_word(text: str, words: frozenset[str]) -> bool:
    """Whether the text elsewhere, or English, writes it without a hyphen."""
    from tui.reading.words import is_word  # few texts have broken words

    return text in words or is_word(text)
