from __future__ import annotations

import pytest

from tui.reading.mojibake import is_damaged, repair

TEXT = "“We can’t wait – it’s José’s café in São Paulo,” he said: £500 on Rue d’Été…"


@pytest.mark.parametrize("encoding", ["sloppy-windows-1252", "latin-1", "mac_roman", "sloppy-windows-1251"])
def test_utf_8_that_was_read_as_something_else_is_repaired(encoding: str) -> None:
    import ftfy  # noqa: F401  # registers the sloppy encodings

    assert repair(TEXT.encode().decode(encoding)) == TEXT


def test_what_was_read_wrongly_twice_is_repaired() -> None:
    import ftfy  # noqa: F401

    once = TEXT.encode().decode("sloppy-windows-1252")
    assert repair(once.encode().decode("sloppy-windows-1252")) == TEXT


def test_a_closing_mark_that_lost_a_byte_is_repaired() -> None:
    assert repair("â€œIt is over,â€ he said. â€œSo.â€") == "“It is over,” he said. “So.”"


def test_a_line_is_repaired_on_its_own() -> None:
    assert repair(f"{TEXT}\n{TEXT.encode().decode('latin-1')}") == f"{TEXT}\n{TEXT}"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "SÃO PAULO, AMAPÃ – PARÃ",
        "“MARACANÔ, “ARAXÃ”",
        "CAFÉ’S OWNER",
        "Fiancé—Ñandú, Ærø, Åse, Zoë",
        "ÎLE-DE-FRANCE",
        "Привет, Рабочий мост",
        "港の橋",
        "Why? Is it? don’t?",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair(text) == text
    assert not is_damaged(text)


@pytest.mark.parametrize("text", ["He didn?t go.", "The caf\ufffd burned.", "voilÃ le pont"])
def test_what_is_lost_is_damage(text: str) -> None:
    assert is_damaged(repair(text))
