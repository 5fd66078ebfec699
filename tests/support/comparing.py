"""The app on the Compare screen, and what a test asks of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aligned import story
from stories import PreparedApp, screen_text
from textual.pilot import Pilot

from tui.model import Comparison
from tui.screens.compare import CompareScreen
from tui.session import Session, ViewState


@asynccontextmanager
async def compared(
    comparison: Comparison | None = None, size: tuple[int, int] = (140, 40), view: ViewState | None = None
) -> AsyncIterator[tuple[Pilot[Any], CompareScreen]]:
    app = PreparedApp(comparison or story())
    app.state.session = Session(view=view or ViewState())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot, app.navigation.compare_screen


def foot(screen: CompareScreen) -> str:
    return str(screen.status.render())


def at(screen: CompareScreen) -> str:
    """The sentence under the cursor, such as ``A1.2``."""
    place = screen.canvas.place
    return f"{screen.scene.keys[place.source]}{place.paragraph + 1}.{place.sentence + 1}"


def under_cursor(screen: CompareScreen) -> str:
    place = screen.canvas.place
    start, end = place.span or screen.scene.stretch(place)
    return screen.articles[place.source].paragraphs[place.paragraph][start:end]


def row_of(screen: CompareScreen, text: str) -> int:
    lines = screen_text(screen.app).splitlines()
    return next(number for number, line in enumerate(lines) if text in line)


def told(screen: CompareScreen) -> list[str]:
    return [notification.message for notification in screen.app._notifications]
