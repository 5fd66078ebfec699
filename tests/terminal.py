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
from collections.abc import Iterable, Sequence

PATIENCE = 60.0  # seconds until a command that shows nothing new is given up
_SEQUENCE = re.compile(rb"\x1b\[[0-9;:?]*[A-Za-z]")


def _take_terminal() -> None:
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test run in the background ignores it


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
        command: the program and its arguments.
        steps: pairs of a text to wait for and what to type then.
        stdin: what standard input holds; by default it is the terminal.
        size: the terminal's rows and columns.
        env: variables to set besides those of this process.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    variables = {**os.environ, "TERM": "xterm-256color", **(env or {})}
    variables.pop("NO_COLOR", None)
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
        return _converse(process, master, list(steps))
    finally:
        process.kill()
        process.wait()
        os.close(master)


def _converse(
    process: subprocess.Popen[bytes], master: int, steps: list[tuple[str, str]]
) -> tuple[int, bytes]:
    written, seen = b"", b""
    deadline = time.monotonic() + PATIENCE
    while select.select([master], [], [], max(0.0, deadline - time.monotonic()))[0]:
        try:
            data = os.read(master, 65536)
        except OSError:  # how Linux tells that nobody has the terminal open any more
            data = b""
        if not data:
            assert not steps, f"ended before it showed {steps[0][0]!r}: {written!r}"
            return process.wait(PATIENCE), written
        written, seen = written + data, seen + data
        if steps and steps[0][0].encode() in _SEQUENCE.sub(b"", seen):
            os.write(master, steps.pop(0)[1].encode())
            seen = b""
    raise AssertionError(f"stopped short of {steps or 'its end'}: {written!r}")
