"""The application: its looks, its keys, and the ways from one screen to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App

from tui.app.autosave import Autosave
from tui.app.themes import DARK, LIGHT, THEMES
from tui.keys import ACTIONS, Action
from tui.keys.bindings import bindings, rebind
from tui.keys.typeahead import TypeAhead
from tui.model import Article
from tui.screens.compare import CompareScreen
from tui.screens.keyed import KeyedScreen
from tui.screens.not_compared import why_not_compared
from tui.session import Session
from tui.state.app_state import AppState
from tui.state.background import begun

if TYPE_CHECKING:
    from textual import events
    from textual.command import Provider
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from tui.session.store import Store
    from tui.widgets.marks import Place

MEASURE = 100
"""Cells beyond which a line is tiring to read."""


def _provider() -> type[Provider]:
    from tui.screens.palette import ActionProvider  # the palette is not needed for the first frame

    return ActionProvider


class RashomonApp(App[None]):
    """Reads several accounts of one event against each other.

    The texts are on the screen at once; the comparison is made in a thread. Compare is always at the bottom
    of the stack of screens.

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
        self.table = table
        self._measure = measure
        self._notices = notices
        rebind(self, "app", table)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

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

    def action_help_quit(self) -> None:
        """What Ctrl+C does where nothing is selected: say how to leave, in place of Textual's own words."""
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
            self.notify(why_not_compared(self), severity="error", markup=False, timeout=15)

    def action_compare_again(self) -> None:
        """Compare, if that was stopped or failed."""
        if self.state.comparing.failure:
            self.compare()
        else:
            done = self.state.comparison is not None
            self.notify("The articles are compared." if done else why_not_compared(self), timeout=3)

    def open_articles(self, articles: tuple[Article, ...]) -> None:
        """Read these articles from now on, with what was decided about those that stay; compare them."""
        saved = self.autosave.now()
        messages = (*self.state.replace_articles(articles), *filter(None, [saved]))
        self._begin_anew()
        self.compare()
        if messages:
            self.notify("\n".join(messages), markup=False, timeout=10)

    def _begin_anew(self) -> None:
        """Have a stack of screens of its own for other articles, in place of the one there was."""
        before = self.current_mode
        if before == self.DEFAULT_MODE:
            self.add_mode(before, self.get_default_screen)  # Textual removes only modes that were added
        now = f"articles-{int(before.rpartition('-')[2]) + 1}"
        self.add_mode(now, self.get_default_screen)
        self.switch_mode(now)
        self.remove_mode(before)

    # From screen to screen

    def get_default_screen(self) -> Screen[Any]:
        """A Compare screen for the articles; it is always at the bottom of the stack."""
        self.compare_screen = CompareScreen(self.state.articles, self._measure)
        return self.compare_screen

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        """Show a sentence, or characters ``start`` to ``end`` of its paragraph, on the Compare screen."""
        self._back_to_texts()
        self.compare_screen.jump_to(sentence_id, start, end)

    def go_to(self, place: Place) -> None:
        """Show a place on the Compare screen, whether the articles are compared or not."""
        self._back_to_texts()
        self.compare_screen.leap(place)

    def _back_to_texts(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    async def action_back(self) -> None:
        """Close what is on top: a screen, or on Compare the search, the zoom, the hidden columns."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.compare_screen.step_back()

    def explain(self, sentence_id: str) -> None:
        """Show the evidence for what the other sources have of a sentence."""
        from tui.screens.why import WhyScreen

        if self._is_compared():
            self.push_screen(WhyScreen(sentence_id))

    def _is_compared(self) -> bool:
        """Whether there is a comparison; where there is none, the reader is told why."""
        if self.state.comparison is None:
            self.notify(why_not_compared(self), markup=False)
        return self.state.comparison is not None

    def _open(self, screen: Screen[Any]) -> None:
        """Put a screen on top of Compare, in place of another one of its kind."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def action_facts(self) -> None:
        """Open the ledger of facts."""
        if self._is_compared():
            from tui.screens.facts import FactsScreen

            self._open(FactsScreen())

    def action_conflicts(self) -> None:
        """Open the list of conflicts."""
        if self._is_compared():
            from tui.screens.conflicts import ConflictsScreen

            self._open(ConflictsScreen())

    def action_map(self) -> None:
        """Open the map."""
        if self._is_compared():
            from tui.screens.map import MapScreen

            scene = self.compare_screen.scene
            self._open(MapScreen(scene.place, scene.unhidden))

    def action_summary(self) -> None:
        """Open the summary."""
        if self._is_compared():
            from tui.screens.summary import SummaryScreen

            self._open(SummaryScreen())

    def action_notes(self) -> None:
        """Open the list of notes and tags."""
        from tui.screens.notes import NotesScreen

        self._open(NotesScreen())

    def action_open(self) -> None:
        """Ask which articles to read."""
        from tui.screens.open import OpenScreen

        self.push_screen(OpenScreen())

    def action_export(self) -> None:
        """Ask where to write the summary."""
        if self._is_compared():
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

    # Notes and decisions

    def action_note(self) -> None:
        """Ask for a note to the paragraph under the cursor."""
        from tui.screens.note_prompts import ask_note

        self._annotate(ask_note)

    def action_tag(self) -> None:
        """Ask for the tags of the paragraph under the cursor."""
        from tui.screens.note_prompts import ask_tags

        self._annotate(ask_tags)

    def action_checked(self) -> None:
        """Tag the paragraph under the cursor as checked, or no longer."""
        from tui.screens.note_prompts import toggle_checked

        self._annotate(toggle_checked)

    def _annotate(self, change: Callable[[KeyedScreen, str], None]) -> None:
        screen = self.screen
        paragraph = screen.paragraph_under_cursor() if isinstance(screen, KeyedScreen) else None
        if isinstance(screen, KeyedScreen) and paragraph is not None:
            change(screen, paragraph)
        else:
            self.notify("There is no paragraph under the cursor.", timeout=3)

    def action_undo(self) -> None:
        """Take the last decision back."""
        self.notify("Taken back." if self.state.undo() else "There is no change to take back.", timeout=3)

    def action_redo(self) -> None:
        """Decide again what was taken back."""
        self.notify("Made again." if self.state.redo() else "No change was taken back.", timeout=3)
