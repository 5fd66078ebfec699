"""The application: what every screen shares, and the worker that compares the articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.reactive import reactive
from textual.worker import Worker, WorkerState

from tui.background import in_background
from tui.keys import Action
from tui.model import Article, Comparison, Summary
from tui.screens.base import bindings
from tui.screens.compare import CompareScreen
from tui.session import Choices, Session
from tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.notifications import SeverityLevel
    from textual.screen import Screen


def _provider() -> type[Provider]:
    from tui.screens.palette import ActionProvider  # the palette is not needed for the first frame

    return ActionProvider


class RashomonApp(App[None]):
    """Reads several accounts of one event against each other.

    The texts are on the screen at once; the comparison is made in a thread and arrives in ``comparison``.

    Args:
        articles: The accounts, at least one, in the order of their columns.
        words: The length of the summary at the start.
    """

    TITLE = "Rashomon"
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar = bindings("app")
    COMMANDS: ClassVar = {_provider}
    ENABLE_COMMAND_PALETTE = True

    comparison: reactive[Comparison | None] = reactive(None)
    progress: reactive[tuple[str, float] | None] = reactive(None)
    failure: reactive[str] = reactive("")

    def __init__(self, articles: tuple[Article, ...], *, words: int = 120) -> None:
        super().__init__()
        self.articles = articles
        self.session = Session(Choices().budget(words))
        self._summaries: dict[tuple[int, tuple[object, ...]], Summary] = {}
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

    def on_ready(self) -> None:
        """Compare once the texts are on the screen: NumPy and NLTK take longer to load than Textual."""
        self.progress = ("starting", 0.0)
        self.run_worker(in_background(self._compare), name="compare", group="compare", exit_on_error=False)

    def _compare(self) -> Comparison:
        from tui.analysis import compare

        def report(stage: str, share: float) -> None:
            self.call_later(setattr, self, "progress", (stage, share))

        return compare(self.articles, summary_words=self.session.choices.words, progress=report)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take over what the comparison came to."""
        if event.worker.name != "compare":
            return
        if event.state is WorkerState.SUCCESS:
            self.progress = None
            self.comparison = event.worker.result
        elif event.state is WorkerState.ERROR:
            self.progress = None
            reason = str(event.worker.error).rstrip(".")
            self.failure = f"There is no comparison: {reason}. The texts can still be read."
            self.notify(self.failure, severity="error", markup=False, timeout=15)

    def summarised(self, choices: Choices) -> Comparison:
        """The comparison with the summary as ``choices`` ask for; what was made before is not made again.

        Takes some tenths of a second where it is new. May be called in any thread.

        Raises:
            RuntimeError: there is no comparison yet.
        """
        from tui.screens.summary import summarised

        comparison = self.comparison
        if comparison is None:
            raise RuntimeError("asked for a summary before the comparison was made")
        key = (id(comparison), choices.selection)
        if key not in self._summaries:
            self._summaries[key] = summarised(comparison, choices).summary
        return replace(comparison, summary=self._summaries[key])

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
