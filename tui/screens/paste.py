"""The text of an article, pasted or typed; what is not taken as an article yet is kept as a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from tui.keys.bindings import bindings
from tui.model import Article
from tui.reading import clean
from tui.screens.modal import KeyedModal
from tui.widgets.footer import KeyFooter

PASTED_NAME = "Pasted text"


class CleanText(TextArea):
    """Takes text only through the door that all articles come through."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)


class PasteScreen(KeyedModal):
    """Asks for the text of an article.

    Args:
        taken: Is called with the article.
        text: What stands there at first, cleaned; below the draft, if there is one.
    """

    WHERE = "paste"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/open.tcss"
    AUTO_FOCUS = "TextArea"

    def __init__(self, taken: Callable[[Article], None], text: str) -> None:
        super().__init__()
        self._taken = taken
        self._pasted = text

    def compose(self) -> ComposeResult:
        """The question, the text, and the keys."""
        heading = Content.assemble(
            (PASTED_NAME, "bold"), "  the article, its headline at the top if it has one"
        )
        draft = self.state.draft
        text = "\n\n".join(filter(None, (draft, self._pasted)))
        with Vertical(classes="panel"):
            yield Static(heading, classes="title")
            yield CleanText(text, compact=True, soft_wrap=True)
            yield Static(Content.styled(self._about_draft() if draft else "", "$quiet"), id="message")
            yield KeyFooter(own_first=True)

    def on_mount(self) -> None:
        """Go on at the end of the text."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def _about_draft(self) -> str:
        """A line about a text that stands there again."""
        added = ", and what you pasted now below it" if self._pasted else ""
        take = self.key("take")
        return f"The text that you left here{added}" + (f"; {take} takes it as an article." if take else ".")

    @property
    def _text(self) -> str:
        return self.query_one(TextArea).text

    def action_back(self) -> None:
        """Close the panel; the text is there again next time."""
        self.state.draft = self._text if self._text.strip() else ""
        if self.state.draft:
            self.notify("The text is kept as a draft until you quit: pasting opens with it.", timeout=5)
        super().action_back()

    def action_take(self) -> None:
        """Read the text as an article."""
        article = Article.from_text(self._text, name=PASTED_NAME)
        if any(character.isalnum() for paragraph in article.paragraphs for character in paragraph):
            self.state.draft = ""
            self.dismiss()
            self._taken(article)
        else:
            told = Content.styled("There is no text to read yet: paste or type it.", "$error")
            self.query_one("#message", Static).update(told)
