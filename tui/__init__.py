"""Rashomon: read several accounts of the same event against each other.

``from tui import Article, compare`` is the supported library interface. Names are resolved on first use, so
importing the package loads neither Textual, NumPy nor NLTK.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.analysis import compare
    from tui.model import Article, Comparison

__version__ = "0.1.0"
__all__ = ["Article", "Comparison", "__version__", "compare"]


def __getattr__(name: str) -> Any:
    if name in ("Article", "Comparison"):
        from tui import model

        return getattr(model, name)
    if name == "compare":
        from tui.analysis import compare

        return compare
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
