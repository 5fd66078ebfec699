"""The evidence behind a report, word by word, for a reader who asks why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.analysis.linear import Array
from tui.analysis.matching.overlap import Matrix, content
from tui.analysis.matching.support import Support
from tui.analysis.text.story import Story
from tui.ids import source_key
from tui.model import Comparison, Level, Sentence

_LEAST_MATCH = 0.5  # two words less alike than this are not shown as a match


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the sentence and the word of ``other`` (a sentence id) that matches it, by their offsets.

    ``strength`` (0–1) is how alike they are, 1 for the same word.
    """

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


@dataclass(frozen=True)
class Evidence:
    """The measures of a story that explain its reports, as in ``Overlap``, ``Pairs`` and ``Support``."""

    story: Story
    words: Mapping[str, int]
    alike: Matrix
    covered: Matrix
    log_odds: Array

    @classmethod
    def of(cls, support: Support) -> Evidence:
        """Keep the evidence and let go of the other measures, which take twice as much memory."""
        pairs = support.pairs
        overlap = pairs.overlap
        return cls(pairs.story, overlap.words, overlap.alike, pairs.covered, support.log_odds)

    def explain(self, comparison: Comparison, sentence_id: str, source: str) -> Explanation:
        """Explain what ``source`` has of a sentence.

        Where the source does not report it, the one sentence that comes nearest is shown.

        Args:
            comparison: what is explained: of the story, and maybe corrected by the reader.
            sentence_id: the sentence.
            source: the key of another source.

        Raises:
            KeyError: there is no such sentence, or it stands in ``source`` itself.
        """
        sentence = comparison.sentences[sentence_id]
        report = sentence.report(source)
        if report is None:
            raise KeyError(source)
        units, index = self.story.units, self.story.index
        ids = report.by or self._nearest(index[sentence_id], source)
        candidates = [(t, other) for other in ids for t in content(units[index[other]].tokens)]
        matches, missing = [], []
        for token in content(units[index[sentence_id]].tokens):
            alike = self.alike[self.words[token.stem]]
            best = max(candidates, key=lambda c: alike[self.words[c[0].stem]], default=None)
            strength = float(alike[self.words[best[0].stem]]) if best else 0.0
            if best is None or strength < _LEAST_MATCH:
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

    def _nearest(self, row: int, source: str) -> tuple[str, ...]:
        """The id of the sentence of a source that likeliest supports a sentence; none of an empty source."""
        units = self.story.units
        columns = [column for column, unit in enumerate(units) if source_key(unit.source) == source]
        if not columns:
            return ()
        best = max(columns, key=lambda column: (self.log_odds[row, column], self.covered[row, column]))
        return (units[best].id,)
