"""Where direct quotations stand: pairs of marks, curly or straight, nested, over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

_OPENING = "“„«‘‚‹"
_CLOSING = "”»’›"
_LONGEST_TITLE = 8  # words
_BEFORE_OPENING = "([{—–-/‘'“"
_AFTER_OPENING = "$£€@#'‘(“"
_DOUBLE = re.compile(r"[“”„«»\"]")
_SINGLE = re.compile(r"(?<![\w’'])[‘'‚‹›](?=[\w“\"„«$£€(\[…])|(?<=[^\s(\[‘'])[’'‘‹›](?!\w)")
# What stands for letters left out: the '90s, rock 'n' roll, 's-Hertogenbosch, goin' home.
_LEFT_OUT = re.compile(
    r"[‘’'](?=\d\ds?\b|[st]-\w|(?i:em|tis|twas|til|till|cause|cos|bout|round|cuz|tude|twere|phone|n)\b[’']?(?![’']))"
    r"|(?<=[‘’'][nN])[’']|(?<=[^\W\d_]in)[’'](?= \w)"
)
_POSSESSIVE = re.compile(r"(?<=[sxz])[’'](?= [\w“\"‘(])")  # the critics' fault, unless nothing else closes
_SENTENCE_END = re.compile(r"[.?!]\s")
_OPENS_CLAUSE = re.compile(r"(?:^|[,.:?!…”\"])\s*$")
_FEWEST_SPOKEN = 2  # words between single marks that show that an article quotes with them


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

    In an article with double marks single ones are read as quotation marks only if they set off speech
    somewhere (British style); elsewhere they nest, or are apostrophes.
    """
    doubled = [_paired_doubles(paragraphs, place) for place in range(len(paragraphs))]
    singled = [_paired_singles(paragraphs, place) for place in range(len(paragraphs))]
    in_singles = not any(_DOUBLE.search(text) for text in paragraphs) or any(
        _sets_off_speech(text, span) and not any(_within(span, other) for other in doubles)
        for text, singles, doubles in zip(paragraphs, singled, doubled, strict=True)
        for span in singles
    )
    found: list[list[QuotedSpan]] = []
    for place, text in enumerate(paragraphs):
        spans = _outermost(doubled[place], singled[place]) if in_singles else doubled[place]
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
    if text[at] in _OPENING:
        return bool(after)
    if text[at] in _CLOSING:
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


def _sets_off_speech(text: str, span: QuotedSpan) -> bool:
    """Whether words between single marks are a piece of speech, which text goes on to give to somebody."""
    words = text[span.start : span.end]
    goes_on = words.endswith((",", "?", "!", "…")) and text[span.outer_end :].strip()
    opens_clause = _OPENS_CLAUSE.search(text, max(0, span.outer_start - 3), span.outer_start)
    return bool(goes_on and opens_clause) and len(words.split()) >= _FEWEST_SPOKEN


def _within(span: QuotedSpan, other: QuotedSpan) -> bool:
    return other.outer_start < span.outer_start and span.outer_end <= other.outer_end


def _outermost(doubled: Sequence[QuotedSpan], singled: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    """Those spans that stand within no other, in order; of two that cross the one that starts first."""
    kept: list[QuotedSpan] = []
    for span in sorted((*doubled, *singled), key=lambda span: span.outer_start):
        if not kept or span.outer_start >= kept[-1].outer_end:
            kept.append(span)
    return kept


def _next_opening(paragraphs: Sequence[str], place: int) -> str:
    """The character that the next paragraph starts with, empty if there is none."""
    return paragraphs[place + 1].lstrip()[:1] if place + 1 < len(paragraphs) else ""


def _paired_doubles(paragraphs: Sequence[str], place: int) -> list[QuotedSpan]:
    following = _next_opening(paragraphs, place)
    return _pair(paragraphs[place], bool(following) and following in "“„«" + '"')


def _paired_singles(paragraphs: Sequence[str], place: int) -> list[QuotedSpan]:
    """Pair the single marks of a paragraph; what nothing closes is an apostrophe, unless the next goes on."""
    text = paragraphs[place]
    left_out = {mark.start() for mark in _LEFT_OUT.finditer(text)}
    possessive = {mark.start() for mark in _POSSESSIVE.finditer(text)}
    marks = [(m.start(), opens(text, m.start())) for m in _SINGLE.finditer(text) if m.start() not in left_out]
    spans: list[QuotedSpan] = []
    for index, (at, opening) in enumerate(marks):
        if not opening or (spans and at < spans[-1].outer_end):
            continue
        ahead = list(takewhile(lambda mark: not mark[1], marks[index + 1 :]))
        closing = next((mark for mark, _ in ahead if mark not in possessive), None)
        goes_on = not text[:at].strip() and _next_opening(paragraphs, place) == text[at]
        if closing is None and ahead and not (goes_on or _SENTENCE_END.search(text, at, ahead[-1][0])):
            closing = ahead[-1][0]
        if closing is not None:
            spans.append(_span(text, at, closing))
        elif goes_on:
            end = len(text.rstrip())
            spans.append(QuotedSpan(at, at + 1, end, end, open=True))
    return [span for span in spans if span.start < span.end]


def _pair(text: str, goes_on: bool) -> list[QuotedSpan]:
    """Pair the double marks of a paragraph.

    One that is never closed reaches to the end of its sentence, if that ends the paragraph; or further, where
    the next paragraph opens with a mark (``goes_on``).
    """
    marks = [(m.start(), opens(text, m.start())) for m in _DOUBLE.finditer(text)]
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
            start = at  # with no closing mark between, the first one was left open
    if start is not None:
        end = len(text.rstrip())
        if goes_on or not _SENTENCE_END.search(text, start, end):
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


def _span(text: str, start: int, end: int) -> QuotedSpan:
    inner_start, inner_end = start + 1, end
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return QuotedSpan(start, inner_start, inner_end, end + 1)
