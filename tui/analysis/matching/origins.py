"""Sources that have one and the same text: long verbatim runs give them one origin."""

from __future__ import annotations

from tui.analysis.text.story import Story

_SHINGLE = 8  # words in a row; shorter runs are shared by chance and by quotation
_LEAST_SHARED = 0.5  # of the shorter text


def find_origins(story: Story) -> list[int]:
    """Number the origin of each source, from 1, in order of first appearance.

    Two sources share an origin when at least half of the shorter one's runs of eight words stand in the other
    (shingling: Broder 1997, "On the resemblance and containment of documents").
    """
    shingles = [_shingles(story, source) for source in range(len(story.articles))]
    found: list[int] = []
    for source, own in enumerate(shingles):
        same = next((o for o in range(source) if _contained(own, shingles[o]) >= _LEAST_SHARED), None)
        found.append(max(found, default=0) + 1 if same is None else found[same])
    return found


def _shingles(story: Story, source: int) -> set[tuple[str, ...]]:
    words = [
        token.norm
        for position in story.of_source[source]
        for token in story.units[position].tokens
        if token.is_word
    ]
    return {tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)}


def _contained(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
