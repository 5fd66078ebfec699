"""How much of a sentence other sentences carry, measured word by word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.matching.overlap import Overlap, content, measure_overlap
from tui.analysis.names.aliases import canonical
from tui.analysis.text.story import Story
from tui.analysis.text.tokens import normalise, stem, tokenize
from tui.model import Article

lines = st.lists(st.text(max_size=60), max_size=4)


def measured(*bodies: str) -> tuple[Story, Overlap]:
    story = Story.of([Article(f"source {n}", tuple(body.split("\n"))) for n, body in enumerate(bodies)])
    return story, measure_overlap(story)


def covered(one: str, other: str) -> float:
    _, overlap = measured(one, other)
    return float(overlap.covered[0, 1])


@settings(max_examples=40)
@given(st.lists(lines, min_size=1, max_size=3))
def test_shares_lie_between_0_and_1_for_any_text(bodies: list[list[str]]) -> None:
    story = Story.of([Article("any", tuple(body)) for body in bodies])
    overlap = measure_overlap(story)
    for matrix in (overlap.covered, overlap.alike, overlap.similar, overlap.soft_bag):
        assert np.isfinite(matrix).all()
        assert ((matrix >= -1e-6) & (matrix <= 1 + 1e-5)).all()
    for row, unit in enumerate(story.units):
        if content(unit.tokens):
            assert overlap.covered[row, row] == pytest.approx(1)


def test_a_short_sentence_is_covered_by_a_longer_one_but_not_the_other_way_round() -> None:
    short = "The dam cracked."
    long = "The dam cracked on Tuesday after engineers in Velmora had warned the ministry for months."
    assert covered(short, long) > 0.95
    assert covered(long, short) < 0.5


def test_a_paraphrase_covers_more_than_an_unrelated_sentence() -> None:
    sentence = "The two ministers held talks on trade."
    assert covered(sentence, "Officials discussed commerce in a meeting.") > covered(
        sentence, "Rain flooded several farms in the valley."
    )


def test_a_figure_is_only_covered_by_the_same_figure() -> None:
    _, overlap = measured("Engineers found 14 cracks.", "Engineers found 41 cracks.")
    assert overlap.alike[overlap.words["14"], overlap.words["41"]] == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("F.B.I.", "FBI"), ("GOP", "Republicans"), ("US", "U.S."), ("percent", "%")],
)
def test_spellings_of_one_thing_share_a_key(one: str, other: str) -> None:
    assert canonical(stem(normalise(one))) == canonical(stem(normalise(other)))


def test_other_words_keep_their_own_keys() -> None:
    assert canonical("bridg") == "bridg"
    assert canonical("u.s.") == "u.s."


def test_a_word_that_is_all_over_an_article_tells_less_than_one_that_each_has_once() -> None:
    body = "The mayor spoke.\nThe mayor left.\nThe mayor laughed.\nA falcon nested at the mayor’s house."
    _, overlap = measured(body, body.replace("spoke", "sang"))
    assert overlap.specificity[overlap.words["falcon"]] > 2 * overlap.specificity[overlap.words["mayor"]]


def test_content_leaves_out_function_words() -> None:
    assert [token.text for token in content(tokenize("He is on the bridge."))] == ["bridge"]
