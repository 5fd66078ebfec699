"""Plain text out of a page or a feed with mark-up left in it: ``&#8217;``, ``&amp;quot;``, ``<br/>``."""

from __future__ import annotations

import re

_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"<(/?)(br|p|div|b|i|em|strong|span|u|a)(?:\s+[a-z-]{1,20}=[^<>]{0,500})?\s{0,9}/?>", re.IGNORECASE
)
_LINES = {"br": "\n", "p": "\n\n", "div": "\n\n"}
_MOST_OFTEN = 3  # that text is escaped


def without_markup(text: str) -> str:
    """Decode the character references of HTML, and take out its commonest tags.

    Only what can be nothing else is one: ``AT&T;`` is none, since no character has that name.
    """
    if "&" in text:
        text = _decoded(text)
    return _TAG.sub(lambda found: _LINES.get(found[2].lower(), ""), text) if "<" in text else text


def _decoded(text: str) -> str:
    from html import unescape  # its table is large, and most text needs nothing of it

    for _ in range(_MOST_OFTEN):
        text = _ENTITY.sub(lambda found: unescape(found[0]), text)
    return text
