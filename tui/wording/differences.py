"""In which words the versions of something differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from tui.model import Conflict, ConflictKind

_WORD = re.compile(r"\w+(?:[.,:'’-]\w+)*%?")

Span = tuple[int, int]
"""Offsets in a text, end exclusive."""


def differing(texts: Sequence[str]) -> list[list[Span]]:
    """For each text the stretches of words that some other text has not got in that place.

    Neighbouring words make one stretch. Case and punctuation do not count, the order of the words does:
    "from 5 to 10" and "from 10 to 5" differ.
    """
    words = [[match.span() for match in _WORD.finditer(text)] for text in texts]
    norms = [
        [text[start:end].casefold() for start, end in spans] for text, spans in zip(texts, words, strict=True)
    ]
    return [
        _stretches(spans, _lacking(own, [other for other in norms if other != own]))
        for spans, own in zip(words, norms, strict=True)
    ]


def set_off(conflict: Conflict) -> list[list[Span]]:
    """For each passage of a conflict what to set off in it, as offsets in its text: the words that differ.

    Where the words are the same, such as one weekday that means two dates, it is all of them; nothing where
    the words are the same and who said them is the question.
    """
    texts = [passage.text for passage in conflict.between]
    found = differing(texts)
    if any(found) or conflict.kind is ConflictKind.ATTRIBUTION:
        return found
    return [[(0, len(text))] for text in texts]


def _lacking(own: Sequence[str], others: Sequence[Sequence[str]]) -> set[int]:
    """The positions of the words that do not stand in that place in every other sequence."""
    lacking = set()
    for other in others:
        blocks = SequenceMatcher(None, own, other, autojunk=False).get_matching_blocks()
        shared = {block.a + offset for block in blocks for offset in range(block.size)}
        lacking |= set(range(len(own))) - shared
    return lacking


def _stretches(words: Sequence[Span], positions: set[int]) -> list[Span]:
    """The words at these positions, neighbours as one."""
    stretches: list[Span] = []
    for position in sorted(positions):
        start, end = words[position]
        if stretches and position - 1 in positions:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return stretches
