"""What the reader decided and where the reader is; kept while reading, saved and restored."""

from __future__ import annotations

from tui.session.choices import CHECKED, DEFAULT_WORDS, SMALLEST_BUDGET, Choices
from tui.session.history import Session
from tui.session.view_state import ViewState

__all__ = ["CHECKED", "DEFAULT_WORDS", "SMALLEST_BUDGET", "Choices", "Session", "ViewState"]
