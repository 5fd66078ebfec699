"""Who says a quotation: the cue that introduces it, the cue's subject, and whom that subject names.

Rules over cue verbs and the words around a quotation, after Pouliquen, Steinberger & Best 2007, "Automatic
Detection of Quotations in Multilingual News", and Asr et al. 2021, "The Gender Gap Tracker".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.names.cast import Cast, surname
from tui.analysis.names.name_words import OUTLETS
from tui.analysis.speech.antecedents import Resolver
from tui.analysis.speech.cues import INVERTED, LISTENERS, TO_SOMEONE, is_cue, is_saying
from tui.analysis.speech.paragraph_items import Item, read_items, sentence_start
from tui.analysis.speech.subjects import (
    Subject,
    is_skipped,
    main_subject,
    subject_after,
    subject_before,
    subject_named,
)
from tui.analysis.text.story import Unit
from tui.analysis.text.word_classes import PREPOSITIONS
from tui.reading.quotation_marks import QuotedSpan

_DASHES = frozenset("—–-")
_LONGEST_LINE = 12  # items of a line that gives the speaker only
_PASSED_ON = frozenset({"according to", "reported", "reports"})  # what an outlet does with others' words
_FARTHEST_CUE = 40  # words after the start of its clause


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a quotation, as fully as the article names them, and the word that introduces it."""

    speaker: str | None = None
    cue: str | None = None


