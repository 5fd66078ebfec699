"""The order in which articles are given changes nothing but their letters."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import permutations

import pytest

from tui import Article, Comparison, compare
from tui.ids import source_of
from tui.model import Conflict, Passage
from tui.reading import read_articles
from tui.reading.samples import sample_paths

FERRY = (
    """The ferry Halden struck the pier of Tavira Bay on Monday, injuring twelve passengers.

“The engines did not answer,” captain Ilse Brandt said. Divers found two cracks in the hull.

The harbour reopens on Thursday, the council announced.""",
    """Twelve people were injured when a ferry hit the pier at Tavira Bay on Monday.

Captain Ilse Brandt said: “The engines did not answer.” Three cracks were found by divers in its hull.

Reopening of the harbour was announced for Friday.""",
    """A passenger ferry collided with a pier in Tavira Bay; fifteen passengers suffered injuries.

The council is announcing that the harbours reopen on Thursday. Owners of the ferries declined to comment.

Brandt, the captain, had passed a medical examination in March.""",
)
MINE = (
    """Miners at Orsk walked out on Tuesday over pay. The union asks for 8 percent.

The company offered 3 percent, manager Leo Roe said. Talks continue on Friday in Monvale.""",
    """Workers of the Orsk mine are striking for higher pay. Their union demands 8%.

Leo Roe, who manages the mine, offered 4 percent. “We can pay no more,” he said.""",
    """The Orsk mine stands still: its miners strike. Shares of the company fell by a tenth.

“We can pay no more,” Roe said. The unions will meet him on Friday in Monvale.""",
)
ORCHARD = (
    """The apple harvest in Monvale will be the best in a decade. Growers expect 40,000 tonnes.

Warm nights in May spared the blossoms. Pickers are hard to find.""",
    """The apple harvest in Monvale will be the best in a decade. Growers are expecting 40,000 tonnes.

Prices are falling. A picker earns 14 crowns an hour.""",
    """The apple harvest in Monvale will be the best in a decade. Pickers are hard to find.

The chamber of agriculture expects 45,000 tonnes of apples. Blossoming was spared by warm nights.""",
)
SAMPLES = "samples"


def told(bodies: Sequence[str]) -> list[Article]:
    return [Article.from_text(body, name=f"source {number}") for number, body in enumerate(bodies)]


def of_all(comparison: Comparison) -> dict[str, Hashable]:
    """What a comparison says, its sources called by their names."""
    name = {source.key: source.article.name for source in comparison.sources}

    def place(sentence: str) -> Hashable:
        key = source_of(sentence)
        return name[key], sentence.removeprefix(key)

    def passages(found: Sequence[Passage]) -> Hashable:
        return frozenset((place(passage.sentence), passage.start, passage.end) for passage in found)

    def conflict(one: Conflict) -> Hashable:
        sides = frozenset((frozenset(map(name.get, s.sources)), s.text, s.hedge) for s in one.sides)
        return one.kind, one.rule, one.confidence, one.speaker, passages(one.between), sides

    return {
        "reports": frozenset(
            (place(s.id), name[r.source], r.level, round(r.score, 3), tuple(map(place, r.by)))
            for s in comparison.sentences.values()
            for r in s.reports
        ),
        "groups": frozenset(
            frozenset((name[key], paragraphs) for key, paragraphs in group.paragraphs.items())
            for group in comparison.groups
        ),
        "links": frozenset(
            frozenset((name[key], paragraph) for key, paragraph in link.between) for link in comparison.links
        ),
        "facts": frozenset((f.kind, f.text, f.weight, passages(f.passages)) for f in comparison.facts),
        "conflicts": frozenset(map(conflict, comparison.conflicts)),
        "differences": frozenset(map(conflict, comparison.differences)),
        "summary": frozenset(line.text for line in comparison.summary.lines),
    }


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param(lambda: told(FERRY), id="ferry"),
        pytest.param(lambda: told(MINE), id="mine"),
        pytest.param(lambda: told(ORCHARD), id="orchard"),
        pytest.param(lambda: told((FERRY[0], FERRY[0], FERRY[2])), id="a copy"),
        pytest.param(lambda: told((FERRY[0], MINE[0], ORCHARD[0])), id="three stories"),
        pytest.param(lambda: read_articles(sample_paths()), id=SAMPLES),
    ],
)
def test_all_orders_of_the_articles_give_one_comparison(articles: Callable[[], Sequence[Article]]) -> None:
    first, *others = (of_all(compare(order)) for order in permutations(articles()))
    for other in others:
        assert other == first
