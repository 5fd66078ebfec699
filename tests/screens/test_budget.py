from __future__ import annotations

import pytest

from tui.model import Coverage, Summary, SummaryLine
from tui.screens.budget import heading, stepped
from tui.session import Choices


def summary(carried: int, shared: int) -> Summary:
    return Summary(120, (SummaryLine("A1.1", "The pier burnt down."),), (), Coverage(9, shared, carried))


@pytest.mark.parametrize(
    ("wanted", "carried", "shared", "shorter"),
    [
        (0.8, 4, 5, 0.6),  # with a line less it is three of five
        (0.8, 16, 20, 0.7),
        (0.7, 4, 5, 0.6),
        (1.0, 5, 5, 0.8),
        (1.0, 3, 5, 0.4),  # more could not be had
        (0.5, 19, 20, 0.4),
        (0.2, 1, 5, 0.1),
        (0.1, 1, 5, 0.1),
    ],
)
def test_a_shorter_share_lets_at_least_one_fact_go(
    wanted: float, carried: int, shared: int, shorter: float
) -> None:
    choices = Choices().budget_of_share(wanted)
    assert stepped(choices, summary(carried, shared), -1).share == pytest.approx(shorter)


@pytest.mark.parametrize(
    ("wanted", "carried", "longer"), [(0.7, 4, 0.9), (0.2, 1, 0.3), (0.9, 5, 1.0), (1.0, 5, 1.0)]
)
def test_a_longer_share_is_more_than_is_carried(wanted: float, carried: int, longer: float) -> None:
    choices = Choices().budget_of_share(wanted)
    assert stepped(choices, summary(carried, 5), 1).share == pytest.approx(longer)


@pytest.mark.parametrize(
    ("wanted", "told", "short"),
    [
        (0.7, "80% of the shared facts, at least 70% wanted", "80% shared, ≥70% wanted"),
        (0.8, "80% of the shared facts, 80% wanted", "80% shared, 80% wanted"),
        (1.0, "80% of the shared facts, 100% wanted", "80% shared, 100% wanted"),
    ],
)
def test_the_heading_says_whether_the_share_wanted_is_the_least(wanted: float, told: str, short: str) -> None:
    choices = Choices().budget_of_share(wanted)
    assert heading(choices, summary(4, 5), 100).plain.startswith(f"Summary  {told}")
    assert heading(choices, summary(4, 5), 30).plain.startswith(f"Summary  {short}")
