"""Where an article names somebody or something: runs of capitalised words, titles and roles told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.analysis.names.given_names import GIVEN
from tui.analysis.names.name_words import (
    BEFORE_OF,
    BODIES,
    CALENDAR,
    JOINED_PARTICLES,
    OFFICES,
    OPENERS,
    PARTICLES,
    ROLES,
    SUFFIXES,
    SYLLABLES,
    TELL_TALE,
    TITLES,
)
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import Token, norm_at

_LONGEST_NAME = 6  # words
_MOST_PARTICLES = 3  # in a row: van de la
_DOTTED_SUFFIXES = frozenset({"jr", "sr"})
_ABBREVIATIONS = TITLES | {"jr", "sr", "st"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a paragraph: offsets without titles (``start``) and with them (``outer``), its role."""

    paragraph: int
    outer: int
    start: int
    end: int
    text: str
    role: str | None


def find_mentions(units: Sequence[Unit]) -> Iterator[Mention]:
    """The names in the sentences of one article, in reading order."""
    finder = _Finder(units)
    for unit in units:
        yield from finder.find(unit)


class _Finder:
    """Finds names by what the whole article writes in capitals and in small letters."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._lower = {t.norm for unit in units for t in unit.tokens if t.text.islower()}
        self._inside = {
            t.text for unit in units for t in _inner(unit.tokens) if t.is_capitalised and t.is_word
        }

    def find(self, unit: Unit) -> Iterator[Mention]:
        """The names in a sentence."""
        if _in_capitals(unit.tokens):
            yield from self._among_capitals(unit)
            return
        place = 0
        while place < len(unit.tokens):
            stop = _run(unit.tokens, place) if unit.tokens[place].is_capitalised else place
            if stop == place:
                place += 1
                continue
            mention = self._mention(unit, place, stop)
            if mention is not None:
                yield mention
            place = stop

    def _among_capitals(self, unit: Unit) -> Iterator[Mention]:
        """The names in a sentence all in capitals: given names or titled initials, and a word more."""
        tokens, place = unit.tokens, 0
        while place < len(tokens):
            stop = place
            while stop < len(tokens) and (_is_given(tokens[stop]) or _is_titled_initial(tokens, stop)):
                stop += 1
            if stop > place:
                while norm_at(tokens, stop) in PARTICLES:
                    stop += 1
                if self._is_surname(tokens, stop):
                    stop += 1
                    mention = self._mention(unit, place, stop)
                    if mention is not None:
                        yield mention
            place = max(stop, place + 1)

    def _is_surname(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a word among capitals may be a surname: no common word, no verb of saying."""
        if place >= len(tokens) or not tokens[place].is_content or tokens[place].is_number:
            return False
        norm = tokens[place].norm
        return norm not in TELL_TALE | ROLES | BODIES | CALENDAR and norm not in self._lower

    def _mention(self, unit: Unit, start: int, stop: int) -> Mention | None:
        """The name in a run of tokens, without titles and without what only opens the sentence."""
        tokens = unit.tokens
        outer = self._opening(tokens, start, stop)
        if outer >= stop:
            return None
        first = _role_end(tokens, outer, stop)
        role = _role(tokens, outer, first)
        while first < stop and not tokens[first].is_word:
            first += 1
        while stop > first and not tokens[stop - 1].is_word:
            stop -= 1
        words = [token for token in tokens[first:stop] if token.is_word]
        if all(token.norm in CALENDAR for token in words):
            return None
        if len(words) == 1 and len(words[0].text) == 1:
            return None  # Q: and A:
        if len(words) > _LONGEST_NAME:
            return None  # a headline with every word capitalised
        if tokens[first].norm in PARTICLES and tokens[first].text.islower():
            return None
        begin, end = tokens[first].start, tokens[stop - 1].end
        if tokens[stop - 1].norm in _DOTTED_SUFFIXES and norm_at(tokens, stop) == ".":
            end = tokens[stop].end
        text = unit.text[begin - unit.start : end - unit.start]
        return Mention(unit.paragraph, tokens[outer].start, begin, end, text, role)

    def _opening(self, tokens: Sequence[Token], start: int, stop: int) -> int:
        """Where the name in a run starts, past words that open a sentence; ``stop`` if it has none."""
        first = start == 0 or not tokens[start - 1].is_word
        place = start
        while place < stop and (_is_opener(tokens, place) or not tokens[place].is_word):
            place += 1
        if first and place == start == stop - 1 and not self._is_name(tokens, place):
            return stop
        if first and place < stop - 1:
            common = tokens[place].norm in self._lower and tokens[place].text not in self._inside
            place += common and tokens[place].norm not in PARTICLES
        return place

    def _is_name(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether the single capitalised word at the start of a sentence is a name."""
        token = tokens[place]
        if token.text in self._inside:
            return True
        if token.text.isupper() and norm_at(tokens, place + 1) == ":":
            return token.text.title() in self._inside  # a label: somebody who is named, or “WATCH:”
        if token.norm in self._lower or token.norm in OPENERS:
            return False
        return norm_at(tokens, place + 1) in TELL_TALE or not token.norm.endswith(("ing", "ly", "ed"))


def _inner(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens whose capital letter is not due to the start of a sentence or a quotation."""
    for before, token in pairwise(tokens):
        if before.is_word or before.text in ",;-":
            yield token


def _is_opener(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word may be capitalised for opening a sentence only; not that of AT&T."""
    return tokens[place].norm in OPENERS and norm_at(tokens, place + 1) != "&"


def _in_capitals(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is all in capitals, so that they do not show a name."""
    words = [token.text for token in tokens if len(token.text) > 1 and token.text.isalpha()]
    return len(words) > 1 and all(map(str.isupper, words))


def _is_given(token: Token) -> bool:
    return token.norm in GIVEN and token.is_content and token.norm not in BODIES


def _is_titled_initial(tokens: Sequence[Token], place: int) -> bool:
    """Whether initials stand after a title, a role or a given name: MAYOR J.T. OHLE, but not U.S. FIRM."""
    before = norm_at(tokens, place - 1)
    return tokens[place].text.endswith(".") and tokens[place].is_word and before in TITLES | ROLES | GIVEN


def _run(tokens: Sequence[Token], start: int) -> int:
    """Where the capitalised words that start here end."""
    stop = start
    while step := _step(tokens, stop):
        stop += step
        if stop - 1 > start and tokens[stop - 1].norm in SUFFIXES:
            break
        # Past a full stop (an initial, "Jr.") or a hyphen the name goes on.
        if norm_at(tokens, stop) == "." and _is_abbreviated(tokens[stop - 1]):
            if not _is_capital(tokens, stop + 1):
                break
            stop += 1
        elif _is_joined(tokens, stop):
            if tokens[stop + 1].is_capitalised:
                stop += 1
            elif tokens[stop + 1].norm in SYLLABLES:
                return stop + 2
    return stop


def _step(tokens: Sequence[Token], place: int) -> int:
    """How many tokens from ``place`` on take a name to its next capitalised word, and it; 0 where it ends."""
    if place >= len(tokens):
        return 0
    token = tokens[place]
    if token.text == "," and norm_at(tokens, place + 1) in _DOTTED_SUFFIXES:
        return 2  # Alan Roe, Jr.
    if not token.is_word or token.is_number or token.text[0] in "@#":
        return 0
    if token.is_capitalised:
        return 1
    of = token.norm == "of" and tokens[place - 1].norm in BEFORE_OF
    if of and _is_capital(tokens, place + 1):
        return 2
    ahead = place
    while ahead < min(place + _MOST_PARTICLES, len(tokens)) and tokens[ahead].norm in PARTICLES:
        ahead += 1
    if ahead > place and _is_joined(tokens, ahead):
        ahead += 1  # al-Sayed
    if (ahead > place and _is_capital(tokens, ahead)) or _has_joined_particle(tokens, ahead):
        return ahead + 1 - place
    return 3 if of and norm_at(tokens, place + 1) == "the" and _is_capital(tokens, place + 2) else 0


def _has_joined_particle(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word with a particle before its capital letter stands at ``place``: d’Ávila."""
    text = tokens[place].text.replace("’", "'") if place < len(tokens) else ""
    return text.startswith(JOINED_PARTICLES) and text[2:3].isupper()


def _is_joined(tokens: Sequence[Token], place: int) -> bool:
    """Whether a hyphen or an ampersand at ``place`` is written together with a word on either side."""
    return (
        place + 1 < len(tokens)
        and tokens[place].text in "-&"
        and tokens[place].start == tokens[place - 1].end
        and tokens[place + 1].start == tokens[place].end
    )


def _role_end(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Where the titles and roles at the head of a run end; ``start`` if it has none."""
    end = start
    if tokens[stop - 1].norm in BODIES:
        return start  # the Justice Department, the House Judiciary Committee
    for place in range(start, stop):
        norm = tokens[place].norm.rstrip(".")
        if norm in TITLES or norm in ROLES:
            end = place + 1
            while end < stop and (
                tokens[end].text in {".", "-"} or tokens[end].norm == "of" or tokens[end].norm in OFFICES
            ):
                end += 1
    return end


def _role(tokens: Sequence[Token], start: int, end: int) -> str | None:
    """The last of the titles and roles from ``start`` to ``end``, or else the role right before them."""
    if end == start:
        before = norm_at(tokens, start - 1)
        return before if before in ROLES else None
    last = next(token.norm for token in reversed(tokens[start:end]) if token.is_word)
    if last in OFFICES:
        return next((t.norm for t in tokens[start:end] if t.norm in ROLES), last)
    return last


def _is_capital(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].is_capitalised and tokens[place].is_word


def _is_abbreviated(token: Token) -> bool:
    return len(token.text) == 1 or token.norm in _ABBREVIATIONS
