"""The decisions of a session, with those before and those undone, and where the reader is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tui.session.choices import Choices
from tui.session.view_state import ViewState


@dataclass(frozen=True, slots=True)
class Session:
    """The decisions as they stand, those before (oldest first) and those that were undone (next first).

    ``view`` is how the reader has laid out the articles; another one is no decision and not undone.
    """

    choices: Choices = field(default_factory=Choices)
    past: tuple[Choices, ...] = ()
    future: tuple[Choices, ...] = ()
    view: ViewState = field(default_factory=ViewState)

    def decide(self, choices: Choices) -> Session:
        """A session in which ``choices`` hold; what had been undone is forgotten. No change is no step."""
        if choices == self.choices:
            return self
        return replace(self, choices=choices, past=(*self.past, self.choices), future=())

    def undo(self) -> Session:
        """One step back, or the same session where there is none."""
        if not self.past:
            return self
        return replace(self, choices=self.past[-1], past=self.past[:-1], future=(self.choices, *self.future))

    def redo(self) -> Session:
        """One step forward again, or the same session where there is none."""
        if not self.future:
            return self
        return replace(self, choices=self.future[0], past=(*self.past, self.choices), future=self.future[1:])
