"""The Conflicts screen: where sources contradict each other, with the passages of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.export.wording import count
from tui.model import Conflict, Passage
from tui.screens.base import bindings
from tui.screens.places import PlacesScreen
from tui.widgets.footer import KeyFooter
from tui.widgets.passages import question, versions
from tui.widgets.rows import Rows, blank
from tui.widgets.visuals import Stack

CHECKED = (
    "Compared were numbers, dates, names, who said what, the wording of quotations, and statements that one "
    "source affirms and another denies. What no two sources report cannot contradict."
)


class ConflictsScreen(PlacesScreen):
    """All conflicts, then (quieter) the lesser differences."""

    WHERE = "conflicts"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/conflicts.tcss"
    AUTO_FOCUS = "Rows"

    def compose(self) -> ComposeResult:
        """The count, the list or what there is to say without one, and the keys."""
        found, lesser = self.comparison.conflicts, self.comparison.differences
        counts = f"{len(found)} between {count(len(self.comparison.sources), 'source')}"
        if lesser:
            counts += f" · {count(len(lesser), 'lesser difference')}"
        yield Static(Content.assemble(("Conflicts", "bold"), f"  {counts}"), classes="title")
        if not found:
            yield Static(self._nothing_found(), classes="empty")
        if found or lesser:
            yield Rows(id="conflicts")
        yield KeyFooter(own_first=True)

    def on_mount(self) -> None:
        """Fill the list."""
        for rows in self.query(Rows):
            rows.show(self._options())

    def _options(self) -> Iterator[Option]:
        for conflict in self.comparison.conflicts:
            yield Option(self._entry("‼", conflict, "bold $conflict"), id=f"c{conflict.id}")
            yield blank()
        if self.comparison.differences:
            yield Option(Content.styled("Lesser differences", "bold"), disabled=True)
            yield blank()
        for difference in self.comparison.differences:
            yield Option(self._entry("≈", difference, "$quiet"), id=f"d{difference.id}")
            yield blank()

    def _entry(self, glyph: str, conflict: Conflict, style: str) -> Stack:
        heading = Content.assemble(
            (f"{glyph} {question(conflict)}", style), (f"  confidence {conflict.confidence:.2f}", "$quiet")
        )
        return Stack(heading, Content(conflict.why), versions(self.comparison, conflict.between))

    def _nothing_found(self) -> Content:
        if len(self.comparison.sources) == 1:
            return Content.assemble(
                ("One account cannot contradict itself here.", "bold"),
                "\nOpen a second article about the same event to see where the two disagree.",
            )
        count = len(self.comparison.sources)
        return Content.assemble(
            (f"No contradictions found between these {count} sources.", "bold"), "\n", CHECKED
        )

    def place(self) -> Passage | None:
        """The first passage of the conflict under the cursor."""
        rows = self.query(Rows)
        option = rows.first().highlighted_option if rows else None
        if option is None or option.id is None:
            return None
        among = self.comparison.conflicts if option.id[0] == "c" else self.comparison.differences
        return next(conflict.between[0] for conflict in among if str(conflict.id) == option.id[1:])

    @on(OptionList.OptionSelected)
    def _jump(self) -> None:
        self.action_jump()
