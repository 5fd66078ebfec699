"""The two rows above a column: its source, and its report of the place in focus."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment

from tui.ids import paragraph_id
from tui.widgets.column import Column
from tui.widgets.looks import Palette, source_look
from tui.widgets.painting import fenced, spread
from tui.widgets.scene import Scene
from tui.widgets.wrapping import ellipsize
from tui.wording.places import reference
from tui.wording.sources import CAUTIONS

HEAD_ROWS = 2
"""Rows of the heads."""


def head(scene: Scene, column: Column, width: int, palette: Palette) -> list[Segment]:
    """Letter, name, headline and cautions of a source."""
    article, colour = scene.articles[column.source], source_look(column.source)
    focused = ("focused",) if column.source == scene.place.source else ()
    letter = Segment(f" {scene.keys[column.source]} ", palette(colour, "letter"))
    cautions = dict.fromkeys(
        CAUTIONS.get(caution.kind, caution.kind) for caution in scene.accounts.cautions(column.source)
    )
    caution = "".join(f" ⚠ {label}" for label in cautions)
    caution = ellipsize(caution, width // 2)
    room = width - cell_len(letter.text) - cell_len(caution) - 3
    name = ellipsize(article.name, room)
    room -= cell_len(name) + 3
    left = [letter, Segment(" ", palette.base), Segment(fenced(name), palette(colour, "name", *focused))]
    if article.title and room > 10:
        left.append(Segment(fenced(f" · {ellipsize(article.title, room)}"), palette("quiet")))
    right = [Segment(f"{caution} ", palette("caution"))] if caution else []
    return spread(left, right, width, Segment(" ", palette.base))


def underline(scene: Scene, column: Column, width: int, palette: Palette) -> list[Segment]:
    """The rule under a head, with a note (see `note`) and the columns that are out of sight."""
    colour = source_look(column.source)
    left, right = scene.layout.beside
    before = f" ‹ {' '.join(scene.keys[s] for s in left)} " if left and column is scene.columns[0] else ""
    after = f" {' '.join(scene.keys[s] for s in right)} › " if right and column is scene.columns[-1] else ""
    rule = Segment("━" if column.source == scene.place.source else "─", palette(colour))
    room = width - cell_len(before) - cell_len(after) - 5
    words = ellipsize(note(scene, column), room)
    start = [rule, Segment(before, palette(colour, "name")), rule]
    if words:
        start.append(Segment(f" {words} ", palette("quiet")))
    return spread(start, [Segment(after, palette(colour, "name")), rule], width, rule)


def note(scene: Scene, column: Column) -> str:
    """The heading of the aligned row that goes on from above; or else the place, or who reports it here.

    An arrow says that the counterpart is out of sight, and where.
    """
    source, place = column.source, scene.place
    top = scene.scroll.offsets[source]
    label = column.label(top) if scene.aligned else None
    if label and label.top < top:
        return f"{label.text or 'silent'} (continued)"
    here = reference(paragraph_id(*place[:2]))
    if source == place.source:
        return f"¶{place.paragraph + 1} of {len(scene.articles[source].paragraphs)}"
    if scene.accounts.marks is None:
        return ""
    found = scene.counterparts().get(source)
    if not found:
        return f"does not report {here}"
    numbers = ", ".join(f"¶{paragraph + 1}" for paragraph in found)
    block = column.holder(found[0])
    arrow = ""
    if block and block.top + block.height <= top:
        arrow = "↑ "
    elif block and block.top >= top + scene.scroll.height:
        arrow = "↓ "
    return f"{arrow}{numbers} {'report' if found[1:] else 'reports'} {here}"
