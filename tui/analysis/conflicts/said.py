"""A word as a sentence of the story says it: its clause, subject and object, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.conflicts.irregular import base
from tui.analysis.conflicts.predicates import Predicate, predicate, subject
from tui.analysis.text.story import Story, Unit
from tui.analysis.text.tagger import tag
from tui.analysis.text.tokens import Token, norm_at

_PARTICLES = frozenset("out up off down away back".split())


@dataclass(frozen=True, slots=True)
class Said:
    """A predicate, its sentence and the sentence's position in the story."""

    position: int
    unit: Unit
    predicate: Predicate

    @classmethod
    def at(cls, story: Story, position: int, place: int) -> Said:
        """The word at ``place`` among the tokens of the sentence at ``position``."""
        unit = story.units[position]
        return cls(position, unit, predicate(unit.tokens, place))

    @property
    def word(self) -> Token:
        """The word itself."""
        return self.unit.tokens[self.predicate.place]

    @property
    def term(self) -> str:
        """The stem of the word's base form."""
        return base(self.word.stem)

    @property
    def tag(self) -> str:
        """The word's part of speech."""
        return tag(self.unit.tokens)[self.predicate.place]

    @property
    def before(self) -> str:
        """The token before the word, empty if there is none."""
        return norm_at(self.unit.tokens, self.predicate.place - 1)

    @property
    def after(self) -> str:
        """The token after the word, empty if there is none."""
        return norm_at(self.unit.tokens, self.predicate.place + 1)

    @property
    def particle(self) -> str:
        """The particle that goes with a verb, which makes it another: rule out, set up."""
        return self.after if self.after in _PARTICLES else ""

    @property
    def subject(self) -> list[Token]:
        """The content words of the subject; empty where it is not clear."""
        return subject(self.unit.tokens, self.predicate)

    @property
    def arguments(self) -> list[Token]:
        """The content words of the clause but the word itself."""
        return [token for token in self._clause if token.is_content and token is not self.word]

    @property
    def object(self) -> list[Token]:
        """The content words of the clause after the word."""
        return [token for token in self._clause if token.is_content and token.start > self.word.start]

    def clause_has(self, term: str) -> bool:
        """Whether the clause has another word too, given as the stem of its base form."""
        return any(base(token.stem) == term for token in self._clause)

    @property
    def _clause(self) -> Sequence[Token]:
        return self.unit.tokens[slice(*self.predicate.clause)]
