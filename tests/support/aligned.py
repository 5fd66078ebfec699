"""Comparisons for the Compare screen: the harbour story with its alignment, and texts that match nowhere."""

from __future__ import annotations

from dataclasses import replace

from stories import bare, harbour

from tui.model import AlignmentGroup, Article, Comparison, Fact, Level, Link, Report, Sentence


def story(comparison: Comparison | None = None) -> Comparison:
    """The harbour story, or one like it, with its alignment.

    All first paragraphs tell the same, A2 and B2 too, all others stand alone.
    """
    comparison = comparison or harbour()
    everyone = list(comparison.by_key)
    silent = dict.fromkeys(everyone, ())
    lone = [("A", 2), *((key, 1) for key in everyone[2:])]
    groups = (
        AlignmentGroup(1, dict.fromkeys(everyone, (0,)), 0.8),
        AlignmentGroup(2, {**silent, "A": (1,), "B": (1,)}, 0.6),
        *(AlignmentGroup(n, {**silent, key: (index,)}, 0.0) for n, (key, index) in enumerate(lone, 3)),
    )
    own: dict[str, list[Fact]] = {}
    for fact in comparison.facts:
        if len(fact.sources) == 1:
            own.setdefault(fact.passages[0].sentence, []).append(fact)

    def with_facts(sentence: Sentence) -> Sentence:
        silent = tuple(Report(s.key, Level.NONE, 0.0) for s in comparison.sources if s.key != sentence.source)
        return replace(sentence, unique=tuple(own.get(sentence.id, ())), reports=sentence.reports or silent)

    sources = tuple(
        replace(
            source,
            paragraphs=tuple(
                replace(p, sentences=tuple(map(with_facts, p.sentences))) for p in source.paragraphs
            ),
        )
        for source in comparison.sources
    )
    return replace(comparison, sources=sources, groups=groups, links=(Link((("A", 2), ("C", 1)), 0.2),))


def unmatched(*articles: Article) -> Comparison:
    """A comparison in which every paragraph stands alone."""
    comparison = bare(articles)
    places = [(s.key, index) for s in comparison.sources for index in range(len(s.paragraphs))]
    groups = tuple(
        AlignmentGroup(n, {s.key: (index,) if s.key == key else () for s in comparison.sources}, 0.0)
        for n, (key, index) in enumerate(places, 1)
    )
    return replace(comparison, groups=groups)
