"""The headline at the top of a text: it becomes the title and is no paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.reading.furniture import BYLINE, LABEL_OF_LINE, TIME_STAMP, is_control
from tui.reading.line_ends import dangles, ends_sentence, is_credit

_MOST_CONTROLS = 10  # lines of the page above a headline
_MOST_HEADLINE_WORDS = 20
_MOST_HEADLINE_CHARACTERS = 200
_UNFINISHED = tuple(".…:,;-–—。")
_CLOSERS = "\"'”’»)]"
_LOOK_AHEAD = 3000  # characters of the body in which a headline's words must come back
_BYLINE = re.compile(BYLINE)
_TIME_STAMP = re.compile(TIME_STAMP)
_LABEL = re.compile(LABEL_OF_LINE)
_DATE_WORDS = re.compile(
    r"(?i)\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?|a\.?m|p\.?m|[ecmp][sd]?t|gmt|utc|at|on|of)\b|\d(?:st|nd|rd|th)\b|[\W\d_]"
)
_SEVERAL = re.compile(
    r"\w{5}[.][\"”’)]*\s|[\"”]\s*[—–-]"
)  # a full stop inside, or a quotation with its speaker
_WORD = re.compile(r"[^\W_]+")


def split_headline(paragraphs: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    """Set a headline at the top apart from the body.

    A headline is short, no finished sentence, no byline, date line, label or caption, not broken off, and is
    about what follows: some of its words come back there. A text of one paragraph has none. Controls of the
    page above it stay in the body.

    Returns:
        The headline, or None, and the paragraphs of the body.
    """
    first = next((n for n, line in enumerate(paragraphs[:_MOST_CONTROLS]) if not is_control(line)), 0)
    before, rest = tuple(paragraphs[:first]), tuple(paragraphs[first + 1 :])
    if rest and _is_headline(paragraphs[first], rest):
        return paragraphs[first], before + rest
    return None, tuple(paragraphs)


def _is_headline(line: str, body: Sequence[str]) -> bool:
    words = line.split()
    if len(words) > _MOST_HEADLINE_WORDS or len(line) > _MOST_HEADLINE_CHARACTERS:
        return False
    if line.rstrip(_CLOSERS).endswith(_UNFINISHED) or dangles(line) or is_credit(line):
        return False
    if (
        _BYLINE.match(line)
        or _TIME_STAMP.match(line)
        or _LABEL.match(line)
        or _SEVERAL.search(line)
        or not _DATE_WORDS.sub("", line)
    ):
        return False
    if not any(ends_sentence(paragraph) or len(paragraph) > len(line) for paragraph in body):
        return False
    return _is_about(line, " ".join(body)[:_LOOK_AHEAD])


def _is_about(line: str, body: str) -> bool:
    """Whether enough of the words come back, by their first five letters; in a line of names, most."""
    if line.lower() == line.upper():  # a script without case and, mostly, without spaces
        return True
    there = {word[:5].lower() for word in _WORD.findall(body)}
    words = [word for word in _WORD.findall(line) if len(word) > 3 or word[0].isupper() or word.isdigit()]
    found = sum(word[:5].lower() in there for word in words)
    only_names = all(word[0].isupper() or word in ("and", "with") for word in _WORD.findall(line))
    if only_names and len(words) <= 6:
        return len(words) > 1 and found * 2 > len(words)
    return found > 0 and found * 4 >= len(words)
