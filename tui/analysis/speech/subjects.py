"""The subject of a cue: the name, the pronoun or the description that a sentence gives its speaker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tui.analysis.names.name_words import CALENDAR, ROLES
from tui.analysis.speech.cues import CUES, UNAMBIGUOUS_CUES, is_cue
from tui.analysis.speech.paragraph_items import Item
from tui.analysis.text.tokens import FUNCTION_WORDS
from tui.analysis.text.word_classes import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS

_SKIPPED = frozenset(
    """
    also later then once again further has had have was is were be been being would could might can will
    may to not never still first even just now recently repeatedly previously famously did does do went
    on go goes going today yesterday both all himself herself
    """.split()
)
_LONGEST_DESCRIPTION = 10  # items of a description after its verb
# Words that no description runs across.
_CLAUSE_BOUNDARIES = CONJUNCTIONS | UNAMBIGUOUS_CUES


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody who may be speaking, at a place: a name, a pronoun or a description."""

    text: str
    offset: int
    name: bool = False


def subject_before(items: Sequence[Item], verb: int, start: int) -> Subject | None:
    """The subject of the verb at ``verb``, looking no further left than ``start``."""
    place = verb - 1
    while place >= start and is_skipped(items[place]):
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
        return main_subject(items, start, verb)
    if item.norm in {"that", "which"}:
        # a tweet by Smith that reads
        author = next(
            (i for i in range(place - 1, max(start, place - 5) - 1, -1) if items[i].kind == "name"), None
        )
        return subject_named(items[author]) if author is not None else None
    if item.norm == "who":
        before = place - 1 - (items[place - 1].norm == ",") if place else -1
        return _ending_at(items, before, start) if before >= start else None
    if item.kind == "mark" and item.norm in {",", ")", "—", "–"}:
        head = _before_apposition(items, place, start)
        return head or _ending_at(items, place - 1, start) or main_subject(items, start, verb)
    found = _ending_at(items, place, start)
    return found or main_subject(items, start, verb)


def subject_after(items: Sequence[Item], start: int, is_person: Callable[[str], bool]) -> Subject | None:
    """The speaker named after a cue: said Smith · said campaign chairman John Smith · said the mayor."""
    described: list[Item] = []
    for place in range(start, min(start + _LONGEST_DESCRIPTION, len(items))):
        item = items[place]
        if item.kind == "name" and not _owns(items, place):
            if not described or described[-1].norm not in PREPOSITIONS:
                return subject_named(_later_name(items, place) or item)
            described.append(item)
            if ahead := _apposed(items, place + 1, is_person):
                return ahead
            break
        if item.kind == "word" and item.norm in PRONOUNS and not described:
            return Subject(item.norm, item.start)
        if item.norm == "," and described and (ahead := _apposed(items, place, is_person)):
            return ahead
        if not _describes(item, first=not described):
            break
        described.append(item)
        if item.ends:
            break
    while described and described[-1].norm in PREPOSITIONS | DETERMINERS:
        described.pop()
    return _described(described) if _tells(described) else None


def _owns(items: Sequence[Item], place: int) -> bool:
    return place + 1 < len(items) and items[place + 1].norm == "'s"


def _describes(item: Item, *, first: bool) -> bool:
    """Whether an item may be part of a description, or the ``first`` one of it."""
    if item.kind != "word":
        return item.kind == "name" or item.norm in {"'s", "-"}
    if item.norm in _CLAUSE_BOUNDARIES or item.norm in {"in", "on", "at", "during"}:
        return False
    return not first or item.norm not in FUNCTION_WORDS or item.norm in DETERMINERS


def _tells(items: Sequence[Item]) -> bool:
    """Whether a description says anything: it has a name or a word of meaning."""
    return any(item.kind == "name" or item.norm not in FUNCTION_WORDS for item in items)


def main_subject(items: Sequence[Item], start: int, stop: int) -> Subject | None:
    """The first subject of the sentence."""
    for place in range(start, stop):
        item = items[place]
        if item.kind == "quote":
            return None
        if item.kind == "name" and not is_blocked(items, place, start):
            return subject_named(_later_name(items, place) or item)
        if item.kind == "name" and place + 2 < stop and items[place + 1].norm == "'s":
            owned = items[place + 2]
            ahead = [*takewhile(lambda i: not is_cue(i), items[place + 3 : place + 6])]
            noun = owned.kind == "word" and not any(i.kind == "name" for i in ahead)
            if noun and not _blocked_by_preposition(items, place, start):
                return _described(items[place : place + 3])  # Smith's family
        if item.kind == "word" and item.norm in {"he", "she", "they", "we", "i"}:
            return Subject(item.norm, item.start)
        if item.kind == "word" and item.norm in ROLES and not is_blocked(items, place, start):
            return _description(items, place, start)
    return None


