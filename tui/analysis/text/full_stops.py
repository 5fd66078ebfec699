"""Sentences of Chinese and Japanese: their full stops stand without a space after them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_STOP = re.compile(r"[。！？｡]+([”’」』）》〉】\"')]*)\s*")


def at_wide_stops(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Split the sentences (start, end) of a paragraph after 。！？ and the marks that close with them."""
    for start, end in spans:
        for match in _STOP.finditer(text, start, end):
            if match.end() < end and not _goes_on(match[1], text[match.end()]):
                yield start, match.start() + len(match[0].rstrip())
                start = match.end()
        yield start, end


def _goes_on(closing: str, following: str) -> bool:
    """Whether a stop, with what closes behind it, ends no sentence (「行かない。」と言った。)."""
    return following in ("，、と" if closing else "，、")
