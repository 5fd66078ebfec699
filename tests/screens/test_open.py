from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from stories import HOSTILE, PreparedApp, harbour, screen_text, settle
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

import tui
from tui.app import RashomonApp
from tui.model import Article
from tui.reading import read_articles
from tui.screens.compare import CompareScreen
from tui.screens.open import OpenScreen
from tui.screens.paste import PasteScreen
from tui.screens.paths import completed, completions
from tui.session import Choices, Session
from tui.session.store import Store

TEXTS = {
    "gazette.txt": "The ferry Marigold ran aground off Brackwater on Tuesday. All 48 passengers are safe.\n\n"
    "An inquiry will open on Friday.\n",
    "wire.txt": "The Marigold ran aground near Brackwater on Tuesday with 52 passengers on board.\n\n"
    "The ferry was built in 1987.\n",
    "radio.md": "A ferry is stuck on the rocks off Brackwater.\n\nTwo tugs will try to pull it free.\n",
}


class ReadingApp(RashomonApp):
    CSS_PATH = Path(tui.__file__).parent / "styles" / "app.tcss"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with three articles."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(texts)
    return texts


@asynccontextmanager
async def reading(
    *names: str, store: bool = True, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    articles = read_articles(names or ("gazette.txt", "wire.txt"))
    kept = Store(articles, Path("../sessions")) if store else None
    app = ReadingApp(articles, store=kept)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def open_file(pilot: Pilot[None], path: str) -> None:
    await press(pilot, "o")
    pilot.app.screen.query_one(Input).value = path
    await settle(pilot)
    await press(pilot, "enter")
    await settle(pilot)


def names(pilot: Pilot[None]) -> list[str]:
    return [article.name for article in pilot.app.state.articles]


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def told(pilot: Pilot[None]) -> str:
    return " ".join(toast.message for toast in pilot.app._notifications)


async def test_a_path_and_enter_add_an_article_and_all_are_compared():
    async with reading(size=(140, 40)) as pilot:
        first = pilot.app.state.comparison
        await open_file(pilot, "radio.md")
        assert names(pilot) == ["gazette", "wire", "radio"]
        assert isinstance(pilot.app.screen, CompareScreen)
        assert pilot.app.screen is pilot.app.navigation.compare_screen
        assert len(pilot.app.screen_stack) == 1
        assert "C  radio" in drawn(pilot)
        assert first is not None
        assert len(pilot.app.state.comparison.sources) == 3
        assert told(pilot) == "“radio” is new."


async def test_what_was_decided_is_carried_over():
    async with reading("wire.txt", "gazette.txt") as pilot:
        await press(pilot, "l", "a", *"Who counted?", "enter", "o", "down", "minus")
        assert names(pilot) == ["gazette"]
        assert pilot.app.state.session.choices.notes == {"A1": "Who counted?"}
        assert "“wire” is not open any more." in told(pilot)


async def test_a_set_that_was_read_before_is_taken_up_as_it_was_left():
    async with reading() as pilot:
        await press(pilot, "a", *"Two.", "enter")
        await open_file(pilot, "radio.md")
        await press(pilot, "a", *" Three.", "enter")
        assert pilot.app.state.session.choices.notes == {"A1": "Two. Three."}
        await press(pilot, "o", "down", "end")
        while pilot.app.screen.query_one("Rows").highlighted_option.id != "article 2":
            await press(pilot, "up")
        await press(pilot, "minus")
        assert pilot.app.state.session.choices.notes == {"A1": "Two."}


async def test_every_set_has_its_own_session_file(folder: Path):
    async with reading() as pilot:
        await press(pilot, "a", *"Two.", "enter")
        await open_file(pilot, "radio.md")
        pilot.app.state.save()
    assert len(list((folder.parent / "sessions").glob("*.json"))) == 2


async def test_a_named_session_file_goes_on_with_the_other_set(folder: Path):
    articles = read_articles(["gazette.txt"])
    file = folder.parent / "mine.json"
    app = ReadingApp(articles, store=Store(articles, folder.parent / "sessions", file))
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "a", *"Kept.", "enter")
        await open_file(pilot, "wire.txt")
        app.state.save()
        assert app.state.session.choices.notes == {"A1": "Kept."}
    assert [path.name for path in folder.parent.glob("*.json")] == ["mine.json"]
    restored = Store(app.state.articles, folder.parent / "sessions", file).restore()
    assert restored.session is not None
    assert restored.session.choices.notes == {"A1": "Kept."}
    assert restored.messages == ()


