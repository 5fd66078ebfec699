"""Textual's parser of what comes from the terminal, which would take a late answer for single keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

from tui.cli.terminal_background import ANSWER, BackgroundQuery

# Escape alone is a key and has to go on at once.
_BEGUN = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,64}\x1b?)?)?)?|\[(?:\?[\d;]*)?)\Z")


class KeyParser(XTermParser):
    """Drops the terminal's answers, in however many parts they come, and adds what was typed before.

    Args:
        query: what may still be answered.
        debug: as for Textual's own.
    """

    def __init__(self, query: BackgroundQuery, debug: bool = False) -> None:
        self._held = _as_typed(query.take_rest())
        self._begins = True
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Parse ``data``; an empty one is the end."""
        if self._begins:  # much of it may have been typed before Textual set the terminal up
            data, self._begins = _as_typed(data), False
        return self._pass_on(data) if data else super().feed(data)

    def tick(self) -> Iterable[Message]:
        """Called a few times a second: pass on what was typed before."""
        if self._held:
            yield from self._pass_on("")
        yield from super().tick()

    def _pass_on(self, data: str) -> Iterable[Message]:
        text = ANSWER.sub("", self._held + data)
        begun = _BEGUN.search(text)
        self._held = begun[0] if begun else ""
        if keys := text.removesuffix(self._held):
            yield from super().feed(keys)


def _as_typed(data: str) -> str:
    """The keys behind what a terminal passes on that nobody has set up yet: it makes line feeds of Enter."""
    return data.replace("\n", "\r")


def drop_answers(query: BackgroundQuery) -> None:
    """Let Textual's driver read keys by our parser; it has no other place to choose one."""
    linux_driver.XTermParser = partial(KeyParser, query)  # type: ignore[assignment, attr-defined]