class Attributor:
    """Finds the speakers of one article's quotations, in reading order: pronouns point back."""

    def __init__(
        self,
        paragraphs: Sequence[str],
        units: Sequence[Unit],
        spans: Sequence[Sequence[QuotedSpan]],
        cast: Cast,
    ) -> None:
        self._paragraphs = paragraphs
        self._spans = spans
        self._cast = cast
        self._units: dict[int, list[Unit]] = {}
        for unit in units:
            self._units.setdefault(unit.paragraph, []).append(unit)
        self._read: dict[int, list[Item]] = {}
        self._said: dict[tuple[int, int], Said] = {}
        self._resolver = Resolver(cast, self._items, self._speaker_of)
        for paragraph in range(len(paragraphs)):
            direct = {q: self._direct(paragraph, q) for q in range(len(spans[paragraph]))}
            for q, said in direct.items():
                if said is not None:
                    self._said[paragraph, q] = said
            for q, said in direct.items():
                if said is None:
                    self._said[paragraph, q] = self._inherited(paragraph, q, direct)
            self._name_what_went_before(paragraph)

    def _name_what_went_before(self, paragraph: int) -> None:
        """Give a quotation of several paragraphs the speaker that only this one of them names."""
        spans = self._spans[paragraph]
        said = self._said[paragraph, 0] if spans and spans[0].continues else Said()
        while said.speaker and paragraph > 0 and self._spans[paragraph][0].continues:
            before = self._before_this(paragraph)
            if self._speaker_of(*before):
                return
            self._said[before] = said
            if before[1] > 0:
                return
            paragraph -= 1

    def said(self, paragraph: int, quotation: int) -> Said:
        """Who says the quotation with this place in its paragraph."""
        return self._said[paragraph, quotation]

    def _speaker_of(self, paragraph: int, quotation: int) -> str | None:
        """The speaker of a quotation, if one is known by now."""
        return self._said.get((paragraph, quotation), Said()).speaker

    def _items(self, paragraph: int) -> list[Item]:
        """A paragraph as items; read when it is first asked for, since most paragraphs never are."""
        if paragraph not in self._read:
            units, spans = self._units.get(paragraph, []), self._spans[paragraph]
            mentions = self._cast.mentions.get(paragraph, ())
            self._read[paragraph] = read_items(self._paragraphs[paragraph], units, spans, mentions)
        return self._read[paragraph]

    def _direct(self, paragraph: int, quotation: int) -> Said | None:
        """The speaker by a cue in the quotation's own sentence."""
        if self._spans[paragraph][quotation].continues and self._speaker_of(*self._before_this(paragraph)):
            return None
        items = self._items(paragraph)
        at = next(i for i, item in enumerate(items) if item.quote == quotation)
        found = self._after(paragraph, at) or self._before(paragraph, at)
        if found is None:
            return None
        subject, cue = found
        speaker = self._resolver.resolve(subject, paragraph)
        if speaker is not None and cue in _PASSED_ON and surname(speaker) in OUTLETS:
            return Said(None, cue)
        return Said(speaker, cue)

    def _after(self, paragraph: int, at: int) -> tuple[Subject, str] | None:
        """“…,” said Smith · “…,” Smith, a teacher, said · “…,” according to Smith."""
        items = self._items(paragraph)
        text = self._paragraphs[paragraph]
        last = text[items[at].start : items[at].end].rstrip("”\"'’» ")[-1:]
        place = at + 1
        if place >= len(items):
            return None
        if items[place].norm in _DASHES and _signed(items, place + 1):
            return subject_named(items[place + 1]), items[place].norm
        if (last == "." or (last in "?!…" and items[at].ends)) and not _is_tag(
            items, place, strict=last == "."
        ):
            return None
        while (
            place < len(items) and items[place].kind == "mark" and items[place].norm in {",", "-", "–", "—"}
        ):
            place += 1
        if place >= len(items) or items[place].kind in {"mark", "quote"}:
            return None
        if items[place].norm == "according" and place + 1 < len(items) and items[place + 1].norm == "to":
            subject = subject_after(items, place + 2, self._cast.is_person)
            return (subject, "according to") if subject else None
        verb = place
        while verb < len(items) and is_skipped(items[verb]):
            verb += 1
        if verb < len(items) and is_cue(items[verb]) and verb - place < 3:
            right = verb + 1
            while right < len(items) and items[right].norm in LISTENERS:
                right += 1
            inverted = verb == place and items[verb].norm in INVERTED
            if items[verb].norm not in TO_SOMEONE or right > verb + 1 or inverted:
                subject = subject_after(items, right, self._cast.is_person)
                if subject:
                    return subject, items[verb].norm
            return None
        if self._speaks_in_the_past(items, place, last):
            return subject_named(items[place + 1]), items[place].norm
        return self._clause(paragraph, place)

    def _speaks_in_the_past(self, items: Sequence[Item], place: int, last: str) -> bool:
        """Whether a verb, whatever it says, and a person follow an unfinished sentence: “…,” yawned Roe."""
        verb, name = (*items[place : place + 2], None)[:2]
        if verb is None or name is None or name.name is None or last not in ",?!":
            return False
        return verb.kind == "word" and verb.text.endswith("ed") and self._cast.is_person(name.text)

    def _clause(self, paragraph: int, start: int) -> tuple[Subject, str] | None:
        """“…,” Smith, who teaches in Rome, later said."""
        items = self._items(paragraph)
        opening = items[start]
        if opening.kind == "word" and (opening.norm.endswith("ing") or opening.norm in PREPOSITIONS):
            return None  # the quotation's sentence goes on
        for place in range(start, min(start + _FARTHEST_CUE, len(items))):
            item = items[place]
            if item.kind == "quote" or (item.norm == ";"):
                return None
            if is_cue(item) and place > start and is_saying(items, place):
                subject = subject_before(items, place, start)
                if subject is not None:
                    return subject, item.norm
            if item.ends:
                return None
        return None

    def _before(self, paragraph: int, at: int) -> tuple[Subject, str] | None:
        """Smith said: “…” · Smith, who teaches, called it “…” · “…,” said Smith, adding, “…”."""
        items = self._items(paragraph)
        start = sentence_start(items, at)
        for place in range(at - 1, start - 1, -1):
            item = items[place]
            if (
                item.kind == "word"
                and item.norm == "to"
                and place > start
                and items[place - 1].norm == "according"
            ):
                subject = subject_after(items, place + 1, self._cast.is_person)
                if subject:
                    return subject, "according to"
            if is_cue(item) and is_saying(items, place):
                subject = subject_before(items, place, start)
                if subject is None:
                    subject = self._spoken(paragraph, items, start, place)
                if subject is not None:
                    return subject, item.norm
        return None

    def _spoken(self, paragraph: int, items: Sequence[Item], start: int, stop: int) -> Subject | None:
        """The speaker of a quotation that stands earlier in the sentence."""
        for place in range(stop - 1, start - 1, -1):
            if items[place].kind == "quote":
                said = self._said.get((paragraph, items[place].quote)) or self._direct(
                    paragraph, items[place].quote
                )
                if said is not None and said.speaker:
                    return Subject(said.speaker, items[place].start, name=True)
        return None

    def _inherited(self, paragraph: int, quotation: int, direct: dict[int, Said | None]) -> Said:
        """The speaker of a quotation whose own sentence has no cue, from its neighbours."""
        items = self._items(paragraph)
        at = next(i for i, item in enumerate(items) if item.quote == quotation)
        span = self._spans[paragraph][quotation]
        if span.continues:
            return self._said.get(self._before_this(paragraph), Said())
        signature = self._signature_below(paragraph) if at == len(items) - 1 and items[0].quote >= 0 else None
        if signature is not None:
            return signature
        start = sentence_start(items, at)
        if start < at:
            # Words of the sentence stand before it: its subject, if it has one, speaks.
            subject = _sender(items, start, at) or main_subject(items, start, at)
            if subject is not None:
                cue = ":" if items[at - 1].norm == ":" else None
                return Said(self._resolver.resolve(subject, paragraph), cue)
        if self._goes_on(paragraph, quotation, alone=start == at):
            return self._said[paragraph, quotation - 1]
        if start < at:
            return Said()
        if start > 0:
            subject = main_subject(items, sentence_start(items, start - 1), start)
            if subject is not None:
                name = self._resolver.resolve(subject, paragraph)
                if name is not None and (self._cast.is_person(name) or not subject.name):
                    return Said(name, None)
        following = direct.get(quotation + 1)
        if following is not None:
            return following
        return self._from_paragraph_before(paragraph) if paragraph > 0 and start == 0 else Said()

    def _before_this(self, paragraph: int) -> tuple[int, int]:
        """The place of the last quotation of the paragraph before."""
        return paragraph - 1, len(self._spans[paragraph - 1]) - 1

    def _signature_below(self, paragraph: int) -> Said | None:
        """The signature that the next line is, below a paragraph of quoted words: “— Jane Roe, mayor”."""
        if paragraph + 1 >= len(self._paragraphs):
            return None
        items = self._items(paragraph + 1)
        dash = bool(items) and items[0].norm in _DASHES
        if len(items) <= dash or len(items) > _LONGEST_LINE or any(item.quote >= 0 for item in items):
            return None
        name, after = items[dash], items[dash + 1 : dash + 2]
        dotted = dash and len(items) == dash + 2 and items[-1].norm == "."
        alone = not after or after[0].norm == "," or dotted
        if name.kind != "name" or not alone or not (dash or self._cast.is_person(name.text)):
            return None
        if after and after[0].norm == "," and items[-1].norm == ".":
            return None  # a sentence
        speaker = self._resolver.resolve(subject_named(name), paragraph + 1)
        return Said(speaker, items[0].norm if dash else None)

    def _goes_on(self, paragraph: int, quotation: int, *, alone: bool) -> bool:
        """Whether the speaker of the quotation before speaks on: nobody is named between the two.

        A quotation that opens its sentence (``alone``) goes on whoever is named.
        """
        if quotation == 0 or not self._speaker_of(paragraph, quotation - 1):
            return False
        before, own = self._spans[paragraph][quotation - 1 : quotation + 1]
        between = (
            item
            for item in self._items(paragraph)
            if item.start >= before.outer_end and item.end <= own.outer_start
        )
        return alone or not any(item.kind == "name" and not item.ends for item in between)

    def _from_paragraph_before(self, paragraph: int) -> Said:
        items = self._items(paragraph - 1)
        if not items:
            return Said()
        last = len(items) - 1
        spoken = self._spans[paragraph - 1]
        start = sentence_start(items, last)
        sender = _sender(items, start, last + 1)
        if sender is not None:
            return Said(self._resolver.resolve(sender, paragraph - 1), ":")
        if items[last].norm == ":" or not spoken:
            for place in range(last, start - 1, -1):
                if is_cue(items[place]) and is_saying(items, place):
                    subject = subject_before(items, place, start)
                    if subject is not None:
                        return Said(self._resolver.resolve(subject, paragraph - 1), items[place].norm)
            subject = main_subject(items, start, last)
            name = self._resolver.resolve(subject, paragraph - 1) if subject else None
            return Said(name if name and self._cast.is_person(name) else None, None)
        return self._said.get((paragraph - 1, len(spoken) - 1), Said())


