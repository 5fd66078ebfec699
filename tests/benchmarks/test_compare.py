"""Timings, to be read as ratios within one run: ``pytest tests/benchmarks --benchmark-only``."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from rapidfuzz.fuzz import token_set_ratio

from tui import Article, compare
from tui.analysis import summarise
from tui.reading import read_articles
from tui.reading.samples import sample_paths

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture


def samples() -> tuple[Article, ...]:
    return read_articles([str(path) for path in sample_paths()])


def twelve() -> list[Article]:
    """Twelve articles of about 800 words, cut from the samples at different places."""
    paragraphs = [paragraph for article in samples() for paragraph in article.paragraphs]
    return [Article(f"source {n}", tuple((paragraphs * 2)[n : n + 14])) for n in range(12)]


@pytest.mark.parametrize("articles", [samples(), twelve()], ids=["samples", "twelve"])
def test_compare(benchmark: BenchmarkFixture, articles: list[Article]) -> None:
    comparison = benchmark(compare, articles)
    assert len(comparison.sources) == len(articles)


@pytest.mark.parametrize("articles", [samples(), twelve()], ids=["samples", "twelve"])
def test_summarise_anew(benchmark: BenchmarkFixture, articles: list[Article]) -> None:
    comparison = compare(articles)
    summary = benchmark(summarise, comparison, 200)
    assert summary.lines


@pytest.mark.parametrize("articles", [samples(), twelve()], ids=["samples", "twelve"])
def test_plain_rapidfuzz_over_the_same_sentences(
    benchmark: BenchmarkFixture, articles: list[Article]
) -> None:
    sentences = [sentence.text for sentence in compare(articles).sentences.values()]
    ratios = benchmark(lambda: [token_set_ratio(a, b) for a, b in combinations(sentences, 2)])
    assert len(ratios) == len(sentences) * (len(sentences) - 1) // 2
