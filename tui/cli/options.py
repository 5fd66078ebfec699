"""Arguments that the commands have in common."""

from __future__ import annotations

import argparse
from typing import NoReturn

from tui.session import DEFAULT_WORDS

_MOST_WORDS = 100_000  # more than articles that can be compared have

FILES = "text, Markdown or HTML files or web addresses, one article each; - is standard input"


class Parser(argparse.ArgumentParser):
    """An argument parser whose help keeps its line ends and whose errors keep to one line."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """End with what is wrong with the arguments, which may hold anything."""
        from tui.reading.cleaning import one_line

        super().error(one_line(message))


def add_words(parser: argparse.ArgumentParser) -> None:
    """Let the length of the summary be chosen."""
    parser.add_argument(
        "--words",
        metavar="N",
        type=_positive,
        help=f"length of the summary in words at most (default: {DEFAULT_WORDS})",
    )


def add_output(parser: argparse.ArgumentParser, command: str) -> None:
    """Let the form of the output be chosen from those of the command, and the output go to a file."""
    from tui.export.formats import formats_of

    offered = formats_of(command)
    purposes = "; ".join(f"{form.name}: {form.purpose}" for form in offered)
    parser.add_argument(
        "--format",
        choices=tuple(form.name for form in offered),
        help=f"form of the output (default: by the ending of OUT, or {offered[0].name}). {purposes}",
    )
    parser.set_defaults(command=command)
    parser.add_argument("-o", "--output", metavar="OUT", help="write to a file instead of standard output")
    parser.add_argument("--force", action="store_true", help="replace the file without asking")


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= _MOST_WORDS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {_MOST_WORDS}")
    return number
