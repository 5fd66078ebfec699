"""What the front matter of an exported Markdown file says: how it was made, and what the reader decided."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from tui.model import Comparison
from tui.session import Choices
from tui.session.identity import fingerprint, identify
from tui.session.serial import to_plain
from tui.version import __version__
from tui.wording.headings import document_title

OWN_KEY = "rashomon"
"""Below it stands what is for this program only."""

VERSION = 1
"""Counted up when older versions of the program could no longer read what stands below `OWN_KEY`."""


def front_matter_values(
    comparison: Comparison, choices: Choices, folder: Path | None = None
) -> dict[str, Any]:
    """The front matter as plain values, with all that it takes to open the articles and decisions again.

    Args:
        comparison: what is exported.
        choices: what the reader decided.
        folder: where the file is going to stand; relative paths are rewritten to count from there.
    """
    return {
        "title": document_title(comparison),
        "generator": f"Rashomon {__version__}",
        "words": comparison.summary.words,
        "sources": [
            {
                "key": source.key,
                "name": source.article.name,
                "title": source.article.title,
                "path": _path_from(source.article.path, folder),
                "url": source.article.url,
                "date": source.article.date,
                "sha256": fingerprint(source.article),
            }
            for source in comparison.sources
        ],
        OWN_KEY: {
            "format": VERSION,
            "lines": [line.sentence for line in comparison.summary.lines],
            "paragraphs": [" ".join(identify(source.article).paragraphs) for source in comparison.sources],
            "choices": to_plain(choices),
        },
    }


def _path_from(path: str | None, folder: Path | None) -> str | None:
    if path is None or folder is None or Path(path).is_absolute():
        return path
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive
        return str(Path(path).absolute())
