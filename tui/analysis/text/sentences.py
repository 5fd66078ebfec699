"""Sentences of English news text.

NLTK does the work without its downloadable data: Punkt with the abbreviations and sentence starters below
(Kiss & Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

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

_LONGEST_SENTENCE = 2000  # characters
_CLOSED = re.compile(r"[.!?…][”’\"'»)\]]+\s+(?=[“‘\"'«(\[]?[A-Z0-9])")
_INITIALS = re.compile(r"(?:^|[\s(“\"'‘])(?:[A-Z]\.)+$")
_FIRST_WORD = re.compile(r"\W*([\w’']+)")
_OPEN_PARENTHESIS = re.compile(r"\([^()]*$")


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
