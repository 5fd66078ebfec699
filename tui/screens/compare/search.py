"""Search in all columns."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.screens.compare.base import Part, TextsScreen
from tui.state.background import begun, in_background
from tui.widgets.marks import Place

if TYPE_CHECKING:
    from tui.widgets.find_bar import FindBar
    from tui.widgets.finding import Match

PATIENCE = 2.0
"""Seconds after which the search for a pattern is given up."""


class Search(Part):
    """The find bar, and the way from match to match."""

    def __init__(self, screen: TextsScreen) -> None:
        super().__init__(screen)
        self._matches: list[Match] | None = None  # None while nothing is looked for
        self._trouble = ""
        self._regular = False
        self._origin = Place(0, 0)

    @property
    def goes_on(self) -> bool:
        """Whether matches are shown, or something is said of the search."""
        return self._matches is not None or bool(self._trouble)

    @property
    def note(self) -> str:
        """The place among the matches, or the reason why nothing is found."""
        if self._trouble or not self._matches:
            return self._trouble or "no match"
        from tui.widgets.finding import tally

        return tally(self._matches, self.canvas.place, self.scene.keys)

    @property
    def _bar(self) -> FindBar | None:
        from tui.widgets.find_bar import FindBar  # an input is not needed for the first frame

        return next(iter(self.screen.query(FindBar)), None)

    async def action_search(self) -> None:
        """Open the find bar."""
        from tui.widgets.find_bar import FindBar, FindInput

        if self._bar is None:
            self._origin = self.canvas.place
            bar = FindBar(regular=self._regular)
            await self.screen.mount(bar, before=self.screen.status)
            bar.query_one(FindInput).focus()

    def look_for(self, query: str, *, regular: bool) -> None:
        """Search while typing."""
        from tui.widgets.finding import find_text

        self.screen.workers.cancel_group(self.screen, "search")
        self._regular = regular
        self._trouble = ""
        if not query.strip():
            self._found(None)
        elif regular:
            self.screen.run_worker(begun(self._find_pattern, query), group="search")
        else:
            self._found(find_text(self.articles, query))

    async def _find_pattern(self, pattern: str) -> None:
        from tui.widgets.finding import PatternError, find_pattern

        found: list[Match] = []
        try:
            async with asyncio.timeout(PATIENCE):
                found = await in_background(lambda: find_pattern(self.articles, pattern, PATIENCE))
        except PatternError as error:
            self._trouble = str(error)
        except TimeoutError:
            self._trouble = "this pattern takes too long"
        if self._bar:
            self._found(found)

    async def keep(self) -> None:
        """Keep what was found and go on reading."""
        if self._matches:
            if self._origin != self.canvas.place:
                self.screen.before = self._origin
        else:
            self.say(self._trouble or "Nothing was found.")
            self.forget()
        await self._close_bar()

    async def cancel(self) -> None:
        """Forget the search and return to where it began."""
        self.forget()
        self.canvas.move(self._origin)
        await self._close_bar()

    async def _close_bar(self) -> None:
        self.screen.workers.cancel_group(self.screen, "search")
        if self._bar:
            await self._bar.remove()

    def forget(self) -> None:
        """Show no matches any more."""
        self._trouble = ""
        self._show(None)

    def _show(self, matches: list[Match] | None) -> None:
        self._matches = matches
        stretches: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for source, paragraph, start, end in matches or ():
            stretches.setdefault((source, paragraph), []).append((start, end))
        self.canvas.set_matches(stretches)
        self.screen.annotate()

    def _found(self, matches: list[Match] | None) -> None:
        from tui.widgets.finding import match_beside

        self._show(matches)
        if matches:
            start, _ = self.scene.stretch(self._origin)
            self.canvas.move(self._place(matches[match_beside(matches, self._origin, start, 0)]))
        else:
            self.canvas.move(self._origin)

    def _place(self, match: Match) -> Place:
        source, paragraph, start, end = match
        return self.scene.accounts.place_at(source, paragraph, start)._replace(span=(start, end))

    def action_search_next(self) -> None:
        """The next match."""
        self._next_match(1)

    def action_search_previous(self) -> None:
        """The match before."""
        self._next_match(-1)

    def _next_match(self, step: int) -> None:
        from tui.widgets.finding import match_beside

        if not self._matches:
            self.say("Nothing was found." if self._bar else "Nothing to look for: / searches.")
            return
        place = self.canvas.place
        start = place.span[0] if place.span else self.scene.stretch(place)[0]
        found = self._place(self._matches[match_beside(self._matches, place, start, step)])
        if self._bar:
            self.canvas.move(found)  # Escape leads back to where the search began
        else:
            self.screen.leap(found)
