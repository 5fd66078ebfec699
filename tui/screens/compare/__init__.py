"""The Compare screen: all accounts side by side, the cursor in one of them, what is marked and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from tui.ids import paragraph_id
from tui.keys.bindings import bindings, lend_actions
from tui.model import Article
from tui.screens.compare.base import TextsScreen
from tui.screens.compare.bookmarks import Bookmarks
from tui.screens.compare.columns import Columns
from tui.screens.compare.movement import Movement
from tui.screens.compare.passages import Passages
from tui.screens.compare.search import Search
from tui.screens.not_compared import what_helps, why_not_compared
from tui.session import ViewState
from tui.widgets.canvas import Canvas
from tui.widgets.footer import KeyFooter

if TYPE_CHECKING:
    from tui.widgets.find_bar import FindBar

__all__ = ["CompareScreen"]

STOP_WITHIN = 4.0  # seconds between the two Escapes that stop the analysis


class CompareScreen(TextsScreen):
    """Shows the texts at once, and the marks when the app has compared them.

    Args:
        articles: at least one account.
        measure: the most cells that a line of text may have.
    """

    WHERE = "compare"
    BINDINGS: ClassVar = bindings(WHERE)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (8, "-high")]  # noqa: RUF012  (an instance variable to Textual)

    def __init__(self, articles: tuple[Article, ...], measure: int) -> None:
        super().__init__(articles)
        self.scene.layout.measure = measure
        self.columns = Columns(self)
        self.bookmarks = Bookmarks(self)
        self.search = Search(self)
        self.passages = Passages(self)
        for part in (Movement(self), self.columns, self.bookmarks, self.search, self.passages):
            lend_actions(self, part)
        self._stopping = False

    def compose(self) -> ComposeResult:
        """The texts, the foot line, the keys."""
        yield self.canvas
        yield self.status
        yield KeyFooter(idle="app.back")

    def on_mount(self) -> None:
        """Go on where the session left off, and follow what the app finds out."""
        state = self.state
        view, choices = state.session.view, state.session.choices
        self.bookmarks.by_letter = dict(view.marks)
        if view != ViewState():
            from tui.screens.compare.view_state import restore  # a new session's first frame does without

            restore(self.scene, view)
            self.status.place = self.scene.place
        if choices.notes or choices.tags:
            self._remarked()  # a first frame without any does without the import
        self.follow(state.choices_changed, self._remarked)
        self.follow(state.comparison_changed, self._compared)
        self.follow(state.comparing.changed, self.annotate)
        self.annotate()

    def paragraph_under_cursor(self) -> str:
        """The id of the paragraph that the cursor is in."""
        place = self.canvas.place
        return paragraph_id(place.source, place.paragraph)

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        """Put the cursor on a sentence, or on characters ``start`` to ``end`` of its paragraph."""
        if self.canvas.marks:
            self.leap(self.canvas.marks.place_of(sentence_id, start, end))

    def step_back(self) -> None:
        """Leave what came last: selection, search, the analysis, a filter, the zoom, hidden columns."""
        if self.canvas.selection:
            self.canvas.select(None)
        elif self.search.goes_on:
            self.search.forget()
        elif self.state.comparing.progress:
            self._stop_comparing()
        elif self.scene.filter:
            self.canvas.change(lambda scene: scene.set_filter(""))
        elif self.scene.zoomed:
            self.canvas.change(lambda scene: scene.set_zoomed(False))
        elif self.scene.hidden:
            self.columns.action_show_columns()

    def _stop_comparing(self) -> None:
        """Stop the analysis at the second Escape: the first may have been meant for a message."""
        if not self._stopping:
            self._stopping = True
            self.say(f"{self.key('back', 'app')} again stops the comparison.")
            self.set_timer(STOP_WITHIN, self._go_on_comparing)
            return
        self._go_on_comparing()
        self.state.comparing.stop()
        self.say(why_not_compared(self.state, self.application.table))

    def _go_on_comparing(self) -> None:
        self._stopping = False

    def keep_view(self) -> None:
        """Have it remembered how things are arranged, if that has changed."""
        from tui.screens.compare.view_state import view_of

        before = self.state.session.view
        view = view_of(self.scene, self.bookmarks.by_letter, before)
        if view != before:
            self.state.set_view(view)

    def _compared(self) -> None:
        if self.state.comparison is not None:
            self.canvas.set_comparison(self.state.comparison)
            self.status.marks = self.canvas.marks

    def _remarked(self) -> None:
        from tui.widgets.remarks import remarks

        self.canvas.set_remarks(remarks(self.state.session.choices))

    def watch_pending(self) -> None:
        """Show the key that waits for another one."""
        if self.is_mounted:
            self.annotate()

    @on(Canvas.Moved)
    def _moved(self, event: Canvas.Moved) -> None:
        self.status.place = event.place
        self.status.remark = self.canvas.remark
        self.annotate()
        self.keep_view()

    def on_canvas_double_clicked(self) -> None:
        """Show the evidence for the sentence that was clicked on."""
        self.passages.action_why()

    def on_canvas_selected(self) -> None:
        """Say what can be done with what is selected."""
        self.annotate()

    # The find bar is not imported before it is needed, hence handlers that Textual finds by their names.

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        """Search while typing."""
        self.search.look_for(event.query, regular=event.regular)

    async def on_find_bar_kept(self) -> None:
        """Keep what was found and go on reading."""
        await self.search.keep()

    async def on_find_bar_cancelled(self) -> None:
        """Forget the search and return to where it began."""
        await self.search.cancel()

    def annotate(self) -> None:
        """Say what the app is doing: what waits for the reader first, then how the texts are shown."""
        comparing = self.state.comparing
        notes = []
        if self.pending:
            notes.append(f"{self.pending} …")
        if self.canvas.selection:
            notes.append("selected: y copies")
        if self.search.goes_on:
            notes.append(self.search.note)
        if comparing.progress:
            stage, share = comparing.progress
            notes.append(f"comparing: {stage} {share:.0%} · {self.key('back', 'app')} twice stops")
        elif comparing.failure:
            notes.append(
                " · ".join(filter(None, ("not compared", what_helps(self.state, self.application.table))))
            )
        if self.scene.note:
            notes.append(self.scene.note)
        if not self.scene.linked and not self.scene.aligned:
            notes.append("unlinked")
        if self.scene.hidden:
            shown = "it" if len(self.scene.hidden) == 1 else "them"
            notes.append(f"{len(self.scene.hidden)} hidden · {self.key('show_columns')} shows {shown}")
        if len(self.articles) == 1:
            notes.append(f"{self.key('open', 'app')} opens a second article")
        self.status.notes = tuple(notes)
