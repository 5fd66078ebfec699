"""The Facts screen: a ledger of every fact and the sources that report it."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import DataTable, Input, Static

from tui.keys.bindings import bindings
from tui.model import Fact, FactKind, Passage
from tui.screens.comparison import PassageScreen
from tui.screens.filtered import FilteredScreen
from tui.screens.ledger import Ledger, Order, Status
from tui.widgets.footer import KeyFooter
from tui.widgets.marks import Mark
from tui.widgets.passages import source_names, source_style
from tui.widgets.rows import CURSOR
from tui.wording.counts import count
from tui.wording.places import reference

KIND_WIDTH = max(map(len, FactKind))
SOURCE_WIDTH = 7
NARROW_SOURCE = 4  # one place a line
NARROWEST_FACT = 20
CORRECTED = "✎"  # beside what the reader's own word says of a source


GLYPHS = {
    Status.SHARED: Mark.SHARED.glyph,
    Status.ONE_SOURCE: Mark.UNIQUE.glyph,
    Status.DISPUTED: Mark.CONFLICT.glyph,
}


class FactTable(DataTable[Text], inherit_bindings=False):
    """A table walked through by rows; Enter is left to the screen, so that the footer shows it."""

    BINDINGS: ClassVar = [
        Binding("down,j", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("right,l", "cursor_right", show=False),
        Binding("left,h", "cursor_left", show=False),
        Binding("pagedown,ctrl+d", "page_down", show=False),
        Binding("pageup,ctrl+u", "page_up", show=False),
        Binding("home", "scroll_top", show=False),
        Binding("end,G", "scroll_bottom", show=False),
    ]
    COMPONENT_CLASSES: ClassVar = {"facts--cursor"}

    def render_line(self, y: int) -> Strip:
        """A line of the table; that of the row under the cursor begins with the mark of other lists."""
        line = super().render_line(y)
        first = next(iter(line), None)
        if first is None or first.style is None or first.style.meta.get("row") != self.cursor_row:
            return line
        mark = Segment(CURSOR, first.style + self.get_component_rich_style("facts--cursor", partial=True))
        return Strip([mark, *line.crop(1)], line.cell_length)


class FactsScreen(FilteredScreen, PassageScreen):
    """A table facts × sources, narrowed by kind, status and text, in one of several orders."""

    WHERE = "facts"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/facts.tcss"
    AUTO_FOCUS = "FactTable"
    NARROWED = "FactTable"

    kind: reactive[FactKind | None] = reactive(None, init=False)
    status: reactive[Status] = reactive(Status.ALL, init=False)
    order: reactive[Order] = reactive(Order.WEIGHT, init=False)

    def compose(self) -> ComposeResult:
        """The count, the text filter (when asked for), the table and the keys."""
        yield Static(id="count", classes="title")
        yield Static(id="names")
        yield Input(placeholder="Words of the fact", id="wanted", compact=True)
        yield FactTable(
            cursor_type="row", zebra_stripes=False, cell_padding=1, cursor_foreground_priority="renderable"
        )
        yield Static(id="empty", classes="empty", markup=False)
        yield Static(id="legend", markup=False)
        yield KeyFooter(own_first=True, idle="app.facts")

    def on_mount(self) -> None:
        """Sort the facts; the table comes with the first size."""
        self._ledger = Ledger(self.comparison)

    def revised(self) -> None:
        """Show the facts as they stand now."""
        self._ledger = Ledger(self.comparison)
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Give the facts the width that the other columns leave."""
        self.query_one("#names", Static).update(source_names(self.comparison, event.size.width - 4))
        self._show()

    def _show(self) -> None:
        facts = self._ledger.facts
        shown = self._ledger.select(self.kind, self.status, self.wanted, self.order)
        parts = [f"{len(shown)} of {count(len(facts), 'fact')}" if facts else "none found"]
        parts.extend(filter(None, [self.status if self.status is not Status.ALL else "", self.kind]))
        parts += [f"“{self.wanted}”"] if self.wanted else []
        parts += [f"by {self.order}"] if facts else []
        legend = [f"{glyph} {status}" for status, glyph in GLYPHS.items()]
        legend += [f"{CORRECTED} by you"] if self.comparison.corrections else []
        self.query_one("#legend", Static).update("   ".join(legend if shown else ()))
        self.query_one("#count", Static).update(Content.assemble(("Facts", "bold"), "  ", " · ".join(parts)))
        self._fill(shown)
        self.query_one(FactTable).display = bool(shown)
        empty = self.query_one("#empty", Static)
        empty.display = not shown
        empty.update(self._why_empty())

    def _fill(self, shown: list[Fact]) -> None:
        table = self.query_one(FactTable)
        under_cursor = self._fact_under_cursor()
        table.clear(columns=True)
        sources = self.comparison.sources
        width, kind_width, source_width = self._widths(shown)
        table.add_column(Text(""), width=1)
        table.add_column(Text("Fact"), width=width)
        if kind_width:
            table.add_column(Text("Kind"), width=kind_width)
        table.fixed_columns = 2
        for source in sources:
            table.add_column(
                Text(source.key, self._style(source_style(self.comparison, source.key))), width=source_width
            )
        quiet = self._style("$quiet")
        console = self.app.console
        for fact in shown:
            status, text = self._ledger.status(fact), Text(fact.text)
            places = [self._places(fact, source.key) for source in sources]
            # a table that is left to find the height out draws every cell for it
            heights = [len(text.wrap(console, width)), *(len(p.wrap(console, source_width)) for p in places)]
            table.add_row(
                Text(GLYPHS[status], self._style("bold $conflict") if status is Status.DISPUTED else ""),
                text,
                *([Text(fact.kind, quiet)] if kind_width else []),
                *places,
                height=max(heights),
                key=str(fact.id),
            )
        if under_cursor in shown:
            table.move_cursor(row=shown.index(under_cursor))

    def _widths(self, shown: list[Fact]) -> tuple[int, int, int]:
        """Cells for a fact, its kind and a source; where it is narrow the kind goes, then sources shrink."""
        sources, padding = len(self.comparison.sources), 2 * self.query_one(FactTable).cell_padding
        room = 0
        for kind, source in ((KIND_WIDTH, SOURCE_WIDTH), (0, SOURCE_WIDTH), (0, NARROW_SOURCE)):
            others = 1 + kind + source * sources + padding * (2 + bool(kind) + sources)
            room = self.size.width - others - 3  # the table's padding and its scrollbar
            if room >= NARROWEST_FACT:
                break
        longest = max((cell_len(fact.text) for fact in shown), default=0)
        return max(NARROWEST_FACT, min(longest, room)), kind, source

    def _places(self, fact: Fact, key: str) -> Text:
        places = dict.fromkeys(
            reference(passage.sentence).split()[-1] for passage in fact.passages if passage.source == key
        )
        style = source_style(self.comparison, key) if places else "$quiet"
        by_reader = [CORRECTED] if self._ledger.corrected(fact, key) else []
        return Text(" ".join([*(places or ["—"]), *by_reader]), self._style(style))

    def _style(self, style: str) -> Style:
        return self._get_style(style).rich_style

    def _why_empty(self) -> str:
        if not self._ledger.facts and len(self.comparison.sources) == 1:
            return (
                "One account alone cannot be compared."
                f" Open a second article about the same event with {self.app_key('open')}."
            )
        if not self._ledger.facts:
            return "No checkable details were found: no numbers, dates, names, quotations or claims."
        return "No fact fits. Press t for another status, k for another kind, Esc to clear the text."

    def _fact_under_cursor(self) -> Fact | None:
        table = self.query_one(FactTable)
        if not table.is_valid_row_index(table.cursor_row):
            return None
        key = table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value
        return next((fact for fact in self._ledger.facts if str(fact.id) == key), None)

    def passage(self) -> Passage | None:
        """The first passage of the fact under the cursor."""
        fact = self._fact_under_cursor()
        return fact.passages[0] if fact else None

    def action_jump_in(self, number: int) -> None:
        """Show the first passage that source ``number``, counted from 1, has of the fact under the cursor."""
        fact, sources = self._fact_under_cursor(), self.comparison.sources
        if number > len(sources):
            self.notify(f"There is no column {number}.", timeout=3)
        elif fact is None:
            self.notify("There is nothing to go to.", timeout=3)
        else:
            key = sources[number - 1].key
            passage = next((passage for passage in fact.passages if passage.source == key), None)
            if passage is None:
                self.notify(f"{key} does not have this fact.", timeout=3)
            else:
                self.navigation.jump_to(passage.sentence, passage.start, passage.end)

    def watch_kind(self) -> None:
        """Show the facts of this kind."""
        self._show()

    def watch_status(self) -> None:
        """Show the facts of this status."""
        self._show()

    def watch_order(self) -> None:
        """Show the facts in this order."""
        self._show()

    def watch_wanted(self) -> None:
        """Show the facts with these words."""
        self._show()

    def action_filter_kind(self) -> None:
        """Go on to the next kind that there are facts of, and after the last to all."""
        present = [kind for kind in FactKind if any(fact.kind is kind for fact in self._ledger.facts)]
        cycle = [None, *present]
        self.kind = cycle[(cycle.index(self.kind) + 1) % len(cycle)]

    def action_filter_status(self) -> None:
        """Go on to the next status."""
        cycle = list(Status)
        self.status = cycle[(cycle.index(self.status) + 1) % len(cycle)]

    def action_sort(self) -> None:
        """Go on to the next order."""
        cycle = list(Order)
        self.order = cycle[(cycle.index(self.order) + 1) % len(cycle)]

    @on(DataTable.RowSelected)
    def _jump(self) -> None:
        self.action_jump()
