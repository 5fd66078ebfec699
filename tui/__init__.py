"""Rashomon: read several accounts of the same event against each other.

``from tui import Article, compare`` is the supported library interface. What reads, compares and writes is
loaded on first use, so importing the package loads neither Textual, NumPy nor NLTK.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.model import Article, Comparison
from tui.version import __version__

if TYPE_CHECKING:
    from tui.analysis import compare

__all__ = ["Article", "Comparison", "__version__", "article_from_text", "compare", "to_dict"]


def article_from_text(text: str, *, name: str, title: str | None = None) -> Article:
    """Read an article from text: paragraphs and headline are told apart by the text itself.

    A ``title`` that is given is taken as it is; without one a headline is looked for.
    """
    from tui.reading.article import article_from_text

    return article_from_text(text, name=name, title=title)


def to_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain lists, dicts, strings and numbers, in the documented JSON form."""
    from tui.export.json import to_dict

    return to_dict(comparison)


# The model knows neither what reads articles nor what writes comparisons; its users find both at hand.
Article.from_text = staticmethod(article_from_text)
Comparison.to_dict = to_dict


def __getattr__(name: str) -> Any:
    if name == "compare":
        from tui.analysis import compare

        return compare
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
