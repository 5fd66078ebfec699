"""What tells whether an article is still the one that was decided about."""

from __future__ import annotations

import hashlib

from tui.model import Article


def fingerprint(article: Article) -> str:
    """SHA-256 of the article's cleaned paragraphs, an empty line between them, in hexadecimal digits."""
    return hashlib.sha256("\n\n".join(article.paragraphs).encode("utf-8")).hexdigest()
