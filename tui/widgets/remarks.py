"""What the reader wrote beside paragraphs, as glyphs for their gutters and as one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.ids import in_order, paragraph_of
from tui.session import CHECKED, Choices

NOTE, VERIFIED, TAG = "✎", "✓", "#"


class Remark(NamedTuple):
    """The notes and tags of one paragraph, those of its sentences among them."""

    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def glyphs(self) -> str:
        """One character for each kind of remark that there is, a note's first."""
        verified = CHECKED in self.tags
        others = len(self.tags) > verified
        return NOTE * bool(self.notes) + VERIFIED * verified + TAG * others

    @property
    def text(self) -> str:
        """The tags and the notes in one line, tags first: notes are long."""
        tags = sorted(self.tags, key=lambda tag: tag != CHECKED)
        labels = [f"{VERIFIED} {tag}" if tag == CHECKED else f"{TAG}{tag}" for tag in tags]
        return " ".join((*labels, *(f"{NOTE} {note}" for note in self.notes)))


def remarks(choices: Choices) -> Mapping[str, Remark]:
    """The remarks by the id of their paragraph."""
    found: dict[str, Remark] = {}
    for place in sorted({**choices.notes, **choices.tags}, key=in_order):
        paragraph = paragraph_of(place)
        notes, tags = found.get(paragraph, Remark())
        if place in choices.notes:
            notes = (*notes, choices.notes[place])
        found[paragraph] = Remark(notes, tuple(dict.fromkeys((*tags, *choices.tags.get(place, ())))))
    return found
