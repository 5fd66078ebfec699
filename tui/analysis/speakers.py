"""Who says a quotation: the cue that introduces it, the cue's subject, and whom that subject names.

Rules over cue verbs and the words around a quotation, after Pouliquen, Steinberger & Best 2007, "Automatic
Detection of Quotations in Multilingual News", and Asr et al. 2021, "The Gender Gap Tracker".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tui.analysis.language import FUNCTION_WORDS
from tui.analysis.marks import Span
from tui.analysis.names import CALENDAR, ROLES, Cast, Mention
from tui.analysis.story import Unit

_VERBS = """
accept accuse acknowledge add address admit advise advocate affirm agree allege announce answer argue
ask assert assure attack bemoan blame blast boast brag call caution challenge characterize characterise
charge cheer chide claim clarify comment compare complain concede conclude condemn confess confirm
contend continue counter criticize criticise cry declare decry defend demand denounce deny describe
detail dismiss elaborate email emphasize emphasise estimate exclaim explain express fire fume grumble
gush hail hammer hint hope implore imply indicate inform insist intone interject instruct joke label
lament laugh liken lash lecture lie list maintain mention mock mumble murmur muse mutter note object
observe offer opine order own plead pledge point post praise pray predict proclaim promise pronounce
propose protest quip quote rail rage ramble read reason recall recommend recount reflect refer reiterate
relate remark remember remind repeat reply report respond restate retort retweet reveal say scoff scold
scream shout sigh sing slam sneer snap speak speculate state stress suggest summarize summarise surmise
sum shoot swear tell testify thank think thunder tout tweet underline underscore urge utter voice vow
wail warn whisper wonder worry write yell chant conclude
"""
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "read": "read", "swear": "swore sworn",
    "sing": "sang sung", "speak": "spoke spoken", "think": "thought", "own": "", "lie": "",
    "cry": "cried", "deny": "denied", "reply": "replied", "decry": "decried", "clarify": "clarified",
    "imply": "implied", "testify": "testified", "worry": "worried", "sum": "summed summing",
    "shoot": "shot",
}  # fmt: skip
_DOUBLING = frozenset("admit quip brag sum".split())
# Verbs that take the one spoken to as their object: what follows them is not the speaker.
_TO_SOMEONE = frozenset(
    """
    told tells tell telling asked asks asking informed reminded assured urged warned
    """.split()
)
_WEAK = frozenset(
    """
    shoot shot report reports reported order orders fire fires list lists state states charge charges
    post posts claim claims call calls offer offers point points quote quotes address hope hopes read
    reads own owns lie lies attack attacks challenge blame promise speak speaks comment comments
    """.split()
)
_LISTENERS = frozenset("reporters journalists lawmakers me us them him viewers supporters listeners".split())
_MASCULINE = frozenset("he him his himself".split())
_FEMININE = frozenset("she her hers herself".split())
_PRONOUNS = frozenset("he she they we i it who".split())
_DETERMINERS = frozenset("the a an his her their its this that one another some our my".split())
_PREPOSITIONS = frozenset(
    """
    of to for with in from by about against on at into over under between among like than after before
    during without within near via including versus toward towards through around behind beside off onto
    upon despite amid
    """.split()
)
_SKIPPED = frozenset(
    """
    also later then once again further has had have was is were be been being would could might can will
    may to not never still first even just now recently repeatedly previously famously did does do went
    on go goes going today yesterday both all himself herself
    """.split()
)
_CLAUSE = frozenset("and but as while when because although though that if so or".split())
_APPOSITION = frozenset("who whose which a an the now then former of".split())
_REACH = 40  # words between a subject and its cue


def _inflected() -> frozenset[str]:
    forms = set()
    for verb in _VERBS.split():
        forms.add(verb)
        third = (
            verb[:-1] + "ies"
            if verb.endswith("y") and verb[-2] not in "aeo"
            else (verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s")
        )
        stem = verb + verb[-1] if verb in _DOUBLING else verb
        forms |= {third, (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"}
        if verb in _IRREGULAR:
            forms |= set(_IRREGULAR[verb].split())
        else:
            forms.add(
                stem + "d"
                if stem.endswith("e")
                else stem[:-1] + "ied"
                if stem.endswith("y") and stem[-2] not in "aeo"
                else stem + "ed"
            )
    return frozenset(forms)


_CUES = _inflected()
# WASHINGTON (AP) — · Washington (CNN)
_DATELINE = re.compile(
    r"(?:[A-Z][\w.,’' -]{1,40}\((?:[A-Z]{2,}|Reuters)\)\s*[—–-]*|"
    r"[A-Z][A-Z.,' ]{2,40}(?:, [A-Z][a-z]+\.)?\s*[—–-]{1,2}\s)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a quotation, as fully as the article names them, and the word that introduces it."""

    speaker: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    """A name, a quotation, a word or a mark of a paragraph, as the rules below see it."""

    kind: str  # "name", "quote", "word" or "mark"
    start: int
    end: int
    norm: str
    text: str
    name: Mention | None = None
    quote: int = -1
    ends: bool = False  # the last item of a sentence


