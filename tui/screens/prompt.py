"""The Prompt: one line of text asked for, such as a note or a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.keys.bindings import bindings
from tui.reading.cleaning import one_line
from tui.screens.modal import KeyedModal


class PromptScreen(KeyedModal):
    """Asks for a line; Enter hands it over, Escape changes nothing.

    Args:
        title: What is asked for, in a word.
        hint: What Enter does with it.
        answered: Is called with the line, cleaned; it may be empty.
        text: What stands in the line at first.
        about: What the line will be about, where that helps.
        error: What was wrong with an earlier answer.
        selected: Whether typing replaces ``text``, as it should a mere suggestion.
    """

    WHERE = "prompt"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/prompt.tcss"
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        title: str,
        hint: str,
        answered: Callable[[str], None],
        *,
        text: str = "",
        about: str = "",
        error: str = "",
        selected: bool = False,
    ) -> None:
        super().__init__()
        self._heading = Content.assemble((title, "bold"), "  ", (f"{hint} · Esc cancels", "$quiet"))
        self._answered = answered
        self._text = text
        self._about = Content.styled(error, "bold $error") if error else Content.styled(about, "$quiet")
        self._selected = selected

    def compose(self) -> ComposeResult:
        """The question and its subject, above the line."""
        with Vertical(classes="panel"):
            yield Static(self._heading, classes="title")
            if self._about:
                yield Static(self._about, id="about")
            yield Input(self._text, compact=True, select_on_focus=self._selected)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss()
        self._answered(one_line(event.value))
