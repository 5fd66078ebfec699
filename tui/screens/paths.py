"""Paths that are suggested: of files to write, and those that what was typed so far may become."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from tui.model import Comparison
from tui.reading.cleaning import clean

MOST_COMPLETIONS = 200  # more would only be scrolled through


def suggested_path(comparison: Comparison | None, ending: str) -> str:
    """A file in the current folder, named after the first article's: ``STEM-summary.md``."""
    path = comparison.sources[0].article.path if comparison else None
    stem = Path(path).stem if path else ""
    return f"{stem if any(map(str.isalnum, stem)) else 'rashomon'}-{ending}"


def completions(typed: str) -> tuple[str, ...]:
    """The paths that begin with ``typed``, in either case; folders end in a slash, hidden ones come last.

    Names that cannot be drawn as they are, are left out. Takes as long as the disk does.
    """
    if typed == "~":
        return (f"~{os.sep}",)
    name = os.path.split(typed)[1]
    before = typed[: len(typed) - len(name)]
    found = []  # where there is no such folder, or one that may not be read
    with suppress(OSError, ValueError, RuntimeError), os.scandir(Path(before or ".").expanduser()) as entries:
        found = [
            (entry.name, _is_folder(entry))
            for entry in entries
            if entry.name.casefold().startswith(name.casefold()) and clean(entry.name) == entry.name
        ]
    found.sort(key=lambda one: (one[0].startswith("."), one[0].casefold(), one[0]))
    return tuple(f"{before}{one}{os.sep if folder else ''}" for one, folder in found[:MOST_COMPLETIONS])


def completed(typed: str, found: Sequence[str]) -> str:
    """``typed`` with what all completions have in common."""
    letters = takewhile(lambda column: len(set(column)) == 1, zip(*found, strict=False))
    common = "".join(column[0] for column in letters)
    return common if len(common) > len(typed) or len(found) == 1 else typed


def _is_folder(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):
        return entry.is_dir()
    return False
