"""Search in all columns."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.screens.compare.base import Part
from tui.state.background import begun, in_background
from tui.widgets.marks import Place

if TYPE_CHECKING:
    from tui.widgets.find_bar import FindBar
    from tui.widgets.finding import Match

PATIENCE = 2.0
"""Seconds after which the search for a pattern is given up."""


class Search(Part):
    """The find bar, and the way from match to match."""

    _matches: list[Match] | None = None
    """The matches; None while nothing is looked for."""
    _trouble = ""
    _regular = False
    _origin = Place(0, 0)

    @property
    def searching(self) -> bool:
        """Whether matches are shown, or something is said of the search."""
        return self._matches is not None or bool(self._trouble)

    @property
    def search_note(self) -> str:
        """The place among the matches, or why there are none."""
        if self._trouble or not self._matches:
            return self._trouble or "no match"
        from tui.widgets.finding import tally

        return tally(self._matches, self.canvas.place, self.scene.keys)

    @property
    def _bar(self) -> FindBar | None:
        from tui.widgets.find_bar import FindBar  # an input is not needed for the first frame

        return next(iter(self.query(FindBar)), None)

    async def action_search(self) -> None:
        """Open the find bar."""
        from tui.widgets.find_bar import FindBar, FindInput

        if self._bar is None:
            self._origin = self.canvas.place
            bar = FindBar(regular=self._regular)
            await self.mount(bar, before=self.status)
            bar.query_one(FindInput).focus()

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        """Search while typing."""
        from tui.widgets.finding import find_text

        self.workers.cancel_group(self, "search")
        self._regular = event.regular
        self._trouble = ""
        if not event.query.strip():
            self._found(None)
        elif event.regular:
            self.run_worker(begun(self._find_pattern, event.query), group="search")
        else:
            self._found(find_text(self.articles, event.query))

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

    async def on_find_bar_kept(self) -> None:
        """Keep what was found and go on reading."""
        if self._matches:
            if self._origin != self.canvas.place:
                self.before = self._origin
        else:
            self.say(self._trouble or "Nothing was found.")
            self.forget_search()
        await self._close_bar()

    async def on_find_bar_cancelled(self) -> None:
        """Forget the search and return to where it began."""
        self.forget_search()
        self.canvas.move(self._origin)
        await self._close_bar()

    async def _close_bar(self) -> None:
        self.workers.cancel_group(self, "search")
        if self._bar:
            await self._bar.remove()

    def forget_search(self) -> None:
        """Show no matches any more."""
        self._trouble = ""
        self._show(None)

    def _show(self, matches: list[Match] | None) -> None:
        self._matches = matches
        stretches: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for source, paragraph, start, end in matches or ():
            stretches.setdefault((source, paragraph), []).append((start, end))
        self.canvas.set_matches(stretches)
        self.annotate()

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
            self.leap(found)
