"""Annotated triples: three accounts of one story, with what an annotator marked in them.

A folder holds ``tasks/NAME.json`` (``sources``: key, name, paragraphs, and sentences with id, ``p``
(paragraph index), start and end) and ``NAME.json`` (``support``: for each sentence id and other source a
level 0–2 and the ids that carry it; ``unique_spans``: a sentence id ``s`` and a verbatim ``text``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tui.analysis.figures.number_stems import with_number_stems
from tui.analysis.text.story import Story, Unit
from tui.model import Article


@dataclass(frozen=True)
class Triple:
    """One annotated story, and the program's own reading of it."""

    name: str
    task: dict[str, Any]
    gold: dict[str, Any]

    @cached_property
    def story(self) -> Story:
        """The articles, split into sentences the program's way."""
        return with_number_stems(
            Story.of([Article(s["name"], tuple(s["paragraphs"])) for s in self.task["sources"]])
        )

    @cached_property
    def _marked(self) -> dict[tuple[int, int], list[tuple[int, int, str]]]:
        places: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
        for number, source in enumerate(self.task["sources"]):
            for sentence in source["sentences"]:
                places.setdefault((number, sentence["p"]), []).append(
                    (sentence["start"], sentence["end"], sentence["id"])
                )
        return places

    def ids(self, unit: Unit) -> list[str]:
        """The annotator's sentences that lie in one of ours, or it in them, by more than half."""
        return [
            name
            for start, end, name in self._marked.get((unit.source, unit.paragraph), ())
            if min(end, unit.end) - max(start, unit.start) > 0.5 * min(end - start, unit.end - unit.start)
        ]

    def level(self, unit: Unit) -> int:
        """How fully the best other source reports the sentence, 0 to 2."""
        return max(
            (level for name in self.ids(unit) for level, _ in self.gold["support"].get(name, {}).values()),
            default=0,
        )

    def circled(self, unit: Unit) -> list[tuple[int, int]]:
        """The spans circled in the sentence, as offsets in its paragraph."""
        text = self.story.articles[unit.source].paragraphs[unit.paragraph]
        start_of = {name: start for start, _, name in self._marked.get((unit.source, unit.paragraph), ())}
        spans = []
        for span in self.gold["unique_spans"]:
            if span["s"] in start_of:
                at = text.find(span["text"], start_of[span["s"]])
                spans.append((at, at + len(span["text"])))
        return [(a, b) for a, b in spans if a < unit.end and b > unit.start]


def read_triples(folder: Path) -> Iterator[Triple]:
    """The triples of a folder, by name."""
    for path in sorted(folder.glob("*.json")):
        task = json.loads((folder / "tasks" / path.name).read_text("utf-8"))
        yield Triple(path.stem, task, json.loads(path.read_text("utf-8")))
