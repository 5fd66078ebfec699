"""A sentence that two sources have word for word, but for one name in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from tui.analysis.conflicts.context import Context
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.names.cast import words_of
from tui.analysis.names.name_words import BODIES, CALENDAR, PARTICLES, ROLES
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import FUNCTION_WORDS, Token
from tui.model import ConflictKind, ConflictRule

_RULE = ConflictRule.NAME_REPLACED
_ALIKE = 1.2  # of 2; what two such sentences carry of each other's words, in both directions together
_FEWEST = 8  # words that both have
_LONGEST = 4  # tokens of a name
_ONE_NAME = 75.0  # rapidfuzz ratio (0–100); two names closer than this may be one, spelt in two ways
_FRAME = 2  # content words, stock ones and quotations aside, without which a body may speak through a person
_STOCK = frozenset(
    """
    said says say told tells tell added wrote statement interview reporters news conference release spokesman
    spokeswoman email e-mail
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Change:
    one: tuple[Token, ...]
    two: tuple[Token, ...]


def renamed_conflicts(evidence: Evidence, context: Context, told: Sequence[Finding]) -> list[Finding]:
    """Sentences that differ in one name alone, one finding a sentence, but for what ``told`` covers."""
    units = evidence.story.units
    covered = {passage.sentence for finding in told for passage in finding.between}
    findings = []
    for one, two in context.pairs(p for p, u in enumerate(units) if u.assertive and u.id not in covered):
        if context.related(one, two) < _ALIKE:
            continue
        sides = units[one], units[two]
        change = _one_name(*sides)
        if change is None or not _two_people(evidence, sides, change):
            continue
        passages = [
            evidence.of_unit(u, names[0].start, names[-1].end)
            for u, names in zip(sides, (change.one, change.two), strict=True)
        ]
        speaks = all(_speaks(evidence, u, n) for u, n in zip(sides, (change.one, change.two), strict=True))
        kind = ConflictKind.ATTRIBUTION if speaks else ConflictKind.NAME
        findings.append(opposed(kind, 0.8, passages, _RULE))
    return merged(evidence, findings, _RULE)


def _one_name(one: Unit, two: Unit) -> _Change | None:
    """The names that alone tell two sentences apart."""
    words = [[t for t in unit.tokens if t.is_word] for unit in (one, two)]
    if min(map(len, words)) < _FEWEST:
        return None
    matcher = SequenceMatcher(None, [t.norm for t in words[0]], [t.norm for t in words[1]], autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if len(changes) != 1 or changes[0][0] != "replace":
        return None
    _, a, b, c, d = changes[0]
    names = tuple(words[0][a:b]), tuple(words[1][c:d])
    return _Change(*names) if all(map(_is_name, names)) and len(words[0]) - (b - a) >= _FEWEST else None


def _is_name(tokens: Sequence[Token]) -> bool:
    if len(tokens) > _LONGEST or not all(t.is_capitalised or t.norm in PARTICLES for t in tokens):
        return False
    return not any(t.norm in FUNCTION_WORDS | CALENDAR or t.is_number for t in tokens) and any(
        t.norm not in ROLES for t in tokens
    )


def _two_people(evidence: Evidence, sides: tuple[Unit, Unit], change: _Change) -> bool:
    """Whether two names are neither one person's nor a body's and of somebody who speaks for it."""
    if fuzz.ratio(*(" ".join(t.norm for t in names) for names in (change.one, change.two))) >= _ONE_NAME:
        return False
    if _shortened(change.one) & _shortened(change.two):
        return False
    bodies = [any(t.norm in BODIES or t.text.isupper() for t in names) for names in (change.one, change.two)]
    if bodies[0] != bodies[1] and _frame(evidence, sides[0]) < _FRAME:
        return False
    # Somebody whom the other source names too may go by both names, or be named for another reason.
    here, there = (evidence.vocabularies[unit.source] for unit in sides)
    return not (_is_named(change.one, there) or _is_named(change.two, here))


def _shortened(names: Sequence[Token]) -> set[str]:
    """A name's letters without dots, and its initials: FBI, F.B.I. and Federal Bureau of Investigation."""
    letters = "".join(filter(str.isalnum, "".join(t.text for t in names))).lower()
    initials = "".join(t.text[0] for t in names if t.is_capitalised).lower()
    return {letters, initials} if len(initials) > 1 else {letters}


def _speaks(evidence: Evidence, unit: Unit, names: Sequence[Token]) -> bool:
    """Whether a sentence gives a quotation in it to somebody of that name."""
    inside = [q for q in evidence.quotations(unit) if unit.start <= q.start < unit.end and q.speaker]
    return any(names[-1].norm in words_of(str(quote.speaker)) for quote in inside)


def _frame(evidence: Evidence, unit: Unit) -> int:
    """How many telling words a sentence has outside quotations."""
    outside = (t for t in unit.tokens if not evidence.is_quoted(unit, t))
    return sum(1 for t in outside if t.is_content and t.norm not in _STOCK)


def _is_named(names: Sequence[Token], vocabulary: set[str]) -> bool:
    return any(t.norm in vocabulary for t in names if t.norm not in ROLES | PARTICLES)
