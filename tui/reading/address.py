"""Web addresses: which text is one, and whose it is."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SCHEMES = ("http", "https")
_WITHOUT_SCHEME = re.compile(r"(?:www\.[^\s/.]+\.\S+|(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?/\S*)", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether ``text`` is meant as a web address rather than as a path."""
    return text.strip().lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def is_whole_address(text: str) -> bool:
    """Whether ``text`` is a web address with a host and without spaces."""
    return is_address(text) and bool(host(text)) and " " not in text


def lacks_scheme(text: str) -> bool:
    """Whether ``text`` looks like a web address that begins with its host: ``www.…`` or ``host/path``."""
    return _WITHOUT_SCHEME.fullmatch(text.strip()) is not None


def host(address: str) -> str:
    """The host of an address without ``www.``, such as ``gazette.example``; empty if it has none."""
    try:
        name = urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")
