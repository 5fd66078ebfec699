"""Who reports a sentence, and how fully."""

from __future__ import annotations

import pytest

from tui import Article, Comparison, compare
from tui.model import Caution, Level, Report
from tui.reading import read_articles
from tui.reading.samples import sample_paths

HARBOUR = """The harbour of Tavira Bay was closed on Monday after a tanker ran aground off the northern pier.

“We will not reopen before the wreck is gone,” harbour master Ilse Brandt told reporters.

Divers found three cracks in the hull, and 40 tonnes of diesel had leaked by evening.

Fishing crews asked the regional council for compensation."""

TANKER = """A tanker ran aground off the northern pier of Tavira Bay on Monday, and the harbour was closed.

Harbour master Ilse Brandt said: “We will not reopen before the wreck is gone.”

About 40 tonnes of diesel leaked from three cracks in the hull, divers said.

The ship had sailed under a flag of convenience since 2019, according to the registry in Monvale."""

ORCHARD = """Growers in the Orsk valley expect the best apple harvest in a decade.

Warm nights in May spared the blossom, the agricultural chamber wrote."""


def of(*bodies: str) -> Comparison:
    return compare(
        [Article(f"source {n}", tuple(body.split("\n\n"))) for n, body in enumerate(bodies)], summary_words=60
    )


def report(comparison: Comparison, sentence: str, source: str) -> Report:
    found = comparison.sentences[sentence].report(source)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def harbour() -> Comparison:
    return of(HARBOUR, TANKER, ORCHARD)


@pytest.fixture(scope="module")
def samples() -> Comparison:
    return compare(read_articles([str(path) for path in sample_paths()]))


BRIDGE = "The Sarn bridge was closed on Tuesday after engineers found four cracks."
BEFORE = "Fishermen on the east coast mended their nets."
AFTER = ("The council of Lorne meets again in March.", "Bakers in the old town complained about the noise.")


@pytest.mark.parametrize(
    ("here", "there", "level", "back"),
    [
        (BRIDGE, BRIDGE, Level.FULL, Level.FULL),
        (
            BRIDGE,
            "Engineers shut the bridge over the Sarn on Tuesday because of 4 cracks.",
            Level.FULL,
            Level.FULL,
        ),
        (
            "Mayor Edna Holm said the repair will cost 3 million crowns.",
            "The repair will cost 3 million crowns, said Edna Holm, the mayor.",
            Level.FULL,
            Level.FULL,
        ),
        (
            "Police arrested two men over the theft of nine paintings in Lomma.",
            "Two men were arrested by police in Lomma; nine paintings had been stolen.",
            Level.FULL,
            Level.FULL,
        ),
        (
            "The bridge over the Sarn was closed on Tuesday.",
            "The Sarn bridge was closed on Tuesday after engineers found four cracks, the road office said.",
            Level.FULL,
            Level.PARTIAL,
        ),
        (
            "The Sarn bridge was closed on Tuesday and 60% of the traffic goes by Ost.",
            "The Sarn bridge was closed on Tuesday and most of the traffic goes by Ost.",
            Level.PARTIAL,
            Level.FULL,
        ),
        (BRIDGE, "Rents in Hallen rose by 4 percent in June.", Level.NONE, Level.NONE),
        (BRIDGE, "A falcon nested on the roof of the town hall this spring.", Level.NONE, Level.NONE),
        ("Sign up for our newsletter.", "Sign up for our newsletter.", Level.NONE, Level.NONE),
    ],
)
def test_a_pair_of_sentences_among_others_is_judged_in_both_directions(
    here: str, there: str, level: Level, back: Level
) -> None:
    comparison = compare([Article("one", (here, *AFTER)), Article("two", (BEFORE, there))])
    assert report(comparison, "A1.1", "B").level is level
    assert report(comparison, "B2.1", "A").level is back


