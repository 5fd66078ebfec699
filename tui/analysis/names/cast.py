"""The people and bodies an article names: in which role, of which gender, and by which fullest name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tui.analysis.names.given_names import FEMALE, GIVEN, MALE
from tui.analysis.names.mentions import Mention, find_mentions
from tui.analysis.names.name_words import (
    BODIES,
    FEMALE_ROLES,
    FEMALE_TITLES,
    JOINED_PARTICLES,
    MALE_ROLES,
    MALE_TITLES,
    PARTICLES,
    PEOPLES,
    ROLES,
    SUFFIXES,
    TITLES,
)
from tui.analysis.names.spelling import plain, spellings
from tui.analysis.text.story import Story, Unit
from tui.analysis.text.tokens import tokenize

_TELL_NOTHING = TITLES | ROLES | PARTICLES | SUFFIXES


def words_of(name: str) -> list[str]:
    """The words of a name, in lower case without accents, without suffixes such as Jr. and a joined al-."""
    words = [_bare(plain(word.strip(".,'’"))) for word in name.replace("’s", "").split()]
    return [word for word in words if word and word not in SUFFIXES]


def own_words(name: str) -> list[str]:
    """The words of a name without particles: Ursula von der Tann → ursula, tann.

    A name that starts with a particle has lost its given name, unless the particle is one: Ben Roe.
    """
    words = words_of(name)
    return [w for i, w in enumerate(words) if w not in PARTICLES or (i == 0 and w in GIVEN)] or words


def _bare(word: str) -> str:
    word = word.replace("’", "'")
    particle = next((p for p in JOINED_PARTICLES if word.startswith(p)), "")
    return word[len(particle) :]


def surname(name: str) -> str:
    """The last word of a name, as ``words_of`` gives it."""
    words = words_of(name)
    return words[-1] if words else ""


def telling_words(name: str) -> frozenset[str]:
    """Find the words that tell whose a name is, in the normal form of tokens.

    Titles, roles, particles, suffixes and single initials are left out.
    """
    return frozenset(
        plain(token.norm)
        for token in tokenize(name)
        if token.is_content and len(token.norm.rstrip(".")) > 1 and token.norm not in _TELL_NOTHING
    )


class Cast:
    """Everybody one article names; ``mentions`` holds the names of each paragraph that has any."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.mentions: dict[int, list[Mention]] = {}
        self._full: dict[str, list[Mention]] = {}  # those of several words, by their first and last
        self._gender: dict[str, str] = {}
        self._people: set[str] = set()
        self._roles: list[Mention] = []
        self._counts: Counter[str] = Counter()
        for mention in find_mentions(units):
            self.mentions.setdefault(mention.paragraph, []).append(mention)
        for mention in self.all():
            self._register(mention)

    def all(self) -> Iterable[Mention]:
        """Every mention, in reading order."""
        for paragraph in sorted(self.mentions):
            yield from self.mentions[paragraph]

    def full(self, name: str, paragraph: int, offset: int) -> str:
        """The fullest name the article gives for ``name`` as it stands at a place; at least itself."""
        words = own_words(name)
        alone = len(words) == 1
        longer = self._of_surname(name) if alone else self._with_more_words(words)
        if not longer:
            return name
        before = [mention for mention in longer if _place(mention) <= (paragraph, offset)]
        if not before:
            return longer[0].text
        if alone and len({mention.text for mention in longer}) > 1:
            return max(before, key=lambda m: (self._counts[m.text] > 1 or len(before) == 1, _place(m))).text
        return max(before, key=lambda m: (len(m.text), _place(m))).text

    def gender(self, name: str) -> str | None:
        """``m`` or ``f`` where titles or the given name tell."""
        known = self._gender.get(plain(name))
        if known:
            return known
        first = words_of(name)[:1]
        if first and len(words_of(name)) > 1 and not (first[0] in MALE and first[0] in FEMALE):
            return "m" if first[0] in MALE else "f" if first[0] in FEMALE else None
        return None

    def is_person(self, name: str) -> bool:
        """Whether the article shows that it is a person: by a title, a role, a given name or an initial."""
        return plain(name) in self._people or surname(name) in self._people

    def holder(self, role: str, paragraph: int, offset: int) -> str | None:
        """Whom the article last named with a role, before a place."""
        held = [m.text for m in self._roles if m.role == role and _place(m) <= (paragraph, offset)]
        return held[-1] if held else None

    def _of_surname(self, word: str) -> list[Mention]:
        """The longer names that a word alone may stand for: those that have it and suit its gender."""
        gender = self._gender.get(plain(word)) or None
        longer = (m for spelling in spellings(word) for m in self._full.get(surname(spelling), ()))
        return [
            mention
            for mention in dict.fromkeys(longer)
            if gender is None or self.gender(mention.text) in {gender, None}
        ]

    def _with_more_words(self, words: Sequence[str]) -> list[Mention]:
        """The names that have more words than ``words`` between the first and the last, or before them."""
        return [
            mention
            for mention in (self._full.get(words[-1], ()) if words else ())
            if len(own := own_words(mention.text)) > len(words)
            and (own[0] == words[0] or own[-len(words) :] == words)
        ]

    def _register(self, mention: Mention) -> None:
        words = own_words(mention.text)
        if not words:
            return
        key, role = plain(mention.text), mention.role
        self._counts[mention.text] += 1
        gender = (
            "m" if role in MALE_TITLES | MALE_ROLES else "f" if role in FEMALE_TITLES | FEMALE_ROLES else ""
        )
        if gender:
            for name in {key, words[-1]}:
                # Where a Mr. and a Mrs. share a name, it tells nothing.
                self._gender[name] = gender if self._gender.get(name, gender) == gender else ""
        if any(word in BODIES for word in words) or PEOPLES.issuperset(words):
            return
        initial = len(words[0]) == 1 and len(words) > 1
        if (role is not None or words[0] in GIVEN or initial) and len(words) <= 4:
            self._people |= {key, words[-1]}
        if role is not None:
            self._roles.append(mention)
        if len(words) > 1:
            spelt = [own_words(spelling) for spelling in spellings(mention.text)]
            for word in {own[place] for own in spelt for place in (-1, 0)}:
                self._full.setdefault(word, []).append(mention)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.paragraph, mention.start


@lru_cache(maxsize=1)  # several stages ask for those of the story at hand
def casts(story: Story) -> tuple[Cast, ...]:
    """Everybody that each article of a story names."""
    return tuple(Cast([story.units[position] for position in positions]) for positions in story.of_source)
