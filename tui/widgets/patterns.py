"""Finding a regular expression in texts, in a process of its own.

Some patterns take longer than anybody waits, and nothing inside a process can stop Python's matching once it
has begun; a process can be ended.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Sequence

Found = tuple[int, int, int, int]
"""A source, a paragraph, and the offsets of a match's start and end."""

PATIENCE = 2.0
"""Seconds after which a search is given up."""


class PatternError(ValueError):
    """A pattern that cannot be searched for; the message says why in a few words."""


def find_all(pattern: str, texts: Sequence[Sequence[str]], limit: int) -> list[Found]:
    """At most ``limit`` matches a source, in order; empty ones are no matches.

    A pattern without a capital, escapes aside, matches either case.

    Raises:
        PatternError: it is no regular expression.
    """
    literal = re.sub(r"\\.", "", pattern)
    try:
        wanted = re.compile(pattern, re.IGNORECASE if literal == literal.lower() else re.NOFLAG)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"no pattern: {error}") from error
    found: list[Found] = []
    for source, paragraphs in enumerate(texts):
        room = len(found) + limit
        for number, text in enumerate(paragraphs):
            for match in wanted.finditer(text):
                if match.end() > match.start() and len(found) < room:
                    found.append((source, number, *match.span()))
            if len(found) >= room:
                break
    return found


async def find_pattern(pattern: str, texts: Sequence[Sequence[str]], limit: int) -> list[Found]:
    """As `find_all`, in another process; an unfinished one is ended when this is cancelled.

    Raises:
        PatternError: it is no regular expression, or takes longer than `PATIENCE`.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        __file__,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        asked = json.dumps([pattern, texts, limit]).encode()
        answer, _ = await asyncio.wait_for(process.communicate(asked), PATIENCE)
    except TimeoutError:
        raise PatternError("this pattern takes too long") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise PatternError("this pattern takes too much")
    found = json.loads(answer)
    if isinstance(found, str):
        raise PatternError(found)
    return [(source, paragraph, start, end) for source, paragraph, start, end in found]


def _main() -> None:
    try:
        print(json.dumps(find_all(*json.load(sys.stdin))))
    except PatternError as error:
        print(json.dumps(str(error)))


if __name__ == "__main__":
    _main()