@dataclass(frozen=True, slots=True)
class _Subject:
    """Somebody who may be speaking, at a place: a name, a pronoun or a description."""

    text: str
    offset: int
    name: bool = False


class Attributor:
    """Finds the speakers of one article's quotations, in reading order: pronouns point back."""

    def __init__(
        self,
        paragraphs: Sequence[str],
        units: Sequence[Unit],
        spans: Sequence[Sequence[Span]],
        cast: Cast,
    ) -> None:
        self._paragraphs = paragraphs
        self._spans = spans
        self._cast = cast
        self._units: dict[int, list[Unit]] = {}
        for unit in units:
            self._units.setdefault(unit.paragraph, []).append(unit)
        self._read: dict[int, list[_Item]] = {}
        self._said: dict[tuple[int, int], Said] = {}
        for paragraph in range(len(paragraphs)):
            direct = {q: self._direct(paragraph, q) for q in range(len(spans[paragraph]))}
            for q, said in direct.items():
                if said is not None:
                    self._said[paragraph, q] = said
            for q, said in direct.items():
                if said is None:
                    self._said[paragraph, q] = self._inherited(paragraph, q, direct)

    def said(self, paragraph: int, quotation: int) -> Said:
        """Who says the quotation with this place in its paragraph."""
        return self._said[paragraph, quotation]

    def _items(self, paragraph: int) -> list[_Item]:
        """A paragraph as items; read when it is first asked for, since most paragraphs never are."""
        if paragraph not in self._read:
            units, spans = self._units.get(paragraph, []), self._spans[paragraph]
            mentions = self._cast.mentions.get(paragraph, ())
            self._read[paragraph] = _items(self._paragraphs[paragraph], units, spans, mentions)
        return self._read[paragraph]

    def _direct(self, paragraph: int, quotation: int) -> Said | None:
        """The speaker by a cue in the quotation's own sentence."""
        if self._spans[paragraph][quotation].continues:
            return None
        items = self._items(paragraph)
        at = next(i for i, item in enumerate(items) if item.quote == quotation)
        found = self._after(paragraph, at) or self._before(paragraph, at)
        if found is None:
            return None
        subject, cue = found
        return Said(self._resolve(subject, paragraph), cue)

    def _after(self, paragraph: int, at: int) -> tuple[_Subject, str] | None:
        """“…,” said Smith · “…,” Smith, a teacher, said · “…,” according to Smith."""
        items = self._items(paragraph)
        text = self._paragraphs[paragraph]
        last = text[items[at].start : items[at].end].rstrip("”\"'’» ")[-1:]
        place = at + 1
        if place >= len(items):
            return None
        if (last == "." or (last in "?!…" and items[at].ends)) and not self._is_tag(
            items, place, strict=last == "."
        ):
            return None
        if items[place].norm in {"—", "–", "-"} and _signed(items, place + 1):
            return _named(items[place + 1]), items[place].norm
        while (
            place < len(items) and items[place].kind == "mark" and items[place].norm in {",", "-", "–", "—"}
        ):
            place += 1
        if place >= len(items) or items[place].kind in {"mark", "quote"}:
            return None
        if items[place].norm == "according" and place + 1 < len(items) and items[place + 1].norm == "to":
            subject = self._phrase(items, place + 2)
            return (subject, "according to") if subject else None
        verb = place
        while verb < len(items) and _is_skipped(items[verb]):
            verb += 1
        if verb < len(items) and _is_cue(items[verb]) and verb - place < 3:
            right = verb + 1
            while right < len(items) and items[right].norm in _LISTENERS:
                right += 1
            if items[verb].norm not in _TO_SOMEONE or right > verb + 1:
                subject = self._phrase(items, right)
                if subject:
                    return subject, items[verb].norm
            return None
        return self._clause(paragraph, place)

    def _is_tag(self, items: Sequence[_Item], place: int, *, strict: bool) -> bool:
        """Whether “Smith said.” or “said Smith” stands here, rather than a sentence of its own.

        After a full stop (``strict``) hardly ever, after a question mark wherever a name follows.
        """
        first, second, third = (*items[place : place + 3], None, None, None)[:3]
        if first is None or second is None:
            return False
        if _is_cue(first) and first.text.islower():
            return True
        if not strict and first.kind == "name":
            return True
        return _is_cue(second) and (second.ends or (third is not None and third.norm == "."))

    def _clause(self, paragraph: int, start: int) -> tuple[_Subject, str] | None:
        """“…,” Smith, who teaches in Rome, later said."""
        items = self._items(paragraph)
        opening = items[start]
        if opening.kind == "word" and (opening.norm.endswith("ing") or opening.norm in _PREPOSITIONS):
            return None  # the quotation's sentence goes on
        for place in range(start, min(start + _REACH, len(items))):
            item = items[place]
            if item.kind == "quote" or (item.norm == ";"):
                return None
            if _is_cue(item) and place > start and self._is_verb(items, place):
                subject = self._subject(items, place, start)
                if subject is not None:
                    return subject, item.norm
            if item.ends:
                return None
        return None

    def _before(self, paragraph: int, at: int) -> tuple[_Subject, str] | None:
        """Smith said: “…” · Smith, who teaches, called it “…” · “…,” said Smith, adding, “…”."""
        items = self._items(paragraph)
        start = _sentence_start(items, at)
        for place in range(at - 1, start - 1, -1):
            item = items[place]
            if (
                item.kind == "word"
                and item.norm == "to"
                and place > start
                and items[place - 1].norm == "according"
            ):
                subject = self._phrase(items, place + 1)
                if subject:
                    return subject, "according to"
            if _is_cue(item) and self._is_verb(items, place):
                subject = self._subject(items, place, start)
                if subject is None:
                    subject = self._spoken(paragraph, items, start, place)
                if subject is not None:
                    return subject, item.norm
        return None

    def _spoken(self, paragraph: int, items: Sequence[_Item], start: int, stop: int) -> _Subject | None:
        """The speaker of a quotation that stands earlier in the sentence."""
        for place in range(stop - 1, start - 1, -1):
            if items[place].kind == "quote":
                said = self._said.get((paragraph, items[place].quote)) or self._direct(
                    paragraph, items[place].quote
                )
                if said is not None and said.speaker:
                    return _Subject(said.speaker, items[place].start, name=True)
        return None

    def _is_verb(self, items: Sequence[_Item], place: int) -> bool:
        """Whether a word that may be a verb of saying is one here: not “the report”, “his claims”."""
        before = items[place - 1] if place else None
        norm = items[place].norm
        if before is None:
            return norm.endswith(("ing", "ed"))
        if before.norm == "to" and (
            place < 2 or items[place - 2].norm not in {"on", "going", "continued", "began"}
        ):
            return False  # an infinitive has another subject
        if norm == "reads" and before.norm in {"that", "which"}:
            return True
        if norm in _WEAK or norm.endswith("ing"):
            return (
                before.norm not in _DETERMINERS
                and before.norm not in {"of", "in", "for", "'s"}
                and (
                    before.kind != "word" or before.norm not in {"new", "recent", "first", "latest", "joint"}
                )
            )
        return before.norm not in {"a", "an", "the", "his", "their", "its"}

    def _subject(self, items: Sequence[_Item], verb: int, start: int) -> _Subject | None:
        """The subject of the verb at ``verb``, looking no further left than ``start``."""
        place = verb - 1
        while place >= start and _is_skipped(items[place]):
            place -= 1
        if place > start and items[place].norm == "'s" and items[place - 1].kind == "name":
            place -= 1  # "Smith's said": has
        if place < start:
            return None
        item = items[place]
        if (
            items[verb].norm.endswith("ing")
            or item.norm in {"and", "but", "to", "or", "by"}
            or item.kind == "quote"
        ):
            return self._main(items, start, verb)
        if item.norm in {"that", "which"}:
            # a tweet by Smith that reads
            author = next(
                (i for i in range(place - 1, max(start, place - 5) - 1, -1) if items[i].kind == "name"), None
            )
            return _named(items[author]) if author is not None else None
        if item.norm == "who":
            before = place - 1 - (items[place - 1].norm == ",") if place else -1
            return self._at(items, before, start) if before >= start else None
        if item.kind == "mark" and item.norm in {",", ")", "—", "–"}:
            head = self._before_apposition(items, place, start)
            return head or self._at(items, place - 1, start) or self._main(items, start, verb)
        found = self._at(items, place, start)
        return found or self._main(items, start, verb)

    def _before_apposition(self, items: Sequence[_Item], stop: int, start: int) -> _Subject | None:
        """Smith, a teacher from Rome, → Smith."""
        for comma in range(start + 1, stop):
            if items[comma].norm not in {",", "(", "—", "–"}:
                continue
            head = items[comma - 1]
            if head.kind == "name" and not _blocked(items, comma - 1, start):
                return _named(head)
            if head.kind == "word" and head.norm in ROLES:
                after = items[comma + 1]
                return _named(after) if after.kind == "name" else self._at(items, comma - 1, start)
        return None

    def _at(self, items: Sequence[_Item], place: int, start: int) -> _Subject | None:
        """The name, pronoun or description that ends at ``place``."""
        if place < start:
            return None
        item = items[place]
        if item.kind == "name":
            if not _blocked(items, place, start):
                return _named(item)
            return self._head(items, place, start) or _named(item)
        if item.kind != "word":
            return None
        if item.norm in _PRONOUNS:
            return _Subject(item.norm, item.start)
        if item.norm in FUNCTION_WORDS or item.norm in CALENDAR:
            return None
        return self._head(items, place, start)

    def _head(self, items: Sequence[_Item], place: int, start: int) -> _Subject | None:
        """A description such as “a spokesman for the ministry”, from its article to ``place``."""
        first = place
        for left in range(place, max(start, place - 12) - 1, -1):
            item = items[left]
            if item.kind in {"mark", "quote"} and item.norm not in {"-", "'s"}:
                break
            if (
                left < place
                and item.kind == "word"
                and (item.norm in _CLAUSE or (item.norm in _CUES and item.norm not in _WEAK))
            ):
                break
            first = left
            if item.norm in _DETERMINERS and (left == start or items[left - 1].norm not in _PREPOSITIONS):
                break
        while first < place and items[first].norm in _PREPOSITIONS | {"then", "now"}:
            first += 1
        words = items[first : place + 1]
        if not any(i.kind == "name" or i.norm not in FUNCTION_WORDS for i in words):
            return None
        lead = words[0]
        # “Smith spokeswoman Jane Roe” and “the group’s head, Jane Roe” name the speaker last.
        if lead.kind == "name" and len(words) > 1 and words[1].norm in _PREPOSITIONS:
            return _named(lead)
        return _described(words)

    def _main(self, items: Sequence[_Item], start: int, stop: int) -> _Subject | None:
        """The first subject of the sentence."""
        for place in range(start, stop):
            item = items[place]
            if item.kind == "quote":
                return None
            if item.kind == "name" and not _blocked(items, place, start):
                return _named(_later_name(items, place) or item)
            if item.kind == "name" and place + 2 < stop and items[place + 1].norm == "'s":
                owned = items[place + 2]
                ahead = [*takewhile(lambda i: not _is_cue(i), items[place + 3 : place + 6])]
                noun = owned.kind == "word" and not any(i.kind == "name" for i in ahead)
                if noun and not _blocked_by_preposition(items, place, start):
                    return _described(items[place : place + 3])  # Smith's family
            if item.kind == "word" and item.norm in {"he", "she", "they", "we", "i"}:
                return _Subject(item.norm, item.start)
            if item.kind == "word" and item.norm in ROLES and not _blocked(items, place, start):
                return self._head(items, place, start)
        return None

    def _phrase(self, items: Sequence[_Item], start: int) -> _Subject | None:
        """The speaker named after a cue: said Smith · said campaign chairman John Smith · said the mayor."""
        stop = min(start + 10, len(items))
        described: list[_Item] = []
        for place in range(start, stop):
            item = items[place]
            if item.kind == "name":
                following = items[place + 1].norm if place + 1 < len(items) else ""
                if following != "'s":
                    if described and described[-1].norm in _PREPOSITIONS:
                        ahead = self._apposed(items, place + 1)
                        if ahead:
                            return ahead
                        described.append(item)
                        break
                    named = _later_name(items, place)
                    return _named(named or item)
                described.append(item)
            elif item.kind == "word":
                if item.norm in _PRONOUNS and not described:
                    return _Subject(item.norm, item.start)
                if (
                    item.norm in _CLAUSE
                    or item.norm in {"in", "on", "at", "during"}
                    or item.norm in _CUES - _WEAK
                ):
                    break
                if not described and (item.norm in FUNCTION_WORDS and item.norm not in _DETERMINERS):
                    break
                described.append(item)
            elif item.norm in {"'s", "-"}:
                described.append(item)
            elif item.norm == "," and described:
                ahead = self._apposed(items, place)
                if ahead:
                    return ahead
                break
            else:
                break
            if item.ends:
                break
        while described and described[-1].norm in _PREPOSITIONS | _DETERMINERS:
            described.pop()
        if not any(i.kind == "name" or i.norm not in FUNCTION_WORDS for i in described):
            return None
        return _described(described)

    def _apposed(self, items: Sequence[_Item], comma: int) -> _Subject | None:
        """The mayor, John Smith → John Smith."""
        if comma + 1 < len(items) and items[comma].norm == "," and items[comma + 1].kind == "name":
            name = items[comma + 1]
            if name.name is not None and self._cast.is_person(name.name.text):
                return _named(name)
        return None

    def _resolve(self, subject: _Subject, paragraph: int) -> str | None:
        """The fullest name for a subject; a description stays as it is."""
        if subject.name:
            return self._cast.full(subject.text, paragraph, subject.offset)
        if subject.text in {"i", "we"}:
            return None
        if subject.text in _PRONOUNS:
            return self._antecedent(subject, paragraph)
        role = next((w for w in reversed(subject.text.lower().split()) if w in ROLES), None)
        if role is not None and subject.text.lower().split()[0] in {"the", "his", "her", "their", "its"}:
            held = self._cast.holder(role, paragraph, subject.offset)
            if held is not None and subject.text.lower().split()[-1] == role:
                return self._cast.full(held, paragraph, subject.offset)
        return subject.text

    def _antecedent(self, pronoun: _Subject, paragraph: int) -> str | None:
        """Whom a pronoun means: the nearest fitting subject before it, then the nearest fitting name."""
        gender = "m" if pronoun.text in _MASCULINE else "f" if pronoun.text in _FEMININE else None
        if pronoun.text in {"they", "it"}:
            return None
        if gender == "f":
            # A name that tells nothing is more often a man's: look for a woman's first.
            found = self._nearest(pronoun, paragraph, lambda name: self._cast.gender(name) == "f", 3)
            if found is not None:
                return found
        return self._nearest(pronoun, paragraph, lambda name: self._cast.gender(name) in {gender, None}, 6)

    def _nearest(
        self, pronoun: _Subject, paragraph: int, fits: Callable[[str], bool], reach: int
    ) -> str | None:
        for back in range(paragraph, max(-1, paragraph - reach), -1):
            items = self._items(back)
            limit = pronoun.offset if back == paragraph else len(self._paragraphs[back]) + 1
            stop = sum(item.start < limit for item in items)
            while stop > 0:
                start = _sentence_start(items, stop - 1)
                found = self._fitting(items[start:stop], fits, back)
                if found is not None:
                    return found
                stop = start
        return None

    def _fitting(self, items: Sequence[_Item], fits: Callable[[str], bool], paragraph: int) -> str | None:
        """The likeliest person of a sentence: who speaks in it, its subject, then any other."""
        for item in items:
            if item.kind == "quote":
                said = self._said.get((paragraph, item.quote))
                if (
                    said is not None
                    and said.speaker
                    and self._cast.is_person(said.speaker)
                    and fits(said.speaker)
                ):
                    return said.speaker
        ranked = sorted(
            (i for i, item in enumerate(items) if item.kind == "name"),
            key=lambda i: (_blocked(items, i, 0), i),
        )
        for place in ranked:
            mention = items[place].name
            if mention is None:
                continue
            full = self._cast.full(mention.text, paragraph, mention.start)
            if self._cast.is_person(full) and fits(full):
                return full
        return None

    def _inherited(self, paragraph: int, quotation: int, direct: dict[int, Said | None]) -> Said:
        """The speaker of a quotation whose own sentence has no cue, from its neighbours."""
        items = self._items(paragraph)
        at = next(i for i, item in enumerate(items) if item.quote == quotation)
        span = self._spans[paragraph][quotation]
        if span.continues:
            before = self._said.get((paragraph - 1, len(self._spans[paragraph - 1]) - 1))
            return before or Said()
        start = _sentence_start(items, at)
        alone = start == at
        if not alone:
            # Words of the sentence stand before it: its subject, if it has one, speaks.
            subject = self._main(items, start, at)
            if subject is not None:
                return Said(self._resolve(subject, paragraph), ":" if items[at - 1].norm == ":" else None)
        previous = quotation - 1
        if previous >= 0 and self._said.get((paragraph, previous), Said()).speaker:
            between = [
                i
                for i in items
                if i.start >= self._spans[paragraph][previous].outer_end and i.end <= span.outer_start
            ]
            named = [i for i in between if i.kind == "name" and i.ends is False]
            if alone or not named:
                return self._said[paragraph, previous]
        following = direct.get(quotation + 1)
        if start > 0:
            earlier = _sentence_start(items, start - 1)
            subject = self._main(items, earlier, start)
            if subject is not None and alone:
                name = self._resolve(subject, paragraph)
                if name is not None and (self._cast.is_person(name) or not subject.name):
                    return Said(name, None)
        if following is not None and alone:
            return following
        if alone and paragraph > 0 and start == 0:
            return self._from_paragraph_before(paragraph)
        return Said()

    def _from_paragraph_before(self, paragraph: int) -> Said:
        items = self._items(paragraph - 1)
        if not items:
            return Said()
        last = len(items) - 1
        spoken = self._spans[paragraph - 1]
        start = _sentence_start(items, last)
        if items[last].norm == ":" or not spoken:
            for place in range(last, start - 1, -1):
                if _is_cue(items[place]) and self._is_verb(items, place):
                    subject = self._subject(items, place, start)
                    if subject is not None:
                        return Said(self._resolve(subject, paragraph - 1), items[place].norm)
            subject = self._main(items, start, last)
            name = self._resolve(subject, paragraph - 1) if subject else None
            return Said(name if name and self._cast.is_person(name) else None, None)
        return self._said.get((paragraph - 1, len(spoken) - 1), Said())


