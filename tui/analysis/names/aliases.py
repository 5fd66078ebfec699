"""Words that say the same in different dress.

Some are known beforehand and share one key: FBI and F.B.I., GOP and Republican. Others the texts
themselves tell: which title and given name go with a surname, and what an acronym stands for, where it
follows in parentheses (after Schwartz & Hearst 2003, "A Simple Algorithm for Identifying Abbreviation
Definitions in Biomedical Text").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.analysis.names.cast import Cast, casts
from tui.analysis.names.spelling import plain, spellings
from tui.analysis.text.story import Story, Unit
from tui.analysis.text.tokens import Token, stem

_SAME = {
    "gop": "republican",
    "dem": "democrat",
    "dems": "democrats",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "sen": "senator",
    "gov": "governor",
    "attorney": "lawyer",
    "america": "u.s.",
    "american": "u.s.",
    "percent": "%",
}
_BY_STEM = {stem(word): stem(other) for word, other in _SAME.items()}
_DOTTED = re.compile(r"(?:[a-z]\.){3,}")


def canonical(stemmed: str) -> str:
    """Give a stem the key that it shares with its other spellings; its own, if it has no other.

    Dots go from acronyms of three letters or more (``f.b.i.``), accents from words. Numbers have one spelling
    by now.
    """
    stemmed = plain(stemmed)
    return stemmed.replace(".", "") if _DOTTED.fullmatch(stemmed) else _BY_STEM.get(stemmed, stemmed)


def alias_pairs(story: Story) -> set[tuple[str, str]]:
    """Pair the stems of one thing: a surname and its titles, an acronym and its words, Gül and Guel."""
    return {
        *_spelt_out(story),
        *(pair for unit in story.units for pair in _acronyms(unit.tokens)),
        *(
            pair
            for positions, cast in zip(story.of_source, casts(story), strict=True)
            for pair in _people([story.units[position] for position in positions], cast)
        ),
    }


def _people(units: Sequence[Unit], cast: Cast) -> Iterator[tuple[str, str]]:
    """Each surname with each title and given name that goes before it."""
    of_paragraph: dict[int, list[Token]] = {}
    for unit in units:
        of_paragraph.setdefault(unit.paragraph, []).extend(unit.tokens)
    for mention in cast.all():
        if cast.is_person(mention.text):
            tokens = of_paragraph[mention.paragraph]
            words = [t.stem for t in tokens if t.is_content and mention.outer <= t.start < mention.end]
            for word in words[:-1]:
                yield words[-1], word


def _spelt_out(story: Story) -> Iterator[tuple[str, str]]:
    """Each word with an umlaut with its other spellings that the story has."""
    forms = {token.norm: token.stem for unit in story.units for token in unit.tokens if token.is_capitalised}
    for word in forms:
        if not word.isascii():
            yield from ((forms[word], forms[other]) for other in spellings(word) if other in forms)


def _acronyms(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Each acronym in parentheses with each of the capitalised words before it whose initials it has."""
    for place, token in enumerate(tokens[1:-1], 1):
        letters = token.text.replace(".", "")
        if tokens[place - 1].text == "(" and tokens[place + 1].text == ")" and letters.isupper():
            before = [t for t in tokens[: place - 1] if t.is_capitalised and t.is_content][-len(letters) :]
            if [t.text[0] for t in before] == list(letters) and len(letters) > 1:
                yield from ((token.stem, t.stem) for t in before)
