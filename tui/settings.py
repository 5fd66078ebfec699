"""The reader's configuration file, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.keys import ACTIONS, Action
from tui.keys.keymap import remapped

_LEAST_WORDS, _MOST_WORDS = 10, 100_000
_LEAST_MEASURE, _MOST_MEASURE = 20, 400


class SettingsError(ValueError):
    """A configuration that makes no sense; the message is one sentence that names the file."""


@dataclass(frozen=True)
class Settings:
    """The reader's configuration.

    ``theme`` is the name of a theme, None for what fits the terminal; ``words`` the length of a new summary;
    ``measure`` the most cells of a line of text, None for the program's own; ``table`` the actions with the
    reader's own keys.
    """

    theme: str | None = None
    words: int | None = None
    measure: int | None = None
    table: tuple[Action, ...] = ACTIONS


def settings_path() -> Path:
    """The path at which the configuration file is looked for; it need not exist."""
    from platformdirs import user_config_path  # needed only where no other file is named

    return user_config_path("rashomon", appauthor=False) / "config.toml"


def read_settings(path: Path, *, must_exist: bool = False) -> Settings:
    """Read the settings from a file; without one they are the program's own.

    Raises:
        SettingsError: the file cannot be read, is no TOML, or sets something that does not exist or fit.
    """
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        if must_exist:
            raise SettingsError(f"There is no configuration file “{path}”.") from None
        return Settings()
    except OSError as error:
        raise SettingsError(f"“{path}” cannot be read: {error.strerror or error}.") from error
    import tomllib  # most have no configuration

    try:
        data = tomllib.loads(text.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f"“{path}” is not TOML: {error}.") from error
    try:
        return _settings(data)
    except ValueError as error:
        raise SettingsError(f"“{path}”: {error}") from error


def _settings(data: Mapping[str, object]) -> Settings:
    known = {"theme", "words", "measure", "keys"}
    if strange := next((key for key in data if key not in known), None):
        raise ValueError(f"“{strange}” is no setting; there are {', '.join(sorted(known))}.")
    theme = data.get("theme")
    if not (theme is None or isinstance(theme, str)):
        raise ValueError("“theme” must be the name of a theme in quotation marks.")
    return Settings(
        theme,
        _number(data, "words", _LEAST_WORDS, _MOST_WORDS),
        _number(data, "measure", _LEAST_MEASURE, _MOST_MEASURE),
        remapped(_keys(data.get("keys", {}))),
    )


def _number(data: Mapping[str, object], name: str, least: int, most: int) -> int | None:
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"“{name}” must be a whole number from {least} to {most}.")
    return value


def _keys(data: object) -> dict[str, dict[str, tuple[str, ...]]]:
    tables = data if isinstance(data, dict) else {}
    if tables is not data or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("Keys stand in a table for each screen, such as [keys.app].")
    return {
        where: {name: _list(f"keys.{where}.{name}", keys) for name, keys in table.items()}
        for where, table in tables.items()
    }


def _list(name: str, keys: object) -> tuple[str, ...]:
    listed = [keys] if isinstance(keys, str) else keys
    if not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
        raise ValueError(f"“{name}” must be a key or a list of keys in quotation marks.")
    return tuple(listed)
