"""The command line: arguments in, exit code out.

Exit codes: 0 done, 1 failed or declined, 2 wrong use or an article that cannot be read, 130 interrupted,
141 nobody reads the output any more. What a command does not need is not imported, least of all Textual,
NumPy and NLTK.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from tui import __version__
from tui.samples import sample_paths
from tui.session import DEFAULT_WORDS

if TYPE_CHECKING:
    from tui.model import Article, Comparison

_DESCRIPTION = "Read several accounts of the same event against each other."
_FILES = "text or Markdown files, one article each; - is standard input"
_EPILOG = """\
commands:
  compare               print the comparison: text, JSON or Markdown
  summary               print the merged summary as Markdown

examples:
  rashomon                          open the samples
  rashomon a.txt b.txt c.md         open three articles side by side
  pbpaste | rashomon a.txt -        the second article from standard input
  rashomon compare a.txt b.txt      print the comparison
  rashomon summary *.txt -o out.md  write the merged summary
  rashomon ./compare b.txt          open a file whose name is that of a command

Press ? inside the application for every key.
"""
_COMPARE_DESCRIPTION = (
    "Print who reports what, what one source alone has, the conflicts and a merged summary."
)
_COMPARE_EPILOG = """\
examples:
  rashomon compare a.txt b.txt c.txt
  rashomon compare a.txt b.txt --format json | jq .conflicts
  rashomon compare *.txt --format markdown --words 200 -o report.md
  curl -s https://example.org/story.txt | rashomon compare a.txt -
"""
_SUMMARY_DESCRIPTION = "Print the merged summary as Markdown, each line with its reference."
_SUMMARY_EPILOG = """\
examples:
  rashomon summary a.txt b.txt c.txt
  rashomon summary *.txt --words 80 -o summary.md
"""

_NO_TERMINAL = "the application needs a terminal; without one, use: rashomon compare FILE ..."
_NO_KEYS = "standard input holds an article and no terminal is there for keys; use: rashomon compare FILE ..."


class _FailureError(Exception):
    """Something that ends the program with a sentence and an exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class _Parser(argparse.ArgumentParser):
    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        from tui.reading.clean import one_line

        super().error(one_line(message))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with ``arguments`` (default: those of the process) and return its exit code."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _discard_output()
        return 141
    except _FailureError as failure:
        _say(str(failure))
        return failure.code
    except OSError as error:  # such as a full disk behind standard output
        _discard_output()
        _say(f"{error.strerror or error}.")
        return 1
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if Path(frame.filename).is_relative_to(Path(__file__).parent)]
        where = own[-1]  # a library's line would say little
        place = f"{Path(where.filename).name}:{where.lineno}"
        _say(f"unexpected failure: {type(error).__name__}: {error} ({place}).")
        return 1


def _run(arguments: list[str]) -> int:
    try:
        code = _dispatch(arguments)
    except SystemExit as stop:  # from argparse, after help, version or wrong use
        code = stop.code if isinstance(stop.code, int) else 1
    if sys.stdout is not None:
        sys.stdout.flush()  # a failure at interpreter shutdown would be a traceback
    return code


def _dispatch(arguments: list[str]) -> int:
    match arguments:
        case ["compare", *rest]:
            return _compare(rest)
        case ["summary", *rest]:
            return _summary(rest)
        case _:
            return _open(arguments)


def _open(arguments: list[str]) -> int:
    parser = _Parser("rashomon", _DESCRIPTION, _EPILOG)
    parser.usage = "rashomon [options] [FILE ...]\n       rashomon {compare,summary} FILE ... [options]"
    parser.add_argument("files", metavar="FILE", nargs="*", help=f"{_FILES}; none: the samples")
    _add_words(parser, default=None)
    parser.add_argument(
        "--session",
        metavar="FILE",
        type=Path,
        help="keep notes, corrections and choices in FILE (default: by content, in the state folder)",
    )
    parser.add_argument("--version", action="version", version=f"rashomon {__version__}")
    options = parser.parse_intermixed_args(arguments)
    articles = _read(options.files or sample_paths())
    _need_terminal(articles_from_input="-" in options.files)
    return _read_on(articles, options.words, options.session)


def _read_on(articles: tuple[Article, ...], words: int | None, file: Path | None) -> int:
    """Open the application where the reader left off."""
    from tui.app import RashomonApp
    from tui.session import Session
    from tui.session.store import NoSessionError, Store, session_folder

    if file is not None and (file.is_dir() or not file.parent.is_dir()):
        raise _FailureError(f"“{file}” is no name for a file in a folder that exists.", 2)
    store = Store(articles, session_folder(), file)
    try:
        restored = store.restore()
    except NoSessionError as error:
        raise _FailureError(str(error), 2) from error
    session = restored.session or Session()
    if words is not None:
        session = replace(session, choices=session.choices.budget(words))
    app = RashomonApp(articles, session=session, store=store, notices=restored.messages)
    try:
        app.run()
    finally:
        app.save()
    return app.return_code or 0


