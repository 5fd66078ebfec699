"""What the reader decided, as one immutable value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tui.model import Correction, Verdict

DEFAULT_WORDS = 120
SMALLEST_BUDGET = 10
CHECKED = "checked"  # the tag of a paragraph that the reader has verified

V = TypeVar("V")


@dataclass(frozen=True)
class Choices:
    """The reader's decisions at one moment.

    The summary: ``words`` is its budget, at least `SMALLEST_BUDGET`; ``sentences`` and ``share`` (of the
    shared facts, 0–1) are budgets in place of it where they are not None, never both. ``dropped`` and
    ``kept`` are ids of sentences that it must not have and must have, no sentence in both; ``order`` holds
    the sentences that the reader moved, in the order wanted. ``swaps`` tells of dropped sentences which kept
    one the reader has put in their place.

    The comparison: ``corrections`` say what a source has of a sentence, at most one for each pair of both;
    ``verdicts`` judge conflicts by their ``key``. ``notes`` and ``tags`` are by id of a paragraph (``A3``) or
    a sentence (``A3.1``); tags are sorted and without doubles.
    """

    words: int = DEFAULT_WORDS
    sentences: int | None = None
    share: float | None = None
    dropped: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    swaps: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def selection(self) -> tuple[object, ...]:
        """The decisions that make a summary: equal selections of one comparison give equal summaries."""
        return (self.words, self.sentences, self.share, self.dropped, self.kept, self.order)

    @property
    def basis(self) -> tuple[object, ...]:
        """Everything that the summary depends on: its ``selection`` and what the comparison is revised by."""
        return (self.selection, self.corrections, frozenset(self.verdicts.items()))

    def budget(self, words: int) -> Choices:
        """The same decisions with another word budget; less than `SMALLEST_BUDGET` becomes that."""
        return replace(self, words=max(SMALLEST_BUDGET, words), sentences=None, share=None)

    def budget_of_sentences(self, sentences: int) -> Choices:
        """The same decisions with a budget of so many sentences, at least one."""
        return replace(self, sentences=max(1, sentences), share=None)

    def budget_of_share(self, share: float) -> Choices:
        """The same decisions with as many lines as bring in this share (0–1) of the shared facts."""
        return replace(self, sentences=None, share=min(1.0, max(0.0, share)))

    def drop(self, sentence: str) -> Choices:
        """Leave ``sentence`` out from now on."""
        return self._decided(self.dropped | {sentence}, self.kept - {sentence})

    def keep(self, sentence: str) -> Choices:
        """Have ``sentence`` in from now on: pinned, or put in."""
        return self._decided(self.dropped - {sentence}, self.kept | {sentence})

    def release(self, sentence: str) -> Choices:
        """Have no opinion about ``sentence`` any more."""
        return self._decided(self.dropped - {sentence}, self.kept - {sentence})

    def swap(self, sentence: str, other: str) -> Choices:
        """Have ``other`` in place of ``sentence``."""
        order = tuple(other if one == sentence else one for one in self.order if one != other)
        earlier = [one for one, instead in self.swaps.items() if instead == sentence and one != other]
        swapped = self.drop(sentence).keep(other)
        return replace(
            swapped, order=order, swaps={**swapped.swaps, **dict.fromkeys([*earlier, sentence], other)}
        )

    def _decided(self, dropped: frozenset[str], kept: frozenset[str]) -> Choices:
        """Drop and keep these from now on, and forget a swap of which either side has changed."""
        swaps = {one: other for one, other in self.swaps.items() if one in dropped and other in kept}
        return replace(self, dropped=dropped, kept=kept, swaps=swaps)

    def arrange(self, order: tuple[str, ...]) -> Choices:
        """Have the lines in this order."""
        return replace(self, order=order)

    def correct(self, correction: Correction) -> Choices:
        """Go by ``correction``, in place of an earlier one about the same sentence and source."""
        others = self.without_correction(correction.sentence, correction.source).corrections
        return replace(self, corrections=(*others, correction))

    def without_correction(self, sentence: str, source: str) -> Choices:
        """Go by what the program found for this sentence and source."""
        left = tuple(c for c in self.corrections if (c.sentence, c.source) != (sentence, source))
        return replace(self, corrections=left)

    def judge(self, conflict: str, verdict: Verdict | None) -> Choices:
        """Judge the conflict with this key; None takes the judgement back."""
        return replace(self, verdicts=_with(self.verdicts, conflict, verdict))

    def note(self, place: str, text: str) -> Choices:
        """Note ``text`` at a paragraph or sentence; an empty text takes the note away."""
        return replace(self, notes=_with(self.notes, place, text.strip() or None))

    def tag(self, place: str, *tags: str) -> Choices:
        """Give a paragraph or sentence these tags, in place of those it had."""
        return replace(self, tags=_with(self.tags, place, tuple(sorted(set(tags))) or None))


def _with(values: Mapping[str, V], key: str, value: V | None) -> Mapping[str, V]:
    others = {one: other for one, other in values.items() if one != key}
    return others if value is None else {**others, key: value}
