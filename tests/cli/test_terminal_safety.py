from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from terminal import in_terminal

from tui.cli import main

RASHOMON = [sys.executable, "-m", "tui"]

SEQUENCES = {
    "clear the screen": "\x1b[2J\x1b[1;1H",
    "title": "\x1b]0;HOSTILE TITLE\x07",
    "clipboard": "\x1b]52;c;SE9TVElMRQ==\x07",
    "clipboard, string terminator": "\x1b]52;c;SE9TVElMRQ==\x1b\\",
    "link": "\x1b]8;;https://hostile.example/\x1b\\click\x1b]8;;\x1b\\",
    "device control": "\x1bP1$tHOSTILE\x1b\\",
    "reset": "\x1bc",
    "C1 control sequence": "\x9b31;7777m",
    "C1 operating system command": "\x9d0;HOSTILE\x9c",
    "bell, backspace, shift out, delete": "\x07\x08\x0e\x7f",
    "carriage return": "seen\rHIDDEN",
    "next line, line separator": "\x85\u2028",
    "bidirectional override": "\u202egnihtemos\u202c",
    "bidirectional isolate": "\u2066\u2067x\u2069",
    "zero width": "\u200b\ufeff\u2060",
    "tags": "\U000e0041\U000e0042",
    "markup": "[/oops] [bold]loud[/bold] [@click=app.quit]here[/] [AP] :smile:",
}
BODY = " ".join(f"Clause {number} is {text} over." for number, text in enumerate(SEQUENCES.values()))
HOSTILE = f"""The lighthouse {SEQUENCES["title"]}keeper speaks

The lighthouse on Grey Island {SEQUENCES["clear the screen"]} was dark on Monday, the harbour office said.

{BODY}

“The lamp {SEQUENCES["clipboard"]} failed at nine,” the keeper said on Tuesday.
"""
CALM = """The lighthouse on Grey Island was dark on Sunday, the harbour office said.

“The lamp failed at ten,” the keeper said on Tuesday.
"""

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e0fff]"
)
COLOUR = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    hostile, calm = tmp_path / "hostile [bold].txt", tmp_path / "calm.txt"
    hostile.write_bytes(HOSTILE.encode("utf-8"))
    calm.write_text(CALM, encoding="utf-8")
    return [str(hostile), str(calm)]


def without_colours(screen: bytes) -> str:
    return COLOUR.sub("", screen.decode("utf-8").replace("\r\n", "\n"))


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html", "plain"])
def test_what_is_printed_holds_no_control_of_the_article(
    articles: list[str], form: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["compare", "--format", form, *articles]) == 0
    printed = capsys.readouterr().out
    assert "keeper" in printed
    assert STEERING.findall(printed) == []


def test_in_a_terminal_compare_sends_colours_and_nothing_else(articles: list[str]):
    code, screen = in_terminal([*RASHOMON, "compare", *articles])
    assert code == 0
    assert "36m" in screen.decode()
    assert STEERING.findall(without_colours(screen)) == []
    assert "[/oops] [bold]loud[/bold]" in " ".join(without_colours(screen).split())


def test_a_failure_tells_the_file_name_without_its_controls(tmp_path: Path):
    code, screen = in_terminal([*RASHOMON, "compare", str(tmp_path / f"a{SEQUENCES['title']}\u202eb.txt")])
    assert code == 2
    assert STEERING.findall(without_colours(screen)) == []


def test_the_application_shows_the_article_without_obeying_it_and_ends_cleanly(articles: list[str]):
    code, screen = in_terminal([*RASHOMON, *articles], [("harbour", "G"), ("keeper", "q")], size=(40, 140))
    assert code == 0
    assert b"Traceback" not in screen
    assert b"\x1b[?1049l" in screen  # the terminal's own screen is back
    for name, sequence in SEQUENCES.items():
        if STEERING.search(sequence):
            assert sequence.encode() not in screen, name
    own = re.compile(
        r"\x1b\](?:22;\w+|11;\?)\x07"
    )  # Textual's shape of the pointer, our question for the background
    shown = own.sub("", screen.decode("utf-8"))
    assert "\x1b]" not in shown  # no operating system command at all: title, link, clipboard
    assert "\x1bP" not in shown
    assert STEERING.findall(re.sub(r"\x1b\[[\d;:?<>=]*[A-Za-z$ ]+|\x1b[78=>]|[\r\n\t]", "", shown)) == []


def test_the_sequences_are_what_the_test_takes_them_for():
    assert [name for name, sequence in SEQUENCES.items() if not STEERING.search(sequence)] == ["markup"]
    assert os.linesep in HOSTILE
