"""Signals that ask the program to end: what was decided is saved, and the terminal left as it was."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from tui.app import RashomonApp

TIME_TO_END = 3.0
"""Seconds for the end: writing to a terminal that is closed may take for ever."""

_NAMES = ("SIGTERM", "SIGHUP")  # the latter comes from a terminal that is closed; Windows has none


@contextmanager
def left_by_signals() -> Iterator[None]:
    """Have such a signal leave the block as `sys.exit` does, with the exit code that shells give for it."""
    before = {number: signal.signal(number, _leave) for number in _heeded()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run(app: RashomonApp) -> None:
    """Run the application until the reader or such a signal ends it."""
    import asyncio  # what only prints does not need it

    async def run_app() -> None:
        if sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in _heeded():
                loop.add_signal_handler(number, _end, app, number, loop)
        await app.run_async()

    asyncio.run(run_app())


def _end(app: RashomonApp, number: int, loop: AbstractEventLoop) -> None:
    loop.remove_signal_handler(number)  # a second one ends the program at once
    code = 128 + number
    with suppress(OSError):  # it is tried again, and told, in the end
        app.state.save()
    last = Timer(TIME_TO_END, os._exit, (code,))
    last.daemon = True
    last.start()
    app.exit(return_code=code)


def _leave(number: int, _: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _heeded() -> list[int]:
    """Such signals, except those that are to be ignored, as by `nohup`."""
    known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    return [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]
