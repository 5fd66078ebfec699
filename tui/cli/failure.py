"""How the program ends when it cannot do what was asked: a sentence and an exit code."""

from __future__ import annotations

import sys


class FailureError(Exception):
    """Something that ends the program with a sentence and an exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def say(message: str) -> None:
    """Tell the user on standard error."""
    from tui.reading.cleaning import one_line

    if sys.stderr is not None:
        print(f"rashomon: {one_line(message)}", file=sys.stderr)
