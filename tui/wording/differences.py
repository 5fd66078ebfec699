"""Which words of two or more versions of something differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*%?")


def differing(versions: Sequence[str]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each version the stretches of words that another version does not have.

    Args:
        versions: the texts to set against each other.

    Returns:
        Offsets into each text, in order; neighbouring words make one stretch. Case does not count.
    """
    words = [[(match[0].casefold(), *match.span()) for match in _WORD.finditer(text)] for text in versions]
    everywhere = set.intersection(*({word for word, _, _ in one} for one in words)) if words else set()
    return tuple(_stretches(one, everywhere) for one in words)


def _stretches(words: Sequence[tuple[str, int, int]], common: set[str]) -> tuple[tuple[int, int], ...]:
    stretches: list[tuple[int, int]] = []
    follows = False
    for word, start, end in words:
        if word in common:
            follows = False
        elif follows:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
            follows = True
    return tuple(stretches)
