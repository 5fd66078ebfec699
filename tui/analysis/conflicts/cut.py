"""A quotation cut so that its sense changes: a condition after it or a negation before it left out."""

from __future__ import annotations

from collections.abc import Iterator

from tui.analysis.conflicts.finding import Evidence, Finding
from tui.analysis.conflicts.quoted import WORD, Quoted, candidates, collect, one_speaker, passage_of
from tui.analysis.text.tokens import FUNCTION_WORDS, stem
from tui.model import ConflictKind, ConflictRule, Side, source_key

_CONDITIONS = frozenset("if unless until except provided only".split())
_NEGATIONS = frozenset("not never don't doesn't didn't can't cannot won't nobody hardly".split())
_TRUTH = frozenset("think believe say said mean suggest claim want true".split())  # not: I do not say that …
_LEAST = 6  # words that the two have in common
_BEFORE = 5  # words before a quotation that may deny it
_AFTER = 8  # words of what was left out that are looked for elsewhere
_ELSEWHERE = 0.5  # share (0–1) of them; with so many it is told outside the quotation


def cut_quotations(evidence: Evidence) -> Iterator[Finding]:
    """Quotations of which one source leaves out what limits them, one finding a quotation."""
    quotes = collect(evidence)
    done: set[tuple[int, int, int]] = set()
    for pair in candidates(quotes):
        one, two = (quotes[index] for index in pair)
        if not one_speaker(one, two):
            continue
        for long, short in ((one, two), (two, one)):
            place = short.source, short.paragraph, short.place
            left = _left_out(evidence, long, short)
            if left and place not in done:
                done.add(place)
                yield _finding(evidence, long, short, left)


def _left_out(evidence: Evidence, long: Quoted, short: Quoted) -> str:
    """The words that limit what was said and that the shorter quotation does not have; empty if none."""
    at = next((i for i in range(len(long.words)) if _stands(long, short, i)), None)
    if at is None or len(short.words) < _LEAST:
        return ""
    end = at + len(short.words)
    said = {stem(w.lower()) for w in WORD.findall(_around(evidence, short))}
    rest, lead = long.words[end : end + _AFTER], long.words[max(0, at - _BEFORE) : at]
    gap = long.quote.text.count(".", 0, len(long.quote.text) - 1)
    if rest and rest[0] in _CONDITIONS and not gap:
        content = [stem(w) for w in rest if w not in FUNCTION_WORDS]
        if content and sum(w in said for w in content) < _ELSEWHERE * len(content):
            return " ".join(long.written[end : end + _AFTER])
    denied = any(w in _NEGATIONS for w in lead) and any(w in _TRUTH for w in lead)
    if denied and not gap and not said & {stem(w) for w in _NEGATIONS}:
        return " ".join(long.written[max(0, at - _BEFORE) : at])
    return ""


def _stands(long: Quoted, short: Quoted, at: int) -> bool:
    """Whether the shorter quotation stands in the longer from the word ``at``, as a part of it."""
    end = at + len(short.words)
    return len(short.words) < len(long.words) and long.words[at:end] == short.words


def _around(evidence: Evidence, quoted: Quoted) -> str:
    """The paragraph of a quotation and those beside it, without the quotation."""
    paragraphs = evidence.story.articles[quoted.source].paragraphs
    at, quote = quoted.paragraph, quoted.quote
    own = paragraphs[at][: quote.start] + " " + paragraphs[at][quote.end :]
    return " ".join((*paragraphs[max(0, at - 1) : at], own, *paragraphs[at + 1 : at + 2]))


def _finding(evidence: Evidence, long: Quoted, short: Quoted, left: str) -> Finding:
    sides = sorted((long, short), key=lambda q: (q.source, q.paragraph))
    passages = tuple(passage_of(evidence, quoted) for quoted in sides)
    name = max(long.speaker, short.speaker, key=len)
    whole, part = Side((source_key(long.source),), left), Side((source_key(short.source),), "")
    return Finding(ConflictKind.QUOTATION, 0.65, passages, ConflictRule.SHORTENED, (whole, part), name)
