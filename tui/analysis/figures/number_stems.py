"""One stem for one number, in every spelling: 1,200 as 1200, four as 4, 3rd as third, £3bn as 3 billion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.analysis.figures.numerals import FIGURE_WORDS, Numeral, NumeralKind, numeral
from tui.analysis.figures.units import MONEY, unit_of
from tui.analysis.text.story import Story
from tui.analysis.text.tokens import Token, norm_at, stem, token_at
from tui.analysis.text.word_classes import ORDINALS

_ORDINAL_STEMS = {number: stem(word) for word, number in ORDINALS.items()}


class _Figure(NamedTuple):
    """A number of a sentence, with the places of its figures, and of the words for its scale and sign.

    ``sign`` is a currency, ``%``, or empty.
    """

    stem: str
    sign: str
    figures: list[int]
    words: list[int]


def with_number_stems(story: Story) -> Story:
    """The story with what each number comes to as the stem of its figures; a share comes to its percent.

    Words for its scale, its currency and its percent keep their stems, so that both the number and "million"
    can be found again, but for a number that the story has in another spelling too: £3bn has all that is in
    "3 billion pounds". An ordinal in digits gets the stem of its word.
    """
    figures = [list(_figures(unit.tokens)) for unit in story.units]
    spellings: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for unit, found in zip(story.units, figures, strict=True):
        for figure in found:
            spelling = tuple(unit.tokens[at].stem for at in figure.words)
            spellings.setdefault((figure.stem, figure.sign), set()).add(spelling)
    units = []
    for unit, found in zip(story.units, figures, strict=True):
        stems = {at: f.stem for f in found for at in f.figures}
        stems |= {at: f.stem for f in found if len(spellings[f.stem, f.sign]) > 1 for at in f.words}
        tokens = (token._replace(stem=stems.get(at, token.stem)) for at, token in enumerate(unit.tokens))
        units.append(replace(unit, tokens=tuple(tokens)) if stems else unit)
    return Story(story.articles, tuple(units))


def _figures(tokens: Sequence[Token]) -> Iterator[_Figure]:
    """The numbers of a sentence that have a stem of their own, left to right."""
    place = 0
    while place < len(tokens):
        read = numeral(tokens, place)
        if read is not None and read.kind is NumeralKind.ORDINAL:
            yield _Figure(_ordinal_stem(int(read.value)), "", list(range(place, read.after)), [])
        elif read is not None and read.kind is not NumeralKind.VAGUE:
            sign, after = _sign(tokens, read)
            places = range(place, after)
            figures = [at for at in places if tokens[at].is_number or tokens[at].norm in FIGURE_WORDS]
            words = [at for at in places if at not in figures and tokens[at].is_content]
            yield _Figure(f"{read.value:.12g}", sign, figures, words)
        place = place + 1 if read is None else read.after


def _sign(tokens: Sequence[Token], read: Numeral) -> tuple[str, int]:
    """The currency of a number, or %, by its sign or the word after it, and the place after that."""
    at = read.after
    if read.kind is NumeralKind.SHARE:
        return "%", at
    if read.currency is not None:
        return read.currency, at
    if norm_at(tokens, at) == "per" and norm_at(tokens, at + 1) == "cent":
        return "%", at + 2
    unit = unit_of(token_at(tokens, at))
    if unit is None or unit.factor != 1 or unit.dimension not in MONEY | {"percent"}:
        return "", at
    return "%" if unit.dimension == "percent" else unit.dimension, at + 1


def _ordinal_stem(number: int) -> str:
    """The stem of an ordinal: that of its word up to twentieth, then 21st."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 // 10 != 1 else "th"
    return _ORDINAL_STEMS.get(number, f"{number}{ending}")
