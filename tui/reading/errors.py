"""Why something cannot be read as an article."""

from __future__ import annotations


class ReadingError(Exception):
    """An article cannot be read; the message is one sentence for the person who asked for it."""


class NoArticleError(ValueError):
    """A page has no article to read; the message goes on from its name: "has no text …: do this"."""
