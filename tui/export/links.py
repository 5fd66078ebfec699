"""Which web addresses may become links."""

from __future__ import annotations

import re

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\x00-\x20\x7f]+", re.IGNORECASE)


def is_linkable(address: str) -> bool:
    """Whether ``address`` is an address of the web and nothing else, so that a link to it runs no code."""
    return _WEB_ADDRESS.fullmatch(address) is not None
