"""A reader's whole way through a story, with keys alone, and back to it another day."""

from __future__ import annotations

from pathlib import Path

import pytest
from stories import HARBOUR, PreparedApp, complete, harbour
from textual.pilot import Pilot

from tui.session import Session
from tui.session.store import Store


async def until_made(pilot: Pilot[None]) -> None:
    """The summary is made in a thread."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def read(folder: Path, exported: Path) -> Session:
    app = PreparedApp(complete(harbour()), store=Store(HARBOUR, folder))
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        await pilot.press("]", "c", "w", "-", "escape")  # to a conflict, why, reject a report
        await pilot.press("/", *"ferry", "enter", "n", "escape")
        await pilot.press("m", "a", "f", "down", "escape")
        await pilot.press("c", "-", *"two counts", "enter", "escape")
        await pilot.press("a", *"ask the coast guard", "enter")
        await pilot.press("s")
        await until_made(pilot)
        await pilot.press("P", "down", "space")
        await until_made(pilot)
        await pilot.press("e", "ctrl+u", *exported.name, "enter")
        await until_made(pilot)
        await pilot.press("escape", "escape", "G", "g", "g", "q")
    app.state.save()
    return app.state.session


async def test_everything_is_there_again_on_reopening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    exported = tmp_path / "out.md"
    before = await read(tmp_path / "state", exported)
    choices = before.choices
    assert choices.corrections
    assert [verdict.reason for verdict in choices.verdicts.values()] == ["two counts"]
    assert list(choices.notes.values()) == ["ask the coast guard"]
    assert choices.kept
    assert choices.dropped
    assert before.view.marks.keys() == {"a"}
    assert before.view.sentence is not None
    assert before.view.summary_lines  # moving on in the text takes nothing from the summary
    assert "ask the coast guard" in exported.read_text(encoding="utf-8")

    restored = Store(HARBOUR, tmp_path / "state").restore()
    assert restored.messages == ()
    assert restored.session is not None
    assert restored.session.choices == choices
    assert restored.session.view == before.view

    app = PreparedApp(complete(harbour()), store=Store(HARBOUR, tmp_path / "state"))
    app.state.session = restored.session
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        canvas = app.navigation.compare_screen.canvas
        assert canvas.scene.accounts.marks is not None
        sentence = canvas.scene.accounts.marks.sentence(canvas.place)
        assert sentence is not None
        assert sentence.id == before.view.sentence
        assert app.state.comparison is not None
        assert app.state.comparison.dismissed
