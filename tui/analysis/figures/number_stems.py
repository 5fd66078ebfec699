"""One stem for one number, however it is written: 1,200 as 1200, four as 4, 3rd as third, £3bn as 3 billion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.figures.numerals import FIGURE_WORDS, Numeral, NumeralKind, numeral
from tui.analysis.figures.units import MONEY, unit_of
from tui.analysis.text.story import Story
from tui.analysis.text.tokens import Token, norm_at, stem, token_at
from tui.analysis.text.word_classes import ORDINALS

_ORDINAL_STEMS = {number: stem(word) for word, number in ORDINALS.items()}


def with_number_stems(story: Story) -> Story:
    """The story with what each number comes to as the stem of its figures; a share comes to its percent.

    Words for its scale, its currency and its percent get the stem too, as a sign for them has none of its
    own: £3bn has all that is in "3 billion pounds". An ordinal in digits gets that of its word.
    """
    units = []
    for unit in story.units:
        stems = dict(_stems(unit.tokens))
        tokens = (token._replace(stem=stems.get(at, token.stem)) for at, token in enumerate(unit.tokens))
        units.append(replace(unit, tokens=tuple(tokens)) if stems else unit)
    return Story(story.articles, tuple(units))


def _stems(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The places of figures among the tokens of a sentence, with the stem that each gets."""
    place = 0
    while place < len(tokens):
        read = numeral(tokens, place)
        if read is not None and read.kind is not NumeralKind.VAGUE:
            value = f"{read.value:.12g}"
            if read.kind is NumeralKind.ORDINAL:
                value = _ordinal_stem(int(read.value))
            for at in range(place, _after_sign_words(tokens, read)):
                if tokens[at].is_number or tokens[at].is_content or tokens[at].norm in FIGURE_WORDS:
                    yield at, value
        place = place + 1 if read is None else read.after


def _ordinal_stem(number: int) -> str:
    """The stem of an ordinal: that of its word up to twentieth, then 21st."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 // 10 != 1 else "th"
    return _ORDINAL_STEMS.get(number, f"{number}{ending}")


def _after_sign_words(tokens: Sequence[Token], read: Numeral) -> int:
    """The place after a number and the words that a sign could stand for: percent, euros."""
    at = read.after
    if read.kind is NumeralKind.ORDINAL or (read.currency and read.currency != "%"):
        return at
    if norm_at(tokens, at) == "per" and norm_at(tokens, at + 1) == "cent":
        return at + 2
    unit = unit_of(token_at(tokens, at))
    signed = unit is not None and unit.factor == 1 and unit.dimension in MONEY | {"percent"}
    return at + 1 if signed else at
