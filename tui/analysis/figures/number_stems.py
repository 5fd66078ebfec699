"""One stem for one number, however it is written: 1,200 as 1200, four as 4, 4.5 million as 4,500,000."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.figures.numerals import FIGURE_WORDS, NumeralKind, numeral
from tui.analysis.text.story import Story
from tui.analysis.text.tokens import Token

_AMOUNTS = (NumeralKind.CARDINAL, NumeralKind.SHARE)


def with_number_stems(story: Story) -> Story:
    """The story with what each number comes to as the stem of its figures; a share comes to its percent.

    Words for a scale keep their stems: in "4.5 million" both the number and "million" can be found again.
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
        if read is not None and read.kind in _AMOUNTS:
            for at in range(place, read.after):
                if tokens[at].is_number or tokens[at].norm in FIGURE_WORDS:
                    yield at, f"{read.value:.12g}"
        place = place + 1 if read is None else read.after
