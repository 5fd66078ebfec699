"""The forms in which a summary leaves the program, and which one a file's name asks for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from tui.model import Comparison
from tui.session import Choices


@dataclass(frozen=True, slots=True)
class Format:
    """A form: its name on the command line and to a reader, what it is good for, and how its files end.

    The first of the ``suffixes`` is the usual one.
    """

    name: str
    label: str
    purpose: str
    suffixes: tuple[str, ...]


FORMATS = (
    Format("markdown", "Markdown", "can be opened again with all choices", (".md", ".markdown")),
    Format("html", "HTML", "one page to read and to print", (".html", ".htm")),
    Format("text", "Plain text", "72 columns, for mails", (".txt",)),
    Format("json", "JSON", "everything, for programs", (".json",)),
)


def format_asked_for(path: str) -> Format | None:
    """The form that the ending of a file's name asks for; None where it asks for none."""
    suffix = PurePath(path).suffix.lower()
    return next((form for form in FORMATS if suffix in form.suffixes), None)


def format_of(path: str) -> Format:
    """The form that a file of this name gets: Markdown where its ending asks for none."""
    return format_asked_for(path) or FORMATS[0]


def in_next_format(path: str) -> str:
    """The same name of a file with the ending of the form after its own; after the last comes the first."""
    if not path:
        return path
    form = format_of(path)
    following = FORMATS[(FORMATS.index(form) + 1) % len(FORMATS)].suffixes[0]
    suffix = PurePath(path).suffix
    stem = path[: -len(suffix)] if suffix.lower() in form.suffixes else path
    return f"{stem}{following}"


def render(
    name: str, comparison: Comparison, choices: Choices | None = None, *, folder: Path | None = None
) -> str:
    """The comparison in one of `FORMATS`, with a line end at its end.

    Args:
        name: the name of the form.
        comparison: what to write, under the reader's corrections and verdicts.
        choices: what else the reader decided; by default nothing.
        folder: where the file is going to stand, so that Markdown can find its articles again.
    """
    match name:
        case "html":
            from tui.export.html import to_html

            return to_html(comparison, choices)
        case "text":
            from tui.export.letter import to_letter

            return to_letter(comparison, choices)
        case "json":
            from tui.export.json import to_json

            return to_json(comparison, choices) + "\n"
        case _:
            from tui.export.markdown import to_markdown

            return to_markdown(comparison, choices, folder=folder)
