"""Sentences of a news page that report nothing: credits, pleas, pointers to other pages."""

from __future__ import annotations

import re

from tui.reading.furniture import NO_REPORT

_NO_REPORT = re.compile(NO_REPORT)


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence belongs to the page and not to the report; when in doubt, it does not."""
    return _NO_REPORT.match(sentence) is not None