def _items(
    text: str, units: Sequence[Unit], spans: Sequence[Span], mentions: Sequence[Mention]
) -> list[_Item]:
    """A paragraph outside its quotations and its dateline, names and quotations taken as one item each."""
    tokens = [(token, token is unit.tokens[-1]) for unit in units for token in unit.tokens]
    dateline = _DATELINE.match(text)
    opening = dateline.end() if dateline else 0
    names = {m.start: m for m in mentions}
    outer = {m.outer: m for m in mentions if m.outer != m.start}
    items: list[_Item] = []
    quotes = list(enumerate(spans))
    skip = -1
    for token, ends in tokens:
        while quotes and token.start >= quotes[0][1].outer_start:
            number, span = quotes.pop(0)
            items.append(_Item("quote", span.outer_start, span.outer_end, "", "", quote=number))
            skip = max(skip, span.outer_end)
        if token.start < max(skip, opening):
            if ends and items:
                items[-1] = _ended(items[-1])
            continue
        mention = outer.get(token.start) or names.get(token.start)
        if mention is not None:
            items.append(
                _Item(
                    "name", mention.outer, mention.end, mention.text.lower(), mention.text, mention, ends=ends
                )
            )
            skip = mention.end
            continue
        kind = "word" if token.is_word else "mark"
        items.append(_Item(kind, token.start, token.end, token.norm, token.text, ends=ends))
    return items


