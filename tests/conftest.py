from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from textual import constants
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.notifications import Notification
from textual.pilot import Pilot
from textual.widgets import Input

# A slow machine is no reason to fail: what is tested is what comes out, not how fast.
settings.register_profile("rashomon", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rashomon")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Start two workers a core: a test that presses keys waits about as long as it computes."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 2 * cores


@pytest.fixture(autouse=True)
def _no_settings_and_sessions_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests neither read nor write what belongs to the person who runs them."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / ".state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))


parse_rules = Stylesheet._parse_rules
parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def parse_rules_once(sheet: Stylesheet, css: str, *args: Any, **options: Any) -> list[RuleSet]:
    """Parse a style sheet as Textual does, but once for all apps: theirs are the same."""
    key = (css, args, *options.values(), frozenset(sheet._variables.items()))
    if key not in parsed:
        parsed[key] = parse_rules(sheet, css, *args, **options)
    return parsed[key]


@pytest.fixture(autouse=True)
def _steady_app(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TEXTUAL"):  # read when an App is built
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(constants, "FILTERS", "")
    monkeypatch.setattr(Notification, "time_left", 600.0)  # no toast goes, however slow the machine
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)  # the cursor stays drawn
    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_rules_once)


@pytest.fixture
def shoot(snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:
    """Compare a screenshot of what ``make()`` builds, after ``keys``, once every worker is done.

    ``make`` is called after NO_COLOR is set, since an App reads it when it is built.
    """

    def compare(
        make: Callable[[], App[Any]],
        *keys: str,
        size: tuple[int, int] = (80, 24),
        theme: str | None = None,
        no_color: bool = False,
        prepare: Callable[[Pilot[Any]], Awaitable[None]] | None = None,
    ) -> bool:
        if no_color:
            monkeypatch.setenv("NO_COLOR", "1")
        app = make()

        async def run_before(pilot: Pilot[Any]) -> None:
            if theme is not None:
                app.theme = theme
            await pilot.pause()  # widgets measure 0x0 before the first layout
            await app.workers.wait_for_complete()
            await pilot.pause()
            if prepare is not None:
                await prepare(pilot)
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=run_before)

    return compare
