"""What one source says had ended by a date, and another says went on at a later one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.figures.dates import Date, dates
from tui.analysis.text.story import Unit
from tui.model import ConflictKind, ConflictRule

_ENDS = frozenset("retired retiring resigned resigning quit left leaving".split())
_WHEN = frozenset("when while".split())
_GOES_ON = frozenset("was served worked serving working".split())
_CLAUSE_ENDS = frozenset(", ; — – ( )".split())
_LONGEST = 12  # tokens from the word for an ending to its date
_SUBJECT = 4  # tokens of a sentence that may name its subject
_SURE = 0.6
_RULE = ConflictRule.ENDED


@dataclass(frozen=True, slots=True)
class _Dated:
    """A post that was left, or held, on a date: the words for it, and the tokens (start, end) of all that."""

    date: Date
    words: frozenset[str]
    span: tuple[int, int]


def ending_conflicts(evidence: Evidence) -> list[Finding]:
    """Posts held after they were left: “retired from the force in 2007”, “in 2008 when he was …”."""
    units = evidence.story.units
    left = {p: found for p, u in enumerate(units) if (found := list(_left(u)))}
    held = {p: found for p, u in enumerate(units) if (found := list(_held(u)))}
    findings = []
    for one, two in product(left, held):
        if units[one].source == units[two].source or not _names(units[one]) & _names(units[two]):
            continue
        for ended, lasted in product(left[one], held[two]):
            if ended.words & lasted.words and _before(ended.date, lasted.date):
                passages = sorted(
                    (evidence.of_tokens(u, *d.span) for u, d in ((units[one], ended), (units[two], lasted))),
                    key=lambda passage: evidence.story.index[passage.sentence],
                )
                findings.append(opposed(ConflictKind.DATE, _SURE, passages, _RULE))
    return merged(evidence, findings, _RULE)


def _left(unit: Unit) -> Iterator[_Dated]:
    tokens = unit.tokens
    for place, token in enumerate(tokens):
        if token.norm not in _ENDS:
            continue
        for date in dates(unit):
            end = sum(t.start < date.end for t in tokens)
            between = tokens[place + 1 : end]
            if date.start < token.end or len(between) > _LONGEST or _CLAUSE_ENDS & {t.text for t in between}:
                continue
            yield _Dated(date, _telling(unit, _clause_start(unit, place), end), (place, end))


def _clause_start(unit: Unit, place: int) -> int:
    """Where what was left may be named before the word for leaving: “served on the force before retiring”."""
    while place > 0 and unit.tokens[place - 1].text not in _CLAUSE_ENDS:
        place -= 1
    return place


def _held(unit: Unit) -> Iterator[_Dated]:
    tokens = unit.tokens
    for date in dates(unit):
        start, at = sum(t.end <= date.start for t in tokens), sum(t.start < date.end for t in tokens)
        verb = at + 2
        if verb < len(tokens) and tokens[at].norm in _WHEN and tokens[verb].norm in _GOES_ON:
            end = verb + 1
            while end < len(tokens) and tokens[end].text not in _CLAUSE_ENDS:
                end += 1
            yield _Dated(date, _telling(unit, verb + 1, end), (start, end))


def _telling(unit: Unit, start: int, end: int) -> frozenset[str]:
    """The stems of the words for a post: not names of places, nor the date."""
    words = (t for t in unit.tokens[start:end] if t.is_content and not t.is_number and not t.is_capitalised)
    return frozenset(t.stem for t in words)


def _names(unit: Unit) -> set[str]:
    """The capitalised words that a sentence opens with: what may be its subject's name."""
    return {t.norm for t in unit.tokens[:_SUBJECT] if t.is_capitalised and t.is_content and not t.is_number}


def _before(ended: Date, lasted: Date) -> bool:
    if ended.year is None or lasted.year is None:
        return False
    if ended.year != lasted.year:
        return ended.year < lasted.year
    return ended.month is not None and lasted.month is not None and ended.month < lasted.month
