"""Asks the terminal whether its background is light: first of all, so that it answers while we load.

Terminals answer in the order of the questions, and every one of them answers the last (what it is: primary
device attributes). Once that answer has come, no other will, so a terminal that knows nothing of colours
keeps nobody waiting. What terminals get wrong is known from terminal-colorsaurus and Neovim.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

ANSWER_TIME = 0.1
"""Seconds that the terminal has for its answer at least, counted from the question."""

ANSWER = re.compile(
    r"\x1b\]11;(?P<colour>[^\x07\x1b]{0,64})(?:\x07|\x1b\\)"
    r"|\x1b\[\?997;(?P<scheme>\d)n"
    r"|(?P<last>\x1b\[\?[\d;]*c)"
)
"""Answers of the terminal; no key sends anything like them."""

# The first one ends in BEL, as the answer to it then does: urxvt garbles the other end.
_QUESTIONS = b"\x1b]11;?\x07\x1b[?996n\x1b[c"
_COLOUR = r"rgba?:([\da-fA-F]{1,4})/([\da-fA-F]{1,4})/([\da-fA-F]{1,4})(?:/[\da-fA-F]{1,4})?"
_LUMA = (0.299, 0.587, 0.114)  # red, green and blue, by ITU-R BT.601


class BackgroundQuery:
    """A question to the terminal; when the block is left, the terminal is as it was before.

    Args:
        keys: the descriptor to read from; by default that of Textual, like the other one.
        screen: the descriptor to write to.

    Attributes:
        asked: whether the question went out, so that an answer may come at any time.
    """

    def __init__(self, keys: int = 0, screen: int = 2) -> None:
        self.asked = False
        self._keys = keys
        self._screen = screen
        self._done = True
        self._deadline = 0.0
        self._received = b""
        self._mode: list[Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._read()  # the shell would take for typed what is still to come
        self._restore()

    def ask(self) -> None:
        """Send the question, unless there is no terminal or it is known to answer wrongly."""
        if sys.platform == "win32" or not (_is_known() and os.isatty(self._keys) and os.isatty(self._screen)):
            return
        import termios  # there is none on Windows

        self._mode = termios.tcgetattr(self._keys)
        quiet = list(self._mode)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(self._keys, termios.TCSANOW, quiet)
        os.write(self._screen, _QUESTIONS)
        self.asked, self._done = True, False
        self._deadline = time.monotonic() + ANSWER_TIME

    def light(self) -> bool | None:
        """Whether the background is light; None if the terminal did not say, or not in time."""
        self._read()
        if self._done:
            self._restore()
        told = (_light(answer) for answer in self._answers())
        return next((light for light in told if light is not None), None)

    def take_rest(self) -> str:
        """The rest that was read: keys typed meanwhile, the beginning of an answer; given out once."""
        rest = ANSWER.sub("", self._received.decode(errors="replace"))
        self._received = b""
        return rest

    def _read(self) -> None:
        while not self._done:
            left = max(0.0, self._deadline - time.monotonic())
            if not select.select([self._keys], [], [], left)[0]:
                return
            data = b""
            with suppress(OSError):  # the terminal is gone
                data = os.read(self._keys, 4096)
            self._received += data
            self._done = not data or any(answer["last"] for answer in self._answers())

    def _answers(self) -> Iterator[re.Match[str]]:
        return ANSWER.finditer(self._received.decode(errors="replace"))

    def _restore(self) -> None:
        if self._mode is not None:
            import termios

            with suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(self._keys, termios.TCSANOW, self._mode)
            self._mode = None


def _is_known() -> bool:
    """Whether the environment names a terminal that can be expected to answer, and in order."""
    term = os.environ.get("TERM", "")
    # GNU Screen hands the first question on, so that its answer comes last; tmux may go by the same name.
    in_screen = term == "screen" or term.startswith("screen.") or bool(os.environ.get("STY"))
    return term not in ("", "dumb", "linux") and (bool(os.environ.get("TMUX")) or not in_screen)


def _light(answer: re.Match[str]) -> bool | None:
    """Whether one answer tells of a light background; None if it tells nothing of it."""
    if colour := re.fullmatch(_COLOUR, answer["colour"] or ""):
        shares = (int(digits, 16) / int("F" * len(digits), 16) for digits in colour.groups())
        return sum(weight * share for weight, share in zip(_LUMA, shares, strict=True)) >= 0.5
    return {"1": False, "2": True}.get(answer["scheme"] or "")
