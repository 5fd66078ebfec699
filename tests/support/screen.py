"""A program in a terminal whose screen is read, and whose keys are pressed, as a person would."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pyte
from terminal import PATIENCE, received, resize, started

KEYS = {"ctrl+u": "\x15", "enter": "\r", "escape": "\x1b", "down": "\x1b[B", "end": "\x1b[F", "space": " "}
LOOK_AGAIN = 0.05  # seconds of silence
# Asked whether it can show whole frames only (mode 2026), the terminal says that it can.
_QUESTION, _ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_FRAME, _DRAWN = b"\x1b[?2026h", b"\x1b[?2026l"


class _Screen(pyte.Screen):
    def report_device_status(self, mode: int, **_: bool) -> None:
        """Answer nothing; pyte's own knows no private requests, which Textual sends."""

    def reset_mode(self, *modes: int, **private: bool) -> None:
        """Show an empty screen once the program is done with the second one, which pyte does not have."""
        super().reset_mode(*modes, **private)
        if private and 1049 in modes:
            self.reset()


class Terminal:
    """What a running program shows, and a keyboard for it.

    Args:
        process: the program.
        master: the other end of its terminal.
        size: the terminal's rows and columns.
    """

    def __init__(self, process: subprocess.Popen[bytes], master: int, size: tuple[int, int]) -> None:
        self.process = process
        self._master = master
        self._screen = _Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self._screen)
        self._frame = b""  # what was written of a frame that is not whole yet

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The rows of the screen, one a line."""
        return "\n".join(self.lines)

    def press(self, *keys: str) -> None:
        """Press keys: characters, or names of `KEYS`."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())

    def shows(self, *texts: str) -> None:
        """Wait until all these texts stand on the screen together, each within a row."""
        self.until(lambda: all(text in self.text for text in texts), f"shows {texts}")

    def hides(self, *texts: str) -> None:
        """Wait until none of these texts stands on the screen."""
        self.until(lambda: not any(text in self.text for text in texts), f"hides {texts}")

    def until(self, condition: Callable[[], bool], what: str = "is so") -> None:
        """Wait until ``condition()`` holds, looking again when the program wrote, and now and then if not."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"it never {what}:\n{self.text}"
            data = received(self._master, LOOK_AGAIN)
            assert data != b"", f"ended before it {what}:\n{self.text}"
            self._take(data or b"")

    def _take(self, data: bytes) -> None:
        """Draw what was written, as far as it is whole: half a frame has a part of the old screen in it."""
        if _QUESTION in data:
            os.write(self._master, _ANSWER)
        data = self._frame + data
        begun = data.rfind(_FRAME)
        whole = len(data) if begun < 0 or _DRAWN in data[begun:] else begun
        self._stream.feed(data[:whole])
        self._frame = data[whole:]

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size."""
        self._screen.resize(rows, columns)
        self._screen.reset()  # what stands there afterwards was drawn for the new size
        resize(self._master, (rows, columns))

    def ends(self) -> int:
        """Wait until the program ends, and tell its exit code."""
        deadline = time.monotonic() + PATIENCE
        while data := received(self._master, deadline - time.monotonic()):
            self._take(data)
        assert data is not None, f"did not end:\n{self.text}"
        return self.process.wait(PATIENCE)


@contextmanager
def terminal(
    command: Sequence[str], *, size: tuple[int, int] = (40, 140), env: dict[str, str] | None = None
) -> Iterator[Terminal]:
    """A program that runs in a terminal of these rows and columns; killed in the end if it still does."""
    with started(command, size=size, env=env) as (process, master):
        yield Terminal(process, master, size)
