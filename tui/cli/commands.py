"""The commands that print or write: ``compare`` and ``summary``."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.articles import compared, read
from tui.cli.failure import say
from tui.cli.options import FILES, Parser, add_output, add_words
from tui.cli.output import may_write, show, write

if TYPE_CHECKING:
    from tui.model import Comparison


_COMPARE_DESCRIPTION = (
    "Print who reports what, what one source alone has, the conflicts and a merged summary."
)
_COMPARE_EPILOG = """\
examples:
  rashomon compare a.txt b.txt c.txt
  rashomon compare a.txt b.txt --format json | jq .conflicts
  rashomon compare *.txt --words 200 -o report.html
  rashomon compare *.txt --fail-on conflict > report.txt || echo "look at the conflicts"
  rashomon compare a.txt https://example.org/story
"""
_SUMMARY_DESCRIPTION = "Print the merged summary, each line with its reference."
_SUMMARY_EPILOG = """\
examples:
  rashomon summary a.txt b.txt c.txt
  rashomon summary *.txt --words 80 -o summary.md
  rashomon summary summary.md -o summary.html
"""


def compare(arguments: list[str]) -> int:
    """Print who reports what, and what follows from it."""
    parser = Parser("rashomon compare", _COMPARE_DESCRIPTION, _COMPARE_EPILOG)
    parser.add_argument("files", metavar="FILE", nargs="+", help=FILES)
    parser.add_argument(
        "--fail-on",
        choices=("conflict", "difference"),
        help="exit with 1 if there is a conflict (or also: a lesser difference)",
    )
    add_words(parser)
    add_output(parser, "compare")
    return _export(parser, arguments)


def summary(arguments: list[str]) -> int:
    """Print the merged summary."""
    parser = Parser("rashomon summary", _SUMMARY_DESCRIPTION, _SUMMARY_EPILOG)
    parser.add_argument("files", metavar="FILE", nargs="+", help=FILES)
    parser.set_defaults(fail_on=None)
    add_words(parser)
    add_output(parser, "summary")
    return _export(parser, arguments)


def _export(parser: argparse.ArgumentParser, arguments: list[str]) -> int:
    from tui.export.formats import format_named, format_of_file, formats_of
    from tui.reading.address import is_address

    options = parser.parse_intermixed_args(arguments)
    if options.format:
        form = format_named(options.format)
    else:
        form = format_of_file(options.output or "", formats_of(options.command))
    articles, exported = read(options.files)
    named = [file for file in options.files if not is_address(file)]
    sources = [*named, *(article.path for article in articles if article.path)]
    may_replace = options.output is not None and may_write(options.output, sources, force=options.force)
    comparison, choices = compared(articles, exported, options.words)
    if options.output is None:
        show(comparison, choices, form)
    else:
        write(comparison, choices, form, options.output, replace=may_replace)
    return _verdict(comparison, options.fail_on)


def _verdict(comparison: Comparison, fail_on: str | None) -> int:
    """The exit code under ``--fail-on``, with a sentence that gives the reason for it."""
    from tui.wording.counts import count

    found = [count(len(comparison.conflicts), "conflict")] if comparison.conflicts else []
    if fail_on == "difference" and comparison.differences:
        found.append(count(len(comparison.differences), "lesser difference"))
    if fail_on is None or not found:
        return 0
    say(f"the articles have {' and '.join(found)}.")
    return 1
