"""The evidence behind a report, word by word, for a reader who asks why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tui.analysis.matching.carriers import Carriers
from tui.analysis.matching.overlap import content, measure
from tui.analysis.matching.verdicts import weigh
from tui.analysis.text.story import Story
from tui.ids import source_key
from tui.model import Article, Comparison, Level, Sentence

_MATCHES = 0.5  # two words less alike than this are not shown as a match


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the sentence and the word of ``other`` (a sentence id) that carries it, by their offsets."""

    start: int
    end: int
    other: str
    other_start: int
    other_end: int
    strength: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a source is said to report a sentence: sentences weighed, words matched, words not found."""

    level: Level
    score: float
    others: tuple[Sentence, ...]
    matches: tuple[Match, ...]
    missing: tuple[tuple[int, int], ...]


@lru_cache(maxsize=2)
def _weighed(articles: tuple[Article, ...]) -> Carriers:
    story = Story.of(articles)
    return weigh(story, measure(story))


def explain(comparison: Comparison, sentence_id: str, source: str) -> Explanation:
    """The evidence for what ``source`` has of a sentence.

    Where the source does not report it, the one sentence that comes nearest is shown.

    Raises:
        KeyError: there is no such sentence, or it stands in ``source`` itself.
    """
    sentence = comparison.sentences[sentence_id]
    report = sentence.report(source)
    if report is None:
        raise KeyError(source)
    carriers = _weighed(tuple(s.article for s in comparison.sources))
    story, overlap = carriers.pairs.story, carriers.pairs.overlap
    row = story.index[sentence_id]
    ids = report.by or _nearest(carriers, row, source)
    candidates = [(t, other) for other in ids for t in content(story.units[story.index[other]].tokens)]
    matches, missing = [], []
    for token in content(story.units[row].tokens):
        alike = overlap.alike[overlap.words[token.stem]]
        best = max(candidates, key=lambda c: alike[overlap.words[c[0].stem]], default=None)
        strength = float(alike[overlap.words[best[0].stem]]) if best else 0.0
        if best is None or strength < _MATCHES:
            missing.append((token.start, token.end))
        else:
            matches.append(Match(token.start, token.end, best[1], best[0].start, best[0].end, strength))
    return Explanation(
        report.level,
        report.score,
        tuple(comparison.sentences[i] for i in ids),
        tuple(matches),
        tuple(missing),
    )


def _nearest(carriers: Carriers, row: int, source: str) -> tuple[str, ...]:
    units = carriers.pairs.story.units
    columns = [column for column, unit in enumerate(units) if source_key(unit.source) == source]
    if not columns:
        return ()
    best = max(columns, key=lambda column: (carriers.odds[row, column], carriers.pairs.covered[row, column]))
    return (units[best].id,)
