"""Markdown to plain paragraphs: nothing but text comes out; no link is followed and no HTML rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.reading.cleaning import one_line
from tui.reading.paragraphs import split_paragraphs

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>]*>", re.DOTALL)
_NOTE_MARK = re.compile(r"\[\^[\w-]{1,40}\]:?")
_STRUCK_TAG = re.compile(r"<(/?)(?:del|s|strike)(?:\s[^<>]*)?>", re.IGNORECASE)
_STRUCK = re.compile(r"<(del|s|strike)\b[^<>]*>.{0,1000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_CELL_SEPARATOR = " | "
_DEEPEST = 60  # quotations within quotations; the preset's 20 loses the text of deeper ones


class Block(NamedTuple):
    """A piece of text on one line, and whether it stood as a heading."""

    text: str
    is_heading: bool = False


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs, headings, list items, quotations, table rows and code of cleaned Markdown, in order.

    Emphasis, links and images are reduced to their text; what is struck out (``~~``, ``<del>``) is left out.
    Character references may bring back what was cleaned away (``&#x202e;``), so every block is cleaned again.
    """
    from markdown_it import MarkdownIt  # plain text does not need it

    tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).parse(text)
    cleaned = (Block(one_line(block.text), block.is_heading) for block in _blocks(tokens))
    return tuple(block for block in cleaned if block.text)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    # Markdown knows no paragraphs but by blank lines. A file with only one may still have one on each line.
    by_lines = sum(token.type == "paragraph_open" for token in tokens) == 1
    row: list[str] | None = None
    opened = ""
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield Block(_CELL_SEPARATOR.join(row))
            row = None
        elif token.type == "inline":
            content = _inline_text(token.children or ())
            if row is not None:
                row.append(content)
            elif by_lines and opened == "paragraph_open":
                yield from map(Block, split_paragraphs(content))
            else:
                yield Block(content, opened == "heading_open")
        elif token.type in ("fence", "code_block"):
            yield Block(token.content)
        elif token.type == "html_block":
            yield Block(_TAG.sub(" ", _STRUCK.sub(" ", token.content)))
        opened = token.type


def _inline_text(tokens: Sequence[Token]) -> str:
    parts = []
    struck = 0
    for token in tokens:
        if token.type in ("s_open", "s_close"):
            struck += token.nesting
        elif token.type == "html_inline" and (tag := _STRUCK_TAG.fullmatch(token.content)):
            struck += -1 if tag[1] else 1
        elif struck > 0:
            continue
        elif token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(_inline_text(token.children or ()))
    return _NOTE_MARK.sub("", "".join(parts))
