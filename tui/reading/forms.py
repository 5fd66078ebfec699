"""The forms in which an article may come: how each of them is known, and how its bytes are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from tui.model import Article
from tui.reading.article import (
    article_from_html,
    article_from_mail,
    article_from_markdown,
    article_from_text,
)
from tui.reading.decoding import NotTextError, decode
from tui.reading.errors import NoArticleError

_HEAD = 16_384  # bytes of which a web page or a mail is known
_UNTYPED = ("", "application/octet-stream")
# Braces, tags, or in the first line what parts the fields of a table: a comma of prose has a space after it.
_MAY_BE_DATA = re.compile(r"[\ufeff\s]*(?:[\[{<]|[^\n]*?(?:[\t;|]|,(?! )))")


class Reader(Protocol):
    """A function that makes an article of bytes."""

    def __call__(self, data: bytes, *, name: str, charset: str | None) -> Article:
        """Read an article.

        Args:
            data: The bytes.
            name: What the source is called if the bytes do not say.
            charset: What the encoding is said to be, as far as the form leaves it open.

        Raises:
            NotTextError: The bytes are some other kind of file.
            NoArticleError: There is no article in them.
        """


@dataclass(frozen=True, slots=True)
class Form:
    """A form that is read; ``suffixes`` and ``media_types`` are those it goes by, in lower case."""

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Reader


def _read_text(data: bytes, *, name: str, charset: str | None) -> Article:
    return article_from_text(_prose(decode(data, charset)), name=name)


def _read_markdown(data: bytes, *, name: str, charset: str | None) -> Article:
    return article_from_markdown(_prose(decode(data, charset)), name=name)


def _read_html(data: bytes, *, name: str, charset: str | None) -> Article:
    return article_from_html(_prose(decode(data, charset or declared_charset(data))), name=name)


def _read_mail(data: bytes, *, name: str, charset: str | None) -> Article:  # noqa: ARG001  (it says so itself)
    return article_from_mail(data, name=name)


def _prose(text: str) -> str:
    """``text`` as it is, if it is no data."""
    if _MAY_BE_DATA.match(text):
        from tui.reading.data import kind_of_data  # not for the first frame

        if kind := kind_of_data(text):
            raise _no_prose(kind)
    return text


def _no_prose(kind: str) -> NoArticleError:
    return NoArticleError(f"is {kind}, not an article: save the article's text in a file of its own.")


TEXT = Form("text", (".txt",), ("text/plain",), _read_text)
MARKDOWN = Form("Markdown", (".md", ".markdown"), ("text/markdown", "text/x-markdown"), _read_markdown)
HTML = Form("HTML", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), _read_html)
MAIL = Form("mail", (".eml",), ("message/rfc822",), _read_mail)
FORMS = (TEXT, MARKDOWN, HTML, MAIL)
_BY_SUFFIX = {suffix: form for form in FORMS for suffix in form.suffixes}
_BY_MEDIA_TYPE = {media_type: form for form in FORMS for media_type in form.media_types}


def form_of_name(path: str) -> Form:
    """Tell the form of a file by its suffix alone; plain text for any that is not known."""
    return _BY_SUFFIX.get(PurePath(path).suffix.lower(), TEXT)


def form_of_file(path: str, data: bytes) -> Form:
    """Tell the form of a file: by its suffix if that names one other than text, else by its bytes."""
    named = form_of_name(path)
    if named is not TEXT:
        return named
    found = form_of_bytes(data)
    has_tags = data[:_HEAD].replace(b"\0", b"").count(b"</") > 1
    return found if has_tags or found is not HTML else TEXT  # a text may be about "<html>"


def form_of_bytes(data: bytes) -> Form:
    """Tell the form of bytes of which nothing else is known: a page or a mail if they begin as one."""
    from tui.reading.mail import is_mail

    head = data[:_HEAD]
    try:
        beginning = decode(head) if b"\0" in head else head.decode("utf-8-sig", "ignore")
    except NotTextError:
        return TEXT
    if "<" in beginning:
        from tui.reading.data import is_fragment_of_page  # most texts have no tags
        from tui.reading.html import is_html

        if is_html(beginning) or is_fragment_of_page(beginning):
            return HTML
    return MAIL if is_mail(beginning) else TEXT


def form_of_answer(media_type: str, path: str, data: bytes) -> Form:
    """Tell the form of what a server sent: by its media type, else its address's path, else the bytes."""
    form, named = _BY_MEDIA_TYPE.get(media_type), form_of_name(path)
    if form is TEXT:  # many servers know no better of Markdown, but do know pages
        return named if named is MARKDOWN else TEXT
    return form or (form_of_bytes(data) if named is TEXT else named)


def may_be_article(media_type: str) -> bool:
    """Whether what a server calls ``media_type`` may be an article; it may be if it is called nothing."""
    return media_type in _BY_MEDIA_TYPE or media_type in _UNTYPED


def declared_charset(data: bytes) -> str | None:
    """Find the name of the encoding that bytes give for themselves, as web pages do."""
    from tui.reading import html  # most articles are no pages

    return html.declared_charset(data)
