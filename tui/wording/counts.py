"""Numbers with their nouns, and enumerations."""

from __future__ import annotations

from collections.abc import Sequence


def count(number: int, noun: str) -> str:
    """A number with its noun: ``1 article``, ``3 articles``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def enumeration(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``; empty without any name."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
