"""A line of a column to segments: text with its marks, gutters, folds and gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.cache import LRUCache
from textual.strip import Strip

from tui.ids import paragraph_id
from tui.widgets.column import FOLD, GAP, HEADING, LABEL, Block, Column
from tui.widgets.looks import Palette, source_look
from tui.widgets.marks import Mark, Place
from tui.widgets.painting import Layer, fill, paint
from tui.widgets.scene import Scene
from tui.widgets.wrapping import ellipsize

if TYPE_CHECKING:
    from tui.widgets.remarks import Remark
    from tui.widgets.selection import Selection

LEVEL = "–"

State = tuple[Place | str, tuple[int, int] | None]
"""How a block is drawn: with the cursor in it or an arrow to it as a counterpart; with which selection."""

Key = tuple[int, int, State | None]
"""The identity of a drawn line: the source, the row, how its block is drawn."""


class LineRenderer:
    """Draws the lines of columns and keeps them until they would be drawn otherwise."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.matches: Mapping[tuple[int, int], Sequence[tuple[int, int]]] = {}
        """Stretches of paragraphs to highlight, by source and paragraph."""
        self.remarks: Mapping[str, Remark] = {}
        """The reader's notes and tags, by the id of a paragraph."""
        self.selection: Selection | None = None
        self._strips: LRUCache[Key, Strip] = LRUCache(4096)

    def forget(self) -> None:
        """Draw everything anew."""
        self._strips.clear()

    def key(self, column: Column, row: int) -> Key:
        """The key of a row of a column: as long as it is the same, the row looks the same."""
        found = column.at(row)
        return column.source, row, self._state(column.source, found[0]) if found else None

    def draw(self, key: Key, column: Column, width: int, palette: Palette) -> Strip:
        """The row of a column that ``key`` stands for, in exactly ``width`` cells."""
        strip = self._strips.get(key)
        if strip is None:
            row = key[1]
            found = column.at(row)
            if found is None:
                segments = [Segment(" " * width, palette.base)]
            else:
                segments = self._block(column.source, *found, width, palette)
            strip = self._strips[key] = Strip(segments, width)
        return strip

    def _state(self, source: int, block: Block) -> State:
        number, selected = block.number, None
        if self.selection and number >= 0:
            selected = self.selection.stretch(source, number, len(block.text))
        place = self.scene.place
        if source == place.source:
            return (place if number == place.paragraph else ""), selected
        return self._direction(source, block), selected

    def _direction(self, source: int, block: Block) -> str:
        """Where a counterpart of the cursor's paragraph stands against it; empty for any other block."""
        scene = self.scene
        if block.number not in scene.counterparts().get(source, ()):
            return ""
        row = block.top - scene.scroll.offsets[source]
        level = scene.link_row()
        return LEVEL if row == level else "↑" if row < level else "↓"

    def _block(self, source: int, block: Block, inside: int, width: int, palette: Palette) -> list[Segment]:
        scene, base = self.scene, palette.base
        room = width - scene.layout.gutter
        indent = Segment(" " * scene.layout.gutter, base)
        if block.number == LABEL:
            label = Segment(f"{ellipsize(block.text, width - 2)} ", palette("quiet"))
            rule = palette("rule")
            return fill([Segment("┄ ", rule), label], width, rule, "┄")
        if block.number == GAP:
            text_width = room - 1
            note = ellipsize(f"— {scene.keys[source]} does not report this —", text_width)
            cell = Segment("╱" * text_width, palette("gap")) if inside else Segment(note, palette("quiet"))
            return fill([indent, cell], width, base)
        if block.number == FOLD:
            text = Segment(ellipsize(block.text, room - 1), palette("fold"))
            return fill([indent, text], width, base)
        if block.number == HEADING:
            layers = self._heading(source, block.text, palette)
            return [indent, *paint(block.text, block.lines[inside], base, layers, room)]
        layers = self._layers(source, block, palette)
        return [
            *self._gutter(source, block, inside, palette),
            *paint(block.text, block.lines[inside], base, layers, room),
        ]

    def _heading(self, source: int, heading: str, palette: Palette) -> list[Layer]:
        title = len(self.scene.articles[source].title or "")
        cautions = heading.find("⚠", title)
        layers: list[Layer] = [
            (0, title, palette.over("heading")),
            (title, len(heading), palette.over("quiet")),
        ]
        return [*layers, (cautions, len(heading), palette.over("caution"))] if cautions >= 0 else layers

    def _layers(self, source: int, block: Block, palette: Palette) -> list[Layer]:
        """The styles of a paragraph's characters, from the undermost to the topmost."""
        scene, paragraph = self.scene, block.number
        spans = scene.accounts.marks.spans(source, paragraph) if scene.accounts.marks else ()
        here = scene.place[:2] == (source, paragraph)
        layers: list[Layer] = [
            (span.start, span.end, palette.over(span.mark.name.lower()))
            for span in spans
            if Mark.NONE < span.mark < Mark.UNIQUE
        ]
        if here:
            layers.append((*scene.accounts.stretch(scene.place), palette.over("cursor")))
        unique = palette.over(source_look(source)) + palette.over("unique")
        layers += [(span.start, span.end, unique) for span in spans if span.mark is Mark.UNIQUE]
        conflict = palette.over("conflict")
        layers += [(span.start, span.end, conflict) for span in spans if span.mark is Mark.CONFLICT]
        found = self.matches.get((source, paragraph), ())
        layers += [(start, end, palette.over("match")) for start, end in found]
        if here and scene.place.span:
            layers.append((*scene.place.span, palette.over("span")))
        selected = self.selection and self.selection.stretch(source, paragraph, len(block.text))
        if selected:
            layers.append((*selected, palette.over("selection")))
        return layers

    def _gutter(self, source: int, block: Block, inside: int, palette: Palette) -> list[Segment]:
        """The bar of the cursor or of a counterpart, the paragraph's number, the line's mark."""
        scene, colour = self.scene, source_look(source)
        start, end = block.lines[inside]
        if scene.place[:2] == (source, block.number):
            first, last = scene.accounts.stretch(scene.place)
            bar = "▌" if first < end and last > start else " "
        else:
            bar = self._direction(source, block) or " "
            if inside and bar != " ":
                bar = " " if bar == LEVEL else "▏"  # what is level has a ribbon beside it
        number = f"¶{block.number + 1}" if inside == 0 else ""
        remark = self.remarks.get(paragraph_id(source, block.number))
        written = remark.glyphs[inside : inside + 1] if remark else ""  # one a line, from the first one down
        quiet_or_own = "quiet" if bar == " " else colour
        mark = self._line_mark(source, block.number, start, end)
        kind = {Mark.CONFLICT: "conflict-glyph", Mark.UNIQUE: colour}.get(mark, "quiet")
        return [
            Segment(bar, palette(colour)),
            Segment(f"{number:<{scene.layout.number_width}}{'' if written else ' '}", palette(quiet_or_own)),
            *([Segment(written, palette("note"))] if written else []),
            Segment(f"{mark.glyph} ", palette(kind)),
        ]

    def _line_mark(self, source: int, paragraph: int, start: int, end: int) -> Mark:
        """The most important mark that begins in a line; a conflict also marks the lines it goes on in."""
        spans = self.scene.accounts.marks.spans(source, paragraph) if self.scene.accounts.marks else ()
        return max(
            (
                span.mark
                for span in spans
                if start <= span.start < end
                or (span.mark is Mark.CONFLICT and span.start < end and span.end > start)
            ),
            default=Mark.NONE,
        )
