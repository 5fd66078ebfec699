"""A change that several parts of the program want to hear of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial


class Signal:
    """Calls those who follow it, in their order, whenever it is sent."""

    def __init__(self) -> None:
        self._followers: list[Callable[[], None]] = []

    def follow(self, follower: Callable[[], None]) -> Callable[[], None]:
        """Have ``follower`` called from now on.

        Returns:
            A function that ends this; to be called once.
        """
        self._followers.append(follower)
        return partial(self._followers.remove, follower)

    def send(self) -> None:
        """Call every follower."""
        for follower in tuple(self._followers):
            follower()
