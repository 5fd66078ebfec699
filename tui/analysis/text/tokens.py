"""Tokens of English news text: words, numbers and marks with their offsets, normal forms and stems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from nltk.stem.snowball import SnowballStemmer

from tui.analysis.text.word_classes import MONTHS

FUNCTION_WORDS = frozenset(
    """
    a about above after again against all also although am among an and any are as at be because been before
    being below between both but by can could did do does doing down during each either few for from further
    had has have having he her here hers herself him himself his how however i if in into is it its itself
    just may me might more most much must my myself neither no nor not now of off on once one only or other
    our ours ourselves out over own per rather same shall she should since so some such than that the their
    theirs them themselves then there these they this those though through thus to too under until up upon
    us very via was we were what when where whether which while who whom whose why will with within without
    would yet you your yours 's n't 't 're 've 'll 'd 'm
    """.split()
)

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"  # footnote marks and powers: no part of a word or number
_LETTER = rf"[^\W{_RAISED}]"
# Letters and the marks over and under them that have no letter of their own, as in most scripts of India.
_MARKS = r"\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e"
_LETTERS = rf"{_LETTER}(?:{_LETTER}|[{_MARKS}])*"
_MONTH_BEFORE = "".join(rf"(?<!{m.title()} )(?<!{m[:3].title()}\. )" for m in MONTHS) + r"(?<!Sept\. )"
_WORD = re.compile(
    # Thousands may be parted by spaces, but no day of a month goes with what follows: on May 12 500 people …
    r"[$€£¥₹]?(?:(?=[1-9])(?:"
    rf"{_MONTH_BEFORE}\d{{1,3}}(?: \d{{3}})+(?!\d|-|,\d{{3}})"
    r"|\d{1,3}(?:[’'\u00a0\u2009\u202f]\d{3})+(?!\d))(?:[.,]\d\d?(?!\d))?"
    r"|\d+(?:[.,:·]\d+)*)"  # 1,200 · $4.5 · 7:30 …
    r"(?:%|(?:st|nd|rd|th|s|(?i:m|mn|mln|bn|tn|trn|k|b|t))\b)?"  # … · 50% · 22nd · 1990s · $1.5T · 800K
    r"|(?:[A-Za-z]\.){2,}|[A-Z]\.(?= ?[A-Z])"  # U.S. · p.m. · the S. of S. Jaishankar
    # words, don’t, O’Neill, @handle; a possessive 's stands alone
    rf"|[@#]?{_LETTERS}(?:[’'](?!s\b){_LETTERS})*"
    r"|[’']s\b|[^\w\s]|\w"
)
_NUMBER = re.compile(r"[$€£¥₹]?\d")
# Spelling variants that would otherwise hide that two sources say the same.
_DOTTED = {"US": "u.s.", "USA": "u.s.", "U.S.A.": "u.s.", "UK": "u.k.", "UN": "u.n.", "EU": "e.u."}


class Token(NamedTuple):  # thousands are made at once: a frozen dataclass takes three times as long
    """A word, number or punctuation mark with its offsets in the paragraph.

    ``norm`` is the lower-cased form, one spelling for acronyms with and without dots; ``stem`` its Snowball
    stem, or for a number what it comes to, once ``figures.number_stems`` has read it. ``is_word`` excludes
    punctuation and possessive endings, ``is_content`` function words too; ``is_number`` is for what is
    written with digits.
    """

    start: int
    end: int
    text: str
    norm: str
    stem: str
    is_word: bool
    is_content: bool
    is_number: bool
    is_capitalised: bool


@cache
def _stemmer() -> Any:
    return SnowballStemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Snowball (Porter2) stem of a lower-case word; numbers and acronyms stay as they are."""
    return word if not word.isalpha() else str(_stemmer().stem(word))


def normalise(word: str) -> str:
    """One spelling for one word: lower case, straight apostrophes, ``US`` as ``U.S.`` (but not ``us``)."""
    return _DOTTED.get(word) or word.lower().replace("’", "'")


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, with offsets in ``text``."""
    return tuple(
        Token(match.start(), match.end(), *_word(match[0]))
        for match in _WORD.finditer(text, start, len(text) if end is None else end)
    )


@lru_cache(maxsize=50_000)
def _word(text: str) -> tuple[str, str, str, bool, bool, bool, bool]:
    """All that is known of a token but its place."""
    norm = normalise(text)
    is_word = norm != "'s" and any(c.isalnum() and c not in _RAISED for c in text)
    return (
        text,
        norm,
        stem(norm.lstrip("@#") or norm),
        is_word,
        is_word and norm not in FUNCTION_WORDS,
        _NUMBER.match(text) is not None,
        text.lstrip("@#")[:1].isupper(),
    )


def token_at(tokens: Sequence[Token], place: int) -> Token | None:
    """The token at a place, if there is one: neither before the first nor after the last."""
    return tokens[place] if 0 <= place < len(tokens) else None


def norm_at(tokens: Sequence[Token], place: int) -> str:
    """The lower-cased form of the token at a place, empty where there is none."""
    return tokens[place].norm if 0 <= place < len(tokens) else ""
