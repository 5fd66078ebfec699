"""The ids of sources (``A``), paragraphs (``A3``) and sentences (``A3.1``): made, read and put in order.

Sources are lettered in the order given: A … Z, AA, AB …. Paragraphs and sentences are numbered from 1 in an
id, and from 0 as an index.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeGuard

SOURCE_ID = r"[A-Z]{1,3}"
PARAGRAPH_ID = rf"{SOURCE_ID}[1-9][0-9]{{0,5}}"
SENTENCE_ID = rf"{PARAGRAPH_ID}\.[1-9][0-9]{{0,5}}"
"""Regular expressions of the three, to be built into others."""
_PARTS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,5})(?:\.([1-9][0-9]{0,5}))?")
_DIGITS = "0123456789"


class Position(NamedTuple):
    """What an id names, as indices from 0; ``sentence`` is None for a paragraph."""

    source: int
    paragraph: int
    sentence: int | None = None


def source_key(source: int) -> str:
    """Make the key of the source with this index: A … Z, AA, AB …."""
    key = ""
    number = source + 1
    while number:
        number, letter = divmod(number - 1, 26)
        key = chr(ord("A") + letter) + key
    return key


def paragraph_id(source: int, paragraph: int) -> str:
    """Make the id of a paragraph."""
    return f"{source_key(source)}{paragraph + 1}"


def sentence_id(source: int, paragraph: int, sentence: int) -> str:
    """Make the id of a sentence."""
    return f"{paragraph_id(source, paragraph)}.{sentence + 1}"


def parse(place: str) -> Position:
    """Read the id of a paragraph or a sentence.

    Raises:
        ValueError: it is neither.
    """
    found = _PARTS.fullmatch(place)
    if found is None:
        raise ValueError(f"{place!r} is the id of no paragraph and no sentence")
    letters, paragraph, sentence = found.groups()
    source = 0
    for letter in letters:
        source = 26 * source + ord(letter) - ord("A") + 1
    return Position(source - 1, int(paragraph) - 1, int(sentence) - 1 if sentence else None)


def paragraph_of(place: str) -> str:
    """The id of a sentence's paragraph, by the sentence's own; that of a paragraph as it is."""
    return place.partition(".")[0]


def source_of(place: str) -> str:
    """The key of the source that a sentence or paragraph stands in, by its id."""
    return paragraph_of(place).rstrip(_DIGITS)


def in_paragraph(place: str, paragraph: str) -> str:
    """The id of what stands at ``place``, a paragraph or one of its sentences, in another ``paragraph``."""
    _, dot, sentence = place.partition(".")
    return f"{paragraph}{dot}{sentence}"


def in_order(place: str) -> tuple[int, int, int]:
    """Sort ids as they stand in the texts: A2 before A10, A, B, AA, a paragraph before its sentences."""
    source, paragraph, sentence = parse(place)
    return source, paragraph, -1 if sentence is None else sentence


def is_source(text: object) -> TypeGuard[str]:
    """Whether something is the key of a source."""
    return isinstance(text, str) and re.fullmatch(SOURCE_ID, text) is not None


def is_paragraph(text: object) -> TypeGuard[str]:
    """Whether something is the id of a paragraph."""
    return isinstance(text, str) and re.fullmatch(PARAGRAPH_ID, text) is not None


def is_sentence(text: object) -> TypeGuard[str]:
    """Whether something is the id of a sentence."""
    return isinstance(text, str) and re.fullmatch(SENTENCE_ID, text) is not None
