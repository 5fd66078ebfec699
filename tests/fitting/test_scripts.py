"""The scripts that fit the weights of the package, on stories in small."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from tests.fitting.conftest import CIRCLED, STORIES
from tui.analysis.facts.spans import SPAN
from tui.analysis.linear import Weights
from tui.analysis.matching.verdicts import MODELS
from tui.analysis.summary.salience import CONCEPT, SENTENCE
from tui.fitting import spans, summary, verdicts
from tui.fitting.annotated import read_triples


def run(
    script: ModuleType,
    *arguments: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> tuple[list[str], dict[str, object]]:
    """What a script prints: its figures, and the weights."""
    monkeypatch.setattr(sys, "argv", ["fit", *map(str, arguments)])
    script.main()
    figures, brace, weights = capsys.readouterr().out.partition("{\n")
    return figures.splitlines(), json.loads(brace + weights)


def test_a_triple_is_read_over_to_the_sentences_of_the_program(triples: Path) -> None:
    read = list(read_triples(triples))
    assert [triple.name for triple in read] == sorted(STORIES)
    for triple in read:
        for unit in triple.story.units:
            assert triple.ids(unit) == [unit.id]
            text = triple.story.articles[unit.source].paragraphs[unit.paragraph]
            circled = [text[start:end] for start, end in triple.circled(unit)]
            assert circled == ([CIRCLED[unit.text]] if unit.text in CIRCLED else [])
            assert triple.level(unit) == (0 if unit.text in CIRCLED else 2)


def test_the_verdicts_are_fitted_to_who_supports_whom(
    triples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, fitted = run(verdicts, triples, monkeypatch=monkeypatch, capsys=capsys)
    assert [line.split("  ")[0] for line in figures] == [
        "unique sentences, F1",
        "reported, F1",
        "levels, weighted kappa",
        "best sentence right",
        "paragraph pairs, F1",
    ]
    weights = Weights.from_dict(MODELS, fitted)
    assert weights.thresholds.keys() == {"partial", "shared", "full", "tie"}
    similarity = weights.models["pair"].names.index("similarity")
    assert weights.models["pair"].coefficient[similarity] > 0


def test_spans_are_fitted_to_what_was_circled(
    triples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, fitted = run(spans, triples, monkeypatch=monkeypatch, capsys=capsys)
    assert figures[0].startswith("leave-one-story-out: correlation ")
    model = Weights.from_dict({"span": SPAN}, fitted).models["span"]
    assert model.coefficient[model.names.index("saying")] < 0  # nobody circled "the road office said"


def test_salience_is_fitted_to_summaries_and_nuggets(
    triples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(summary, "_PARTS", 3)
    stories = tmp_path / "stories.jsonl"
    lines = [
        {
            "sources": [
                {"name": f"source {n}", "title": "The Sarn bridge", "paragraphs": body}
                for n, body in enumerate(bodies)
            ],
            "reference": "Engineers closed the Sarn bridge on Tuesday because of four cracks.",
        }
        for bodies in STORIES.values()
    ]
    stories.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    figures, fitted = run(summary, stories, triples, monkeypatch=monkeypatch, capsys=capsys)
    assert [line.split(":")[0] for line in figures] == ["words", "pairs", "sentences"]
    tables = {"word": CONCEPT, "pair": CONCEPT, "sentence": SENTENCE}
    word = Weights.from_dict(tables, fitted).models["word"]
    assert word.coefficient[word.names.index("titles")] > 0


def test_the_area_under_the_curve_is_the_share_of_pairs_in_the_right_order() -> None:
    target = np.array([0.0, 0.0, 1.0, 1.0])
    assert summary.area(np.array([0.1, 0.2, 0.3, 0.4]), target) == 1
    assert summary.area(np.array([0.4, 0.3, 0.2, 0.1]), target) == 0
    assert summary.area(np.array([0.1, 0.3, 0.2, 0.4]), target) == 0.75
