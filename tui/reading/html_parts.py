"""Parts of a web page as a reader sees them: struck-out text, footnote marks, cells, text for machines."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_STRUCK = (
    "//del | //s | //strike | //*[contains(translate(@style, ' ', ''), 'text-decoration:line-through')]"
    " | //*[contains(translate(@style, ' ', ''), 'text-decoration-line:line-through')]"
)
_LONGEST_STRUCK = 1000  # characters; an element that holds more was not closed where it should have been
_MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|note \d{1,2}|[*†‡§¶]{1,3})\s*[\])]?", re.IGNORECASE)
_BRACKETED = re.compile(r"\[.*\]|[*†‡§¶]+")
_NOTE_ADDRESS = re.compile(r"^#|#[\w-]*(?:fn|note|cite|ref)", re.IGNORECASE)
_NOTE_CLASS = re.compile(r"\b(?:foot|end)?note|\breference\b|noteref", re.IGNORECASE)
_BACK = re.compile(r"[\s↩↑⤴^\ufe0e\ufe0f]*|back(?: to text)?", re.IGNORECASE)
_AFTER_SENTENCE = tuple(".,;:!?)\"'”’»")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_EXPONENT = re.compile(r"[+−-]?\d{1,3}")
_PIECES = ("li", "p", "div", "br", "dt", "dd")
_PART = "\u2028"  # cleaned text has none
_LAYOUT = ("h1", "h2", "h3", "script", "style", "form")  # a cell with one of these is no cell of figures
_LONGEST_CELL = 400  # characters; a table with longer ones lays out the page

_BODY_TAGS = re.compile(r"</?(?:p|br|div|li|h[1-6]|blockquote)\b[^<>]*>", re.IGNORECASE)
_STRUCK_TAGS = re.compile(r"<(del|s|strike)\b[^<>]*>.{0,1000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_ANY_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_DEEPEST = 20  # values within values


class Told(NamedTuple):
    """An article as a page tells it to machines (schema.org's ``Article``, in JSON-LD)."""

    headline: str
    body: str


def prepare(tree: Any) -> None:
    """Take struck-out text and footnote marks out of a page, raise exponents, put each cell on a line."""
    for element in tree.xpath(_STRUCK):
        if element.getparent() is not None and len(element.text_content()) <= _LONGEST_STRUCK:
            element.drop_tree()
    for element in [*tree.iter("sup"), *tree.iter("a")]:
        if element.getparent() is None:
            continue
        if _is_note_mark(element):
            element.drop_tree()
        elif (
            element.tag == "sup" and not len(element) and _EXPONENT.fullmatch(element.text_content().strip())
        ):
            element.text = element.text_content().strip().translate(_RAISED)
            element.drop_tag()
    for cell in [*tree.iter("td"), *tree.iter("th")]:
        _flatten(cell)


def told(scripts: Iterable[str]) -> Told | None:
    """The longest article in the JSON-LD of a page; None if there is none with its text."""
    found: list[Told] = []
    for script in scripts:
        try:
            found += _articles(json.loads(script, strict=False), _DEEPEST)
        except (ValueError, RecursionError):
            continue
    return max(found, key=lambda one: len(one.body), default=None)


def _is_note_mark(element: Any) -> bool:
    """Whether a raised sign or a link is the mark of a footnote, or leads back from one."""
    text = element.text_content().strip()
    links = [
        *element.iter("a"),
        *(one for one in [element.getparent()] if one is not None and one.tag == "a"),
    ]
    leads = any(_NOTE_ADDRESS.search(link.get("href") or "") for link in links)
    if element.tag == "a" and leads and _BACK.fullmatch(text):
        return bool(text)
    if not _MARK.fullmatch(text):
        return False
    named = any(_NOTE_CLASS.search(one.get("class") or one.get("role") or "") for one in (element, *links))
    raised = element.tag == "sup" or any(True for _ in element.iter("sup"))
    if not raised:
        return leads and (named or _BRACKETED.fullmatch(text) is not None)
    return (
        leads or named or _BRACKETED.fullmatch(text) is not None or _before(element).endswith(_AFTER_SENTENCE)
    )


def _before(element: Any) -> str:
    """The text right before an element."""
    earlier = element.getprevious()
    if earlier is None:
        return (element.getparent().text or "").rstrip()
    return (earlier.tail or "").rstrip()


def _flatten(cell: Any) -> None:
    """Put the lists, paragraphs and lines in a cell on one line, apart by semicolons."""
    if next(cell.iterdescendants("table", *_LAYOUT), None) is not None:
        return
    pieces = [*cell.iterdescendants(*_PIECES)]
    if not pieces or len(cell.text_content()) > _LONGEST_CELL:
        return
    for piece in pieces:
        piece.text, piece.tail = _PART + (piece.text or ""), _PART + (piece.tail or "")
    texts = [" ".join(text.split()) for text in cell.text_content().split(_PART)]
    for child in list(cell):
        cell.remove(child)
    cell.text = "; ".join(filter(None, texts))


def _articles(value: Any, depth: int) -> Iterator[Told]:
    if isinstance(value, dict):
        body = value.get("articleBody")
        if isinstance(body, str) and body.strip():
            headline = value.get("headline")
            yield Told(_plain(headline) if isinstance(headline, str) else "", _plain(body))
        value = list(value.values())
    if isinstance(value, list) and depth:
        for one in value:
            yield from _articles(one, depth - 1)


def _plain(text: str) -> str:
    """Text that may hold tags and character references, without them."""
    if _BODY_TAGS.search(text) is None and "&lt;" in text:
        text = html.unescape(text)
    text = _BODY_TAGS.sub("\n\n", _STRUCK_TAGS.sub("", text))
    return html.unescape(_ANY_TAG.sub("", text)).strip()
