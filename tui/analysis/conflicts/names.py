"""Names: one role with two holders, and sentences that differ in a name alone."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from tui.analysis.conflicts.context import other_year
from tui.analysis.conflicts.detector import (
    Detector,
    Evidence,
    Finding,
    Told,
    each_with_each,
    merged,
    opposed,
    stretch,
)
from tui.analysis.names.cast import telling_words, words_of
from tui.analysis.names.name_words import BODIES, CALENDAR, PARTICLES, ROLES
from tui.analysis.names.spelling import plain
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import FUNCTION_WORDS, Token
from tui.analysis.text.word_classes import REPORTING
from tui.model import ConflictKind, ConflictRule

_ONE_NAME = 75.0  # rapidfuzz ratio (0–100); two names closer than this may be one, spelt in two ways

# What one alone is or has at a time; of a body may be many directors, deputies or spokesmen.
_SOLE_ROLES = (
    "president|prime minister|premier|chancellor|king|queen|pope|monarch|mayor|governor|archbishop"
    "|chief executive(?: officer)?|ceo|chairman|chairwoman|secretary[- ]general|secretary of state"
    "|attorney general|solicitor general"
    "|(?:foreign|finance|defen[cs]e|interior|justice|health|education|trade|energy|transport) minister"
    "|minister (?:of|for) (?:foreign affairs|finance|defen[cs]e|the interior|justice|health|education)"
    "|police chief|chief of police|fire chief|capital|father|mother|husband|wife|winner|captain|owner"
)
_SOLE_ROLE = re.compile(rf"\b(?:{_SOLE_ROLES})\b", re.IGNORECASE)
_SAME_ROLE = {
    "premier": "prime minister",
    "ceo": "chief executive",
    "chief executive officer": "chief executive",
}
# With these it is another role, or the same at another time.
_OTHER_ROLE = re.compile(
    r"\b(?:former|ex|then|acting|deputy|vice|assistant|associate|co|interim|next|new|incoming|outgoing|late|honorary"
    r"|future|previous|one-time|onetime|elect|designate|first|second|third|current|ruling)[\s-]*$",
    re.IGNORECASE,
)
# In place of a sentence's names stand these, as long as the names: no letter of a text is among them.
_FIRST, _FURTHER = "\ue000", "\ue001"
_NAME = f"{_FIRST}{_FURTHER}*"
_IS = r"(?:\s+(?:is|was|became|remains)\s+|,\s+)"
_OWNER = rf"(?P<owner>{_NAME}(?:\s+of\s+(?:the\s+)?{_NAME})*)"
_HOLDER = rf"(?P<holder>{_NAME})"
_SOLE_OF = rf"(?:the\s+)?(?P<role>(?i:{_SOLE_ROLES}))\s+of\s+(?:the\s+)?{_OWNER}"
_OWNED = rf"{_OWNER}[’']s?\s+(?P<role>(?i:{_SOLE_ROLES}))"
_HOLDINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_HOLDER}{_IS}{_SOLE_OF}",
        rf"{_HOLDER}{_IS}{_OWNED}",
        rf"{_SOLE_OF}{_IS}{_HOLDER}",
        rf"{_OWNED}(?:{_IS}|\s+){_HOLDER}",
    )
)

_MUCH_IN_COMMON = 1.2  # of 2; what two sentences carry of each other's words, both directions together
_FEWEST_WORDS = 8  # that both have
_MOST_NAME_TOKENS = 4
_FEWEST_FRAME_WORDS = 2  # without which, stock ones and quotations aside, a body may speak through a person
_STOCK_WORDS = REPORTING | frozenset(
    """
    statement interview reporters news conference release spokesman spokeswoman email e-mail
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Holding:
    """A role, the words for what it is held of, and its holder."""

    role: str
    owner: frozenset[str]
    holder: str
    start: int
    end: int


def _holdings(evidence: Evidence, unit: Unit) -> list[_Holding]:
    """Who is said to hold which role of what."""
    if _SOLE_ROLE.search(unit.text) is None:
        return []
    masked, found = _with_names_masked(evidence, unit), []
    for pattern in _HOLDINGS:
        for match in pattern.finditer(masked):
            owner, holder = (unit.text[slice(*match.span(part))] for part in ("owner", "holder"))
            owners, words = frozenset(words_of(owner)) - FUNCTION_WORDS, set(words_of(holder))
            if not owners or not words or words & (CALENDAR | FUNCTION_WORDS | BODIES) or words <= ROLES:
                continue
            before = (unit.text[: match.start(part)] for part in ("role", "holder"))
            if any(_OTHER_ROLE.search(text) for text in before) or words & owners:
                continue
            role = re.sub(r"\s+", " ", match["role"].lower())
            start, end = unit.start + match.start(), unit.start + match.end()
            found.append(_Holding(_SAME_ROLE.get(role, role), owners, holder, start, end))
    return found


def _with_names_masked(evidence: Evidence, unit: Unit) -> str:
    """A sentence with signs in place of its names; the offsets stay."""
    text = unit.text
    for mention in evidence.names(unit):
        start, end = mention.start - unit.start, mention.end - unit.start
        text = text[:start] + _FIRST + _FURTHER * (end - start - 1) + text[end:]
    return text


