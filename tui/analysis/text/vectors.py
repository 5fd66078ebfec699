"""Word vectors: how alike two words are, and how rare a word is in English, from the table in ``tui/data``.

The table holds one int8 row per word piece (WordPiece, Wu et al. 2016, section 4.1), distilled from
all-MiniLM-L6-v2; a word's vector is the sum of its pieces' rows. Piece ids are ordered by frequency, so they
serve as a rank of how common a word is.
"""

from __future__ import annotations

import io
import math
import unicodedata
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

_RAREST = 4.5  # a word that is no piece of its own; log10 of a rank otherwise reaches 4.2
_RARITY_OF_NUMBERS = 3.5
_LONGEST_WORD = 100


class WordVectors:
    """The table, read into memory once."""

    def __init__(self, raw: bytes) -> None:
        table = np.load(io.BytesIO(raw), allow_pickle=False)
        self._rows = table["q"]
        self._scale = table["scale"].astype(np.float32)
        pieces = table["vocab"].tobytes().decode("utf-8").split("\n")
        self._pieces = {piece: row for row, piece in enumerate(pieces)}
        self._first = self._pieces["the"]

    def pieces(self, word: str) -> list[int]:
        """The rows of a lower-case word's pieces, longest first from the left; empty if it has none."""
        plain = word if word.isascii() else _unaccented(word)
        rows: list[int] = []
        start = 0
        if len(plain) > _LONGEST_WORD:
            return rows
        while start < len(plain):
            for end in range(len(plain), start, -1):
                row = self._pieces.get(plain[start:end] if start == 0 else "##" + plain[start:end])
                if row is not None:
                    rows.append(row)
                    start = end
                    break
            else:
                return []
        return rows

    def matrix(self, words: list[str]) -> NDArray[np.float32]:
        """Vectors of the words, one a row; zeros for a word that has none."""
        out = np.zeros((len(words), self._rows.shape[1]), np.float32)
        for row, word in enumerate(words):
            pieces = self.pieces(word)
            if pieces:
                out[row] = (self._rows[pieces].astype(np.float32) * self._scale[pieces, None]).sum(0)
        return out

    def rarity(self, word: str) -> float:
        """How rare a lower-case word is in English, from 0.3 (the) to 4.5 (not in the table)."""
        if any(character.isdigit() for character in word):
            return _RARITY_OF_NUMBERS
        pieces = self.pieces(word)
        if len(pieces) != 1:
            return _RAREST
        return max(0.3, math.log10(max(1, pieces[0] - self._first + 1)) - 0.3)


def _unaccented(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")


@cache
def word_vectors() -> WordVectors:
    """The table that comes with the package."""
    return WordVectors(resources.files("tui").joinpath("data/static-128.npz").read_bytes())
