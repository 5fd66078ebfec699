"""The state without any screen: what was found under what was decided, and who hears of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from canal import BARGE, CANAL, GATE, of
from stories import PreparedAnalysis

from tui import analysis
from tui.model import Correction, Level
from tui.session import Choices, ViewState
from tui.session.store import Store
from tui.state.app_state import AppState
from tui.state.signal import Signal


@pytest.fixture
def state() -> AppState:
    found = of(CANAL, BARGE, GATE)
    state = AppState(tuple(source.article for source in found.sources))
    state.set_analysis(PreparedAnalysis(found))
    return state


def heard(signal: Signal) -> list[None]:
    calls: list[None] = []
    signal.follow(lambda: calls.append(None))
    return calls


def at_once(function: Callable[..., Any], *arguments: object) -> None:
    function(*arguments)


def test_a_correction_changes_the_comparison_and_undoing_it_changes_it_back(state: AppState) -> None:
    revised, decided = heard(state.comparison_changed), heard(state.choices_changed)
    sentence = next(s for s in state.comparison.sentences.values() if s.report("B"))
    state.decide(Choices().correct(Correction(sentence.id, "B", None)))
    assert state.comparison.sentences[sentence.id].report("B").level is Level.NONE
    assert state.undo()
    assert state.comparison is state.found
    assert (len(revised), len(decided)) == (2, 2)


def test_a_note_is_a_decision_that_leaves_the_comparison_alone(state: AppState) -> None:
    revised, decided = heard(state.comparison_changed), heard(state.choices_changed)
    state.decide(Choices().note("A1", "ask"))
    assert (len(revised), len(decided)) == (0, 1)


def test_another_view_is_no_decision(state: AppState) -> None:
    decided, changed = heard(state.choices_changed), heard(state.session_changed)
    state.set_view(ViewState(sentence="A1.2"))
    assert (len(decided), len(changed)) == (0, 1)
    assert not state.undo()


def test_who_follows_no_longer_hears_nothing() -> None:
    signal, calls = Signal(), []
    unfollow = signal.follow(lambda: calls.append("called"))
    signal.send()
    unfollow()
    signal.send()
    assert calls == ["called"]


def test_a_session_is_written_only_where_it_has_changed(state: AppState, tmp_path: Path) -> None:
    state.store = Store(state.articles, tmp_path)
    state.save()
    assert state.is_saved
    assert list(tmp_path.iterdir()) == []
    state.decide(Choices(words=70))
    assert not state.is_saved
    state.save()
    assert state.is_saved
    assert state.store.restore().session.choices.words == 70


async def test_what_the_analysis_finds_arrives_with_its_progress(
    state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, seen = state.analysis, []

    def analyse(*_: object, progress: Callable[[str, float], None], **__: object) -> PreparedAnalysis:
        progress("overlap", 0.5)
        return found

    monkeypatch.setattr(analysis, "analyse", analyse)
    state.set_analysis(None)
    state.comparing.changed.follow(lambda: seen.append(state.comparing.progress))
    await state.compare(at_once)
    assert state.analysis is found
    assert seen == [("starting", 0.0), ("overlap", 0.5), None]


async def test_an_analysis_that_fails_leaves_a_sentence(
    state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def analyse(*_: object, **__: object) -> PreparedAnalysis:
        raise ValueError("no words")

    monkeypatch.setattr(analysis, "analyse", analyse)
    state.set_analysis(None)
    await state.compare(at_once)
    assert state.comparison is None
    assert "ValueError: no words" in state.comparing.failure
    assert not state.comparing.too_long


async def test_a_comparison_that_was_stopped_does_not_arrive(
    state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, go_on = state.analysis, Event()

    def analyse(*_: object, **__: object) -> PreparedAnalysis:
        go_on.wait(30)
        return found

    monkeypatch.setattr(analysis, "analyse", analyse)
    state.set_analysis(None)
    comparing = asyncio.create_task(state.compare(at_once))
    await asyncio.sleep(0)
    state.comparing.stop()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await comparing
    assert state.comparison is None
    assert state.comparing.failure == "There is no comparison: you stopped it."
    assert state.comparing.progress is None
