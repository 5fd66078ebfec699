from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from aligned import story, unmatched
from stories import PreparedApp, bare, with_reports
from textual.events import Ready

from tui.model import AlignmentGroup, Article, Caution, Comparison, Level, Report

Shoot = Callable[..., bool]


def with_caution(comparison: Comparison) -> Comparison:
    first, second, third = comparison.sources
    cut = Caution("truncated", "The text breaks off in mid-sentence.")
    article = replace(third.article, warnings=(cut,), date="2031-03-04")
    return replace(comparison, sources=(first, second, replace(third, article=article)))


def app() -> PreparedApp:
    return PreparedApp(with_caution(story()))


class Unready(PreparedApp):
    """The app as it is before the comparison is there."""

    def on_ready(self, event: Ready) -> None:
        event.prevent_default()
        self.state.comparing.update(("overlap", 0.2))


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        pytest.param(("]", "c"), (140, 40), id="conflict-140x40"),
        pytest.param(("j", "z"), (80, 24), id="zoomed-80x24"),
    ],
)
def test_compare(shoot: Shoot, keys: tuple[str, ...], size: tuple[int, int]) -> None:
    assert shoot(app, *keys, size=size)


def shifts() -> PreparedApp:
    """Five accounts of a strike, of which some paragraphs stand alone."""
    names = ("Gazette", "Coast Wire", "Island Radio", "Courier", "Evening Herald")
    articles = [
        Article(
            name,
            (
                "The night shift at the Oldhaven works walked out on Monday.",
                f"“We were not asked,” a spokesman told the {name}. " + "The talks go on. " * number,
                f"Only the {name} was let in: {number + 3} furnaces are cold.",
                "The owners say that deliveries are not affected.",
            ),
            title=f"Walk-out at the Oldhaven works, part {number + 1}",
        )
        for number, name in enumerate(names)
    ]
    comparison = bare(articles)
    keys = "ABCDE"
    reports = {
        f"{key}{n}.1": tuple(
            Report(other, Level.FULL, 0.9, (f"{other}{n}.1",)) for other in keys if other != key
        )
        for key in keys
        for n in (1, 4)
    }
    together = [AlignmentGroup(n, dict.fromkeys(keys, (n,)), 1.0) for n in (0, 1, 3)]
    alone = [
        AlignmentGroup(i, {k: (2,) if k == key else () for k in keys}, 0) for i, key in enumerate(keys, 9)
    ]
    return PreparedApp(replace(with_reports(comparison, reports), groups=(*together, *alone)))


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        pytest.param(("d",), (200, 50), id="differences-200x50"),
        pytest.param(("2", "p"), (60, 20), id="path-60x20"),
        pytest.param(("2", "p"), (200, 50), id="path-200x50"),
        pytest.param(("v", "p"), (200, 50), id="path-aligned-200x50"),
    ],
)
def test_five_articles(shoot: Shoot, keys: tuple[str, ...], size: tuple[int, int]) -> None:
    assert shoot(shifts, *keys, size=size)


@pytest.mark.parametrize(
    ("make", "keys", "size"),
    [
        pytest.param(shifts, ("v", "d"), (140, 40), id="differences-aligned-140x40"),
        pytest.param(app, (">", "L", "J", "2"), (140, 40), id="moved-and-unlinked-140x40"),
        pytest.param(app, ("/", "alt+r", *"ferr(y|ies)"), (80, 24), id="pattern-80x24"),
    ],
)
def test_a_state(
    shoot: Shoot, make: Callable[[], PreparedApp], keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    assert shoot(make, *keys, size=size)


def test_other_widths(shoot: Shoot) -> None:
    assert shoot(shifts, "x", "x", "ctrl+right", "ctrl+right", size=(200, 50))


def test_a_selection(shoot: Shoot) -> None:
    async def draw_over(pilot: Any) -> None:
        canvas = pilot.app.navigation.compare_screen.canvas
        await pilot.mouse_down(canvas, offset=(56, 3))
        await pilot.hover(canvas, offset=(60, 7))
        await pilot.mouse_up(canvas, offset=(60, 7))

    assert shoot(app, size=(140, 40), prepare=draw_over)


def test_the_heading_of_a_tall_row(shoot: Shoot) -> None:
    def make() -> PreparedApp:
        tall = Article("Tall", ("It rained in Oldhaven. " * 90, "It stopped."))
        return PreparedApp(bare((tall, Article("Short", ("It rained.", "It stopped.")))))

    assert shoot(make, "v", "pagedown", "pagedown", size=(100, 24))


def test_before_the_comparison_is_there(shoot: Shoot) -> None:
    assert shoot(lambda: Unready(with_caution(story())))


def test_in_the_light_theme(shoot: Shoot) -> None:
    assert shoot(app, "]", "c", size=(140, 40), theme="rashomon-light")


def test_in_a_theme_that_is_not_ours(shoot: Shoot) -> None:
    assert shoot(app, "]", "c", size=(140, 40), theme="nord")


def test_without_colour(shoot: Shoot) -> None:
    assert shoot(app, "]", "c", size=(140, 40), no_color=True)


def test_a_waiting_key(shoot: Shoot) -> None:
    assert shoot(app, "]")


def test_wide_characters(shoot: Shoot) -> None:
    def make() -> PreparedApp:
        first, second, _ = (source.article for source in story().sources)
        kanji = replace(
            first,
            title="港が再開",
            paragraphs=("港は火曜日に再開した。漢字はここまで。", "👩\u200d👩\u200d👧 e\u0301"),
        )
        return PreparedApp(unmatched(kanji, second))

    assert shoot(make)
