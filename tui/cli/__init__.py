"""The command line: arguments in, exit code out.

Exit codes: 0 done, 1 failed or declined, 2 wrong use or an article that cannot be read, 130 interrupted,
141 nobody reads the output any more. What a command does not need is not imported, least of all Textual,
NumPy and NLTK.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.cli.failure import LOG, FailureError, keep_log, say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with ``arguments`` (default: those of the process) and return its exit code."""
    try:
        keep_log()
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _discard_output()
        return 141
    except FailureError as failure:
        for sentence in str(failure).splitlines():
            say(sentence)
        return failure.code
    except OSError as error:  # such as a full disk behind standard output
        _discard_output()
        say(f"{error.strerror or error}.")
        return 1
    except Exception as error:
        return _failed(error)


def _failed(error: Exception) -> int:
    """Tell of an unexpected failure in one sentence, and keep its traceback where that is asked for."""
    import logging
    import traceback

    logging.getLogger(__name__).debug("unexpected failure", exc_info=error)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(Path(__file__).parent.parent)]
    where = own[-1]  # a library's line would say little
    place = f"{Path(where.filename).name}:{where.lineno}"
    say(f"unexpected failure: {type(error).__name__}: {error} ({place}); {LOG}=FILE keeps the traceback.")
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
    if arguments[:1] in (["compare"], ["summary"]):
        from tui.cli import commands

        name, *rest = arguments
        return commands.compare(rest) if name == "compare" else commands.summary(rest)
    from tui.cli.open_app import open_articles

    return open_articles(arguments)


def _discard_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter does not fail on it when it ends."""
    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
