from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import ids

INDEX = st.integers(0, 999_998)


@pytest.mark.parametrize(
    ("index", "key"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_sources_are_lettered_as_the_columns_of_a_table_are(index: int, key: str) -> None:
    assert ids.source_key(index) == key


@pytest.mark.parametrize(
    ("place", "position"),
    [("A1", (0, 0, None)), ("A1.1", (0, 0, 0)), ("B12.3", (1, 11, 2)), ("AA10.20", (26, 9, 19))],
)
def test_an_id_is_read_as_indices(place: str, position: tuple[int, int, int | None]) -> None:
    assert ids.parse(place) == position


@given(st.integers(0, 18_277), INDEX, INDEX)
def test_what_is_made_is_read_again(source: int, paragraph: int, sentence: int) -> None:
    assert ids.parse(ids.paragraph_id(source, paragraph)) == (source, paragraph, None)
    made = ids.sentence_id(source, paragraph, sentence)
    assert ids.parse(made) == (source, paragraph, sentence)
    assert ids.is_sentence(made)
    assert ids.paragraph_of(made) == ids.paragraph_id(source, paragraph)
    assert ids.source_of(made) == ids.source_key(source)


@pytest.mark.parametrize(
    "text", ["", "A", "1", "A0", "A1.0", "A01", "a1", "A1.", "A1.1.1", "A 1", "AAAA1", "A1\n"]
)
def test_what_is_no_id_is_an_error(text: str) -> None:
    assert not ids.is_paragraph(text)
    assert not ids.is_sentence(text)
    with pytest.raises(ValueError, match="the id of no paragraph"):
        ids.parse(text)


def test_ids_are_ordered_as_they_stand_in_the_texts() -> None:
    ordered = ["A1", "A1.1", "A2", "A2.2", "A2.10", "A10", "B1.1", "Z1", "AA1", "AB1"]
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=ids.in_order) == ordered


@pytest.mark.parametrize(("place", "moved"), [("A3", "B7"), ("A3.2", "B7.2")])
def test_a_place_can_move_to_another_paragraph(place: str, moved: str) -> None:
    assert ids.in_paragraph(place, "B7") == moved
