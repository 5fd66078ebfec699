"""The application: its looks, its keys, and the first screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from tui.app.actions import Actions
from tui.app.themes import DARK, LIGHT, THEMES
from tui.keys import ACTIONS, Action
from tui.model import Article
from tui.screens.base import bindings, rebind
from tui.screens.compare import CompareScreen
from tui.session import Session

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from tui.session.store import Store

MEASURE = 100
"""Cells beyond which a line is tiring to read."""


def _provider() -> type[Provider]:
    from tui.screens.palette import ActionProvider  # the palette is not needed for the first frame

    return ActionProvider


class RashomonApp(Actions):
    """Reads several accounts of one event against each other.

    The texts are on the screen at once; the comparison is made in a thread and arrives in ``comparison``.

    Args:
        articles: As for `Reader`, like the three that follow.
        session: What the reader decided earlier.
        store: Where the session is kept.
        notices: What the reader should know at the start.
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
        super().__init__(articles, session=session, store=store, notices=notices)
        self.measure = measure
        self.table = table
        rebind(self, "app", table)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that are not ours."""
        own = DARK if self.current_theme.dark else LIGHT
        return dict(own.variables)

    def get_default_screen(self) -> Screen[Any]:
        """A Compare screen for the articles; it is always at the bottom of the stack."""
        self.compare_screen = CompareScreen(self.articles)
        return self.compare_screen

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

    async def perform(self, action: Action) -> None:
        """Carry out an action of the table, for the screen on top or the app itself."""
        await self.run_action(action.id, self if action.where == "app" else self.screen)

    def action_theme(self) -> None:
        """Go on to the next of our themes."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        self.notify(f"The theme is now {self.theme}.", timeout=3)

    def action_palette(self) -> None:
        """Find an action by its name."""
        self.action_command_palette()

    def action_command_palette(self) -> None:
        """Open the palette; Textual's own key for it leads here too."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="Find an action by name", id="--command-palette"))

    def action_help_quit(self) -> None:
        """What Ctrl+C does where nothing is selected: say how to leave, in place of Textual's own words."""
        self.notify("Press q to quit.", timeout=3)
