"""Files, standard input and web addresses to articles: their bytes are read, their form told, then the text.

A failure is one sentence that names the file or the address and says what to do.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from tui.model import Article, Caution
from tui.reading.address import host, is_address, lacks_scheme
from tui.reading.cleaning import one_line
from tui.reading.decoding import NotTextError, decode
from tui.reading.errors import NoArticleError, ReadingError
from tui.reading.forensics import duplicates, other_languages
from tui.reading.forms import (
    Form,
    declared_charset,
    form_of_answer,
    form_of_bytes,
    form_of_file,
    may_be_article,
)

if TYPE_CHECKING:
    from tui.reading.web import Progress

STDIN = "-"
_OF_SEVERAL = frozenset({"duplicate", "language"})  # cautions that depend on what else is read


def read_article(path: str, stdin: BinaryIO | None = None, progress: Progress | None = None) -> Article:
    """Read one article.

    Args:
        path: A ``.txt``, ``.md``, ``.html`` or ``.eml`` file, ``-`` for standard input, or a web address, for
            which alone the network is used; with any other suffix the content tells what it is.
        stdin: Where ``-`` reads from; by default the process's own standard input.
        progress: Is told how much of what is at an address has come, and may raise InterruptedError.

    Raises:
        ReadingError: It is missing, unreadable, empty or no text.
    """
    article = _from_web(path, progress) if is_address(path) else _from_file(path, stdin)
    if not any(character.isalnum() for paragraph in article.paragraphs for character in paragraph):
        raise ReadingError(f"{_capital(_shown(path))} is empty: there is no text in it to read.")
    return article


def read_text(path: str) -> str:
    """Read the text of a file, decoded but not yet cleaned; errors as for `read_article`."""
    data = read_bytes(path)
    try:
        return decode(data)
    except NotTextError as error:
        raise _no_text(path, error) from None


def read_bytes(path: str, stdin: BinaryIO | None = None) -> bytes:
    """Read the bytes of a file or of standard input; arguments and errors as for `read_article`."""
    return (stdin or sys.stdin.buffer).read() if path == STDIN else _bytes_of_file(path)


def read_articles(paths: Iterable[str], stdin: BinaryIO | None = None) -> tuple[Article, ...]:
    """Read several articles, in order; names that occur twice are numbered, texts that do get a caution.

    Raises:
        ReadingError: Some of them cannot be read, a line each, or standard input is asked for twice.
    """
    paths = list(paths)
    if paths.count(STDIN) > 1:
        raise ReadingError("Standard input can be read only once: name “-” once and the others as files.")
    articles, errors = [], []
    for path in paths:
        try:
            articles.append(read_article(path, stdin))
        except ReadingError as error:
            errors.append(str(error))
    if errors:
        raise ReadingError("\n".join(dict.fromkeys(errors)))
    return gathered(articles)


def gathered(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Put articles together: names that occur twice are numbered, texts that do get a caution.

    So does what is in another language than English, or than the others.
    """
    found = _with_unique_names([replace(one, warnings=_own_cautions(one)) for one in articles])
    for index, caution in (*duplicates(found), *other_languages(found)):
        found[index] = replace(found[index], warnings=(*found[index].warnings, caution))
    return tuple(found)


def _own_cautions(article: Article) -> tuple[Caution, ...]:
    """The cautions that hold whatever other articles are read."""
    return tuple(caution for caution in article.warnings if caution.kind not in _OF_SEVERAL)


def _from_file(path: str, stdin: BinaryIO | None) -> Article:
    data = read_bytes(path, stdin)
    if path == STDIN:
        return _article(form_of_bytes(data), data, path, name="stdin", charset=declared_charset(data))
    name = one_line(Path(path).stem) or one_line(path)
    return replace(_article(form_of_file(path, data), data, path, name=name), path=one_line(path))


def _from_web(address: str, progress: Progress | None) -> Article:
    from tui.reading.web import fetch  # articles mostly come from files

    page = fetch(address, progress)
    if not may_be_article(page.media_type):
        kind = one_line(page.media_type)
        raise ReadingError(f"{_shown(address)} is no text but {kind}: name the address of an article.")
    form = form_of_answer(page.media_type, urlsplit(page.address).path, page.data)
    charset = page.charset or declared_charset(page.data)
    article = _article(form, page.data, address, name=host(page.address), charset=charset)
    return replace(article, url=one_line(page.address))


def _article(form: Form, data: bytes, path: str, *, name: str, charset: str | None = None) -> Article:
    """The article in the bytes that came from ``path``."""
    try:
        return form.read(data, name=name, charset=charset)
    except NotTextError as error:
        raise _no_text(path, error) from None
    except NoArticleError as error:
        raise ReadingError(f"{_capital(_shown(path))} {error}") from None


def _no_text(path: str, error: NotTextError) -> ReadingError:
    way = "unpack it" if "compressed" in str(error) else "save it as plain text or Markdown"
    return ReadingError(f"{_capital(_shown(path))} is {error}, not text: {way}.")


def _shown(path: str) -> str:
    return "standard input" if path == STDIN else f"“{one_line(path)}”"


def _bytes_of_file(path: str) -> bytes:
    shown = _shown(path)
    file = Path(path)
    if not path:
        raise ReadingError("An empty name names no file: leave it out.")
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ReadingError(f"{shown} is a folder: name the files in it.")
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):  # reading one may never end
            raise ReadingError(f"{shown} is a device: name a text file.")
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a name no file can have
        raise ReadingError(f"{shown} does not exist: {_way_to(path)}") from None
    except PermissionError:
        raise ReadingError(f"{shown} may not be read: check its permissions.") from None
    except OSError as error:
        reason = one_line(error.strerror or str(error))
        raise ReadingError(f"{shown} cannot be read ({reason}): check the file.") from None


def _way_to(path: str) -> str:
    """What to do about a file that does not exist."""
    address = one_line(path).removeprefix("//")
    if lacks_scheme(address) and not os.path.lexists(address.split("/")[0]):
        return f"if it is a web address, write “https://{address}”."
    return "check the name and the folder."


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
