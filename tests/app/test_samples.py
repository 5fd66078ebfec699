"""The app on the samples, from files to pictures; the README shows the first of them."""

from __future__ import annotations

from collections.abc import Callable

from tui.app import RashomonApp
from tui.reading import read_articles
from tui.reading.samples import sample_paths

Shoot = Callable[..., bool]


def app() -> RashomonApp:
    return RashomonApp(read_articles(sample_paths()))


def test_the_samples_side_by_side(shoot: Shoot) -> None:
    assert shoot(app, "]", "c", size=(140, 40))


def test_the_samples_in_rows(shoot: Shoot) -> None:
    assert shoot(app, "v", "]", "u", size=(140, 40))


def test_the_summary_of_the_samples(shoot: Shoot) -> None:
    assert shoot(app, "s", size=(80, 24))
