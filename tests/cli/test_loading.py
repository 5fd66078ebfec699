from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tui.cli import main


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("tui.cli.open_app.need_terminal", lambda **_: None)


def test_what_is_loaded_is_never_searched_for_garbage_and_what_comes_after_is(
    monkeypatch: pytest.MonkeyPatch,
):
    running: list[tuple[bool, bool]] = []
    frozen = gc.get_freeze_count()
    monkeypatch.setattr(
        "tui.cli.open_app.run",
        lambda _: running.append((gc.isenabled(), gc.get_freeze_count() > frozen)),
    )
    try:
        assert main([]) == 0
    finally:
        gc.unfreeze()
    assert running == [(True, True)]


def test_garbage_is_collected_after_a_failed_start(tmp_path: Path):
    assert main(["--session", str(tmp_path / "nowhere" / "session.json")]) == 2
    assert gc.isenabled()
