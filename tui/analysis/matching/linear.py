"""Logistic regression: the chance that something holds, from named features and readable coefficients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Logistic:
    """``log odds = intercept + Σ coefficient · (feature - mean) / spread``; NaN adds nothing."""

    names: tuple[str, ...]
    intercept: float
    mean: Array
    spread: Array
    coefficient: Array

    @classmethod
    def from_dict(cls, names: Sequence[str], values: Mapping[str, Any]) -> Logistic:
        """The regression over ``names`` as ``to_dict`` writes it.

        Raises:
            KeyError: a name has no coefficient.
        """
        rows = [values["features"][name] for name in names]
        mean, spread, coefficient = (
            np.array([row[part] for row in rows], float) for part in ("mean", "spread", "coefficient")
        )
        return cls(tuple(names), float(values["intercept"]), mean, spread, coefficient)

    def to_dict(self) -> dict[str, Any]:
        """The regression as plain numbers, rounded."""
        parts = zip(self.names, self.mean, self.spread, self.coefficient, strict=True)
        return {
            "intercept": round(self.intercept, 4),
            "features": {
                name: {
                    "coefficient": round(float(coefficient), 4),
                    "mean": round(float(mean), 4),
                    "spread": round(float(spread), 4),
                }
                for name, mean, spread, coefficient in parts
            },
        }

    def odds(self, features: Array) -> Array:
        """The log odds, from an array whose last axis is the features."""
        scaled = (features - self.mean) / self.spread
        return np.asarray(np.nan_to_num(scaled) @ self.coefficient + self.intercept)

    def chance(self, features: Array) -> Array:
        """The chance, 0–1, from an array whose last axis is the features."""
        return sigmoid(self.odds(features))


def sigmoid(odds: Array) -> Array:
    """The chances (0–1) that log odds stand for."""
    return np.asarray(1 / (1 + np.exp(-odds)))
