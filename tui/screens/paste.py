"""The text of an article, pasted or typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from tui.model import Article
from tui.reading import clean
from tui.screens.base import bindings
from tui.screens.modal import KeyedModal
from tui.widgets.footer import KeyFooter

NAME = "Pasted text"


class CleanText(TextArea):
    """Takes text only through the door that all articles come through."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)


class PasteScreen(KeyedModal):
    """Asks for the text of an article.

    Args:
        taken: Is called with the article.
        text: What stands there at first, cleaned.
    """

    WHERE = "paste"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/open.tcss"
    AUTO_FOCUS = "TextArea"

    def __init__(self, taken: Callable[[Article], None], text: str) -> None:
        super().__init__()
        self._taken = taken
        self._text = text

    def compose(self) -> ComposeResult:
        """What is asked, the text, and the keys."""
        heading = Content.assemble((NAME, "bold"), "  the article, its headline at the top if it has one")
        with Vertical(classes="panel"):
            yield Static(heading, classes="title")
            yield CleanText(self._text, compact=True, soft_wrap=True)
            yield Static(id="message")
            yield KeyFooter(own_first=True)

    def action_take(self) -> None:
        """Read the text as an article."""
        article = Article.from_text(self.query_one(TextArea).text, name=NAME)
        if any(character.isalnum() for paragraph in article.paragraphs for character in paragraph):
            self.dismiss()
            self._taken(article)
        else:
            told = Content.styled("There is no text to read yet: paste or type it.", "$error")
            self.query_one("#message", Static).update(told)
