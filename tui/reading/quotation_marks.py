"""Where direct quotations stand: pairs of marks, curly or straight, nested, over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_OPENING = "“„«"
_CLOSING = "”»"
_LONGEST_TITLE = 8  # words
_BEFORE_OPENING = "([{—–-/‘'“"
_AFTER_OPENING = "$£€@#'‘(“"
_DOUBLE = re.compile(r"[“”„«»\"]")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)|(?<=[^\s(\[‘'])[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """A stretch between quotation marks; ``outer`` offsets take them in, ``open``: no closing mark came."""

    outer_start: int
    start: int
    end: int
    outer_end: int
    open: bool = False
    continues: bool = False


def paired_marks(paragraphs: Sequence[str]) -> list[list[QuotedSpan]]:
    """Pair the marks of each paragraph; ``continues`` where a quotation goes on from the paragraph before.

    Single marks are read as quotation marks only in an article without double ones: elsewhere they nest, or
    are apostrophes.
    """
    pattern = _DOUBLE if any(_DOUBLE.search(text) for text in paragraphs) else _SINGLE
    found: list[list[QuotedSpan]] = []
    for place, text in enumerate(paragraphs):
        following = paragraphs[place + 1].lstrip()[:1] if place + 1 < len(paragraphs) else ""
        spans = _pair(text, pattern, bool(following) and _is_mark(following, pattern))
        before = found[-1][-1:] if found else []
        if spans and before and before[0].open and not text[: spans[0].outer_start].strip():
            spans[0] = replace(spans[0], continues=True)
        found.append(spans)
    return found


def double_marks(text: str) -> list[int]:
    """Find the double quotation marks of a text, of whatever form, by their offsets."""
    return [found.start() for found in _DOUBLE.finditer(text)]


def opens(text: str, at: int) -> bool:
    """Whether the mark at ``at`` opens a quotation: by its neighbours, since many texts mix “, ” and ".

    Its form decides where the neighbours do not.
    """
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    free_before = not before or before.isspace() or before in _BEFORE_OPENING
    free_after = not after or not (after.isalnum() or after in _AFTER_OPENING)
    if free_before != free_after:
        return free_before
    if text[at] in _OPENING + "‘":
        return bool(after)
    if text[at] in _CLOSING + "’":
        return False
    return not before or (before.isspace() and bool(after) and not after.isspace())


def is_inside_after(mark: str, *, inside: bool) -> bool:
    """Whether a quotation is open after a double mark; ``inside``: one was open before it.

    For text of which not all is at hand, such as a sentence alone: it pairs the marks without looking ahead.
    """
    return mark == "“" or (mark == '"' and not inside)


def is_title(words: str) -> bool:
    """Whether what stands between quotation marks is the title of a work: a few words, all in capitals."""
    content = [word for word in words.split() if len(word) > 3 or word[:1].isupper()]
    return (
        len(words.split()) <= _LONGEST_TITLE
        and words[-1] not in ",?!"
        and all(word[:1].isupper() for word in content)
    )


def _is_mark(character: str, pattern: re.Pattern[str]) -> bool:
    return character in (_OPENING + '"' if pattern is _DOUBLE else "‘'")


def _pair(text: str, pattern: re.Pattern[str], goes_on: bool) -> list[QuotedSpan]:
    """Pair the marks of a paragraph; ``goes_on``: the next opens with a mark, so the last may stay open."""
    marks = [(m.start(), opens(text, m.start())) for m in pattern.finditer(text)]
    nested = _nested(marks)
    if nested is not None:
        return [_span(text, a, b) for a, b in nested]
    spans: list[QuotedSpan] = []
    start: int | None = None
    for at, opening in marks:
        if start is None:
            if opening:
                start = at
        elif not opening:
            spans.append(_span(text, start, at))
            start = None
        else:
            # A second opening mark with no closing mark between: the first one was left open.
            spans.append(_span(text, start, at, missing=True))
            start = at
    if start is not None:
        only = not spans and not text[:start].strip()
        if goes_on or only or len(text) - start < 400:
            end = len(text.rstrip())
            spans.append(QuotedSpan(start, start + 1, end, end, open=True))
    return [span for span in spans if span.start < span.end]


def _nested(marks: Sequence[tuple[int, bool]]) -> list[tuple[int, int]] | None:
    """The outermost pairs, or None where the marks do not balance."""
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for at, opening in marks:
        if opening:
            stack.append(at)
        else:
            if not stack:
                return None
            start = stack.pop()
            if not stack:
                pairs.append((start, at))
    return None if stack else pairs


def _span(text: str, start: int, end: int, *, missing: bool = False) -> QuotedSpan:
    inner_start, inner_end = start + 1, end
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return QuotedSpan(start, inner_start, inner_end, inner_end if missing else end + 1)
