"""One name in two spellings: a lesser difference."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.names.name_words import BODIES, CALENDAR, ROLES
from tui.analysis.text.tokens import FUNCTION_WORDS, Token
from tui.model import ConflictKind, ConflictRule, Passage

_ALIKE = 85.0  # rapidfuzz ratio (0–100) of two spellings of one word
_SHORTEST = 5  # letters; shorter words differ in a letter and are two names
_RULE = ConflictRule.SPELLINGS
_NO_NAMES = FUNCTION_WORDS | BODIES | CALENDAR | ROLES
_Name = tuple[str, str]


def spelling_differences(evidence: Evidence) -> list[Finding]:
    """Full names that sources spell differently, one finding a name."""
    names = [_names(evidence, source) for source in range(len(evidence.story.articles))]
    findings = []
    for one, two in combinations(names, 2):
        for a, b in _variants(one, two):
            findings.append(opposed(ConflictKind.SPELLING, 0.7, (one[a], two[b]), _RULE))
    return merged(evidence, findings, _RULE)


def _names(evidence: Evidence, source: int) -> dict[_Name, Passage]:
    """The names of two words, and where each stands first."""
    found: dict[_Name, Passage] = {}
    for position in evidence.story.of_source[source]:
        unit = evidence.story.units[position]
        for first, second in pairwise(unit.tokens):
            if _is_name(first) and _is_name(second) and second.start == first.end + 1:
                name = first.norm, second.norm
                found.setdefault(name, evidence.of_unit(unit, first.start, second.end))
    return found


def _is_name(token: Token) -> bool:
    plain = token.is_capitalised and token.text.isalpha() and not token.text.isupper()
    return plain and token.norm not in _NO_NAMES


def _variants(one: dict[_Name, Passage], two: dict[_Name, Passage]) -> Iterator[tuple[_Name, _Name]]:
    """Names of either source alone that share one word and nearly the other."""
    for same in (0, 1):
        by_word: dict[str, list[_Name]] = {}
        for name in two:
            if name not in one:
                by_word.setdefault(name[same], []).append(name)
        for name in one:
            for other in by_word.get(name[same], ()) if name not in two else ():
                if _spelt_twice(name[1 - same], other[1 - same]):
                    yield name, other


def _spelt_twice(one: str, two: str) -> bool:
    """Whether two words differ in a letter or two, beyond accents, plurals and words cut short."""
    one, two = _plain(one), _plain(two)
    if min(len(one), len(two)) < _SHORTEST or one.startswith(two) or two.startswith(one):
        return False
    return one[0] == two[0] and fuzz.ratio(one, two) >= _ALIKE


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
