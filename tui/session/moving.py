"""What becomes of a session when other articles are opened while reading."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Article
from tui.session.choices import Choices
from tui.session.history import Session
from tui.session.identity import identify, matching
from tui.session.rebase import carry_over
from tui.session.store import Restored, Store


def move(
    session: Session,
    before: Sequence[Article],
    now: Sequence[Article],
    store: Store | None = None,
    other: Store | None = None,
) -> tuple[Session, tuple[str, ...]]:
    """The session for the articles ``now``, and what the reader should know about it.

    A session that was kept for exactly these articles is taken up again. Otherwise the one that goes on is
    carried over, or, where none of its articles is open any more, an earlier one is looked for.

    Args:
        session: what was decided about ``before``.
        before: the articles that were open.
        now: the articles that are open from now on.
        store: where ``session`` is kept, None for nowhere.
        other: where the session about ``now`` will be kept.
    """
    old, new = tuple(map(identify, before)), tuple(map(identify, now))
    related = bool(matching(old, new))
    if store is not None and other is not None and other.path != store.path:
        restored = _restored(other) if other.path.exists() or not related else Restored(None)
        if restored.session is not None:
            return restored.session, restored.messages
    if not related:
        return Session(Choices().budget(session.choices.words)), ()
    return carry_over(session, old, new)


def _restored(store: Store) -> Restored:
    try:
        return store.restore()
    except OSError:  # a damaged file that cannot be set aside stays where it is
        return Restored(None)
