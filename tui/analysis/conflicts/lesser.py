"""Lesser differences: one name in two spellings, one thing in opposite tones; offered, never a conflict."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product
from typing import NamedTuple

from rapidfuzz import fuzz

from tui.analysis.conflicts.detector import Evidence, Finding, merged, opposed, stretch
from tui.analysis.names.cast import telling_words
from tui.analysis.names.name_words import BODIES, CALENDAR, ROLES
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import FUNCTION_WORDS, Token, stem, tokenize
from tui.analysis.text.word_classes import NEGATIONS
from tui.model import ConflictKind, ConflictRule, Passage

_ONE_WORD = 85.0  # rapidfuzz ratio (0–100) of two spellings of one word
_FEWEST_LETTERS = 5  # shorter words differ in a letter and are two names
_FEWEST_WORDS = 6  # tokens, but for two names, of one sentence; in that short ones are one name too
_NO_NAMES = FUNCTION_WORDS | BODIES | CALENDAR | ROLES
_FullName = tuple[str, str]

_GOOD = frozenset(
    """
    warm cordial friendly constructive productive fruitful optimistic robust calm peaceful smooth triumphant
    resounding popular beloved acclaimed successful orderly transparent hopeful upbeat strong close solid
    amicable amiable harmonious congenial
    """.split()
)
_BAD = frozenset(
    """
    strained tense frosty chilly hostile fraught bitter contentious pessimistic shaky fragile chaotic violent
    rocky failed disastrous unpopular loathed panned disorderly secretive gloomy grim icy bruising sour soured
    acrimonious combative heated stormy
    """.split()
)
# What is characterised under several names.
_NOUN_CLASSES = {
    stem(w): "ties"
    for w in "ties relations relationship relationships bonds partnership alliance friendship".split()
} | {
    stem(w): "talks"
    for w in "talks meeting discussion discussions negotiations exchange conversation dialogue summit".split()
}
_LINKING_VERBS = frozenset(
    "is are was were be been remain remains remained became become grew turned appeared".split()
)
# What is between parties: with the same ones it is the same thing.
_BETWEEN_PARTIES = frozenset(_NOUN_CLASSES.values())
_FEWEST_PARTIES = 3  # words of names that two paragraphs share
_REACH_OF_NOUN = 5  # tokens after a word in which its noun stands
_REVERSING = NEGATIONS | {"no", "less"}


def find_spellings(evidence: Evidence) -> list[Finding]:
    """Find full names that sources spell differently, one finding a name."""
    names = [_full_names(evidence, source) for source in range(len(evidence.story.articles))]
    findings = [
        opposed(ConflictKind.SPELLING, 0.7, (one[a], two[b]), ConflictRule.SPELLINGS)
        for one, two in combinations(names, 2)
        for a, b in _variants(evidence, one, two)
    ]
    return merged(evidence.story, findings)


def _full_names(evidence: Evidence, source: int) -> dict[_FullName, Passage]:
    """The names of two words, or two next to each other of longer ones, and where each stands first."""
    found: dict[_FullName, Passage] = {}
    paragraphs = evidence.story.articles[source].paragraphs
    for mention in evidence.casts[source].all():
        tokens = tokenize(paragraphs[mention.paragraph], mention.start, mention.end)
        for first, second in pairwise(tokens):
            if _may_be_misspelt(first) and _may_be_misspelt(second) and second.start == first.end + 1:
                place = source, mention.paragraph, first.start, second.end
                found.setdefault((first.norm, second.norm), evidence.passage(*place))
    return found


def _may_be_misspelt(token: Token) -> bool:
    plain = token.is_capitalised and token.norm.replace("'", "").isalpha() and not token.text.isupper()
    return plain and token.norm not in _NO_NAMES


def _variants(
    evidence: Evidence, one: dict[_FullName, Passage], two: dict[_FullName, Passage]
) -> Iterator[tuple[_FullName, _FullName]]:
    """Names of either source alone that share one word and nearly the other."""
    for same in (0, 1):
        by_word: dict[str, list[_FullName]] = {}
        for name in two:
            if name not in one:
                by_word.setdefault(name[same], []).append(name)
        for name in one:
            for other in by_word.get(name[same], ()) if name not in two else ():
                words = name[1 - same], other[1 - same]
                if _are_spellings(*words) or (
                    _are_nearly(*words) and _in_one_sentence(evidence, one[name], two[other])
                ):
                    yield name, other


def _are_nearly(one: str, two: str) -> bool:
    """Whether two words, short ones too, differ in a letter or two, beyond accents."""
    one, two = _without_accents(one), _without_accents(two)
    return one != two and one[0] == two[0] and fuzz.ratio(one, two) >= _ONE_WORD


def _in_one_sentence(evidence: Evidence, one: Passage, two: Passage) -> bool:
    """Whether the sentences of two passages are equal but for those."""
    units = [evidence.story.units[evidence.story.index[passage.sentence]] for passage in (one, two)]
    rests = [
        [token.norm for token in unit.tokens if token.end <= passage.start or token.start >= passage.end]
        for unit, passage in zip(units, (one, two), strict=True)
    ]
    return rests[0] == rests[1] and len(rests[0]) >= _FEWEST_WORDS


def _are_spellings(one: str, two: str) -> bool:
    """Whether two words differ in a letter or two, beyond accents, plurals and words cut short."""
    one, two = _without_accents(one), _without_accents(two)
    if min(len(one), len(two)) < _FEWEST_LETTERS or one.startswith(two) or two.startswith(one):
        return False
    return _are_nearly(one, two)


def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


class _Mark(NamedTuple):
    """A word of praise (``good``) or blame with its noun, and what is described; offsets in the paragraph."""

    start: int
    end: int
    good: bool
    thing: str


def find_tones(evidence: Evidence) -> list[Finding]:
    """Find what sources characterise in opposite tones: of each thing the two passages most alike."""
    units = evidence.story.units
    marked = {p: found for p, u in enumerate(units) if u.assertive and (found := _marked(u.tokens))}
    related = set(evidence.context.pairs(marked))
    best: dict[str, tuple[float, Finding]] = {}
    for one, two in combinations(sorted(marked), 2):
        for a, b in product(marked[one], marked[two]):
            if a.good == b.good or a.thing != b.thing or units[one].source == units[two].source:
                continue
            if (one, two) not in related and not (
                a.thing in _BETWEEN_PARTIES and _same_parties(evidence, units[one], units[two])
            ):
                continue
            passages = [stretch(units[p], mark.start, mark.end) for p, mark in ((one, a), (two, b))]
            common = sum(evidence.context.both(one, two))
            if a.thing not in best or common > best[a.thing][0]:
                best[a.thing] = common, opposed(ConflictKind.TONE, 0.5, passages, ConflictRule.TONES)
    return [finding for _, finding in best.values()]


def _same_parties(evidence: Evidence, one: Unit, two: Unit) -> bool:
    """Whether two sentences stand in paragraphs that name the same people or countries."""
    names = [
        {
            word
            for mention in evidence.casts[unit.source].mentions.get(unit.paragraph, ())
            for word in telling_words(mention.text)
        }
        for unit in (one, two)
    ]
    return len(names[0] & names[1]) >= _FEWEST_PARTIES


def _marked(tokens: Sequence[Token]) -> list[_Mark]:
    """The words of praise or blame that have a noun."""
    found = []
    for place, token in enumerate(tokens):
        good = token.norm in _GOOD
        if not good and token.norm not in _BAD:
            continue
        if place and tokens[place - 1].norm in _REVERSING:
            good = not good
        noun = _described(tokens, place)
        if noun is not None:
            first, last = sorted((place, noun))
            thing = _NOUN_CLASSES.get(tokens[noun].stem, tokens[noun].stem)
            found.append(_Mark(tokens[first].start, tokens[last].end, good, thing))
    return found


def _described(tokens: Sequence[Token], place: int) -> int | None:
    """The noun after the word (“warm talks”), or before a verb of being (“the talks were warm”)."""
    following = place + 1
    # Past what stands between (strained economic relations, the robust Oldport-Newhaven partnership).
    for at in range(following, min(following + _REACH_OF_NOUN, len(tokens))):
        if tokens[at].stem in _NOUN_CLASSES:
            return at
        if not (tokens[at].is_content or tokens[at].norm == "-"):
            break
    if following < len(tokens) and tokens[following].is_content and tokens[following].text.islower():
        return following
    back = place - 1
    while back > 0 and tokens[back].norm in {"very", "quite", "increasingly", "more", "so", "been"}:
        back -= 1
    if back > 0 and tokens[back].norm in _LINKING_VERBS:
        head = tokens[back - 1]
        return back - 1 if head.is_word and head.norm not in FUNCTION_WORDS else None
    return None