async def test_without_a_store_articles_can_be_changed_too():
    async with reading(store=False) as pilot:
        await press(pilot, "C")
        await open_file(pilot, "radio.md")
        assert pilot.app.state.session.choices.tags == {"A1": ("checked",)}
        assert pilot.app.state.store is None


async def test_from_any_screen_one_comes_back_to_the_texts():
    async with reading() as pilot:
        await press(pilot, "f")
        await open_file(pilot, "radio.md")
        assert pilot.app.screen_stack == [pilot.app.navigation.compare_screen]


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("nowhere.txt", None, "“nowhere.txt” does not exist"),
        ("empty.txt", b"", "“empty.txt” is empty"),
        ("picture.txt", bytes(range(256)) * 40, "not text"),
        ("-", None, "“./-” does not exist"),
        ("~nobody-here/x.txt", None, "home"),
    ],
)
async def test_what_cannot_be_read_is_told_and_nothing_is_lost(path: str, content: bytes | None, said: str):
    if content is not None:
        Path(path).write_bytes(content)
    async with reading() as pilot:
        await open_file(pilot, path)
        assert isinstance(pilot.app.screen, OpenScreen)
        assert said in " ".join(drawn(pilot).replace("│", " ").split())
        assert pilot.app.screen.query_one(Input).value == path
        assert names(pilot) == ["gazette", "wire"]


async def test_a_text_that_is_open_already_is_told():
    Path("copy.txt").write_text(TEXTS["wire.txt"], encoding="utf-8")
    async with reading() as pilot:
        await open_file(pilot, "copy.txt")
        assert "“copy” is open already: it has the same text as B." in drawn(pilot)
        assert names(pilot) == ["gazette", "wire"]


async def test_a_file_that_has_changed_is_read_anew_in_its_place():
    async with reading() as pilot:
        Path("gazette.txt").write_text(TEXTS["gazette.txt"] + "\nThe ferry was freed.\n", encoding="utf-8")
        await open_file(pilot, "gazette.txt")
        assert names(pilot) == ["gazette", "wire"]
        assert len(pilot.app.state.articles[0].paragraphs) == 3
        assert told(pilot) == "“gazette” has changed since you last read it."


async def test_two_articles_of_one_name_are_numbered(folder: Path):
    (folder / "other").mkdir()
    (folder / "other" / "wire.txt").write_text("A harbour was closed on Monday.", encoding="utf-8")
    async with reading() as pilot:
        await open_file(pilot, "other/wire.txt")
        assert names(pilot) == ["gazette", "wire", "wire (2)"]


async def test_the_last_article_stays():
    async with reading("wire.txt") as pilot:
        await press(pilot, "o", "down", "minus")
        assert "At least one article stays open." in drawn(pilot)
        assert names(pilot) == ["wire"]


async def test_after_removing_one_the_list_is_still_there():
    async with reading("gazette.txt", "wire.txt", "radio.md") as pilot:
        await press(pilot, "o", "down", "down", "minus")
        assert names(pilot) == ["gazette", "radio"]
        assert isinstance(pilot.app.screen, OpenScreen)
        await press(pilot, "minus")
        assert names(pilot) == ["radio"]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, CompareScreen)


@pytest.mark.parametrize("keys", [[], ["down"]], ids=["path", "list"])
async def test_the_footer_shows_enter_and_writes_control_as_everywhere(keys: list[str]):
    async with reading() as pilot:
        await press(pilot, "o", *keys)
        footer = next(line for line in drawn(pilot).splitlines() if "Ctrl+N" in line)
        assert "⏎ Open" in footer or "Enter Open" in footer
        assert "^" not in footer


async def test_what_another_window_saved_is_told_of():
    async with reading() as pilot:
        Store(pilot.app.state.articles, Path("../sessions")).save(Session(Choices(notes={"A1": "Theirs."})))
        await press(pilot, "a", *"Mine.", "enter")
        await pilot.app.autosave.save()
        await settle(pilot)
        assert "open elsewhere too" in told(pilot)
    assert len(list(Path("../sessions").glob("*.other-1.json"))) == 1


async def test_a_path_is_completed_step_by_step(folder: Path):
    (folder.parent / "texts" / "archive").mkdir()
    Path("archive/august.txt").write_text("It rained in August.", encoding="utf-8")
    async with reading() as pilot:
        await press(pilot, "o", "a", "tab")
        assert pilot.app.screen.query_one(Input).value == f"archive{os.sep}"
        assert "august.txt" in drawn(pilot)
        await press(pilot, "tab", "enter")
        assert names(pilot)[-1] == "august"


