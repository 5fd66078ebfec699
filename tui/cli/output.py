"""Printing a comparison, or writing it to a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.failure import FailureError
from tui.cli.terminal import is_terminal

if TYPE_CHECKING:
    from tui.export.formats import Format
    from tui.model import Comparison
    from tui.session import Choices


def show(comparison: Comparison, choices: Choices, form: Format) -> None:
    """Print the comparison in a form, in colour where a terminal shows it.

    Raises:
        FailureError: there is no standard output.
    """
    if not isinstance(sys.stdout, io.TextIOWrapper):
        raise FailureError("there is no standard output to print to.", 1)
    if form.utf8:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    else:
        sys.stdout.reconfigure(errors="replace")  # "?" for a letter that the terminal's encoding lacks
    if form.coloured:
        _draw(comparison)
    else:
        sys.stdout.write(form.render(comparison, choices, None))


def _draw(comparison: Comparison) -> None:
    """Print the comparison as text, as wide as the terminal is; in colour if it is one."""
    from rich.console import Console

    from tui.export.text import render, to_text

    console = Console(highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        render(comparison, console)
    else:
        sys.stdout.write(to_text(comparison, width=console.width))


def write(comparison: Comparison, choices: Choices, form: Format, output: str, *, replace: bool) -> None:
    """Write the comparison in a form to the file ``output``.

    Raises:
        FailureError: the file cannot be written.
    """
    from tui.atomic import write_atomically

    text = form.render(comparison, choices, Path(output).parent)
    try:
        write_atomically(output, text, replace=replace)
    except OSError as error:
        raise FailureError(f"“{output}” cannot be written: {error.strerror or error}.", 1) from error


def may_write(output: str, sources: Sequence[str], *, force: bool) -> bool:
    """Whether a file that stands at ``output`` may be replaced; asks if there is one.

    What can never be written to is refused here, before the time for a comparison is spent.
    """
    from tui.reading.cleaning import one_line

    path = Path(output)
    if not output or path.is_dir():
        raise FailureError(f"“{output}” is no name for a file; give one after -o.", 2)
    if not path.parent.is_dir():
        raise FailureError(f"There is no folder “{path.parent}” to write “{path.name}” in.", 1)
    if not path.is_file():
        return False
    if any(source != "-" and path.samefile(source) for source in sources):
        raise FailureError(f"“{output}” is one of the articles; choose another name.", 2)
    if force:
        return True
    if not is_terminal(sys.stdin):
        raise FailureError(f"“{output}” exists; use --force to replace it.", 2)
    print(f"rashomon: “{one_line(output)}” exists. Replace it? [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise FailureError(f"“{output}” was left as it is.", 1)
    return True
