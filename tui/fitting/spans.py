"""Fit the coefficients of ``tui/analysis/facts/spans.py`` anew from annotated triples (see ``annotated.py``).

    python -m tui.fitting.spans FOLDER [--write]

Ridge regression of the character F1 between a candidate and the circled span nearest to it. Prints,
leave-one-story-out, the correlation of prediction and match and how well the best candidate of a sentence
fits.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.analysis.facts.facts import novel_tokens
from tui.analysis.facts.spans import FEATURES, Span, candidates
from tui.analysis.matching.overlap import measure
from tui.analysis.text.story import Unit
from tui.fitting.annotated import Triple, read_triples

_PENALTY = 5.0
TARGET = Path(__file__).parent.parent / "data" / "spans.json"
Rows = list[tuple[NDArray[np.floating[Any]], NDArray[np.float64]]]  # a sentence's features and matches


def sentences(triple: Triple) -> Rows:
    """Features and matches of the candidates of every sentence that no other source reports in full."""
    story = triple.story
    overlap = measure(story)
    rows = []
    for position, unit in enumerate(story.units):
        if triple.level(unit) < 2:
            found, features = candidates(unit.tokens, *novel_tokens(story, overlap, position))
            circled = triple.circled(unit)
            if found:
                rows.append((features, np.array([_match(unit, span, circled) for span in found])))
    return rows


def _match(unit: Unit, span: Span, circled: list[tuple[int, int]]) -> float:
    start, end = unit.tokens[span[0]].start, unit.tokens[span[1] - 1].end
    return max(
        (2 * max(0, min(end, b) - max(start, a)) / (end - start + b - a) for a, b in circled), default=0.0
    )


def ridge(rows: Rows) -> tuple[NDArray[np.float64], float]:
    """Coefficients and intercept (Hoerl & Kennard 1970), features standardised for the penalty."""
    features, target = np.concatenate([x for x, _ in rows]), np.concatenate([y for _, y in rows])
    mean, spread = features.mean(0), features.std(0) + 1e-6
    scaled = (features - mean) / spread
    square = scaled.T @ scaled + _PENALTY * np.eye(len(FEATURES))
    solved = np.linalg.solve(square, scaled.T @ (target - target.mean())) / spread
    return solved, float(target.mean() - solved @ mean)


def main() -> None:
    """Fit, print the held-out figures and, if asked, write the coefficients."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help=f"replace {TARGET.name}")
    args = parser.parse_args()
    stories = [sentences(triple) for triple in read_triples(args.folder)]
    predicted, matched, best = [], [], []
    for held_out, rows in enumerate(stories):
        solved, intercept = ridge(
            [row for other, kept in enumerate(stories) if other != held_out for row in kept]
        )
        for features, matches in rows:
            ratings = features @ solved + intercept
            predicted.append(ratings)
            matched.append(matches)
            if matches.any():
                best.append(matches[int(ratings.argmax())])
    correlation = np.corrcoef(np.concatenate(predicted), np.concatenate(matched))[0, 1]
    print(f"leave-one-story-out: correlation {correlation:.3f}, F1 of the best candidate {np.mean(best):.3f}")
    solved, intercept = ridge([row for rows in stories for row in rows])
    named = zip(FEATURES, solved, strict=True)
    model = {
        "what": "ridge regression of a span's match with what an annotator circled; by tui/fitting/spans.py",
        "intercept": round(intercept, 4),
        "coefficients": {name: round(float(value), 4) for name, value in named},
    }
    print(json.dumps(model, indent=1))
    if args.write:
        TARGET.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
