"""Which sentences can be printed on their own, and which need others beside them."""

from __future__ import annotations

import pytest

from tui import Article, compare
from tui.analysis import whole_quotations
from tui.analysis.summary.passages import printable_passages
from tui.model import Source

LEAD = "Schools in Lund stay shut until Friday, the council said."


def source(*paragraphs: str) -> Source:
    return compare([Article("one", paragraphs)]).sources[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Farmers from nine villages closed the bridge over the Sarn.",
        "“The river is ours,” said Edna Holm, a farmer from Ost.",
        "The policy of Lund worries 300 families in Lomma.",
        "Parallel to the talks at Ost, farmers closed the bridge over the Sarn.",
        "By a bare majority, the farmers of Ost gave way.",
    ],
)
def test_a_sentence_that_leaves_nothing_open_stands_alone(sentence: str) -> None:
    assert list(printable_passages(source(LEAD, sentence))) == [("A1.1",), ("A2.1",)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They will open again in the week after.",
        "However, the nurseries of the town are open.",
        "As a result, many parents stay at home.",
        "The decision worries 300 families in Lund.",
        "According to him, the heating has to be repaired.",
    ],
)
def test_a_sentence_that_opens_on_something_left_behind_needs_the_one_before(sentence: str) -> None:
    assert list(printable_passages(source(LEAD, sentence))) == [("A1.1",), ("A1.1", "A2.1")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Who is to pay for the heating?",
        "Out of order.",
        "MORE FROM OUR NEWSROOM IN LUND.",
        "Photo: Edna Holm for the Lund Herald.",
        "In summary, the schools of Lund are shut.",
        "The council declined to comment on Tuesday.",
        "Read more about it on our website.",
        "A sentence that breaks off in the middle of",
    ],
)
def test_a_sentence_that_tells_nothing_or_is_not_whole_is_not_printed(sentence: str) -> None:
    assert list(printable_passages(source(LEAD, sentence))) == [("A1.1",)]


def test_a_run_of_sentences_that_lean_on_each_other_is_printed_up_to_three_long() -> None:
    leaning = ("They need new heating.", "It comes from a firm in Ost.", "It will cost 3 million crowns.")
    assert list(printable_passages(source(LEAD, *leaning))) == [
        ("A1.1",),
        ("A1.1", "A2.1"),
        ("A1.1", "A2.1", "A3.1"),
    ]


def test_each_sentence_of_a_quotation_is_mapped_to_all_that_print_it_whole() -> None:
    quotation = "“The gate is narrow. It cost Torvik 31 barges,” the engineer Ada Lund said."
    whole = ("A2.1", "A2.2")
    assert whole_quotations(source(LEAD, quotation)) == {"A2.1": whole, "A2.2": whole}


def test_a_quotation_that_is_too_long_to_be_printed_has_no_sentences() -> None:
    long = "“The gate is narrow. It is old. It is rusty. It cost Torvik 31 barges,” Ada Lund said."
    assert set(whole_quotations(source(LEAD, long)).values()) == {()}
