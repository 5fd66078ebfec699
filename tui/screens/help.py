"""The Help panel: every action with its keys, by screen, found by typing."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.visual import Visual
from textual.widgets import Input, Static

from tui.keys import Action, key_name
from tui.keys.bindings import bindings
from tui.screens.modal import KeyedModal
from tui.widgets.visuals import Hanging, Stack

TITLES = {"app": "Everywhere"}  # other names are those of the screens


class HelpScreen(KeyedModal):
    """All keys; what is typed narrows the list."""

    WHERE = "help"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/help.tcss"
    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        """The filter above the list."""
        with Vertical(classes="panel"):
            yield Static(Content.assemble(("Help", "bold"), "  every key · Esc closes"), classes="title")
            yield Input(placeholder="Type to find a key or what it does", compact=True)
            with VerticalScroll(can_focus=False):
                yield Static(id="actions", markup=False)

    def on_mount(self) -> None:
        """Show everything at first."""
        self._show("")

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, wanted: str) -> None:
        found = [action for action in self.application.table if _matches(action, wanted.casefold().split())]
        sections: list[Visual] = []
        for where, group in groupby(found, key=lambda action: action.where):
            sections.append(Content.styled(TITLES.get(where, where.capitalize()), "bold $primary"))
            sections.extend(_section([list(family) for _, family in groupby(group, key=_family)]))
            sections.append(Content(" "))
        nothing = Content("No action fits. Delete some letters to see more.")
        self.query_one("#actions", Static).update(Stack(*sections) if sections else nothing)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_scroll_list(self, lines: int) -> None:
        """Move the list by some lines while the cursor stays in the filter."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, direction: int) -> None:
        """Move the list by a page, down (1) or up (-1)."""
        body = self.query_one(VerticalScroll)
        body.scroll_relative(y=direction * max(1, body.size.height - 1), animate=False)


def _family(action: Action) -> str:
    """A name that actions share which differ in their one key alone, such as those of the columns 1 to 9."""
    key = action.keys[0] if action.keys else ""
    return action.description.replace(key, "") if key.isdigit() else action.description


def _section(families: list[list[Action]]) -> list[Hanging]:
    """The actions of one screen, their descriptions one under the other."""
    lines = list(map(_line, families))
    indent = max(cell_len(keys) for keys, _ in lines) + 2
    return [Hanging(Content.styled(keys, "bold"), Content(told), indent) for keys, told in lines]


def _line(family: list[Action]) -> tuple[str, str]:
    """The keys of an action, or of those of one family, and what it does."""
    first, last = family[0], family[-1]
    if first is last:
        return "  ".join(map(key_name, first.keys)) or "none", first.description
    keys = f"{first.keys[0]} – {last.keys[0]}"
    return keys, first.description.replace(first.keys[0], keys)


def _matches(action: Action, words: list[str]) -> bool:
    keys = [*action.keys, *map(key_name, action.keys)]
    where = TITLES.get(action.where, action.where)
    text = f"{action.description} {where}".casefold()
    return all(word in text or word in map(str.casefold, keys) for word in words)
