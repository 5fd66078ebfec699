"""The Chooser: one of several passages, found by typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.keys.bindings import bindings
from tui.screens.modal import KeyedModal
from tui.widgets.rows import Rows
from tui.widgets.visuals import Hanging, Prose


@dataclass(frozen=True, slots=True)
class Choice:
    """A passage to choose: its id, its place as it is shown, and its text."""

    id: str
    place: Content
    text: str

    def fits(self, words: Sequence[str]) -> bool:
        """Whether the place or the text has all of these words, given in lower case."""
        here = f"{self.place.plain} {self.text}".casefold()
        return all(word in here for word in words)


class ChooserScreen(KeyedModal):
    """Passages to choose from; what is typed narrows the list, Enter takes the one under the cursor.

    Args:
        title: What the choice is for.
        choices: The passages, at least one.
        chosen: Is called with the id of the one that was taken.
        at: The id of the one that the cursor stands on at first; by default the first.
    """

    WHERE = "chooser"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/chooser.tcss"
    AUTO_FOCUS = "Input"

    def __init__(
        self, title: str, choices: Sequence[Choice], chosen: Callable[[str], None], *, at: str | None = None
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._chosen = chosen
        self._at = at

    def compose(self) -> ComposeResult:
        """The filter above the passages."""
        heading = Content.assemble((self._title, "bold"), ("  Enter takes it · Esc cancels", "$quiet"))
        with Vertical(classes="panel"):
            yield Static(heading, classes="title")
            yield Input(placeholder="Type to find words", compact=True)
            yield Rows(id="choices")

    def on_mount(self) -> None:
        """Show all passages."""
        rows = self.query_one(Rows)
        rows.can_focus = False  # the keys go on being typed
        rows.show(self._options(()))
        ids = [choice.id for choice in self._choices]
        if self._at in ids:
            rows.highlighted = ids.index(self._at)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self.query_one(Rows).show(self._options(event.value.casefold().split()))

    def _options(self, words: Sequence[str]) -> Iterator[Option]:
        found = [choice for choice in self._choices if choice.fits(words)]
        indent = max(choice.place.cell_length for choice in self._choices) + 2
        for choice in found:
            yield Option(Hanging(choice.place, Prose(Content(choice.text)), indent), id=choice.id)
        if not found:
            yield Option(Content("Nothing fits. Delete some letters to see more."), disabled=True)

    async def action_cursor(self, lines: int) -> None:
        """Move the cursor down (1) or up (-1) while typing goes on."""
        await self.query_one(Rows).run_action("cursor_down" if lines > 0 else "cursor_up")

    async def action_page(self, direction: int) -> None:
        """Move the cursor by a page, down (1) or up (-1)."""
        await self.query_one(Rows).run_action("page_down" if direction > 0 else "page_up")

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _take(self) -> None:
        option = self.query_one(Rows).highlighted_option
        if option is not None and option.id is not None:
            self.dismiss()
            self._chosen(option.id)
