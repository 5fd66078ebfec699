"""What a reader may expect of the merged summary."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from handmade import comparison as handmade
from rapidfuzz.fuzz import token_sort_ratio

from tui import Article, Comparison, compare
from tui.analysis import summarise
from tui.model import Level
from tui.reading import read_articles
from tui.reading.samples import sample_paths

HARBOUR = """Velden harbour was closed on Tuesday after a tanker spilled 300 tonnes of oil, the port said.

“We have never seen this much oil. Crews will need nine days to clean,” harbour chief Ida Rask said.

He was not in the city at the time. This had been known for weeks.

Fishing boats may use the northern pier from Friday, according to the fisheries agency."""
OIL = """A tanker spilled 300 tonnes of oil in Velden on Tuesday and the port authority closed the harbour.

The tanker belongs to the shipping company Norvik, which paid a fine of 2 million crowns in 2019.

In summary, the spill closed the harbour of Velden on Tuesday.

What will happen to the birds?"""
BIRDS = """Velden closed its harbour on Tuesday after 300 tonnes of oil leaked from a tanker, the port said.

Volunteers from the bird station at Lomma have washed 140 eiders and 12 swans.

Read more: how to help seabirds"""


def of(*bodies: str, words: int = 120) -> Comparison:
    return compare(
        [Article.from_text(body, name=f"source {n}", title="Oil spill") for n, body in enumerate(bodies)],
        summary_words=words,
    )


@pytest.fixture(scope="module")
def story() -> Comparison:
    return of(HARBOUR, OIL, BIRDS)


@pytest.fixture(scope="module")
def samples() -> Comparison:
    return compare(read_articles([str(path) for path in sample_paths()]), summary_words=160)


def ids(comparison: Comparison) -> list[str]:
    return [line.sentence for line in comparison.summary.lines]


def test_the_event_comes_first_and_only_once(story: Comparison) -> None:
    texts = [line.text for line in story.summary.lines]
    assert "300 tonnes" in texts[0]
    assert sum("300 tonnes" in text for text in texts) == 1
    assert story.summary.lines[0].also


def test_every_source_with_something_of_its_own_is_drawn_on(story: Comparison) -> None:
    assert {story.sentences[i].source for i in ids(story)} == {"A", "B", "C"}


@pytest.mark.parametrize("words", [20, 60, 120, 400])
def test_no_line_opens_on_what_was_left_behind_and_none_is_a_question_or_an_appeal(
    story: Comparison, words: int
) -> None:
    lines = [line.text for line in summarise(story, words).lines]
    assert not [text for text in lines if text.startswith(("In summary", "What will", "Read more"))]
    for before, text in zip(["", *lines], lines, strict=False):
        assert not text.startswith("This had") or before.startswith("He was")
        assert not text.startswith("He was") or "Rask said" in before


@pytest.mark.parametrize("words", [30, 60, 120, 400])
def test_a_quotation_over_two_sentences_is_printed_whole_with_its_speaker(
    story: Comparison, words: int
) -> None:
    lines = [line.text for line in summarise(story, words).lines]
    opened = [n for n, text in enumerate(lines) if text.startswith("“We have never")]
    closed = [n for n, text in enumerate(lines) if "Ida Rask said" in text]
    assert closed == [n + 1 for n in opened]


def test_near_duplicates_never_stand_together() -> None:
    twice = of(HARBOUR, HARBOUR.replace("Tuesday", "Tuesday last"), OIL, words=400)
    texts = [line.text for line in twice.summary.lines]
    assert all(token_sort_ratio(one, other) < 80 for one, other in combinations(texts, 2))


def test_what_is_kept_is_in_and_what_is_dropped_is_out(story: Comparison) -> None:
    lead, question = ids(story)[0], "B4.1"
    changed = [line.sentence for line in summarise(story, 60, keep={question}, drop={lead}).lines]
    assert question in changed
    assert lead not in changed


def test_a_kept_line_that_is_longer_than_the_budget_stands_alone(story: Comparison) -> None:
    assert [line.sentence for line in summarise(story, 3, keep={"A1.1"}).lines] == ["A1.1"]


def test_a_longer_summary_keeps_what_stood_in_a_shorter_one(samples: Comparison) -> None:
    short = [line.sentence for line in summarise(samples, 80).lines]
    long = [line.sentence for line in summarise(samples, 200, previous=short).lines]
    assert set(short) < set(long)


def test_a_line_that_goes_on_from_what_was_told_can_stand_but_not_first() -> None:
    first = "Parallel to the talks at Ost, farmers from nine villages closed the bridge over the Sarn."
    second = "Ministers of four states met at Ost on Monday to divide the water of the river Sarn."
    story = of(f"{second}\n\n{first}", "The water of the Sarn irrigates 300 farms.")
    told = [line.text for line in summarise(story, 60).lines]
    assert first in told
    assert told[0] != first


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("The new policy worries 300 families in Lund.", False),
        ("The change cost Lomma 40 million crowns.", False),
        ("The policy of Lund worries 300 families in Lomma.", True),
        ("Calls to the Lund office of Norvik were not immediately returned.", False),
        ("Ida Rask of the Lund council declined to comment on Tuesday.", False),
        ("Ida Rask of the Lund council praised it on Tuesday.", True),
    ],
)
def test_what_has_to_be_told_before_is_needed_and_no_comment_is_none(sentence: str, stands: bool) -> None:
    text = f"Schools in Lund stay shut until Friday, the council said.\n\n{sentence}"
    summary = summarise(compare([Article.from_text(text, name="A")]), 30, drop={"A1.1"})
    assert [line.text for line in summary.lines] == [sentence] * stands


def test_what_has_to_be_told_before_stands_right_before_it_though_in_another_paragraph() -> None:
    toll = "Drivers pay 9 crowns for the bridge at Lomma since Tuesday."
    change = "The change cost Lomma 40 million crowns in lost trade."
    shut = "Schools in Lund stay shut until Friday, the council said."
    ferries = "Ferries to Ven lie in the harbour.\n\nLost trade of 40 million crowns worries the shops."
    story = of(f"{shut}\n\n{toll}\n\n{change}", ferries)
    told = [line.text for line in summarise(story, 120, keep=set(story.sentences)).lines]
    assert told.index(change) == told.index(toll) + 1


def test_a_quotation_whose_speaker_follows_does_not_need_what_stands_before_it() -> None:
    quotation = "“We share the water of the Sarn. It was agreed on Monday in Ost,” minister Ada Lund said."
    story = of(f"The two leaders had left by then.\n\n{quotation}")
    told = [line.text for line in summarise(story, 40).lines]
    assert told == [
        "“We share the water of the Sarn.",
        "It was agreed on Monday in Ost,” minister Ada Lund said.",
    ]


def test_what_is_left_out_is_listed_once_and_is_not_in_the_summary(samples: Comparison) -> None:
    left_out = [omission.sentence for omission in samples.summary.omitted]
    assert left_out
    assert len(set(left_out)) == len(left_out)
    assert not set(left_out) & set(ids(samples))
    for omission in samples.summary.omitted:
        assert omission.sources[0] == samples.sentences[omission.sentence].source
        for report in samples.sentences[omission.sentence].reports:
            assert report.level < Level.FULL or report.by[0] not in ids(samples)


def test_coverage_counts_every_source_and_never_more_than_there_is(samples: Comparison) -> None:
    coverage = samples.summary.coverage
    assert coverage.facts == coverage.shared + sum(coverage.unique.values())
    assert 0 < coverage.shared_in_summary <= coverage.shared
    assert list(coverage.unique) == list(coverage.unique_in_summary) == ["A", "B", "C"]
    assert all(coverage.unique_in_summary[key] <= coverage.unique[key] for key in "ABC")


def test_a_summary_of_everything_covers_every_fact_of_the_handmade_story() -> None:
    bare = replace(handmade(), conflicts=())
    coverage = summarise(bare, 500, keep=set(bare.sentences)).coverage
    assert coverage.unique_in_summary == coverage.unique == {"A": 2, "B": 1}


def test_a_line_in_a_conflict_names_it() -> None:
    lines = {line.sentence: line for line in summarise(handmade(), 500, keep={"A1.2"}).lines}
    assert lines["A1.2"].disputed == (1,)
    assert all(not line.disputed for i, line in lines.items() if i not in ("A1.2", "B1.2"))


def test_the_post_in_the_samples_is_printed_with_its_dispute(samples: Comparison) -> None:
    lines = [line for line in samples.summary.lines if "Glad to meet" in line.text]
    assert lines
    assert all(line.disputed for line in lines)


def test_sentences_that_report_a_line_point_back_to_it(samples: Comparison) -> None:
    for line in samples.summary.lines:
        for other in line.also:
            report = samples.sentences[other].report(samples.sentences[line.sentence].source)
            assert report is not None
            assert line.sentence in report.by


def test_one_article_alone_is_summarised_without_facts_to_compare() -> None:
    alone = of(HARBOUR, words=40)
    assert "300 tonnes" in alone.summary.lines[0].text
    assert alone.summary.omitted == ()
    assert alone.summary.coverage.unique == {"A": 0}
