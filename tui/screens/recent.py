"""Sets of articles that were read before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.model import Article
from tui.reading.cleaning import one_line
from tui.session.identity import identify
from tui.session.store import Store, recent

MOST_SETS = 9


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """Articles that can be opened together again, by name and path; ``lost`` came from no file."""

    names: tuple[str, ...]
    paths: tuple[str, ...]
    lost: tuple[str, ...] = ()


def recent_sets(store: Store | None, now: Sequence[Article]) -> tuple[ArticleSet, ...]:
    """The sets read last, the newest first, without the one that is open. Reads files."""
    if store is None:
        return ()
    found: dict[tuple[str, ...], ArticleSet] = {}
    opened = tuple(one.path for one in map(identify, now) if one.path)
    for _, articles in recent(store.folder):
        kept = [one for one in articles if one.path and one_line(one.path) == one.path]
        paths = tuple(one.path for one in kept if one.path)
        lost = tuple(one.name for one in articles if one not in kept)
        if paths and paths != opened and paths not in found:
            found[paths] = ArticleSet(tuple(one.name for one in kept), paths, lost)
        if len(found) == MOST_SETS:
            break
    return tuple(found.values())
