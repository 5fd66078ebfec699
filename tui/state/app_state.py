"""The application's state: the articles, what the comparison of them found, what the reader decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.model import Article, Comparison, Summary
from tui.session import Choices, Session, ViewState
from tui.state.comparing import Comparing, Later
from tui.state.signal import Signal

if TYPE_CHECKING:
    from tui.analysis import Analysis
    from tui.session.store import Store


class AppState:
    """Articles, findings and decisions; whoever shows them follows the signals.

    Args:
        articles: The accounts, at least one, in the order of their columns.
        session: What the reader decided earlier about these articles.
        store: Where the session is kept while it goes on; None to keep it nowhere.

    Attributes:
        analysis: The comparison as it was found, with the measures that explain it; None before that.
        comparison: The same under the reader's corrections and verdicts; this is what every screen shows.
        comparing: The comparison while it is made.
        draft: The text of an article that the reader typed or pasted and did not take yet.
        comparison_changed: Is sent when ``comparison`` is another one.
        choices_changed: Is sent when the reader has decided something.
        session_changed: Is sent when anything of the session is another, the view among it.
    """

    def __init__(
        self, articles: tuple[Article, ...], session: Session | None = None, store: Store | None = None
    ) -> None:
        self.articles = articles
        self.session = session or Session()
        self.store = store
        self.analysis: Analysis | None = None
        self.comparison: Comparison | None = None
        self.comparing = Comparing()
        self.draft = ""
        self.comparison_changed = Signal()
        self.choices_changed = Signal()
        self.session_changed = Signal()
        self._saved: Session | None = self.session
        self._summaries: dict[tuple[object, ...], Summary] = {}

    # The comparison

    async def compare(self, later: Later) -> None:
        """Compare the articles in a thread; that sets ``analysis``, or ``comparing.failure``."""
        analysis = await self.comparing.compare(self.articles, self.session.choices.words, later)
        if analysis is not None:
            self.set_analysis(analysis)

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Take over what the analysis found, and show it as the reader corrected it earlier."""
        self.analysis = analysis
        self._summaries.clear()
        self._revise()

    @property
    def found(self) -> Comparison | None:
        """The comparison before the reader corrected anything."""
        return self.analysis.comparison if self.analysis is not None else None

    def _revise(self) -> None:
        choices = self.session.choices
        self.comparison = found = self.found
        if found is not None and (choices.corrections or choices.verdicts):
            from tui.analysis import revise

            self.comparison = revise(found, choices.corrections, choices.verdicts)
        self.comparison_changed.send()

    def summarised(self, choices: Choices) -> Comparison:
        """The comparison with the summary as ``choices`` ask for; what was made before is not made again.

        A new one is near to the lines shown last. Takes some tenths of a second where it is new.
        May be called in any thread.

        Raises:
            RuntimeError: there is no comparison yet.
        """
        from tui.state.summaries import goes_with, summary_for

        comparison = self.comparison
        if comparison is None:
            raise RuntimeError("asked for a summary before the comparison was made")
        view = self.session.view
        made = self._summaries.get(choices.basis)
        if made is None or not goes_with(made, choices, view.summary_lines, view.summary_choices):
            made = summary_for(comparison, choices, view.summary_lines, view.summary_choices)
            self._summaries[choices.basis] = made
        return replace(comparison, summary=made)

    # The session

    def decide(self, choices: Choices) -> None:
        """Go by these decisions from now on."""
        self._continue(self.session.decide(choices))

    def undo(self) -> bool:
        """Take the last decision back; False if there is none."""
        return self._continue(self.session.undo())

    def redo(self) -> bool:
        """Decide again what was taken back; False if nothing was."""
        return self._continue(self.session.redo())

    def set_view(self, view: ViewState) -> None:
        """Remember where the reader is and how the articles are laid out."""
        self._continue(replace(self.session, view=view))

    def _continue(self, session: Session) -> bool:
        before, self.session = self.session, session
        now, then = session.choices, before.choices
        if (now.corrections, now.verdicts) != (then.corrections, then.verdicts):
            self._revise()
        if now != then:
            self.choices_changed.send()
        self.session_changed.send()
        return session != before

    @property
    def is_saved(self) -> bool:
        """Whether nothing has changed since the session was last saved, or it is kept nowhere."""
        return self.store is None or self.session == self._saved

    def save(self) -> str | None:
        """Write down what has changed since the last time.

        Returns:
            What the reader should know, such as that a copy was made of what another window wrote.

        Raises:
            OSError: it cannot be written.
        """
        return self.saving()()

    def saving(self) -> Callable[[], str | None]:
        """A function that saves the session of this moment, for another thread; see `save`."""
        return partial(self._save, self.store, self.session)

    def _save(self, store: Store | None, session: Session) -> str | None:
        if store is None or session == self._saved:
            return None
        notice = store.save(session)
        self._saved = session
        return notice

    # The articles

    def replace_articles(self, articles: tuple[Article, ...]) -> tuple[str, ...]:
        """Take other articles, with what still applies of the session; what was said of the old ones is gone.

        Returns:
            What the reader should know, such as articles that are new.
        """
        from tui.session.moving import move

        self.comparing.abandon()
        other = self.store.about(articles) if self.store else None
        self.session, messages = move(self.session, self.articles, articles, self.store, other)
        self.articles, self.store, self._saved = articles, other, None
        self.set_analysis(None)
        self.session_changed.send()
        return messages
