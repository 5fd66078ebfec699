"""Text that is data and no prose: JSON, XML, feeds and tables, told by what it looks like."""

from __future__ import annotations

import csv
import json
import re
from itertools import islice

_HEAD = 4096  # characters
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{1,100}"\s*:\s*(?:["\[{\d-]|true|false|null)')
_JSON_START = re.compile(r"\s*[\[{]")
_LONGEST_JSON = 1_000_000  # characters; longer ones are known by their beginning
_PROLOGUE = r"\s*(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|<\?[^>]*>|\s+)*+"
_FEED = re.compile(rf"{_PROLOGUE}<(?:rss|feed|rdf:RDF)\b", re.DOTALL | re.IGNORECASE)
_FRAGMENT = re.compile(
    rf"{_PROLOGUE}<(?:head|body|main|article|section|div|p|h[1-6])\b[^<>]*>", re.IGNORECASE | re.DOTALL
)
_ROOT = re.compile(rf"{_PROLOGUE}<([A-Za-z_][\w.:-]*)(?:\s[^<>]*)?>", re.DOTALL)
_TAGS_OF_PAGES = frozenset(
    "html head body main article section div p h1 h2 h3 h4 h5 h6 a b i em strong span blockquote ul ol table"
    " figure header pre br hr img".split()
)
_ROWS = 20  # that are looked at
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3  # where the first row may be no heading
_THOUSANDS = re.compile(r"\d,\d{3}\b")
_SENTENCE_END = re.compile(r"\w[.!?][\"”’)]*\s*$")


def kind_of_data(text: str) -> str | None:
    """What ``text`` is if it is data, as in "a feed"; None for prose, web pages and Markdown."""
    text = text.lstrip("\ufeff\r\n")
    if _JSON_START.match(text) and _is_json(text):
        return "JSON data"
    head = text[: 2 * _HEAD].lstrip()[:_HEAD]
    if head.startswith("<"):
        if _FEED.match(head):
            return "a feed (RSS or Atom)"
        return "XML data" if _is_xml(text, head) else None
    return "a table (CSV)" if _is_table(text) else None


def _is_table(text: str) -> bool:
    """Whether the lines are rows of as many fields each, apart by commas, semicolons or tabs.

    A comma of prose has a space after it, and prose ends in full stops.
    """
    lines = [line for line in islice(text.lstrip("\ufeff").splitlines(), 4 * _ROWS) if line.strip()]
    return any(_is_table_by(mark, lines) for mark in "\t,;|")


def is_fragment_of_page(text: str) -> bool:
    """Whether ``text`` begins as the inside of a web page does, and has tags that close."""
    return _FRAGMENT.match(text[:_HEAD]) is not None and text.count("</") > 1


def _is_json(text: str) -> bool:
    if _JSON.match(text[:_HEAD]):
        return True
    if len(text) > _LONGEST_JSON:
        return False
    try:
        return bool(json.loads(text))
    except (ValueError, RecursionError):
        return False


def _is_xml(text: str, head: str) -> bool:
    root = _ROOT.match(head)
    if root is None or root[1].lower() in _TAGS_OF_PAGES:
        return root is None and head.startswith("<?xml")
    return head.startswith("<?xml") or "xmlns" in root[0] or text.rstrip().endswith(f"</{root[1]}>")


def _is_table_by(mark: str, lines: list[str]) -> bool:
    if not lines or mark not in lines[0]:
        return False
    try:
        rows = list(islice(csv.reader(lines, delimiter=mark), _ROWS))
    except csv.Error:
        return False
    columns = len(rows[0])
    if columns < 2 or len(rows) < _FEWEST_ROWS:
        return False
    cut_off = rows[-1:] if len(lines) > _ROWS or len(rows[-1]) != columns else []  # a quoted field may go on
    if any(len(row) != columns for row in rows if row not in cut_off):
        return False
    fields = [field for row in rows for field in row]
    if mark != "\t" and sum(field[:1] == " " for field in fields) * 2 > len(fields) - len(rows):
        return False
    if mark == "," and columns == 2 and all(_THOUSANDS.search(line) for line in lines):
        return False
    is_heading = all(0 < len(field.split()) < 6 and not field[:1].isdigit() for field in rows[0])
    sentences = sum(_SENTENCE_END.search(row[-1]) is not None for row in rows)
    return columns >= _FEWEST_COLUMNS or (is_heading and sentences * 2 <= len(rows))
