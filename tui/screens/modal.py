"""Panels on top of another screen."""

from __future__ import annotations

from textual.screen import ModalScreen

from tui.screens.keyed import KeyedScreen


class KeyedModal(KeyedScreen, ModalScreen[None]):
    """A panel over the screen below, which stays in sight; its keys come from the table of actions."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-high")]  # noqa: RUF012  (an instance variable to Textual)

    def action_back(self) -> None:
        """Close the panel."""
        self.dismiss()
