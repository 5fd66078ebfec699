"""A session file's content: the articles it is about, the reader's decisions, the place in the text."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from typing import Any

from tui.ids import is_paragraph, is_sentence, is_source
from tui.reading.cleaning import clean
from tui.session.choices import Choices
from tui.session.history import Session
from tui.session.identity import Identity
from tui.session.serial import from_plain, to_plain
from tui.session.view_state import ViewState

VERSION = 1
MAGIC = "session"
_HASH = re.compile(r"[0-9a-f]{16,64}")
_WIDTHS = (0.2, 5.0)  # shares of a column's width that can still be read


def is_session(text: str) -> bool:
    """Whether a file begins as session files do, whole or damaged."""
    return re.match(r'\s*\{\s*"rashomon"\s*:\s*"session"', text) is not None


def to_json(session: Session, articles: Sequence[Identity]) -> str:
    """The content of a session file; undone decisions are not in it."""
    view = session.view
    document = {
        "rashomon": MAGIC,
        "version": VERSION,
        "articles": [
            {"name": one.name, "path": one.path, "content": one.content, "paragraphs": list(one.paragraphs)}
            for one in articles
        ],
        "choices": to_plain(session.choices),
        "desk": {
            "sentence": view.sentence,
            "marks": dict(sorted(view.marks.items())),
            "aligned": view.aligned,
            "linked": view.linked,
            "differences_only": view.differences_only,
            "shortest_path": view.shortest_path,
            "path_from": view.path_from,
            "zoomed": view.zoomed,
            "columns": list(view.columns),
            "hidden": sorted(view.hidden),
            "widths": dict(sorted(view.widths.items())),
            "tops": dict(sorted(view.tops.items())),
            "lines": list(view.summary_lines),
            "listed": list(view.summary_rows),
            "told": view.summary_choices is not None and view.summary_choices.basis == session.choices.basis,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def from_json(text: str) -> tuple[Session, tuple[Identity, ...]]:
    """The session in a file's content, and the articles it is about.

    Raises:
        ValueError: the content is no session, or of a later version; the message is one sentence.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("It is no whole JSON document.") from None
    if not isinstance(data, dict) or data.get("rashomon") != MAGIC:
        raise ValueError("It is no session.")
    if data.get("version") != VERSION:
        raise ValueError(f"It has version {data.get('version')!r}; this program reads version {VERSION}.")
    articles = data.get("articles")
    if not isinstance(articles, list) or not articles:
        raise ValueError("It names no articles.")
    identities = tuple(_identity(one) for one in articles)
    choices = from_plain(data.get("choices", {}))
    return Session(choices, view=_view(data.get("desk", {}), choices)), identities


def _identity(data: object) -> Identity:
    if not isinstance(data, dict):
        raise ValueError("An article in it is no mapping.")
    name, path, content, paragraphs = (data.get(key) for key in ("name", "path", "content", "paragraphs"))
    if not isinstance(name, str) or not (path is None or isinstance(path, str)):
        raise ValueError("An article in it has no name, or a path that is no text.")
    if not isinstance(paragraphs, list) or not all(map(_is_hash, [content, *paragraphs])):
        raise ValueError("An article in it has hashes that are none.")
    return Identity(clean(name), path, str(content), tuple(paragraphs))


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and _HASH.fullmatch(value) is not None


def _view(data: object, choices: Choices) -> ViewState:
    """The layout as far as it makes sense: a wrong one is no reason to give up the decisions."""
    if not isinstance(data, dict):
        return ViewState()
    sentence = data.get("sentence")
    return ViewState(
        sentence=sentence if is_sentence(sentence) else None,
        marks={k: v for k, v in _items(data.get("marks")) if len(k) == 1 and is_sentence(v)},
        aligned=data.get("aligned") is True,
        linked=data.get("linked") is not False,
        differences_only=data.get("differences_only") is True,
        shortest_path=data.get("shortest_path") is True,
        path_from=next(iter(_sources([data.get("path_from")])), None),
        zoomed=data.get("zoomed") is True,
        columns=tuple(dict.fromkeys(_sources(data.get("columns")))),
        hidden=frozenset(_sources(data.get("hidden"))),
        widths={k: float(v) for k, v in _items(data.get("widths")) if is_source(k) and _is_width(v)},
        tops={k: v for k, v in _items(data.get("tops")) if is_source(k) and is_paragraph(v)},
        summary_lines=tuple(dict.fromkeys(_sentences(data.get("lines")))),
        summary_rows=tuple(dict.fromkeys(_sentences(data.get("listed")))),
        summary_choices=choices if data.get("told") is True else None,
    )


def _is_width(value: object) -> bool:
    least, most = _WIDTHS
    return isinstance(value, int | float) and math.isfinite(value) and least <= value <= most


def _items(value: object) -> list[tuple[str, Any]]:
    return [(k, v) for k, v in value.items() if isinstance(k, str)] if isinstance(value, dict) else []


def _sentences(value: object) -> list[str]:
    return [v for v in value if is_sentence(v)] if isinstance(value, list) else []


def _sources(value: object) -> list[str]:
    return [v for v in value if is_source(v)] if isinstance(value, list) else []
