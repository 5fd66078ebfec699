"""Words for the reader where there is no comparison."""

from __future__ import annotations

from collections.abc import Sequence

from tui.keys import Action, key_of
from tui.state.app_state import AppState


def why_not_compared(state: AppState, table: Sequence[Action]) -> str:
    """The reason why there is no comparison at this moment, and what helps."""
    failure = state.comparing.failure
    if not failure:
        return "Still comparing the articles …"
    helps = what_helps(state, table)
    return f"{failure} {helps}." if helps else failure


def what_helps(state: AppState, table: Sequence[Action]) -> str:
    """The key that may lead to a comparison where there is none, and what it does; empty without one."""
    if state.comparing.too_long:
        key = key_of(table, "app", "open")
        return f"{key} removes an article" if key and len(state.articles) > 1 else ""
    key = key_of(table, "app", "compare_again")
    return f"{key} compares" if key else ""
