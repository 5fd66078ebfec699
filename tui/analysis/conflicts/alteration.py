"""One speaker's words in two versions that differ in what they say, or in how a name in them is spelt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from tui.analysis.conflicts.finding import MOST, Evidence, Finding
from tui.analysis.conflicts.quoted import Quoted, candidates, collect, groups, one_speaker, passage_of
from tui.analysis.names.name_words import PARTICLES
from tui.analysis.text.tokens import FUNCTION_WORDS, stem
from tui.model import ConflictKind, ConflictRule, Side, source_key

_COMMON = 0.72  # share of the words in common, below which two quotations are two statements
_KEPT = 0.6  # share of the shorter quotation that must lie within what both have
_LEAST = 6  # words in common
_CONTENT = 4  # of them words that mean something
_LONGEST = 4  # words; a longer stretch is another passage rather than another wording
_SPELLING = 75.0  # rapidfuzz ratio; two words that begin alike and are closer than this are one spelt twice
_ONE_NAME = 50.0  # rapidfuzz ratio; two capitalised words further apart than this are two names
# Ways of hearing or writing down the same words.
_LOOSE = frozenset(
    "don't didn't doesn't won't can't isn't never going gonna got get go gotta want wanna yeah well really "
    "just like very know it's that's they're we're i'm you're he's she's there's".split()
)
_NEGATIONS = frozenset("not never cannot".split())
# One verb of saying for another, with or without whom it was said to.
_SAYING = frozenset(stem(word) for word in "said says say told tell tells reporters added stated".split())


@dataclass(frozen=True, slots=True)
class _Change:
    kind: ConflictKind
    one: str
    two: str
    common: float


def alterations(evidence: Evidence) -> Iterator[Finding]:
    """Quotations of one speaker that sources give in different words, one finding a quotation."""
    quotes = collect(evidence)
    changes: dict[tuple[int, int], _Change] = {}
    for one, two in candidates(quotes):
        first, second = quotes[one], quotes[two]
        if one_speaker(first, second):
            change = _change(first, second)
            if change is not None:
                changes[one, two] = change
    for group in groups(list(changes)):
        pairs = [pair for pair in changes if pair[0] in group]
        yield _finding(evidence, quotes, max(pairs, key=lambda pair: (changes[pair].common, pair)), changes)


def _change(one: Quoted, two: Quoted) -> _Change | None:
    """The first telling difference between two versions of a quotation."""
    matcher = SequenceMatcher(None, one.words, two.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    common = sum(block.size for block in blocks)
    kept = {w for b in blocks for w in one.words[b.a : b.a + b.size] if w not in FUNCTION_WORDS}
    window = max(last.a + last.size - first.a, last.b + last.size - first.b)
    shorter = min(len(one.words), len(two.words))
    if common < max(_LEAST, _COMMON * window, _KEPT * shorter) or len(kept) < _CONTENT:
        return None
    for tag, a, b, c, d in matcher.get_opcodes():
        inside = first.a < a and first.b < c and b < last.a + last.size and d < last.b + last.size
        if inside and tag != "equal" and _denied(one.words[a:b]) != _denied(two.words[c:d]):
            words = " ".join(one.written[a - 1 : b]), " ".join(two.written[c - 1 : d])
            return _Change(ConflictKind.QUOTATION, *words, common / window)
        if tag == "replace" and a >= first.a and c >= first.b and b <= last.a + last.size:
            kind = _kind(one.words[a:b], two.words[c:d], (*one.written[a:b], *two.written[c:d]))
            if kind is not None:
                return _Change(kind, " ".join(one.written[a:b]), " ".join(two.written[c:d]), common / window)
    return None


def _denied(words: Sequence[str]) -> bool:
    return any(word in _NEGATIONS or word.endswith("n't") for word in words)


def _kind(one: Sequence[str], two: Sequence[str], written: Sequence[str]) -> ConflictKind | None:
    """What a replacement amounts to: other words, a name spelt differently, or nothing worth a mark."""
    if max(len(one), len(two)) > _LONGEST:
        return None
    likeness = fuzz.ratio(" ".join(one), " ".join(two))
    names = [word for word in written if word[:1].isupper() and len(word) > 2]
    if names and all(word in names or word in FUNCTION_WORDS | PARTICLES for word in written):
        spelt = likeness >= _ONE_NAME and not any(word.isupper() for word in names)
        return ConflictKind.SPELLING if spelt else None
    a, b = ({stem(w) for w in words if w not in FUNCTION_WORDS | _LOOSE} for words in (one, two))
    if a <= _SAYING and b <= _SAYING:
        return None
    alike = likeness >= _SPELLING and "".join(one)[:2] == "".join(two)[:2]
    if not a or not b or a & b or alike:
        return None
    # A number written two ways, or an acronym and its full form, is no other word.
    acronym = any(word.isupper() and len(word) > 1 for word in written)
    return None if acronym else ConflictKind.QUOTATION


def _finding(
    evidence: Evidence,
    quotes: Sequence[Quoted],
    pair: tuple[int, int],
    changes: dict[tuple[int, int], _Change],
) -> Finding:
    """One entry for a quotation: the clearest pair, and whoever else has the other wording of either."""
    change = changes[pair]
    versions: dict[str, list[int]] = {change.one: [pair[0]], change.two: [pair[1]]}
    for (one, two), other in sorted(changes.items()):
        if {other.one, other.two} == {change.one, change.two}:
            versions[other.one].append(one)
            versions[other.two].append(two)
    parties: dict[int, int] = {}
    for members in versions.values():
        for member in members:
            parties.setdefault(quotes[member].source, member)
    chosen = sorted(parties.values(), key=lambda i: (quotes[i].source, quotes[i].paragraph))[:MOST]
    passages = tuple(passage_of(evidence, quotes[i]) for i in chosen)
    sides = tuple(
        Side(tuple(sorted({source_key(quotes[i].source) for i in members})), words)
        for words, members in sorted(versions.items(), key=lambda version: min(version[1]))
    )
    name = max((quotes[i].speaker for i in chosen), key=len)
    rule = ConflictRule.REWORDED if change.kind is ConflictKind.QUOTATION else ConflictRule.RESPELT
    return Finding(change.kind, round(0.6 + 0.3 * change.common, 3), passages, rule, sides, name)