@pytest.mark.parametrize(("sentence", "carrier"), [("A1.1", "B1.1"), ("A2.1", "B2.1"), ("A3.1", "B3.1")])
def test_what_another_source_words_differently_is_reported_there(
    harbour: Comparison, sentence: str, carrier: str
) -> None:
    there = report(harbour, sentence, "B")
    assert there.level > Level.NONE
    assert there.by[0] == carrier


@pytest.mark.parametrize("sentence", ["A4.1", "B4.1"])
def test_what_one_source_alone_has_is_reported_by_none(harbour: Comparison, sentence: str) -> None:
    assert all(r.level is Level.NONE and r.by == () for r in harbour.sentences[sentence].reports)


def test_an_article_on_something_else_reports_nothing(harbour: Comparison) -> None:
    assert all(
        report(harbour, sentence.id, "C").level is Level.NONE
        for sentence in harbour.sentences.values()
        if sentence.source != "C"
    )


def test_a_copy_reports_every_sentence_in_full_by_its_twin() -> None:
    comparison = of(HARBOUR, HARBOUR)
    for sentence in comparison.sentences.values():
        twin = {"A": "B", "B": "A"}[sentence.source]
        there = report(comparison, sentence.id, twin)
        assert there.level is Level.FULL
        assert there.by[0] == twin + sentence.id[1:]


def test_a_share_that_the_other_source_has_nowhere_keeps_a_report_from_being_full() -> None:
    here = HARBOUR.replace("was closed on Monday", "was closed on Monday for 60% of all ships")
    assert report(of(HARBOUR, TANKER), "A1.1", "B").level is Level.FULL
    assert report(of(here, TANKER), "A1.1", "B").level is Level.PARTIAL


def test_the_score_follows_the_level(harbour: Comparison) -> None:
    scores: dict[Level, list[float]] = {level: [] for level in Level}
    for sentence in harbour.sentences.values():
        for there in sentence.reports:
            assert 0 <= there.score <= 1
            scores[there.level].append(there.score)
    assert max(scores[Level.NONE]) < min(scores[Level.PARTIAL] + scores[Level.FULL])
    assert max(scores[Level.PARTIAL], default=0) < min(scores[Level.FULL])


def test_the_end_of_a_text_that_is_cut_off_neither_reports_nor_is_reported() -> None:
    broken = Article(
        "broken", ("The pier is safe.", "A tanker ran aground off the northern pier of Tavira Bay on")
    )
    broken = Article(broken.name, broken.paragraphs, warnings=(Caution("truncated", "cut off"),))
    comparison = compare([broken, Article("whole", tuple(TANKER.split("\n\n")))])
    assert report(comparison, "A2.1", "B") == Report("B", Level.NONE, 0.0)
    assert all("A2.1" not in r.by for s in comparison.sentences.values() for r in s.reports)


def test_boilerplate_is_reported_by_none_even_where_both_have_it() -> None:
    plea = "\n\nSign up here for our newsletter."
    comparison = of(HARBOUR + plea, TANKER + plea)
    last = report(comparison, "A5.1", "B")
    assert (last.level, last.by) == (Level.NONE, ())


def test_articles_without_words_are_compared_without_complaint() -> None:
    assert report(of("…", "—\n\n!"), "A1.1", "B").level is Level.NONE
    assert of("").sentences == {}


def test_one_article_alone_has_no_reports() -> None:
    assert all(sentence.reports == () for sentence in of(HARBOUR).sentences.values())


def test_the_samples_all_carry_the_post(samples: Comparison) -> None:
    posts = [s for s in samples.sentences.values() if "Glad to meet @SecRubio" in s.text]
    assert {post.source for post in posts} == {"A", "B", "C"}
    for post in posts:
        for there in post.reports:
            assert there.level is Level.FULL
            assert there.by[0] in {other.id for other in posts}


def test_the_cut_off_line_of_the_sample_reports_nothing(samples: Comparison) -> None:
    *_, last = samples.by_key["B"].sentences()
    assert not last.assertive
    assert all(there.level is Level.NONE for there in last.reports)
