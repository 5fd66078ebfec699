"""The Summary screen: the merged summary with its references, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.background import in_background
from tui.export.wording import also, count, disputed_in, is_told
from tui.model import Comparison, Conflict, Omission, Passage, Summary, SummaryLine
from tui.screens.base import bindings
from tui.screens.places import PlacesScreen
from tui.session import Choices, Session
from tui.widgets.footer import KeyFooter
from tui.widgets.passages import place, question, source_name, source_style, versions
from tui.widgets.rows import Rows, blank
from tui.widgets.visuals import Columns, Hanging, Prose, Stack

STEP = 10  # words by which the budget changes
INDENT = 5
BAR = 10
LABEL = 18
NARROWEST_BAR = 34


def summarised(comparison: Comparison, choices: Choices) -> Comparison:
    """The comparison with the summary as the reader wants it."""
    if choices == Choices(comparison.summary.budget):
        return comparison
    from tui.analysis import summarise

    summary = summarise(comparison, choices.words, keep=choices.kept, drop=choices.dropped)
    return replace(comparison, summary=summary)


class SummaryScreen(PlacesScreen):
    """The summary's lines, dropped ones struck through in their place, then the sentences left out."""

    WHERE = "summary"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/summary.tcss"
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012  (an instance variable to Textual)

    summary: reactive[Summary] = reactive(Summary(0), init=False, always_update=True)

    def compose(self) -> ComposeResult:
        """The length, the lines beside (or above) the coverage, and the keys."""
        yield Static(id="length", classes="title")
        with Container(id="halves"):
            yield Rows(id="lines")
            yield Static(id="coverage")
        yield KeyFooter(own_first=True)

    def on_mount(self) -> None:
        """Show the summary as it stood when the screen was last left."""
        self._order: list[str] = []  # the sentences shown above the omitted ones, dropped ones included
        self._new: frozenset[str] = frozenset()
        self._busy = False
        self.summary = self.rashomon.summarised(self._choices).summary

    @property
    def _choices(self) -> Choices:
        return self.rashomon.session.choices

    def watch_summary(self, before: Summary, summary: Summary) -> None:
        """Draw the lines, the coverage and the length."""
        known = {line.sentence for line in before.lines} | set(self._order)
        lines = {line.sentence: line for line in summary.lines}
        self._new = frozenset(lines.keys() - known) if known else frozenset()
        self._order = _in_place(self._order, list(lines), self._choices.dropped)
        self.query_one(Rows).show(self._options(lines, summary.omitted))
        self.query_one("#coverage", Static).update(self._coverage(summary))
        self.query_one("#length", Static).update(self._length(summary))

    def _length(self, summary: Summary) -> Content:
        choices = self._choices
        parts = [f"{summary.words} of {count(choices.words, 'word')}", count(len(summary.lines), "line")]
        if choices.dropped:
            parts.append(f"{len(choices.dropped)} dropped")
        return Content.assemble(("Summary", "bold"), "  ", " · ".join(parts))

    def _options(self, lines: dict[str, SummaryLine], omitted: tuple[Omission, ...]) -> Iterator[Option]:
        number = 0
        for sentence in self._order:
            if sentence in lines:
                number += 1
                yield Option(self._line(number, lines[sentence]), id=sentence)
            else:
                yield Option(self._dropped(sentence), id=sentence)
        if not self._order:
            yield Option(Content("Nothing fits this length. Press + for a longer summary."), disabled=True)
        shown = [omission for omission in omitted if omission.sentence not in self._choices.dropped]
        if shown:
            yield blank()
            heading = Content.assemble(("Left out", "bold"), ("  weightiest first · i puts one in", "$quiet"))
            yield Option(heading, disabled=True)
        for omission in shown:
            yield Option(self._omission(omission), id=omission.sentence)

    def _line(self, number: int, line: SummaryLine) -> Visual:
        conflicts = disputed_in(self.comparison, line)
        note = Content("")
        if line.sentence in self._choices.kept:
            note = Content.styled("  put in by you", "$success")
        elif line.sentence in self._new:
            note = Content.styled("  new", "bold $accent")
        text = Content(line.text)
        for passage in (passage for conflict in conflicts for passage in conflict.between):
            if passage.sentence == line.sentence:
                start = passage.start - self.comparison.sentences[line.sentence].start
                text = text.stylize("bold underline", start, start + len(passage.text))
        text = Content.assemble(text, " ", self._references(line), note)
        label = Content.assemble(f"{number:2}", (" ‼" if conflicts else "", "bold $conflict"))
        return Hanging(
            label, Stack(Prose(text), *(self._dispute(line, conflict) for conflict in conflicts)), INDENT
        )

    def _dispute(self, line: SummaryLine, conflict: Conflict) -> Visual:
        told = is_told(self.comparison, line, conflict)
        heading = Content.assemble(
            (f"{question(conflict)}: ", "bold $conflict"), "as above" if told else conflict.why
        )
        others = [passage for passage in conflict.between if passage.sentence != line.sentence]
        return Stack(heading) if told else Stack(heading, versions(self.comparison, others))

    def _references(self, line: SummaryLine) -> Content:
        first = Content.assemble("[", place(self.comparison, line.sentence), "]")
        others = [
            Content.styled(other, source_style(self.comparison, other.split()[0])) for other in also(line)
        ]
        return Content.assemble(first, (" also ", "$quiet"), Content(", ").join(others)) if others else first

    def _dropped(self, sentence: str) -> Visual:
        text = Content.styled(self.comparison.sentences[sentence].text, "strike $quiet")
        note = (" dropped by you · Space takes it back", "$accent")
        return Hanging(Content.styled(" ✗", "$accent"), Content.assemble(text, note), INDENT)

    def _omission(self, omission: Omission) -> Visual:
        own = self.comparison.sentences[omission.sentence].source
        others = ", ".join(source for source in sorted(omission.sources) if source != own)
        shared = f" also {others}" if others else ""
        reference = Content.assemble("[", place(self.comparison, omission.sentence), "]")
        text = Content.assemble(omission.text, " ", reference, (shared, "$quiet"))
        return Hanging(Content.styled(" ○", "$quiet"), Prose(text), INDENT)

    def _coverage(self, summary: Summary) -> Visual:
        coverage = summary.coverage
        bars = [_bar(Content("Shared facts"), coverage.shared_in_summary, coverage.shared, "bold")]
        bars += [
            _bar(
                Content.assemble("Only ", source_name(self.comparison, key)),
                coverage.unique_in_summary.get(key, 0),
                coverage.unique.get(key, 0),
                source_style(self.comparison, key),
            )
            for key in self.comparison.by_key
        ]
        pairs = [Columns(bars[i : i + 2], least=NARROWEST_BAR) for i in range(0, len(bars), 2)]
        return Stack(Content.styled("Facts in the summary", "bold"), *pairs)

    def place(self) -> Passage | None:
        """The whole sentence under the cursor."""
        option = self.query_one(Rows).highlighted_option
        if option is None or option.id is None:
            return None
        sentence = self.comparison.sentences[option.id]
        return Passage(sentence.id, sentence.start, sentence.end, sentence.text)

    def _decide(self, choices: Choices) -> None:
        self._set_session(self.rashomon.session.decide(choices))

    def _set_session(self, session: Session) -> None:
        self.rashomon.session = session
        self.query_one("#length", Static).update(self._length(self.summary))
        if not self._busy:
            self._busy = True
            self.run_worker(self._keep_up())

    async def _keep_up(self) -> None:
        """Make the summary that is wanted; what is decided meanwhile is seen to afterwards, all at once."""
        choices = None
        try:
            while choices != self._choices:
                choices = self._choices
                merged = await in_background(partial(self.rashomon.summarised, choices))
                if choices == self._choices:
                    self.summary = merged.summary
        except Exception as error:  # the analysis met something unforeseen; what is shown stays
            self._say(f"The summary could not be made ({error}); u takes the change back.")
        finally:
            self._busy = False

    def _say(self, message: str) -> None:
        self.notify(message, markup=False, timeout=3)

    def action_longer(self) -> None:
        """Allow the summary more words."""
        if self.summary.omitted:
            self._decide(self._choices.budget(self._choices.words + STEP))
        else:
            self._say("Nothing is left out that a longer summary could have.")

    def action_shorter(self) -> None:
        """Allow the summary fewer words."""
        shorter = self._choices.budget(self._choices.words - STEP)
        if shorter == self._choices:
            self._say(f"Shorter than {self._choices.words} words is no summary.")
        else:
            self._decide(shorter)

    def action_toggle_line(self) -> None:
        """Drop the line under the cursor, or take a dropped one back."""
        place = self.place()
        if place is None:
            self._say("There is no line to drop.")
        elif place.sentence in self._choices.dropped:
            self._decide(self._choices.release(place.sentence))
        elif place.sentence in self._order:
            self._decide(self._choices.drop(place.sentence))
        else:
            self._say("This sentence is left out as it is; i puts it in.")

    def action_include(self) -> None:
        """Put the omitted sentence under the cursor in, with a larger budget where it needs one."""
        place = self.place()
        if place is None:
            self._say("There is no sentence to put in.")
        elif any(line.sentence == place.sentence for line in self.summary.lines):
            self._say("This line is in the summary; what can be put in stands under “Left out”.")
        else:
            needed = self.summary.words + len(place.text.split())
            kept = self._choices.keep(place.sentence)
            self._decide(kept.budget(max(kept.words, needed)))

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.rashomon.session.past:
            self._set_session(self.rashomon.session.undo())
        else:
            self._say("There is no change to take back.")

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        if self.rashomon.session.future:
            self._set_session(self.rashomon.session.redo())
        else:
            self._say("No change was taken back.")

    @on(OptionList.OptionSelected)
    def _jump(self) -> None:
        self.action_jump()


def _in_place(before: list[str], lines: list[str], dropped: frozenset[str]) -> list[str]:
    """The lines in their order, each dropped sentence after the one it followed before."""
    order = list(lines)
    for sentence in [*(s for s in before if s in dropped), *sorted(dropped.difference(before))]:
        earlier = before[: before.index(sentence)] if sentence in before else lines
        follow = next((order.index(s) + 1 for s in reversed(earlier) if s in order), 0)
        order.insert(follow, sentence)
    return order


def _bar(label: Content, part: int, whole: int, style: str) -> Hanging:
    filled = round(BAR * part / whole) if whole else 0
    bar = Content.assemble(
        ("━" * filled, style), ("─" * (BAR - filled), "$quiet"), f" {part}/{whole}" if whole else " none"
    )
    return Hanging(label.truncate(LABEL - 1, ellipsis=True), bar, LABEL)
