"""One role with two holders: “Ada Roe, the mayor of Oldport” and “Bo Lund, the mayor of Oldport”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from tui.analysis.conflicts.context import Context, Side, other_year
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.names.cast import words_of
from tui.analysis.names.name_words import BODIES, CALENDAR, ROLES
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import FUNCTION_WORDS
from tui.model import ConflictKind, ConflictRule

_RULE = ConflictRule.TWO_HOLDERS
# What one alone is or has at a time; of a body may be many directors, deputies or spokesmen.
_SOLE = (
    "president|prime minister|premier|chancellor|king|queen|pope|monarch|mayor|governor|archbishop"
    "|chief executive(?: officer)?|ceo|chairman|chairwoman|secretary[- ]general|secretary of state"
    "|attorney general|solicitor general"
    "|(?:foreign|finance|defen[cs]e|interior|justice|health|education|trade|energy|transport) minister"
    "|minister (?:of|for) (?:foreign affairs|finance|defen[cs]e|the interior|justice|health|education)"
    "|police chief|chief of police|fire chief|capital|father|mother|husband|wife|winner|captain|owner"
)
_ANY = re.compile(rf"\b(?:{_SOLE})\b", re.IGNORECASE)
_WORD = r"[A-Z][\w’'-]*\b(?:\.(?=\s[A-Z]))?"
_LINK = r"(?:de|da|di|del|der|van|von|bin|ibn|al|el|la|le|of|the)"
_NAME = rf"(?:{_WORD})(?:\s+(?:{_LINK}\s+)?(?:{_WORD}))*"
_SAME_ROLE = {
    "premier": "prime minister",
    "ceo": "chief executive",
    "chief executive officer": "chief executive",
}
# With these it is another role, or the same at another time.
_OTHER = re.compile(
    r"\b(?:former|ex|then|acting|deputy|vice|assistant|associate|co|interim|next|new|incoming|outgoing|late|honorary"
    r"|future|previous|one-time|onetime|elect|designate|first|second|third|current|ruling)[\s-]*$",
    re.IGNORECASE,
)
_IS = r"(?:\s+(?:is|was|became|remains)\s+|,\s+)"
_SOLE_OF = rf"(?:the\s+)?(?P<role>(?i:{_SOLE}))\s+of\s+(?:the\s+)?(?P<owner>{_NAME})"
_OWNED = rf"(?P<owner>{_NAME})[’']s?\s+(?P<role>(?i:{_SOLE}))"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<holder>{_NAME}){_IS}{_SOLE_OF}",
        rf"(?P<holder>{_NAME}){_IS}{_OWNED}",
        rf"{_SOLE_OF}{_IS}(?P<holder>{_NAME})",
        rf"{_OWNED}(?:{_IS}|\s+)(?P<holder>{_NAME})",
    )
)
_NEAR = 80  # characters around a role in which its owner and its holder stand
_ALIKE = 75.0  # rapidfuzz ratio (0–100); two names closer than this may be one person's


@dataclass(frozen=True, slots=True)
class _Holding:
    role: str
    owner: frozenset[str]
    holder: str
    start: int
    end: int


def role_conflicts(evidence: Evidence, context: Context) -> list[Finding]:
    """Roles of one holder that sources give to different ones, one finding a role."""
    units = evidence.story.units
    holdings = {p: found for p, u in enumerate(units) if u.assertive and (found := list(_holdings(u)))}

    def clash(one: Side[_Holding], two: Side[_Holding]) -> bool:
        (unit, a), (other, b) = one, two
        if a.role != b.role or not _same_owner(a.owner, b.owner) or other_year(unit, other):
            return False
        # Whom the other source names too may have held it before, or hold it with the other.
        here, there = (evidence.vocabularies[u.source] for u in (unit, other))
        if _is_named(a.holder, there) or _is_named(b.holder, here):
            return False
        return fuzz.ratio(a.holder.lower(), b.holder.lower()) < _ALIKE

    findings = [
        opposed(ConflictKind.NAME, 0.7, [evidence.of_unit(u, h.start, h.end) for u, h in sides], _RULE)
        for sides in context.clashes(holdings, clash)
    ]
    return merged(evidence, findings, _RULE)


def _holdings(unit: Unit) -> Iterator[_Holding]:
    """Who is said to hold which role of what."""
    roles = [match.span() for match in _ANY.finditer(unit.text)]
    if not roles:
        return
    # Names are long runs of optional parts, which is slow to look for far from any role.
    window = max(0, roles[0][0] - _NEAR), roles[-1][1] + _NEAR
    for pattern in _PATTERNS:
        for match in pattern.finditer(unit.text, *window):
            before = unit.text[: match.start("role")]
            owner, holder = frozenset(words_of(match["owner"])) - FUNCTION_WORDS, match["holder"]
            words = set(words_of(holder))
            if not owner or not words or words & (CALENDAR | FUNCTION_WORDS | BODIES) or words <= ROLES:
                continue
            if _OTHER.search(before) or _OTHER.search(unit.text[: match.start("holder")]) or words & owner:
                continue
            role = re.sub(r"\s+", " ", match["role"].lower())
            start, end = unit.start + match.start(), unit.start + match.end()
            yield _Holding(_SAME_ROLE.get(role, role), owner, holder, start, end)


def _same_owner(one: frozenset[str], two: frozenset[str]) -> bool:
    return one <= two or two <= one


def _is_named(holder: str, vocabulary: set[str]) -> bool:
    return any(word in vocabulary for word in words_of(holder) if len(word) > 1 and word not in ROLES)
