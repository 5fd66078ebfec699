"""Screens with a list that is narrowed by words."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.reactive import reactive
from textual.widgets import Input

from tui.screens.comparison import ComparisonScreen


class FilteredScreen(ComparisonScreen):
    """A screen with one `Input` that is shown when asked for, and whose words stand in ``wanted``.

    A subclass names the widget that is narrowed in ``NARROWED`` and watches ``wanted``.
    """

    NARROWED: ClassVar[str]

    wanted: reactive[str] = reactive("", init=False)

    def on_mount(self) -> None:
        """Show no filter before it is asked for."""
        self.query_one(Input).display = False

    def action_filter_text(self) -> None:
        """Ask for words."""
        field = self.query_one(Input)
        field.display = True
        field.focus()

    @on(Input.Changed)
    def _want(self, event: Input.Changed) -> None:
        self.wanted = event.value.strip()

    @on(Input.Submitted)
    def _leave_field(self) -> None:
        self.query_one(Input).display = bool(self.wanted)
        self.query_one(self.NARROWED).focus()

    def action_back(self) -> None:
        """Clear the words; without any, leave the screen."""
        field = self.query_one(Input)
        if field.display:
            field.value = ""
            field.display = False
            self.query_one(self.NARROWED).focus()
        else:
            self.dismiss()
