"""Files and standard input to articles; a failure is one sentence that names the file and says what to do."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from tui.model import Article, Caution
from tui.reading.article import article_from_markdown, article_from_text
from tui.reading.clean import one_line
from tui.reading.decoding import NotTextError, decode
from tui.reading.forensics import duplicates

STDIN = "-"
_MARKDOWN = frozenset((".md", ".markdown"))


class ReadingError(Exception):
    """An article cannot be read; the message is one sentence for the person who asked for it."""


def read_article(path: str, stdin: BinaryIO | None = None) -> Article:
    """Read one article.

    Args:
        path: A ``.txt`` or ``.md`` file, or ``-`` for standard input; any other suffix is read as plain text.
        stdin: Where ``-`` reads from; by default the process's own standard input.

    Raises:
        ReadingError: The file is missing, unreadable, empty or no text.
    """
    article = _article(path, read_text(path, stdin))
    if not any(character.isalnum() for paragraph in article.paragraphs for character in paragraph):
        raise ReadingError(f"{_capital(_shown(path))} is empty: there is no text in it to read.")
    return article


def read_text(path: str, stdin: BinaryIO | None = None) -> str:
    """The text of a file, decoded but not yet cleaned; arguments and errors as for `read_article`."""
    data = (stdin or sys.stdin.buffer).read() if path == STDIN else _read_bytes(path)
    try:
        return decode(data)
    except NotTextError as error:
        raise ReadingError(
            f"{_capital(_shown(path))} is {error}, not text: save it as plain text or Markdown."
        ) from None


def read_articles(paths: Iterable[str], stdin: BinaryIO | None = None) -> tuple[Article, ...]:
    """Read several articles, in order; names that occur twice are numbered, texts that do get a caution.

    Raises:
        ReadingError: One of them cannot be read, or standard input is asked for twice.
    """
    paths = list(paths)
    if paths.count(STDIN) > 1:
        raise ReadingError("Standard input can be read only once: name “-” once and the others as files.")
    return gathered([read_article(path, stdin) for path in paths])


def gathered(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Articles to be read together: names that occur twice numbered, texts that do with a caution."""
    found = _with_unique_names([replace(one, warnings=_without_duplicate(one)) for one in articles])
    for index, caution in duplicates(found):
        found[index] = replace(found[index], warnings=(*found[index].warnings, caution))
    return tuple(found)


def _without_duplicate(article: Article) -> tuple[Caution, ...]:
    """The cautions but for those that were true among other articles."""
    return tuple(caution for caution in article.warnings if caution.kind != "duplicate")


def _article(path: str, text: str) -> Article:
    if path == STDIN:
        return article_from_text(text, name="stdin")
    file = Path(path)
    read = article_from_markdown if file.suffix.lower() in _MARKDOWN else article_from_text
    return replace(read(text, name=one_line(file.stem) or one_line(path)), path=one_line(path))


def _shown(path: str) -> str:
    return "standard input" if path == STDIN else f"“{one_line(path)}”"


def _read_bytes(path: str) -> bytes:
    shown = _shown(path)
    file = Path(path)
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ReadingError(f"{shown} is a folder: name the files in it.")
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):  # reading one may never end
            raise ReadingError(f"{shown} is a device: name a text file.")
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a name no file can have
        raise ReadingError(f"{shown} does not exist: check the name and the folder.") from None
    except PermissionError:
        raise ReadingError(f"{shown} may not be read: check its permissions.") from None
    except OSError as error:
        reason = one_line(error.strerror or str(error))
        raise ReadingError(f"{shown} cannot be read ({reason}): check the file.") from None


def _with_unique_names(articles: Sequence[Article]) -> list[Article]:
    taken = {article.name for article in articles}
    seen: set[str] = set()
    unique = []
    for article in articles:
        name, number = article.name, 2
        while name in seen or (name != article.name and name in taken):
            name, number = f"{article.name} ({number})", number + 1
        seen.add(name)
        unique.append(replace(article, name=name))
    return unique


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
