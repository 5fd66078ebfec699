"""A paragraph as names, quotations, words and marks: what the rules on speakers run over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.analysis.names.mentions import Mention
from tui.analysis.text.story import Unit
from tui.reading.furniture import DATELINE
from tui.reading.quotation_marks import QuotedSpan

_DATELINE = re.compile(DATELINE)


@dataclass(frozen=True, slots=True)
class Item:
    """A name, a quotation, a word or a mark of a paragraph, as the rules see it."""

    kind: str  # "name", "quote", "word" or "mark"
    start: int
    end: int
    norm: str
    text: str
    name: Mention | None = None
    quote: int = -1
    ends: bool = False  # the last item of a sentence


def read_items(
    text: str, units: Sequence[Unit], spans: Sequence[QuotedSpan], mentions: Sequence[Mention]
) -> list[Item]:
    """A paragraph outside its quotations and its dateline, names and quotations taken as one item each."""
    tokens = [(token, token is unit.tokens[-1]) for unit in units for token in unit.tokens]
    dateline = _DATELINE.match(text)
    opening = dateline.end() if dateline else 0
    names = {m.start: m for m in mentions}
    outer = {m.outer: m for m in mentions if m.outer != m.start}
    items: list[Item] = []
    quotes = list(enumerate(spans))
    skip = -1
    for token, ends in tokens:
        while quotes and token.start >= quotes[0][1].outer_start:
            number, span = quotes.pop(0)
            items.append(Item("quote", span.outer_start, span.outer_end, "", "", quote=number))
            skip = max(skip, span.outer_end)
        if token.start < max(skip, opening):
            if ends and items:
                items[-1] = replace(items[-1], ends=True)
            continue
        mention = outer.get(token.start) or names.get(token.start)
        if mention is not None:
            name = mention.text
            items.append(Item("name", mention.outer, mention.end, name.lower(), name, mention, ends=ends))
            skip = mention.end
            continue
        kind = "word" if token.is_word else "mark"
        items.append(Item(kind, token.start, token.end, token.norm, token.text, ends=ends))
    return items


def sentence_start(items: Sequence[Item], at: int) -> int:
    """The first item of the sentence that the item at ``at`` stands in."""
    start = at
    while start > 0 and not items[start - 1].ends:
        start -= 1
    return start
