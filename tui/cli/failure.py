"""Failures: one sentence for the user, an exit code, and the traceback where it is asked for."""

from __future__ import annotations

import os
import sys

LOG = "RASHOMON_LOG"
"""The environment variable with the name of a file for the tracebacks of unexpected failures."""


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


def keep_log() -> None:
    """Have the tracebacks of unexpected failures appended to a file, if the environment names one.

    Raises:
        FailureError: it cannot be written.
    """
    if file := os.environ.get(LOG):
        import logging  # what ends well does without

        try:
            logging.basicConfig(filename=file, format="%(asctime)s %(name)s: %(message)s")
        except OSError as error:
            raise FailureError(
                f"The log “{file}” cannot be written: {error.strerror or error}.", 2
            ) from error
        logging.getLogger("tui").setLevel(logging.DEBUG)
