from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

import pty
import termios

from hypothesis import given
from hypothesis import strategies as st
from terminal import PATIENCE, in_terminal, received, started
from textual._xterm_parser import XTermParser
from textual.color import Color
from textual.events import Key
from textual.theme import Theme

from tui.app.themes import DARK, LIGHT
from tui.cli.terminal_background import BackgroundQuery
from tui.cli.terminal_parser import KeyParser

QUESTION = b"\x1b]11;?"
WHAT_IT_IS = "\x1b[?62;22c"
WHITE, BLACK = "\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b]11;rgb:0000/0000/0000\x07"
RASHOMON = [sys.executable, "-m", "tui"]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, int]]:
    """A terminal's own end and the program's."""
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    ends = pty.openpty()
    yield ends
    for end in ends:
        os.close(end)


def asked(terminal: tuple[int, int], answer: str) -> tuple[bool | None, str]:
    """What is known of the background after ``answer``, and what else was read."""
    master, slave = terminal
    with BackgroundQuery(slave, slave) as query:
        query.ask()
        os.write(master, answer.encode())
        return query.light(), query.take_rest()


# --- what the terminal answers --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        (WHITE, True),
        (BLACK, False),
        ("\x1b]11;rgb:fbfb/fafa/f7f7\x1b\\", True),
        ("\x1b]11;rgb:12/16/1C\x07", False),
        ("\x1b]11;rgba:f/f/f/8\x07", True),
        ("\x1b]11;rgb:00/00/ff\x07", False),
        ("\x1b]11;rgb:ff/ff/00\x07", True),
        ("\x1b[?997;2n", True),
        ("\x1b[?997;1n", False),
        ("\x1b]11;rgb:0000/0000/0000\x07\x1b[?997;2n", False),
        ("\x1b]11;off white\x07\x1b[?997;2n", True),
        ("\x1b]11;rgb:ff/ff\x07", None),
        ("\x1b]11;\x07", None),
        ("\x1b[?997;7n", None),
        ("", None),
    ],
)
def test_the_answer_tells_light_from_dark(terminal: tuple[int, int], answer: str, light: bool | None):
    assert asked(terminal, answer + WHAT_IT_IS) == (light, "")


def test_a_terminal_that_is_silent_keeps_nobody_waiting(terminal: tuple[int, int]):
    assert asked(terminal, "") == (None, "")


def test_what_is_typed_around_the_answer_is_kept(terminal: tuple[int, int]):
    assert asked(terminal, f"]u{WHITE}é\x1b[A{WHAT_IT_IS}q") == (True, "]ué\x1b[Aq")


def test_the_beginning_of_a_late_answer_is_kept_for_its_end(terminal: tuple[int, int]):
    assert asked(terminal, f"f{WHITE[:9]}") == (None, f"f{WHITE[:9]}")


def test_a_terminal_that_is_closed_gives_no_answer(terminal: tuple[int, int]):
    master, slave = pty.openpty()
    with BackgroundQuery(slave, slave) as query:
        query.ask()
        os.close(master)
        assert query.light() is None
    os.close(slave)


@pytest.mark.parametrize("answer", [WHITE + WHAT_IT_IS, ""])
def test_the_answer_is_not_echoed_and_the_terminal_is_as_before(terminal: tuple[int, int], answer: str):
    master, slave = terminal
    before = termios.tcgetattr(slave)
    with BackgroundQuery(slave, slave) as query:
        query.ask()
        os.write(master, answer.encode())
        query.light()
    assert termios.tcgetattr(slave) == before
    os.write(slave, b"END")
    written = b""
    while not written.endswith(b"END"):
        written += os.read(master, 1024)
    assert written == QUESTION + b"\x07\x1b[?996n\x1b[cEND"


def test_the_terminal_is_as_before_and_nothing_is_left_to_read_after_a_failure(terminal: tuple[int, int]):
    master, slave = terminal
    before = termios.tcgetattr(slave)
    with suppress(LookupError), BackgroundQuery(slave, slave) as query:
        query.ask()
        os.write(master, (WHITE + WHAT_IT_IS).encode())
        raise LookupError
    assert termios.tcgetattr(slave) == before
    os.write(master, b"next\n")
    assert os.read(slave, 1024) == b"next\n"


