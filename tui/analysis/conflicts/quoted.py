"""The quotations of a story, set against each other: which are the same words, and who may be one speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from tui.analysis.conflicts.finding import Evidence
from tui.analysis.names.cast import words_of
from tui.analysis.text.tokens import FUNCTION_WORDS
from tui.analysis.text.word_classes import CARDINALS
from tui.model import Passage, Quotation
from tui.reading.quotation_marks import is_title

_SAME = 92.0  # rapidfuzz ratio (0–100) of the shorter quotation with its best window in the longer
_SHORTEST = 6  # words; shorter quotations are said by many
_LETTERS = 12  # in its content words, for the same reason
_RUN = 3  # words in a row that two versions of one quotation have in common
_ONE_NAME = 85.0  # rapidfuzz ratio of two spellings of a name
WORD = re.compile(r"[@#]?\w+(?:['’]\w+)*")
_INSERTED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_DIGITS = {word: str(number) for word, number in CARDINALS.items()}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its place and its words: ``words`` in plain form, ``written`` as they stand."""

    source: int
    paragraph: int
    place: int
    quote: Quotation
    words: tuple[str, ...]
    written: tuple[str, ...]

    @property
    def norm(self) -> str:
        """The plain words as one string."""
        return " ".join(self.words)

    @property
    def speaker(self) -> str:
        """The speaker's name, empty if there is none."""
        return self.quote.speaker or ""


def collect(evidence: Evidence) -> list[Quoted]:
    """The quotations long enough to be recognised; titles of works and editors' insertions left out."""
    found = []
    for (source, paragraph), quotes in sorted(evidence.quotes.items()):
        for place, quote in enumerate(quotes):
            written = tuple(WORD.findall(_INSERTED.sub(" ", quote.text)))
            if len(written) >= _SHORTEST and not is_title(quote.text):
                words = tuple(_plain(word) for word in written)
                found.append(Quoted(source, paragraph, place, quote, words, written))
    return found


def candidates(quotes: Sequence[Quoted]) -> list[tuple[int, int]]:
    """The pairs, by index, of quotations of different sources that have a run of three words in common."""
    holders: dict[tuple[str, ...], set[int]] = {}
    for index, quote in enumerate(quotes):
        for start in range(len(quote.words) - _RUN + 1):
            holders.setdefault(quote.words[start : start + _RUN], set()).add(index)
    pairs = {
        pair
        for indices in holders.values()
        if len(indices) > 1
        for pair in combinations(sorted(indices), 2)
        if quotes[pair[0]].source != quotes[pair[1]].source
    }
    return sorted(pairs)


def same_words(one: Quoted, two: Quoted) -> bool:
    """Whether one quotation stands in the other, but for a letter or two."""
    short, long = sorted((one, two), key=lambda q: len(q.norm))
    if sum(len(w) for w in short.words if w not in FUNCTION_WORDS) < _LETTERS:
        return False
    return fuzz.partial_ratio(short.norm, long.norm, score_cutoff=_SAME) >= _SAME


def same_person(one: str, two: str) -> bool:
    """Whether two names may be one person's: a shared word, or an acronym and what it stands for."""
    first, second = (set(words_of(name)) - {"the", "of", "and"} for name in (one, two))
    if any(a == b or (len(a) > 3 and fuzz.ratio(a, b) >= _ONE_NAME) for a in first for b in second):
        return True
    return _initials(one) == two.replace(".", "").lower() or _initials(two) == one.replace(".", "").lower()


def one_speaker(one: Quoted, two: Quoted) -> bool:
    """Whether both have a speaker, who may be one person."""
    return bool(one.speaker and two.speaker) and same_person(one.speaker, two.speaker)


def passage_of(evidence: Evidence, quoted: Quoted) -> Passage:
    """The passage that a quotation is."""
    return evidence.passage(quoted.source, quoted.paragraph, quoted.quote.start, quoted.quote.end)


def groups(pairs: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """The indices joined by pairs, directly or through others, each group in order."""
    group: dict[int, set[int]] = {}
    for one, two in pairs:
        union = group.get(one, {one}) | group.get(two, {two})
        for member in union:
            group[member] = union
    yield from (sorted(members) for members in {id(members): members for members in group.values()}.values())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()


def _plain(word: str) -> str:
    word = word.lower().replace("’", "'")
    return _DIGITS.get(word, word)
