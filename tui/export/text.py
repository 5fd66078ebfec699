"""The comparison as text for a terminal or a file, drawn with Rich.

Outside text is put in as `Text` objects and never as markup, so that "[AP]" stays what it is.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.constrain import Constrain
from rich.containers import Lines
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.export.wording import (
    QUESTIONS,
    also,
    context,
    count,
    disputed_in,
    in_words,
    is_detail,
    judgement,
    outlets,
    reference,
    undrawn,
)
from tui.model import AlignmentGroup, Comparison, Conflict, Level, Paragraph, Source

SIDE_BY_SIDE = 100
"""From this width on, in characters, aligned paragraphs stand side by side …"""
_COLUMN = 30  # … if every source gets as many; a line of fewer is hard to read
_PROSE = 100  # nor are longer lines than this easy to read

_COLOURS = ("cyan", "yellow", "green", "magenta", "blue", "bright_white")
_QUIET = "dim"
_CONFLICT = "bold red"
_WARNING = "yellow"


_NO_BREAK = "\ufdd0"  # Rich also breaks at no-break spaces; this is in no cleaned text


class _Prose(Text):
    """Text whose references, such as "A ¶3", are not broken at a line's end."""

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:
        """The lines of at most ``width`` characters, as `Text.wrap` makes them."""
        text = self.copy()
        text.plain = text.plain.replace(" ¶", f"{_NO_BREAK}¶")
        lines = text.wrap(console, width, **options)
        for line in lines:
            line.plain = line.plain.replace(_NO_BREAK, " ")
        return lines


