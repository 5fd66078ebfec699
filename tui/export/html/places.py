"""How sources and places look on the page."""

from __future__ import annotations

from tui.export.markup import Markup, element
from tui.model import Comparison
from tui.wording.places import reference

_COLOURS = 6  # the style sheet has as many; the letters tell more sources apart


def colour(comparison: Comparison, key: str) -> str:
    """The class that colours what belongs to the source ``key``."""
    return f"s{list(comparison.by_key).index(key) % _COLOURS + 1}"


def badge(comparison: Comparison, key: str) -> Markup:
    """A source's letter on its colour."""
    return element("span", key, class_=f"key {colour(comparison, key)}")


def link(key: str) -> Markup:
    """A source's letter as a link to its text."""
    return element("a", key, href=f"#{key}")


def cite(place: str) -> Markup:
    """A link to a paragraph or sentence among the texts."""
    return element("a", reference(place), href=f"#{place}")
