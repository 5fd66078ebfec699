"""The Why panel: the evidence for what the other sources have of a sentence, and the reader's word on it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tui.ids import paragraph_of
from tui.keys.bindings import bindings
from tui.model import Comparison, Correction, Report, Sentence
from tui.screens.comparison import ComparisonScreen
from tui.screens.evidence import conflict_shown, evidence, verdict
from tui.screens.modal import KeyedModal
from tui.screens.note_prompts import ask_note, ask_tags, toggle_checked
from tui.state.background import begun, in_background
from tui.widgets.footer import KeyFooter
from tui.widgets.passages import place, source_name, source_style
from tui.widgets.remarks import remarks
from tui.widgets.visuals import Hanging, Stack
from tui.wording.places import reference
from tui.wording.reports import LEVELS

if TYPE_CHECKING:
    from tui.analysis import Analysis, Explanation

_log = logging.getLogger(__name__)

LEGEND = (
    "Underlined: found in both, the same colour on both sides; italic: in another word. "
    "The score is the share of the sentence's content found there, rare words counting more."
)

Explanations = Mapping[str, "Explanation"]


class Pages(VerticalScroll, inherit_bindings=False):
    """Scrolls by pages; single lines are left to the screen, whose arrows go from source to source."""

    BINDINGS: ClassVar = [
        Binding("pagedown,ctrl+d,space", "page_down", show=False),
        Binding("pageup,ctrl+u,b", "page_up", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end,G", "scroll_end", show=False),
    ]


class WhyScreen(ComparisonScreen, KeyedModal):
    """The evidence for one sentence, and with a key for the next; one of the other sources is in focus.

    Args:
        sentence_id: The sentence that is explained first, such as ``A1.2``.
    """

    WHERE = "why"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/why.tcss"
    AUTO_FOCUS = "Pages"

    focus_on: reactive[str] = reactive("", init=False)
    """The key of the other source that the reader's word is about; empty where there is no other."""

    def __init__(self, sentence_id: str) -> None:
        super().__init__()
        self._sentence = sentence_id
        self._explained: Explanations | None = None
        self._failure = ""

    @property
    def sentence(self) -> Sentence:
        """The sentence that is explained, as it stands."""
        return self.comparison.sentences[self._sentence]

    @property
    def _remarked(self) -> str:
        """The id of the paragraph that notes and tags go to."""
        return paragraph_of(self._sentence)

    def compose(self) -> ComposeResult:
        """The sentence's place above the evidence, a block for each other source."""
        with Vertical(classes="panel"):
            yield Static(id="where", classes="title")
            with Pages():
                yield Static(id="sentence")
                for key in self._others:
                    yield Static(id=f"source-{key}", classes="source")
                yield Static(id="legend")
        yield KeyFooter(own_first=True)

    @property
    def _others(self) -> list[str]:
        return [key for key in self.comparison.by_key if key != self.sentence.source]

    def on_mount(self) -> None:
        """Explain the first sentence, the first of the other sources in focus."""
        self.focus_on = next(iter(self._others), "")
        self._explain()

    def revised(self) -> None:
        """Explain the sentence as it stands now."""
        self._look()

    def decided(self) -> None:
        """Show what the reader wrote beside the paragraph."""
        self._draw()

    def watch_focus_on(self) -> None:
        """Mark the block of the source in focus."""
        for block in self.query(".source"):
            block.set_class(block.id == f"source-{self.focus_on}", "-focused")
        self._show_focus()

    @on(events.Click, ".source")
    def _clicked(self, event: events.Click) -> None:
        """Put the source in focus whose evidence was clicked on."""
        if event.widget is not None and event.widget.id is not None:
            self.focus_on = event.widget.id.removeprefix("source-")

    def _show_focus(self) -> None:
        """Bring the source in focus into sight, which is what the keys decide about."""
        block = next(iter(self.query(f"#source-{self.focus_on}")), None) if self.focus_on else None
        if block is not None and block.display:
            self.call_after_refresh(block.scroll_visible, animate=False, immediate=True)

    def action_next_sentence(self) -> None:
        """Go on to the next sentence of the source."""
        self._move(1)

    def action_previous_sentence(self) -> None:
        """Go back to the sentence before."""
        self._move(-1)

    def _move(self, step: int) -> None:
        ids = [sentence.id for sentence in self.comparison.by_key[self.sentence.source].sentences()]
        index = ids.index(self._sentence) + step
        if 0 <= index < len(ids):
            self._sentence = ids[index]
            self._explain()

    def action_next_source(self) -> None:
        """Go on to the next source's evidence; at the last one, scroll."""
        self._step(1)

    def action_previous_source(self) -> None:
        """Go back to the evidence of the source before; at the first one, scroll."""
        self._step(-1)

    def _step(self, step: int) -> None:
        others = self._others
        index = others.index(self.focus_on) + step if self.focus_on else -1
        if 0 <= index < len(others):
            self.focus_on = others[index]
        else:
            self.query_one(Pages).scroll_relative(y=step, animate=False)

    def _explain(self) -> None:
        sentences = list(self.comparison.by_key[self.sentence.source].sentences())
        count = f"sentence {sentences.index(self.sentence) + 1} of {len(sentences)}"
        name = source_name(self.comparison, self.sentence.source)
        self.query_one("#where", Static).update(Content.assemble(("Why", "bold"), "  ", name, f" · {count}"))
        self.query_one(Pages).scroll_home(animate=False)
        self._explained = None
        self._look()

    def _look(self) -> None:
        """Look for the words that match; until they are found, show what was known before."""
        self._failure = ""
        self._draw()
        analysis = self.state.analysis
        if self.sentence.reports and analysis is not None:
            work = begun(in_background, partial(_explained, analysis, self.comparison, self.sentence))
            self.run_worker(work, exclusive=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Draw the evidence once it is there."""
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            sentence, explanations = event.worker.result
            if sentence is self.sentence:
                self._explained = explanations
                self._draw()
        elif event.state is WorkerState.ERROR:
            _log.debug("The matching words could not be found.", exc_info=event.worker.error)
            self._explained = {}
            self._failure = f"The matching words could not be found: {event.worker.error}"
            self._draw()

    def _draw(self) -> None:
        self.query_one("#sentence", Static).update(Stack(*self._about()))
        for key in self._others:
            block = self.query_one(f"#source-{key}", Static)
            report = self.sentence.report(key)
            block.display = report is not None
            if report is not None:
                block.update(Stack(*self._block(report)))
        self.query_one("#legend", Static).update(self._legend())
        self._show_focus()

    def _about(self) -> Iterator[Visual]:
        sentence = self.sentence
        text = Content.styled(sentence.text, "bold")
        yield Hanging(place(self.comparison, sentence.id), text, len(reference(sentence.id)) + 2)
        remark = remarks(self.choices).get(self._remarked)
        if remark is not None:
            yield Content.styled(remark.text, "$accent")
        for conflict in self.comparison.conflicts:
            if any(passage.sentence == sentence.id for passage in conflict.between):
                yield Content(" ")
                yield conflict_shown(self.comparison, conflict)
        if self._failure:
            yield Content(" ")
            yield Content.styled(self._failure, "$error")

    def _block(self, report: Report) -> Iterator[Visual]:
        yield verdict(self.comparison, report, self._correction(report.source))
        explanation = self._explained.get(report.source) if self._explained else None
        if explanation is not None:
            yield evidence(self.comparison, self.sentence, report.source, explanation)

    def _legend(self) -> Content:
        if len(self.comparison.sources) == 1:
            return Content("There is no second account to compare this with.")
        if self.sentence.reports and self._explained is None:
            return Content.styled("Looking for the words that match …", "$quiet")
        return Content.styled(LEGEND, "$quiet")

    def _correction(self, source: str) -> Correction | None:
        """The reader's own word on what ``source`` has of the sentence."""
        corrections = self.comparison.corrections
        return next((c for c in corrections if (c.sentence, c.source) == (self._sentence, source)), None)

    def _report(self) -> Report | None:
        report = self.sentence.report(self.focus_on)
        if report is None:
            self.say("There is no other account of this sentence.")
        return report

    def action_accept(self) -> None:
        """Accept what is said of the source in focus, so that it stays whatever else changes."""
        report = self._report()
        if report is not None:
            self._correct(_paragraph(report))

    def action_reject(self) -> None:
        """Say that the source in focus does not report the sentence."""
        if self._report() is not None:
            self._correct(None)

    def action_link(self) -> None:
        """Ask for the paragraph of the source in focus that reports the sentence."""
        report = self._report()
        if report is None:
            return
        from tui.screens.chooser import Choice, ChooserScreen

        source = self.comparison.by_key[self.focus_on]
        style = source_style(self.comparison, source.key)
        choices = [Choice(p.id, Content.styled(reference(p.id), style), p.text) for p in source.paragraphs]
        title = f"Which paragraph of {source.key} reports this?"
        self.app.push_screen(ChooserScreen(title, choices, self._correct, at=_paragraph(report)))

    def action_note(self) -> None:
        """Ask for a note to the paragraph of the sentence."""
        ask_note(self, self._remarked)

    def action_tag(self) -> None:
        """Ask for the tags of the paragraph of the sentence."""
        ask_tags(self, self._remarked)

    def action_checked(self) -> None:
        """Tag the paragraph of the sentence as checked, or no longer."""
        toggle_checked(self, self._remarked)

    def action_help(self) -> None:
        """Show every key."""
        self.navigation.action_help()

    def _correct(self, paragraph: str | None) -> None:
        self.state.decide(self.choices.correct(Correction(self._sentence, self.focus_on, paragraph)))
        report = self._report()
        if report is not None:
            said = LEVELS[report.level].replace("this", reference(self._sentence))
            undo = self.key("undo")
            self.say(f"{report.source}: {said}, by you" + (f" · {undo} takes it back" if undo else ""))


def _paragraph(report: Report) -> str | None:
    """The id of the paragraph that carries most of the sentence."""
    return paragraph_of(report.by[0]) if report.by else None


def _explained(
    analysis: Analysis, comparison: Comparison, sentence: Sentence
) -> tuple[Sentence, Explanations]:
    return sentence, {
        report.source: analysis.explain(sentence.id, report.source, revised=comparison)
        for report in sentence.reports
    }
