"""The accounts that stand side by side: their texts and, once they are compared, sentences and marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.ids import source_key
from tui.model import Article, Caution
from tui.widgets.column import Column
from tui.widgets.marks import Marks, Place


class Accounts:
    """Looks up places in the texts; sources are indices.

    Args:
        articles: at least one, each with at least one paragraph.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.keys = tuple(source_key(index) for index in range(len(articles)))
        self.marks: Marks | None = None
        """The marks; None before the comparison is done."""

    def heading(self, source: int) -> str:
        """The headline, the date and the cautions of a source, a line each; empty without any."""
        article = self.articles[source]
        lines = (article.title, article.date, *(f"⚠ {caution.message}" for caution in article.warnings))
        return "\n".join(line for line in lines if line)

    def cautions(self, source: int) -> Sequence[Caution]:
        """The cautions of a source, once they are compared also those that the comparison gives."""
        compared = self.marks and self.marks.comparison.sources[source].article
        return (compared or self.articles[source]).warnings

    def sentence_offsets(self, source: int, paragraph: int) -> Sequence[tuple[int, int]]:
        """The offsets of a paragraph's sentences; before they are known, of the paragraph as a whole."""
        sentences = self.marks.sentences(source, paragraph) if self.marks else ()
        whole = (0, len(self.articles[source].paragraphs[paragraph]))
        return [(sentence.start, sentence.end) for sentence in sentences] or [whole]

    def stretch(self, place: Place) -> tuple[int, int]:
        """The offsets of the sentence at ``place``."""
        sentences = self.sentence_offsets(place.source, place.paragraph)
        return sentences[min(place.sentence, len(sentences) - 1)]

    def place_at(self, source: int, paragraph: int, offset: int) -> Place:
        """The place of the sentence that a character of a paragraph is in, or that follows it."""
        ends = [end for _, end in self.sentence_offsets(source, paragraph)]
        sentence = next((number for number, end in enumerate(ends) if offset < end), len(ends) - 1)
        return Place(source, paragraph, sentence)

    def place_near(self, column: Column, row: int) -> Place:
        """The place in a column, not all of it folded, that is nearest to one of its rows."""
        block = column.nearest(row)
        start, _ = block.lines[min(max(0, row - block.top), len(block.lines) - 1)]
        return self.place_at(column.source, block.number, start)

    def counterparts(self, place: Place) -> Mapping[int, tuple[int, ...]]:
        """The paragraphs of other sources that report what the paragraph of ``place`` does, by source."""
        return self.marks.counterparts(place.source, place.paragraph) if self.marks else {}
