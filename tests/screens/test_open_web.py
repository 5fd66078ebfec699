from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event

import pytest
from pages import HEADLINE, Answer, answer, page, redirect, serving
from stories import screen_text, settle
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

import tui
from tui.app import RashomonApp
from tui.model import Article
from tui.reading import read_articles
from tui.screens.compare import CompareScreen
from tui.screens.open import OpenScreen
from tui.session.store import Store

WIRE = Article("wire", ("The Marigold ran aground on Tuesday with 52 passengers on board.",), path="wire.txt")
Served = tuple[str, dict[str, Answer], list[BaseHTTPRequestHandler]]


class ReadingApp(RashomonApp):
    CSS_PATH = Path(tui.__file__).parent / "styles" / "app.tcss"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A server with a page at ``/story``."""
    monkeypatch.setenv("no_proxy", "*")
    answers = {"/story": answer(page())}
    with serving(answers) as (server, asked):
        yield server, answers, asked


@asynccontextmanager
async def reading(*articles: Article, store: Store | None = None) -> AsyncIterator[Pilot[None]]:
    app = ReadingApp(articles or (WIRE,), store=store)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def ask_for(pilot: Pilot[None], address: str) -> None:
    """Type an address; Enter is not pressed yet."""
    await pilot.press("o")
    pilot.app.screen.query_one(Input).value = address
    await settle(pilot)


async def seen(pilot: Pilot[None], text: str) -> None:
    """Wait until ``text`` is on the screen."""
    for _ in range(2000):
        if text in drawn(pilot):
            return
        await pilot.pause()
    raise AssertionError(drawn(pilot))


def drawn(pilot: Pilot[None]) -> str:
    return " ".join(screen_text(pilot.app).replace("│", " ").split())


def names(pilot: Pilot[None]) -> list[str]:
    return [article.name for article in pilot.app.state.articles]


@pytest.fixture
def slow(served: Served) -> Iterator[Served]:
    """A server whose page stops half-way until the test is over."""
    over = Event()

    def send(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", "90000")
        request.end_headers()
        request.wfile.write(b"<html>" + b" " * 30_000)
        over.wait(30)

    served[1]["/story"] = send
    yield served
    over.set()


async def test_an_address_and_enter_add_the_article_of_the_page(served: Served):
    server, _, asked = served
    async with reading() as pilot:
        await ask_for(pilot, f"{server}/story")
        assert "Enter fetches the page from 127.0.0.1." in drawn(pilot)
        assert asked == []
        await pilot.press("enter")
        await settle(pilot)
        assert names(pilot) == ["wire", "Harbour Gazette"]
        assert pilot.app.state.articles[1].title == HEADLINE
        assert isinstance(pilot.app.screen, CompareScreen)
        await pilot.press("o")
        await settle(pilot)
        assert f"{server}/story" in drawn(pilot)


async def test_an_address_that_is_pasted_is_typed(served: Served):
    async with reading() as pilot:
        await pilot.press("o")
        pilot.app.post_message(events.Paste(f"{served[0]}/story\n"))
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert names(pilot) == ["wire", "Harbour Gazette"]


async def test_an_address_as_it_is_typed_is_no_path_that_is_not_there():
    async with reading() as pilot:
        await ask_for(pilot, "https://")
        assert "Enter fetches the page from the web." in drawn(pilot)
        assert "No file begins like this" not in drawn(pilot)


async def test_while_a_page_comes_it_is_told_and_keys_go_on(slow: Served):
    async with reading() as pilot:
        await ask_for(pilot, f"{slow[0]}/story")
        await pilot.press("enter")
        await seen(pilot, "Fetching from 127.0.0.1 … 30 of 90 KB · Esc stops")
        await pilot.press("down", "up")
        await pilot.press("?")
        assert isinstance(pilot.app.screen, OpenScreen)


async def test_escape_stops_fetching_and_then_closes(slow: Served):
    async with reading() as pilot:
        await ask_for(pilot, f"{slow[0]}/story")
        await pilot.press("enter")
        await seen(pilot, "30 of 90 KB")
        await pilot.press("escape")
        await settle(pilot)
        assert "Stopped; nothing was opened." in drawn(pilot)
        assert isinstance(pilot.app.screen, OpenScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, CompareScreen)
        assert names(pilot) == ["wire"]


async def test_another_article_can_be_opened_instead_of_waiting(slow: Served, tmp_path: Path):
    (tmp_path / "radio.txt").write_text("A ferry is stuck on the rocks.", encoding="utf-8")
    async with reading() as pilot:
        await ask_for(pilot, f"{slow[0]}/story")
        await pilot.press("enter")
        await seen(pilot, "30 of 90 KB")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "radio.txt")
        await pilot.press("enter")
        await settle(pilot)
        assert names(pilot) == ["wire", "radio"]


async def test_the_program_ends_while_a_page_comes(slow: Served):
    async with reading() as pilot:
        await ask_for(pilot, f"{slow[0]}/story")
        await pilot.press("enter")
        await seen(pilot, "30 of 90 KB")
        pilot.app.exit()


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (answer("", code=404), "is not there (404): check the address."),
        (redirect("/story"), "leads on to no page that can be read (302)"),
        (answer(b"%PDF-1.7", "application/pdf"), "is no text but application/pdf"),
        (answer("<html><body></body></html>"), "has no article that could be found"),
        (answer("<html>", "text/\x1b[2J"), "is no text but"),
    ],
    ids=["missing", "loop", "PDF", "empty", "hostile"],
)
async def test_what_cannot_be_had_is_told_and_nothing_is_lost(served: Served, one: Answer, said: str):
    served[1]["/story"] = one
    async with reading() as pilot:
        await ask_for(pilot, f"{served[0]}/story")
        await pilot.press("enter")
        await settle(pilot)
        assert said in drawn(pilot)
        assert "\x1b" not in drawn(pilot)
        assert isinstance(pilot.app.screen, OpenScreen)
        assert names(pilot) == ["wire"]


async def test_a_page_that_has_changed_is_read_anew_in_its_place(served: Served):
    server, answers, _ = served
    async with reading(*read_articles([f"{server}/story"]), WIRE) as pilot:
        answers["/story"] = answer(
            page("The ferry was pulled free on Friday, the port said. Nobody was hurt.")
        )
        await ask_for(pilot, f"{server}/story")
        await pilot.press("enter")
        await settle(pilot)
        assert names(pilot) == ["Harbour Gazette", "wire"]
        assert pilot.app.state.articles[0].paragraphs[0].startswith("The ferry was pulled free")


async def test_a_set_from_the_web_is_fetched_only_when_it_is_chosen(served: Served, tmp_path: Path):
    server, _, asked = served
    articles = read_articles([f"{server}/story"])
    store = Store(articles, tmp_path / "sessions")
    async with reading(*articles, store=store) as pilot:
        await pilot.press("C")
        pilot.app.state.save()
    asked.clear()
    async with reading(store=Store((WIRE,), tmp_path / "sessions")) as pilot:
        await pilot.press("o")
        await settle(pilot)
        assert "↺ Harbour Gazette 127.0.0.1" in drawn(pilot)
        assert asked == []
        await pilot.press("down", "end", "enter")
        await settle(pilot)
        assert len(asked) == 1
        assert names(pilot) == ["Harbour Gazette"]
        assert pilot.app.state.session.choices.tags == {"A1": ("checked",)}
