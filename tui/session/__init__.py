"""What the reader decided and where the reader is; kept while reading, saved and restored."""

from __future__ import annotations

from tui.session.choices import CHECKED, DEFAULT_WORDS, SMALLEST_BUDGET, Choices
from tui.session.desk import Desk
from tui.session.history import Session

__all__ = ["CHECKED", "DEFAULT_WORDS", "SMALLEST_BUDGET", "Choices", "Desk", "Session"]
