"""Linear models over named features: one class and one form of file for all fitted weights."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Floats = NDArray[np.floating[Any]]
Features = Mapping[str, str]
"""The names of features, in the order of their columns, and what each says."""
_DECIMALS = 4  # of weights in files


@dataclass(frozen=True)
class LinearModel:
    """``intercept + Σ coefficient · (feature - mean) / spread``, over the last axis of an array of features.

    NaN stands for a feature that is not to be had, and adds nothing. Predictions have the precision of the
    features.
    """

    names: tuple[str, ...]
    intercept: float
    mean: Array
    spread: Array
    coefficient: Array

    @classmethod
    def from_dict(cls, names: Collection[str], values: Mapping[str, Any]) -> LinearModel:
        """Read the model over ``names`` from what ``to_dict`` gives.

        Raises:
            ValueError: a feature has no weights, or there are weights of an unknown feature.
        """
        known = values["features"]
        if odd := known.keys() ^ set(names):
            raise ValueError(f"features either without weights or unknown: {', '.join(sorted(odd))}")
        mean, spread, coefficient = (
            np.array([known[name][part] for name in names], float)
            for part in ("mean", "spread", "coefficient")
        )
        return cls(tuple(names), float(values["intercept"]), mean, spread, coefficient)

    def to_dict(self) -> dict[str, Any]:
        """The model as plain numbers, rounded."""
        parts = zip(self.names, self.mean, self.spread, self.coefficient, strict=True)
        return {
            "intercept": round(self.intercept, _DECIMALS),
            "features": {
                name: {
                    "coefficient": round(float(coefficient), _DECIMALS),
                    "mean": round(float(mean), _DECIMALS),
                    "spread": round(float(spread), _DECIMALS),
                }
                for name, mean, spread, coefficient in parts
            },
        }

    def predict(self, features: Floats) -> Floats:
        """The linear prediction; of a logistic regression, the log odds."""
        mean, spread, coefficient = (
            part.astype(features.dtype) for part in (self.mean, self.spread, self.coefficient)
        )
        scaled = (features - mean) / spread
        return np.asarray(np.where(np.isnan(scaled), 0, scaled) @ coefficient + self.intercept)

    def probability(self, features: Floats) -> Floats:
        """The probability (0–1) that a logistic regression predicts."""
        return sigmoid(self.predict(features))


@dataclass(frozen=True)
class Weights:
    """What a file of weights holds: models by name, and thresholds (0–1) on what they predict."""

    models: Mapping[str, LinearModel]
    thresholds: Mapping[str, float]

    @classmethod
    def from_dict(cls, features: Mapping[str, Features], values: Mapping[str, Any]) -> Weights:
        """Read the models over ``features`` from what ``to_dict`` gives.

        Raises:
            ValueError: the models or their features are others than these.
        """
        if odd := values["models"].keys() ^ features.keys():
            raise ValueError(f"models either without weights or unknown: {', '.join(sorted(odd))}")
        return cls(
            {name: LinearModel.from_dict(table, values["models"][name]) for name, table in features.items()},
            values["thresholds"],
        )

    def to_dict(self) -> dict[str, Any]:
        """The weights as plain numbers, rounded."""
        return {
            "models": {name: model.to_dict() for name, model in self.models.items()},
            "thresholds": dict(self.thresholds),
        }


def read_weights(name: str, features: Mapping[str, Features]) -> Weights:
    """Read ``tui/data/NAME.json``, which has a model over each table of ``features``.

    Raises:
        ValueError: the models in it or their features are others than these.
    """
    text = resources.files("tui").joinpath(f"data/{name}.json").read_text(encoding="utf-8")
    return Weights.from_dict(features, json.loads(text))


def sigmoid(log_odds: Floats) -> Floats:
    """The probabilities (0–1) that log odds stand for."""
    return np.asarray(1 / (1 + np.exp(-log_odds)))
