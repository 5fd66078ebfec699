"""The program told to end by a signal: nothing is lost, and the terminal is as it was."""

from __future__ import annotations

import os
import signal
import sys
import termios
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no such signals there", allow_module_level=True)

from terminal import PATIENCE, received, started

QUESTION, TEXT, CHECKED, LEFT = b"\x1b]11;?", b"Kuala", "✓".encode(), b"\x1b[?1049l"


def ended(number: int, state: Path, *steps: tuple[bytes, bytes]) -> tuple[int, bytes]:
    """Open the samples; type as by ``steps`` (what to wait for, what to type); then send the signal."""
    seen, left = b"", list(steps)
    with started([sys.executable, "-m", "tui"], env={"XDG_STATE_HOME": str(state), "STY": ""}) as (
        process,
        master,
    ):
        before = termios.tcgetattr(master)
        deadline = time.monotonic() + PATIENCE
        while data := received(master, deadline - time.monotonic()):
            seen += data
            if left and left[0][0] in seen:
                os.write(master, left.pop(0)[1])
                if not left:
                    process.send_signal(number)
        assert data == b"", f"does not end: {seen!r}"
        assert termios.tcgetattr(master)[:4] == before[:4]
        return process.wait(PATIENCE), seen


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_the_program_is_loaded_leaves_the_terminal_as_it_was(number: int, tmp_path: Path):
    code, seen = ended(number, tmp_path, (QUESTION, b""))
    assert code == 128 + number
    assert seen.count(LEFT) == seen.count(LEFT.replace(b"l", b"h"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_one_reads_saves_and_leaves_the_screen(number: int, tmp_path: Path):
    code, seen = ended(number, tmp_path, (TEXT, b"C"), (CHECKED, b""))
    assert (code, seen.count(LEFT)) == (128 + number, 1)
    assert any("checked" in path.read_text("utf-8") for path in tmp_path.rglob("*.json"))
