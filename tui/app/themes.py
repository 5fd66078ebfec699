"""Our own themes, dark and light, each also in high contrast.

The source colours are those of Okabe and Ito, safe for colour-blind readers, made lighter or darker until
text in them has the contrast of WCAG 2 with every background it stands on: 4.5 (AA), or 7 (AAA).

``$source-1`` … ``$source-6`` colour the sources (more repeat them; the letter tells them apart),
``$conflict`` what contradicts another source.
"""

from __future__ import annotations

from textual.theme import Theme


def _controls(colour: str, selection: int, *, background: str, surface: str) -> dict[str, str]:
    """Keys, cursor and borders in one colour, and what is selected under so many percent of it."""
    return {
        "footer-key-foreground": colour,
        "footer-background": surface,
        "block-cursor-background": colour,
        "block-cursor-foreground": background,
        "input-selection-background": f"{colour} {selection}%",
        "border": colour,
    }


DARK = Theme(
    name="rashomon-dark",
    primary="#56B4E9",
    secondary="#8FA3B8",
    accent="#E69F00",
    warning="#E69F00",
    error="#FF7A59",
    success="#3CC9A3",
    foreground="#DDE3EA",
    background="#12161C",
    surface="#1A2028",
    panel="#232B36",
    dark=True,
    variables={
        "source-1": "#66BFF0",
        "source-2": "#F0B03A",
        "source-3": "#3FD0AE",
        "source-4": "#D99AC5",
        "source-5": "#F0E442",
        "source-6": "#A8B4FF",
        "conflict": "#FF8F73",
        "conflict-tint": "#4A2019",
        "quiet": "#8793A1",
        "partial": "#B3BDC9",
        "cursor": "#2A3646",
        "match": "#F0E442",
        "match-tint": "#4A4512",
        "rule": "#3A4553",
        "thumb": "#333D4A",
        **_controls("#66BFF0", 30, background="#12161C", surface="#1A2028"),
    },
)

LIGHT = Theme(
    name="rashomon-light",
    primary="#005F96",
    secondary="#4A5A6B",
    accent="#8A5000",
    warning="#8A5000",
    error="#B23A10",
    success="#00705A",
    foreground="#1C232B",
    background="#FBFAF7",
    surface="#F1EFEA",
    panel="#E6E3DC",
    dark=False,
    variables={
        "source-1": "#005F96",
        "source-2": "#8A5000",
        "source-3": "#00705A",
        "source-4": "#94386F",
        "source-5": "#665C00",
        "source-6": "#4B4FB5",
        "conflict": "#A02C05",
        "conflict-tint": "#FBDDD0",
        "quiet": "#5A646E",
        "partial": "#4A545E",
        "cursor": "#DDE6EF",
        "match": "#6B5F00",
        "match-tint": "#F3EBB0",
        "rule": "#C9C5BB",
        "thumb": "#E4E1D9",
        **_controls("#005F96", 25, background="#FBFAF7", surface="#F1EFEA"),
    },
)

CONTRAST_DARK = Theme(
    name="rashomon-contrast-dark",
    primary="#8FD6FF",
    secondary="#C8D4E0",
    accent="#FFC766",
    warning="#FFC766",
    error="#FF9E7A",
    success="#62EBC8",
    foreground="#FFFFFF",
    background="#000000",
    surface="#0C0C0C",
    panel="#1C1C1C",
    dark=True,
    variables={
        "source-1": "#8FD6FF",
        "source-2": "#FFC766",
        "source-3": "#62EBC8",
        "source-4": "#FFB3E3",
        "source-5": "#FFF04D",
        "source-6": "#C5CCFF",
        "conflict": "#FF9E7A",
        "conflict-tint": "#4A1208",
        "quiet": "#C2C2C2",
        "partial": "#E0E0E0",
        "cursor": "#123458",
        "match": "#FFF04D",
        "match-tint": "#3A3500",
        "rule": "#8C8C8C",
        "thumb": "#2B2B2B",
        **_controls("#8FD6FF", 40, background="#000000", surface="#0C0C0C"),
    },
)

CONTRAST_LIGHT = Theme(
    name="rashomon-contrast-light",
    primary="#004470",
    secondary="#2E3A46",
    accent="#653900",
    warning="#653900",
    error="#7A1D00",
    success="#004F3D",
    foreground="#000000",
    background="#FFFFFF",
    surface="#F7F7F7",
    panel="#EBEBEB",
    dark=False,
    variables={
        "source-1": "#004470",
        "source-2": "#653900",
        "source-3": "#004F3D",
        "source-4": "#6E1F52",
        "source-5": "#484000",
        "source-6": "#34379A",
        "conflict": "#7A1D00",
        "conflict-tint": "#FFE3D6",
        "quiet": "#404040",
        "partial": "#262626",
        "cursor": "#DCE9F5",
        "match": "#443C00",
        "match-tint": "#FFF3A8",
        "rule": "#6E6E6E",
        "thumb": "#E2E2E2",
        **_controls("#004470", 25, background="#FFFFFF", surface="#F7F7F7"),
    },
)

THEMES = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT)
"""All of them, in the order in which a key goes through them."""

# As Vim reads it: of the sixteen colours, white and the bright ones but for grey are light.
_LIGHT_COLOURS = frozenset({"7", *map(str, range(9, 16))})


def by_terminal(report: str, *, light: bool | None = None) -> Theme:
    """The theme that fits a terminal; dark where nothing is known of it.

    Args:
        report: the value of COLORFGBG: numbers of two of the sixteen colours, the background last.
        light: what the terminal itself said of its background, which goes before the report.
    """
    if light is None:
        light = report.rpartition(";")[2] in _LIGHT_COLOURS
    return LIGHT if light else DARK
