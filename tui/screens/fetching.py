"""An article on its way from the web."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

from tui.model import Article
from tui.reading import read_article
from tui.reading.address import host
from tui.state.background import in_background


class Fetching:
    """Reads the article at an address in a thread, until it is there or is let go.

    Args:
        address: The web address.
        tell: Is called with what there is to say of it, in any thread.
    """

    def __init__(self, address: str, tell: Callable[[str], object]) -> None:
        self._address = address
        self._tell = tell
        self._over = Event()

    @property
    def goes_on(self) -> bool:
        """Whether it is neither there nor let go."""
        return not self._over.is_set()

    def stop(self) -> None:
        """Let it go: nothing more is asked of the server, and nothing more is said."""
        self._over.set()

    async def article(self) -> Article:
        """The article.

        Raises:
            ReadingError: It cannot be had.
        """
        self._tell(self._said(""))
        try:
            return await in_background(partial(read_article, self._address, progress=self._progress))
        finally:
            self._over.set()

    def _progress(self, received: int, expected: int | None) -> None:
        if self._over.is_set():
            raise InterruptedError("let go by the reader")
        of = f" of {max(received, expected) // 1000:,}" if expected else ""
        self._tell(self._said(f" {received // 1000:,}{of} KB"))

    def _said(self, amount: str) -> str:
        return f"Fetching from {host(self._address) or 'the web'} …{amount}"
