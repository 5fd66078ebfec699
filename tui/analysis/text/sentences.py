"""Sentences of English news text.

NLTK does the work without its downloadable data: Punkt with the abbreviations and sentence starters below
(Kiss & Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from tui.analysis.text.word_classes import WEEKDAYS

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
_TITLE_END = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sens?|Reps?|Gov|Lt|Gen|Col|Capt|Sgt|Adm|Hon|MRS?|DR|SEN|REP|GOV)\.$"
)
# Words that, capitalised after an ambiguous abbreviation (U.S., p.m., Inc.), do start a sentence.
_STARTERS = frozenset(
    """
    the he she it they we i you this that these those there here his her their its our my in on at as after
    before but however and so yet if when while although though since because meanwhile moreover according
    officials earlier later last an a some many most both all another also still now then for from with by
    to such what who why how police analysts critics experts observers residents no
    not more one two three everyone everybody nobody somebody someone anyone anybody nothing everything
    something none neither either each few several dozens hundreds thousands yes
    """.split()
)
# In copy all in capitals, where a preposition is no sign: "AT 10 A.M. ON TUESDAY".
_SUBJECTS = frozenset("the he she it they we you his her their this that these there".split())
# Abbreviations that, in lower case, are words too, and as such end a sentence.
_WORDS_TOO = frozenset("no ill mass wash ark miss ore".split())
_ANSWERING = frozenset("is was be say says said vote votes voted answer answered simply just".split())
# What is abbreviated before a number: it belongs to what follows, however the line is set.
_REFERENCES = frozenset(
    """
    arts sec secs sect subsec para paras par pars p pp c ca ch chs chap ext rs re fr rm no nos nr fig figs eq
    eqs vol vols pt pts bk ver approx tel est rev r.s h.r doc docs cap resp
    """.split()
)
_WORDS_OR_REFERENCES = frozenset(
    "art app col gen max min reg div ex cl".split()
)  # the latter, if capitalised
_CITING = frozenset("under see per cf by and".split())
_UNITS = frozenset("km kg cm mm mg ml ft lb lbs hr hrs mph kph gb mb tv pc bn mn tn st".split())
# After these a letter is a name of its own, and may stand last: "They wore size S."
_LETTERED = frozenset(
    """
    size plan group vitamin hepatitis influenza class grade type war section part phase act scene article
    exhibit gate terminal platform block wing division pool appendix annex category zone level route line
    point chapter volume schedule camp factor unit side tier title option
    """.split()
)
_BEFORE_I = frozenset("am are was were than do did have can not".split())
_AUXILIARIES = frozenset("was is will were had has would could brought saw marked".split())
_DOMAINS = frozenset("com net org js io ai tv co uk".split())

_LONGEST_SENTENCE = 2000  # characters
_CONTEXT = 200  # characters around a boundary that decide about it
_TWO_WORDS = 50  # characters that hold the last two
# Where a sentence may end though Punkt sees no end. Looking back from a mark is fastest.
_ENDS = re.compile(
    r"[.!?…](?:[”“’\"'»«)\]]+|\s»"
    r"|(?<![\w.][A-Z]\.)(?<=[A-Z]\.)"  # size S.
    r"|(?<=\.\.\.)|(?<=…)|(?<= \. \.)|(?<=[AaPp]\.[Mm]\.)|"
    + "|".join(rf"(?<=\b{word}\.)" for word in sorted(_WORDS_TOO))
    + r")\s+(?=[“‘„\"'«(\[]*\s?[A-Z0-9À-ÖØ-Þ])"
)
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?][”’]?(?=[“‘]?([A-Z][a-z]*)[\s,’])")  # closed.The ferry
_WHOLE_WORD = re.compile(r"(?:^|\s)[“\"‘'(]?([A-Za-z’'-]+)$")
_LETTER = re.compile(r"(?:^|[\s(“\"'‘])([A-Z])\.$")
_INITIALS = re.compile(r"(?:^|[\s(“\"'‘])(?:[A-Z]\.)+$")
_FIRST_WORD = re.compile(r"\W*([\w’']+)")
_OPEN_PARENTHESIS = re.compile(r"\([^()]*$")
_IN_PARENTHESES = re.compile(r"\s\([\w.-]{1,12}\.\)$")  # (D-Calif.)
_ELLIPSIS = re.compile(r"(?:(?<![.!?])(?<![.!?]\s)\.\.\.|…|(?<![.\s])\s\. \. \.)$")  # no full stop before it
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_DAY_AND_VERB = re.compile(rf"(?:{'|'.join(WEEKDAYS)})\s+(\w+)", re.IGNORECASE)
_NUMBER = re.compile(r"[(\[$€£₹~#§]*\d")
_ROMAN = re.compile(r"[IVXLC]+\b(?!['’])")
_LIST_NUMBER = re.compile(r"[^\w(]*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]\s")
_NEXT_NUMBER = re.compile(r"(?<=[.!?])\s+(?=\d{1,2}[.)]\s+[A-Z“\"])")
_NOTES = re.compile(r"(?:\[\d{1,3}\])+\s+")  # footnote marks
_LEFT_OPEN = re.compile(r"\s([«“„(\[]\s*)$")
_SHORT_QUOTE = re.compile(r"[“\"‘«„]\s?\w+[.!]")
_REST_OF_QUOTE = re.compile(r"\w+(?: \w+)?[.!?,…]?\s?[”\"’»“]")


@cache
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(_ABBREVIATIONS)
    parameters.sent_starters = set(_STARTERS)
    return PunktSentenceTokenizer(parameters)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as (start, end), white space around them left out.

    Punkt proposes where sentences begin, and so do closing quotation marks, dots, letters that stand for
    themselves and full stops without a space. Of these places ``_continues`` takes out those where a
    sentence goes on.
    """
    begins = [begin for begin, _ in _punkt().span_tokenize(text)]
    if not begins:
        return []
    certain = {*_glued(text), *_numbered(text)}
    places = {*begins[1:], *(match.end() for match in _ENDS.finditer(text)), *certain}
    cuts = sorted({_shifted(text, place) for place in places})
    in_capitals = text.isupper()
    start, spans = begins[0], []
    for cut, following in pairwise([*(cut for cut in cuts if cut > start), len(text)]):
        if cut in certain or not _continues(text, start, cut, following, in_capitals):
            spans.append((start, cut))
            start = cut
    spans.append((start, len(text)))
    stripped = ((begin, begin + len(text[begin:end].rstrip())) for begin, end in spans)
    return [piece for begin, end in stripped for piece in _pieces(text, begin, end)]


