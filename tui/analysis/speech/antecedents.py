"""Whom a subject names: a pronoun by the people before it, a role by who holds it, a name in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.analysis.names.cast import Cast, words_of
from tui.analysis.names.name_words import NOBODY, PEOPLES, ROLES
from tui.analysis.speech.paragraph_items import Item, sentence_start
from tui.analysis.speech.subjects import Subject, is_blocked
from tui.analysis.text.word_classes import PRONOUNS

_NOBODY_NAMED = NOBODY | PEOPLES
_MASCULINE = frozenset("he him his himself".split())
_FEMININE = frozenset("she her hers herself".split())


class Resolver:
    """Resolves the subjects of one article.

    Args:
        cast: The people of the article.
        paragraph_items: The items of the paragraph at a place.
        speaker_of: The speaker found so far for a quotation, by the places of its paragraph and of itself.
    """

    def __init__(
        self,
        cast: Cast,
        paragraph_items: Callable[[int], Sequence[Item]],
        speaker_of: Callable[[int, int], str | None],
    ) -> None:
        self._cast = cast
        self._items = paragraph_items
        self._speaker_of = speaker_of

    def resolve(self, subject: Subject, paragraph: int) -> str | None:
        """The fullest name for a subject; a description stays as it is."""
        full = self._cast.full(subject.text, paragraph, subject.offset) if subject.name else subject.text
        if _NOBODY_NAMED.issuperset(words_of(full)):
            return None
        if subject.name:
            return full
        if subject.text in {"i", "we"}:
            return None
        if subject.text in PRONOUNS:
            return self._antecedent(subject, paragraph)
        role = next((w for w in reversed(subject.text.lower().split()) if w in ROLES), None)
        if role is not None and subject.text.lower().split()[0] in {"the", "his", "her", "their", "its"}:
            held = self._cast.holder(role, paragraph, subject.offset)
            if held is not None and subject.text.lower().split()[-1] == role:
                return self._cast.full(held, paragraph, subject.offset)
        return subject.text

    def _antecedent(self, pronoun: Subject, paragraph: int) -> str | None:
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
        self, pronoun: Subject, paragraph: int, fits: Callable[[str], bool], reach: int
    ) -> str | None:
        for back in range(paragraph, max(-1, paragraph - reach), -1):
            items = self._items(back)
            stop = len(items)
            if back == paragraph:
                stop = sum(item.start < pronoun.offset for item in items)
            while stop > 0:
                start = sentence_start(items, stop - 1)
                found = self._fitting(items[start:stop], fits, back)
                if found is not None:
                    return found
                stop = start
        return None

    def _fitting(self, items: Sequence[Item], fits: Callable[[str], bool], paragraph: int) -> str | None:
        """The likeliest person of a sentence: who speaks in it, its subject, then any other."""
        for item in items:
            if item.kind == "quote":
                speaker = self._speaker_of(paragraph, item.quote)
                if speaker and self._cast.is_person(speaker) and fits(speaker):
                    return speaker
        ranked = sorted(
            (i for i, item in enumerate(items) if item.kind == "name"),
            key=lambda i: (is_blocked(items, i, 0), i),
        )
        for place in ranked:
            mention = items[place].name
            if mention is None:
                continue
            full = self._cast.full(mention.text, paragraph, mention.start)
            if self._cast.is_person(full) and fits(full):
                return full
        return None
