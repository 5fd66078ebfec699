"""What each kind of mark looks like, in the theme's variables.

The canvas takes its styles from here and not from component classes: two dozen of those cost a tenth of the
time to the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style

SOURCES = 6
"""How many source colours there are before they repeat."""


class Look(NamedTuple):
    """The theme variables of the colours, if any, and Rich's names of what else is done to the text."""

    colour: str = ""
    background: str = ""
    attributes: str = ""
    without_colour: str = ""
    """What is done instead where there is no colour."""


LOOKS: Mapping[str, Look] = {
    "shared": Look("quiet"),
    "partial": Look("partial"),
    "alone": Look("foreground"),
    "unique": Look(attributes="underline"),
    "conflict": Look("conflict", "conflict-tint", "bold", "bold reverse"),
    "conflict-glyph": Look("conflict", attributes="bold"),
    "cursor": Look("foreground", "cursor"),
    "span": Look(attributes="reverse"),
    "match": Look("match", "match-tint", "bold", "bold underline"),
    "letter": Look(attributes="bold reverse"),
    "name": Look(attributes="bold"),
    "focused": Look(attributes="bold underline"),
    "heading": Look("foreground", attributes="bold"),
    "quiet": Look("quiet"),
    "rule": Look("rule"),
    "gap": Look("panel"),
    "caution": Look("warning"),
    "thumb": Look("foreground", "rule"),
    "key": Look("primary", attributes="bold"),
    "label": Look("partial"),
    "note": Look("accent"),
    **{f"source-{number}": Look(f"source-{number}") for number in range(1, SOURCES + 1)},
}


def source_look(source: int) -> str:
    """The name of the look of a source, by its index."""
    return f"source-{source % SOURCES + 1}"


def style(name: str, variables: Mapping[str, str], *, colourless: bool) -> Style:
    """The style of a look.

    Args:
        name: one of `LOOKS`.
        variables: the theme's variables, the colours as ``#rrggbb``.
        colourless: whether colours are turned to greys (NO_COLOR).
    """
    look = LOOKS[name]
    attributes = look.without_colour if colourless and look.without_colour else look.attributes
    return Style.parse(attributes) + Style(
        color=variables[look.colour] if look.colour else None,
        bgcolor=variables[look.background] if look.background else None,
    )
