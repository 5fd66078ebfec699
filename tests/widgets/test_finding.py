from __future__ import annotations

import re
import subprocess
import sys
import threading
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.model import Article
from tui.widgets.finding import (
    MATCHES_PER_SOURCE,
    PatternError,
    find_pattern,
    find_text,
    match_beside,
    tally,
)
from tui.widgets.marks import Place

ENDLESS = r"(?:(?:\w| |\w\w)+)+[!?]"  # tries all ways to divide a sentence without such an end


def articles(*texts: str) -> tuple[Article, ...]:
    return tuple(Article(f"Source {number}", (text,)) for number, text in enumerate(texts))


def stretches(pattern: str, text: str) -> list[tuple[int, int]]:
    return [(start, end) for _, _, start, end in find_pattern(articles(text), pattern, 5)]


def test_a_text_is_found_across_any_white_space_and_in_either_case() -> None:
    assert find_text(articles("The\n ferry. the  FERRY"), "the ferry") == [(0, 0, 0, 10), (0, 0, 12, 22)]
    assert find_text(articles("The ferry, the Ferry"), "the Ferry") == [(0, 0, 11, 20)]
    assert find_text(articles("a.b axb"), "a.b") == [(0, 0, 0, 3)]


def test_a_capital_makes_a_pattern_mind_the_case_but_an_escape_does_not() -> None:
    assert stretches("ferry", "Ferry ferry") == [(0, 5), (6, 11)]
    assert stretches("Ferry", "Ferry ferry") == [(0, 5)]
    assert stretches(r"\Serry", "Ferry ferry") == [(0, 5), (6, 11)]


def test_matches_are_named_by_source_and_paragraph_and_do_not_overlap() -> None:
    two = (Article("Gazette", ("aaa", "b")), Article("Wire", ("b a a",)))
    assert find_pattern(two, "aa|b", 5) == [(0, 0, 0, 2), (0, 1, 0, 1), (1, 0, 0, 1)]


def test_empty_matches_do_not_count() -> None:
    assert stretches("x*", "axxb") == [(1, 3)]


@pytest.mark.parametrize(
    "find", [lambda texts: find_text(texts, "a"), lambda texts: find_pattern(texts, "a", 5)]
)
def test_a_source_with_very_many_matches_leaves_room_for_the_others(find) -> None:
    found = find((Article("Gazette", ("a" * 4000, "a" * 4000)), Article("Wire", ("aa",))))
    assert [sum(source == n for source, *_ in found) for n in (0, 1)] == [MATCHES_PER_SOURCE, 2]


@pytest.mark.filterwarnings(
    "ignore:Possible:FutureWarning"
)  # `re` on sets in sets, which it may read one day
@given(st.text(alphabet="ab(|)*+?[]\\.^$S-&", max_size=8), st.text(alphabet="abS ", max_size=8))
@example("[[a]", "a[")
@example("[a&&b]", "a")
@example("a**", "a")
@example("^*", "a")
def test_whatever_is_typed_is_found_as_python_would_or_refused(pattern: str, text: str) -> None:
    literal = re.sub(r"\\.", "", pattern)
    try:
        reference = re.compile(pattern, re.IGNORECASE if literal == literal.lower() else re.NOFLAG)
    except re.error:
        reference = None
    try:
        found = stretches(pattern, text)
    except PatternError:
        assert reference is None
    else:
        assert all(0 <= start < end <= len(text) for start, end in found)
        if reference is not None:  # `regex` understands more
            assert found == [match.span() for match in reference.finditer(text) if match.group()]


@pytest.mark.parametrize("pattern", ["(a", "a**", "[b-a]", r"\q", "(?V1)a", "(" * 5000 + ")" * 5000])
def test_what_is_no_pattern_is_refused_in_words(pattern: str) -> None:
    with pytest.raises(PatternError, match="no pattern: "):
        stretches(pattern, "a")


@pytest.mark.parametrize("pattern", ["a{100000000}", "(?:(?:a{1000}){1000}){1000}", "a{" + "9" * 5000 + "}"])
def test_a_pattern_that_would_fill_the_memory_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="takes too much"):
        stretches(pattern, "a")


def test_the_least_numbers_of_repeats_in_use_are_few_enough() -> None:
    assert stretches(r"\d{4}-\d{2}-\d{2}", "on 2024-05-06.") == [(3, 13)]
    assert stretches(r"ferry.{20,200}aground", "ferry " + "x" * 100 + " aground") == [(0, 114)]


def test_a_pattern_without_end_is_given_up_and_other_threads_go_on_meanwhile() -> None:
    outcome: list[BaseException] = []

    def search() -> None:
        try:
            find_pattern(articles("the ferry ran aground " * 40), ENDLESS, 0.5)
        except TimeoutError as error:
            outcome.append(error)

    thread = threading.Thread(target=search)
    begin = time.process_time()
    thread.start()
    turns = 0
    while thread.is_alive():
        thread.join(0.01)
        turns += 1
    assert outcome
    assert turns > 10  # it would be a handful if the search let nobody else run
    assert time.process_time() - begin < 2


def test_what_matches_patterns_is_loaded_with_the_first_one() -> None:
    code = """
import sys
from tui.model import Article
from tui.widgets.finding import find_pattern, find_text
articles = [Article("Gazette", ("The ferry",))]
find_text(articles, "ferry")
before = "regex" in sys.modules
find_pattern(articles, "f.", 5)
print(before, "regex" in sys.modules)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "True"]


MATCHES = [(0, 0, 4, 9), (0, 2, 0, 5), (1, 0, 7, 12)]


@pytest.mark.parametrize(
    ("place", "start", "step", "index"),
    [
        (Place(0, 0), 4, 0, 0),
        (Place(0, 0), 4, 1, 1),
        (Place(0, 0), 5, 0, 1),
        (Place(0, 2), 0, -1, 0),
        (Place(0, 0), 0, -1, 2),
        (Place(1, 0), 7, 1, 0),
        (Place(1, 1), 0, 0, 0),
    ],
)
def test_from_match_to_match_one_goes_round(place: Place, start: int, step: int, index: int) -> None:
    assert match_beside(MATCHES, place, start, step) == index


def test_the_tally_says_which_match_it_is_and_how_many_each_source_has() -> None:
    assert tally(MATCHES, Place(0, 2, 0, (0, 5)), "AB") == "2/3 · A2 B1"
    assert tally(MATCHES, Place(0, 1), "AB") == "–/3 · A2 B1"
    many = [(0, 0, n, n + 1) for n in range(MATCHES_PER_SOURCE)]
    assert tally(many, Place(0, 0, 0, (0, 1)), "AB") == "1/5000+ · A5000+"