def _is_cue(item: _Item) -> bool:
    return item.kind == "word" and item.norm in _CUES


def _ended(item: _Item) -> _Item:
    return _Item(item.kind, item.start, item.end, item.norm, item.text, item.name, item.quote, True)


def _later_name(items: Sequence[_Item], place: int) -> _Item | None:
    """ACLU lawyer Jane Roe → Jane Roe."""
    at = place + 1
    while (
        at < min(place + 4, len(items)) and items[at].kind == "word" and items[at].norm not in FUNCTION_WORDS
    ):
        job = items[at].norm in ROLES or items[at].norm.endswith(("ist", "man", "woman"))
        if job and at + 1 < len(items) and items[at + 1].kind == "name":
            return items[at + 1]
        at += 1
    return None


def _named(item: _Item) -> _Subject:
    return _Subject(item.text, item.start, name=True)


def _signed(items: Sequence[_Item], place: int) -> bool:
    """Whether a signature stands here: “…” — Jane Roe (@jroe)."""
    if place >= len(items) or items[place].kind != "name":
        return False
    return items[place].ends or (place + 1 < len(items) and items[place + 1].norm == "(")


def _is_skipped(item: _Item) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return item.kind == "word" and (item.norm in _SKIPPED or item.norm.endswith("ly"))


