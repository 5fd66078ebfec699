from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.text.sentences import split_sentences
from tui.analysis.text.tagger import tag
from tui.analysis.text.tokens import stem, tokenize


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Minister S. Jaishankar met U.S. Secretary of State Marco Rubio on Monday.",
        "Rep. Ann Miller (R-Wis.) voted against the bill.",
        "The fair opens on Jan. 28 and closes in Feb. of next year.",
        "Two F.B.I. agents and a lawyer from Washington, D.C. were heard.",
        "Mr. A. Smith and Dr. The Hien were there.",
        "The firm, Bell & Sons Inc. of Leeds, paid $4.5 million.",
        "It starts at 5 p.m. on Friday.",
        "“Is it over?” she asked.",
        "“Never!” he shouted.",
    ],
)
def test_an_abbreviation_or_a_quotation_does_not_end_the_sentence(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He lives in the U.S. The weather is fine.", ["He lives in the U.S.", "The weather is fine."]),
        ("It is 5 p.m. Police came.", ["It is 5 p.m.", "Police came."]),
        ("“We won.” The crowd cheered.", ["“We won.”", "The crowd cheered."]),
        ('He said "no." They left.', ['He said "no."', "They left."]),
        ("Was it he? Yes. It was.", ["Was it he?", "Yes.", "It was."]),
        (
            "(She left early.) The others stayed.",
            ["(She left early.)", "The others stayed."],
        ),
    ],
)
def test_a_closing_mark_stays_with_its_sentence(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(max_size=300))
def test_every_character_but_white_space_is_in_exactly_one_sentence(text: str) -> None:
    covered = "".join(text[start:end] for start, end in split_sentences(text))
    assert "".join(covered.split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_tokens_slice_back_to_the_text_in_order(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert token.start >= end
        assert text[token.start : token.end] == token.text
        end = token.end


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("$4.5 million", ["$4.5", "million"]),
        ("£1.2m-a-year", ["£1.2m", "-", "a", "-", "year"]),
        ("US$5", ["US", "$5"]),
        ("50%-60%", ["50%", "-", "60%"]),
        ("7:30 p.m.", ["7:30", "p.m."]),
        ("1990s", ["1990s"]),
        ("100,000,", ["100,000", ","]),
        ("5ft 11in", ["5", "ft", "11", "in"]),
        ("½", ["½"]),
        ("O’Neill’s", ["O’Neill", "’s"]),
        ("don’t", ["don’t"]),
        ("rock’n’roll", ["rock’n’roll"]),
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("the S. Jaishankar", ["the", "S.", "Jaishankar"]),
        ("@mayor #vote", ["@mayor", "#vote"]),
        ("a—b", ["a", "—", "b"]),
        ("naïve 北京", ["naïve", "北京"]),
        ("12 500 men", ["12 500", "men"]),
        ("May 12 500 men", ["May", "12", "500", "men"]),
        ("1’250’000 $1.5T", ["1’250’000", "$1.5T"]),
        ("800K of 5km²", ["800K", "of", "5", "km", "²"]),
        ("a word²", ["a", "word", "²"]),
        ("x\u030ce M\u0323\u0304a’m\u0304", ["x\u030ce", "M\u0323\u0304a’m\u0304"]),
        ("हिन्दी में।", ["हिन्दी", "में", "।"]),
    ],
)
def test_tokens_of_a_text(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


def test_one_spelling_for_one_word() -> None:
    norms = [token.norm for token in tokenize("US U.S. us Jaishankar’s don’t 50% $4.5 22nd")]
    assert norms == ["u.s.", "u.s.", "us", "jaishankar", "'s", "don't", "50%", "$4.5", "22nd"]


def test_inflected_forms_share_a_stem() -> None:
    assert stem("negotiations") == stem("negotiation")
    assert stem("2025") == "2025"


def test_tags_tell_names_from_verbs() -> None:
    assert tag(tokenize("The minister met Ann Miller.")) == ["DT", "NN", "VBD", "NNP", "NNP", "."]


@given(st.text(alphabet="ab ", min_size=2001, max_size=7000))
def test_what_runs_on_for_ever_is_cut_at_spaces(text: str) -> None:
    spans = split_sentences(text)
    assert all(end - start <= 2000 for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
