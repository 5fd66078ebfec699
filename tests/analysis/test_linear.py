"""Fitted weights: what a model predicts, and what its file must hold."""

from __future__ import annotations

import numpy as np
import pytest

from tui.analysis.linear import LinearModel, Weights, read_weights

MODEL = LinearModel(("a", "b"), 0.5, np.array([1.0, 2.0]), np.array([1.0, 4.0]), np.array([2.0, 3.0]))


@pytest.mark.parametrize(
    ("features", "predicted"),
    [([1, 2], 0.5), ([2, 2], 2.5), ([1, 6], 3.5), ([3, 6], 7.5), ([1, np.nan], 0.5), ([np.nan, np.nan], 0.5)],
)
def test_features_are_standardised_and_one_that_is_missing_adds_nothing(
    features: list[float], predicted: float
) -> None:
    assert MODEL.predict(np.array(features, float)) == pytest.approx(predicted)
    assert MODEL.probability(np.array(features, float)) == pytest.approx(1 / (1 + np.exp(-predicted)))


@pytest.mark.parametrize("precision", [np.float32, np.float64])
def test_predictions_have_the_precision_of_the_features(precision: type[np.floating]) -> None:
    assert MODEL.predict(np.ones((3, 2), precision)).dtype == precision


def test_what_is_written_is_what_is_read() -> None:
    written = Weights({"point": MODEL}, {"least": 0.3}).to_dict()
    again = Weights.from_dict({"point": {"a": "one", "b": "other"}}, written)
    assert again.thresholds == {"least": 0.3}
    assert again.models["point"].names == MODEL.names
    assert again.models["point"].predict(np.array([3.0, 6.0])) == pytest.approx(7.5)


def test_features_are_read_in_the_order_of_their_table_not_of_the_file() -> None:
    turned = LinearModel.from_dict(("b", "a"), MODEL.to_dict())
    assert turned.predict(np.array([6.0, 3.0])) == pytest.approx(7.5)


@pytest.mark.parametrize(("names", "odd"), [("a", "b"), ("abc", "c"), ("ax", "b, x")])
def test_a_feature_that_the_file_or_the_program_does_not_know_is_an_error(names: str, odd: str) -> None:
    with pytest.raises(ValueError, match=f": {odd}$"):
        LinearModel.from_dict(tuple(names), MODEL.to_dict())


def test_a_model_that_the_file_or_the_program_does_not_know_is_an_error() -> None:
    written = Weights({"point": MODEL}, {}).to_dict()
    table = {"a": "one", "b": "other"}
    with pytest.raises(ValueError, match=r": line$"):
        Weights.from_dict({"point": table, "line": table}, written)
    with pytest.raises(ValueError, match=r": point$"):
        Weights.from_dict({}, written)


def test_weights_of_another_stage_are_refused() -> None:
    with pytest.raises(ValueError, match="models either without weights or unknown"):
        read_weights("spans", {"pair": {"similarity": "of two sentences"}})