def _described(items: Sequence[_Item]) -> _Subject:
    """A description in its own words, without the capital letter that a sentence began with."""
    text = " ".join(i.text for i in items).replace(" 's", "’s").replace(" ’s", "’s").replace(" - ", "-")
    if (
        items[0].kind == "word"
        and (len(items) > 1 or items[0].norm.endswith("s"))
        and not items[0].text.isupper()
    ):
        text = text[:1].lower() + text[1:]
    return _Subject(text, items[0].start)


def _sentence_start(items: Sequence[_Item], at: int) -> int:
    """The first item of the sentence that the item at ``at`` stands in."""
    start = at
    while start > 0 and not items[start - 1].ends:
        start -= 1
    return start


def _blocked(items: Sequence[_Item], place: int, start: int) -> bool:
    """Whether a name cannot be a subject: after a preposition, or owning what follows."""
    if (
        place + 1 < len(items)
        and items[place + 1].norm in {"'", "’"}
        and items[place + 1].start == items[place].end
    ):
        return True
    if place + 2 < len(items) and items[place + 1].norm == "'s" and items[place + 2].norm not in _CUES:
        return True
    return _blocked_by_preposition(items, place, start)


def _blocked_by_preposition(items: Sequence[_Item], place: int, start: int) -> bool:
    left = place - 1
    while (
        left >= start
        and items[left].kind == "word"
        and (
            items[left].norm in _DETERMINERS
            or items[left].norm in ROLES
            or items[left].norm in {"former", "then"}
        )
    ):
        left -= 1
    return left >= start and items[left].kind == "word" and items[left].norm in _PREPOSITIONS
