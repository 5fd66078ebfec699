"""A reader's session with the program itself, in a terminal whose screen is read."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from screen import Terminal, terminal

ARTICLES = {
    "gazette.txt": """Ferry aground off Brackwater

The ferry Marigold ran aground off Brackwater on Tuesday. All passengers were brought ashore in lifeboats.

“The fog came down in minutes and we saw nothing at all,” harbour master Edith Corrow said on Wednesday.

An inquiry into the grounding will open in Port Lunnet on Friday.
""",
    "wire.txt": """Marigold stuck on the rocks

The Marigold, a passenger ferry, ran aground near Brackwater on Tuesday. All passengers were brought ashore.

“The fog came down in minutes and we saw nothing at all,” captain Josef Hale said on Wednesday.

The ferry was built in 1987 at a cost of 12 million crowns.
""",
    "radio.txt": """Ferry runs aground in fog

The ferry Marigold ran aground off Brackwater on Tuesday in thick fog. Nobody was hurt, the coast guard said.

Two tugs will try to pull the Marigold free at high tide. Ferries to the island are cancelled until Thursday.
""",
}
BUILT = "The ferry was built in 1987"

Open = Callable[..., AbstractContextManager[Terminal]]


@pytest.fixture
def rashomon(tmp_path: Path) -> Open:
    """Opens the articles, or other files, in a folder of their own."""
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "config" / "rashomon").mkdir(parents=True)
    config = tmp_path / "config" / "rashomon" / "config.toml"
    config.write_text("words = 40", encoding="utf-8")  # too few for everything

    def start(
        *files: str, size: tuple[int, int] = (40, 140), state: str = "state"
    ) -> AbstractContextManager[Terminal]:
        env = {"XDG_STATE_HOME": str(tmp_path / state), "XDG_CONFIG_HOME": str(tmp_path / "config")}
        paths = [str(tmp_path / name) for name in files or ARTICLES]
        return terminal([sys.executable, "-m", "tui", *paths], size=size, env=env)

    return start


def summary_rows(screen: Terminal) -> list[str]:
    """The lines of the summary as they stand on its screen, without what is dropped and the cursor."""
    rows = [line.partition("│")[0].rstrip()[1:] for line in screen.lines]
    lines, dropped = [], False
    for row in rows[2 : next((number for number, row in enumerate(rows) if "Left out" in row), None)]:
        if label := re.match(r" +(\d+|✗) ", row):
            dropped = label[1] == "✗"
        if row and not dropped:
            lines.append(row)
    return lines


def prose(rows: list[str]) -> str:
    """Rows as one line, wherever they were broken."""
    return " ".join(" ".join(rows).split())


def read_on_to_the_summary(screen: Terminal) -> None:
    """Conflict, evidence, a report rejected, a search, the facts."""
    screen.shows("‼")
    screen.press("]", "c")
    screen.shows("Conflict: A gives these words to Edith Corrow, B to Josef Hale.")
    screen.press("w")
    screen.shows("Why", "B wire reports this fully")
    screen.press("-")
    screen.shows("B wire does not report this · by you")
    screen.press("escape")
    screen.hides("Why  A gazette")
    screen.press("/")
    screen.shows("in all columns")
    screen.press(*"tugs")
    screen.shows("1/1 · C1")
    screen.press("enter")
    screen.hides("Find tugs")
    screen.press("f")
    screen.shows("by weight", "— ✎")
    screen.press("escape")
    screen.hides("by weight")
    screen.press("s")
    screen.shows("Summary", "Left out")


def choose_lines(screen: Terminal) -> list[str]:
    """One line dropped, one pinned, one put in; what the summary is then."""
    screen.press("space")
    screen.shows("dropped by you")
    screen.press("down", "P")
    screen.shows("pinned by you")
    screen.press("end")
    screen.shows("▌  ○   ")
    screen.press("i")
    screen.shows("2 pinned")
    screen.until(lambda: prose(summary_rows(screen)).count("pinned by you") == 2, "shows two pinned lines")
    return summary_rows(screen)


def test_a_session_is_exported_and_restored_line_by_line(rashomon: Open, tmp_path: Path) -> None:
    exported = tmp_path / "out.md"
    with rashomon() as screen:
        read_on_to_the_summary(screen)
        omitted = next(line for line in reversed(screen.lines) if "  ○   " in line)
        chosen = choose_lines(screen)
        put_in = omitted.partition("○")[2].partition("[")[0].strip()
        assert put_in in prose(chosen)
        screen.press("e")
        screen.shows("gazette-summary.md")
        screen.press(*str(exported), "enter")  # in place of the suggestion
        screen.shows("Summary written to")
        screen.press("escape")
        screen.shows("C ¶2 · no other source")
        screen.press("q")
        assert screen.ends() == 0
    assert put_in in exported.read_text(encoding="utf-8").partition("<details>")[0]

    with rashomon() as screen:
        screen.shows("‼", "C ¶2 · no other source")  # the place
        screen.press("s")
        screen.shows("Summary", "2 pinned · 1 dropped")
        screen.until(lambda: summary_rows(screen) == chosen, f"shows {chosen}")
        screen.press("escape")
        screen.shows("C ¶2 · no other source")
        screen.press("]", "c", "w")
        screen.shows("B wire does not report this · by you")
        screen.press("escape")
        screen.hides("Why  A gazette")
        screen.press("q")
        assert screen.ends() == 0

    with rashomon("out.md", state="elsewhere") as screen:
        screen.shows("‼")
        screen.press("s")
        screen.shows("Summary", "2 pinned · 1 dropped")
        screen.until(lambda: summary_rows(screen) == chosen, f"shows {chosen}")
        screen.press("q")
        assert screen.ends() == 0


def test_what_was_decided_is_there_after_a_kill(rashomon: Open, tmp_path: Path) -> None:
    def saved() -> str:
        return "".join(path.read_text("utf-8") for path in (tmp_path / "state").rglob("*.json"))

    with rashomon() as screen:
        screen.shows("‼")
        screen.press("a")
        screen.shows("Note")
        screen.press(*"ask the coast guard", "enter")
        screen.until(lambda: "ask the coast guard" in saved(), "is saved")
        screen.press("C")
        screen.shows("✓")
        screen.process.kill()

    with rashomon() as screen:
        screen.shows("‼")
        screen.press("A")
        screen.shows("ask the coast guard")
        assert [path for path in (tmp_path / "state").rglob("*") if "damaged" in path.name] == []
        screen.press("q")
        assert screen.ends() == 0


def test_another_size_keeps_the_place(rashomon: Open) -> None:
    with rashomon() as screen:
        screen.shows("‼")
        screen.press("/")
        screen.shows("in all columns")
        screen.press(*"1987", "enter")
        screen.hides("Find 1987")
        for rows, columns in ((20, 60), (24, 80), (50, 200)):
            screen.resize(rows, columns)
            screen.shows("? Help", "B ¶3 · no other source", f"▌¶3 ◆ {BUILT}")
            assert len(screen.lines[-1]) <= columns
        screen.press("q")
        assert screen.ends() == 0


def test_where_nothing_can_be_saved_one_is_told_and_goes_on(rashomon: Open, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    with rashomon() as screen:
        screen.shows("‼")
        screen.press("C")
        screen.shows("The session cannot be saved: ", "✓")
        screen.press("e")
        screen.shows("gazette-summary.md")
        screen.press(*str(tmp_path / "state" / "out.md"), "enter")
        screen.shows("could not be written: Not a directory")
        screen.press("escape")
        screen.hides("could not be written")
        screen.press("G")
        screen.shows("A ¶3 ")
        screen.press("q")
        assert screen.ends() == 0
        assert "rashomon: the session could not be saved: " in screen.text
    assert (tmp_path / "state").read_text(encoding="utf-8") == "in the way"


def test_what_is_typed_faster_than_it_is_answered_is_not_lost(rashomon: Open, tmp_path: Path) -> None:
    exported = tmp_path / "out.md"
    with rashomon() as screen:
        screen.shows("‼")
        screen.press("/", *"tugs", "enter", "a", *"mangos gg", "enter")  # m and g begin sequences in the text
        screen.shows("C ¶2 · no other source", "1/1 · C1", "✎ mangos gg")
        screen.press("e", "ctrl+u", *str(exported), "enter")
        screen.shows("Summary written to")
        assert exported.exists()
        screen.press("f", "q")
        assert screen.ends() == 0


def test_what_is_pasted_keeps_its_place_among_the_keys(rashomon: Open) -> None:
    with rashomon() as screen:
        screen.shows("‼")
        screen.press("a", *"ab", "\x1b[200~CD\x1b[201~", *"ef", "enter", "/", "\x1b[200~tugs\x1b[201~")
        screen.shows("Find tugs", "1/1 · C1")
        screen.press("escape", "[", "c", "g", "g")
        screen.shows("✎ abCDef")


def test_what_is_typed_before_the_first_text_is_shown_is_not_lost(rashomon: Open) -> None:
    with rashomon() as screen:
        screen.press("/", *"tugs", "enter", "a", *"ask", "enter")
        screen.shows("C ¶2 · no other source", "1/1 · C1", "✎ ask")


def test_quitting_while_one_types_a_path_leaves_nothing_on_the_terminal(
    rashomon: Open, tmp_path: Path
) -> None:
    with rashomon() as screen:
        screen.shows("‼")
        screen.press("o" + str(tmp_path / "gazette") * 2)
        screen.shows("Open now")
        screen.press("\x11")
        assert screen.ends() == 0
        assert not screen.text.strip()
