"""The facts on the page, as a table with a column for each source."""

from __future__ import annotations

from collections.abc import Iterator

from tui.export.html.places import badge, cite
from tui.export.markup import Markup, block, element, fragment, lines
from tui.ids import paragraph_of
from tui.model import Comparison, Fact


def fact_table(comparison: Comparison) -> Iterator[Markup]:
    """The facts, the weightiest first, and where each source has them; nothing if there are none."""
    facts = sorted(comparison.facts, key=lambda fact: -fact.weight)
    if not facts:
        return
    keys = list(comparison.by_key)
    columns = ("Fact", "Kind", *(badge(comparison, key) for key in keys))
    head = element("tr", *(element("th", column, scope="col") for column in columns))
    rows = (_row(fact, keys) for fact in facts)
    table = lines(
        "",
        element("caption", "The weightiest first; a reference leads to the place in the text."),
        element("thead", head),
        block("tbody", *rows),
    )
    yield element("div", element("table", table), class_="scroll")


def _row(fact: Fact, keys: list[str]) -> Markup:
    text = element("th", fact.text, scope="row", dir="auto")
    return element("tr", text, element("td", fact.kind.value), *(_cell(fact, key) for key in keys))


def _cell(fact: Fact, key: str) -> Markup:
    by_paragraph = {paragraph_of(p.sentence): p.sentence for p in fact.passages if p.source == key}
    if not by_paragraph:
        return element("td", "not reported", class_="none")
    return element("td", fragment(*map(cite, by_paragraph.values()), between=", "))
