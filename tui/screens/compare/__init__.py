"""The Compare screen: all accounts side by side, the cursor in one of them, what is marked and why."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.model import Article, Comparison
from tui.screens.base import bindings
from tui.screens.compare.base import CompareBase
from tui.screens.compare.columns import Columns
from tui.screens.compare.letters import Letters
from tui.screens.compare.movement import Movement
from tui.screens.compare.passages import Passages
from tui.screens.compare.search import Search
from tui.session import Desk
from tui.widgets.canvas import Canvas
from tui.widgets.footer import KeyFooter

__all__ = ["CompareScreen"]

STOP_WITHIN = 4.0  # seconds between the two Escapes that stop the analysis


class CompareScreen(Movement, Columns, Letters, Search, Passages, CompareBase):
    """Shows the texts at once, and the marks when the app has compared them.

    Args:
        articles: at least one account.
    """

    BINDINGS: ClassVar = bindings("compare")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (8, "-high")]  # noqa: RUF012  (an instance variable to Textual)

    def __init__(self, articles: tuple[Article, ...]) -> None:
        super().__init__(articles)
        self.letters = {}
        self._stopping = False

    def compose(self) -> ComposeResult:
        """The texts, the foot line, the keys."""
        yield self.canvas
        yield self.status
        yield KeyFooter(idle="app.back")

    def on_mount(self) -> None:
        """Go on where the session left off, and follow what the app finds out."""
        desk = self.app.session.desk
        self.letters = dict(desk.marks)
        self.scene.layout.measure = self.app.measure
        if desk != Desk():
            from tui.screens.compare.desk import restore  # a new session's first frame does without

            restore(self.scene, desk)
            self.status.place = self.scene.place
        if self.app.session.choices.notes or self.app.session.choices.tags:
            self._remarked()  # a first frame without any does without the import
        self.watch(self.app, "choices", self._remarked, init=False)
        self.watch(self.app, "comparison", self._compared, init=False)
        self.watch(self.app, "progress", self.annotate, init=False)
        self.watch(self.app, "failure", self.annotate, init=False)
        self.annotate()

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        """Put the cursor on a sentence, or on characters ``start`` to ``end`` of its paragraph."""
        if self.canvas.marks:
            self.leap(self.canvas.marks.place_of(sentence_id, start, end))

    def step_back(self) -> None:
        """Leave what came last: selection, search, the analysis, a filter, the zoom, hidden columns."""
        if self.canvas.selection:
            self.canvas.select(None)
        elif self.searching:
            self.forget_search()
        elif self.app.progress:
            self._stop_comparing()
        elif self.scene.filter:
            self.canvas.change(lambda scene: scene.set_filter(""))
        elif self.scene.zoomed:
            self.canvas.change(lambda scene: scene.set_zoomed(False))
        elif self.scene.hidden:
            self.action_show_columns()

    def _stop_comparing(self) -> None:
        """Stop the analysis at the second Escape: the first may have been meant for a message."""
        if not self._stopping:
            self._stopping = True
            self.say(f"{self.key('back', 'app')} again stops the comparison.")
            self.set_timer(STOP_WITHIN, self._go_on_comparing)
            return
        self._go_on_comparing()
        self.app.cancel_comparison()
        self.say(self.app.why_not_compared)

    def _go_on_comparing(self) -> None:
        self._stopping = False

    def keep_desk(self) -> None:
        """Have the app remember how things are arranged, if that has changed."""
        from tui.screens.compare.desk import desk_of

        before = self.app.session.desk
        desk = desk_of(self.scene, self.letters, before)
        if desk != before:
            self.app.arrange(desk)

    def _compared(self, comparison: Comparison | None) -> None:
        if comparison is not None:
            self.canvas.set_comparison(comparison)
            self.status.marks = self.canvas.marks

    def _remarked(self) -> None:
        from tui.widgets.remarks import remarks

        self.canvas.set_remarks(remarks(self.app.session.choices))

    def watch_pending(self) -> None:
        """Show the key that waits for another one."""
        if self.is_mounted:
            self.annotate()

    @on(Canvas.Moved)
    def _moved(self, event: Canvas.Moved) -> None:
        self.status.place = event.place
        self.status.remark = self.canvas.remark
        self.annotate()
        self.keep_desk()

    def annotate(self) -> None:
        """Say what the app is doing: what waits for the reader first, then how the texts are shown."""
        notes = []
        if self.pending:
            notes.append(f"{self.pending} …")
        if self.canvas.selection:
            notes.append("selected: y copies")
        if self.searching:
            notes.append(self.search_note)
        if self.app.progress:
            stage, share = self.app.progress
            notes.append(f"comparing: {stage} {share:.0%} · {self.key('back', 'app')} twice stops")
        elif self.app.failure:
            notes.append(" · ".join(filter(None, ("not compared", self.app.what_helps))))
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
