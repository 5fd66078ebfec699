"""From a key to the painted frame, for short and for very long articles, to be read as a ratio."""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from aligned import unmatched
from stories import PreparedApp, passage
from textual.screen import Screen

from tui.model import AlignmentGroup, Article, Comparison, Fact, FactKind

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

SENTENCE = "The harbour board of Brackwater met again on day {n} and put off what it had to decide. "
KEYS = ("j", "j", "J", "J", "pagedown", "k", "tab", "K", "pageup", "]", "u", "l", "j", "G", "'", "'")


def long_story(paragraphs: int) -> Comparison:
    """Three accounts that tell the same in the same order, every fourth paragraph with a fact of its own."""
    texts = tuple((SENTENCE * 5).format(n=n) for n in range(paragraphs))
    articles = [Article(name, texts) for name in ("Gazette", "Wire", "Radio")]
    comparison = unmatched(*articles)
    groups = tuple(AlignmentGroup(n, dict.fromkeys("ABC", (n,)), 1.0) for n in range(paragraphs))
    facts = tuple(
        Fact(n, FactKind.DATE, f"day {n}", (passage(comparison, f"A{n + 1}.1", f"day {n}"),))
        for n in range(0, paragraphs, 4)
    )
    return replace(comparison, groups=groups, facts=facts)


async def frames(comparison: Comparison, rounds: int) -> list[float]:
    """Seconds from each key press to the frame that shows what it did."""
    app = PreparedApp(comparison)
    painted = asyncio.Event()
    seconds: list[float] = []
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        display = app._display

        def watched(screen: Screen[object], renderable: object) -> None:
            display(screen, renderable)  # type: ignore[arg-type]
            painted.set()

        app._display = watched  # type: ignore[method-assign, assignment]
        for key in KEYS * rounds:
            painted.clear()
            start = time.perf_counter()
            app.simulate_key(key)
            await asyncio.wait_for(painted.wait(), 5)
            seconds.append(time.perf_counter() - start)
            await pilot.pause()
    return seconds


@pytest.mark.parametrize("paragraphs", [20, 2000])
def test_key_to_frame(benchmark: BenchmarkFixture, paragraphs: int) -> None:
    comparison = long_story(paragraphs)
    seconds = benchmark.pedantic(lambda: asyncio.run(frames(comparison, 8)), rounds=1, iterations=1)
    found = statistics.quantiles(seconds, n=100)
    benchmark.extra_info |= {"p50_ms": round(1000 * found[49], 1), "p95_ms": round(1000 * found[94], 1)}
    print(f"\n{paragraphs} paragraphs: {benchmark.extra_info}")
