"""Sentences, tokens, stems and part-of-speech tags of English news text.

NLTK does the work without its downloadable data: Punkt with the abbreviations and sentence starters below
(Kiss & Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection"), and the Snowball stemmer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from nltk.stem.snowball import SnowballStemmer
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from tui.analysis.tagger import tagger

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms messrs dr prof rev fr sr jr hon sen sens rep reps gov lt gen col maj capt sgt cpl pvt adm cmdr
    brig supt supr insp det pres amb atty asst dir st mt ft inc corp co ltd llc plc bros cos dept est assn
    univ intl natl jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri u.s
    u.k u.n e.u d.c u.a.e u.s.a n.y l.a n.j n.c s.c n.h n.m n.d s.d r.i w.va a.m p.m a.d b.c i.e e.g etc vs
    viz cf al approx no nos vol pp fig figs ed eds ave blvd rd sq ph.d m.d b.a m.a calif mass fla conn wash
    ariz ala ark colo ill ind ky la md mich minn miss mont neb nev okla ore pa tenn tex va vt wis f.b.i
    c.i.a n.s.a d.n.c g.o.p i.r.s e.p.a
    """.split()
)
# Titles never end a sentence, not even before a typical starter ("Mr. A. …").
_TITLE_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sens?|Reps?|Gov|Lt|Gen|Col|Capt|Sgt|Adm|Hon)\.$")
# Words that, capitalised after an ambiguous abbreviation (U.S., p.m., Inc.), do start a sentence.
_STARTERS = frozenset(
    """
    the he she it they we i you this that these those there here his her their its our my in on at as after
    before but however and so yet if when while although though since because meanwhile moreover according
    officials earlier later last an a some many most both all another also still now then for from with by
    to such what who why how police analysts critics experts observers residents he's it's they're we're no
    not more one two three
    """.split()
)
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

_LONGEST_SENTENCE = 2000  # characters
_CLOSED = re.compile(r"[.!?…][”’\"'»)\]]+\s+(?=[“‘\"'«(\[]?[A-Z0-9])")
_INITIALS = re.compile(r"(?:^|[\s(“\"'‘])(?:[A-Z]\.)+$")
_FIRST_WORD = re.compile(r"\W*([\w’']+)")
_OPEN_PARENTHESIS = re.compile(r"\([^()]*$")
_WORD = re.compile(
    r"[$€£¥₹]?\d+(?:[.,:]\d+)*(?:%|(?:st|nd|rd|th|s|m|bn|k)\b)?"  # 1,200 · $4.5 · 50% · 22nd · 7:30 · 1990s
    r"|(?:[A-Za-z]\.){2,}|[A-Z]\.(?= ?[A-Z])"  # U.S. · p.m. · the S. of S. Jaishankar
    r"|[@#]?\w+(?:[’'](?!s\b)\w+)*"  # words, don’t, O’Neill, @handle; a possessive 's stands alone
    r"|[’']s\b|[^\w\s]"
)
_NUMBER = re.compile(r"[$€£¥₹]?\d")
# Spelling variants that would otherwise hide that two sources say the same.
_DOTTED = {"US": "u.s.", "USA": "u.s.", "U.S.A.": "u.s.", "UK": "u.k.", "UN": "u.n.", "EU": "e.u."}


class Token(NamedTuple):  # thousands are made at once: a frozen dataclass takes three times as long
    """A word, number or punctuation mark with its offsets in the paragraph.

    ``norm`` is the lower-cased form, one spelling for acronyms with and without dots; ``stem`` its Snowball
    stem. ``is_word`` excludes punctuation and possessive endings, ``is_content`` function words too;
    ``is_number`` is for what is written with digits.
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
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(_ABBREVIATIONS)
    parameters.sent_starters = set(_STARTERS)
    return PunktSentenceTokenizer(parameters)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as (start, end), white space around them left out.

    Three rules are added to Punkt: split after a closing quotation mark, never before a lower-case letter,
    and not after a run of initials (``J.K.``, ``F.B.I.``) or inside parentheses unless a typical sentence
    starter follows.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _punkt().span_tokenize(text):
        for match in _CLOSED.finditer(text, start, end):
            spans.append((start, start + len(text[start : match.end()].rstrip())))
            start = match.end()
        spans.append((start, end))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and _continues(text[merged[-1][0] : merged[-1][1]], text[start:end]):
            merged[-1] = (merged[-1][0], end)
        elif start < end:
            merged.append((start, end))
    return [piece for start, end in merged for piece in _pieces(text, start, end)]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the parts of one longer than any: a table or a list, whose cost would be its square."""
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut + (text[cut] == " ")
    yield start, end


def _continues(before: str, after: str) -> bool:
    """Whether what Punkt took for two sentences is one."""
    if after[:1].islower() or _TITLE_END.search(before) or not any(map(str.isalnum, after)):
        return True
    match = _FIRST_WORD.match(after)
    word = match[1] if match else ""
    started = word.lower().replace("’", "'") in _STARTERS
    if _OPEN_PARENTHESIS.search(before) and before.endswith(".") and ")" in after[:40] and not started:
        return True
    return bool(_INITIALS.search(before)) and word[:1].isupper() and not started


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
    is_word = norm != "'s" and any(map(str.isalnum, text))
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


def tag(tokens: tuple[Token, ...]) -> list[str]:
    """Penn Treebank part-of-speech tags, one a token."""
    return tagger().tag([token.text for token in tokens])
