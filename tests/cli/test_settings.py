from __future__ import annotations

from pathlib import Path

import pytest

from tui.keys.keymap import remapped
from tui.settings import Settings, SettingsError, read_settings


def settings(folder: Path, text: str) -> Settings:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_everything_can_be_set(tmp_path: Path) -> None:
    text = """
    theme = "nord"
    words = 200
    measure = 72
    [keys.app]
    facts = "f5"
    [keys.compare]
    view = ["v", "ctrl+v"]
    """
    keys = {"app": {"facts": ("f5",)}, "compare": {"view": ("v", "ctrl+v")}}
    assert settings(tmp_path, text) == Settings("nord", 200, 72, remapped(keys))


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()


def test_a_file_that_was_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no configuration file “.*none\.toml”"):
        read_settings(tmp_path / "none.toml", must_exist=True)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme", "not TOML"),
        ("colour = 1", "“colour” is no setting; there are keys, measure, theme, words"),
        ("theme = 1", "“theme” must be"),
        ("words = 1", "“words” must be a whole number from 10"),
        ("words = true", "“words” must be"),
        ("measure = '80'", "“measure” must be"),
        ("keys = 'f'", r"\[keys.app\]"),
        ("[keys]\nfacts = 'f'", r"\[keys.app\]"),
        ("[keys.app]\nfacts = 'v'", r"both .*app\.facts.*compare\.view"),
        ("[keys.app]\nfacts = 1", "“keys.app.facts” must be a key or a list of keys"),
    ],
)
def test_a_wrong_setting_is_told_with_the_files_name(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as error:
        settings(tmp_path, text)
    assert "config.toml" in str(error.value)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="not TOML"):
        read_settings(path)
