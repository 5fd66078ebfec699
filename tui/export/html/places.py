"""How sources and places look on the page."""

from __future__ import annotations

from tui.model import Comparison
from tui.wording.phrases import reference

_COLOURS = 6  # the style sheet has as many; the letters tell more sources apart


def colour(comparison: Comparison, key: str) -> str:
    """The class that colours what belongs to the source ``key``."""
    return f"s{list(comparison.by_key).index(key) % _COLOURS + 1}"


def badge(comparison: Comparison, key: str) -> str:
    """A source's letter on its colour."""
    return f'<span class="key {colour(comparison, key)}">{key}</span>'


def link(key: str) -> str:
    """A source's letter as a link to its text."""
    return f'<a href="#{key}">{key}</a>'


def cite(place: str) -> str:
    """A link to a paragraph or sentence among the texts."""
    return f'<a href="#{place}">{reference(place)}</a>'
