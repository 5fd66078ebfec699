"""Keys that are typed faster than they are answered wait for their turn, as does what follows them."""

from __future__ import annotations

from collections import deque
from functools import partial

from textual import events
from textual.app import App

PATIENCE = 0.3  # seconds until a key that a widget keeps to itself counts as answered
ROUNDS = 4  # through the queues of the screen and of the app, for messages that the key sets going


class TypeAhead(App[None]):
    """Gives a key to the screen only when the one before it has done all it does.

    Textual hands every key to what is in focus at the moment it arrives, while an action is run later, when
    the key that it is bound to has come back up to the app: of "/", "t" typed at once, "t" would go to the
    texts although "/" opens a line to type in, and of Ctrl+U, "t" the deletion would come last. What is
    pasted or done with the mouse keeps its place among the keys.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Event] = deque()
        self._asked = 0  # the number of the key that is being answered, 0 if none is
        self._number = 0

    async def on_event(self, event: events.Event) -> None:
        """Hold back what the reader does while a key is being answered."""
        if not isinstance(event, (events.InputEvent, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif self._asked:
            self._ahead.append(event)
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self._ask(event)
        await super().on_event(event)

    def _ask(self, key: events.Key) -> None:
        focused = self.focused
        if focused is None or not focused.check_consume_key(key.key, key.character):
            self._number += 1
            self._asked = number = self._number
            self.set_timer(PATIENCE, lambda: self._go_round(number, ROUNDS))

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()  # Textual would call the method of every class
        try:
            await super()._on_key(event)
        finally:
            self.answered()

    def answered(self) -> None:
        """The key has been answered, but for the messages that it set going."""
        self._go_round(self._asked, ROUNDS)

    def _go_round(self, number: int, rounds: int) -> None:
        screens = self.screen_stack  # without any when the app is closed meanwhile
        again = partial(self.call_later, self._go_round, number, rounds - 1)
        if not rounds or not screens or not screens[-1].call_later(again):
            self.call_later(self._answered, number)

    async def _answered(self, number: int) -> None:
        if number == self._asked:
            self._asked = 0
            while self._ahead and not self._asked:
                await self._hand_on(self._ahead.popleft())