def _held_by_others(evidence: Evidence, one: Told[_Holding], two: Told[_Holding]) -> bool:
    """Whether one role is given to different people."""
    a, b = one.detail, two.detail
    same_owner = a.owner <= b.owner or b.owner <= a.owner
    if a.role != b.role or not same_owner or other_year(one.unit, two.unit):
        return False
    # Whom the other source names too may have held it before, or hold it with the other.
    if evidence.is_named(telling_words(a.holder), two.unit):
        return False
    if evidence.is_named(telling_words(b.holder), one.unit):
        return False
    return fuzz.ratio(a.holder.lower(), b.holder.lower()) < _ONE_NAME


HOLDERS = Detector(
    ConflictKind.NAME,
    ConflictRule.TWO_HOLDERS,
    0.7,
    details=_holdings,
    rivals=each_with_each,
    clash=_held_by_others,
)
"""Roles of one holder that sources give to different ones: “Ada Roe, the mayor of Oldport”, “Bo Lund, …”."""


def find_replaced(evidence: Evidence, told: Set[str]) -> list[Finding]:
    """Find sentences that differ in one name alone, one finding a sentence.

    ``told`` are the ids of the sentences of which that is known already.
    """
    units, context, findings = evidence.story.units, evidence.context, []
    for one, two in context.pairs(p for p, u in enumerate(units) if u.assertive and u.id not in told):
        if context.related(one, two) < _MUCH_IN_COMMON:
            continue
        sides = units[one], units[two]
        names = _only_names(evidence, *sides)
        if names is None or not _are_two(evidence, sides, names):
            continue
        named = tuple(zip(sides, names, strict=True))
        speaks = all(_is_speaker(evidence, unit, name) for unit, name in named)
        kind = ConflictKind.ATTRIBUTION if speaks else ConflictKind.NAME
        passages = [stretch(unit, name[0].start, name[-1].end) for unit, name in named]
        findings.append(opposed(kind, 0.8, passages, ConflictRule.NAME_REPLACED))
    return merged(evidence.story, findings)


def _only_names(evidence: Evidence, one: Unit, two: Unit) -> tuple[list[Token], list[Token]] | None:
    """The names that alone tell two sentences apart."""
    words = [[t for t in unit.tokens if t.is_word] for unit in (one, two)]
    if min(map(len, words)) < _FEWEST_WORDS:
        return None
    matcher = SequenceMatcher(None, [t.norm for t in words[0]], [t.norm for t in words[1]], autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if len(changes) != 1 or changes[0][0] != "replace":
        return None
    _, a, b, c, d = changes[0]
    names = words[0][a:b], words[1][c:d]
    are_names = _is_name(evidence, one, names[0]) and _is_name(evidence, two, names[1])
    return names if are_names and len(words[0]) - (b - a) >= _FEWEST_WORDS else None


def _is_name(evidence: Evidence, unit: Unit, tokens: Sequence[Token]) -> bool:
    """Whether tokens are a name, with titles or without, or a part of one: by the cast, or as a speaker's."""
    if len(tokens) > _MOST_NAME_TOKENS or any(t.norm in FUNCTION_WORDS | CALENDAR for t in tokens):
        return False
    start, end = tokens[0].start, tokens[-1].end
    if any(m.outer <= start and m.start < end <= m.end for m in evidence.names(unit)):
        return True
    return all(t.is_capitalised for t in tokens) and _is_speaker(evidence, unit, tokens)


def _are_two(
    evidence: Evidence, sides: tuple[Unit, Unit], names: tuple[Sequence[Token], Sequence[Token]]
) -> bool:
    """Whether two names are neither one person's nor a body's and of somebody who speaks for it."""
    texts = [" ".join(t.norm for t in name) for name in names]
    if fuzz.ratio(*texts) >= _ONE_NAME or _short_forms(names[0]) & _short_forms(names[1]):
        return False
    bodies = [any(t.norm in BODIES or t.text.isupper() for t in name) for name in names]
    if bodies[0] != bodies[1] and _frame_words(evidence, sides[0]) < _FEWEST_FRAME_WORDS:
        return False
    # Somebody whom the other source names too may go by both names, or be named for another reason.
    telling = [{t.norm for t in name if t.norm not in ROLES | PARTICLES} for name in names]
    return not (evidence.is_named(telling[0], sides[1]) or evidence.is_named(telling[1], sides[0]))


def _short_forms(name: Sequence[Token]) -> set[str]:
    """A name's letters without dots, and its initials: FBI, F.B.I. and Federal Bureau of Investigation."""
    letters = "".join(filter(str.isalnum, "".join(t.text for t in name))).lower()
    initials = "".join(t.text[0] for t in name if t.is_capitalised).lower()
    return {letters, initials} if len(initials) > 1 else {letters}


def _is_speaker(evidence: Evidence, unit: Unit, name: Sequence[Token]) -> bool:
    """Whether a sentence gives a quotation in it to somebody of that name."""
    inside = [q for q in evidence.quotations(unit) if unit.start <= q.start < unit.end and q.speaker]
    return any(plain(name[-1].norm) in words_of(str(quote.speaker)) for quote in inside)


def _frame_words(evidence: Evidence, unit: Unit) -> int:
    """How many telling words a sentence has outside quotations."""
    outside = (t for t in unit.tokens if not evidence.is_quoted(unit, t))
    return sum(1 for t in outside if t.is_content and t.norm not in _STOCK_WORDS)
