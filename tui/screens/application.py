"""The application as its screens know it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui.keys import Action
from tui.keys.typeahead import TypeAhead
from tui.model import Article
from tui.state.app_state import AppState
from tui.widgets.marks import Place


class Navigation(Protocol):
    """The ways from one screen to another."""

    def go_to(self, place: Place) -> None:
        """Show a place on the Compare screen, whether the articles are compared or not."""

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        """Show a sentence, or characters ``start`` to ``end`` of its paragraph, on the Compare screen."""

    def explain(self, sentence_id: str) -> None:
        """Show the evidence for what the other sources have of a sentence."""

    def action_export(self) -> None:
        """Ask where to write the summary."""

    def action_help(self) -> None:
        """Show every key."""


class Application(Protocol):
    """The state that screens show, the keys, and the ways to other screens and other articles."""

    @property
    def state(self) -> AppState:
        """Articles, findings and decisions."""

    @property
    def table(self) -> Sequence[Action]:
        """The actions with the reader's own keys."""

    @property
    def typeahead(self) -> TypeAhead:
        """Is told when a key has been answered that the application does not see."""

    @property
    def navigation(self) -> Navigation:
        """The ways from one screen to another."""

    def open_articles(self, articles: tuple[Article, ...]) -> None:
        """Read these articles from now on, with what was decided about those that stay; compare them."""
