"""One speaker's words in two versions: reworded, or cut so that their sense changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from tui.analysis.conflicts.detector import MOST_PASSAGES, Evidence, Finding
from tui.analysis.conflicts.quotations import WORD, PlacedQuotation, joined, one_speaker
from tui.analysis.names.name_words import PARTICLES
from tui.analysis.text.tokens import FUNCTION_WORDS, stem
from tui.analysis.text.word_classes import NEGATIONS, NEGATIVE_WORDS, REPORTING, SAYING
from tui.ids import source_key
from tui.model import ConflictKind, ConflictRule, Side

_COMMON = 0.72  # share of the words in common, below which two quotations are two statements
_KEPT = 0.6  # share of the shorter quotation that must lie within what both have
_FEWEST_COMMON_WORDS = 6
_FEWEST_WORDS_OF_SHORT = 4  # that two quotations have in common, of which one is denied
_FEWEST_CONTENT_WORDS_OF_SHORT = 2  # of them words that mean something
_LONGEST_DENIAL = 2  # words: did not
_FEWEST_CONTENT_WORDS = 4  # of them words that mean something
_LONGEST_CHANGE = 4  # words; a longer stretch is another passage rather than another wording
_ONE_WORD = 75.0  # rapidfuzz ratio; two words that begin alike and are closer than this are one spelt twice
_ONE_NAME = 50.0  # rapidfuzz ratio; two capitalised words further apart than this are two names
# Ways of hearing or writing down the same words.
_LOOSE = frozenset(
    "don't didn't doesn't won't can't isn't never going gonna got get go gotta want wanna yeah well really "
    "just like very know it's that's they're we're i'm you're he's she's there's".split()
)
# One verb of saying for another, with or without whom it was said to.
_REPORTING_STEMS = frozenset(stem(word) for word in REPORTING | {"reporters"})

_CONDITIONS = frozenset("if unless until except provided only".split())
# Verbs that, negated, leave open or deny what follows: I do not say that …
_ASSERTING = SAYING | frozenset("think believe mean suggest claim want true".split())
_FEWEST_PART_WORDS = 6  # of a quotation that is a part of another
_WORDS_BEFORE = 5  # before a quotation that may deny it
_WORDS_AFTER = 8  # of what was left out that are looked for elsewhere
_TOLD_OUTSIDE = 0.5  # share (0–1) of them; with so many it is told outside the quotation


@dataclass(frozen=True, slots=True)
class _Change:
    """What differs between two versions, and the share (0–1) of their words that is common."""

    kind: ConflictKind
    one: str
    two: str
    common: float


def find_reworded(evidence: Evidence) -> Iterator[Finding]:
    """Find quotations of one speaker that sources give in different words, one finding a quotation."""
    quotes = evidence.placed_quotations
    changes: dict[tuple[int, int], _Change] = {}
    for one, two in evidence.similar_quotations:
        first, second = quotes[one], quotes[two]
        if one_speaker(first, second):
            change = _change(first, second)
            if change is not None:
                changes[one, two] = change
    for group in joined(list(changes)):
        pairs = [pair for pair in changes if pair[0] in group]
        clearest = max(pairs, key=lambda pair: (changes[pair].common, pair))
        yield _reworded(evidence, quotes, clearest, changes)


def _change(one: PlacedQuotation, two: PlacedQuotation) -> _Change | None:
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
    enough = max(_FEWEST_COMMON_WORDS, _COMMON * window, _KEPT * shorter)
    denial = _only_denied(one, two, matcher.get_opcodes())
    if (
        denial is not None
        and common >= _FEWEST_WORDS_OF_SHORT
        and len(kept) >= _FEWEST_CONTENT_WORDS_OF_SHORT
    ):
        return denial
    if common < enough or len(kept) < _FEWEST_CONTENT_WORDS:
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


def _only_denied(
    one: PlacedQuotation, two: PlacedQuotation, codes: Sequence[tuple[str, int, int, int, int]]
) -> _Change | None:
    """The change by which one quotation denies, word for word, what the other affirms, if that is all."""
    changed = [code[1:] for code in codes if code[0] != "equal"]
    if len(changed) != 1:
        return None
    a, b, c, d = changed[0]
    words = one.words[a:b], two.words[c:d]
    if _denied(words[0]) == _denied(words[1]) or max(map(len, words)) > _LONGEST_DENIAL:
        return None
    if not all(word in FUNCTION_WORDS | NEGATIONS for word in (*words[0], *words[1])):
        return None
    # With the word before, so that neither side is empty; or else with the one after.
    lead = min(1, a, c)
    first, second = one.written[a - lead : b + 1 - lead], two.written[c - lead : d + 1 - lead]
    return _Change(ConflictKind.QUOTATION, " ".join(first), " ".join(second), 1.0)


def _denied(words: Sequence[str]) -> bool:
    return not NEGATIONS.isdisjoint(words)


def _kind(one: Sequence[str], two: Sequence[str], written: Sequence[str]) -> ConflictKind | None:
    """What a replacement amounts to: other words, a name spelt differently, or nothing worth a mark."""
    if max(len(one), len(two)) > _LONGEST_CHANGE:
        return None
    likeness = fuzz.ratio(" ".join(one), " ".join(two))
    names = [word for word in written if word[:1].isupper() and len(word) > 2]
    if names and all(word in names or word in FUNCTION_WORDS | PARTICLES for word in written):
        spelt = likeness >= _ONE_NAME and not any(word.isupper() for word in names)
        return ConflictKind.SPELLING if spelt else None
    a, b = ({stem(w) for w in words if w not in FUNCTION_WORDS | _LOOSE} for words in (one, two))
    if a <= _REPORTING_STEMS and b <= _REPORTING_STEMS:
        return None
    alike = likeness >= _ONE_WORD and "".join(one)[:2] == "".join(two)[:2]
    if not a or not b or a & b or alike:
        return None
    # A number written two ways, or an acronym and its full form, is no other word.
    acronym = any(word.isupper() and len(word) > 1 for word in written)
    return None if acronym else ConflictKind.QUOTATION


def _reworded(
    evidence: Evidence,
    quotes: Sequence[PlacedQuotation],
    pair: tuple[int, int],
    changes: Mapping[tuple[int, int], _Change],
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
    chosen = sorted(parties.values(), key=lambda i: (quotes[i].source, quotes[i].paragraph))[:MOST_PASSAGES]
    passages = tuple(evidence.quotation_passage(quotes[i]) for i in chosen)
    sides = tuple(
        Side(tuple(sorted({source_key(quotes[i].source) for i in members})), words)
        for words, members in sorted(versions.items(), key=lambda version: min(version[1]))
    )
    name = max((quotes[i].speaker for i in chosen), key=len)
    rule = ConflictRule.REWORDED if change.kind is ConflictKind.QUOTATION else ConflictRule.RESPELT
    return Finding(change.kind, round(0.6 + 0.3 * change.common, 3), passages, rule, sides, name)


def find_shortened(evidence: Evidence) -> Iterator[Finding]:
    """Find quotations of which one source leaves out what limits them, one finding a quotation."""
    quotes = evidence.placed_quotations
    done: set[tuple[int, int, int]] = set()
    for pair in evidence.similar_quotations:
        one, two = (quotes[index] for index in pair)
        if not one_speaker(one, two):
            continue
        for long, short in ((one, two), (two, one)):
            place = short.source, short.paragraph, short.place
            left = _left_out(evidence, long, short)
            if left and place not in done:
                done.add(place)
                yield _shortened(evidence, long, short, left)


def _left_out(evidence: Evidence, long: PlacedQuotation, short: PlacedQuotation) -> str:
    """The words that limit what was said and that the shorter quotation does not have; empty if none."""
    at = next((i for i in range(len(long.words)) if _stands(long, short, i)), None)
    if at is None or len(short.words) < _FEWEST_PART_WORDS:
        return ""
    end = at + len(short.words)
    said = {stem(w.lower()) for w in WORD.findall(_around(evidence, short))}
    rest, lead = long.words[end : end + _WORDS_AFTER], long.words[max(0, at - _WORDS_BEFORE) : at]
    gap = long.quote.text.count(".", 0, len(long.quote.text) - 1)
    if rest and rest[0] in _CONDITIONS and not gap:
        content = [stem(w) for w in rest if w not in FUNCTION_WORDS]
        if content and sum(w in said for w in content) < _TOLD_OUTSIDE * len(content):
            return " ".join(long.written[end : end + _WORDS_AFTER])
    denied = any(w in NEGATIVE_WORDS for w in lead) and any(w in _ASSERTING for w in lead)
    if denied and not gap and not said & {stem(w) for w in NEGATIVE_WORDS}:
        return " ".join(long.written[max(0, at - _WORDS_BEFORE) : at])
    return ""


def _stands(long: PlacedQuotation, short: PlacedQuotation, at: int) -> bool:
    """Whether the shorter quotation stands in the longer from the word ``at``, as a part of it."""
    end = at + len(short.words)
    return len(short.words) < len(long.words) and long.words[at:end] == short.words


def _around(evidence: Evidence, quoted: PlacedQuotation) -> str:
    """The paragraph of a quotation and those beside it, without the quotation."""
    paragraphs = evidence.story.articles[quoted.source].paragraphs
    at, quote = quoted.paragraph, quoted.quote
    own = paragraphs[at][: quote.start] + " " + paragraphs[at][quote.end :]
    return " ".join((*paragraphs[max(0, at - 1) : at], own, *paragraphs[at + 1 : at + 2]))


def _shortened(evidence: Evidence, long: PlacedQuotation, short: PlacedQuotation, left: str) -> Finding:
    sides = sorted((long, short), key=lambda q: (q.source, q.paragraph))
    passages = tuple(evidence.quotation_passage(quoted) for quoted in sides)
    name = max(long.speaker, short.speaker, key=len)
    whole, part = Side((source_key(long.source),), left), Side((source_key(short.source),), "")
    return Finding(ConflictKind.QUOTATION, 0.65, passages, ConflictRule.SHORTENED, (whole, part), name)
