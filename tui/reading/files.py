"""Files, standard input and web addresses to articles.

A failure is one sentence that names the file or the address and says what to do.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from tui.model import Article, Caution
from tui.reading.address import host, is_address
from tui.reading.article import article_from_html, article_from_markdown, article_from_text
from tui.reading.cleaning import one_line
from tui.reading.decoding import NotTextError, decode
from tui.reading.errors import NoArticleError, ReadingError
from tui.reading.forensics import duplicates
from tui.reading.forms import Form, by_content, by_name, is_text, of_answer

if TYPE_CHECKING:
    from tui.reading.web import Progress

STDIN = "-"


def read_article(path: str, stdin: BinaryIO | None = None, progress: Progress | None = None) -> Article:
    """Read one article.

    Args:
        path: A ``.txt``, ``.md`` or ``.html`` file, ``-`` for standard input, or a web address, for which
            alone the network is used; any other suffix is read as plain text.
        stdin: Where ``-`` reads from; by default the process's own standard input.
        progress: Is told how much of what is at an address has come, and may raise InterruptedError.

    Raises:
        ReadingError: It is missing, unreadable, empty or no text.
    """
    article = _from_web(path, progress) if is_address(path) else _article(path, read_text(path, stdin))
    if not any(character.isalnum() for paragraph in article.paragraphs for character in paragraph):
        raise ReadingError(f"{_capital(_shown(path))} is empty: there is no text in it to read.")
    return article


def read_text(path: str, stdin: BinaryIO | None = None) -> str:
    """The text of a file, decoded but not yet cleaned; arguments and errors as for `read_article`."""
    data = (stdin or sys.stdin.buffer).read() if path == STDIN else _read_bytes(path)
    may_be_page = path == STDIN or by_name(path) is Form.HTML
    return _decoded(data, path, _declared_charset(data) if may_be_page else None)


def _declared_charset(data: bytes) -> str | None:
    from tui.reading.html import declared_charset  # most articles are no pages

    return declared_charset(data)


def _decoded(data: bytes, path: str, charset: str | None) -> str:
    try:
        return decode(data, charset)
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
        return _read(text, by_content(text), path, name="stdin")
    name = one_line(Path(path).stem) or one_line(path)
    return replace(_read(text, by_name(path), path, name=name), path=one_line(path))


def _from_web(address: str, progress: Progress | None) -> Article:
    from tui.reading.web import fetch  # articles mostly come from files

    page = fetch(address, progress)
    if not is_text(page.media_type):
        kind = one_line(page.media_type)
        raise ReadingError(f"{_shown(address)} is no text but {kind}: name the address of an article.")
    text = _decoded(page.data, address, page.charset or _declared_charset(page.data))
    form = of_answer(page.media_type, urlsplit(page.address).path, text)
    return replace(_read(text, form, address, name=host(page.address)), url=one_line(page.address))


def _read(text: str, form: Form, path: str, *, name: str) -> Article:
    match form:
        case Form.TEXT:
            return article_from_text(text, name=name)
        case Form.MARKDOWN:
            return article_from_markdown(text, name=name)
    try:
        return article_from_html(text, name=name)
    except NoArticleError as error:
        raise ReadingError(f"{_capital(_shown(path))} {error}") from None


def _shown(path: str) -> str:
    return "standard input" if path == STDIN else f"“{one_line(path)}”"


def _read_bytes(path: str) -> bytes:
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
