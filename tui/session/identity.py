"""Which article of today is which of an earlier session, and which paragraph of it which."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

from tui.ids import paragraph_id
from tui.model import Article
from tui.session.fingerprint import fingerprint

_DIGITS = 16  # of a paragraph's hash; enough to tell the paragraphs of a few articles apart


@dataclass(frozen=True, slots=True)
class Identity:
    """What an article can be known by again: where it was read from, and hashes of what it says.

    ``path`` is an absolute path or a web address, None for an article that came from neither; ``content`` is
    the hash of all its paragraphs, ``paragraphs`` are those of each.
    """

    name: str
    path: str | None
    content: str
    paragraphs: tuple[str, ...]


def identity(article: Article) -> Identity:
    """What the article can be known by again."""
    hashes = (sha256(paragraph.encode()).hexdigest()[:_DIGITS] for paragraph in article.paragraphs)
    return Identity(article.name, origin(article), fingerprint(article), tuple(hashes))


def origin(article: Article) -> str | None:
    """Where the article can be read from again: its file's absolute path, else its web address."""
    if not article.path:
        return article.url
    return os.fsencode(Path(article.path).absolute()).decode(errors="replace")


def matching(before: Sequence[Identity], now: Sequence[Identity]) -> dict[int, int]:
    """The articles now by those before, as indices: the same text, else the same file, else most of it."""
    found: dict[int, int] = {}
    for same in (_same_text, _same_file, _mostly_same):
        for old, one in enumerate(before):
            free = (new for new in range(len(now)) if new not in found.values() and same(one, now[new]))
            if old not in found and (new := next(free, None)) is not None:
                found[old] = new
    return found


def _same_text(one: Identity, other: Identity) -> bool:
    return one.content == other.content


def _same_file(one: Identity, other: Identity) -> bool:
    return one.path is not None and one.path == other.path


def _mostly_same(one: Identity, other: Identity) -> bool:
    common = len(set(one.paragraphs) & set(other.paragraphs))
    return 2 * common > max(len(one.paragraphs), len(other.paragraphs))


def places(before: Sequence[Identity], now: Sequence[Identity]) -> Mapping[str, str]:
    """The id of each paragraph now by its id before; paragraphs that changed or went are not in it."""
    found: dict[str, str] = {}
    for old, new in matching(before, now).items():
        blocks = SequenceMatcher(None, before[old].paragraphs, now[new].paragraphs, autojunk=False)
        for start, other_start, size in blocks.get_matching_blocks():
            for step in range(size):
                found[paragraph_id(old, start + step)] = paragraph_id(new, other_start + step)
    return found
