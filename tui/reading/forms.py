"""The forms in which an article may come, and how to tell which one it is."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath


class Form(Enum):
    """A form of text that is read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"


_SUFFIXES = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
}
_MEDIA_TYPES = {
    "text/html": Form.HTML,
    "application/xhtml+xml": Form.HTML,
    "text/markdown": Form.MARKDOWN,
    "text/x-markdown": Form.MARKDOWN,
}
_UNTYPED = ("", "application/octet-stream")


def by_name(path: str) -> Form:
    """The form of a file by its suffix; plain text for any other suffix."""
    return _SUFFIXES.get(PurePath(path).suffix.lower(), Form.TEXT)


def by_content(text: str) -> Form:
    """The form of a text of which nothing else is known: a web page if it begins as one does."""
    from tui.reading.html import is_html  # most files have names

    return Form.HTML if is_html(text) else Form.TEXT


def is_text(media_type: str) -> bool:
    """Whether what a server calls ``media_type`` may be an article; it may be if it is called nothing."""
    return media_type in (*_MEDIA_TYPES, "text/plain", *_UNTYPED)


def of_answer(media_type: str, path: str, text: str) -> Form:
    """The form of what a server sent: by its media type, else by the address's path, else by the text."""
    if media_type in _MEDIA_TYPES:
        return _MEDIA_TYPES[media_type]
    named = by_name(path)
    if media_type == "text/plain":  # many servers know no better of Markdown, but do know pages
        return named if named is Form.MARKDOWN else Form.TEXT
    return by_content(text) if named is Form.TEXT else named
