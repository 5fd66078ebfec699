"""Our own themes, dark and light; source colours are those of Okabe and Ito, safe for colour-blind readers.

``$source-1`` … ``$source-6`` colour the sources (more repeat them; the letter tells them apart),
``$conflict`` what contradicts another source.
"""

from __future__ import annotations

from textual.theme import Theme

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
        "footer-key-foreground": "#66BFF0",
        "footer-background": "#1A2028",
        "block-cursor-background": "#66BFF0",
        "block-cursor-foreground": "#12161C",
        "input-selection-background": "#66BFF0 30%",
        "border": "#66BFF0",
    },
)

LIGHT = Theme(
    name="rashomon-light",
    primary="#005F96",
    secondary="#4A5A6B",
    accent="#9A5B00",
    warning="#9A5B00",
    error="#B23A10",
    success="#00705A",
    foreground="#1C232B",
    background="#FBFAF7",
    surface="#F1EFEA",
    panel="#E6E3DC",
    dark=False,
    variables={
        "source-1": "#005F96",
        "source-2": "#9A5B00",
        "source-3": "#00705A",
        "source-4": "#94386F",
        "source-5": "#6B6100",
        "source-6": "#4B4FB5",
        "conflict": "#A02C05",
        "conflict-tint": "#FBDDD0",
        "quiet": "#6A7580",
        "partial": "#4A545E",
        "cursor": "#DDE6EF",
        "match": "#6B5F00",
        "match-tint": "#F3EBB0",
        "rule": "#C9C5BB",
        "footer-key-foreground": "#005F96",
        "footer-background": "#F1EFEA",
        "block-cursor-background": "#005F96",
        "block-cursor-foreground": "#FBFAF7",
        "input-selection-background": "#005F96 25%",
        "border": "#005F96",
    },
)
