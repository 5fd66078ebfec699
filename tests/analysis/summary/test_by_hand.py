"""What a reader may expect of the summary once it is changed by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from canal import BARGE, CANAL, GATE, lines, of
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import Article, Comparison, compare
from tui.analysis import alternatives, summarise
from tui.model import Level, Unused, UnusedReason

PARTS = {"A": CANAL, "B": BARGE, "C": GATE}


SEAWALL = """The sea wall at Lomvik broke on Sunday and water flooded 40 houses, the fire brigade said.

The mill on Broad Street lost 300 sacks of flour.

Schools in Lomvik stay shut until Wednesday, the council said."""
FLOOD = """Schools in Lomvik stay shut until Wednesday, said the council.

Water flooded 40 houses when the sea wall at Lomvik broke on Sunday, according to the fire brigade.

The mill on Broad Street has lost 300 sacks of flour."""


@pytest.fixture(scope="module")
def story() -> Comparison:
    return of(CANAL, BARGE, GATE)


def in_source_order(some: list[str], whole: list[str]) -> bool:
    return [one for one in whole if one in some] == some


@pytest.mark.parametrize(("shorter", "longer"), [(25, 45), (45, 60), (60, 120), (120, 300)])
def test_turning_the_length_up_only_adds(story: Comparison, shorter: int, longer: int) -> None:
    before = lines(summarise(story, shorter))
    after = lines(summarise(story, longer, previous=before))
    assert set(before) < set(after)


@pytest.mark.parametrize(("longer", "shorter"), [(300, 120), (120, 60), (60, 45), (45, 25)])
def test_turning_the_length_down_only_takes_away(story: Comparison, longer: int, shorter: int) -> None:
    before = lines(summarise(story, longer))
    after = summarise(story, shorter, previous=before)
    assert set(lines(after)) < set(before)
    assert 0 < after.words <= shorter


def test_a_line_that_leans_on_another_never_outlives_it(story: Comparison) -> None:
    before = [*lines(summarise(story, 300))]
    assert {"A2.1", "A3.1"} <= set(before)
    assert "A3.1" not in lines(summarise(story, 300, previous=before, drop={"A2.1"}))
    for words in range(10, 120, 5):
        left = lines(summarise(story, words, previous=before))
        assert "A3.1" not in left or ("A2.1", "A3.1") in pairwise(left)


def test_what_stood_before_counts_for_nothing_if_none_of_it_fits(story: Comparison) -> None:
    assert lines(summarise(story, 15, previous=["A1.1"]))
    assert "A1.1" not in lines(summarise(story, 15, previous=["A1.1"]))


def test_a_kept_line_takes_the_place_of_one_that_says_the_same(story: Comparison) -> None:
    lead = lines(summarise(story, 60))[0]
    other = alternatives(story, lead)[0]
    changed = lines(summarise(story, 60, previous=lines(summarise(story, 60)), keep={other}))
    assert other in changed
    assert lead not in changed


def test_moved_lines_stand_as_the_reader_put_them(story: Comparison) -> None:
    before = lines(summarise(story, 120))
    moved = [before[-1], *before[:-1]]
    assert lines(summarise(story, 120, previous=before, order=moved)) == moved


def test_a_new_line_stands_behind_the_one_that_the_program_puts_before_it(story: Comparison) -> None:
    before = lines(summarise(story, 60))
    moved = before[::-1]
    longer = lines(summarise(story, 120, previous=before, order=moved))
    own = lines(summarise(story, 120, previous=before))
    assert in_source_order(moved, longer)
    new = [(one, other) for one, other in pairwise(own) if other not in moved]
    assert new
    assert set(new) <= set(pairwise(longer))


@pytest.mark.parametrize("number", [1, 2, 4, 7])
def test_a_budget_of_sentences_is_kept_whatever_their_length(story: Comparison, number: int) -> None:
    assert len(summarise(story, 1, sentences=number).lines) == number


def test_a_share_of_the_shared_facts_is_reached_and_a_higher_one_takes_more_words(story: Comparison) -> None:
    words = []
    for share in (0.2, 0.5, 0.8):
        summary = summarise(story, 1, share=share)
        assert summary.coverage.shared_in_summary >= share * summary.coverage.shared
        words.append(summary.words)
    assert words == sorted(words)


def test_a_share_turned_up_only_adds_and_turned_down_only_takes_away() -> None:
    story = of(SEAWALL, FLOOD)
    low = lines(summarise(story, share=0.3))
    high = lines(summarise(story, share=1.0, previous=low))
    assert set(low) < set(high)
    assert set(lines(summarise(story, share=0.3, previous=high))) < set(high)


def test_a_share_within_so_many_sentences_takes_no_more_of_them(story: Comparison) -> None:
    assert len(summarise(story, share=1.0, sentences=2).lines) <= 2


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_the_reader_does_the_pinned_lines_are_in_and_the_dropped_ones_out(
    data: st.DataObject,
) -> None:
    story = of(CANAL, BARGE, GATE) if not CACHED else CACHED[0]
    CACHED[:] = [story]
    some = st.sets(st.sampled_from(sorted(story.sentences)), max_size=5)
    keep, drop, previous = data.draw(some), data.draw(some), data.draw(some)
    words = data.draw(st.integers(1, 150))
    kind = data.draw(st.sampled_from(["words", "sentences", "share"]))
    summary = summarise(
        story,
        words,
        keep=keep,
        drop=drop,
        previous=sorted(previous),
        order=data.draw(st.permutations(sorted(previous | keep))),
        sentences=words // 10 if kind == "sentences" else None,
        share=words / 150 if kind == "share" else None,
    )
    told = lines(summary)
    assert keep - drop <= set(told)
    assert drop.isdisjoint(told)
    assert len(set(told)) == len(told)
    pinned = sum(len(story.sentences[i].text.split()) for i in keep - drop)
    assert kind != "words" or summary.words <= max(words, pinned)
    assert kind != "sentences" or len(told) <= max(words // 10, len(keep - drop))
    assert {story.sentences[i].source for i in told} | set(summary.unused) == set(PARTS)


CACHED: list[Comparison] = []


def test_other_wordings_are_sentences_of_other_sources_that_report_the_line_in_full(
    story: Comparison,
) -> None:
    for name, sentence in story.sentences.items():
        for other in alternatives(story, name):
            report = sentence.report(story.sentences[other].source)
            assert report is not None
            assert report.level is Level.FULL
            assert other in report.by
    assert {name.split(".")[0] for name in alternatives(story, "A1.1")} == {"B1", "C1"}
    assert alternatives(story, "B3.1") == ()


def test_the_same_words_elsewhere_are_no_other_wording() -> None:
    assert alternatives(of(CANAL, CANAL, GATE), "A1.1") == ("C1.1",)


def test_other_wordings_can_stand_on_their_own() -> None:
    leaning = (
        "A barge struck the lock at Torvik on Monday.\n\nIt sank in the canal with 90 tonnes of gravel.\n"
    )
    plain = "The barge sank in the canal with 90 tonnes of gravel.\n\nA regatta was called off.\n"
    story = of(leaning, plain)
    assert story.sentences["B1.1"].reports[0].by[0] == "A2.1"
    assert alternatives(story, "B1.1") == ()


def test_a_summary_that_draws_on_all_has_nothing_to_explain(story: Comparison) -> None:
    assert summarise(story, 120).unused == {}


def test_a_copy_that_is_not_drawn_on_is_called_one() -> None:
    assert summarise(of(CANAL, CANAL), 30).unused == {"B": Unused(UnusedReason.COPY, sources=("A",))}


def test_a_source_without_anything_of_its_own_is_said_to_have_none() -> None:
    story = of(SEAWALL, FLOOD.split("\n\n")[0])
    assert summarise(story, 25, keep={"A1.1"}).unused == {"B": Unused(UnusedReason.COVERED, sources=("A",))}


def test_what_does_not_fit_or_was_dropped_is_said_not_to(story: Comparison) -> None:
    (used,) = {line.sentence[0] for line in summarise(story, 25).lines}
    for key in {"A", "B", "C"} - {used}:
        assert summarise(story, 25).unused[key] == Unused(UnusedReason.OUTWEIGHED, words=25)
    assert summarise(story, 5).unused == dict.fromkeys("ABC", Unused(UnusedReason.TOO_LONG, words=5))
    theirs = {sentence for sentence in story.sentences if sentence.startswith("B")}
    assert summarise(story, 120, drop=theirs).unused == {
        "B": Unused(UnusedReason.REMOVED, paragraphs=("B1", "B2", "B3", "B4"))
    }
    assert compare([Article("question", ("Who was it?",))]).summary.unused == {
        "A": Unused(UnusedReason.DEPENDENT)
    }


def test_a_line_that_says_what_is_disputed_elsewhere_is_marked_as_well() -> None:
    story = of(
        "A barge with 90 tonnes of gravel sank in the canal at Torvik on Monday, the harbour office said.\n",
        "A barge with 90 tonnes of gravel sank in the canal at Torvik on Monday, said the harbour office.\n",
        "A barge with 190 tonnes of gravel sank in the canal at Torvik on Monday, the harbour office said.\n",
    )
    assert story.conflicts
    assert all(line.disputed for line in story.summary.lines)


def test_a_source_that_contradicts_the_others_is_not_said_to_report_the_same() -> None:
    story = of(
        "A barge with 90 tonnes of gravel sank in the canal at Torvik on Monday, the harbour office said.\n",
        "A barge with 190 tonnes of gravel sank in the canal at Torvik on Monday, the harbour office said.\n",
    )
    assert story.conflicts
    (reason,) = summarise(story, 20).unused.values()
    assert reason.reason is not UnusedReason.COVERED


def test_a_part_of_a_quotation_is_left_out_with_all_of_it_or_not_offered() -> None:
    story = of(
        CANAL + "\n\n“The gate is narrow. It cost Torvik 31 barges in 1998,” the engineer Ada Lund said.",
        BARGE + "\n\n“It sank like a stone in Torvik. A barge sank on Monday.” “Like a boy.”",
    )
    texts = [one.text for one in summarise(story, 25).omitted]
    assert all(text.count("“") == text.count("”") for text in texts)
    assert any(text.startswith("“The gate is narrow. It cost Torvik 31") for text in texts)
    assert "“Like a boy.”" not in texts
