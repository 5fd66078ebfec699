"""The fitted numbers that ship with the package."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def coefficients(name: str) -> dict[str, Any]:
    """A file of coefficients in ``tui/data``, named without its ending."""
    text = resources.files("tui").joinpath(f"data/{name}.json").read_text(encoding="utf-8")
    values: dict[str, Any] = json.loads(text)
    return values
