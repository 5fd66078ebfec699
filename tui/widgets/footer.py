"""The footer: the keys that matter here, as many as fit."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets import looks


class Entry(NamedTuple):
    """An action in the footer: its key, the key as shown, its label, whether every screen has it."""

    key: str
    shown: str
    label: str
    everywhere: bool

    @property
    def width(self) -> int:
        """Cells it takes."""
        return cell_len(self.shown) + 1 + cell_len(self.label)


class KeyFooter(Widget):
    """One row with the keys and labels of what can be done now; a click presses the key.

    Textual's own footer mounts a widget a key and cuts the row where it ends; this one draws the row, and
    leaves out whole actions, never half of one.

    Args:
        own_first: Where not all actions fit, leave out those of every screen before those of this one.
    """

    ALLOW_SELECT = False

    def __init__(self, *, own_first: bool = False) -> None:
        super().__init__()
        self._own_first = own_first

    def on_mount(self) -> None:
        """Follow the bindings: they change with the screen and what is in focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def entries(self) -> tuple[list[Entry], int]:
        """What fits, the longest labels left out where not all do, and the blanks between two of them."""
        found: dict[str, Entry] = {}
        focused = self.screen.focused
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.action not in found:
                shown = self.app.get_key_display(binding)
                typed = len(shown) == 1 and shown.isascii()
                if typed and focused is not None and focused.check_consume_key(binding.key, shown):
                    continue  # Textual leaves these out itself, but for a few such as "/"
                found[binding.action] = Entry(
                    binding.key, shown, binding.description, active.node is self.app
                )
        entries = list(found.values())
        gap = 2
        while entries and 1 + sum(entry.width + gap for entry in entries) - gap > self.size.width:
            if gap == 2:
                gap = 1
            else:
                entries.remove(
                    max(entries, key=lambda entry: (self._own_first and entry.everywhere, entry.width))
                )
        return entries, gap

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
