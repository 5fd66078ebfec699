"""Between the canvas and the desk of a session: sources and places by their ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.model import Article, source_key
from tui.session import Desk
from tui.widgets.marks import Place
from tui.widgets.scene import Scene

_ID = re.compile(r"([A-Z]+)([1-9]\d*)(?:\.([1-9]\d*))?")


def sentence_id(place: Place) -> str:
    """The id of the sentence at a place."""
    return f"{source_key(place.source)}{place.paragraph + 1}.{place.sentence + 1}"


def place_of(identifier: str, articles: Sequence[Article]) -> Place | None:
    """The place of a sentence or a paragraph; None where these articles have no such paragraph."""
    found = _ID.fullmatch(identifier)
    if found is None:
        return None
    source = next((index for index in range(len(articles)) if source_key(index) == found[1]), None)
    paragraph = int(found[2]) - 1
    if source is None or paragraph >= len(articles[source].paragraphs):
        return None
    return Place(source, paragraph, int(found[3] or 1) - 1)


def restore(scene: Scene, desk: Desk) -> None:
    """Arrange a scene that was not shown yet as the desk says; what fits it no longer is left out."""
    layout = scene.layout
    index = {key: number for number, key in enumerate(scene.keys)}
    named = dict.fromkeys(index[key] for key in desk.columns if key in index)
    layout.order = tuple(dict.fromkeys((*named, *range(len(scene.keys)))))
    layout.hidden = frozenset(index[key] for key in desk.hidden if key in index)
    if len(layout.hidden) == len(scene.keys):
        layout.hidden = frozenset()
    layout.weights = {
        index[key]: weight for key, weight in desk.widths.items() if key in index and weight > 0
    }
    layout.view = "aligned" if desk.aligned else "reading"
    scene.scroll.linked = desk.linked
    layout.folds.filter = "differences" if desk.differences_only else "path" if desk.shortest_path else ""
    place = place_of(desk.sentence or "", scene.articles) or Place(0, 0)
    scene.cursor.place = Place(layout.unhidden[0], 0) if place.source in layout.hidden else place
    layout.zoomed = desk.zoomed
    layout.folds.base = index.get(desk.path_from or "", scene.place.source)
    tops = [place_of(paragraph, scene.articles) for paragraph in desk.tops.values()]
    scene.scroll.begin_at({top.source: top.paragraph for top in tops if top})


def desk_of(scene: Scene, letters: dict[str, str], before: Desk) -> Desk:
    """The desk as it is arranged now; what does not lie on this screen is as it was ``before``."""
    keys, place = scene.keys, scene.place
    natural = tuple(range(len(keys)))
    tops = scene.scroll.uppermost(scene.columns)
    return replace(
        before,
        sentence=sentence_id(place) if place[:3] != (0, 0, 0) else None,
        marks=dict(letters),
        aligned=scene.view == "aligned",
        linked=scene.linked,
        differences_only=scene.filter == "differences",
        shortest_path=scene.filter == "path",
        path_from=keys[scene.layout.folds.base] if scene.filter == "path" else None,
        zoomed=scene.zoomed,
        columns=() if scene.order == natural else tuple(keys[source] for source in scene.order),
        hidden=frozenset(keys[source] for source in scene.hidden),
        widths={keys[source]: round(weight, 4) for source, weight in sorted(scene.layout.weights.items())},
        tops={} if scene.linked else {keys[s]: f"{keys[s]}{n + 1}" for s, n in sorted(tops.items())},
    )
