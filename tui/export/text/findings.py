"""What the comparison found, in a terminal: facts of one source, conflicts, and the summary."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.export.text.style import CONFLICT, QUIET, Prose, references, two_columns
from tui.model import Comparison, Conflict, Source
from tui.wording.conflicts import why
from tui.wording.counts import count
from tui.wording.headings import NO_CONFLICTS, NO_UNIQUE_FACTS, heading, question
from tui.wording.passages import is_detail, surrounding_sentences
from tui.wording.places import reference
from tui.wording.remarks import judgement
from tui.wording.summary import nothing_fits, unused_sources
from tui.wording.summary_lines import also_reported_in, disputed_in


def facts_only_in(source: Source, colour: str) -> RenderableType:
    """What no other source has, and where it stands."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(no_wrap=True, style=QUIET)
    table.add_column(no_wrap=True)
    for sentence in source.sentences():
        for fact in sentence.unique:
            place = Text(reference(sentence.id), colour)
            table.add_row(Text("  +", f"bold {colour}"), Text(fact.text), Text(fact.kind.value), place)
    if not table.row_count:
        return Text(f"  {NO_UNIQUE_FACTS}\n")
    return Group(table, Text())


def conflict_list(comparison: Comparison, conflicts: Sequence[Conflict]) -> RenderableType:
    """What the sources disagree about, each with its passages."""
    if not conflicts:
        return Text(f"  {NO_CONFLICTS}\n")
    parts: list[RenderableType] = []
    for conflict in conflicts:
        table = two_columns()
        for passage in conflict.between:
            around, start = surrounding_sentences(comparison, passage)
            text = Text(around)
            text.stylize(CONFLICT, start, start + len(passage.text))
            if is_detail(passage, around):
                text = Text(f"“{passage.text}”\n", CONFLICT).append(text)
            table.add_row(references(comparison, [reference(passage.sentence)]), text)
        parts.append(Padding(_claim(heading(conflict), conflict), (0, 0, 0, 2)))
        if said := judgement(conflict):
            parts.append(Padding(Text(said, "italic"), (0, 0, 0, 4)))
        parts += [Padding(table, (0, 0, 0, 4)), Text()]
    return Group(*parts)


def _claim(opening: str, conflict: Conflict) -> Text:
    """What is disputed, and why that is thought."""
    return Text(f"≠ {opening}: ", CONFLICT).append(Text(why(conflict), "not bold default"))


def summary_lines(comparison: Comparison) -> RenderableType:
    """The lines of the summary with their references and disputes, and how long it is."""
    summary = comparison.summary
    parts: list[RenderableType] = []
    for line in summary.lines:
        text = Prose(f"{line.text}\n[").append(references(comparison, [reference(line.sentence)])).append("]")
        if elsewhere := also_reported_in(line):
            text.append(", also ").append(references(comparison, elsewhere))
        disputes = (
            _claim(f"Disputed, {question(conflict)}", conflict) for conflict in disputed_in(comparison, line)
        )
        parts += [_item(text), *(Padding(dispute, (0, 0, 0, 4)) for dispute in disputes), Text()]
    if not parts:
        parts += [Text(f"  {nothing_fits(summary)}"), Text()]
    size = f"{count(summary.words, 'word')} of at most {summary.budget:,}"
    left = f"; {count(len(summary.omitted), 'sentence')} left out" if summary.omitted else ""
    note = " ".join((f"{size}{left}.", *unused_sources(summary)))
    return Group(*parts, Padding(Text(note, QUIET), (0, 0, 0, 2)))


def _item(text: Text) -> RenderableType:
    table = two_columns(gap=1)
    table.add_row(Text("  -"), text)
    return table
