"""Comparisons for the Compare screen: the harbour story with its alignment, and texts that match nowhere."""

from __future__ import annotations

from dataclasses import replace

from stories import bare, harbour

from tui.model import AlignmentGroup, Article, Comparison, Fact, Level, Link, Report, Sentence


def story() -> Comparison:
    """The harbour story with its alignment: A1-B1-C1 and A2-B2 tell the same, A3 and C2 stand alone."""
    comparison = harbour()
    groups = (
        AlignmentGroup(1, {"A": (0,), "B": (0,), "C": (0,)}, 0.8),
        AlignmentGroup(2, {"A": (1,), "B": (1,), "C": ()}, 0.6),
        AlignmentGroup(3, {"A": (2,), "B": (), "C": ()}, 0.0),
        AlignmentGroup(4, {"A": (), "B": (), "C": (1,)}, 0.0),
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
