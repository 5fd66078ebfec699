from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from aligned import story
from comparing import compared, told
from rich.color import ColorSystem
from rich.style import Style
from stories import PreparedApp
from textual.color import Color
from textual.theme import Theme

from tui.app import RashomonApp
from tui.app.themes import DARK, LIGHT, THEMES, by_terminal
from tui.cli import main

SOURCES = tuple(f"source-{number}" for number in range(1, 7))
WORDS = (
    *SOURCES,
    *("foreground", "quiet", "partial", "conflict", "match", "primary", "accent", "warning", "error"),
    *("success", "footer-key-foreground"),
)
PAIRS = (
    *((word, ground) for word in WORDS for ground in ("background", "surface", "panel")),
    *((word, ground) for word in (*SOURCES, "foreground", "conflict", "match") for ground in ("thumb",)),
    *((word, "cursor") for word in (*SOURCES, "foreground")),
    ("conflict", "conflict-tint"),
    ("match", "match-tint"),
    ("background", "primary"),
    ("block-cursor-foreground", "block-cursor-background"),
)


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def luminance(colour: Color) -> float:
    """As WCAG 2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_recommendation_does() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_has_the_contrast_that_the_theme_promises(theme: Theme) -> None:
    least = 7 if "contrast" in theme.name else 4.5
    poor = {
        (word, ground): round(ratio, 2)
        for word, ground in PAIRS
        if (ratio := contrast(colour(theme, word), colour(theme, ground))) < least
    }
    assert poor == {}


def drawn(app: RashomonApp) -> Iterator[tuple[str, Style]]:
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if segment.text.strip() and segment.style:
                yield segment.text, segment.style


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("keys", [("]", "c"), ("/", *"ferry")], ids=["conflict", "search"])
async def test_sixteen_colours_hide_nothing(theme: Theme, keys: tuple[str, ...]) -> None:
    async with compared(size=(100, 30)) as (pilot, screen):
        screen.app.theme = theme.name
        await pilot.press(*keys)
        await pilot.pause()
        shown = list(drawn(screen.app))
        assert len(shown) > 50
        for text, style in shown:
            assert style.color is not None
            assert style.bgcolor is not None
            assert style.color.downgrade(ColorSystem.STANDARD) != style.bgcolor.downgrade(
                ColorSystem.STANDARD
            ), text


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_sixteen_colours_tell_the_marks_apart(theme: Theme) -> None:
    async with compared(size=(140, 30)) as (pilot, screen):
        screen.app.theme = theme.name
        await pilot.press("/", *"fog")
        await pilot.pause()
        shown = list(drawn(screen.app))
        kinds = ("The ferry Marigold", "An inquiry will", "Two tugs", "harbour master", "fog")
        styles = [next(style for text, style in shown if text.startswith(kind)) for kind in kinds]
        codes = {style.render("x", color_system=ColorSystem.STANDARD) for style in styles}
        assert len(codes) == len(kinds)


async def test_a_key_leads_through_the_themes_and_back() -> None:
    async with compared() as (pilot, screen):
        seen = [screen.app.theme]
        for _ in THEMES:
            await pilot.press("T")
            seen.append(screen.app.theme)
        assert seen == [*(theme.name for theme in THEMES), DARK.name]
        assert told(screen) == ["The theme is now rashomon-dark."]


async def test_from_another_theme_the_key_leads_to_the_first_of_ours() -> None:
    async with compared() as (pilot, screen):
        screen.app.theme = "nord"
        await pilot.press("T")
        assert screen.app.theme == DARK.name


@pytest.mark.parametrize(
    ("report", "theme"),
    [
        ("0;15", LIGHT),
        ("0;default;7", LIGHT),
        ("15;0", DARK),
        ("7;8", DARK),
        ("", DARK),
        ("0;default", DARK),
        ("15;", DARK),
        ("0;²", DARK),
    ],
)
def test_the_theme_follows_what_the_terminal_reports(report: str, theme: Theme) -> None:
    assert by_terminal(report) is theme


@pytest.mark.parametrize(("report", "light", "theme"), [("15;0", True, LIGHT), ("0;15", False, DARK)])
def test_what_the_terminal_itself_says_goes_before_the_report(report: str, light: bool, theme: Theme) -> None:
    assert by_terminal(report, light=light) is theme


@pytest.mark.parametrize(
    ("configured", "theme"),
    [("", LIGHT.name), ('theme = "rashomon-contrast-dark"', "rashomon-contrast-dark")],
    ids=["not configured", "configured"],
)
def test_what_is_configured_goes_before_what_the_terminal_reports(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, configured: str, theme: str
) -> None:
    opened: list[str] = []
    monkeypatch.setenv("COLORFGBG", "0;15")
    monkeypatch.setenv("TERM", "dumb")  # the terminal of the test run is not asked
    monkeypatch.setattr("tui.cli.open_app.need_terminal", lambda **_: None)
    monkeypatch.setattr("tui.cli.open_app.run", lambda app: opened.append(app.theme))
    config = tmp_path / "config.toml"
    config.write_text(configured, encoding="utf-8")
    assert main(["--config", str(config)]) == 0
    assert opened == [theme]


@pytest.mark.parametrize("theme", ["rashomon-contrast-dark", "rashomon-contrast-light"])
def test_in_high_contrast(shoot, theme: str) -> None:  # type: ignore[no-untyped-def]
    assert shoot(lambda: PreparedApp(story()), "]", "c", size=(140, 40), theme=theme)


def test_in_high_contrast_without_colour(shoot) -> None:  # type: ignore[no-untyped-def]
    make = lambda: PreparedApp(story())  # noqa: E731
    assert shoot(make, "]", "c", size=(100, 30), theme="rashomon-contrast-light", no_color=True)
