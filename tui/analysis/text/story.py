"""The articles of one story as one run of tokenised sentences, which every stage of the analysis reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tui.analysis.text.boilerplate import is_boilerplate
from tui.analysis.text.full_stops import at_wide_stops
from tui.analysis.text.sentences import split_sentences
from tui.analysis.text.tokens import Token, tokenize
from tui.ids import sentence_id
from tui.model import Article

MOST_WORDS = 40_000
"""Words of all articles together: what is measured for every pair of sentences would not fit into memory."""


class TooLongError(ValueError):
    """The articles are too long to be compared; the message is one sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of the story: where it stands and its tokens (offsets in the paragraph's text).

    ``assertive`` is False for what reports nothing: boilerplate, and the end of a text that is cut off.
    """

    id: str
    source: int
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    assertive: bool = True


def equal_sentences(units: Sequence[Unit]) -> list[tuple[int, ...]]:
    """For each sentence the positions of all that have the same words in the same order, itself among them.

    Sentences that report nothing equal none but themselves.
    """
    by_words: dict[tuple[object, ...], list[int]] = {}
    for position, unit in enumerate(units):
        words = tuple(token.norm for token in unit.tokens if token.is_word)
        by_words.setdefault(words if words and unit.assertive else (position,), []).append(position)
    equal: list[tuple[int, ...]] = [()] * len(units)
    for positions in by_words.values():
        for position in positions:
            equal[position] = tuple(positions)
    return equal


@dataclass(frozen=True, eq=False)
class Story:
    """All sentences of all articles, in order of source, paragraph and place; equal only to itself."""

    articles: tuple[Article, ...]
    units: tuple[Unit, ...] = field(repr=False)

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Story:
        """Split and tokenise the articles.

        Raises:
            TooLongError: they have more than MOST_WORDS words together.
        """
        total = sum(article.words for article in articles)
        if total > MOST_WORDS:
            raise TooLongError(
                f"The articles have {total:,} words together; at most {MOST_WORDS:,} can be compared."
            )
        units = []
        for source, article in enumerate(articles):
            cut_off = any(caution.kind == "truncated" for caution in article.warnings)
            for paragraph, text in enumerate(article.paragraphs):
                spans = list(at_wide_stops(text, split_sentences(text)))
                for place, (start, end) in enumerate(spans):
                    last = paragraph == len(article.paragraphs) - 1 and place == len(spans) - 1
                    words = text[start:end]
                    units.append(
                        Unit(
                            id=sentence_id(source, paragraph, place),
                            source=source,
                            paragraph=paragraph,
                            start=start,
                            end=end,
                            text=words,
                            tokens=tokenize(text, start, end),
                            assertive=not (cut_off and last) and not is_boilerplate(words),
                        )
                    )
        return cls(tuple(articles), tuple(units))

    @cached_property
    def index(self) -> dict[str, int]:
        """Where in ``units`` a sentence id stands."""
        return {unit.id: position for position, unit in enumerate(self.units)}

    @cached_property
    def equal(self) -> list[tuple[int, ...]]:
        """For each sentence the positions of its equals, see `equal_sentences`."""
        return equal_sentences(self.units)

    @cached_property
    def of_source(self) -> list[list[int]]:
        """For each source the positions of its sentences in ``units``."""
        positions: list[list[int]] = [[] for _ in self.articles]
        for position, unit in enumerate(self.units):
            positions[unit.source].append(position)
        return positions

    @cached_property
    def of_paragraph(self) -> dict[tuple[int, int], list[int]]:
        """For each (source, paragraph) the positions of its sentences in ``units``."""
        positions: dict[tuple[int, int], list[int]] = {}
        for position, unit in enumerate(self.units):
            positions.setdefault((unit.source, unit.paragraph), []).append(position)
        return positions
