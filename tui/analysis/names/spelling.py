"""One name in several spellings: with accents and umlauts, without them, or spelt out (Gül, Gul, Guel)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that are no other letter with an accent.
_PLAIN = str.maketrans(dict(zip("øłđıðßæœþ", "o l d i d ss ae oe th".split(), strict=True)))
_SPELT_OUT = str.maketrans(dict(zip("äöüøå", "ae oe ue oe aa".split(), strict=True)))


def plain(word: str) -> str:
    """Give a word in lower case and without accents: Núñez → nunez."""
    word = word.lower()
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", word).translate(_PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=10_000)
def spellings(word: str) -> frozenset[str]:
    """List the ways to write a word without accents and umlauts: Gül → gul, guel."""
    if word.isascii():
        return frozenset({word.lower()})
    spelt_out = unicodedata.normalize("NFC", word.lower()).translate(_SPELT_OUT)
    return frozenset({plain(word), plain(spelt_out)})
