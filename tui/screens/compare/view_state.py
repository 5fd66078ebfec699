"""Conversion between the canvas and the view that a session keeps, which names places by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.ids import paragraph_id, parse, sentence_id
from tui.model import Article
from tui.session import ViewState
from tui.widgets.marks import Place
from tui.widgets.scene import Scene


def place_of(identifier: str, articles: Sequence[Article]) -> Place | None:
    """The place of a sentence or a paragraph; None where these articles have no such paragraph."""
    try:
        source, paragraph, sentence = parse(identifier)
    except ValueError:
        return None
    if source >= len(articles) or paragraph >= len(articles[source].paragraphs):
        return None
    return Place(source, paragraph, sentence or 0)


def restore(scene: Scene, view: ViewState) -> None:
    """Arrange a scene that was not shown yet as the view says; what fits it no longer is left out."""
    layout = scene.layout
    index = {key: number for number, key in enumerate(scene.keys)}
    named = dict.fromkeys(index[key] for key in view.columns if key in index)
    layout.order = tuple(dict.fromkeys((*named, *range(len(scene.keys)))))
    layout.hidden = frozenset(index[key] for key in view.hidden if key in index)
    if len(layout.hidden) == len(scene.keys):
        layout.hidden = frozenset()
    layout.weights = {
        index[key]: weight for key, weight in view.widths.items() if key in index and weight > 0
    }
    layout.view = "aligned" if view.aligned else "reading"
    scene.scroll.linked = view.linked
    layout.folds.filter = "differences" if view.differences_only else "path" if view.shortest_path else ""
    place = place_of(view.sentence or "", scene.articles) or Place(0, 0)
    scene.cursor.place = Place(layout.unhidden[0], 0) if place.source in layout.hidden else place
    layout.zoomed = view.zoomed
    layout.folds.base = index.get(view.path_from or "", scene.place.source)
    tops = [place_of(paragraph, scene.articles) for paragraph in view.tops.values()]
    scene.scroll.begin_at({top.source: top.paragraph for top in tops if top})


def view_of(scene: Scene, letters: dict[str, str], before: ViewState) -> ViewState:
    """The view as it is now; what does not lie on this screen is as it was ``before``."""
    keys, place = scene.keys, scene.place
    natural = tuple(range(len(keys)))
    tops = scene.scroll.uppermost(scene.columns)
    return replace(
        before,
        sentence=sentence_id(*place[:3]) if place[:3] != (0, 0, 0) else None,
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
        tops={} if scene.linked else {keys[s]: paragraph_id(s, n) for s, n in sorted(tops.items())},
    )