async def test_a_completion_is_chosen_from_the_list():
    async with reading() as pilot:
        await press(pilot, "o", "full_stop", "slash", "down", "down", "enter")
        assert names(pilot) == ["gazette", "wire", "radio"]


async def test_enter_on_a_folder_goes_on_in_it(folder: Path):
    (folder / "zone").mkdir()
    async with reading() as pilot:
        await press(pilot, "o", *"zo", "down", "enter")
        assert pilot.app.screen.query_one(Input).value == f"zone{os.sep}"
        assert "No file begins like this." in drawn(pilot)
        await press(pilot, "x")
        assert pilot.app.screen.query_one(Input).value == f"zone{os.sep}x"
        await open_file(pilot, "..")
        assert pilot.app.screen.query_one(Input).has_focus


async def test_keys_lead_between_the_path_and_the_list():
    async with reading() as pilot:
        await press(pilot, "o", "down")
        assert not pilot.app.screen.query_one(Input).has_focus
        await press(pilot, "shift+tab")
        assert pilot.app.screen.query_one(Input).has_focus
        await press(pilot, "down", "tab", "minus")
        assert pilot.app.screen.query_one(Input).value == "-"


async def test_an_earlier_set_is_opened_again():
    async with reading("gazette.txt", "wire.txt") as pilot:
        await press(pilot, "a", *"Mine.", "enter")
        pilot.app.state.save()
    async with reading("radio.md") as pilot:
        await press(pilot, "o")
        assert "Read before" in drawn(pilot)
        assert "gazette, wire" in drawn(pilot)
        await press(pilot, "down", "end", "enter")
        assert names(pilot) == ["gazette", "wire"]
        assert pilot.app.state.session.choices.notes == {"A1": "Mine."}


async def test_a_set_whose_file_is_gone_is_told():
    async with reading("gazette.txt", "wire.txt") as pilot:
        await press(pilot, "C")
        pilot.app.state.save()
    Path("wire.txt").unlink()
    async with reading("radio.md") as pilot:
        await press(pilot, "o", "down", "end", "enter")
        assert "does not exist" in " ".join(drawn(pilot).split())
        assert names(pilot) == ["radio"]


async def test_pasted_text_becomes_an_article():
    async with reading() as pilot:
        await press(pilot, "o", "ctrl+n")
        assert isinstance(pilot.app.screen, PasteScreen)
        pilot.app.screen.query_one(TextArea).text = "Tugs freed the ferry on Friday.\n\nNobody was hurt."
        await press(pilot, "ctrl+s")
        assert names(pilot) == ["gazette", "wire", "Pasted text"]
        assert pilot.app.state.articles[2].paragraphs[-1] == "Nobody was hurt."
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_several_lines_pasted_where_a_path_belongs_are_taken_as_text():
    async with reading() as pilot:
        await press(pilot, "o")
        pilot.app.post_message(events.Paste("One line.\n\nAnother\x1b[2J line."))
        await settle(pilot)
        assert isinstance(pilot.app.screen, PasteScreen)
        assert pilot.app.screen.query_one(TextArea).text == "One line.\n\nAnother\ufffd[2J line."


async def test_a_pasted_path_is_cleaned():
    async with reading() as pilot:
        await press(pilot, "o")
        pilot.app.post_message(events.Paste("wi\x1bre.txt\n"))
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value == "wi\ufffdre.txt"


async def test_what_is_pasted_into_the_text_is_cleaned():
    async with reading() as pilot:
        await press(pilot, "o", "ctrl+n")
        pilot.app.post_message(events.Paste("seen\x9b31m"))
        await settle(pilot)
        assert pilot.app.screen.query_one(TextArea).text == "seen\ufffd31m"


async def test_without_letters_there_is_no_text_to_take():
    async with reading() as pilot:
        await press(pilot, "o", "ctrl+n")
        await press(pilot, "full_stop", "ctrl+s")
        assert "There is no text to read yet" in drawn(pilot)
        await press(pilot, "escape", "escape")
        assert names(pilot) == ["gazette", "wire"]


async def test_a_text_that_is_left_is_there_again_and_gone_once_it_is_taken():
    async with reading() as pilot:
        await press(pilot, "o", "ctrl+n", *"Tugs freed it", "escape")
        assert told(pilot) == "The text is kept as a draft until you quit: pasting opens with it."
        await press(pilot, "escape", "C", "o", "ctrl+n")
        assert "The text that you left here; Ctrl+S takes it as an article." in drawn(pilot)
        await press(pilot, *".", "ctrl+s")
        assert pilot.app.state.articles[2].paragraphs == ("Tugs freed it.",)
        await press(pilot, "o", "ctrl+n")
        assert pilot.app.screen.query_one(TextArea).text == ""
        assert "left here" not in drawn(pilot)


