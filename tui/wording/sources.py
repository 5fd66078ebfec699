"""What there is to say about sources: how long they are, what to mind about them, which carry one text."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Article, Comparison
from tui.wording.counts import count, enumeration

CAUTIONS = {
    "truncated": "cut off",
    "duplicate": "same text",
    "unclosed-quote": "open quotation",
    "front-matter": "front matter",
    "damaged": "damaged characters",
    "left-out": "partly left out",
    "language": "language",
    "another-event": "another event?",
    "furniture": "page furniture",
}
"""What to call a caution where there is room for a word or two, by kind."""


def size(article: Article) -> str:
    """How long an article is: ``12 paragraphs, 345 words``."""
    return f"{count(len(article.paragraphs), 'paragraph')}, {count(article.words, 'word')}"


def holders(keys: Sequence[str]) -> str:
    """Which sources have something: ``A and B``, or ``A alone``."""
    return enumeration(keys) if len(keys) > 1 else f"{keys[0]} alone"


def same_text(comparison: Comparison) -> tuple[tuple[str, ...], ...]:
    """The keys of sources that carry one and the same text, a tuple for each such text."""
    by_origin: dict[int, list[str]] = {}
    for source in comparison.sources:
        by_origin.setdefault(source.origin, []).append(source.key)
    return tuple(tuple(keys) for keys in by_origin.values() if len(keys) > 1)


def outlets_and_origins(comparison: Comparison) -> str:
    """How many sources there are and how many texts they carry: ``3 outlets, 2 origins``."""
    origins = len({source.origin for source in comparison.sources})
    return f"{count(len(comparison.sources), 'outlet')}, {count(origins, 'origin')}"


def same_text_note(comparison: Comparison) -> str:
    """Which sources carry one text and so are no independent witnesses, in sentences; else empty."""
    same = same_text(comparison)
    if not same:
        return ""
    carried = "; ".join(f"{enumeration(keys)} carry one and the same text" for keys in same)
    return f"{outlets_and_origins(comparison)}: {carried}. Together they count as one account."
