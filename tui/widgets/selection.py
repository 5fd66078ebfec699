"""A stretch of one article's text that the reader has drawn over with the mouse."""

from __future__ import annotations

from typing import NamedTuple

from tui.ids import paragraph_id
from tui.model import Article
from tui.wording import places

Point = tuple[int, int]
"""A paragraph and an offset in it."""


class Selection(NamedTuple):
    """From one character to another of a source, end exclusive, perhaps over several paragraphs."""

    source: int
    start: Point
    end: Point

    def stretch(self, source: int, paragraph: int, length: int) -> tuple[int, int] | None:
        """The selected offsets in a paragraph of ``length`` characters; None if it is not selected."""
        if source != self.source or not self.start[0] <= paragraph <= self.end[0]:
            return None
        first = self.start[1] if paragraph == self.start[0] else 0
        return first, self.end[1] if paragraph == self.end[0] else length

    def text(self, article: Article) -> str:
        """The selected text, a blank line between paragraphs."""
        numbers = range(self.start[0], self.end[0] + 1)
        found = (
            (number, self.stretch(self.source, number, len(article.paragraphs[number]))) for number in numbers
        )
        return "\n\n".join(article.paragraphs[number][slice(*span)] for number, span in found if span)

    @property
    def reference(self) -> str:
        """The source's letter and the paragraphs: ``A ¶3``, or ``A ¶3–5``."""
        (first, _), (last, _) = self.start, self.end
        return places.reference(paragraph_id(self.source, first)) + (f"–{last + 1}" if last > first else "")
