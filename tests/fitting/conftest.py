"""Annotated triples in small, in the form that the scripts read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.analysis.text.story import Story
from tui.model import Article

SHUT = "The Sarn bridge was closed on Tuesday after engineers found four cracks."
CLOSED = "Engineers shut the bridge over the Sarn on Tuesday because of 4 cracks."
BRIEF = "The bridge over the Sarn is closed."
COST = "Mayor Edna Holm said the repair will cost 3 million crowns."
FERRY = "A ferry for 60 cars will run from Friday, the road office said."
FALCON = "A falcon nested on the roof of the town hall this spring."
FULL, PARTIAL = 2, 1
STORIES = {
    "one": ((SHUT, COST), (CLOSED, FERRY), (BRIEF, FALCON)),
    "two": ((COST, CLOSED), (FALCON, SHUT), (FERRY, BRIEF)),
    "three": ((FERRY, SHUT, FALCON), (BRIEF, COST), (CLOSED,)),
}
LEVELS = {(SHUT, CLOSED): FULL, (CLOSED, SHUT): FULL, (BRIEF, SHUT): FULL, (BRIEF, CLOSED): FULL}
LEVELS |= {(SHUT, BRIEF): PARTIAL, (CLOSED, BRIEF): PARTIAL}
CIRCLED = {COST: "3 million crowns", FERRY: "A ferry for 60 cars", FALCON: "A falcon"}


@pytest.fixture(scope="session")
def triples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three stories of three sources, annotated."""
    folder = tmp_path_factory.mktemp("triples")
    (folder / "tasks").mkdir()
    for name, bodies in STORIES.items():
        task, gold = annotated(bodies)
        (folder / "tasks" / f"{name}.json").write_text(json.dumps(task), "utf-8")
        (folder / f"{name}.json").write_text(json.dumps(gold), "utf-8")
    return folder


def annotated(bodies: tuple[tuple[str, ...], ...]) -> tuple[dict[str, object], dict[str, object]]:
    """A task and its annotation: who supports whom, by ``LEVELS``, and the spans of ``CIRCLED``."""
    units = Story.of([Article(f"source {n}", body) for n, body in enumerate(bodies)]).units
    sources = [
        {
            "key": key,
            "name": f"source {number}",
            "paragraphs": bodies[number],
            "sentences": [
                {"id": unit.id, "p": unit.paragraph, "start": unit.start, "end": unit.end}
                for unit in units
                if unit.source == number
            ],
        }
        for number, key in enumerate("ABC")
    ]
    support: dict[str, dict[str, tuple[int, list[str]]]] = {}
    for unit in units:
        verdicts = support[unit.id] = {}
        for number, key in enumerate("ABC"):
            if number != unit.source:
                by = [o for o in units if o.source == number and (unit.text, o.text) in LEVELS]
                level = max((LEVELS[unit.text, other.text] for other in by), default=0)
                verdicts[key] = (level, [other.id for other in by])
    spans = [{"s": unit.id, "text": CIRCLED[unit.text]} for unit in units if unit.text in CIRCLED]
    nuggets = [{"weight": 3 if unit.text == SHUT else 1, "by": [unit.id]} for unit in units]
    return {"sources": sources}, {"support": support, "unique_spans": spans, "nuggets": nuggets}
