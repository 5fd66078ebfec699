"""Finding text and regular expressions in articles."""

from __future__ import annotations

import math
import re
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from tui.model import Article
from tui.widgets.marks import Place

Match = tuple[int, int, int, int]
"""A stretch that matches: source, paragraph, and the offsets of its start and end."""

MATCHES_PER_SOURCE = 5000
"""The most matches that are looked for in one source."""

_LONGEST_UNROLLED_PATTERN = 200_000  # characters; each takes some 300 bytes
_LEAST_REPEATS = re.compile(r"\{\s*([0-9]{1,9})")


class PatternError(ValueError):
    """A pattern that cannot be searched for; the message says why in a few words."""


def find_text(articles: Sequence[Article], text: str) -> list[Match]:
    """Find a text that is not blank in articles; any white space matches any other.

    A text in lower case matches either case, one with a capital only itself.

    Returns:
        The first matches of each source, at most `MATCHES_PER_SOURCE`, in reading order.
    """
    words = r"\s+".join(map(re.escape, text.split()))
    wanted = re.compile(words, re.IGNORECASE if text == text.lower() else re.NOFLAG)
    return _find(articles, wanted.finditer)


def find_pattern(articles: Sequence[Article], pattern: str, seconds: float) -> list[Match]:
    r"""Find a regular expression in articles; empty matches do not count.

    It is read as the library `regex` does in its version 0: what Python's `re` accepts means the same, and
    more is accepted, such as ``\p{Lu}``. Unlike `re`, that library can be stopped, and lets other threads
    run while it matches. A pattern without a capital, escapes aside, matches either case.

    Args:
        articles: where to look.
        pattern: the regular expression.
        seconds: of processor time, after which the search is given up.

    Returns:
        The first matches of each source, at most `MATCHES_PER_SOURCE`, in reading order.

    Raises:
        PatternError: it is no regular expression, or one that takes too much memory.
        TimeoutError: it takes too long.
    """
    import regex  # nobody waits for it before the first pattern

    if _unrolled_length(pattern) > _LONGEST_UNROLLED_PATTERN:
        raise PatternError("this pattern takes too much")
    literal = re.sub(r"\\.", "", pattern)
    either_case = literal == literal.lower()
    try:
        wanted = regex.compile(pattern, regex.VERSION0 | (regex.IGNORECASE if either_case else 0))
    except (regex.error, ValueError, RecursionError) as error:
        raise PatternError(f"no pattern: {error}") from error
    end = time.process_time() + seconds  # the clock that `regex` goes by

    def matches(text: str) -> Iterable[re.Match[str]]:
        found: Iterable[re.Match[str]] = wanted.finditer(
            text, concurrent=True, timeout=max(0.0, end - time.process_time())
        )
        return found

    return _find(articles, matches)


def _unrolled_length(pattern: str) -> int:
    """The most characters a pattern can have once ``a{3}`` is written ``aaa``, which `regex` does."""
    return len(pattern) * math.prod(max(1, int(least)) for least in _LEAST_REPEATS.findall(pattern))


def _find(articles: Sequence[Article], matches: Callable[[str], Iterable[re.Match[str]]]) -> list[Match]:
    found: list[Match] = []
    for source, article in enumerate(articles):
        of_source = (
            (source, number, *match.span())
            for number, text in enumerate(article.paragraphs)
            for match in matches(text)
            if match.end() > match.start()
        )
        found += islice(of_source, MATCHES_PER_SOURCE)
    return found


def match_beside(matches: Sequence[Match], place: Place, start: int, step: int) -> int:
    """The index of the match at or after (``step`` 0), after (1) or before (-1) a character, going round.

    Args:
        matches: at least one, in order.
        place: the paragraph.
        start: the offset of the character in it.
        step: 0, 1 or -1.
    """
    here = (place.source, place.paragraph, start, start)
    if step < 0:
        return (bisect_left(matches, here) - 1) % len(matches)
    if step == 0:
        return bisect_left(matches, here) % len(matches)
    return bisect_right(matches, (*here[:3], 1 << 62)) % len(matches)


def tally(matches: Sequence[Match], place: Place, keys: Sequence[str]) -> str:
    """Count the matches up to the cursor's, all, and those in each source: ``3/12 · A5 B7``."""
    here = (place.source, place.paragraph, *(place.span or (0, 0)))
    index = bisect_left(matches, here)
    number = index + 1 if here in matches[index : index + 1] else "–"
    counts = Counter(source for source, *_ in matches)
    cut = max(counts.values()) >= MATCHES_PER_SOURCE
    each = " ".join(f"{keys[s]}{counts[s]}{'+' * (counts[s] >= MATCHES_PER_SOURCE)}" for s in sorted(counts))
    return f"{number}/{len(matches)}{'+' * cut} · {each}"
