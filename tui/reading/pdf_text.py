r"""Text out of a PDF: running heads, page numbers and form feeds taken off, sentences joined over the page.

A page ends at a form feed (``\f``, as ``pdftotext`` writes it) or at a line such as "Page 2 of 5" or "- 2 -".
Only what stands at the top or the foot of every page is a running head, digits aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.reading.line_ends import dangles, ends_sentence

_LONGEST_NUMBER_LINE = 20  # characters
_PAGE_OF = re.compile(r"(?i)[-–—|]? ?(?:page|p\.|seite)? ?(\d{1,4}) ?(?:of|/|von) ?(\d{1,4}) ?[-–—|]?")
_NUMBERED = re.compile(r"(?i)page (\d{1,4})|[-–—] ?(\d{1,4}) ?[-–—]")
_LONE_HYPHEN = re.compile(r"([^\W\d_])[ ]*\n[ ]*[-‐][ ]*\n[ ]*(?=[^\W\d_])")
_DIGITS = re.compile(r"\d+")
_MOST_RUNNING_LINES = 3  # at the top or the foot of a page
_HEADLINE_WORDS = 4  # a running head of so many words without a figure may be the headline: it stays once
_FULL = 0.8  # of the longest line; a shorter one may be the last of its paragraph


def without_pages(text: str) -> str:
    """Undo the pages of a text out of a PDF; any other text comes back as it is."""
    text = _LONE_HYPHEN.sub(r"\1-", text)
    pages = _pages(text)
    if len(pages) < 2:
        return text.replace("\f", "\n")
    heads = _running(pages)
    feet = _running([page[::-1] for page in pages])
    bodies = [
        _trimmed(page[_kept_from(page, heads, first=not number) : len(page) - feet])
        for number, page in enumerate(pages)
    ]
    bodies = [body for body in bodies if body]
    width = max((len(line) for body in bodies for line in body), default=0)
    parts = ["\n".join(bodies[0])] if bodies else []
    for before, after in pairwise(bodies):
        parts.append("\n" if _goes_on(before[-1], after[0], width) else "\n\n")
        parts.append("\n".join(after))
    return "".join(parts)


def _pages(text: str) -> list[list[str]]:
    """The lines of each page, without its number's line and blank ones around it."""
    lines = [
        line for part in re.split(r"(\f)", text) for line in (["\f"] if part == "\f" else part.split("\n"))
    ]
    numbers = _number_lines(lines)
    pages: list[list[str]] = [[]]
    for place, line in enumerate(lines):
        if place in numbers or line == "\f":
            pages.append([])
        else:
            pages[-1].append(line)
    return [page for page in map(_trimmed, pages) if page]


def _number_lines(lines: Sequence[str]) -> set[int]:
    """The places of lines that are nothing but a page's number, of pages that follow each other."""
    found = []
    for place, line in enumerate(map(str.strip, lines)):
        if len(line) > _LONGEST_NUMBER_LINE:
            continue
        if number := _PAGE_OF.fullmatch(line):
            found.append((place, int(number[1]), int(number[2])))
        elif number := _NUMBERED.fullmatch(line):
            found.append((place, int(number[1] or number[2]), 0))
    if len(found) > 1 and all(
        after[1] == before[1] + 1 and after[2] == before[2] for before, after in pairwise(found)
    ):
        return {place for place, _, _ in found}
    named = {place for place, number, of in found if number <= of and "page" in lines[place].lower()}
    return named if len(found) == 1 else set()


def _running(pages: Sequence[Sequence[str]]) -> int:
    """How many lines at the top are those of every page, and blank ones after them."""
    for count in range(_MOST_RUNNING_LINES):
        lines = [page[count : count + 1] for page in pages]
        if not all(lines) or len({_masked(line[0]) for line in lines}) > 1:
            return count
    return _MOST_RUNNING_LINES


def _kept_from(page: Sequence[str], heads: int, *, first: bool) -> int:
    """Where the text of a page begins; the first page keeps a head that may be the story's headline."""
    line = page[0]
    is_headline = first and len(line.split()) >= _HEADLINE_WORDS and not _DIGITS.search(line)
    return 0 if is_headline else heads


def _masked(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _trimmed(lines: Sequence[str]) -> list[str]:
    """The lines without blank ones at either end."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def _goes_on(last: str, first: str, width: int) -> bool:
    """Whether a sentence goes on from the last line of a page to the first of the next."""
    last, first = last.strip(), first.strip()
    if ends_sentence(last):
        return False
    return first[:1].islower() or dangles(last) or len(last) >= _FULL * width
