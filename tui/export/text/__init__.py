"""The comparison as text for a terminal or a file, drawn with Rich.

Outside text is put in as `Text` objects and never as markup, so that "[AP]" stays what it is.
"""

from __future__ import annotations

from tui.export.text.page import render, to_text

__all__ = ["render", "to_text"]
