"""The comparison as text for a terminal or a file: its sections, one after the other."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType

from tui.export.text.findings import conflict_list, facts_only_in, summary_lines
from tui.export.text.groups import group_of_paragraphs
from tui.export.text.sources import source_list
from tui.export.text.style import CONFLICT, PROSE_WIDTH, colour_of, heading
from tui.model import Comparison
from tui.wording import headings


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
    prose = min(width, PROSE_WIDTH)

    def write(*parts: RenderableType) -> None:
        console.print(*parts, sep="\n", width=prose)

    write(heading(headings.SOURCES, prose), source_list(comparison, prose))
    write(heading("Paragraph by paragraph" if several else "Text", prose))
    for group in comparison.groups:
        console.print(group_of_paragraphs(comparison, group, width))
    if several:
        for source in comparison.sources:
            colour = colour_of(comparison, source.key)
            write(heading(headings.only_in(source.key), prose, colour), facts_only_in(source, colour))
        write(heading(headings.CONFLICTS, prose, CONFLICT), conflict_list(comparison, comparison.conflicts))
        for title, conflicts in (
            (headings.DISMISSED, comparison.dismissed),
            (headings.LESSER, comparison.differences),
        ):
            if conflicts:
                write(heading(title, prose), conflict_list(comparison, conflicts))
    write(heading(headings.SUMMARY, prose), summary_lines(comparison))
