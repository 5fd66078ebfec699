"""The application: its screens, and the actions that lead from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from tui.keys import ACTIONS, Action
from tui.model import Article, Comparison
from tui.reader import Reader
from tui.screens.base import bindings, rebind
from tui.screens.compare import CompareScreen
from tui.session import Session
from tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from tui.session.store import Store


def _provider() -> type[Provider]:
    from tui.screens.palette import ActionProvider  # the palette is not needed for the first frame

    return ActionProvider


class RashomonApp(Reader):
    """Reads several accounts of one event against each other.

    The texts are on the screen at once; the comparison is made in a thread and arrives in ``comparison``.

    Args:
        articles: As for `Reader`, like the three that follow.
        session: What the reader decided earlier.
        store: Where the session is kept.
        notices: What the reader should know at the start.
        measure: The most cells that a line of text may have; None for as many as fit.
        table: The actions with their keys.
    """

    TITLE = "Rashomon"
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar = bindings("app")
    COMMANDS: ClassVar = {_provider}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        articles: tuple[Article, ...],
        *,
        session: Session | None = None,
        store: Store | None = None,
        notices: Sequence[str] = (),
        measure: int | None = None,
        table: Sequence[Action] = ACTIONS,
    ) -> None:
        super().__init__(articles, session=session, store=store, notices=notices)
        self.measure = measure
        self.table = table
        rebind(self, "app", table)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that are not ours."""
        own = DARK if self.current_theme.dark else LIGHT
        return dict(own.variables)

    def get_default_screen(self) -> Screen[Any]:
        """The Compare screen is always at the bottom of the stack."""
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

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        """Show a sentence, or characters ``start`` to ``end`` of its paragraph, on the Compare screen."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.compare_screen.jump_to(sentence_id, start, end)

    async def perform(self, action: Action) -> None:
        """Carry out an action of the table, for the screen on top or the app itself."""
        await self.run_action(action.id, self if action.where == "app" else self.screen)

    def _compared(self) -> Comparison | None:
        if self.comparison is None:
            self.notify(self.failure or "Still comparing the articles …", markup=False)
        return self.comparison

    def _open(self, screen: Screen[Any]) -> None:
        """Put a screen on top of Compare, in place of another one of its kind."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def action_facts(self) -> None:
        """Open the ledger of facts."""
        if self._compared():
            from tui.screens.facts import FactsScreen

            self._open(FactsScreen())

    def action_conflicts(self) -> None:
        """Open the list of conflicts."""
        if self._compared():
            from tui.screens.conflicts import ConflictsScreen

            self._open(ConflictsScreen())

    def action_summary(self) -> None:
        """Open the summary."""
        if self._compared():
            from tui.screens.summary import SummaryScreen

            self._open(SummaryScreen())

    def action_export(self) -> None:
        """Ask where to write the summary."""
        if self._compared():
            from tui.screens.export import ExportScreen

            self.push_screen(ExportScreen())

    def action_help(self) -> None:
        """Show every key."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

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

    async def action_back(self) -> None:
        """Close what is on top: a screen, or on Compare the search, the zoom, the hidden columns."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.compare_screen.step_back()
