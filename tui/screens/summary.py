"""The Summary screen: the merged summary with its references, and what the reader makes of it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from tui.keys.bindings import bindings
from tui.model import Comparison, Passage, Summary
from tui.screens.budget import heading, in_next_unit, named, stepped, with_room_for
from tui.screens.comparison import PassageScreen
from tui.screens.summary_coverage import coverage
from tui.screens.summary_lines import SummaryLines, in_place
from tui.session import Choices
from tui.state.background import begun, in_background
from tui.widgets.footer import KeyFooter
from tui.widgets.passages import place
from tui.widgets.rows import Rows

_log = logging.getLogger(__name__)


class SummaryScreen(PassageScreen):
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
            with VerticalScroll(id="beside", can_focus=False):
                yield Static(id="coverage")
        yield KeyFooter(own_first=True, idle="app.summary")

    def on_mount(self) -> None:
        """Show the summary as it stood when the screen was last left."""
        # the sentences shown above the omitted ones, dropped ones included
        shown = self.state.session.view.summary_rows
        self._order = [one for one in shown if one in self.comparison.sentences]
        self._next_at: str | None = None  # the line that the cursor goes to once it is there
        self._taken_back: str | None = None  # the line that the reader does not want dropped any more
        self._busy = False
        self._made: tuple[Comparison, Choices] = (self.comparison, self.choices)
        self._show(self.state.summarised(self.choices).summary, self.choices)

    def _show(self, summary: Summary, choices: Choices) -> None:
        """Show a summary, and remember that these decisions gave it."""
        self.summary = summary
        self._remember(choices)
        if self._taken_back is not None and self._taken_back not in (*self._lines, *choices.dropped):
            self.say("There is no room for this line any more; i puts it in.")
        self._taken_back = None

    def _remember(self, choices: Choices) -> None:
        self.state.set_view(
            replace(
                self.state.session.view,
                summary_lines=tuple(self._lines),
                summary_rows=tuple(self._order),
                summary_choices=choices,
            )
        )

    @property
    def _lines(self) -> list[str]:
        return [line.sentence for line in self.summary.lines]

    def watch_summary(self, before: Summary, summary: Summary) -> None:
        """Draw the lines, the coverage and the length."""
        known = {line.sentence for line in before.lines} | set(self._order)
        new = frozenset(set(self._lines) - known) if known else frozenset()
        rows, shown = self.query_one(Rows), self._order
        here, at = rows.highlighted_option, rows.highlighted
        self._order = in_place(self.comparison, shown, summary, self.choices)
        lines = SummaryLines(self.comparison, summary, self.choices, self._order, new)
        rows.show(lines.options())
        if self._next_at in self._order:
            rows.highlighted = rows.get_option_index(self._next_at)
            self._next_at = None
        elif here is not None and here.id in shown and here.id not in self._order and self._order:
            rows.highlighted = min(at or 0, len(self._order) - 1)  # the cursor does not leave with its line
        self.query_one("#coverage", Static).update(coverage(self.comparison, summary, self.choices))
        self._draw_length()

    def _draw_length(self) -> None:
        length = self.query_one("#length", Static)
        length.update(heading(self.choices, self.summary, length.content_size.width or self.size.width - 4))

    def on_resize(self) -> None:
        """Say as much in the title as there is room for."""
        self.call_after_refresh(self._draw_length)

    def passage(self) -> Passage | None:
        """The whole sentence under the cursor."""
        option = self.query_one(Rows).highlighted_option
        if option is None or option.id is None:
            return None
        sentence = self.comparison.sentences[option.id]
        return Passage(sentence.id, sentence.start, sentence.end, sentence.text)

    def revised(self) -> None:
        """Make the summary of the other comparison."""
        self.decided()

    def decided(self) -> None:
        """Make the summary that is wanted now, unless that is going on."""
        self._draw_length()
        if not self._busy and not self._is_made():
            self._busy = True
            self.run_worker(begun(self._make))

    def _is_made(self) -> bool:
        comparison, choices = self._made
        return comparison is self.comparison and choices == self.choices

    async def _make(self) -> None:
        """Make the summary that is wanted; what is decided meanwhile is seen to afterwards, all at once."""
        try:
            while not self._is_made():
                wanted = (self.comparison, self.choices)
                merged = await in_background(partial(self.state.summarised, self.choices))
                self._made = wanted
                if self._is_made():
                    self._show(merged.summary, self.choices)
        except Exception as error:  # the analysis met something unforeseen; what is shown stays
            _log.debug("The summary could not be made.", exc_info=error)
            self.say(f"The summary could not be made ({error}); u takes the change back.")
        finally:
            self._busy = False

    def action_longer(self) -> None:
        """Allow the summary more."""
        longer = stepped(self.choices, self.summary, 1)
        if not self.summary.omitted or longer == self.choices:
            self.say("Nothing is left out that a longer summary could have.")
        else:
            self.state.decide(longer)

    def action_shorter(self) -> None:
        """Allow the summary less."""
        shorter = stepped(self.choices, self.summary, -1)
        if shorter == self.choices:
            self.say(f"Shorter than {named(self.choices)} is no summary.")
        else:
            self.state.decide(shorter)

    def action_unit(self) -> None:
        """Go on to the next unit of the budget."""
        self._decide_with_these_lines(in_next_unit(self.choices, self.summary))

    def _decide_with_these_lines(self, choices: Choices) -> None:
        """Go by decisions that ask for no other lines than those shown, unless others are on their way."""
        made_by = self.state.session.view.summary_choices
        shown = made_by is not None and made_by.basis == self.choices.basis
        self.state.decide(choices)
        if shown:
            self._remember(choices)

    def action_toggle_line(self) -> None:
        """Drop the line under the cursor, or take a dropped one back."""
        here = self.passage()
        if here is None:
            self.say("There is no line to drop.")
        elif here.sentence in self.choices.dropped:
            self._taken_back = here.sentence
            self.state.decide(self.choices.release(here.sentence))
        elif here.sentence in self._order:
            self.state.decide(self.choices.drop(here.sentence))
        else:
            self.say("This sentence is left out as it is; i puts it in.")

    def action_pin(self) -> None:
        """Have the line under the cursor stay, or no longer."""
        here = self.passage()
        if here is None or here.sentence not in self._lines:
            self.say("Only a line of the summary can be pinned; i puts in what is left out.")
        elif here.sentence in self.choices.kept:
            self._decide_with_these_lines(self.choices.release(here.sentence))
        else:
            self._decide_with_these_lines(self.choices.keep(here.sentence))

    def action_include(self) -> None:
        """Put the omitted sentence under the cursor in, with a larger budget where it needs one."""
        here = self.passage()
        if here is None:
            self.say("There is no sentence to put in.")
        elif here.sentence in self._lines:
            self.say("This line is in the summary; what can be put in stands under “Left out”.")
        else:
            from tui.analysis import whole_quotations

            source = self.comparison.by_key[self.comparison.sentences[here.sentence].source]
            whole = whole_quotations(source).get(here.sentence) or (here.sentence,)
            texts = {part: self.comparison.sentences[part].text for part in whole if part not in self._lines}
            self.state.decide(with_room_for(self.choices, self.summary, texts))

    def action_swap(self) -> None:
        """Have another source's wording of the line under the cursor; ask which where there are several."""
        here = self.passage()
        if here is None or here.sentence not in self._lines:
            self.say("Only a line of the summary can be swapped.")
            return
        from tui.analysis import alternatives

        others = [one for one in alternatives(self.comparison, here.sentence) if one not in self._lines]
        if not others:
            self.say("No other source says the same in a sentence that can stand alone.")
        elif len(others) == 1:
            self._swap(here.sentence, others[0])
        else:
            self._ask_which(here.sentence, others)

    def _ask_which(self, sentence: str, others: Sequence[str]) -> None:
        from tui.screens.chooser import Choice, ChooserScreen

        texts = self.comparison.sentences
        choices = [Choice(one, place(self.comparison, one), texts[one].text) for one in others]
        self.app.push_screen(ChooserScreen("Swap the line for", choices, partial(self._swap, sentence)))

    def _swap(self, sentence: str, other: str) -> None:
        self._next_at = other
        self.state.decide(self.choices.swap(sentence, other))

    def action_move_line(self, step: int) -> None:
        """Move the line under the cursor down (1) or up (-1) among the others."""
        here, lines = self.passage(), list(self.summary.lines)
        if here is None or here.sentence not in self._lines:
            self.say("Only a line of the summary can be moved.")
            return
        index = self._lines.index(here.sentence)
        if not 0 <= index + step < len(lines):
            self.say("The line is the last one." if step > 0 else "The line is the first one.")
            return
        lines[index], lines[index + step] = lines[index + step], lines[index]
        self.summary = replace(self.summary, lines=tuple(lines))  # seen before the summary is made anew
        self._decide_with_these_lines(self.choices.arrange(tuple(self._lines)))

    def action_export(self) -> None:
        """Ask where to write the summary."""
        self.navigation.action_export()

    def action_note(self) -> None:
        """Ask for a note to the line under the cursor."""
        here = self.passage()
        if here is None:
            self.say("There is no line to note anything at.")
            return
        from tui.screens.note_prompts import ask_note

        ask_note(self, here.sentence)

    @on(OptionList.OptionSelected)
    def _jump(self) -> None:
        self.action_jump()
