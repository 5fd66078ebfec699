"""The Compare screen: all accounts side by side, the cursor in one of them, what is marked and why."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.model import Article, Comparison, source_key
from tui.screens.base import KeyedScreen, bindings
from tui.widgets.canvas import Canvas
from tui.widgets.footer import KeyFooter
from tui.widgets.marks import Place
from tui.widgets.status import StatusLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.app import RashomonApp
    from tui.widgets.search import FindBar, Match


class CompareScreen(KeyedScreen):
    """Shows the texts at once, and the marks when the app has compared them.

    Args:
        articles: at least one account.
    """

    WHERE = "compare"
    BINDINGS: ClassVar = bindings(WHERE)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (8, "-high")]  # noqa: RUF012  (an instance variable to Textual)
    app: RashomonApp

    def __init__(self, articles: tuple[Article, ...]) -> None:
        super().__init__()
        self.articles = articles
        self.canvas = Canvas(articles)
        self.scene = self.canvas.scene
        self.status = StatusLine(self.scene.keys)
        self._matches: list[Match] = []
        self._query = ""
        self._origin = Place(0, 0)

    def compose(self) -> ComposeResult:
        """The texts, the foot line, the keys."""
        yield self.canvas
        yield self.status
        yield KeyFooter()

    def on_mount(self) -> None:
        """Follow what the app finds out."""
        self.watch(self.app, "comparison", self._compared, init=False)
        self.watch(self.app, "progress", self._annotate, init=False)
        self.watch(self.app, "failure", self._annotate, init=False)

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        """Put the cursor on a sentence, or on characters ``start`` to ``end`` of its paragraph."""
        if self.canvas.marks:
            self.canvas.move(self.canvas.marks.place_of(sentence_id, start, end))

    def step_back(self) -> None:
        """Close what is on top: the search, then the zoom, then the hiding of columns."""
        if self._matches:
            self._search("")
        elif self.scene.zoomed:
            self.canvas.set_zoomed(False)
        elif self.scene.hidden:
            self.action_show_columns()

    # What changes under the reader's hands

    def _compared(self, comparison: Comparison | None) -> None:
        if comparison is not None:
            self.canvas.set_comparison(comparison)
            self.status.marks = self.canvas.marks

    def _annotate(self) -> None:
        """Say what the app is doing: a waiting key first, then the search, then the analysis."""
        if self.pending:
            self.status.note = f"{self.pending} …"
        elif self._matches:
            place = self.canvas.place
            here = (place.source, place.paragraph, *(place.span or (0, 0)))
            index = bisect_left(self._matches, here)
            number = index + 1 if here in self._matches[index : index + 1] else "–"
            self.status.note = f"{number}/{len(self._matches)}"
        elif self._query.strip():
            self.status.note = "no match"
        elif self.app.progress:
            stage, share = self.app.progress
            self.status.note = f"comparing: {stage} {share:.0%}"
        elif self.app.failure:
            self.status.note = "not compared"
        else:
            self.status.note = ""

    def watch_pending(self) -> None:
        """Show the key that waits for another one."""
        if self.is_mounted:
            self._annotate()

    @on(Canvas.Moved)
    def _moved(self, event: Canvas.Moved) -> None:
        self.status.place = event.place
        self._annotate()

    def _say(self, message: str) -> None:
        self.notify(message, markup=False, timeout=3)

    # Views and columns

    def action_view(self) -> None:
        """Reading view or aligned view."""
        if self.scene.view == "aligned":
            self.canvas.set_view("reading")
        elif self.canvas.marks is None:
            self._say(self.app.failure or "Still comparing the articles …")
        else:
            self.canvas.set_view("aligned")

    def action_zoom(self) -> None:
        """The cursor's column alone, or all."""
        self.canvas.set_zoomed(not self.scene.zoomed)

    def action_hide_column(self) -> None:
        """Leave the cursor's column out."""
        source = self.canvas.place.source
        hidden = self.scene.hidden | {source}
        if len(hidden) == len(self.articles):
            self._say("This is the last column.")
        else:
            self.canvas.set_hidden(hidden)
            self._say(f"{source_key(source)} is hidden; X shows all columns again.")

    def action_show_columns(self) -> None:
        """Show all columns."""
        if not self.scene.hidden:
            self._say("No column is hidden.")
        self.canvas.set_hidden(frozenset())

    def action_focus_column(self, number: int) -> None:
        """Go to column ``number``, counted from 1."""
        if number <= len(self.articles):
            self.canvas.move(self.scene.level(number - 1))
        else:
            self._say(f"There is no column {number}.")

    def action_column_left(self) -> None:
        """The column to the left."""
        self.canvas.move(self.scene.column_beside(-1))

    def action_column_right(self) -> None:
        """The column to the right."""
        self.canvas.move(self.scene.column_beside(1))

    # Movement in the text

    def action_cursor_down(self) -> None:
        """The next sentence."""
        self.canvas.move(self.scene.sentence_beside(1))

    def action_cursor_up(self) -> None:
        """The sentence before."""
        self.canvas.move(self.scene.sentence_beside(-1))

    def action_paragraph_down(self) -> None:
        """The next paragraph."""
        self.canvas.move(self.scene.paragraph_beside(1))

    def action_paragraph_up(self) -> None:
        """The paragraph before."""
        self.canvas.move(self.scene.paragraph_beside(-1))

    def action_page_down(self) -> None:
        """A screenful on."""
        self.canvas.move(self.scene.page(1))

    def action_page_up(self) -> None:
        """A screenful back."""
        self.canvas.move(self.scene.page(-1))

    def action_top(self) -> None:
        """The article's first sentence."""
        self.canvas.move(self.scene.end(-1))

    def action_bottom(self) -> None:
        """The article's last sentence."""
        self.canvas.move(self.scene.end(1))

    # From mark to mark

    def action_next_unique(self) -> None:
        """The next fact that one source alone has."""
        self._go("unique", 1, "No fact is in one source alone.")

    def action_previous_unique(self) -> None:
        """The fact before that one source alone has."""
        self._go("unique", -1, "No fact is in one source alone.")

    def action_next_conflict(self) -> None:
        """The next passage of a conflict."""
        self._go("conflicts", 1, "No conflict was found.")

    def action_previous_conflict(self) -> None:
        """The passage of a conflict before."""
        self._go("conflicts", -1, "No conflict was found.")

    def action_next_gap(self) -> None:
        """The next paragraph that no other source reports."""
        self._go("gaps", 1, "Every paragraph is reported by another source.")

    def action_previous_gap(self) -> None:
        """The paragraph before that no other source reports."""
        self._go("gaps", -1, "Every paragraph is reported by another source.")

    def _go(self, kind: str, step: int, none: str) -> None:
        marks = self.canvas.marks
        if marks is None:
            self._say(self.app.failure or "Still comparing the articles …")
            return
        places: Sequence[Place] = {"unique": marks.unique, "conflicts": marks.conflicts, "gaps": marks.gaps}[
            kind
        ]
        if self.scene.hidden:
            places = [place for place in places if place.source not in self.scene.hidden]
        if not places:
            self._say(none)
            return
        here = self._position(self.canvas.place)
        if self.canvas.place.span is None and kind != "gaps":  # what begins with the sentence is still ahead
            here = (*here[:2], self.scene.stretch(self.canvas.place)[0] - (step > 0))
        bisect = bisect_right if step > 0 else bisect_left
        index = bisect(places, here, key=self._position) - (step < 0)
        if not 0 <= index < len(places):
            self._say("From the last back to the first." if step > 0 else "From the first on to the last.")
        self.canvas.move(places[index % len(places)])

    @staticmethod
    def _position(place: Place) -> tuple[int, int, int]:
        """What places are ordered by; that of a paragraph is its start."""
        return place.source, place.paragraph, place.span[0] if place.span else 0

    def action_counterpart(self) -> None:
        """What the next column has of this."""
        self._counterpart(1)

    def action_counterpart_back(self) -> None:
        """What the column before has of this."""
        self._counterpart(-1)

    def _counterpart(self, step: int) -> None:
        canvas, marks = self.canvas, self.canvas.marks
        if len(self.articles) < 2:
            self._say("There is no other column.")
            return
        shown = [source for source in range(len(self.articles)) if source not in self.scene.hidden]
        other = shown[(shown.index(canvas.place.source) + step) % len(shown)]
        if marks is None:
            canvas.move(self.scene.level(other))
            return
        place = marks.counterpart(canvas.place, other)
        if place is None:
            self._say(f"{source_key(other)} does not report this.")
        canvas.move(place or self.scene.level(other))

    # Search

    @property
    def _bar(self) -> FindBar | None:
        from tui.widgets.search import FindBar  # an input is not needed for the first frame

        return next(iter(self.query(FindBar)), None)

    async def action_search(self) -> None:
        """Open the find bar."""
        from tui.widgets.search import FindBar, FindInput

        if self._bar is None:
            self._origin = self.canvas.place
            bar = FindBar()
            await self.mount(bar, before=self.status)
            bar.query_one(FindInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        self._search(event.value)

    async def on_input_submitted(self) -> None:
        """Keep what was found and go on reading."""
        if not self._matches:
            self._say("Nothing was found.")
            self._search("")
        await self._close_bar()

    async def on_find_bar_cancelled(self) -> None:
        """Forget the search and return to where it began."""
        self._search("")
        await self._close_bar()

    async def _close_bar(self) -> None:
        if self._bar:
            await self._bar.remove()

    def _search(self, query: str) -> None:
        from tui.widgets.search import beside, find

        self._query = query
        self._matches = find(self.articles, query)
        stretches: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for source, paragraph, start, end in self._matches:
            stretches.setdefault((source, paragraph), []).append((start, end))
        self.canvas.set_matches(stretches)
        if self._bar is None:
            self._annotate()
        elif self._matches:
            start, _ = self.scene.stretch(self._origin)
            self._show(self._matches[beside(self._matches, self._origin, start, 0)])
        else:
            self.canvas.move(self._origin)

    def _show(self, match: Match) -> None:
        source, paragraph, start, end = match
        self.canvas.move(self.scene.place_at(source, paragraph, start)._replace(span=(start, end)))

    def action_search_next(self) -> None:
        """The next match."""
        self._next_match(1)

    def action_search_previous(self) -> None:
        """The match before."""
        self._next_match(-1)

    def _next_match(self, step: int) -> None:
        from tui.widgets.search import beside

        if not self._matches:
            self._say("Nothing was found." if self._bar else "Nothing to look for: / searches.")
            return
        place = self.canvas.place
        start = place.span[0] if place.span else self.scene.stretch(place)[0]
        self._show(self._matches[beside(self._matches, place, start, step)])

    # Evidence and quotation

    def action_why(self) -> None:
        """Show the evidence for the marks of the sentence."""
        marks = self.canvas.marks
        sentence = marks.sentence(self.canvas.place) if marks else None
        if marks is None or sentence is None:
            self._say(self.app.failure or "Still comparing the articles …")
            return
        from tui.screens.why import WhyScreen

        self.app.push_screen(WhyScreen(marks.comparison, sentence.id))

    def action_copy(self) -> None:
        """Copy the sentence, with where it stands."""
        place = self.canvas.place
        article = self.articles[place.source]
        start, end = self.scene.stretch(place)
        reference = f"{source_key(place.source)} ¶{place.paragraph + 1}"
        text = article.paragraphs[place.paragraph][start:end]
        self.app.copy_to_clipboard(f"{text} [{reference}, {article.name}]")
        self._say(f"Copied {reference}: {len(text.split())} words with the reference.")
