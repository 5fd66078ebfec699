"""Paragraphs that report the same thing, joined across sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import Article, Comparison, compare

OPENING = "The museum of Lorne opened its new wing on Saturday with a show of 90 glass lamps."
THEFT = "Two lamps were stolen overnight, and police detained a night watchman, spokeswoman Petra Oden said."
COST = "The wing cost 12 million crowns, twice what the city council had planned in 2016."
WEATHER = "Hail damaged vineyards along the coast, the weather service reported."
HEARSAY = "Police detained a night watchman after two of the lamps were stolen, Petra Oden said."
WING = "With 90 lamps of glass, the Lorne museum on Saturday opened its new wing."

sentences = st.sampled_from([OPENING, THEFT, COST, WEATHER, HEARSAY, WING, "He said so.", "…"])
bodies = st.lists(st.lists(sentences, max_size=3).map(" ".join), max_size=5)


def of(*paragraphs: list[str]) -> Comparison:
    return compare([Article(f"source {n}", tuple(body)) for n, body in enumerate(paragraphs)])


def group(comparison: Comparison, source: str, paragraph: int) -> dict[str, tuple[int, ...]]:
    return next(dict(g.paragraphs) for g in comparison.groups if paragraph in g.paragraphs[source])


def test_the_same_points_are_joined_in_any_order() -> None:
    comparison = of([OPENING, THEFT, COST], [HEARSAY, WEATHER, WING])
    assert group(comparison, "A", 0) == {"A": (0,), "B": (2,)}
    assert group(comparison, "A", 1) == {"A": (1,), "B": (0,)}


def test_a_paragraph_that_no_other_source_reports_stands_alone() -> None:
    comparison = of([OPENING, THEFT, COST], [HEARSAY, WEATHER, WING])
    assert group(comparison, "A", 2) == {"A": (2,), "B": ()}
    assert group(comparison, "B", 1) == {"A": (), "B": (1,)}


def test_one_paragraph_that_another_source_spreads_over_two_is_tied_to_both() -> None:
    comparison = of([OPENING + " " + THEFT, COST, WEATHER], [WING, HEARSAY, "Tickets are free until June."])
    joined = [{(k, p) for k, places in g.paragraphs.items() for p in places} for g in comparison.groups]
    joined += [set(link.between) for link in comparison.links]
    for paragraph in (0, 1):
        assert any({("A", 0), ("B", paragraph)} <= pair for pair in joined)


@settings(max_examples=40, deadline=None)
@given(st.lists(bodies, min_size=1, max_size=4))
def test_every_paragraph_is_in_one_group_and_no_group_swallows_an_article(articles: list[list[str]]) -> None:
    comparison = of(*articles)
    for source in comparison.sources:
        places = [p for g in comparison.groups for p in g.paragraphs[source.key]]
        assert sorted(places) == list(range(len(source.paragraphs)))
        for g in comparison.groups:
            assert len(g.paragraphs[source.key]) <= max(1, len(source.paragraphs) / 2)
    own = {(k, p): g.id for g in comparison.groups for k, places in g.paragraphs.items() for p in places}
    for link in comparison.links:
        one, other = link.between
        assert one[0] != other[0]
        assert own[one] != own[other]
    for scored in (*comparison.groups, *comparison.links):
        assert 0 <= scored.score <= 1


@pytest.mark.parametrize("count", [2, 5, 12])
def test_many_copies_of_an_article_fall_into_its_paragraphs(count: int) -> None:
    comparison = of(*[[OPENING, THEFT, COST, WEATHER]] * count)
    assert [set(g.paragraphs.values()) for g in comparison.groups] == [{(p,)} for p in range(4)]
