"""Fit the weights of ``tui/analysis/facts/spans.py`` anew from annotated triples (see ``annotated.py``).

    python -m tui.fitting.spans FOLDER [--write]

Ridge regression of the character F1 between a candidate and the circled span nearest to it. Prints,
leave-one-story-out, the correlation of prediction and match and how well the best candidate of a sentence
fits.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.analysis.facts.facts import token_novelty
from tui.analysis.facts.spans import SPAN, TokenSpan, candidate_spans
from tui.analysis.linear import LinearModel, Weights
from tui.analysis.matching.overlap import measure_overlap
from tui.analysis.text.story import Unit
from tui.fitting.annotated import Triple, read_triples
from tui.fitting.linear import Sample, arguments, fit, publish

_PENALTY = 5.0


def sentences(triple: Triple) -> list[Sample]:
    """Features and matches of the candidates of every sentence that no other source reports in full."""
    story = triple.story
    overlap = measure_overlap(story)
    samples = []
    for position, unit in enumerate(story.units):
        if triple.level(unit) < 2:
            found, features = candidate_spans(unit.tokens, *token_novelty(story, overlap, position))
            circled = triple.circled(unit)
            if found:
                samples.append((features, np.array([_match(unit, span, circled) for span in found])))
    return samples


def _match(unit: Unit, span: TokenSpan, circled: Sequence[tuple[int, int]]) -> float:
    """The best character F1 (0–1) of a span with a circled one."""
    start, end = unit.tokens[span[0]].start, unit.tokens[span[1] - 1].end
    return max(
        (2 * max(0, min(end, b) - max(start, a)) / (end - start + b - a) for a, b in circled), default=0.0
    )


def train(stories: Sequence[Sequence[Sample]]) -> LinearModel:
    """Fit the regression to the sentences of stories."""
    return fit(SPAN, [sample for story in stories for sample in story], penalty=_PENALTY, logistic=False)


def main() -> None:
    """Fit, print the held-out figures and, if asked, write the weights."""
    args = arguments(__doc__, "folder")
    stories = [sentences(triple) for triple in read_triples(args.folder)]
    predicted, matched, best = [], [], []
    for held_out, story in enumerate(stories):
        model = train(stories[:held_out] + stories[held_out + 1 :])
        for features, matches in story:
            ratings = model.predict(features)
            predicted.append(ratings)
            matched.append(matches)
            if matches.any():
                best.append(matches[int(ratings.argmax())])
    correlation = np.corrcoef(np.concatenate(predicted), np.concatenate(matched))[0, 1]
    print(f"leave-one-story-out: correlation {correlation:.3f}, F1 of the best candidate {np.mean(best):.3f}")
    what = "ridge regression: how well a span matches what an annotator circled"
    publish("spans", what, Weights({"span": train(stories)}, {}), write=args.write)


if __name__ == "__main__":
    main()
