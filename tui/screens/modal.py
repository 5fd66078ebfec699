"""What the panels on top of another screen share."""

from __future__ import annotations

from textual.screen import ModalScreen

from tui.screens.base import KeyedScreen


class KeyedModal(KeyedScreen, ModalScreen[None]):
    """A panel over the screen below, which stays in sight; its keys come from the table of actions."""

    def action_back(self) -> None:
        """Close the panel."""
        self.dismiss()
