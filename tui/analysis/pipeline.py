"""From articles to a comparison, stage by stage; what was measured on the way stays at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from tui.analysis.conflicts import find_conflicts
from tui.analysis.facts.facts import find_facts, unique_by_sentence
from tui.analysis.figures.number_stems import with_number_stems
from tui.analysis.matching.alignment import align
from tui.analysis.matching.evidence import Evidence, Explanation
from tui.analysis.matching.origins import find_origins
from tui.analysis.matching.overlap import measure_overlap
from tui.analysis.matching.pairs import Pairs
from tui.analysis.matching.strangers import find_strangers, without_strangers
from tui.analysis.matching.verdicts import fitted_judge
from tui.analysis.speech.quotations import find_quotations
from tui.analysis.summary.merged import summarise
from tui.analysis.text.story import Story
from tui.ids import paragraph_id, source_key
from tui.model import (
    Article,
    Caution,
    Comparison,
    Fact,
    Paragraph,
    Quotation,
    Report,
    Sentence,
    Source,
    Summary,
)

_STRANGER = Caution(
    "another-event", "This is probably about another event: it shares hardly anything with the others."
)
_FURNITURE = Caution("furniture", "Much of this text belongs to the page and not to the report.")
_MUCH_FURNITURE = 0.25  # share of the characters
Progress = Callable[[str, float], None]
"""Called with the name of the stage that begins or goes on, and the share (0–1) of the work done."""


@dataclass(frozen=True)
class Analysis:
    """A comparison, and the evidence that explains it and every later comparison of the same articles."""

    comparison: Comparison
    evidence: Evidence = field(repr=False)

    def explain(self, sentence_id: str, source: str, *, revised: Comparison | None = None) -> Explanation:
        """Explain what ``source`` has of a sentence; nothing is measured anew.

        Args:
            sentence_id: the sentence.
            source: the key of another source.
            revised: the comparison as the reader corrected it, if that is to be explained.

        Raises:
            KeyError: there is no such sentence, or it stands in ``source`` itself.
        """
        return self.evidence.explain(revised or self.comparison, sentence_id, source)


def compare(
    articles: Sequence[Article], *, summary_words: int = 120, progress: Progress | None = None
) -> Comparison:
    """Compare the articles: ``analyse`` for those who want to know nothing more.

    Args:
        articles: as for ``analyse``, like the two that follow.
        summary_words: the word budget of the summary.
        progress: called as the comparison goes on.

    Returns:
        The comparison; equal input gives equal output.

    Raises:
        TooLongError: the articles have more words together than can be compared.
    """
    return analyse(articles, summary_words=summary_words, progress=progress).comparison


def analyse(
    articles: Sequence[Article], *, summary_words: int = 120, progress: Progress | None = None
) -> Analysis:
    """Compare the articles and keep what was measured, so that it can be explained.

    Args:
        articles: one or more accounts; with one alone everything that needs a second is empty.
        summary_words: the word budget of the summary.
        progress: called before each stage, and now and then in it; what it raises ends the comparison.

    Returns:
        The comparison and its measures; equal input gives an equal comparison.

    Raises:
        TooLongError: the articles have more words together than can be compared.
    """
    step = progress or (lambda _stage, _share: None)
    step("sentences", 0.0)
    story = with_number_stems(Story.of(articles))
    step("overlap", 0.2)
    overlap = measure_overlap(story)
    step("reports", 0.4)
    judge = fitted_judge()
    support = judge.support(Pairs(story, overlap))
    step("reports", 0.5)
    reports = judge.reports(support)
    strangers = find_strangers(story, reports)
    if strangers:
        support = without_strangers(support, strangers)
        reports = judge.reports(support)
    step("reports", 0.55)
    groups, links = align(support, reports, judge.thresholds["tie"])
    step("facts", 0.6)
    quotes = find_quotations(story)
    facts = find_facts(story, overlap, reports, quotes)
    step("conflicts", 0.8)
    contradictions, differences = find_conflicts(
        story, overlap, quotes, lambda share: step("conflicts", 0.8 + 0.1 * share), strangers
    )
    sources = _sources(story, reports, facts, quotes, strangers)
    bare = Comparison(sources, groups, links, facts, contradictions, differences, Summary(summary_words))
    step("summary", 0.9)
    return Analysis(replace(bare, summary=summarise(bare, summary_words)), Evidence.of(support))


def _sources(
    story: Story,
    reports: Sequence[tuple[Report, ...]],
    facts: Sequence[Fact],
    quotes: dict[tuple[int, int], tuple[Quotation, ...]],
    strangers: Set[int],
) -> tuple[Source, ...]:
    unique = unique_by_sentence(facts)

    def sentence(position: int) -> Sentence:
        unit = story.units[position]
        return Sentence(
            id=unit.id,
            start=unit.start,
            end=unit.end,
            text=unit.text,
            reports=reports[position],
            unique=unique.get(unit.id, ()),
            furniture=unit.furniture,
            assertive=unit.assertive,
        )

    return tuple(
        Source(
            source_key(s),
            _with_cautions(article, *_found_cautions(story, s, strangers)),
            origin,
            tuple(
                Paragraph(
                    paragraph_id(s, p),
                    text,
                    tuple(sentence(position) for position in story.of_paragraph.get((s, p), ())),
                    quotes.get((s, p), ()),
                )
                for p, text in enumerate(article.paragraphs)
            ),
        )
        for s, (article, origin) in enumerate(zip(story.articles, find_origins(story), strict=True))
    )


def _found_cautions(story: Story, source: int, strangers: Set[int]) -> Iterator[Caution]:
    """What the comparison finds there is to know of an article."""
    if source in strangers:
        yield _STRANGER
    units = [story.units[position] for position in story.of_source[source]]
    aside = sum(len(unit.text) for unit in units if unit.furniture)
    if aside > _MUCH_FURNITURE * sum(len(unit.text) for unit in units):
        yield _FURNITURE


def _with_cautions(article: Article, *found: Caution) -> Article:
    """The article with what was found now, in place of what an earlier comparison found."""
    own = (caution for caution in article.warnings if caution.kind not in {_STRANGER.kind, _FURNITURE.kind})
    warnings = (*own, *found)
    return article if warnings == article.warnings else replace(article, warnings=warnings)
