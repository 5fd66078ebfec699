from __future__ import annotations

import errno
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from stories import HOSTILE, PreparedApp, bare, harbour, screen_text
from textual.pilot import Pilot
from textual.widgets import Input

from tui.export.html import to_html
from tui.export.markdown import to_markdown
from tui.export.roundtrip import read_export
from tui.model import Article, Comparison
from tui.screens.compare import CompareScreen
from tui.screens.export import ExportScreen
from tui.screens.paths import suggested_path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@asynccontextmanager
async def export(comparison: Comparison) -> AsyncIterator[Pilot[None]]:
    async with PreparedApp(comparison).run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("e")
        await pilot.pause()
        yield pilot


def drawn(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def toasts(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


async def test_enter_writes_to_the_suggested_path_and_says_where(folder: Path):
    async with export(harbour()) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert (folder / "gazette-summary.md").read_text() == to_markdown(harbour())
        assert toasts(pilot) == ["Summary written to gazette-summary.md"]
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_typing_replaces_the_suggestion(folder: Path):
    async with export(harbour()) as pilot:
        await pilot.press(*"my.md", "enter")
        await pilot.pause()
        assert [path.name for path in folder.iterdir()] == ["my.md"]


async def test_typing_replaces_the_suggestion_of_another_form_too(folder: Path):
    async with export(harbour()) as pilot:
        await pilot.press("ctrl+t", *"my.txt", "enter")
        await pilot.pause()
        assert [path.name for path in folder.iterdir()] == ["my.txt"]


async def test_what_is_written_is_the_summary_as_the_reader_left_it_and_can_be_read_back(folder: Path):
    async with PreparedApp(harbour()).run_test() as pilot:
        await pilot.press("s", "down", "space", "plus", "e", "enter")
        await pilot.pause()
        choices = pilot.app.state.session.choices
        assert choices.dropped == {"A1.2"}
        text = (folder / "gazette-summary.md").read_text()
        assert text == to_markdown(pilot.app.state.summarised(choices), choices, folder=folder)
        assert read_export(text).choices == choices


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("s.html", "<!doctype html>"),
        ("s.HTM", "<!doctype html>"),
        ("s.txt", "MERGED READING"),
        ("s.json", "{"),
        ("s.markdown", "---\n"),
        ("s", "---\n"),
        ("s.unknown", "---\n"),
    ],
)
async def test_the_ending_of_the_name_says_in_what_form_it_is_written(
    folder: Path, name: str, beginning: str
):
    async with export(harbour()) as pilot:
        await pilot.press(*name, "enter")
        await pilot.pause()
        assert (folder / name).read_text().startswith(beginning)


async def test_a_key_goes_through_the_forms_and_the_form_is_named():
    async with export(harbour()) as pilot:
        shown = []
        for _ in range(5):
            shown.append((pilot.app.screen.query_one(Input).value, drawn(pilot)))
            await pilot.press("ctrl+t")
            await pilot.pause()
        names = [f"gazette-summary.{ending}" for ending in ("md", "html", "txt", "json", "md")]
        assert [name for name, _ in shown] == names
        labels = ("Markdown  can", "HTML  one page", "Mail  plain text in 72", "JSON  every", "Markdown  can")
        assert [label in screen for label, (_, screen) in zip(labels, shown, strict=True)] == [True] * 5


@pytest.mark.parametrize(
    ("name", "following"), [("s", "s.html"), ("v1.2", "v1.2.html"), ("s.HTM", "s.txt"), ("", "")]
)
async def test_an_ending_that_is_none_is_kept_before_the_new_one(name: str, following: str):
    async with export(harbour()) as pilot:
        field = pilot.app.screen.query_one(Input)
        field.value = name
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert field.value == following


async def test_the_clipboard_gets_what_would_be_written_and_the_panel_says_so(folder: Path):
    async with export(harbour()) as pilot:
        await pilot.press("ctrl+t", "ctrl+y")
        await pilot.pause()
        assert pilot.app.clipboard == to_html(harbour())
        text = f"Copied as HTML, {len(pilot.app.clipboard):,} characters, if the terminal allows it (OSC 52)."
        assert text in " ".join(drawn(pilot).replace("│", " ").split())
        assert isinstance(pilot.app.screen, ExportScreen)
        assert list(folder.iterdir()) == []