def _is_tag(items: Sequence[Item], place: int, *, strict: bool) -> bool:
    """Whether “Smith said.” or “said Smith” stands here, rather than a sentence of its own.

    After a full stop (``strict``) hardly ever, after a question mark wherever a name follows.
    """
    first, second, third = (*items[place : place + 3], None, None, None)[:3]
    if first is None or second is None:
        return False
    if is_cue(first) and first.text.islower():
        return True
    if not strict and first.kind == "name":
        return True
    return is_cue(second) and (second.ends or (third is not None and third.norm == "."))


def _signed(items: Sequence[Item], place: int) -> bool:
    """Whether a signature stands here: “…” — Jane Roe (@jroe)."""
    if place >= len(items) or items[place].kind != "name":
        return False
    following = items[place + 1] if place + 1 < len(items) else None
    if items[place].ends or following is None or following.norm in {"(", "."}:
        return True
    rest = items[place + 2 : place + _LONGEST_LINE]
    return following.norm == "," and not any(is_cue(item) or item.kind == "quote" for item in rest)


def _sender(items: Sequence[Item], start: int, stop: int) -> Subject | None:
    """Whom a sentence that only announces a quotation names: “And from chairwoman Jane Roe:”."""
    if stop - start > _LONGEST_LINE or stop - start < 3 or items[stop - 1].norm != ":":
        return None
    opening = start + (items[start].norm in {"and", "this", "then"})
    named = next((item for item in items[opening:stop] if item.kind == "name"), None)
    return subject_named(named) if items[opening].norm == "from" and named is not None else None
