"""References: how a paragraph or sentence is named to a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.ids import paragraph_of, source_of

Naming = Callable[[str], str]
"""How a source's key, a place or words of an article are written, such as a link for HTML."""


def reference(place: str) -> str:
    """The paragraph of a sentence or paragraph id, for a reader: ``A3.1`` becomes ``A ¶3``."""
    key = source_of(place)
    return f"{key} ¶{paragraph_of(place)[len(key) :]}"


def references(places: Iterable[str]) -> tuple[str, ...]:
    """The references of several sentences, each paragraph named once."""
    return tuple(dict.fromkeys(map(reference, places)))


def spoken_reference(place: str) -> str:
    """The paragraph of a sentence or paragraph id, for a listener: ``A3.1`` becomes ``A paragraph 3``."""
    return reference(place).replace("¶", "paragraph ")


def unbroken(text: str) -> str:
    """``text`` with no-break spaces inside its references: for whoever looks where a line may break.

    What is shown, copied or written keeps plain spaces, so that "A ¶3" is found by whoever types it.
    """
    return text.replace(" ¶", "\xa0¶")
