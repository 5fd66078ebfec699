"""Keys that are typed faster than they are answered wait for their turn, as does what follows them."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from textual import events
from textual.app import App

CONSUMED_AFTER = 0.3  # seconds until a key that a widget keeps to itself counts as answered
QUEUE_ROUNDS = 4  # through the queues of the screen and of the app, for messages that the key sets going


class TypeAhead:
    """Gives a key to the screen only when the one before it has done all it does.

    Textual hands every key to what is in focus at the moment it arrives, while an action is run later, when
    the key that it is bound to has come back up to the app: of "/", "t" typed at once, "t" would go to the
    texts although "/" opens a line to type in, and of Ctrl+U, "t" the deletion would come last. What is
    pasted or done with the mouse keeps its place among the keys.

    Args:
        app: The application; it passes on its events to `receive` and tells `answered`.
        hand_on: What the app does with an event whose turn it is.
    """

    def __init__(self, app: App[Any], hand_on: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._hand_on = hand_on
        self._ahead: deque[events.Event] = deque()
        self._asked = 0  # the number of the key that is being answered, 0 if none is
        self._number = 0

    async def receive(self, event: events.Event) -> None:
        """Hand an event on, or hold back what the reader does while a key is being answered."""
        if not isinstance(event, (events.InputEvent, events.Paste)) or event.is_forwarded:
            await self._hand_on(event)
        elif self._asked:
            self._ahead.append(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self._ask(event)
        await self._hand_on(event)

    def _ask(self, key: events.Key) -> None:
        focused = self._app.focused
        if focused is None or not focused.check_consume_key(key.key, key.character):
            self._number += 1
            self._asked = number = self._number
            self._app.set_timer(CONSUMED_AFTER, lambda: self._go_round(number, QUEUE_ROUNDS))

    def answered(self) -> None:
        """Take the key for answered as soon as the messages that it set going are."""
        self._go_round(self._asked, QUEUE_ROUNDS)

    def _go_round(self, number: int, rounds: int) -> None:
        screens = self._app.screen_stack  # without any when the app is closed meanwhile
        again = partial(self._app.call_later, self._go_round, number, rounds - 1)
        if not rounds or not screens or not screens[-1].call_later(again):
            self._app.call_later(self._answered, number)

    async def _answered(self, number: int) -> None:
        if number == self._asked:
            self._asked = 0
            while self._ahead and not self._asked:
                await self._take(self._ahead.popleft())
