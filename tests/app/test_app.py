"""What the app does for every screen: the session that is kept, the reader's own keys."""

from __future__ import annotations

from pathlib import Path

from stories import HARBOUR, PreparedApp, harbour, screen_text
from textual.pilot import Pilot

from tui.app import RashomonApp
from tui.keys.keymap import remapped
from tui.session import Choices, Session
from tui.session.store import Store


def kept(folder: Path) -> Store:
    return Store(HARBOUR, folder)


def told(app: RashomonApp) -> str:
    return " ".join(notification.message for notification in app._notifications)


async def until_saved(pilot: Pilot[None], store: Store) -> Session:
    while (session := store.restore().session) is None:
        await pilot.pause(0.05)
    return session


async def test_a_decision_is_saved_while_the_app_goes_on(tmp_path: Path) -> None:
    app = PreparedApp(harbour())
    app.state.store = kept(tmp_path)
    async with app.run_test() as pilot:
        app.state.decide(Choices(words=70))
        assert (await until_saved(pilot, app.state.store)).choices.words == 70


async def test_what_was_restored_holds(tmp_path: Path) -> None:
    app = RashomonApp(HARBOUR, session=Session(Choices().note("A1", "ask")), store=kept(tmp_path))
    async with app.run_test():
        assert app.state.session.choices.notes == {"A1": "ask"}
    app.state.save()
    assert list(tmp_path.iterdir()) == []  # nothing was decided, so nothing is written


async def test_a_session_that_cannot_be_saved_is_told(tmp_path: Path) -> None:
    app = PreparedApp(harbour())
    app.state.store = Store(HARBOUR, tmp_path, tmp_path / "file" / "session.json")
    (tmp_path / "file").write_text("in the way")
    async with app.run_test(size=(100, 24)) as pilot:
        app.state.decide(Choices(words=70))
        while "The session cannot be saved" not in told(app):
            await pilot.pause(0.05)
        await pilot.press("j")
        assert app.state.session.choices.words == 70


async def test_what_changed_since_the_last_time_is_told() -> None:
    app = RashomonApp(HARBOUR, notices=("“[/oops]” has changed since you last read it.",))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert "“[/oops]” has changed" in told(app)


async def test_the_readers_own_keys_take_the_place_of_the_programs() -> None:
    app = PreparedApp(
        harbour(), table=remapped({"app": {"facts": ["f5"]}, "compare": {"next_unique": ["U"]}})
    )
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f", "U")
        assert app.screen is app.navigation.compare_screen
        assert app.navigation.compare_screen.canvas.place.span is not None
        await pilot.press("f5")
        assert app.screen is not app.navigation.compare_screen


async def test_help_and_footer_tell_the_readers_own_keys() -> None:
    app = PreparedApp(harbour(), table=remapped({"app": {"summary": ["f5"], "facts": []}}))
    async with app.run_test(size=(140, 100)) as pilot:
        assert "f5 Summary" in screen_text(app)
        await pilot.press("question_mark")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert any("f5" in line and "Summary: the merged text" in line for line in lines)
        assert any("none" in line and "Facts: every fact" in line for line in lines)
