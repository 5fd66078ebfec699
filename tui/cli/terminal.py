"""Whether there is a terminal to draw on and to get keys from."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from tui.cli.failure import FailureError

_NO_TERMINAL = "the application needs a terminal; without one, use: rashomon compare FILE ..."
_NO_KEYS = "standard input holds an article and no terminal is there for keys; use: rashomon compare FILE ..."


def need_terminal(*, articles_from_input: bool) -> None:
    """Make sure that the application can draw and get keys, even if an article came by standard input."""
    if not (is_terminal(sys.__stdout__) and is_terminal(sys.__stderr__)):  # Textual draws on the latter
        raise FailureError(_NO_TERMINAL, 2)
    if articles_from_input and not is_terminal(sys.__stdin__):
        try:
            terminal = os.open(_terminal_name(), os.O_RDWR)
        except OSError:
            raise FailureError(_NO_KEYS, 2) from None
        os.dup2(terminal, 0)
        os.close(terminal)
    elif not is_terminal(sys.__stdin__):
        raise FailureError(_NO_TERMINAL, 2)


def _terminal_name() -> str:
    try:
        return os.ttyname(2)  # by its own name: macOS cannot poll /dev/tty
    except (AttributeError, OSError):
        return "/dev/tty"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is there and leads to a terminal."""
    return stream is not None and not stream.closed and stream.isatty()
