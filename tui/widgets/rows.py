"""A list of passages to walk through with a cursor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

CURSOR = "▌"


class Rows(OptionList, inherit_bindings=False):
    """An option list whose cursor shows without colour too, and which a click only moves.

    A second click on the row under the cursor selects it. Enter is left to the screen, so that the footer
    shows it.
    """

    BINDINGS: ClassVar = [
        Binding("down,j", "cursor_down", show=False),
        Binding("up,k", "cursor_up", show=False),
        Binding("pagedown,ctrl+d", "page_down", show=False),
        Binding("pageup,ctrl+u", "page_up", show=False),
        Binding("home", "first", show=False),
        Binding("end,G", "last", show=False),
    ]
    COMPONENT_CLASSES: ClassVar = {"rows--cursor"}
    DEFAULT_CSS = """
    Rows {
        height: 1fr;
        border: none;
        padding: 0 1 0 0;
        background: transparent;
        & > .rows--cursor { color: $accent; text-style: bold; }
        & > .option-list--option { padding: 0; }
        & > .option-list--option-disabled { color: $foreground; }
        &, &:focus {
            border: none;
            background-tint: transparent;
            & > .option-list--option-highlighted {
                color: $foreground;
                background: $foreground 10%;
                text-style: none;
            }
        }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id, markup=False)

    def show(self, rows: Iterable[Option]) -> None:
        """Show other rows, the cursor on the same one as before, or where it was if that one is gone."""
        option, index, scroll = self.highlighted_option, self.highlighted, self.scroll_y
        self.set_options(rows)
        if option is not None and option.id and option.id in {other.id for other in self.options}:
            self.highlighted = self.get_option_index(option.id)
        elif index is None:
            self.action_first()
        else:
            enabled = [number for number, other in enumerate(self.options) if not other.disabled]
            last = enabled[-1] if enabled else None
            self.highlighted = next((number for number in enabled if number >= index), last)
        self.scroll_to(y=scroll, animate=False, immediate=True)
        self.scroll_to_highlight()

    def _get_left_gutter_width(self) -> int:
        return 2

    def render_line(self, y: int) -> Strip:
        """A line of a row behind the cursor's column."""
        line = super().render_line(y)
        number = self.scroll_offset.y + y
        index = self._lines[number][0] if number < len(self._lines) else None
        at_cursor = index is not None and index == self.highlighted
        style = self.get_visual_style("option-list--option").rich_style
        cursor = self.get_component_rich_style("rows--cursor", partial=True)
        mark = Segment(f"{CURSOR} ", style + cursor) if at_cursor else Segment("  ", style)
        return Strip([mark, *line], line.cell_length + 2)

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if clicked is None or self.options[clicked].disabled:
            return
        if clicked == self.highlighted:
            self.action_select()
        else:
            self.highlighted = clicked

    @on(OptionList.OptionHighlighted)
    def _show_heading(self, event: OptionList.OptionHighlighted) -> None:
        """Scroll all the way up for the first row, so that the heading above it is seen as well."""
        if all(option.disabled for option in self.options[: event.option_index]):
            self.scroll_home(animate=False)


def blank() -> Option:
    """An empty line between rows."""
    return Option(Content(" "), disabled=True)