def _glued(text: str) -> Iterator[int]:
    """Where a sentence begins without a space before it: ``closed.The ferry``, but not ``St.Louis``."""
    for match in _GLUED.finditer(text):
        before = _WHOLE_WORD.search(text[max(0, match.start() - _CONTEXT) : match.start()])
        after = match[1].lower()
        if before is None or before[1].lower() in _ABBREVIATIONS or after in _DOMAINS:
            continue
        if before[1].islower() or after in _STARTERS:
            yield match.end()


def _numbered(text: str) -> Iterator[int]:
    """Where the items of a numbered list on one line begin."""
    if _LIST_NUMBER.match(text):
        yield from (match.end() for match in _NEXT_NUMBER.finditer(text))


def _shifted(text: str, cut: int) -> int:
    """Leave footnote marks with the sentence before, and an opening mark with the one after."""
    notes = _NOTES.match(text, cut)
    if notes:
        return notes.end()
    opening = _LEFT_OPEN.search(text[max(0, cut - len(" « ")) : cut])
    return cut - len(opening[1]) if opening else cut


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the parts of one longer than any: a table or a list, whose cost would be its square."""
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut + (text[cut] == " ")
    yield start, end


def _continues(text: str, start: int, cut: int, following: int, in_capitals: bool) -> bool:
    """Whether a sentence that began at ``start`` goes on at ``cut``; ``following``: the next such place."""
    before, after = text[max(start, cut - _CONTEXT) : cut].rstrip(), text[cut : cut + _CONTEXT]
    end = before[-_TWO_WORDS:]
    if after[:1].islower() or _TITLE_END.search(end):
        return True
    if not any(map(str.isalnum, text[cut:following])) or not any(map(str.isalnum, before)):
        return True
    if cut - start < 2 * len("(viii) ") and _LIST_NUMBER.fullmatch(before + " "):
        return True
    if _SHORT_QUOTE.fullmatch(before) and _REST_OF_QUOTE.match(after):
        return True
    previous, last = _last_words(end)
    match = _FIRST_WORD.match(after)
    word = match[1] if match else ""
    first = word.lower().replace("’", "'").split("'")[0]
    started = first in _STARTERS
    if last in _WORDS_TOO and before.endswith(last + "."):
        return last == "no" and bool(_NUMBER.match(after)) and previous.lower() not in _ANSWERING
    if last and before.endswith(last + ".") and _refers(previous, last, after):
        return True
    if _ELLIPSIS.search(end):
        return not started or first in ("i", last.lower())
    if _CLOCK.search(end) and not started:
        return not _begins_with_day(before, after)
    if in_capitals and before.endswith(".") and last.lower() in _ABBREVIATIONS:
        return first not in _SUBJECTS
    if _OPEN_PARENTHESIS.search(before) and before.endswith(".") and ")" in after[:40] and not started:
        return True
    if _IN_PARENTHESES.search(end) and not started:
        return True
    letter = _LETTER.search(end)
    if letter:
        named = previous.lower() in _LETTERED or (letter[1] == "I" and previous.lower() in _BEFORE_I)
        return not (started or named)
    return bool(_INITIALS.search(end)) and word[:1].isupper() and not started


def _last_words(text: str) -> tuple[str, str]:
    """The last two words, without the full stop; the last empty where it is none."""
    *_, previous, last = ("", "", *text.split())
    last = last.rstrip(".…").lstrip('(“"')
    return previous.lstrip('(“"'), last if last.replace(".", "").isalpha() else ""


def _refers(previous: str, word: str, after: str) -> bool:
    """Whether an abbreviation and the number after it are one: ``Rs. 500``, ``Art. IV``, ``c. 1850``."""
    low = word.lower()
    if not _NUMBER.match(after):
        return word[0].isupper() and low in _REFERENCES | _WORDS_OR_REFERENCES and bool(_ROMAN.match(after))
    if previous[-1:].isdigit() and word[0].islower():  # a unit: it weighed 5 kg.
        return False
    if low in _WORDS_OR_REFERENCES:
        return word[0].isupper() or previous.lower() in _CITING
    vowelless = len(word) <= 4 and word[1:].islower() and not re.search("[aeiouy]", low) and low not in _UNITS
    return low in _REFERENCES or vowelless or (len(word) == 1 and word.islower())


def _begins_with_day(before: str, after: str) -> bool:
    """Whether the weekday after a time of day begins a sentence, as in ``shut at 5 p.m. Monday was free``."""
    match = _DAY_AND_VERB.match(after)
    if match is None or match[1].lower() not in _AUXILIARIES:
        return False
    from tui.analysis.text.tagger import tag  # seldom needed
    from tui.analysis.text.tokens import tokenize

    return any(label in {"VBD", "VBZ", "VBP", "MD"} for label in tag(tokenize(before)))