async def test_a_text_that_is_emptied_is_no_draft():
    async with reading() as pilot:
        await press(pilot, "o", "ctrl+n", "x", "escape", "ctrl+n", "backspace", "escape")
        pilot.app.clear_notifications()
        await press(pilot, "ctrl+n", "space", "escape", "ctrl+n")
        assert pilot.app.screen.query_one(TextArea).text == ""
        assert told(pilot) == ""


async def test_a_text_pasted_for_a_path_stands_below_the_draft():
    async with reading() as pilot:
        await press(pilot, "o", "ctrl+n", *"First", "escape")
        pilot.app.post_message(events.Paste("One line.\nAnother line."))
        await settle(pilot)
        assert pilot.app.screen.query_one(TextArea).text == "First\n\nOne line.\nAnother line."
        assert "and what you pasted now below it" in drawn(pilot)


async def test_command_letters_are_only_text_here():
    async with reading() as pilot:
        await press(pilot, "o", "q", "f", "s")
        assert pilot.app.screen.query_one(Input).value == "qfs"


async def test_names_that_look_like_markup_are_drawn_as_they_are():
    name = HOSTILE.replace("/", "!")[:20]
    Path(f"{name}.txt").write_text("A lighthouse was dark on Monday.", encoding="utf-8")
    async with reading(f"{name}.txt", "wire.txt") as pilot:
        await press(pilot, "o")
        assert name in drawn(pilot)
        await press(pilot, *"[!")
        assert f"{name}.txt" in drawn(pilot)


# Completion


def test_folders_end_in_a_slash_and_hidden_files_come_last(folder: Path):
    (folder / ".hidden").write_text("x")
    (folder / "Zone").mkdir()
    assert completions("") == ("gazette.txt", "radio.md", "wire.txt", f"Zone{os.sep}", ".hidden")
    assert completions("z") == (f"Zone{os.sep}",)
    assert completions("Zone/") == ()
    assert completions(f"{folder}/ga") == (f"{folder}/gazette.txt",)


def test_names_that_would_steer_the_terminal_are_left_out(folder: Path):
    (folder / "a\x1b[2J.txt").write_text("x")
    assert completions("a") == ()


def test_where_nothing_can_be_read_there_are_no_completions(folder: Path):
    assert completions("nowhere/x") == ()
    assert completions("gazette.txt/x") == ()
    assert completions("~nobody-here/") == ()
    assert completions("\0") == ()
    assert completions("~") == (f"~{os.sep}",)


@pytest.mark.parametrize(
    ("typed", "found", "wanted"),
    [
        ("g", ["gazette.txt"], "gazette.txt"),
        ("a", ["abc1", "abc2"], "abc"),
        ("abc", ["abc1", "abc2"], "abc"),
        ("x", [], "x"),
        ("G", ["gazette.txt"], "gazette.txt"),
        ("A", ["abc", "Abd"], "A"),
    ],
)
def test_what_completions_have_in_common_is_written(typed: str, found: list[str], wanted: str):
    assert completed(typed, found) == wanted


# Pictures

THREE = (
    Article("Harbour Gazette", ("One.", "Two."), path="texts/gazette.txt"),
    Article("Coast Wire", ("Three.",), path="texts/wire.txt"),
    Article("stdin", ("Four.",)),
)


def prepared(*articles: Article) -> RashomonApp:
    """The app with a session that was kept for other articles."""
    paths = [
        Article("Island Radio", ("Old.",), path="/texts/radio.md"),
        Article("Bay", ("B.",), path="/texts/bay.md"),
    ]
    Store(paths, Path("../kept")).save(Session())
    comparison = harbour()
    return PreparedApp(comparison, store=Store(articles, Path("../kept")))


def test_open_completes_a_path(shoot: Callable[..., bool]):
    Path("archive").mkdir()
    assert shoot(partial(prepared, *THREE), "f", "o", "full_stop", "slash")


def test_open_tells_an_error(shoot: Callable[..., bool]):
    assert shoot(partial(prepared, *THREE), "f", "o", *"nowhere.txt", "enter")


async def test_a_tiny_terminal_still_shows_the_path_and_the_list():
    async with reading(size=(20, 5)) as pilot:
        await press(pilot, "o")
        text = drawn(pilot)
        assert "Path of a file" in text
        assert "Open now" in text
