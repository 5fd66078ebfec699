"""A made-up story in three accounts: a barge sinks in a canal."""

from __future__ import annotations

from tui import Article, Comparison, compare
from tui.model import Summary

CANAL = """Torvik canal was closed on Monday after a barge sank with 90 tonnes of gravel, the port said.

The barge struck the east gate of the lock at 6 a.m.

It sank within minutes.

The crew of four swam ashore and nobody was hurt, said the harbour office.

The lock keeper had warned of the narrow gate in a letter of 12 March, according to the town archive."""
BARGE = """A barge with 90 tonnes of gravel sank in Torvik canal on Monday, and the harbour office closed it.

All four of the crew swam to the shore unhurt, according to the harbour office.

The rowing club called off its regatta, for which 31 boats had been entered.

Grain for the mills at Ost now goes by rail, at 14 crowns a tonne."""
GATE = """Torvik closed its canal on Monday, when a barge sank with 90 tonnes of gravel, the port said.

Divers from Hallen will lift the barge on Thursday with two cranes.

The repair of the lock gate costs 3 million crowns, the town engineer said."""


def of(*bodies: str) -> Comparison:
    return compare(
        [Article.from_text(body, name=f"source {n}", title="Barge") for n, body in enumerate(bodies)]
    )


def lines(summary: Summary) -> list[str]:
    return [line.sentence for line in summary.lines]
