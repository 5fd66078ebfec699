"""Which strings are English words: those of the word table in ``tui/data``, read without NumPy."""

from __future__ import annotations

import zipfile
from functools import cache
from importlib import resources


def is_word(text: str) -> bool:
    """Whether a lower-case string is a word that the table has in one piece."""
    return text in _words()


@cache
def _words() -> frozenset[str]:
    with (
        resources.files("tui").joinpath("data/static-128.npz").open("rb") as file,
        zipfile.ZipFile(file) as table,
    ):
        entries = table.read("vocab.npy").decode("utf-8", "replace").split("\n")
    return frozenset(entry for entry in entries if entry.isalpha())
