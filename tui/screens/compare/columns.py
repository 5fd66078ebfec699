"""Views and columns: what is shown, in which order, how wide, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ids import source_key
from tui.screens.compare.base import Part

if TYPE_CHECKING:
    from tui.widgets.folding import Filter


class Columns(Part):
    """The keys that arrange the columns."""

    def action_view(self) -> None:
        """Reading view or aligned view."""
        if self.scene.view == "aligned":
            self.canvas.change(lambda scene: scene.set_view("reading"))
        elif self.screen.known():
            self.canvas.change(lambda scene: scene.set_view("aligned"))

    def action_zoom(self) -> None:
        """The cursor's column alone, or all."""
        self.canvas.change(lambda scene: scene.set_zoomed(not scene.zoomed))

    def action_differences(self) -> None:
        """Only what differs, or everything."""
        self._filter("differences")

    def action_shortest_path(self) -> None:
        """The column in full and of the others only what adds or contradicts, or everything."""
        self._filter("path")

    def _filter(self, wanted: Filter) -> None:
        if len(self.articles) < 2:
            self.say("With one article there is nothing to leave out.")
        elif self.scene.filter == wanted:
            self.canvas.change(lambda scene: scene.set_filter(""))
        elif self.screen.known():
            self.canvas.change(lambda scene: scene.set_filter(wanted))

    def action_link(self) -> None:
        """Let the columns move with the cursor, or leave each where it is."""
        if self.scene.aligned:
            self.say("The aligned view moves as one; v leads to the reading view.")
            return
        self.canvas.change(lambda scene: scene.set_linked(not scene.linked))
        self.say(
            "The columns move with the cursor again."
            if self.scene.linked
            else "Each column now moves by itself; L links them again."
        )

    # Which columns, in which order

    def action_hide_column(self) -> None:
        """Leave the cursor's column out."""
        source = self.canvas.place.source
        hidden = self.scene.hidden | {source}
        if len(hidden) == len(self.articles):
            self.say("This is the last column.")
        else:
            self.canvas.change(lambda scene: scene.set_hidden(hidden))
            self.say(f"{source_key(source)} is hidden; X shows all columns again.")

    def action_show_columns(self) -> None:
        """Show all columns."""
        if not self.scene.hidden:
            self.say("No column is hidden.")
        self.canvas.change(lambda scene: scene.set_hidden(frozenset()))

    def action_move_column(self, step: int) -> None:
        """Let the cursor's column change places with its neighbour to the left (-1) or right (1)."""
        scene, shown = self.scene, self.scene.unhidden
        index = shown.index(scene.place.source) + step
        if not 0 <= index < len(shown):
            self.say(f"This is already the {'first' if step < 0 else 'last'} column.")
            return
        order = list(scene.order)
        here, there = order.index(scene.place.source), order.index(shown[index])
        order[here], order[there] = order[there], order[here]
        self.canvas.change(lambda scene: scene.set_order(tuple(order)))

    # How wide

    def action_widen(self, step: int) -> None:
        """Make the cursor's column wider (1) or narrower (-1)."""
        if self.scene.aligned:
            self.say("The aligned view keeps all columns equally wide.")
        elif len(self.scene.columns) < 2:
            self.say("There is no other column to share the width with.")
        elif not self.scene.widen(step):
            self.say(f"The column cannot be made {'wider' if step > 0 else 'narrower'}.")
        self.canvas.rearranged()

    def action_equal_widths(self) -> None:
        """Make all columns equally wide."""
        self.canvas.change(lambda scene: scene.set_weights({}))
