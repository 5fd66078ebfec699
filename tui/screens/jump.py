"""The way to a fact: type some of its words, choose among the most alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rapidfuzz import fuzz, utils
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.visual import Visual
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from tui.keys.bindings import bindings
from tui.model import Comparison, Fact, FactKind, Passage
from tui.screens.modal import KeyedModal
from tui.widgets.bars import NOT_IN
from tui.widgets.looks import source_look
from tui.widgets.rows import Rows
from tui.widgets.visuals import Hanging, Prose

KIND_WIDTH = max(map(len, FactKind))
MOST_FACTS = 50
"""Facts that are listed at most."""
ALIKE_SCORE = 66
"""The score (0–100) from which a fact is like what was typed."""


def alike(facts: Sequence[Fact], query: str) -> list[Fact]:
    """The facts most like ``query``, the most alike first; without a query the weightiest."""
    words = utils.default_process(query).split()
    weightiest = sorted(facts, key=lambda fact: (-fact.weight, fact.id))
    if not words:
        return weightiest[:MOST_FACTS]
    rated = []
    for fact in weightiest:
        text = utils.default_process(fact.text)
        rated.append((sum(fuzz.partial_ratio(word, text) for word in words) / len(words), fact))
    rated.sort(key=lambda one: -one[0])
    return [fact for score, fact in rated[:MOST_FACTS] if score >= ALIKE_SCORE]


class JumpScreen(KeyedModal):
    """A line to type in and the facts that are like it.

    Args:
        comparison: what was found.
        source: the key of the source in focus, where a fact is gone to if it stands there.
    """

    WHERE = "jump"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/jump.tcss"
    AUTO_FOCUS = "Input"

    def __init__(self, comparison: Comparison, source: str) -> None:
        super().__init__()
        self.comparison = comparison
        self.source = source
        self._shown: list[Fact] = []

    def compose(self) -> ComposeResult:
        """The line above the list."""
        heading = Content.assemble(("Find a fact", "bold"), ("  Enter goes to it · Esc closes", "$quiet"))
        with Vertical(classes="panel"):
            yield Static(heading, classes="title")
            yield Input(placeholder="Words of a fact", compact=True)
            rows = Rows()
            rows.can_focus = False
            yield rows

    def on_mount(self) -> None:
        """Begin with the weightiest facts."""
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, query: str) -> None:
        rows = self.query_one(Rows)
        self._shown = alike(self.comparison.facts, query)
        nothing = Content("No fact is like this. Delete some letters to see more.")
        rows.set_options(
            [Option(self._line(fact)) for fact in self._shown] or [Option(nothing, disabled=True)]
        )
        rows.highlighted = 0 if self._shown else None

    def _line(self, fact: Fact) -> Visual:
        """Who has it, as on the map, its kind, and the fact clear of both."""
        who = [
            (key, f"bold ${source_look(number)}") if key in fact.sources else (NOT_IN * len(key), "$quiet")
            for number, key in enumerate(self.comparison.by_key)
        ]
        label = Content.assemble(*who, " ", (f"{fact.kind:<{KIND_WIDTH}}", "$quiet"), " ")
        return Hanging(label, Prose(Content(fact.text)), label.cell_length)

    def action_cursor(self, step: int) -> None:
        """The next fact (1) or the one before (-1)."""
        rows = self.query_one(Rows)
        if rows.highlighted is not None:
            rows.highlighted = min(max(0, rows.highlighted + step), len(self._shown) - 1)

    @on(Input.Submitted)
    @on(Rows.OptionSelected)
    def _chosen(self) -> None:
        self.action_jump()

    def action_jump(self) -> None:
        """Show the fact in the text."""
        index = self.query_one(Rows).highlighted
        if not self._shown or index is None:
            self.notify("No fact is like this.", timeout=3)
            return
        place = self._passage(self._shown[index])
        self.dismiss()
        self.app.call_later(self.navigation.jump_to, place.sentence, place.start, place.end)

    def _passage(self, fact: Fact) -> Passage:
        return next((p for p in fact.passages if p.source == self.source), fact.passages[0])