def to_text(comparison: Comparison, *, width: int = 100) -> str:
    """The comparison as plain text without any escape sequence, no line longer than ``width`` characters."""
    file = io.StringIO()
    console = Console(file=file, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    render(comparison, console)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def render(comparison: Comparison, console: Console) -> None:
    """Print the comparison: sources, aligned paragraphs, facts of one source, conflicts, summary."""
    several = len(comparison.sources) > 1
    width = console.width
    prose = min(width, _PROSE)

    def write(*parts: RenderableType) -> None:
        console.print(*parts, sep="\n", width=prose)

    write(_heading("Sources", prose), _sources(comparison, prose))
    write(_heading("Paragraph by paragraph" if several else "Text", prose))
    for group in comparison.groups:
        console.print(_group(comparison, group, width))
    if several:
        for source in comparison.sources:
            colour = _colour(comparison, source.key)
            write(_heading(f"Only in {source.key}", prose, colour), _only_in(source, colour))
        write(_heading("Conflicts", prose, _CONFLICT), _conflicts(comparison, comparison.conflicts))
        for title, conflicts in (
            ("Dismissed by the reader", comparison.dismissed),
            ("Lesser differences", comparison.differences),
        ):
            if conflicts:
                write(_heading(title, prose), _conflicts(comparison, conflicts))
    write(_heading("Summary", prose), _summary(comparison))


def _colour(comparison: Comparison, key: str) -> str:
    keys = [source.key for source in comparison.sources]
    return _COLOURS[keys.index(key) % len(_COLOURS)]


def _heading(title: str, width: int, style: str = "") -> Text:
    return _rule(title.upper(), "─", width, f"bold {style}", style or _QUIET).append("\n")


def _rule(title: str, character: str, width: int, title_style: str, style: str) -> Text:
    line = character * (width - len(title) - 1)
    return Text(title, title_style).append(Text(f" {line}", f"not bold {style}"))


def _places(comparison: Comparison, places: Iterable[str]) -> Text:
    """References such as "A ¶3", each in the colour of its source."""
    by_key = (Text(place, _colour(comparison, place.split()[0])) for place in places)
    return Text(", ").join(by_key)


def _sources(comparison: Comparison, width: int) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for source in comparison.sources:
        article, colour = source.article, _colour(comparison, source.key)
        lines = Text()
        lines.append(article.name, f"bold {colour}")
        if article.title:
            lines.append(f"\n“{article.title}”", "italic")
        size = f"{count(len(article.paragraphs), 'paragraph')}, {count(article.words, 'word')}"
        lines.append(f"\n{' · '.join(filter(None, (size, article.date)))}", _QUIET)
        for place in filter(None, (article.path, article.url)):
            lines.append(f"\n{place}", _QUIET)
        for warning in article.warnings:
            lines.append(f"\n! {warning.message}", _WARNING)
        table.add_row(Text(f"  {source.key}", f"bold {colour}"), Group(lines, Text()))
    parts: list[RenderableType] = [table]
    if told := outlets(comparison):
        parts.append(Padding(Text(f"! {told}\n", _WARNING), (0, 0, 0, 2)))
    if len(comparison.sources) > 1:
        parts += [_coverage(comparison, bar=width // 4 if width >= 80 else width // 8), Text()]
    return Group(*parts)


def _coverage(comparison: Comparison, bar: int) -> RenderableType:
    """How many facts are shared and whose the others are, as bars of at most ``bar`` characters."""
    coverage = comparison.summary.coverage
    rows = [("in several sources", coverage.shared, coverage.shared_in_summary, "")]
    for source in comparison.sources:
        alone, told = coverage.unique.get(source.key, 0), coverage.unique_in_summary.get(source.key, 0)
        rows.append((f"only in {source.key}", alone, told, _colour(comparison, source.key)))
    longest = max(1, *(number for _, number, _, _ in rows))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_column()
    table.add_column(style=_QUIET, justify="right")
    table.add_row(Text("Facts", "bold"), Text(f"{coverage.facts:,}", "bold"), "", Text("in the summary"))
    for label, number, told, colour in rows:
        blocks = "█" * max(round(bar * number / longest), min(1, number))
        table.add_row(Text(label, colour), Text(f"{number:,}"), Text(blocks, colour), Text(f"{told:,}"))
    return Padding(table, (0, 0, 0, 2))


def _group(comparison: Comparison, group: AlignmentGroup, width: int) -> RenderableType:
    keys = [source.key for source in comparison.sources]
    cells = {source.key: _cell(comparison, source, group) for source in comparison.sources}
    if width < SIDE_BY_SIDE or width < _COLUMN * len(keys) or len(keys) == 1:
        body: RenderableType = Constrain(Padding(Group(*cells.values()), (0, 2)), _PROSE)
    else:
        table = Table.grid(padding=(0, 2), expand=True)
        for _ in keys:
            table.add_column(ratio=1, overflow="fold")
        table.add_row(*cells.values())
        body = Padding(table, (0, 0, 0, 2))
    if len(keys) == 1:
        return body
    telling = [key for key in keys if group.paragraphs.get(key)]
    title = f"only {telling[0]}" if len(telling) == 1 else in_words(telling)
    return Group(_rule(title, "╌", width, _QUIET, _QUIET), body)


def _cell(comparison: Comparison, source: Source, group: AlignmentGroup) -> RenderableType:
    """What a source has of a group: its paragraphs, or an explicit gap."""
    colour = _colour(comparison, source.key)
    indices = group.paragraphs.get(source.key, ())
    if not indices:
        return Text(_gap(comparison, source, group), f"{_QUIET} italic")
    parts: list[Text] = []
    for index in indices:
        paragraph = source.paragraphs[index]
        text = Text(f"{reference(paragraph.id)}\n", f"bold {colour}")
        parts.append(text.append(_marked(comparison, paragraph, colour)).append("\n"))
    return Group(*parts)


def _gap(comparison: Comparison, source: Source, group: AlignmentGroup) -> str:
    elsewhere = sorted(_parts_elsewhere(comparison, source, group))
    if not elsewhere:
        return f"{source.key} does not report this.\n"
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
                text.stylize(f"{_CONFLICT} underline", passage.start, passage.end)
    return text


def _only_in(source: Source, colour: str) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(no_wrap=True, style=_QUIET)
    table.add_column(no_wrap=True)
    for sentence in source.sentences():
        for fact in sentence.unique:
            place = Text(reference(sentence.id), colour)
            table.add_row(Text("  +", f"bold {colour}"), Text(fact.text), Text(fact.kind.value), place)
    if not table.row_count:
        return Text("  No fact that the others lack.\n")
    return Group(table, Text())


def _conflicts(comparison: Comparison, conflicts: Sequence[Conflict]) -> RenderableType:
    if not conflicts:
        return Text("  None found.\n")
    parts: list[RenderableType] = []
    for conflict in conflicts:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for passage in conflict.between:
            around, start = context(comparison, passage)
            text = Text(around)
            text.stylize(_CONFLICT, start, start + len(passage.text))
            if is_detail(passage, around):
                text = Text(f"“{passage.text}”\n", _CONFLICT).append(text)
            table.add_row(_places(comparison, [reference(passage.sentence)]), text)
        parts.append(Padding(_verdict("", conflict), (0, 0, 0, 2)))
        if said := judgement(conflict):
            parts.append(Padding(Text(said, "italic"), (0, 0, 0, 4)))
        parts += [Padding(table, (0, 0, 0, 4)), Text()]
    return Group(*parts)


def _verdict(opening: str, conflict: Conflict) -> Text:
    """What is disputed and why that is thought."""
    question = f"{opening}{QUESTIONS[conflict.kind]}"
    return Text(f"≠ {question[0].upper()}{question[1:]}: ", _CONFLICT).append(
        Text(conflict.why, "not bold default")
    )


def _summary(comparison: Comparison) -> RenderableType:
    summary = comparison.summary
    parts: list[RenderableType] = []
    for line in summary.lines:
        text = _Prose(f"{line.text}\n[").append(_places(comparison, [reference(line.sentence)])).append("]")
        if elsewhere := also(line):
            text.append(", also ").append(_places(comparison, elsewhere))
        disputes = (_verdict("Disputed, ", conflict) for conflict in disputed_in(comparison, line))
        parts += [_item("-", text), *(Padding(dispute, (0, 0, 0, 4)) for dispute in disputes), Text()]
    if not parts:
        parts += [Text(f"  No sentence fits into {count(summary.budget, 'word')}."), Text()]
    size = f"{count(summary.words, 'word')} of at most {summary.budget:,}"
    left = f"; {count(len(summary.omitted), 'sentence')} left out" if summary.omitted else ""
    told = " ".join((f"{size}{left}.", *undrawn(summary)))
    return Group(*parts, Padding(Text(told, _QUIET), (0, 0, 0, 2)))


def _item(bullet: str, text: Text) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Text(f"  {bullet}"), text)
    return table
