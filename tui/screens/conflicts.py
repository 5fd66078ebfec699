"""The Conflicts screen: where sources contradict each other, and what the reader says to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.keys.bindings import bindings
from tui.model import Conflict, Judgement, Passage, Verdict
from tui.screens.comparison import PassageScreen
from tui.widgets.footer import KeyFooter
from tui.widgets.passages import place, versions
from tui.widgets.rows import Rows, blank
from tui.widgets.visuals import Prose, Stack
from tui.wording.conflicts import why
from tui.wording.counts import count
from tui.wording.headings import LESSER, heading

COMPARED = (
    "Compared were numbers, dates, names, who said what, the wording of quotations, and statements that one "
    "source affirms and another denies. What no two sources report cannot contradict."
)


class ConflictsScreen(PassageScreen):
    """All conflicts, then (quieter) the lesser differences, then (struck through) what was dismissed."""

    WHERE = "conflicts"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/conflicts.tcss"
    AUTO_FOCUS = "Rows"

    lesser: reactive[bool] = reactive(True, init=False)

    def compose(self) -> ComposeResult:
        """The count, the list or what there is to say without one, and the keys."""
        yield Static(id="count", classes="title")
        yield Static(id="empty", classes="empty")
        yield Rows(id="conflicts")
        yield KeyFooter(own_first=True, idle="app.conflicts")

    def on_mount(self) -> None:
        """Fill the list."""
        self._listed: dict[str, Conflict] = {}
        self.revised()

    def revised(self) -> None:
        """Draw the list anew."""
        comparison = self.comparison
        self.query_one("#count", Static).update(self._counts())
        empty = self.query_one("#empty", Static)
        empty.update(self._nothing_found())
        empty.display = not comparison.conflicts
        self._listed.clear()
        rows = self.query_one(Rows)
        rows.show(self._options())
        rows.display = bool(self._listed)

    def watch_lesser(self) -> None:
        """Show the lesser differences, or do not."""
        self.revised()

    def _counts(self) -> Content:
        comparison = self.comparison
        found, lesser = comparison.conflicts, comparison.differences
        confirmed = sum(conflict.is_confirmed for conflict in (*found, *lesser))
        parts = [f"{len(found)} between {count(len(comparison.sources), 'source')}"]
        if lesser:
            parts.append(f"{len(lesser)} lesser{'' if self.lesser else ' (hidden)'}")
        parts += [f"{confirmed} confirmed"] if confirmed else []
        parts += [f"{len(comparison.dismissed)} dismissed"] if comparison.dismissed else []
        return Content.assemble(("Conflicts", "bold"), "  ", " · ".join(parts))

    def _options(self) -> Iterator[Option]:
        for conflict in self.comparison.conflicts:
            entry = self._entry("‼", conflict, "bold $conflict", "bold $conflict")
            yield from self._row("conflict", conflict, entry)
        if self.comparison.differences and self.lesser:
            yield from _heading(LESSER, "t hides them")
            for difference in self.comparison.differences:
                yield from self._row("lesser", difference, self._entry("≈", difference, "$quiet", "bold"))
        if self.comparison.dismissed:
            yield from _heading("Dismissed by you", "- takes it back")
            for dismissed in self.comparison.dismissed:
                yield from self._row("dismissed", dismissed, self._dismissed(dismissed))

    def _row(self, section: str, conflict: Conflict, entry: Visual) -> Iterator[Option]:
        """A row that is known again by what it is about, wherever others come and go."""
        name = f"{section} {conflict.key}"
        while name in self._listed:  # two of one kind between the same sentences
            name += "+"
        self._listed[name] = conflict
        yield Option(entry, id=name)
        yield blank()

    def _entry(self, glyph: str, conflict: Conflict, style: str, emphasis: str) -> Visual:
        confirmed = "  ✓ confirmed by you" if conflict.is_confirmed else ""
        label = Content.assemble(
            (f"{glyph} {heading(conflict)}", style),
            (f"  confidence {conflict.confidence:.2f}", "$quiet"),
            (confirmed, "bold $success"),
        )
        return Stack(label, Content(why(conflict)), versions(self.comparison, conflict, emphasis=emphasis))

    def _dismissed(self, conflict: Conflict) -> Visual:
        reason = conflict.verdict.reason if conflict.verdict else ""
        passages = Content("  ").join(
            Content.assemble(place(self.comparison, passage.sentence), (f" {passage.text}", "strike $quiet"))
            for passage in conflict.between
        )
        label = Content.assemble((f"✗ {heading(conflict)}", "strike $quiet"), f"  {reason}")
        return Stack(label, Prose(passages))

    def _nothing_found(self) -> Content:
        sources = len(self.comparison.sources)
        if sources == 1:
            return Content.assemble(
                ("One account cannot contradict itself here.", "bold"),
                f"\nOpen a second article about the same event with {self.app_key('open')}"
                " to see where the two disagree.",
            )
        if self.state.found and self.state.found.conflicts:
            return Content.styled("No contradiction is left: you dismissed what was found.", "bold")
        return Content.assemble(
            (f"No contradictions found between these {sources} sources.", "bold"), "\n", COMPARED
        )

    def _under_cursor(self) -> Conflict | None:
        option = self.query_one(Rows).highlighted_option
        return None if option is None or option.id is None else self._listed[option.id]

    def passage(self) -> Passage | None:
        """The first passage of the conflict under the cursor."""
        conflict = self._under_cursor()
        return conflict.between[0] if conflict else None

    def action_dismiss_conflict(self) -> None:
        """Ask why the conflict under the cursor is to be dismissed; let a dismissed one count again."""
        conflict = self._under_cursor()
        if conflict is None:
            self.say("There is nothing to dismiss.")
        elif conflict.verdict and conflict.verdict.judgement is Judgement.DISMISSED:
            self.state.decide(self.choices.judge(conflict.key, None))
        else:
            from tui.screens.prompt import PromptScreen

            hint = "why, or nothing; Enter dismisses"
            self.app.push_screen(
                PromptScreen("Dismiss", hint, partial(self._dismiss, conflict), about=why(conflict))
            )

    def _dismiss(self, conflict: Conflict, reason: str) -> None:
        self.state.decide(self.choices.judge(conflict.key, Verdict(Judgement.DISMISSED, reason)))

    def action_confirm(self) -> None:
        """Confirm the conflict under the cursor, or no longer."""
        conflict = self._under_cursor()
        if conflict is None:
            self.say("There is nothing to confirm.")
        else:
            verdict = None if conflict.is_confirmed else Verdict(Judgement.CONFIRMED)
            self.state.decide(self.choices.judge(conflict.key, verdict))

    def action_lesser(self) -> None:
        """Hide the lesser differences, or show them again."""
        if self.comparison.differences:
            self.lesser = not self.lesser
        else:
            self.say("There are no lesser differences.")

    @on(OptionList.OptionSelected)
    def _jump(self) -> None:
        self.action_jump()


def _heading(text: str, hint: str) -> Sequence[Option]:
    return (Option(Content.assemble((text, "bold"), (f"  {hint}", "$quiet")), disabled=True), blank())
