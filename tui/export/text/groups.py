"""Aligned paragraphs in a terminal: side by side where there is room, gaps made explicit."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.export.text.style import CONFLICT, PROSE_WIDTH, QUIET, colour_of, rule
from tui.model import AlignmentGroup, Comparison, Level, Paragraph, Source
from tui.wording.counts import enumeration
from tui.wording.places import reference
from tui.wording.reports import not_reported

_SIDE_BY_SIDE_FROM = 100  # from this width on, in characters, aligned paragraphs stand side by side …
_LEAST_COLUMN = 30  # … if every source gets as many; a line of fewer is hard to read


def group_of_paragraphs(comparison: Comparison, group: AlignmentGroup, width: int) -> RenderableType:
    """The paragraphs of a group, under the sources that have any."""
    keys = [source.key for source in comparison.sources]
    cells = {source.key: _cell(comparison, source, group) for source in comparison.sources}
    if width < _SIDE_BY_SIDE_FROM or width < _LEAST_COLUMN * len(keys) or len(keys) == 1:
        body: RenderableType = Constrain(Padding(Group(*cells.values()), (0, 2)), PROSE_WIDTH)
    else:
        table = Table.grid(padding=(0, 2), expand=True)
        for _ in keys:
            table.add_column(ratio=1, overflow="fold")
        table.add_row(*cells.values())
        body = Padding(table, (0, 0, 0, 2))
    if len(keys) == 1:
        return body
    reporting = [key for key in keys if group.paragraphs.get(key)]
    title = f"only {reporting[0]}" if len(reporting) == 1 else enumeration(reporting)
    return Group(rule(title, "╌", width, QUIET, QUIET), body)


def _cell(comparison: Comparison, source: Source, group: AlignmentGroup) -> RenderableType:
    """What a source has of a group: its paragraphs, or an explicit gap."""
    colour = colour_of(comparison, source.key)
    indices = group.paragraphs.get(source.key, ())
    if not indices:
        return Text(_gap(comparison, source, group), f"{QUIET} italic")
    parts: list[Text] = []
    for index in indices:
        paragraph = source.paragraphs[index]
        text = Text(f"{reference(paragraph.id)}\n", f"bold {colour}")
        parts.append(text.append(_marked(comparison, paragraph, colour)).append("\n"))
    return Group(*parts)


def _gap(comparison: Comparison, source: Source, group: AlignmentGroup) -> str:
    elsewhere = sorted(_parts_elsewhere(comparison, source, group))
    if not elsewhere:
        return f"{not_reported(source.key)}\n"
    places = ", ".join(f"¶{index + 1}" for index in elsewhere)
    return f"{source.key} has no paragraph on this; parts of it in {places}.\n"


def _parts_elsewhere(comparison: Comparison, source: Source, group: AlignmentGroup) -> set[int]:
    """The paragraphs of a source, all of other groups, that report single sentences of this group."""
    found = set()
    for key, indices in group.paragraphs.items():
        for index in indices:
            for sentence in comparison.by_key[key].paragraphs[index].sentences:
                report = sentence.report(source.key)
                if report and report.level > Level.NONE and report.by:
                    found.add(comparison.sentences[report.by[0]].paragraph)
    return found


def _marked(comparison: Comparison, paragraph: Paragraph, colour: str) -> Text:
    """A paragraph with its unique facts in the source's colour and its disputed passages in red."""
    text = Text(paragraph.text)
    for sentence in paragraph.sentences:
        for fact in sentence.unique:
            text.stylize(f"bold {colour}", fact.passages[0].start, fact.passages[0].end)
    own = {sentence.id for sentence in paragraph.sentences}
    for conflict in comparison.conflicts:
        for passage in conflict.between:
            if passage.sentence in own:
                text.stylize(f"{CONFLICT} underline", passage.start, passage.end)
    return text
