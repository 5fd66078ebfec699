"""The application's state: the articles, what the comparison of them found, what the reader decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.worker import Worker, WorkerState

from tui.keys import Action, key_of
from tui.keys.typeahead import TypeAhead
from tui.model import Article, Comparison, Summary
from tui.session import Choices, Desk, Session
from tui.state.background import begun, in_background

if TYPE_CHECKING:
    from tui.analysis import Analysis
    from tui.session.store import Store

SAVE_AFTER = 0.4  # seconds: a program that is killed loses no more than the last second


class Reader(TypeAhead):
    """Compares the articles in a thread, keeps the reader's decisions, and saves them as one goes.

    Args:
        articles: The accounts, at least one, in the order of their columns.
        session: What the reader decided earlier about these articles.
        store: Where the session is kept while it goes on; None to keep it nowhere.
        notices: What the reader should know at the start, such as articles that have changed.
    """

    found: reactive[Comparison | None] = reactive(None)
    """What the analysis found."""
    choices: reactive[Choices | None] = reactive(None)
    """What the reader decided, for those who watch it; it stands in ``session``."""
    comparison: reactive[Comparison | None] = reactive(None)
    """What was found, under the reader's corrections and verdicts; this is what every screen shows."""
    progress: reactive[tuple[str, float] | None] = reactive(None)
    """The stage of the comparison that goes on, and the share (0–1) of the work that is done."""
    failure: reactive[str] = reactive("")
    """Why there is no comparison, if none is to come."""
    table: Sequence[Action]
    """The actions with the reader's own keys."""

    def __init__(
        self,
        articles: tuple[Article, ...],
        *,
        session: Session | None = None,
        store: Store | None = None,
        notices: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.articles = articles
        self.session = session or Session()
        self.store = store
        self.draft = ""
        """The text of an article that the reader typed or pasted and did not take yet."""
        self.too_long = False
        """Whether there is no comparison because these articles are too long for one."""
        self._notices = notices
        self._saved: Session | None = self.session
        self._saving = False
        self._summaries: dict[tuple[object, ...], Summary] = {}
        self._stop = Event()
        self._comparing: Worker[Analysis] | None = None
        self.analysis: Analysis | None = None
        """What was measured for ``found``, which explains it under any corrections."""

    def on_ready(self) -> None:
        """Compare once the texts are on the screen: NumPy and NLTK take longer to load than Textual."""
        if self._notices:
            self.notify("\n".join(self._notices), markup=False, timeout=10)
        self.compare()

    def compare(self) -> None:
        """Compare the articles in a thread; what comes of it arrives in ``found`` or ``failure``."""
        self._stop = Event()
        self.failure, self.too_long = "", False
        self.progress = ("starting", 0.0)
        work = begun(in_background, partial(self._compare, self.articles, self._stop))
        self._comparing = self.run_worker(
            work, name="compare", group="compare", exclusive=True, exit_on_error=False
        )

    def cancel_comparison(self) -> None:
        """Stop comparing, if that is going on; the texts stay."""
        if self.progress is not None:
            self._stop.set()
            self.workers.cancel_group(self, "compare")
            self.progress = None
            self.failure = "There is no comparison: you stopped it."

    def replace_articles(self, articles: tuple[Article, ...]) -> tuple[str, ...]:
        """Take other articles, with what still applies of the session; what was said of the old ones is gone.

        Returns:
            What the reader should know, such as articles that are new.
        """
        from tui.session.moving import move

        self._stop.set()
        self.workers.cancel_group(self, "compare")
        self.analysis = self.found = self.progress = None
        self.failure = ""
        try:
            notice = self.save()
        except OSError as error:
            notice = None
            self._cannot_save(error)
        other = self.store.about(articles) if self.store else None
        self.session, messages = move(self.session, self.articles, articles, self.store, other)
        self.articles, self.store, self._saved = articles, other, None
        self._save_soon()
        return (*messages, notice) if notice else messages

    def _compare(self, articles: tuple[Article, ...], stop: Event) -> Analysis:
        from tui.analysis import analyse

        def report(stage: str, share: float) -> None:
            if stop.is_set():
                raise InterruptedError("stopped by the reader")
            self.call_later(self._advance, stop, stage, share)

        return analyse(articles, summary_words=self.session.choices.words, progress=report)

    def _advance(self, stop: Event, stage: str, share: float) -> None:
        if not stop.is_set():
            self.progress = (stage, share)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take over what the comparison came to."""
        if event.worker is not self._comparing:
            return
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self.progress = None
            self.analysis = event.worker.result
            self.found = event.worker.result.comparison
        elif event.state is WorkerState.ERROR:
            self.progress = None
            self._fail(event.worker.error)

    def _fail(self, error: BaseException | None) -> None:
        from tui.analysis import TooLongError  # loaded by now: it was at work

        self.too_long = isinstance(error, TooLongError)
        what = f"{type(error).__name__}: {error}".removesuffix(": ").rstrip(".")
        said = str(error) if self.too_long else f"There is no comparison, since the analysis failed ({what})."
        self.failure = f"{said} The texts can still be read."
        self.notify(self.why_not_compared, severity="error", markup=False, timeout=15)

    @property
    def why_not_compared(self) -> str:
        """Why there is no comparison at this moment, and what helps."""
        if not self.failure:
            return "Still comparing the articles …"
        return f"{self.failure} {self.what_helps}." if self.what_helps else self.failure

    @property
    def what_helps(self) -> str:
        """The key that may lead to a comparison where there is none, and what it does."""
        if self.too_long:
            key, does = key_of(self.table, "app", "open"), "removes an article"
            return f"{key} {does}" if key and len(self.articles) > 1 else ""
        key = key_of(self.table, "app", "compare_again")
        return f"{key} compares" if key else ""

    def watch_found(self) -> None:
        """Show what was found as the reader corrected it earlier."""
        self._summaries.clear()
        self._revise()

    def _revise(self) -> None:
        choices = self.session.choices
        if self.found is None or not (choices.corrections or choices.verdicts):
            self.comparison = self.found
            return
        from tui.analysis import revise

        self.comparison = revise(self.found, choices.corrections, choices.verdicts)

    def decide(self, choices: Choices) -> None:
        """Go by these decisions from now on."""
        self._continue(self.session.decide(choices))

    def undo(self) -> bool:
        """Take the last decision back; False if there is none."""
        return self._continue(self.session.undo())

    def redo(self) -> bool:
        """Decide again what was taken back; False if nothing was."""
        return self._continue(self.session.redo())

    def arrange(self, desk: Desk) -> None:
        """Remember where the reader is and how the articles are laid out."""
        self._continue(replace(self.session, desk=desk))

    def _continue(self, session: Session) -> bool:
        before, self.session = self.session, session
        self.choices = session.choices
        now, then = session.choices, before.choices
        if (now.corrections, now.verdicts) != (then.corrections, then.verdicts):
            self._revise()
        self._save_soon()
        return session != before

    def _save_soon(self) -> None:
        if self.store is not None and self.session != self._saved and not self._saving:
            self._saving = True
            self.set_timer(SAVE_AFTER, self._save_later)

    async def _save_later(self) -> None:
        """Save in a thread: a slow disk must not hold up the keys."""
        try:
            notice = await in_background(partial(self._save, self.store, self.session))
        except OSError as error:
            self._saving = False
            self._cannot_save(error)
        else:
            self._saving = False
            if notice:
                self.notify(notice, severity="warning", markup=False, timeout=15)
            self._save_soon()  # for what was decided meanwhile

    def save(self) -> str | None:
        """Write down what has changed since the last time. May be called in any thread.

        Returns:
            What the reader should know, such as that a copy was made of what another window wrote.

        Raises:
            OSError: it cannot be written.
        """
        return self._save(self.store, self.session)

    def _save(self, store: Store | None, session: Session) -> str | None:
        if store is None or session == self._saved:
            return None
        notice = store.save(session)
        self._saved = session
        return notice

    def _cannot_save(self, error: OSError) -> None:
        reason = error.strerror or error
        self.notify(f"The session cannot be saved: {reason}.", severity="error", markup=False)

    def summarised(self, choices: Choices) -> Comparison:
        """The comparison with the summary as ``choices`` ask for; what was made before is not made again.

        A new one is near to the lines shown last. Takes some tenths of a second where it is new.
        May be called in any thread.

        Raises:
            RuntimeError: there is no comparison yet.
        """
        from tui.state.retelling import fits, retold

        comparison = self.comparison
        if comparison is None:
            raise RuntimeError("asked for a summary before the comparison was made")
        desk = self.session.desk
        made = self._summaries.get(choices.basis)
        if made is None or not fits(made, choices, desk.lines, desk.told):
            made = self._summaries[choices.basis] = retold(comparison, choices, desk.lines, desk.told)
        return replace(comparison, summary=made)
