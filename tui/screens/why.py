"""The Why panel: the evidence, word by word, for what the other sources have of a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.visual import Visual
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tui.background import in_background
from tui.export.wording import reference
from tui.model import Comparison, Conflict, Level, Sentence
from tui.screens.base import bindings
from tui.screens.modal import KeyedModal
from tui.widgets.footer import KeyFooter
from tui.widgets.passages import place, question, side_by_side, source_name, versions
from tui.widgets.visuals import Hanging, Stack

if TYPE_CHECKING:
    from tui.analysis import Explanation, Match

LEVELS = {
    Level.FULL: "reports this fully",
    Level.PARTIAL: "reports this in part",
    Level.NONE: "does not report this",
}
MATCH_STYLES = 6  # matches take turns with the colours of the theme
SAME_WORD = 0.99  # matches weaker than this say the same in another word
PHRASE_GAP = 6  # matched words at most so many characters apart, on both sides, are marked as one phrase
LEGEND = (
    "Underlined: found in both, the same colour on both sides; italic: in another word. "
    "The score is the share of the sentence's content found there, rare words counting more."
)

Explanations = Mapping[str, "Explanation"]


class WhyScreen(KeyedModal):
    """The evidence for one sentence, and with a key for the next.

    Args:
        comparison: What is explained.
        sentence_id: The sentence in focus at first, such as ``A1.2``.

    Raises:
        KeyError: there is no such sentence.
    """

    WHERE = "why"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/why.tcss"
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, comparison: Comparison, sentence_id: str) -> None:
        super().__init__()
        self.comparison = comparison
        self.sentence = comparison.sentences[sentence_id]

    def compose(self) -> ComposeResult:
        """The sentence's place above the evidence."""
        with Vertical(classes="panel"):
            yield Static(id="where", classes="title")
            with VerticalScroll():
                yield Static(id="evidence")
        yield KeyFooter(own_first=True)

    def on_mount(self) -> None:
        """Explain the first sentence."""
        self._show(self.sentence)

    def action_next_sentence(self) -> None:
        """Go on to the next sentence of the source."""
        self._move(1)

    def action_previous_sentence(self) -> None:
        """Go back to the sentence before."""
        self._move(-1)

    def _move(self, step: int) -> None:
        sentences = list(self.comparison.by_key[self.sentence.source].sentences())
        index = sentences.index(self.sentence) + step
        if 0 <= index < len(sentences):
            self._show(sentences[index])

    def _show(self, sentence: Sentence) -> None:
        self.sentence = sentence
        sentences = list(self.comparison.by_key[sentence.source].sentences())
        count = f"sentence {sentences.index(sentence) + 1} of {len(sentences)}"
        name = source_name(self.comparison, sentence.source)
        self.query_one("#where", Static).update(Content.assemble(("Why", "bold"), "  ", name, f" · {count}"))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self._draw(None)
        if sentence.reports:
            # the first explanation measures all sentences again
            work = in_background(partial(_explain, self.comparison, sentence))
            self.run_worker(work, exclusive=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Draw the evidence once it is there."""
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            sentence, explanations = event.worker.result
            if sentence is self.sentence:
                self._draw(explanations)
        elif event.state is WorkerState.ERROR:
            self._draw({}, failure=f"The matching words could not be found: {event.worker.error}")

    def _draw(self, explanations: Explanations | None, failure: str = "") -> None:
        sentence = self.sentence
        text = Content.styled(sentence.text, "bold")
        parts: list[Visual] = [
            Hanging(place(self.comparison, sentence.id), text, len(reference(sentence.id)) + 2)
        ]
        for conflict in self.comparison.conflicts:
            if any(passage.sentence == sentence.id for passage in conflict.between):
                parts += [Content(" "), *self._conflict(conflict)]
        if failure:
            parts += [Content(" "), Content.styled(failure, "$error")]
        for report in sentence.reports:
            explanation = explanations.get(report.source) if explanations else None
            heading = Content.assemble(
                source_name(self.comparison, report.source),
                (f" {LEVELS[report.level]} · {report.score:.2f}", "bold"),
            )
            parts += [Content(" "), heading]
            if explanation is not None:
                parts += self._evidence(report.source, explanation)
        if len(self.comparison.sources) == 1:
            parts += [Content(" "), Content("There is no second account to compare this with.")]
        elif sentence.reports and explanations is None:
            parts += [Content(" "), Content.styled("Looking for the words that match …", "$quiet")]
        else:
            parts += [Content(" "), Content.styled(LEGEND, "$quiet")]
        self.query_one("#evidence", Static).update(Stack(*parts))

    def _conflict(self, conflict: Conflict) -> list[Visual]:
        heading = Content.assemble(
            (f"‼ {question(conflict)}", "bold $conflict"), f" · confidence {conflict.confidence:.2f}"
        )
        return [heading, Content(conflict.why), versions(self.comparison, conflict.between)]

    def _evidence(self, source: str, explanation: Explanation) -> list[Visual]:
        if not explanation.others:
            return [Content("Nothing in its text comes near.")]
        own = Content(self.sentence.text)
        others = {other.id: Content(other.text) for other in explanation.others}
        first_free = len(self.comparison.sources)  # begin with colours that stand for no source here
        for number, phrase in enumerate(phrases(explanation.matches), first_free):
            slant = " italic" if any(match.strength < SAME_WORD for match in phrase) else ""
            style = f"underline{slant} $source-{number % MATCH_STYLES + 1}"
            first, last = phrase[0], phrase[-1]
            own = own.stylize(style, first.start - self.sentence.start, last.end - self.sentence.start)
            offset = self.comparison.sentences[first.other].start
            others[first.other] = others[first.other].stylize(
                style, first.other_start - offset, last.other_end - offset
            )
        nearest = [] if explanation.level else [Content.styled("The nearest passage:", "$quiet")]
        return [
            *nearest,
            side_by_side(self.comparison, [self.sentence.id, *others], [own, *others.values()]),
            *self._missing(source, explanation),
        ]

    def _missing(self, source: str, explanation: Explanation) -> list[Visual]:
        if not explanation.missing:
            return []
        start = self.sentence.start
        words = dict.fromkeys(
            self.sentence.text[one - start : end - start] for one, end in explanation.missing
        )
        listed = Content(" · ").join(Content.styled(word, "bold") for word in words)
        return [Content.assemble(f"Not found in {source}: ", listed)]


def _explain(comparison: Comparison, sentence: Sentence) -> tuple[Sentence, Explanations]:
    from tui.analysis import explain

    return sentence, {
        report.source: explain(comparison, sentence.id, report.source) for report in sentence.reports
    }


def phrases(matches: Sequence[Match]) -> list[list[Match]]:
    """Matches put together where they follow each other closely, in the same order, in both sentences."""
    groups: list[list[Match]] = []
    for match in sorted(matches, key=lambda match: match.start):
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.other == match.other
            and 0 <= match.start - last.end <= PHRASE_GAP
            and 0 <= match.other_start - last.other_end <= PHRASE_GAP
        ):
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups
