"""Fit a linear model to samples, and write what was fitted to ``tui/data``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from tui.analysis.linear import Array, Floats, LinearModel, Weights, sigmoid

Sample = tuple[Floats, Floats]
"""Features, a row each, and their targets: of one story, or of one sentence."""
_DATA = Path(__file__).parent.parent / "data"
_MOST_STEPS = 25
_CONVERGED = 1e-6  # the largest change of a weight in the last step


def fit(
    names: Iterable[str],
    samples: Sequence[Sample],
    *,
    penalty: float,
    logistic: bool,
    offset_penalty: float | None = None,
) -> LinearModel:
    """Fit a regression with a ridge penalty on standardised features, by Newton's method.

    Args:
        names: the features, in the order of their columns.
        samples: what to fit the model to; NaN stands for a feature that is not to be had.
        penalty: of the squared coefficients (Hoerl & Kennard 1970).
        logistic: whether targets are chances (logistic regression) or values (linear regression).
        offset_penalty: of the squared offsets that each sample has of its own while the model is fitted, so
            that the coefficients tell rows of one sample apart and not one sample from another; the mean of
            the offsets goes into the intercept. None without offsets.
    """
    features = np.concatenate([x for x, _ in samples]).astype(float)
    target = np.concatenate([y for _, y in samples]).astype(float)
    mean, spread = np.nanmean(features, 0), np.nanstd(features, 0)
    spread[spread == 0] = 1
    parts = [np.nan_to_num((features - mean) / spread)]
    if offset_penalty is not None:
        sample = np.repeat(np.arange(len(samples)), [len(y) for _, y in samples])
        parts.append((sample[:, None] == np.arange(len(samples))).astype(float))
    table = np.column_stack([*parts, np.ones(len(target))])
    width, offsets = features.shape[1], table.shape[1] - features.shape[1] - 1
    ridge = np.repeat([penalty, offset_penalty or 0, 0], [width, offsets, 1])
    weights = _newton(table, target, ridge, logistic=logistic)
    intercept = weights[-1] + (weights[width:-1].mean() if offsets else 0)
    return LinearModel(tuple(names), float(intercept), mean, spread, weights[:width])


def _newton(table: Array, target: Array, ridge: Array, *, logistic: bool) -> Array:
    """Weights of the columns that minimise the penalised loss."""
    weights = np.zeros(table.shape[1])
    for _ in range(_MOST_STEPS):
        predicted = np.asarray(sigmoid(table @ weights) if logistic else table @ weights, float)
        variance = predicted * (1 - predicted) if logistic else np.ones(len(target))
        slope = table.T @ (predicted - target) + ridge * weights
        curve = (table * variance[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < _CONVERGED:
            break
    return weights


def arguments(doc: str | None, *folders: str) -> argparse.Namespace:
    """Read the command line of a script: paths, and whether to write what is fitted."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    for folder in folders:
        parser.add_argument(folder, type=Path)
    parser.add_argument("--write", action="store_true", help="replace the weights in tui/data")
    return parser.parse_args()


def publish(name: str, what: str, weights: Weights, *, write: bool) -> None:
    """Print weights in the form of the files in ``tui/data``, and replace ``NAME.json`` there if asked."""
    text = json.dumps({"what": f"{what}; made by tui/fitting/{name}.py", **weights.to_dict()}, indent=1)
    print(text)
    if write:
        (_DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")
