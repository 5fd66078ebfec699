"""What the reader is told where there is no comparison."""

from __future__ import annotations

from tui.keys import key_of
from tui.screens.application import Application


def why_not_compared(application: Application) -> str:
    """Why there is no comparison at this moment, and what helps."""
    failure = application.state.comparing.failure
    if not failure:
        return "Still comparing the articles …"
    helps = what_helps(application)
    return f"{failure} {helps}." if helps else failure


def what_helps(application: Application) -> str:
    """The key that may lead to a comparison where there is none, and what it does; empty without one."""
    state = application.state
    if state.comparing.too_long:
        key = key_of(application.table, "app", "open")
        return f"{key} removes an article" if key and len(state.articles) > 1 else ""
    key = key_of(application.table, "app", "compare_again")
    return f"{key} compares" if key else ""
