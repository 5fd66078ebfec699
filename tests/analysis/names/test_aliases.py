from __future__ import annotations

from tui.analysis.names.aliases import alias_pairs, canonical
from tui.analysis.text.story import Story
from tui.analysis.text.tokens import stem
from tui.model import Article


def taught(*paragraphs: str) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in alias_pairs(Story.of([Article("Gazette", paragraphs)]))}


def pair(one: str, other: str) -> frozenset[str]:
    return frozenset({stem(one), stem(other)})


def test_a_surname_goes_with_the_title_and_given_name_before_it() -> None:
    pairs = taught("Harbour Minister Maria Castell opened the pier.", "Castell spoke for an hour.")
    assert pair("castell", "minister") in pairs
    assert pair("castell", "maria") in pairs


def test_an_acronym_in_parentheses_goes_with_the_words_before_it() -> None:
    pairs = taught("The Coastal Ferry Authority (CFA) closed the pier.")
    assert pair("cfa", "ferry") in pairs
    assert pair("cfa", "pier") not in pairs


def test_an_umlaut_goes_with_its_other_spelling_where_the_story_has_it() -> None:
    assert pair("gül", "guel") in taught("Gül left on Monday.", "Then Guel came back.")
    assert taught("Gül left on Monday.") == set()


def test_accents_are_no_other_word() -> None:
    assert canonical(stem("núñez")) == canonical(stem("nunez"))


def test_other_letters_in_parentheses_teach_nothing() -> None:
    assert taught("The Coastal Ferry Authority (XYZ) closed the pier (AB).") == set()
