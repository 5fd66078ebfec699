"""The front matter of a Markdown file: a YAML block between two lines of dashes at its very top."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.model import Caution

_LONGEST_FRONT_MATTER = 10_000  # characters; YAML is slow to read, and nobody describes an article in more
_BLOCK = re.compile(r"---[ ]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MEANT = re.compile(r"---[ ]*\n\s*[\w-]+[ ]*:")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values of a front matter, and the text below it.

    ``fields`` holds the plain values by lower-case key; lists and nested values are left out.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    cautions: tuple[Caution, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """Part cleaned Markdown into front matter and body.

    Front matter that cannot be read stays in the body, with a caution; a mere rule at the top is none.
    """
    if not _MEANT.match(text):
        return FrontMatter(body=text)
    block = _BLOCK.match(text[:_LONGEST_FRONT_MATTER])
    values = _load(block["yaml"]) if block else None
    if block is None or values is None:
        message = "The front matter could not be read and is shown as text."
        return FrontMatter(body=text, cautions=(Caution("front-matter", message),))
    return FrontMatter(fields=values, body=text[block.end() :])


def _load(source: str) -> dict[str, str] | None:
    import yaml  # most articles have no front matter

    try:
        # BaseLoader, as safe as SafeLoader, makes only strings: no wrong date raises, no title is a number.
        values = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(values, dict):
        return None
    return {str(key).lower(): value for key, value in values.items() if isinstance(value, str)}