@pytest.mark.parametrize(
    ("environment", "is_asked"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": ""}, False),
        ({"TERM": "screen"}, False),
        ({"TERM": "screen.xterm-256color"}, False),
        ({"STY": "1.pts-0.host"}, False),
        ({"TERM": "screen", "TMUX": "/tmp/tmux,1,0"}, True),
    ],
)
def test_who_is_asked(
    terminal: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    is_asked: bool,
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    master, slave = terminal
    with BackgroundQuery(slave, slave) as query:
        query.ask()
        os.write(slave, b"END")
    assert (query.asked, QUESTION in os.read(master, 1024)) == (is_asked, is_asked)


def test_what_is_no_terminal_is_not_asked(terminal: tuple[int, int], tmp_path: Path):
    with (tmp_path / "out").open("wb") as file, BackgroundQuery(terminal[1], file.fileno()) as query:
        query.ask()
    assert (query.asked, (tmp_path / "out").read_bytes()) == (False, b"")


# --- what comes late ------------------------------------------------------------------------------


def keys(parser: XTermParser, chunks: Sequence[str]) -> list[tuple[str, str | None]]:
    messages = [message for chunk in chunks for message in (*parser.feed(chunk), *parser.tick())]
    return [(message.key, message.character) for message in messages if isinstance(message, Key)]


ANSWERS = st.sampled_from(
    [WHITE, WHITE.replace("\x07", "\x1b\\"), "\x1b]11;?!\x07", WHAT_IT_IS, "\x1b[?997;1n"]
)
TYPED = st.sampled_from(["]", "]u", "1", "é", "\x1b[A", "\x1b]", "\r", "q", "\x1b[1;2C", "\x07"])


@given(st.lists(st.tuples(TYPED, ANSWERS)), st.integers(1, 9))
def test_a_late_answer_is_no_key_in_however_many_parts_it_comes(story: list[tuple[str, str]], size: int):
    plain = keys(XTermParser(), [*(typed for typed, _ in story), "."])
    text = "".join(typed + answer for typed, answer in story) + "."
    chunks = [text[at : at + size] for at in range(0, len(text), size)]
    for at in range(len(chunks) - 1):
        if chunks[at].endswith("\x1b"):  # on its own it is the escape key and goes on at once
            chunks[at : at + 2] = ["", chunks[at] + chunks[at + 1]]
    assert keys(KeyParser(BackgroundQuery()), [chunk for chunk in chunks if chunk]) == plain


def test_the_escape_key_is_not_held_up():
    parser = KeyParser(BackgroundQuery())
    assert keys(parser, ["\x1b"]) == []
    assert [message.key for message in parser.feed("") if isinstance(message, Key)] == ["escape"]


# --- the application ------------------------------------------------------------------------------


def opened(
    *arguments: str, answer: str = "", then: str = "q", env: dict[str, str] | None = None
) -> tuple[int, bytes]:
    """Open the samples in a terminal that answers so, and type what ends it once the first text is shown."""
    environment = {"COLORTERM": "truecolor", "COLORFGBG": "", "STY": "", **(env or {})}
    seen, answered, ending = b"", False, False
    with started([*RASHOMON, *arguments], env=environment, size=(24, 80)) as (process, master):
        deadline = time.monotonic() + PATIENCE
        while data := received(master, deadline - time.monotonic()):
            seen += data
            if QUESTION in seen and not answered:
                answered = bool(os.write(master, answer.encode()))
            if b"Kuala" in seen and not ending:
                ending = bool(os.write(master, then.encode()))
        assert data == b"", f"does not end: {seen!r}"
        assert termios.tcgetattr(master)[3] & (termios.ECHO | termios.ICANON) == termios.ECHO | termios.ICANON
        return process.wait(PATIENCE), seen


def backgrounds(screen: bytes) -> list[Theme]:
    """The themes whose background was painted."""
    colours = {theme.name: Color.parse(theme.background or "").rgb for theme in (DARK, LIGHT)}
    return [theme for theme in (DARK, LIGHT) if b"48;2;%d;%d;%d" % colours[theme.name] in screen]


@pytest.mark.parametrize(
    ("answer", "report", "theme"),
    [(WHITE, "15;0", LIGHT), (BLACK, "0;15", DARK), ("", "0;15", LIGHT)],
    ids=["light", "dark", "not known"],
)
def test_the_terminal_s_answer_goes_before_the_environment(answer: str, report: str, theme: Theme):
    code, screen = opened(answer=answer + WHAT_IT_IS, env={"COLORFGBG": report})
    assert (code, backgrounds(screen)) == (0, [theme])


@pytest.mark.parametrize("at", [0, 9], ids=["the whole", "its end"])
def test_an_answer_that_comes_late_presses_no_key(at: int):
    whole = WHITE + WHAT_IT_IS
    code, screen = opened(answer=whole[:at], then=whole[at:] + "q")  # to the facts, to their filter, "q"
    assert (code, backgrounds(screen)) == (0, [DARK])


def test_a_key_typed_before_the_answer_is_not_lost():
    code, screen = opened(answer=f"q{WHITE}{WHAT_IT_IS}", then="")
    assert (code, backgrounds(screen)) == (0, [LIGHT])


def test_a_theme_that_is_configured_spares_the_question(tmp_path: Path):
    config = tmp_path / "config.toml"
    config.write_text(f'theme = "{LIGHT.name}"', encoding="utf-8")
    code, screen = opened("--config", str(config))
    assert (code, backgrounds(screen), QUESTION in screen) == (0, [LIGHT], False)


def test_plain_output_asks_nothing():
    code, screen = in_terminal([*RASHOMON, "--plain"])
    assert (code, b"\x1b" in screen) == (0, False)
