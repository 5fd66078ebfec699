"""Articles that are one text under several names."""

from __future__ import annotations

from tui import Article, compare

WIRE = (
    "A ferry with 60 passengers drifted for five hours off Harrow Sound on Sunday until two tugs came.",
    "Nobody was hurt, the coast guard said, but several passengers were treated for the cold.",
)
OWN = (
    "Sixty people spent five hours on a ferry without engines near Harrow Sound.",
    "Two tugs brought the ship back to port on Sunday night.",
)


def origins(*articles: tuple[str, ...]) -> list[int]:
    compared = compare([Article(f"paper {n}", paragraphs) for n, paragraphs in enumerate(articles)])
    return [source.origin for source in compared.sources]


def test_a_wire_copy_shares_its_origin() -> None:
    assert origins(WIRE, OWN, (*WIRE, "Ferries will not sail on Monday.")) == [1, 2, 1]


def test_a_shared_quotation_makes_no_shared_origin() -> None:
    line = "“Nobody was hurt, and several passengers were treated for the cold,” the coast guard said."
    assert origins((*OWN, line), ("The ferry line has had three accidents since spring.", line)) == [1, 2]


def test_articles_without_text_have_origins_of_their_own() -> None:
    assert origins((), ("Short.",), ()) == [1, 2, 3]