def subject_named(item: Item) -> Subject:
    """The subject that a name is."""
    return Subject(item.text, item.start, name=True)


def is_skipped(item: Item) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return item.kind == "word" and (item.norm in _SKIPPED or item.norm.endswith("ly"))


def is_blocked(items: Sequence[Item], place: int, start: int) -> bool:
    """Whether a name cannot be a subject: after a preposition, or owning what follows."""
    if (
        place + 1 < len(items)
        and items[place + 1].norm in {"'", "’"}
        and items[place + 1].start == items[place].end
    ):
        return True
    if place + 2 < len(items) and items[place + 1].norm == "'s" and items[place + 2].norm not in CUES:
        return True
    return _blocked_by_preposition(items, place, start)


def _before_apposition(items: Sequence[Item], stop: int, start: int) -> Subject | None:
    """Smith, a teacher from Rome, → Smith."""
    for comma in range(start + 1, stop):
        if items[comma].norm not in {",", "(", "—", "–"}:
            continue
        head = items[comma - 1]
        if head.kind == "name" and not is_blocked(items, comma - 1, start):
            return subject_named(head)
        if head.kind == "word" and head.norm in ROLES:
            after = items[comma + 1]
            return subject_named(after) if after.kind == "name" else _ending_at(items, comma - 1, start)
    return None


def _ending_at(items: Sequence[Item], place: int, start: int) -> Subject | None:
    """The name, pronoun or description that ends at ``place``."""
    if place < start:
        return None
    item = items[place]
    if item.kind == "name":
        if not is_blocked(items, place, start):
            return subject_named(item)
        return _description(items, place, start) or subject_named(item)
    if item.kind != "word":
        return None
    if item.norm in PRONOUNS:
        return Subject(item.norm, item.start)
    if item.norm in FUNCTION_WORDS or item.norm in CALENDAR:
        return None
    return _description(items, place, start)


def _description(items: Sequence[Item], place: int, start: int) -> Subject | None:
    """A description such as “a spokesman for the ministry”, from its article to ``place``."""
    first = place
    for left in range(place, max(start, place - 12) - 1, -1):
        item = items[left]
        if item.kind in {"mark", "quote"} and item.norm not in {"-", "'s"}:
            break
        if left < place and item.kind == "word" and item.norm in _CLAUSE_BOUNDARIES:
            break
        first = left
        if item.norm in DETERMINERS and (left == start or items[left - 1].norm not in PREPOSITIONS):
            break
    while first < place and items[first].norm in PREPOSITIONS | {"then", "now"}:
        first += 1
    words = items[first : place + 1]
    if not _tells(words):
        return None
    lead = words[0]
    # “Smith spokeswoman Jane Roe” and “the group’s head, Jane Roe” name the speaker last.
    if lead.kind == "name" and len(words) > 1 and words[1].norm in PREPOSITIONS:
        return subject_named(lead)
    return _described(words)


def _apposed(items: Sequence[Item], comma: int, is_person: Callable[[str], bool]) -> Subject | None:
    """The mayor, John Smith → John Smith."""
    if comma + 1 < len(items) and items[comma].norm == "," and items[comma + 1].kind == "name":
        name = items[comma + 1]
        if name.name is not None and is_person(name.name.text):
            return subject_named(name)
    return None


def _described(items: Sequence[Item]) -> Subject:
    """A description in its own words, without the capital letter that a sentence began with."""
    text = " ".join(i.text for i in items).replace(" 's", "’s").replace(" ’s", "’s").replace(" - ", "-")
    if (
        items[0].kind == "word"
        and (len(items) > 1 or items[0].norm.endswith("s"))
        and not items[0].text.isupper()
    ):
        text = text[:1].lower() + text[1:]
    return Subject(text, items[0].start)


def _later_name(items: Sequence[Item], place: int) -> Item | None:
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


def _blocked_by_preposition(items: Sequence[Item], place: int, start: int) -> bool:
    left = place - 1
    while (
        left >= start
        and items[left].kind == "word"
        and (
            items[left].norm in DETERMINERS
            or items[left].norm in ROLES
            or items[left].norm in {"former", "then"}
        )
    ):
        left -= 1
    return left >= start and items[left].kind == "word" and items[left].norm in PREPOSITIONS
