"""The look of each kind of mark, in the theme's variables.

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
    """The theme variables of the colours, if any, and Rich's names of the text's attributes."""

    colour: str = ""
    background: str = ""
    attributes: str = ""
    without_colour: str = ""
    """The attributes where there is no colour."""


LOOKS: Mapping[str, Look] = {
    "furniture": Look("quiet", attributes="italic"),
    "shared": Look("quiet"),
    "partial": Look("partial"),
    "alone": Look("foreground"),
    "unique": Look(attributes="underline"),
    "conflict": Look("conflict", "conflict-tint", "bold", "bold reverse"),
    "conflict-glyph": Look("conflict", attributes="bold"),
    "cursor": Look("foreground", "cursor"),
    "span": Look(attributes="reverse"),
    "selection": Look("background", "primary", without_colour="reverse"),
    "match": Look("match", "match-tint", "bold", "bold underline"),
    "match-tick": Look("match", attributes="bold"),
    "letter": Look(attributes="bold reverse"),
    "name": Look(attributes="bold"),
    "focused": Look(attributes="bold underline"),
    "heading": Look("foreground", attributes="bold"),
    "quiet": Look("quiet"),
    "rule": Look("rule"),
    "gap": Look("panel"),
    "fold": Look("quiet", attributes="italic"),
    "caution": Look("warning"),
    "thumb": Look("foreground", "thumb"),
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


class Palette:
    """The styles of one widget in the theme of the moment.

    Args:
        base: the widget's own style.
        variables: the theme's variables, the colours as ``#rrggbb``.
        colourless: whether colours are turned to greys.
    """

    def __init__(self, base: Style, variables: Mapping[str, str], *, colourless: bool) -> None:
        self.base = base
        self._variables = variables
        self._colourless = colourless
        self._over: dict[str, Style] = {}
        self._known: dict[tuple[str, ...], Style] = {}

    def over(self, name: str) -> Style:
        """A look with nothing under it."""
        if name not in self._over:
            self._over[name] = style(name, self._variables, colourless=self._colourless)
        return self._over[name]

    def __call__(self, *names: str) -> Style:
        """The widget's own style and, over it, the named looks."""
        if names not in self._known:
            mixed = self.base
            for name in names:
                mixed += self.over(name)
            self._known[names] = mixed
        return self._known[names]
