"""The footer: the keys that matter here, as many as fit."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.keys import ACTIONS, key_name
from tui.widgets import looks

RANKS = {action.name: action.rank for action in ACTIONS}


class Entry(NamedTuple):
    """An action in the footer: its key, the key as shown, its label, and its rank among them."""

    key: str
    shown: str
    label: str
    rank: int

    @property
    def width(self) -> int:
        """Cells it takes."""
        return cell_len(self.shown) + 1 + cell_len(self.label)


class KeyFooter(Widget):
    """One row with the keys and labels of what can be done now; a click presses the key.

    Textual's own footer mounts a widget a key and cuts the row where it ends; this one draws the row, and
    leaves out whole actions, never half of one.

    Args:
        own_first: Where not all actions fit, those of this screen count three ranks more than those of every
            screen.
        idle: The id of an action that leads nowhere from here, such as the one that opens this screen.
    """

    ALLOW_SELECT = False

    def __init__(self, *, own_first: bool = False, idle: str = "") -> None:
        super().__init__()
        self._own_first = own_first
        self._idle = idle

    def on_mount(self) -> None:
        """Follow the bindings: they change with the screen and what is in focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def entries(self) -> tuple[list[Entry], int]:
        """The entries that fit, by rank and length, in the table's order; and the blanks between two."""
        entries, room = self._available(), self.size.width
        if sum(entry.width + 2 for entry in entries) - 1 <= room:
            return entries, 2
        kept = set()
        for entry in sorted(entries, key=lambda entry: (-entry.rank, entry.width)):
            if entry.width < room:  # and the blank before it
                room -= entry.width + 1
                kept.add(entry)
        return [entry for entry in entries if entry in kept], 1

    def _available(self) -> list[Entry]:
        """The actions that can be done now, in the table's order."""
        found: dict[str, Entry] = {}
        focused = self.screen.focused
        for active in self.screen.active_bindings.values():
            binding = active.binding
            useful = active.enabled and binding.id != self._idle
            if not (binding.show and useful) or binding.action in found:
                continue
            control = binding.key.startswith("ctrl+")  # which Textual would write as a caret
            shown = key_name(binding.key) if control else self.app.get_key_display(binding)
            typed = len(shown) == 1 and shown.isascii()
            if typed and focused is not None and focused.check_consume_key(binding.key, shown):
                continue  # Textual leaves these out itself, but for a few such as "/"
            rank = RANKS.get(binding.id or "", 0)
            own = self._own_first and active.node is not self.app
            found[binding.action] = Entry(binding.key, shown, binding.description, rank + 3 * own)
        return list(found.values())

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one row
        """The row."""
        base = self.rich_style
        variables, colourless = self.app.theme_variables, self.app.no_color
        key_style = base + looks.style("key", variables, colourless=colourless)
        label_style = base + looks.style("label", variables, colourless=colourless)
        segments = [Segment(" ", base)]
        entries, gap = self.entries()
        for entry in entries:
            segments += [Segment(entry.shown, key_style), Segment(f" {entry.label}{' ' * gap}", label_style)]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        """Press the key that is under the mouse."""
        right = 1
        entries, gap = self.entries()
        for entry in entries:
            right += entry.width + gap
            if event.x < right:
                self.app.simulate_key(entry.key)
                return
