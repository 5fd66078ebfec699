"""The application: what every screen shares, and the worker that compares the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.reactive import reactive
from textual.worker import Worker, WorkerState

from tui.background import in_background
from tui.keys import ACTIONS, Action
from tui.model import Article, Comparison, Summary
from tui.screens.base import bindings, rebind
from tui.screens.compare import CompareScreen
from tui.session import Choices, Desk, Session
from tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from tui.session.store import Store

SAVE_AFTER = 0.4  # seconds: a program that is killed loses no more than the last second


def _provider() -> type[Provider]:
    from tui.screens.palette import ActionProvider  # the palette is not needed for the first frame

    return ActionProvider


class RashomonApp(App[None]):
    """Reads several accounts of one event against each other.

    The texts are on the screen at once; the comparison is made in a thread and arrives in ``comparison``.

    Args:
        articles: The accounts, at least one, in the order of their columns.
        session: What the reader decided earlier about these articles.
        store: Where the session is kept while it goes on; None to keep it nowhere.
        notices: What the reader should know at the start, such as articles that have changed.
        measure: The most cells that a line of text may have; None for as many as fit.
        table: The actions with their keys.
    """

    TITLE = "Rashomon"
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar = bindings("app")
    COMMANDS: ClassVar = {_provider}
    ENABLE_COMMAND_PALETTE = True

    found: reactive[Comparison | None] = reactive(None)
    """What the analysis found."""
    comparison: reactive[Comparison | None] = reactive(None)
    """What was found, under the reader's corrections and verdicts; this is what every screen shows."""
    progress: reactive[tuple[str, float] | None] = reactive(None)
    failure: reactive[str] = reactive("")

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
        super().__init__()
        self.articles = articles
        self.session = session or Session()
        self.store = store
        self._notices = notices
        self.measure = measure
        self.table = table
        rebind(self, "app", table)
        self._saved = self.session
        self._saving = False
        self._summaries: dict[tuple[object, ...], Summary] = {}
        self._cancelled = False
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
        if self._notices:
            self.notify("\n".join(self._notices), markup=False, timeout=10)
        self.compare()

    def compare(self) -> None:
        """Compare the articles in a thread; what comes of it arrives in ``found`` or ``failure``."""
        self._cancelled = False
        self.failure = ""
        self.progress = ("starting", 0.0)
        work = in_background(partial(self._compare, self.articles))
        self.run_worker(work, name="compare", group="compare", exclusive=True, exit_on_error=False)

    def cancel_comparison(self) -> None:
        """Stop comparing, if that is going on; the texts stay."""
        if self.progress is not None:
            self._cancelled = True
            self.workers.cancel_group(self, "compare")
            self.progress = None
            self.failure = "There is no comparison: you stopped it."

    def _compare(self, articles: tuple[Article, ...]) -> Comparison:
        from tui.analysis import compare

        def report(stage: str, share: float) -> None:
            if self._cancelled:
                raise InterruptedError("stopped by the reader")
            self.call_later(self._advance, stage, share)

        return compare(articles, summary_words=self.session.choices.words, progress=report)

    def _advance(self, stage: str, share: float) -> None:
        if not self._cancelled:
            self.progress = (stage, share)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take over what the comparison came to."""
        if event.worker.name != "compare":
            return
        if event.state is WorkerState.SUCCESS:
            self.progress = None
            self.found = event.worker.result
        elif event.state is WorkerState.ERROR:
            self.progress = None
            reason = str(event.worker.error).rstrip(".")
            self.failure = f"There is no comparison: {reason}. The texts can still be read."
            self.notify(self.failure, severity="error", markup=False, timeout=15)

    def watch_found(self) -> None:
        """Show what was found as the reader corrected it earlier."""
        self._summaries.clear()
        self._revise()

    def _revise(self) -> None:
        choices = self.session.choices
        if self.found is None or not (choices.corrections or choices.verdicts):
            self.comparison = self.found
            return
        from tui.analysis import revise

        self.comparison = revise(self.found, choices.corrections, choices.verdicts)

    def decide(self, choices: Choices) -> None:
        """Go by these decisions from now on."""
        self._continue(self.session.decide(choices))

    def undo(self) -> bool:
        """Take the last decision back; False if there is none."""
        return self._continue(self.session.undo())

    def redo(self) -> bool:
        """Decide again what was taken back; False if nothing was."""
        return self._continue(self.session.redo())

    def arrange(self, desk: Desk) -> None:
        """Remember where the reader is and how the articles are laid out."""
        self._continue(replace(self.session, desk=desk))

    def _continue(self, session: Session) -> bool:
        before, self.session = self.session, session
        now, then = session.choices, before.choices
        if (now.corrections, now.verdicts) != (then.corrections, then.verdicts):
            self._revise()
        self._save_soon()
        return session != before

    def _save_soon(self) -> None:
        if self.store is not None and self.session != self._saved and not self._saving:
            self._saving = True
            self.set_timer(SAVE_AFTER, self._save_later)

    async def _save_later(self) -> None:
        """Save in a thread: a slow disk must not hold up the keys."""
        try:
            await in_background(self.save)
        except OSError as error:
            self._saving = False
            reason = error.strerror or error
            self.notify(f"The session cannot be saved: {reason}.", severity="error", markup=False)
        else:
            self._saving = False
            self._save_soon()  # for what was decided meanwhile

    def save(self) -> None:
        """Write down what has changed since the last time. May be called in any thread.

        Raises:
            OSError: it cannot be written.
        """
        session = self.session
        if self.store is not None and session != self._saved:
            self.store.save(session)
            self._saved = session

    def summarised(self, choices: Choices, previous: Sequence[str] = ()) -> Comparison:
        """The comparison with the summary as ``choices`` ask for; what was made before is not made again.

        A new one keeps the lines ``previous`` where it can. Takes some tenths of a second where it is new.
        May be called in any thread.

        Raises:
            RuntimeError: there is no comparison yet.
        """
        from tui.screens.summary import summarised

        comparison = self.comparison
        if comparison is None:
            raise RuntimeError("asked for a summary before the comparison was made")
        key = (choices.selection, choices.corrections, frozenset(choices.verdicts.items()))
        if key not in self._summaries:
            self._summaries[key] = summarised(comparison, choices, previous).summary
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
