"""An exported Markdown file as the way back: the articles it was made from and what the reader decided."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tui.export.frontmatter import OWN_KEY, VERSION
from tui.model import Article
from tui.reading import read_articles
from tui.reading.address import is_address
from tui.reading.cleaning import one_line
from tui.reading.files import read_text
from tui.reading.forms import MARKDOWN, form_of_name
from tui.session import Choices, Session
from tui.session.identity import Identity, identify
from tui.session.rebase import carry_over
from tui.session.serial import from_plain

_LONGEST_FRONT_MATTER = 1_000_000  # characters; YAML is slow to read
_FRONT_MATTER = re.compile(rf"---\n(?P<yaml>.*?^{OWN_KEY}:\n.*?)^---\n", re.DOTALL | re.MULTILINE)
_ARTICLE_HASH = re.compile(r"[0-9a-f]{64}")
_PARAGRAPH_HASHES = re.compile(r"[0-9a-f]{16}(?: [0-9a-f]{16})*")


@dataclass(frozen=True, slots=True)
class Exported:
    """What an exported file says of how it was made.

    ``paths`` (None for an article that was read from no file), ``names`` and ``hashes`` are those of the
    articles, in the order of the sources; ``lines`` are the ids of the sentences of its summary.
    ``paragraphs`` are the hashes of each article's paragraphs, empty where an older version wrote the file;
    ``messages`` say what could not be taken over as it was.
    """

    paths: tuple[str | None, ...]
    names: tuple[str, ...]
    hashes: tuple[str, ...]
    choices: Choices
    lines: tuple[str, ...] = ()
    paragraphs: tuple[tuple[str, ...], ...] = ()
    messages: tuple[str, ...] = ()

    def located(self, folder: Path) -> tuple[str, ...]:
        """The files of the articles: relative paths count from ``folder``, else from the current one.

        Raises:
            ValueError: one of them is not there; the message is a sentence that names it.
        """
        return tuple(_located(path, name, folder) for path, name in zip(self.paths, self.names, strict=True))

    def fitted(self, articles: Sequence[Article]) -> Exported:
        """The same for the articles as they are now, with the decisions that still apply.

        Raises:
            ValueError: one of them has another text now, and the file does not say which paragraphs are the
                same; the message is a sentence that names it.
        """
        now = tuple(map(identify, articles))
        changed = [n for n, one in enumerate(now) if one.content != self.hashes[n]]
        if not changed:
            return self
        if not self.paragraphs:
            raise ValueError(
                f"“{self.paths[changed[0]]}” has changed since the summary was exported, so the choices no"
                " longer fit it: name the articles instead of the summary, and export it anew."
            )
        before = tuple(
            Identity(one.name, one.path, content, paragraphs)
            for one, content, paragraphs in zip(now, self.hashes, self.paragraphs, strict=True)
        )
        session, messages = carry_over(Session(self.choices), before, now)
        lines, _ = carry_over(Session(Choices(order=self.lines)), before, now)
        return replace(self, choices=session.choices, lines=lines.choices.order, messages=messages)


def is_export(text: str) -> bool:
    """Whether ``text`` is Markdown that was exported here; its choices may still be damaged."""
    return _FRONT_MATTER.match(text[:_LONGEST_FRONT_MATTER].replace("\r\n", "\n")) is not None


def read_export(text: str) -> Exported:
    """What an exported Markdown file says of how it was made.

    Raises:
        ValueError: it is none, or its front matter was damaged; the message is one sentence.
    """
    found = _FRONT_MATTER.match(text[:_LONGEST_FRONT_MATTER].replace("\r\n", "\n"))
    if found is None:
        raise ValueError("This is no summary that was exported as Markdown.")
    document = _load(found["yaml"])
    data = _mapping(document.get(OWN_KEY))
    if data.get("format") != VERSION:
        raise ValueError("The summary was exported by another version, which this one cannot read.")
    articles = [_mapping(one) for one in _list(document.get("sources"))]
    choices = from_plain(data.get("choices"))
    return Exported(
        paths=tuple(_path_of(article) for article in articles),
        names=tuple(one_line(str(article.get("name", ""))) for article in articles),
        hashes=tuple(_hash_of(article) for article in articles),
        choices=choices,
        lines=from_plain({"order": data.get("lines")}).order,
        paragraphs=_paragraphs_of(data.get("paragraphs"), len(articles)),
    )


def reopen(paths: Sequence[str]) -> tuple[Exported, tuple[Article, ...]] | None:
    """Read the articles that an exported file was made from.

    Args:
        paths: what the reader named; only one file alone is taken for an exported one.

    Returns:
        What the file says, fitted to the articles as they are now, and these; None if it is no exported file.

    Raises:
        ValueError: the file is damaged, or its articles are gone or no longer fit; the message is a sentence.
        ReadingError: the file or one of the articles cannot be read.
    """
    if len(paths) != 1 or is_address(paths[0]) or form_of_name(paths[0]) is not MARKDOWN:
        return None
    text = read_text(paths[0])
    if not is_export(text):
        return None
    exported = read_export(text)
    articles = read_articles(exported.located(Path(paths[0]).parent))
    return exported.fitted(articles), articles


def _located(path: str | None, name: str, folder: Path) -> str:
    if path is None:
        raise ValueError(
            f"“{name}” was not read from a file, so it cannot be opened again: name the articles instead."
        )
    for candidate in (folder / path, Path(path)):
        if candidate.is_file():
            return os.path.normpath(candidate)
    raise ValueError(
        f"“{path}”, which the summary was made from, is no longer there:"
        " put it back, or name the articles instead of the summary."
    )


def _load(source: str) -> Mapping[str, Any]:
    import yaml  # most files are no exports

    try:
        return _mapping(yaml.safe_load(source))
    except (yaml.YAMLError, RecursionError, ValueError):  # ValueError: a date such as 2031-99-99
        raise _damaged() from None


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _damaged()
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise _damaged()
    return value


def _path_of(article: Mapping[str, Any]) -> str | None:
    path = article.get("path")
    if path is not None and not isinstance(path, str):
        raise _damaged()
    return path


def _hash_of(article: Mapping[str, Any]) -> str:
    digest = article.get("sha256")
    if not isinstance(digest, str) or not _ARTICLE_HASH.fullmatch(digest):
        raise _damaged()
    return digest


def _paragraphs_of(hashes: object, articles: int) -> tuple[tuple[str, ...], ...]:
    if hashes is None:
        return ()
    found = _list(hashes)
    if len(found) != articles or not all(
        isinstance(one, str) and _PARAGRAPH_HASHES.fullmatch(one) for one in found
    ):
        raise _damaged()
    return tuple(tuple(one.split()) for one in found)


def _damaged() -> ValueError:
    return ValueError("The front matter of the summary is damaged, so its choices cannot be restored.")
