"""Fitting a linear model to samples."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tui.analysis.linear import Weights
from tui.fitting import linear
from tui.fitting.linear import Sample, fit, publish

RANDOM = np.random.default_rng(7)
FEATURES = RANDOM.normal((1, -2), (3, 0.5), (400, 2))
VALUE = 4 + 2 * FEATURES[:, 0] - 3 * FEATURES[:, 1]
CHANCE = 1 / (1 + np.exp(-(1 + 0.5 * FEATURES[:, 0] - FEATURES[:, 1])))


def samples(target: np.ndarray) -> list[Sample]:
    return [(FEATURES[:250], target[:250]), (FEATURES[250:], target[250:])]


def test_without_a_penalty_a_linear_target_is_met() -> None:
    model = fit("ab", samples(VALUE), penalty=0, logistic=False)
    assert model.names == ("a", "b")
    assert model.predict(FEATURES) == pytest.approx(VALUE)
    assert model.coefficient / model.spread == pytest.approx([2, -3])


def test_a_logistic_regression_finds_the_chances() -> None:
    model = fit("ab", samples(CHANCE), penalty=0, logistic=True)
    assert model.probability(FEATURES) == pytest.approx(CHANCE, abs=1e-6)


@pytest.mark.parametrize(("target", "logistic"), [(VALUE, False), (CHANCE, True)])
def test_a_higher_penalty_makes_smaller_coefficients_and_keeps_the_mean(
    target: np.ndarray, logistic: bool
) -> None:
    free, bound = (fit("ab", samples(target), penalty=p, logistic=logistic) for p in (0, 500))
    assert (np.abs(bound.coefficient) < np.abs(free.coefficient)).all()
    predicted = bound.probability(FEATURES) if logistic else bound.predict(FEATURES)
    assert predicted.mean() == pytest.approx(target.mean())


def test_offsets_take_up_how_samples_differ_as_a_whole() -> None:
    apart = [(x, y + 10 * number) for number, (x, y) in enumerate(samples(VALUE))]
    plain = fit("ab", apart, penalty=1e-6, logistic=False)
    offset = fit("ab", apart, penalty=1e-6, logistic=False, offset_penalty=1e-3)
    error = np.abs(offset.coefficient / offset.spread - [2, -3]).max()
    assert error < 1e-3 < np.abs(plain.coefficient / plain.spread - [2, -3]).max()
    assert offset.predict(FEATURES).mean() == pytest.approx(VALUE.mean() + 5, abs=0.1)


def test_a_feature_that_is_missing_here_and_there_is_fitted_to_where_it_is() -> None:
    holes = FEATURES.copy()
    holes[::5, 1] = np.nan
    model = fit("ab", [(holes, VALUE)], penalty=0, logistic=False)
    assert model.coefficient[1] / model.spread[1] == pytest.approx(-3, abs=0.2)


def test_a_feature_that_never_differs_gets_no_weight() -> None:
    constant = np.column_stack([FEATURES, np.full(400, 0.25)])
    model = fit("abc", [(constant, VALUE)], penalty=1.0, logistic=False)
    assert model.coefficient[2] == 0
    assert model.to_dict()["features"]["c"] == {"coefficient": 0.0, "mean": 0.25, "spread": 1.0}


@pytest.mark.parametrize("write", [False, True])
def test_weights_are_printed_and_only_written_where_that_is_asked(
    write: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(linear, "_DATA", tmp_path)
    weights = Weights({"only": fit("ab", samples(VALUE), penalty=1, logistic=False)}, {"least": 0.5})
    publish("stage", "values of a and b", weights, write=write)
    printed = capsys.readouterr().out
    assert json.loads(printed)["what"] == "values of a and b; made by tui/fitting/stage.py"
    again = Weights.from_dict({"only": {"a": "one", "b": "other"}}, json.loads(printed))
    assert again.thresholds == {"least": 0.5}
    written = [path.read_text("utf-8") for path in tmp_path.iterdir()]
    assert written == ([printed] if write else [])
