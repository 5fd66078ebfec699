"""Runs a command in a pseudo-terminal, as a person would, and gives back the bytes that reach the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

PATIENCE = 60.0  # seconds until a command that shows nothing new is given up
_SEQUENCE = re.compile(rb"\x1b\[[0-9;:?]*[A-Za-z]")


def _take_terminal() -> None:
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test run in the background ignores it


@contextmanager
def started(
    command: Sequence[str],
    *,
    stdin: bytes | None = None,
    size: tuple[int, int] = (30, 100),
    env: dict[str, str] | None = None,
) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A command that runs in a terminal of its own, and the terminal's other end; killed in the end.

    Args:
        command: the program and its arguments.
        stdin: what standard input holds; by default it is the terminal.
        size: the terminal's rows and columns.
        env: variables to set besides those of this process.
    """
    master, slave = pty.openpty()
    resize(master, size)
    variables = {**os.environ, "TERM": "xterm-256color", **(env or {})}
    for name in ("NO_COLOR", "COLUMNS", "LINES"):  # the last two would go before the terminal's own size
        variables.pop(name, None)
    process = subprocess.Popen(
        command,
        stdin=slave if stdin is None else subprocess.PIPE,
        stdout=slave,
        stderr=slave,
        env=variables,
        start_new_session=True,
        preexec_fn=_take_terminal,
    )
    os.close(slave)
    try:
        if process.stdin is not None and stdin is not None:
            process.stdin.write(stdin)
            process.stdin.close()
        yield process, master
    finally:
        process.kill()
        process.wait()
        os.close(master)


def resize(master: int, size: tuple[int, int]) -> None:
    """Give the terminal other rows and columns; the program in it is told by a signal."""
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))


def received(master: int, seconds: float) -> bytes | None:
    """What the program wrote next; nothing once it has ended, None if it stays silent for so long."""
    if not select.select([master], [], [], max(0.0, seconds))[0]:
        return None
    try:
        return os.read(master, 65536)
    except OSError:  # how Linux tells that nobody has the terminal open any more
        return b""


def in_terminal(
    command: Sequence[str],
    steps: Iterable[tuple[str, str]] = (),
    *,
    stdin: bytes | None = None,
    size: tuple[int, int] = (30, 100),
    env: dict[str, str] | None = None,
) -> tuple[int, bytes]:
    """Run ``command`` to its end and return its exit code and everything it wrote to the terminal.

    Args:
        command: as for `started`, like those that follow the steps.
        steps: pairs of a text to wait for and what to type then.
    """
    with started(command, stdin=stdin, size=size, env=env) as (process, master):
        return _converse(process, master, list(steps))


def _converse(
    process: subprocess.Popen[bytes], master: int, steps: list[tuple[str, str]]
) -> tuple[int, bytes]:
    written, seen = b"", b""
    deadline = time.monotonic() + PATIENCE
    while (data := received(master, deadline - time.monotonic())) is not None:
        if not data:
            assert not steps, f"ended before it showed {steps[0][0]!r}: {written!r}"
            return process.wait(PATIENCE), written
        written, seen = written + data, seen + data
        if steps and steps[0][0].encode() in _SEQUENCE.sub(b"", seen):
            os.write(master, steps.pop(0)[1].encode())
            seen = b""
    raise AssertionError(f"stopped short of {steps or 'its end'}: {written!r}")
