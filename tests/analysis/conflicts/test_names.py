from __future__ import annotations

import pytest

from tui import Article, compare
from tui.model import Comparison, ConflictKind


def comparison(*texts: str) -> Comparison:
    return compare([Article(f"s{place}", (text,)) for place, text in enumerate(texts)])


LIGHTHOUSE = "The old lighthouse was designed by {}."


@pytest.mark.parametrize("designer", ["A. Roe", "Mayor A. Roe", "Dr. Ada Roe", "Shaun O’Neill"])
def test_an_act_given_to_two_people_is_a_conflict_however_they_are_titled(designer: str) -> None:
    other = f"{LIGHTHOUSE.format('B. Lund')} The mayor opened it."
    [conflict] = comparison(LIGHTHOUSE.format(designer), other).conflicts
    assert conflict.kind is ConflictKind.NAME
    assert [passage.text for passage in conflict.between] == [
        f"designed by {designer}",
        "designed by B. Lund",
    ]


def test_a_shared_initial_does_not_make_two_people_one() -> None:
    one, two = (LIGHTHOUSE.format(name) for name in ("A. Roe", "A. Lund"))
    assert [conflict.kind for conflict in comparison(one, two).conflicts] == [ConflictKind.NAME]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Mayor A. Roe", "A. Roe, the mayor"),
        ("Shaun O’Neill", "Shaun O'Neill"),
        ("Ada Roe", "Roe"),
        ("Ada Roe", "the mayor of Oldport"),
    ],
)
def test_one_person_named_in_two_ways_is_no_conflict(one: str, two: str) -> None:
    assert comparison(LIGHTHOUSE.format(one), LIGHTHOUSE.format(two)).conflicts == ()


def test_whom_the_other_source_names_elsewhere_may_have_done_it_too() -> None:
    other = f"{LIGHTHOUSE.format('Bo Lund')} Ada Roe paid for it."
    assert comparison(LIGHTHOUSE.format("Ada Roe"), other).conflicts == ()


def test_a_name_with_an_apostrophe_in_two_spellings_is_a_lesser_difference() -> None:
    found = comparison(
        "Shaun O’Reilly opened the quay on Monday in the rain.",
        "The quay was opened on Monday in the rain by Shaun O’Rielly.",
    )
    assert found.conflicts == ()
    [difference] = found.differences
    assert difference.kind is ConflictKind.SPELLING
    assert [passage.text for passage in difference.between] == ["Shaun O’Reilly", "Shaun O’Rielly"]


CHIEF = "Everybody was out of the flats within two hours, {} of the fire brigade said."


def test_a_short_name_in_two_spellings_of_one_sentence_is_a_lesser_difference() -> None:
    found = comparison(CHIEF.format("John Ferris"), CHIEF.format("Jon Ferris"))
    assert found.conflicts == ()
    assert [difference.kind for difference in found.differences] == [ConflictKind.SPELLING]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (CHIEF.format("José Rodríguez"), CHIEF.format("José Rodriguez")),
        (
            CHIEF.format("John Ferris"),
            "Some of the flats were empty, Jon Ferris of the council told the board.",
        ),
    ],
)
def test_accents_and_short_names_of_two_sentences_are_none(one: str, two: str) -> None:
    assert comparison(one, two).differences == ()


def test_the_straight_and_the_curly_apostrophe_are_one_spelling() -> None:
    found = comparison("Shaun O'Reilly opened the quay.", "The quay was opened by Shaun O’Reilly.")
    assert (found.conflicts, found.differences) == ((), ())


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The president of the Republic of Westland, Ada Roe, left the talks.",
            "The president of the Republic of Eastland, Bo Lund, left the talks.",
        ),
        (
            "The chairman of the Republican Party, Ada Roe, left the talks.",
            "The chairman of the Democratic Party, Bo Lund, left the talks.",
        ),
    ],
)
def test_the_same_role_of_two_bodies_has_two_holders(one: str, two: str) -> None:
    assert comparison(one, two).conflicts == ()


def test_a_role_of_one_holder_given_to_two_is_told_with_the_whole_names() -> None:
    [conflict] = comparison(
        "Shaun O’Neill, the mayor of Oldport, opened the quay.",
        "Bo Lund, the mayor of Oldport, opened the quay.",
    ).conflicts
    assert [side.text for side in conflict.sides] == [
        "Shaun O’Neill, the mayor of Oldport",
        "Bo Lund, the mayor of Oldport",
    ]
    assert [side.sources for side in conflict.sides] == [("A",), ("B",)]


def test_a_deed_done_to_one_and_another_is_exchanged_with_either() -> None:
    [conflict] = comparison(
        "Anna Brandt beat Paul Okonedo and Bo Lund in the harbour race.",
        "Bo Lund beat Anna Brandt in the harbour race.",
    ).conflicts
    assert conflict.kind is ConflictKind.NAME
