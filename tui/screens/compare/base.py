"""The texts on the Compare screen, and the parts that its actions are sorted into."""

from __future__ import annotations

from tui.model import Article
from tui.screens.keyed import KeyedScreen
from tui.screens.not_compared import why_not_compared
from tui.widgets.canvas import Canvas
from tui.widgets.marks import Marks, Place
from tui.widgets.status import StatusLine


class TextsScreen(KeyedScreen):
    """A screen with the texts and a cursor in them.

    Args:
        articles: at least one account.
    """

    def __init__(self, articles: tuple[Article, ...]) -> None:
        super().__init__()
        self.articles = articles
        self.canvas = Canvas(articles)
        self.scene = self.canvas.scene
        self.status = StatusLine(self.scene.keys)
        self.before: Place | None = None
        """The place before the last leap."""

    def known(self) -> Marks | None:
        """The marks; before there are any, tell the reader why."""
        if self.canvas.marks is None:
            self.say(why_not_compared(self.state, self.application.table))
        return self.canvas.marks

    def leap(self, place: Place | None) -> None:
        """Go to a place further away; ``''`` leads back."""
        if place is not None and place != self.canvas.place:
            self.before = self.canvas.place
            self.canvas.move(place)

    def annotate(self) -> None:
        """Say in the foot line what the app is doing."""
        raise NotImplementedError

    def keep_view(self) -> None:
        """Have it remembered how things are arranged, if that has changed."""
        raise NotImplementedError


class Part:
    """Some of the actions of a screen with texts.

    Args:
        screen: The screen, whose canvas has been made.
    """

    def __init__(self, screen: TextsScreen) -> None:
        self.screen = screen
        self.canvas = screen.canvas
        self.scene = screen.scene
        self.articles = screen.articles

    def say(self, message: str) -> None:
        """Answer a key in words."""
        self.screen.say(message)
