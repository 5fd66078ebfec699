"""Common given names by gender: what tells a person from a place, and whom "he" or "she" may mean."""

from __future__ import annotations

from importlib import resources


def _names() -> dict[str, frozenset[str]]:
    """The names of each part of the file, in lower case."""
    parts: dict[str, list[str]] = {}
    names: list[str] = []
    for line in resources.files("tui").joinpath("data/given-names.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            names = parts.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            names += line.split()
    return {gender: frozenset(names) for gender, names in parts.items()}


_BY_GENDER = _names()
MALE, FEMALE = _BY_GENDER["male"], _BY_GENDER["female"]
GIVEN = MALE | FEMALE
