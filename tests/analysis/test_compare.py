"""What a comparison must hold, on the samples and on any text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import Article, Comparison, compare
from tui.analysis import Analysis, TooLongError, analyse, summarise
from tui.model import ConflictKind, Level
from tui.reading import read_articles
from tui.reading.samples import sample_paths
from tui.wording.conflicts import why

words = st.sampled_from(
    "The minister met reporters in Oslo on Monday . He said “ we will sign 50% of 12 deals ” ( U.S. tariffs )"
    " , 22nd summit !".split()
)
texts = st.lists(st.lists(words, max_size=30).map(" ".join), max_size=5).map("\n\n".join) | st.text(
    max_size=200
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse(read_articles([str(path) for path in sample_paths()]))


@pytest.fixture(scope="module")
def samples(analysis: Analysis) -> Comparison:
    return analysis.comparison


def of(*bodies: str, words: int = 120) -> Comparison:
    return compare(
        [Article.from_text(body, name=f"source {n}") for n, body in enumerate(bodies)], summary_words=words
    )


@settings(max_examples=60)
@given(st.lists(texts, min_size=1, max_size=4), st.integers(1, 200))
def test_any_texts_give_a_consistent_comparison(bodies: list[str], budget: int) -> None:
    comparison = of(*bodies, words=budget)
    for source in comparison.sources:
        indices = [i for group in comparison.groups for i in group.paragraphs[source.key]]
        assert sorted(indices) == list(range(len(source.paragraphs)))
        for paragraph in source.paragraphs:
            for sentence in paragraph.sentences:
                assert paragraph.text[sentence.start : sentence.end] == sentence.text
                assert len(sentence.reports) == len(comparison.sources) - 1
                for fact in sentence.unique:
                    passage = fact.passages[0]
                    assert sentence.start <= passage.start < passage.end <= sentence.end
                    assert paragraph.text[passage.start : passage.end] == fact.text
            for quote in paragraph.quotes:
                assert paragraph.text[quote.start : quote.end] == quote.text
    texts_of = {s.id: p.text for source in comparison.sources for p in source.paragraphs for s in p.sentences}
    for conflict in (*comparison.conflicts, *comparison.differences):
        assert len({passage.source for passage in conflict.between}) >= 2
        for passage in conflict.between:
            assert texts_of[passage.sentence][passage.start : passage.end] == passage.text
    assert comparison.summary.words <= budget
    for line in comparison.summary.lines:
        assert line.text == comparison.sentences[line.sentence].text


def test_what_is_analysed_is_what_is_compared(samples: Comparison) -> None:
    assert compare([source.article for source in samples.sources]) == samples


def test_the_stages_are_told_in_order_and_what_a_listener_raises_ends_the_comparison() -> None:
    told: list[tuple[str, float]] = []
    analyse([Article("one", ("The pier burnt down.",))], progress=lambda *step: told.append(step))
    stages = list(dict.fromkeys(stage for stage, _ in told))
    assert stages == ["sentences", "overlap", "reports", "facts", "conflicts", "summary"]
    assert [share for _, share in told] == sorted(share for _, share in told)

    def stop(stage: str, _: float) -> None:
        if stage == "facts":
            raise InterruptedError

    with pytest.raises(InterruptedError):
        compare([Article("one", ("The pier burnt down.",))], progress=stop)


@settings(max_examples=20)
@given(st.lists(texts, min_size=1, max_size=3))
def test_the_same_texts_give_the_same_bytes(bodies: list[str]) -> None:
    assert json.dumps(of(*bodies).to_dict()) == json.dumps(of(*bodies).to_dict())


def test_articles_that_are_too_long_are_refused_with_their_length() -> None:
    with pytest.raises(TooLongError, match="40,002 words together; at most 40,000"):
        of("word " * 40_000, "two words")


def test_one_article_alone_has_nothing_to_be_compared_with() -> None:
    comparison = of("The mayor resigned on Friday.\n\nShe had been in office for nine years.")
    assert comparison.conflicts == ()
    assert all(sentence.reports == () and sentence.unique == () for sentence in comparison.sentences.values())


def test_the_samples_share_the_meeting_and_the_post(samples: Comparison) -> None:
    groups = [dict(group.paragraphs) for group in samples.groups]
    lead = next(group for group in groups if 1 in group["A"])  # the standfirst is A’s first paragraph
    assert 0 in lead["B"]
    assert 0 in lead["C"]
    post = next(group for group in groups if 1 in group["B"])
    assert 2 in post["A"]
    assert 5 in post["C"]


@pytest.mark.parametrize("paragraph", range(3, 9))
def test_pakistan_modi_and_the_22nd_summit_are_gaps_in_the_others(
    samples: Comparison, paragraph: int
) -> None:
    group = next(g for g in samples.groups if paragraph in g.paragraphs["B"])
    assert group.paragraphs["A"] == ()
    assert group.paragraphs["C"] == ()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("C", "50% tariffs"),
        ("B", "renewed engagement with Pakistan"),
        ("B", "22nd ASEAN-India Summit"),
        ("A", "five rounds of negotiations"),
        ("C", "Senate Foreign Relations Committee"),
    ],
)
def test_facts_that_one_sample_alone_has(samples: Comparison, source: str, words: str) -> None:
    assert [fact for fact in samples.facts if words in fact.text and fact.sources == (source,)]


@pytest.mark.parametrize(
    "words",
    ["We know they’re concerned", "relations with a lot of different countries", "with Pakistan, and that’s"],
)
def test_both_quotations_on_pakistan_are_only_in_b(samples: Comparison, words: str) -> None:
    quoting = next(s for s in samples.by_key["B"].sentences() if words in s.text)
    assert quoting.unique
    assert all(report.level is Level.NONE for report in quoting.reports)


def test_the_post_has_two_speakers(samples: Comparison) -> None:
    attribution = [c for c in samples.conflicts if c.kind is ConflictKind.ATTRIBUTION]
    assert len(attribution) == 1
    assert {passage.source for passage in attribution[0].between} == {"A", "B", "C"}
    assert "Rubio" in why(attribution[0])
    assert "Jaishankar" in why(attribution[0])
    assert len(samples.conflicts) <= 3


def test_what_is_cut_off_is_no_fact_and_no_summary_line(samples: Comparison) -> None:
    source = samples.by_key["B"]
    broken = list(source.sentences())[-1]
    assert [caution.kind for caution in source.article.warnings] == ["truncated"]
    assert broken.text.endswith("in the 22")
    assert not broken.assertive
    assert not broken.unique
    for budget in (60, 160, 1000):
        assert broken.id not in {line.sentence for line in summarise(samples, budget).lines}


def test_the_evidence_names_matched_and_missing_words(analysis: Analysis, samples: Comparison) -> None:
    lead = next(s for s in samples.by_key["C"].sentences() if "50%" in s.text)
    text = samples.by_key["C"].paragraphs[lead.paragraph].text
    evidence = analysis.explain(lead.id, "A")
    matched = {text[match.start : match.end] for match in evidence.matches}
    missing = {text[start:end] for start, end in evidence.missing}
    assert {"Jaishankar", "Rubio", "Monday"} <= matched
    assert "50%" in missing


def test_a_text_that_is_page_furniture_for_a_good_part_gets_a_caution() -> None:
    report = "The ferry ran aground at noon on Tuesday, the port said."
    page = (
        "Sign up here.",
        "Thank you for subscribing.",
        "An error has occurred.",
        "Please try again later.",
    )
    made = compare([Article("A", (report, *page)), Article("B", (report, page[0]))])
    again = compare([source.article for source in made.sources])
    for comparison in (made, again):
        kinds = [[caution.kind for caution in source.article.warnings] for source in comparison.sources]
        assert kinds == [["furniture"], []]
