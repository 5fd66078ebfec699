"""What the reader decided, as immutable states that can be undone and redone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

DEFAULT_WORDS = 120
SMALLEST_BUDGET = 10


@dataclass(frozen=True, slots=True)
class Choices:
    """The reader's decisions at one moment.

    ``words`` is the summary's word budget, at least `SMALLEST_BUDGET`; ``dropped`` and ``kept`` are ids of
    sentences that the summary must not have and must have. No sentence is in both.
    """

    words: int = DEFAULT_WORDS
    dropped: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()

    def budget(self, words: int) -> Choices:
        """The same decisions with another word budget; less than `SMALLEST_BUDGET` becomes that."""
        return replace(self, words=max(SMALLEST_BUDGET, words))

    def drop(self, sentence: str) -> Choices:
        """Leave ``sentence`` out from now on."""
        return replace(self, dropped=self.dropped | {sentence}, kept=self.kept - {sentence})

    def keep(self, sentence: str) -> Choices:
        """Have ``sentence`` in from now on."""
        return replace(self, dropped=self.dropped - {sentence}, kept=self.kept | {sentence})

    def release(self, sentence: str) -> Choices:
        """Have no opinion about ``sentence`` any more."""
        return replace(self, dropped=self.dropped - {sentence}, kept=self.kept - {sentence})


@dataclass(frozen=True, slots=True)
class Session:
    """The decisions as they stand, those before (oldest first) and those that were undone (next first)."""

    choices: Choices = field(default_factory=Choices)
    past: tuple[Choices, ...] = ()
    future: tuple[Choices, ...] = ()

    def decide(self, choices: Choices) -> Session:
        """A session in which ``choices`` hold; what had been undone is forgotten. No change is no step."""
        if choices == self.choices:
            return self
        return Session(choices, (*self.past, self.choices))

    def undo(self) -> Session:
        """One step back, or the same session where there is none."""
        if not self.past:
            return self
        return Session(self.past[-1], self.past[:-1], (self.choices, *self.future))

    def redo(self) -> Session:
        """One step forward again, or the same session where there is none."""
        if not self.future:
            return self
        return Session(self.future[0], (*self.past, self.choices), self.future[1:])
