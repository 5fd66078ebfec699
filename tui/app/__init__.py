"""The Textual application."""

from tui.app.app import MEASURE, RashomonApp

__all__ = ["MEASURE", "RashomonApp"]
