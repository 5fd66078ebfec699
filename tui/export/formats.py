"""The forms in which a comparison leaves the program: one table that all who offer them go by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from tui.model import Comparison
from tui.session import Choices

COMPARE, SUMMARY = "compare", "summary"
"""The commands that print or write; the Export screen offers what ``summary`` does."""

Renderer = Callable[[Comparison, Choices | None, Path | None], str]
"""Makes text that ends in a line end.

Of the comparison under the reader's corrections and verdicts, what else the reader decided (None: nothing),
and the folder that the file is going to stand in, so that Markdown can find its articles again.
"""


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a comparison leaves the program.

    Attributes:
        name: what it is called on the command line.
        label: what it is called in a sentence.
        purpose: what it is good for, in a few words.
        suffixes: how the names of its files end, the usual one first; none if it is only printed.
        commands: which commands offer it.
        render: makes the text; it loads what it needs when it is called.
        utf8: whether it is printed in UTF-8 even where the terminal has another encoding.
        coloured: whether a terminal shows it in colour and as wide as the terminal is.
    """

    name: str
    label: str
    purpose: str
    suffixes: tuple[str, ...]
    commands: tuple[str, ...]
    render: Renderer
    utf8: bool = True
    coloured: bool = False


def _text(comparison: Comparison, _choices: Choices | None, _folder: Path | None) -> str:
    from tui.export.text import to_text

    return to_text(comparison)


def _markdown(comparison: Comparison, choices: Choices | None, folder: Path | None) -> str:
    from tui.export.markdown import to_markdown

    return to_markdown(comparison, choices, folder=folder)


def _html(comparison: Comparison, choices: Choices | None, _folder: Path | None) -> str:
    from tui.export.html import to_html

    return to_html(comparison, choices)


def _mail(comparison: Comparison, choices: Choices | None, _folder: Path | None) -> str:
    from tui.export.mail import to_mail

    return to_mail(comparison, choices)


def _json(comparison: Comparison, choices: Choices | None, _folder: Path | None) -> str:
    from tui.export.json import to_json

    return to_json(comparison, choices) + "\n"


def _plain(comparison: Comparison, choices: Choices | None, _folder: Path | None) -> str:
    from tui.export.plain import to_plain

    return to_plain(comparison, choices)


_BOTH = (COMPARE, SUMMARY)

PLAIN = Format("plain", "plain lines", "line by line, for screen readers", (), (COMPARE,), _plain, utf8=False)

FORMATS = (
    Format(
        "text",
        "text",
        "columns as wide as the terminal",
        (".txt",),
        (COMPARE,),
        _text,
        utf8=False,
        coloured=True,
    ),
    Format(
        "markdown", "Markdown", "can be opened again with all choices", (".md", ".markdown"), _BOTH, _markdown
    ),
    Format("html", "HTML", "one page to read and to print", (".html", ".htm"), _BOTH, _html),
    Format("mail", "mail", "plain text in 72 columns", (".txt",), (SUMMARY,), _mail, utf8=False),
    Format("json", "JSON", "everything, for programs", (".json",), _BOTH, _json),
    PLAIN,
)
"""Every form, in the order in which they are offered."""


def format_named(name: str) -> Format:
    """The form that is called ``name`` on the command line.

    Raises:
        ValueError: there is none; the message is a sentence that says which there are.
    """
    for form in FORMATS:
        if form.name == name:
            return form
    names = ", ".join(form.name for form in FORMATS)
    raise ValueError(f"There is no form “{name}”; there are: {names}.")


def formats_of(command: str) -> tuple[Format, ...]:
    """The forms that a command offers, first the one that it makes unless asked for another."""
    return tuple(form for form in FORMATS if command in form.commands)


def format_of_file(path: str, offered: Sequence[Format]) -> Format:
    """The form that the ending of a file's name asks for; the first of ``offered`` where it asks for none."""
    suffix = PurePath(path).suffix.lower()
    return next((form for form in offered if suffix in form.suffixes), offered[0])


def with_next_suffix(path: str, offered: Sequence[Format]) -> str:
    """The name of a file with the ending of the form after its own.

    After the last of ``offered`` comes the first. An ending that asks for no form stays before the new one.
    """
    if not path:
        return path
    form = format_of_file(path, offered)
    following = offered[(offered.index(form) + 1) % len(offered)].suffixes[0]
    suffix = PurePath(path).suffix
    stem = path[: -len(suffix)] if suffix.lower() in form.suffixes else path
    return f"{stem}{following}"
