"""The application: its looks, its keys, and the articles that are open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from tui.app.autosave import Autosave
from tui.app.decisions import Decisions
from tui.app.navigation import Navigation
from tui.app.themes import DARK, LIGHT, THEMES
from tui.keys import ACTIONS, Action
from tui.keys.bindings import bindings, lend_actions, rebind
from tui.keys.typeahead import TypeAhead
from tui.model import Article
from tui.screens.compare import CompareScreen
from tui.screens.not_compared import why_not_compared
from tui.session import Session
from tui.state.app_state import AppState
from tui.state.background import begun

if TYPE_CHECKING:
    from textual import events
    from textual.command import Provider
    from textual.notifications import SeverityLevel

    from tui.session.store import Store

MEASURE = 100
"""Cells beyond which a line is tiring to read."""


def _provider() -> type[Provider]:
    from tui.screens.palette import ActionProvider  # the palette is not needed for the first frame

    return ActionProvider


class RashomonApp(App[None]):
    """Reads several accounts of one event against each other.

    The texts are on the screen at once; the comparison is made in a thread.

    Args:
        articles: As for `AppState`, like the two that follow.
        session: What the reader decided earlier.
        store: Where the session is kept.
        notices: What the reader should know at the start, such as articles that have changed.
        measure: The most cells that a line of text may have.
        table: The actions with their keys.
    """

    TITLE = "Rashomon"
    CSS_PATH = "../styles/app.tcss"
    BINDINGS: ClassVar = bindings("app")
    COMMANDS: ClassVar = {_provider}
    ENABLE_COMMAND_PALETTE = True
    DEFAULT_MODE = "articles-1"

    def __init__(
        self,
        articles: tuple[Article, ...],
        *,
        session: Session | None = None,
        store: Store | None = None,
        notices: Sequence[str] = (),
        measure: int = MEASURE,
        table: Sequence[Action] = ACTIONS,
    ) -> None:
        super().__init__()
        self.state = AppState(articles, session, store)
        self.typeahead = TypeAhead(self, super().on_event)
        self.autosave = Autosave(self, self.state)
        self.navigation = Navigation(self, self.state, table, measure)
        self.table = table
        self._notices = notices
        lend_actions(self, self.navigation)
        lend_actions(self, Decisions(self, self.state))
        rebind(self, "app", table)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_default_screen(self) -> CompareScreen:
        """Make the screen at the bottom of the stack."""
        return self.navigation.new_compare_screen()

    # Looks

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that are not ours."""
        own = DARK if self.current_theme.dark else LIGHT
        return dict(own.variables)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a message in place of an earlier one: what is on the screen answers the last key."""
        self.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def action_theme(self) -> None:
        """Go on to the next of our themes."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        self.notify(f"The theme is now {self.theme}.", timeout=3)

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Take what the reader does in its turn."""
        await self.typeahead.receive(event)

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()  # Textual would call the method of every class
        try:
            await super()._on_key(event)
        finally:
            self.typeahead.answered()

    def action_command_palette(self) -> None:
        """Open our palette where Textual's own key asks for one."""
        self.navigation.action_palette()

    def action_help_quit(self) -> None:
        """Say how to leave, at Ctrl+C where nothing is selected, in place of Textual's own words."""
        self.notify("Press q to quit.", timeout=3)

    # Comparing

    def on_ready(self) -> None:
        """Compare once the texts are on the screen: NumPy and NLTK take longer to load than Textual."""
        if self._notices:
            self.notify("\n".join(self._notices), markup=False, timeout=10)
        self.compare()

    def compare(self) -> None:
        """Compare the articles in a thread."""
        self.run_worker(begun(self._compare), name="compare", group="compare", exclusive=True)

    async def _compare(self) -> None:
        await self.state.compare(self.call_later)
        if self.state.comparing.failure:
            self.notify(why_not_compared(self.state, self.table), severity="error", markup=False, timeout=15)

    def action_compare_again(self) -> None:
        """Compare, if that was stopped or failed."""
        if self.state.comparing.failure:
            self.compare()
        elif self.state.comparison is not None:
            self.notify("The articles are compared.", timeout=3)
        else:
            self.notify(why_not_compared(self.state, self.table), timeout=3)

    def open_articles(self, articles: tuple[Article, ...]) -> None:
        """Read these articles from now on, with what was decided about those that stay; compare them."""
        saved = self.autosave.now()
        messages = (*self.state.replace_articles(articles), *filter(None, [saved]))
        self.navigation.begin_anew()
        self.compare()
        if messages:
            self.notify("\n".join(messages), markup=False, timeout=10)
