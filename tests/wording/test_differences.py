from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.wording.differences import differing

WORDS = st.text(st.sampled_from("ab -%.”\n[/]é"), max_size=30)


@pytest.mark.parametrize(
    ("versions", "marked"),
    [
        (["14 cracks", "41 cracks"], [["14"], ["41"]]),
        (["The mayor said it", "the old captain said it"], [["mayor"], ["old captain"]]),
        (["50% of it", "50 of it", "60% of it"], [["50%"], ["50"], ["60%"]]),
        (["don’t go", "do go"], [["don’t"], ["do"]]),
        (["the same", "The same!"], [[], []]),
        (["", "word"], [[], ["word"]]),
        (["cut from 5 to 10", "cut from 10 to 5"], [["to 10"], ["to 5"]]),
        (["X beat Y", "Y beat X"], [["beat Y"], ["beat X"]]),
        (["it was a big, big fire", "it was a big fire"], [["big"], []]),
        ([], []),
    ],
)
def test_the_words_that_another_version_has_not_got_in_that_place_are_found(
    versions: list[str], marked: list[list[str]]
):
    found = differing(versions)
    assert [
        [text[start:end] for start, end in stretches] for text, stretches in zip(versions, found, strict=True)
    ] == marked


@given(st.lists(st.lists(st.sampled_from(["5", "10", "Marl", "the"]), max_size=6).map(" ".join), max_size=4))
def test_what_is_not_found_stands_in_the_same_order_in_every_version(versions: list[str]):
    def rest(text: str, stretches: list[tuple[int, int]]) -> list[str]:
        kept = [c if not any(a <= i < b for a, b in stretches) else " " for i, c in enumerate(text)]
        return "".join(kept).split()

    rests = [rest(text, found) for text, found in zip(versions, differing(versions), strict=True)]
    for words in rests:
        for version in versions:
            others = iter(version.split())
            assert all(word in others for word in words)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_what_differs_lies_within_the_texts_and_is_told_in_order(texts: list[str]):
    for text, spans in zip(texts, differing(texts), strict=True):
        ends = [0, *(offset for span in spans for offset in span), len(text)]
        assert ends == sorted(ends)
        assert all(text[start:end].strip() for start, end in spans)


@given(WORDS, st.integers(1, 4))
def test_nothing_differs_in_equal_texts(text: str, times: int):
    assert differing([text.upper()] + [text] * times) == [[]] * (times + 1)


def test_words_that_are_only_here_or_stand_elsewhere_differ():
    one, two = "we will not leave today, he said", "We will leave today he said"
    ours, theirs = differing([one, two])
    assert [one[start:end] for start, end in ours] == ["not"]
    assert theirs == []
