"""The ways from one screen to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import App
from textual.screen import Screen

from tui.keys import Action
from tui.screens.compare import CompareScreen
from tui.screens.not_compared import why_not_compared
from tui.state.app_state import AppState
from tui.widgets.marks import Place


class Navigation:
    """Opens screens on top of Compare, which is always at the bottom of the stack.

    What a screen needs is not imported before it is opened.

    Args:
        app: The application, whose stack it is.
        state: What the screens show.
        table: The actions with the reader's own keys.
        measure: The most cells that a line of text may have.

    Attributes:
        compare_screen: The Compare screen, once the application runs.
    """

    compare_screen: CompareScreen

    def __init__(self, app: App[Any], state: AppState, table: Sequence[Action], measure: int) -> None:
        self._app = app
        self._state = state
        self._table = table
        self._measure = measure

    def new_compare_screen(self) -> CompareScreen:
        """Make the Compare screen for the articles that are open now."""
        self.compare_screen = CompareScreen(self._state.articles, self._measure)
        return self.compare_screen

    def begin_anew(self) -> None:
        """Have a stack of screens of its own for other articles, in place of the one there was."""
        app = self._app
        before = app.current_mode
        if before == app.DEFAULT_MODE:
            app.add_mode(before, self.new_compare_screen)  # Textual removes only modes that were added
        now = f"articles-{int(before.rpartition('-')[2]) + 1}"
        app.add_mode(now, self.new_compare_screen)
        app.switch_mode(now)
        app.remove_mode(before)

    # To the texts

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        """Show a sentence, or characters ``start`` to ``end`` of its paragraph, on the Compare screen."""
        self._close_all()
        self.compare_screen.jump_to(sentence_id, start, end)

    def go_to(self, place: Place) -> None:
        """Show a place on the Compare screen, whether the articles are compared or not."""
        self._close_all()
        self.compare_screen.leap(place)

    def _close_all(self) -> None:
        while self._is_covered():
            self._app.pop_screen()

    def _is_covered(self) -> bool:
        """Whether another screen is on top of Compare."""
        return len(self._app.screen_stack) > 1

    def action_back(self) -> None:
        """Close what is on top: a screen, or on Compare the search, the zoom, the hidden columns."""
        if self._is_covered():
            self._app.pop_screen()
        else:
            self.compare_screen.step_back()

    # To other screens

    def _open(self, screen: Screen[Any]) -> None:
        """Put a screen on top of Compare, in place of another one of its kind."""
        if self._is_covered():
            self._app.switch_screen(screen)
        else:
            self._app.push_screen(screen)

    def _is_compared(self) -> bool:
        """Whether there is a comparison; where there is none, the reader is told why."""
        if self._state.comparison is None:
            self._app.notify(why_not_compared(self._state, self._table), markup=False)
        return self._state.comparison is not None

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

    # To panels

    def explain(self, sentence_id: str) -> None:
        """Show the evidence for what the other sources have of a sentence."""
        if self._is_compared():
            from tui.screens.why import WhyScreen

            self._app.push_screen(WhyScreen(sentence_id))

    def action_export(self) -> None:
        """Ask where to write the summary."""
        if self._is_compared():
            from tui.screens.export import ExportScreen

            self._app.push_screen(ExportScreen())

    def action_open(self) -> None:
        """Ask which articles to read."""
        from tui.screens.open import OpenScreen

        self._app.push_screen(OpenScreen())

    def action_help(self) -> None:
        """Show every key."""
        from tui.screens.help import HelpScreen

        self._app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        """Find an action by its name."""
        from textual.command import CommandPalette

        if not isinstance(self._app.screen, CommandPalette):
            palette = CommandPalette(placeholder="Find an action by name", id="--command-palette")
            self._app.push_screen(palette)
