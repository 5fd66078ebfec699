"""What the parts of the Compare screen share: the canvas, the foot line, leaps and words for the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.keys import key_of
from tui.model import Article
from tui.screens.base import KeyedScreen
from tui.widgets.canvas import Canvas
from tui.widgets.marks import Marks, Place
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tui.app import RashomonApp


class CompareBase(KeyedScreen):
    """The texts on the screen.

    Args:
        articles: at least one account.
    """

    WHERE = "compare"
    app: RashomonApp

    def __init__(self, articles: tuple[Article, ...]) -> None:
        super().__init__()
        self.articles = articles
        self.canvas = Canvas(articles)
        self.scene = self.canvas.scene
        self.status = StatusLine(self.scene.keys)
        self.before: Place | None = None
        """Where the reader was before the last leap."""

    def say(self, message: str) -> None:
        """Answer a key in words."""
        self.notify(message, markup=False, timeout=3)

    def key(self, action: str, where: str = "compare") -> str:
        """The key of an action, as the reader has it."""
        return key_of(self.app.table, where, action)

    def known(self) -> Marks | None:
        """The marks; where there are none yet, the reader is told why."""
        if self.canvas.marks is None:
            self.say(self.app.why_not_compared)
        return self.canvas.marks

    def leap(self, place: Place | None) -> None:
        """Go to a place further away; ``''`` leads back."""
        if place is not None and place != self.canvas.place:
            self.before = self.canvas.place
            self.canvas.move(place)

    def annotate(self) -> None:
        """Say what the app is doing."""
        raise NotImplementedError


# The parts of the screen are plain classes when the program runs: each class that Textual has to look through
# costs time to the first frame.
if TYPE_CHECKING:
    Part = CompareBase
else:
    Part = object
