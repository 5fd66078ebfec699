"""The command without a name: opening the application."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.articles import choices_of_lines, compared, read
from tui.cli.failure import FailureError, say
from tui.cli.options import FILES, Parser, add_words
from tui.cli.output import show
from tui.cli.signals import left_by_signals, run
from tui.cli.terminal import need_terminal
from tui.cli.terminal_background import BackgroundQuery
from tui.reading.samples import sample_paths
from tui.session import DEFAULT_WORDS
from tui.version import __version__

if TYPE_CHECKING:
    from tui.app import RashomonApp
    from tui.export.roundtrip import Exported
    from tui.model import Article
    from tui.settings import Settings


_DESCRIPTION = "Read several accounts of the same event against each other."
_EPILOG = """\
commands:
  compare               print the comparison: text, Markdown, HTML, JSON or plain lines
  summary               print the merged summary: Markdown, HTML, mail or JSON

examples:
  rashomon                          open the samples
  rashomon a.txt b.txt c.md         open three articles side by side
  pbpaste | rashomon a.txt -        the second article from standard input
  rashomon a.txt https://news.test  the second article from the web
  rashomon compare a.txt b.txt      print the comparison
  rashomon summary *.txt -o out.md  write the merged summary
  rashomon out.md                   go on with a summary that was exported
  rashomon --plain a.txt b.txt      print everything line by line, for a screen reader
  rashomon ./compare b.txt          open a file whose name is that of a command

environment:
  RASHOMON_LOG=FILE                 keep tracebacks of failures in FILE

Press ? inside the application for every key.
"""


def open_articles(arguments: list[str]) -> int:
    """Open the application on the articles, or print them line by line."""
    parser = Parser("rashomon", _DESCRIPTION, _EPILOG)
    parser.usage = "rashomon [options] [FILE ...]\n       rashomon {compare,summary} FILE ... [options]"
    parser.add_argument("files", metavar="FILE", nargs="*", help=f"{FILES}; none: the samples")
    add_words(parser)
    parser.add_argument(
        "--plain", action="store_true", help="print everything as plain lines instead, for screen readers"
    )
    parser.add_argument(
        "--session",
        metavar="FILE",
        type=Path,
        help="keep notes, corrections and choices in FILE (default: by content, in the state folder)",
    )
    parser.add_argument(
        "--config", metavar="FILE", type=Path, help="settings and keys (default: in the configuration folder)"
    )
    parser.add_argument("--version", action="version", version=f"rashomon {__version__}")
    options = parser.parse_intermixed_args(arguments)
    with _all_kept():
        articles, exported = read(options.files or sample_paths())
        settings = _settings(options.config)
    if options.plain:
        from tui.export.formats import PLAIN

        show(*compared(articles, exported, options.words or settings.words), PLAIN)
        return 0
    need_terminal(articles_from_input="-" in options.files)
    with left_by_signals(), BackgroundQuery() as query:
        if settings.theme is None:
            query.ask()
        app = _application(articles, exported, settings, options.words, options.session)
        if settings.theme is None:
            from tui.app.themes import by_terminal

            app.theme = by_terminal(os.environ.get("COLORFGBG", ""), light=query.light()).name
        if sys.platform != "win32":
            from tui.cli.terminal_parser import drop_answers  # there is no such parser on Windows

            drop_answers(query)
        try:
            run(app)
        finally:
            _save(app)
    return app.return_code or 0


def _settings(file: Path | None) -> Settings:
    from tui.settings import SettingsError, read_settings, settings_path

    try:
        return read_settings(file or settings_path(), must_exist=file is not None)
    except SettingsError as error:
        raise FailureError(str(error), 2) from error


@contextmanager
def _all_kept() -> Iterator[None]:
    """Keep what is loaded here from the garbage collector, which would find nothing and take time for it."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


@_all_kept()
def _application(
    articles: tuple[Article, ...],
    exported: Exported | None,
    settings: Settings,
    words: int | None,
    file: Path | None,
) -> RashomonApp:
    """The application where the reader left off; its theme is the one that is configured, if one is."""
    from tui.app import MEASURE, RashomonApp
    from tui.session import Choices, Session
    from tui.session.store import NoSessionError, Store, session_folder

    if file is not None and (file.is_dir() or not file.parent.is_dir()):
        raise FailureError(f"“{file}” is no name for a file in a folder that exists.", 2)
    store = Store(articles, session_folder(), file)
    try:
        restored = store.restore()
    except NoSessionError as error:
        raise FailureError(str(error), 2) from error
    session = restored.session or Session(Choices().budget(settings.words or DEFAULT_WORDS))
    if exported is not None:
        session = session.decide(exported.choices)
        view = replace(session.view, summary_lines=exported.lines, summary_choices=choices_of_lines(exported))
        session = replace(session, view=view)
    if words is not None:
        session = replace(session, choices=session.choices.budget(words))
    app = RashomonApp(
        articles,
        session=session,
        store=store,
        notices=tuple(dict.fromkeys((*restored.messages, *(exported.messages if exported else ())))),
        measure=settings.measure or MEASURE,
        table=settings.table,
    )
    if settings.theme is not None:
        if settings.theme not in app.available_themes:
            known = ", ".join(sorted(app.available_themes))
            raise FailureError(f"There is no theme “{settings.theme}”; there are {known}.", 2)
        app.theme = settings.theme
    return app


def _save(app: RashomonApp) -> None:
    try:
        if notice := app.state.save():
            say(notice)
    except OSError as error:
        say(f"the session could not be saved: {error.strerror or error}.")
