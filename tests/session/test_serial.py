from __future__ import annotations

import json
from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.model import ConflictKind, Correction, Judgement, Verdict
from tui.reading.cleaning import clean
from tui.session import CHECKED, SMALLEST_BUDGET, Choices
from tui.session.serial import from_plain, to_plain

SOURCES = st.sampled_from(["A", "B", "L", "AA"])
PARAGRAPHS = st.builds("{}{}".format, SOURCES, st.integers(1, 300))
SENTENCES = st.builds("{}.{}".format, PARAGRAPHS, st.integers(1, 40))
WORDS = st.text(max_size=20).map(clean).map(str.strip)
CONFLICTS = st.builds(
    "{}:{}".format,
    st.sampled_from([kind.value for kind in ConflictKind]),
    st.lists(SENTENCES, min_size=1, max_size=6, unique=True).map("+".join),
)
CORRECTIONS = st.tuples(SENTENCES, SOURCES, st.none() | st.integers(1, 99)).map(
    lambda drawn: Correction(drawn[0], drawn[1], f"{drawn[1]}{drawn[2]}" if drawn[2] else None)
)


@st.composite
def decisions(draw: st.DrawFn) -> Choices:
    choices = Choices().budget(draw(st.integers(SMALLEST_BUDGET, 5000)))
    if draw(st.booleans()):
        choices = choices.budget_of_sentences(draw(st.integers(1, 60)))
    elif draw(st.booleans()):
        choices = choices.budget_of_share(draw(st.floats(0, 1)))
    for sentence in draw(st.lists(SENTENCES, max_size=4)):
        choices = choices.keep(sentence)
    for sentence in draw(st.lists(SENTENCES, max_size=4)):
        choices = choices.drop(sentence)
    choices = choices.arrange(tuple(draw(st.lists(SENTENCES, max_size=4, unique=True))))
    for correction in draw(st.lists(CORRECTIONS, max_size=4)):
        if correction.sentence.rstrip("0123456789.") != correction.source:
            choices = choices.correct(correction)
    for conflict in draw(st.lists(CONFLICTS, max_size=3)):
        choices = choices.judge(conflict, Verdict(draw(st.sampled_from(Judgement)), draw(WORDS)))
    for place in draw(st.lists(SENTENCES | PARAGRAPHS, max_size=3)):
        choices = choices.note(place, draw(WORDS)).tag(place, *draw(st.lists(WORDS, max_size=3)))
    return choices


@given(decisions())
def test_what_is_saved_as_json_or_yaml_comes_back_as_it_was(choices: Choices):
    plain = to_plain(choices)
    assert from_plain(plain) == choices
    assert from_plain(json.loads(json.dumps(plain))) == choices
    assert from_plain(yaml.safe_load(yaml.safe_dump(plain, allow_unicode=True))) == choices


@given(st.permutations(["A10.1", "A9.2", "B1.1", "AA1.1", "A9.10"]))
def test_the_order_of_deciding_leaves_no_trace(sentences: list[str]):
    choices = Choices()
    for sentence in sentences:
        choices = choices.keep(sentence).note(sentence, "seen").tag(sentence, CHECKED)
    plain = to_plain(choices)
    assert plain["kept"] == list(plain["notes"]) == ["A9.2", "A9.10", "A10.1", "B1.1", "AA1.1"]
    assert json.dumps(plain) == json.dumps(to_plain(from_plain(plain)))


def test_what_is_missing_is_as_in_new_choices_and_unknown_keys_are_passed_over():
    assert from_plain({}) == Choices()
    assert from_plain({"colour": "green", "words": 80, "share": None}) == Choices(words=80)


def test_notes_and_reasons_are_cleaned_like_any_outside_text():
    verdict = {"judgement": "dismissed", "reason": "a\x1b[2Jb"}
    read = from_plain({"notes": {"A1": " \u202eseen\x07 "}, "verdicts": {"date:A1.1+B1.1": verdict}})
    assert read.notes == {"A1": "seen\ufffd"}
    assert read.verdicts["date:A1.1+B1.1"].reason == "a\ufffd[2Jb"


@pytest.mark.parametrize(
    ("plain", "message"),
    [
        (None, "The choices must be a mapping"),
        ([], "The choices must be a mapping"),
        ({1: 2}, "The choices must be a mapping"),
        ({"words": 5}, "“words” must be a whole number of 10 or more"),
        ({"words": True}, "“words” must be a whole number"),
        ({"words": 1e400}, "“words” must be a whole number"),
        ({"words": 10**30}, "“words” must be a whole number"),
        ({"sentences": 0}, "“sentences” must be a whole number of 1 or more"),
        ({"share": "half"}, "“share” must be a number from 0 to 1"),
        ({"share": float("nan")}, "“share” must be a number from 0 to 1"),
        ({"sentences": 3, "share": 0.5}, "both given"),
        ({"kept": "A1.1"}, "“kept” must be a list"),
        ({"kept": ["A1"]}, "An entry of “kept” must be an id such as A3.1"),
        ({"kept": ["A0.1"]}, "An entry of “kept” must be an id"),
        ({"kept": ["A1.1\n"]}, "An entry of “kept” must be an id"),
        ({"order": [["A1.1"]]}, "An entry of “order” must be an id"),
        ({"order": ["A1.1", "A1.1"]}, "“order” names a sentence twice"),
        ({"kept": ["A1.1"], "dropped": ["A1.1"]}, "A1.1 is both kept and dropped"),
        ({"corrections": [7]}, "A correction must be a mapping"),
        ({"corrections": [{"source": "B"}]}, "The sentence of a correction must be an id"),
        ({"corrections": [{"sentence": "A1.1", "source": "b"}]}, "The source of a correction"),
        ({"corrections": [{"sentence": "A1.1", "source": "A"}]}, "names the sentence's own source"),
        (
            {"corrections": [{"sentence": "A1.1", "source": "B", "paragraph": "C2"}]},
            "The paragraph of the correction of A1.1 must be an id such as B2",
        ),
        ({"corrections": [{"sentence": "A1.1", "source": "B"}] * 2}, "two entries for the same sentence"),
        ({"verdicts": {"A1.1": {}}}, "A key of “verdicts” must be an id such as number:A1.2+B1.2"),
        ({"verdicts": {"date:A1.1+B1.1": "no"}}, "A verdict must be a mapping"),
        ({"verdicts": {"date:A1.1+B1.1": {"judgement": []}}}, "A verdict must be confirmed or dismissed"),
        (
            {"verdicts": {"date:A1.1+B1.1": {"judgement": "confirmed", "reason": 3}}},
            "The reason of a verdict must be text",
        ),
        ({"notes": {"A": "x"}}, "A key of “notes” must be an id such as A3 or A3.1"),
        ({"notes": {"A1": 1}}, "A note must be text"),
        ({"tags": {"A1": "checked"}}, "The tags of a place must be a list"),
        ({"tags": {"A1": [None]}}, "A tag must be text"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(plain: object, message: str):
    with pytest.raises(ValueError, match=r"\.$") as raised:
        from_plain(plain)
    assert message in str(raised.value)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | SENTENCES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*to_plain(Choices()), "A1", "judgement"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(JUNK)
def test_whatever_stands_in_a_file_is_choices_or_a_told_mistake(plain: object):
    with suppress(ValueError):
        choices = from_plain(plain)
        assert from_plain(to_plain(choices)) == choices
