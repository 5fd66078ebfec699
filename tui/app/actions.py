"""The actions of the whole application: from one screen to another, other articles, notes, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tui.model import Article, Comparison
from tui.screens.compare import CompareScreen
from tui.state.reader import Reader

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.widgets.marks import Place


class Actions(Reader):
    """Opens screens on top of Compare, which is always at the bottom of the stack."""

    compare_screen: CompareScreen

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        """Show a sentence, or characters ``start`` to ``end`` of its paragraph, on the Compare screen."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.compare_screen.jump_to(sentence_id, start, end)

    def go_to(self, place: Place) -> None:
        """Show a place on the Compare screen, whether the articles are compared or not."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.compare_screen.leap(place)

    def _compared(self) -> Comparison | None:
        if self.comparison is None:
            self.notify(self.why_not_compared, markup=False)
        return self.comparison

    def action_compare_again(self) -> None:
        """Compare, if that was stopped or failed."""
        if self.failure:
            self.compare()
        else:
            self.notify("The articles are compared." if self.comparison else self.why_not_compared, timeout=3)

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

    def action_map(self) -> None:
        """Open the map."""
        if self._compared():
            from tui.screens.map import MapScreen

            self._open(MapScreen())

    def action_summary(self) -> None:
        """Open the summary."""
        if self._compared():
            from tui.screens.summary import SummaryScreen

            self._open(SummaryScreen())

    def action_open(self) -> None:
        """Ask which articles to read."""
        from tui.screens.open import OpenScreen

        self.push_screen(OpenScreen())

    def open_articles(self, articles: tuple[Article, ...]) -> None:
        """Read these articles from now on, with what was decided about those that stay; compare them."""
        messages = self.replace_articles(articles)
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

    def action_export(self) -> None:
        """Ask where to write the summary."""
        if self._compared():
            from tui.screens.export import ExportScreen

            self.push_screen(ExportScreen())

    def action_notes(self) -> None:
        """Open the list of notes and tags."""
        from tui.screens.notes import NotesScreen

        self._open(NotesScreen())

    def action_note(self) -> None:
        """Ask for a note to the paragraph under the cursor."""
        from tui.screens.remarks import ask_note

        self._remark(ask_note)

    def action_tag(self) -> None:
        """Ask for the tags of the paragraph under the cursor."""
        from tui.screens.remarks import ask_tags

        self._remark(ask_tags)

    def action_checked(self) -> None:
        """Tag the paragraph under the cursor as checked, or no longer."""
        from tui.screens.remarks import toggle_checked

        self._remark(toggle_checked)

    def _remark(self, change: Callable[[Actions, str], None]) -> None:
        from tui.screens.remarks import under_cursor

        place = under_cursor(self)
        if place is None:
            self.notify("There is no paragraph under the cursor.", timeout=3)
        else:
            change(self, place)

    def action_undo(self) -> None:
        """Take the last decision back."""
        self.notify("Taken back." if self.undo() else "There is no change to take back.", timeout=3)

    def action_redo(self) -> None:
        """Decide again what was taken back."""
        self.notify("Made again." if self.redo() else "No change was taken back.", timeout=3)

    def action_help(self) -> None:
        """Show every key."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    async def action_back(self) -> None:
        """Close what is on top: a screen, or on Compare the search, the zoom, the hidden columns."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.compare_screen.step_back()
