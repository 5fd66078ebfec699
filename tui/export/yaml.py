"""YAML that is safe where it is taken for Markdown: a renderer may not know what a front matter is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# Where Markdown would make HTML, links or code of it, and what YAML takes for a line end: written as a YAML
# escape, it is the same text to YAML.
_ESCAPED = re.compile(r"[<>\[\]`\x7f-\x9f\u2028\u2029]")
_PLAIN_KEY = re.compile(r"[a-z_][a-z0-9_]*")
_WORDS_OF_YAML = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def yaml_block(values: Mapping[str, Any]) -> str:
    """A YAML block between lines of dashes; equal values in equal order give equal text.

    Args:
        values: nested mappings, lists, strings, numbers, booleans and None.
    """
    return "\n".join(("---", *_lines(values), "---"))


def _lines(value: Mapping[str, Any] | Sequence[Any], indent: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        entries = [(f"{_key(key)}:", one) for key, one in value.items()]
    else:
        entries = [("-", one) for one in value]
    for opening, one in entries:
        if isinstance(one, (Mapping, list, tuple)) and one:
            if opening == "-":
                first, *rest = _lines(one, f"{indent}  ")
                yield f"{indent}- {first.lstrip()}"
                yield from rest
            else:
                yield f"{indent}{opening}"
                yield from _lines(one, f"{indent}  ")
        else:
            yield f"{indent}{opening} {_scalar(one)}"


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) and key not in _WORDS_OF_YAML else _quoted(key)


def _scalar(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, (list, tuple)):
        return "[]"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, float):
        mantissa, e, exponent = repr(value).partition("e")
        return f"{mantissa}{'' if '.' in mantissa else '.0'}{e}{exponent}"  # to YAML, "1e-05" is no number
    return json.dumps(value)


def _quoted(text: str) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
