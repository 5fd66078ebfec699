"""The articles of one story as one run of tokenised sentences, which every stage of the analysis reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tui.analysis.text.full_stops import at_wide_stops
from tui.analysis.text.furniture import find_furniture
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

    ``furniture`` belongs to the page and not to the report. ``assertive`` is False for what reports nothing:
    furniture, and the end of a text that is cut off.
    """

    id: str
    source: int
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    furniture: bool = False
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
            split = [(text, list(at_wide_stops(text, split_sentences(text)))) for text in article.paragraphs]
            furniture = find_furniture([[text[start:end] for start, end in spans] for text, spans in split])
            cut_off = _last_report(furniture) if _is_cut_off(article) else None
            for paragraph, (text, spans) in enumerate(split):
                for place, (start, end) in enumerate(spans):
                    aside = furniture[paragraph][place]
                    units.append(
                        Unit(
                            id=sentence_id(source, paragraph, place),
                            source=source,
                            paragraph=paragraph,
                            start=start,
                            end=end,
                            text=text[start:end],
                            tokens=tokenize(text, start, end),
                            furniture=aside,
                            assertive=not aside and (paragraph, place) != cut_off,
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


def _is_cut_off(article: Article) -> bool:
    return any(caution.kind == "truncated" for caution in article.warnings)


def _last_report(furniture: Sequence[Sequence[bool]]) -> tuple[int, int] | None:
    """The paragraph and place of the last sentence that is no furniture."""
    places = ((p, s) for p, aside in enumerate(furniture) for s, is_aside in enumerate(aside) if not is_aside)
    return max(places, default=None)
