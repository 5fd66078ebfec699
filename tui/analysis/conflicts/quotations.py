"""The quotations of a story set against each other: the same words, and speakers who may be one person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from tui.analysis.names.cast import own_words
from tui.analysis.names.spelling import spellings
from tui.analysis.text.tokens import FUNCTION_WORDS
from tui.analysis.text.vectors import word_vectors
from tui.analysis.text.word_classes import CARDINALS
from tui.model import Quotation
from tui.reading.quotation_marks import is_title

_SAME_WORDS = 92.0  # rapidfuzz ratio (0–100) of the shorter quotation with its best window in the longer
_FEWEST_WORDS = 6  # shorter quotations are said by many, unless
_FEWEST_RARE_WORDS = 3  # of their words are rare, and all are the same
_RARE = 2.7  # rarity of a word (0.3–4.5)
_FEWEST_PLACED = 3  # words of a quotation that is looked at
_FEWEST_LETTERS = 12  # in its content words, for the same reason
_WORDS_IN_A_ROW = 3  # that two versions of one quotation have in common
_ONE_NAME = 85.0  # rapidfuzz ratio of two spellings of a name
WORD = re.compile(r"[@#]?\w+(?:['’]\w+)*")
_INSERTED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_DIGITS = {word: str(number) for word, number in CARDINALS.items()}


@dataclass(frozen=True, slots=True)
class PlacedQuotation:
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


def placed_quotations(
    quotes: Mapping[tuple[int, int], Sequence[Quotation]],
) -> list[PlacedQuotation]:
    """Collect quotations that can be set against each other; no titles of works, no editors' insertions."""
    found = []
    for (source, paragraph), inside in sorted(quotes.items()):
        for place, quote in enumerate(inside):
            written = tuple(WORD.findall(_INSERTED.sub(" ", quote.text)))
            if len(written) >= _FEWEST_PLACED and not is_title(quote.text):
                words = tuple(_plain(word) for word in written)
                found.append(PlacedQuotation(source, paragraph, place, quote, words, written))
    return found


def sharing_words(quotes: Sequence[PlacedQuotation]) -> list[tuple[int, int]]:
    """Pair the quotations, by index, of different sources that have a run of words in common."""
    holders: dict[tuple[str, ...], set[int]] = {}
    for index, quote in enumerate(quotes):
        for start in range(len(quote.words) - _WORDS_IN_A_ROW + 1):
            holders.setdefault(quote.words[start : start + _WORDS_IN_A_ROW], set()).add(index)
    pairs = {
        pair
        for indices in holders.values()
        if len(indices) > 1
        for pair in combinations(sorted(indices), 2)
        if quotes[pair[0]].source != quotes[pair[1]].source
    }
    return sorted(pairs)


def same_words(one: PlacedQuotation, two: PlacedQuotation) -> bool:
    """Tell whether one quotation stands in the other, give or take a letter or two.

    A short one is recognised by rare words, where the other has no words but these.
    """
    short, long = sorted((one, two), key=lambda q: len(q.norm))
    if len(short.words) < _FEWEST_WORDS:
        return short.words == long.words and _rare_words(short) >= _FEWEST_RARE_WORDS
    if sum(len(w) for w in short.words if w not in FUNCTION_WORDS) < _FEWEST_LETTERS:
        return False
    return fuzz.partial_ratio(short.norm, long.norm, score_cutoff=_SAME_WORDS) >= _SAME_WORDS


def _rare_words(quoted: PlacedQuotation) -> int:
    rarity = word_vectors().rarity
    return sum(word not in FUNCTION_WORDS and rarity(word) >= _RARE for word in set(quoted.words))


def same_person(one: str, two: str) -> bool:
    """Tell whether two names may be one person's: a shared word, or an acronym and what it stands for."""
    first, second = (_telling(name) for name in (one, two))
    if any(_one_word(a, b) for a in first for b in second):
        return True
    return _initials(one) == two.replace(".", "").lower() or _initials(two) == one.replace(".", "").lower()


def _telling(name: str) -> set[str]:
    """The words of a name in all spellings: no particles, and no single initials if it has other words."""
    words = {word for spelling in spellings(name) for word in own_words(spelling)} - {"the", "of", "and"}
    return {word for word in words if len(word) > 1} or words


def _one_word(one: str, two: str) -> bool:
    """Whether two words of names may be one, spelt in two ways."""
    return one == two or (len(one) > 3 and fuzz.ratio(one, two) >= _ONE_NAME)


def one_speaker(one: PlacedQuotation, two: PlacedQuotation) -> bool:
    """Tell whether both have a speaker, who may be one person."""
    return bool(one.speaker and two.speaker) and same_person(one.speaker, two.speaker)


def joined(pairs: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Group the indices that are joined by pairs, directly or through others, each group in order."""
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
