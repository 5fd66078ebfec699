"""What the screens know of the application that they are part of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui.keys import Action
from tui.keys.typeahead import TypeAhead
from tui.model import Article
from tui.state.app_state import AppState
from tui.widgets.marks import Place


class Application(Protocol):
    """The state that screens show, the keys, and the ways from one screen to another."""

    state: AppState
    table: Sequence[Action]
    """The actions with the reader's own keys."""
    typeahead: TypeAhead

    def go_to(self, place: Place) -> None:
        """Show a place on the Compare screen, whether the articles are compared or not."""

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        """Show a sentence, or characters ``start`` to ``end`` of its paragraph, on the Compare screen."""

    def explain(self, sentence_id: str) -> None:
        """Show the evidence for what the other sources have of a sentence."""

    def open_articles(self, articles: tuple[Article, ...]) -> None:
        """Read these articles from now on, with what was decided about those that stay; compare them."""

    def action_export(self) -> None:
        """Ask where to write the summary."""

    def action_help(self) -> None:
        """Show every key."""