async def test_a_file_that_exists_is_kept_unless_the_answer_is_yes(folder: Path):
    file = folder / "gazette-summary.md"
    file.write_text("mine")
    async with export(harbour()) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "gazette-summary.md exists. Replace it?" in drawn(pilot)
        assert pilot.app.focused.id == "keep"
        await pilot.press("enter")  # the safe answer
        await pilot.pause()
        assert file.read_text() == "mine"
        assert "The file was kept." in drawn(pilot)
        assert isinstance(pilot.app.focused, Input)


@pytest.mark.parametrize("key", ["n", "escape"])
async def test_no_keeps_the_file_and_the_panel(folder: Path, key: str):
    (folder / "gazette-summary.md").write_text("mine")
    async with export(harbour()) as pilot:
        await pilot.press("enter", key)
        await pilot.pause()
        assert (folder / "gazette-summary.md").read_text() == "mine"
        assert isinstance(pilot.app.screen, ExportScreen)


@pytest.mark.parametrize("keys", [["y"], ["tab", "enter"]], ids=["y", "button"])
async def test_yes_replaces_the_file(folder: Path, keys: list[str]):
    (folder / "gazette-summary.md").write_text("mine")
    async with export(harbour()) as pilot:
        await pilot.press("enter", *keys)
        await pilot.pause()
        assert (folder / "gazette-summary.md").read_text() == to_markdown(harbour())
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_y_and_n_are_only_letters_in_the_path(folder: Path):
    async with export(harbour()) as pilot:
        await pilot.press(*"nyny", "enter")
        await pilot.pause()
        assert (folder / "nyny").exists()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere/x.md", "There is no folder nowhere; nothing was written."),
        (".", "is a folder; add the name of a file."),
        ("   ", "Give the file a name."),
        ("~nobody-of-this-name/x", "cannot be a path"),
        ("a" * 300, "could not be written: File name too long."),
        ("a\0b", "cannot be a path"),
    ],
)
async def test_an_error_is_a_sentence_in_the_panel_and_nothing_is_lost(folder: Path, path: str, message: str):
    async with export(harbour()) as pilot:
        field = pilot.app.screen.query_one(Input)
        field.value = path
        await pilot.press("enter")
        await pilot.pause()
        assert message in " ".join(drawn(pilot).replace("│", " ").split())
        assert field.value == path
        assert list(folder.iterdir()) == []


async def test_a_full_disk_is_told_and_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(os, "replace", full)
    async with export(harbour()) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        said = " ".join(drawn(pilot).replace("│", " ").split())
        assert "could not be written: No space left on device. Nothing was changed." in said
        assert list(folder.iterdir()) == []


async def test_a_path_that_looks_like_markup_is_written_and_told_as_it_is(folder: Path):
    name = HOSTILE.replace("/", "")
    async with export(harbour()) as pilot:
        pilot.app.screen.query_one(Input).value = name
        await pilot.press("enter")
        await pilot.pause()
        assert (folder / name).exists()
        assert toasts(pilot) == [f"Summary written to {name}"]
        await pilot.press("e")
        pilot.app.screen.query_one(Input).value = name
        await pilot.press("enter")
        await pilot.pause()
        assert f"{name} exists. Replace it?" in drawn(pilot)


async def test_escape_closes_without_writing(folder: Path):
    async with export(harbour()) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CompareScreen)
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "suggestion"),
    [
        ("/news/a story.txt", "a story-summary.md"),
        (None, "rashomon-summary.md"),
        ("-", "rashomon-summary.md"),
    ],
)
def test_the_suggestion_is_named_after_the_first_article(path: str | None, suggestion: str):
    article = replace(Article("A", ("One line.",)), path=path)
    assert suggested_path(bare([article]), "summary.md") == suggestion


async def test_an_article_is_never_overwritten(folder: Path):
    (folder / "gazette.txt").write_text("the article")
    (folder / "alias.md").symlink_to("gazette.txt")
    app = PreparedApp(harbour())
    app.state.articles = (replace(app.state.articles[0], path="gazette.txt"), *app.state.articles[1:])
    async with app.run_test(size=(80, 24)) as pilot:
        for name in ("gazette.txt", "alias.md"):
            await pilot.press("e", *name, "enter")
            await pilot.pause()
            assert f"{name} is one of the articles; give another name." in drawn(pilot)
            await pilot.press("escape")
    assert (folder / "gazette.txt").read_text() == "the article"
