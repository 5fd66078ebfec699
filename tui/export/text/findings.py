"""What the comparison found, in a terminal: facts of one source, conflicts, and the summary."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.export.text.style import CONFLICT, QUIET, Prose, references, two_columns
from tui.model import Comparison, Conflict, Source
from tui.wording import phrases as wording
from tui.wording.conflicts import undrawn, why


def facts_only_in(source: Source, colour: str) -> RenderableType:
    """What no other source has, and where it stands."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(no_wrap=True, style=QUIET)
    table.add_column(no_wrap=True)
    for sentence in source.sentences():
        for fact in sentence.unique:
            place = Text(wording.reference(sentence.id), colour)
            table.add_row(Text("  +", f"bold {colour}"), Text(fact.text), Text(fact.kind.value), place)
    if not table.row_count:
        return Text("  No fact that the others lack.\n")
    return Group(table, Text())


def conflict_list(comparison: Comparison, conflicts: Sequence[Conflict]) -> RenderableType:
    """What the sources disagree about, each with its passages."""
    if not conflicts:
        return Text("  None found.\n")
    parts: list[RenderableType] = []
    for conflict in conflicts:
        table = two_columns()
        for passage in conflict.between:
            around, start = wording.context(comparison, passage)
            text = Text(around)
            text.stylize(CONFLICT, start, start + len(passage.text))
            if wording.is_detail(passage, around):
                text = Text(f"“{passage.text}”\n", CONFLICT).append(text)
            table.add_row(references(comparison, [wording.reference(passage.sentence)]), text)
        parts.append(Padding(_verdict("", conflict), (0, 0, 0, 2)))
        if said := wording.judgement(conflict):
            parts.append(Padding(Text(said, "italic"), (0, 0, 0, 4)))
        parts += [Padding(table, (0, 0, 0, 4)), Text()]
    return Group(*parts)


def _verdict(opening: str, conflict: Conflict) -> Text:
    """What is disputed and why that is thought."""
    question = f"{opening}{wording.QUESTIONS[conflict.kind]}"
    return Text(f"≠ {question[0].upper()}{question[1:]}: ", CONFLICT).append(
        Text(why(conflict), "not bold default")
    )


def summary_lines(comparison: Comparison) -> RenderableType:
    """The lines of the summary with their references and disputes, and how long it is."""
    summary = comparison.summary
    parts: list[RenderableType] = []
    for line in summary.lines:
        text = (
            Prose(f"{line.text}\n[")
            .append(references(comparison, [wording.reference(line.sentence)]))
            .append("]")
        )
        if elsewhere := wording.also(line):
            text.append(", also ").append(references(comparison, elsewhere))
        disputes = (_verdict("Disputed, ", conflict) for conflict in wording.disputed_in(comparison, line))
        parts += [_item(text), *(Padding(dispute, (0, 0, 0, 4)) for dispute in disputes), Text()]
    if not parts:
        parts += [Text(f"  {wording.nothing_fits(summary)}"), Text()]
    size = f"{wording.count(summary.words, 'word')} of at most {summary.budget:,}"
    left = f"; {wording.count(len(summary.omitted), 'sentence')} left out" if summary.omitted else ""
    told = " ".join((f"{size}{left}.", *undrawn(summary)))
    return Group(*parts, Padding(Text(told, QUIET), (0, 0, 0, 2)))


def _item(text: Text) -> RenderableType:
    table = two_columns(gap=1)
    table.add_row(Text("  -"), text)
    return table
