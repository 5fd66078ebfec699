"""From articles to a comparison: pure, deterministic, one file a stage.

The stages follow the Gothenburg model of collation: tokenise and normalise (``language``, ``story``), compare
(``overlap``, ``reports``), align (``alignment``), analyse (``quotations``, ``facts``, ``conflicts``,
``summary``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tui.analysis.conflicts import find_conflicts
from tui.analysis.facts.facts import find_facts, unique_by_sentence
from tui.analysis.matching.alignment import align
from tui.analysis.matching.evidence import Explanation, Match, explain
from tui.analysis.matching.origins import origins
from tui.analysis.matching.overlap import measure
from tui.analysis.matching.verdicts import judge, weigh
from tui.analysis.revision.corrections import revise
from tui.analysis.speech.quotations import quotations
from tui.analysis.summary.merged import as_told, summarise
from tui.analysis.summary.passages import quoted_whole
from tui.analysis.summary.wordings import alternatives
from tui.analysis.text.story import Story, TooLongError
from tui.model import (
    Article,
    Comparison,
    Fact,
    Paragraph,
    Quotation,
    Report,
    Sentence,
    Source,
    Summary,
    source_key,
)

__all__ = [
    "Explanation",
    "Match",
    "TooLongError",
    "alternatives",
    "as_told",
    "compare",
    "explain",
    "quoted_whole",
    "revise",
    "summarise",
]

Progress = Callable[[str, float], None]


def compare(
    articles: Sequence[Article], *, summary_words: int = 120, progress: Progress | None = None
) -> Comparison:
    """Compare the articles.

    Args:
        articles: one or more accounts; with one alone everything that needs a second is empty.
        summary_words: the word budget of the summary.
        progress: called before each stage, and now and then in it, with its name and the share (0–1) of the
            work done; what it raises ends the comparison.

    Returns:
        The comparison; equal input gives equal output.

    Raises:
        TooLongError: the articles have more words together than can be compared.
    """
    step = progress or (lambda _stage, _share: None)
    step("sentences", 0.0)
    story = Story.of(articles)
    step("overlap", 0.2)
    overlap = measure(story)
    step("reports", 0.4)
    carriers = weigh(story, overlap)
    step("reports", 0.5)
    reports = judge(story, carriers)
    step("reports", 0.55)
    groups, links = align(story, carriers, reports)
    step("facts", 0.6)
    quotes = quotations(story)
    facts = find_facts(story, overlap, reports, quotes)
    step("conflicts", 0.8)
    contradictions, differences = find_conflicts(
        story, overlap, quotes, lambda share: step("conflicts", 0.8 + 0.1 * share)
    )
    sources = _sources(story, reports, facts, quotes)
    bare = Comparison(sources, groups, links, facts, contradictions, differences, Summary(summary_words))
    step("summary", 0.9)
    return replace(bare, summary=summarise(bare, summary_words))


def _sources(
    story: Story,
    reports: Sequence[tuple[Report, ...]],
    facts: Sequence[Fact],
    quotes: dict[tuple[int, int], tuple[Quotation, ...]],
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
            assertive=unit.assertive,
        )

    return tuple(
        Source(
            source_key(s),
            article,
            origin,
            tuple(
                Paragraph(
                    f"{source_key(s)}{p + 1}",
                    text,
                    tuple(sentence(position) for position in story.of_paragraph.get((s, p), ())),
                    quotes.get((s, p), ()),
                )
                for p, text in enumerate(article.paragraphs)
            ),
        )
        for s, (article, origin) in enumerate(zip(story.articles, origins(story), strict=True))
    )
