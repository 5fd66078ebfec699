"""The comparison while it is made: how far it is, how it is stopped, why it failed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from tui.model import Article
from tui.state.background import in_background
from tui.state.signal import Signal

if TYPE_CHECKING:
    from tui.analysis import Analysis

_log = logging.getLogger(__name__)

STOPPED = "There is no comparison: you stopped it."

Later = Callable[..., Any]
"""Takes a function and its arguments in any thread, and has it called where the application runs."""


class Comparing:
    """Compares articles in a thread, one set of them at a time.

    Attributes:
        progress: The stage that goes on and the share (0–1) of the work that is done; None if none does.
        failure: Why there is no comparison, if none is to come; else empty.
        too_long: Whether that is because the articles are too long for one.
        changed: Is sent when one of these is another.
    """

    def __init__(self) -> None:
        self.progress: tuple[str, float] | None = None
        self.failure = ""
        self.too_long = False
        self.changed = Signal()
        self._stop = Event()
        self._task: asyncio.Task[Any] | None = None

    async def compare(self, articles: tuple[Article, ...], words: int, later: Later) -> Analysis | None:
        """Compare ``articles`` with a summary of ``words`` words; None if that fails."""
        self._stop = stop = Event()
        self._task = asyncio.current_task()
        self.update(("starting", 0.0))

        def report(stage: str, share: float) -> None:
            if stop.is_set():
                raise InterruptedError("stopped by the reader")
            later(self._advance, stop, stage, share)

        try:
            found = await in_background(partial(_analysed, articles, words, report))
        except Exception as error:  # the analysis met something unforeseen; the texts stay
            self._fail(error)
            return None
        finally:
            stop.set()  # a report that is still on its way comes too late
        self.update(None)
        return found

    def stop(self) -> None:
        """Stop because the reader wants it, if it goes on."""
        if self.progress is not None:
            self.abandon()
            self.update(None, STOPPED)

    def abandon(self) -> None:
        """Let go of what is being compared, and forget why anything failed."""
        self._stop.set()
        if self._task is not None:
            self._task.cancel()
        self.update(None)

    def _advance(self, stop: Event, stage: str, share: float) -> None:
        if not stop.is_set():
            self.update((stage, share))

    def _fail(self, error: Exception) -> None:
        from tui.analysis import TooLongError  # loaded by now: it was at work

        _log.debug("The comparison failed.", exc_info=error)
        too_long = isinstance(error, TooLongError)
        what = f"{type(error).__name__}: {error}".removesuffix(": ").rstrip(".")
        said = str(error) if too_long else f"There is no comparison, since the analysis failed ({what})."
        self.update(None, f"{said} The texts can still be read.", too_long=too_long)

    def update(
        self, progress: tuple[str, float] | None, failure: str = "", *, too_long: bool = False
    ) -> None:
        """Say how far it is, or why there is no comparison."""
        self.progress, self.failure, self.too_long = progress, failure, too_long
        self.changed.send()


def _analysed(articles: tuple[Article, ...], words: int, report: Callable[[str, float], None]) -> Analysis:
    from tui.analysis import analyse

    return analyse(articles, summary_words=words, progress=report)