def _compare(arguments: list[str]) -> int:
    parser = _Parser("rashomon compare", _COMPARE_DESCRIPTION, _COMPARE_EPILOG)
    parser.add_argument("files", metavar="FILE", nargs="+", help=_FILES)
    parser.add_argument(
        "--format",
        choices=("text", "json", "markdown"),
        default="text",
        help="form of the output (default: text)",
    )
    _add_words(parser)
    _add_output(parser)
    return _export(parser, arguments)


def _summary(arguments: list[str]) -> int:
    parser = _Parser("rashomon summary", _SUMMARY_DESCRIPTION, _SUMMARY_EPILOG)
    parser.add_argument("files", metavar="FILE", nargs="+", help=_FILES)
    parser.set_defaults(format="markdown")
    _add_words(parser)
    _add_output(parser)
    return _export(parser, arguments)


def _add_words(parser: argparse.ArgumentParser, default: int | None = DEFAULT_WORDS) -> None:
    parser.add_argument(
        "--words",
        metavar="N",
        type=_positive,
        default=default,
        help=f"length of the summary in words at most (default: {DEFAULT_WORDS})",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="OUT", help="write to a file instead of standard output")
    parser.add_argument("--force", action="store_true", help="replace the file without asking")


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return number


def _read(paths: Sequence[str]) -> tuple[Article, ...]:
    from tui.reading import ReadingError, read_articles

    try:
        return read_articles(paths)
    except ReadingError as error:
        raise _FailureError(str(error), 2) from error


def _export(parser: argparse.ArgumentParser, arguments: list[str]) -> int:
    options = parser.parse_intermixed_args(arguments)
    articles = _read(options.files)
    may_replace = options.output is not None and _may_write(
        options.output, options.files, force=options.force
    )
    from tui.analysis import TooLongError, compare

    try:
        comparison = compare(articles, summary_words=options.words)
    except TooLongError as error:
        raise _FailureError(str(error), 1) from error
    if options.output is None:
        _print(comparison, options.format)
        return 0
    from tui.export.files import write_atomically

    try:
        write_atomically(options.output, _rendered(comparison, options.format), replace=may_replace)
    except OSError as error:
        raise _FailureError(f"“{options.output}” cannot be written: {error.strerror or error}.", 1) from error
    return 0


def _may_write(output: str, sources: Sequence[str], *, force: bool) -> bool:
    """Whether a file that stands at ``output`` may be replaced; asks if there is one.

    What can never be written to is refused here, before the time for a comparison is spent.
    """
    from tui.reading.clean import one_line

    path = Path(output)
    if not output or path.is_dir():
        raise _FailureError(f"“{output}” is no name for a file; give one after -o.", 2)
    if not path.parent.is_dir():
        raise _FailureError(f"There is no folder “{path.parent}” to write “{path.name}” in.", 1)
    if not path.is_file():
        return False
    if any(source != "-" and path.samefile(source) for source in sources):
        raise _FailureError(f"“{output}” is one of the articles; choose another name.", 2)
    if force:
        return True
    if not _is_terminal(sys.stdin):
        raise _FailureError(f"“{output}” exists; use --force to replace it.", 2)
    print(f"rashomon: “{one_line(output)}” exists. Replace it? [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise _FailureError(f"“{output}” was left as it is.", 1)
    return True


def _rendered(comparison: Comparison, form: str, *, width: int = 100) -> str:
    if form == "json":
        from tui.export.json import to_json

        return to_json(comparison) + "\n"
    if form == "markdown":
        from tui.export.markdown import to_markdown

        return to_markdown(comparison)
    from tui.export.text import to_text

    return to_text(comparison, width=width)


def _print(comparison: Comparison, form: str) -> None:
    if not isinstance(sys.stdout, io.TextIOWrapper):
        raise _FailureError("there is no standard output to print to.", 1)
    if form != "text":
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        sys.stdout.write(_rendered(comparison, form))
        return
    from rich.console import Console

    from tui.export.text import render

    sys.stdout.reconfigure(errors="replace")  # "?" for a letter that the terminal's encoding lacks
    console = Console(highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        render(comparison, console)
    else:
        sys.stdout.write(_rendered(comparison, form, width=console.width))


def _need_terminal(*, articles_from_input: bool) -> None:
    """Make sure that the application can draw and get keys, even if an article came by standard input."""
    if not (_is_terminal(sys.__stdout__) and _is_terminal(sys.__stderr__)):  # Textual draws on the latter
        raise _FailureError(_NO_TERMINAL, 2)
    if articles_from_input and not _is_terminal(sys.__stdin__):
        try:
            terminal = os.open(_terminal_name(), os.O_RDWR)
        except OSError:
            raise _FailureError(_NO_KEYS, 2) from None
        os.dup2(terminal, 0)
        os.close(terminal)
    elif not _is_terminal(sys.__stdin__):
        raise _FailureError(_NO_TERMINAL, 2)


def _terminal_name() -> str:
    try:
        return os.ttyname(2)  # by its own name: macOS cannot poll /dev/tty
    except (AttributeError, OSError):
        return "/dev/tty"


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _discard_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter does not fail on it when it ends."""
    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _say(message: str) -> None:
    from tui.reading.clean import one_line

    if sys.stderr is not None:
        print(f"rashomon: {one_line(message)}", file=sys.stderr)
