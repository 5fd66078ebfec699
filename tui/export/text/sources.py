"""The sources in a terminal: what each is, what to mind about it, how much of the story it has alone."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.export.text.style import QUIET, WARNING, colour_of, two_columns
from tui.model import Comparison
from tui.wording.sources import same_text_note, size


def source_list(comparison: Comparison, width: int) -> RenderableType:
    """The sources, and how many facts they share, in lines of at most ``width`` characters."""
    table = two_columns()
    for source in comparison.sources:
        article, colour = source.article, colour_of(comparison, source.key)
        lines = Text()
        lines.append(article.name, f"bold {colour}")
        if article.title:
            lines.append(f"\n“{article.title}”", "italic")
        lines.append(f"\n{' · '.join(filter(None, (size(article), article.date)))}", QUIET)
        for place in filter(None, (article.path, article.url)):
            lines.append(f"\n{place}", QUIET)
        for warning in article.warnings:
            lines.append(f"\n! {warning.message}", WARNING)
        table.add_row(Text(f"  {source.key}", f"bold {colour}"), Group(lines, Text()))
    parts: list[RenderableType] = [table]
    if note := same_text_note(comparison):
        parts.append(Padding(Text(f"! {note}\n", WARNING), (0, 0, 0, 2)))
    if len(comparison.sources) > 1:
        parts += [_coverage(comparison, bar=width // 4 if width >= 80 else width // 8), Text()]
    return Group(*parts)


def _coverage(comparison: Comparison, bar: int) -> RenderableType:
    """How many facts are shared and whose the others are, as bars of at most ``bar`` characters."""
    coverage = comparison.summary.coverage
    rows = [("in several sources", coverage.shared, coverage.shared_in_summary, "")]
    for source in comparison.sources:
        alone, used = coverage.unique.get(source.key, 0), coverage.unique_in_summary.get(source.key, 0)
        rows.append((f"only in {source.key}", alone, used, colour_of(comparison, source.key)))
    longest = max(1, *(number for _, number, _, _ in rows))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_column()
    table.add_column(style=QUIET, justify="right")
    table.add_row(Text("Facts", "bold"), Text(f"{coverage.facts:,}", "bold"), "", Text("in the summary"))
    for label, number, used, colour in rows:
        blocks = "█" * max(round(bar * number / longest), min(1, number))
        table.add_row(Text(label, colour), Text(f"{number:,}"), Text(blocks, colour), Text(f"{used:,}"))
    return Padding(table, (0, 0, 0, 2))
