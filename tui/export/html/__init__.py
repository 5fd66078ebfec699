"""The comparison as one HTML page."""

from __future__ import annotations

from tui.export.html.page import to_html

__all__ = ["to_html"]
