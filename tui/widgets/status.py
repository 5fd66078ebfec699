"""The foot line: the sentence under the cursor in plain words, and what the app is doing."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.ids import paragraph_id
from tui.model import FactKind, Level, Report
from tui.widgets.looks import source_look
from tui.widgets.marks import Mark, Marks, Place
from tui.widgets.wrapping import ellipsize, wrap
from tui.wording.places import reference

_FULLY = {Level.FULL: "fully", Level.PARTIAL: "partly"}


def reported(marks: Marks, place: Place) -> str:
    """Say where the sentence at ``place`` stands and who reports it: ``A ¶4 · reported by B ¶2 (fully)``."""
    here = reference(paragraph_id(*place[:2]))
    sentence = marks.sentence(place)
    if sentence is None or len(marks.keys) < 2:
        return here
    if sentence.furniture:
        return f"{here} · belongs to the page, not to the report"
    if not sentence.assertive:
        return f"{here} · reports nothing by itself"
    by = [f"{_where(report)} ({_FULLY[report.level]})" for report in sentence.reports if report.level]
    return (
        f"{here} · reported by {', '.join(by)}" if by else f"{here} · no other source reports this sentence"
    )


def _where(report: Report) -> str:
    if not report.by:
        return report.source
    return reference(report.by[0])


def remark(marks: Marks, place: Place) -> tuple[Mark, str]:
    """Describe the mark of the sentence at ``place``: a conflict, facts of its source alone, or none."""
    disputed = marks.conflicts_at(place)
    if disputed:
        from tui.wording.conflicts import why  # nothing is marked at the first frame

        more = f" (and {len(disputed) - 1} more)" if len(disputed) > 1 else ""
        return Mark.CONFLICT, f"Conflict: {why(disputed[0])}{more}"
    facts = marks.facts_at(place)
    if not facts:
        return Mark.NONE, ""
    first, *others = facts
    kind = "" if first.kind is FactKind.CLAIM else f" ({first.kind})"
    more = f" +{len(others)} more" if others else ""
    return Mark.UNIQUE, f"Only {marks.keys[place.source]}: {ellipsize(first.text, 90)}{kind}{more}"


def _fitting(notes: Sequence[str], width: int) -> str:
    """As many of the notes as fit into ``width`` cells; the first one, cut if need be, in any case."""
    line = ellipsize(notes[0], width) if notes else ""
    for note in notes[1:]:
        if cell_len(line) + 3 + cell_len(note) <= width:
            line = f"{line} · {note}"
    return line


class StatusLine(Widget):
    """Two rows: who reports the sentence and what the app is doing; below, what is marked and written there.

    ``notes`` are what the app is doing, the most urgent first: a waiting key, the analysis, the number of
    matches. Those that fit are shown. ``remark`` is what the reader wrote beside the paragraph.
    """

    marks: reactive[Marks | None] = reactive(None)
    place: reactive[Place] = reactive(Place(0, 0))
    notes: reactive[tuple[str, ...]] = reactive(())
    remark: reactive[str] = reactive("")

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self.keys = keys

    def render(self) -> Content:
        """Both rows, each cut at a word where it does not fit."""
        width = self.size.width
        note = _fitting(self.notes, max(width * 3 // 5, width - 48))
        place = self.place
        if self.marks is None:
            first, mark, second = reference(paragraph_id(*place[:2])), Mark.NONE, ""
        else:
            first = reported(self.marks, place)
            mark, second = remark(self.marks, place)
        crowded = cell_len(first) + 2 * bool(note) + cell_len(note) > width
        if crowded and not mark and not self.remark:  # then there is room below
            end = wrap(first, max(1, width))[0][1]
            below = ellipsize(first[end:], width - len(note) - 2)
            return Content.assemble(first[:end], "\n", below, _gap(width, below, note), (note, "$accent"))
        first = ellipsize(first, width - len(note) - 2)
        gap = _gap(width, first, note)
        style = {Mark.CONFLICT: "$conflict bold", Mark.UNIQUE: f"${source_look(place.source)}"}.get(mark, "")
        glyph = f"{mark.glyph} " if mark else ""
        written = ellipsize(self.remark, width // 2 if mark else width)
        marked = ellipsize(glyph + second, width - cell_len(written) - 2 * bool(written))
        right = (_gap(width, marked, written), (written, "$accent")) if written else ()
        return Content.assemble(first, gap, (note, "$accent"), "\n", (marked, style), *right)


def _gap(width: int, left: str, right: str) -> str:
    return " " * max(0, width - cell_len(left) - cell_len(right))
