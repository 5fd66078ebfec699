"""People who are counted by what became of them: killed, hurt, arrested, rescued …."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.analysis.text.tokens import Token

CASUALTIES = frozenset({"dead", "hurt"})
_FATES = {
    stem: fate
    for fate, stems in {
        "dead": "kill die dead death fatal slain perish life",
        "hurt": "injur wound hurt injuri casualti",
        "arrested": "arrest detain",
        "rescued": "rescu evacu",
        "displaced": "displac",
        "infected": "infect",
        "hospitalised": "hospitalis hospit",
    }.items()
    for stem in stems.split()
}
FATES = frozenset(_FATES.values()) | {"missing"}
"""The dimensions of such counts; all may grow from one report to the next."""
_ANYBODY = frozenset("people person persons victim victims others lives member members individuals".split())
_GROUPS = frozenset(
    """
    men man women woman child children civilians soldiers passengers protesters students residents workers
    officers patients migrants girls boys adults teenagers pupils prisoners inmates refugees tourists
    suspects troops policemen demonstrators villagers worshippers rioters crew personnel militants
    fighters guests employees pilgrims miners firefighters journalists
    """.split()
)
_TOKENS_AFTER = 5  # the noun, that may tell what became of them
_TOKENS_BEFORE = 4  # the number, that may


class Fate(NamedTuple):
    """The fate of people who are counted, one of ``FATES``, and which people they are.

    ``group`` is the stem of their noun, empty where it may be anybody (people, victims): children who died
    are some of the people who died.
    """

    dimension: str
    group: str


def fate(tokens: Sequence[Token], place: int, head: int) -> Fate | None:
    """The fate of what the number at ``place`` and the noun at ``head`` count; None if none is told."""
    noun = tokens[head]
    own = _fate(noun)
    if own is not None:
        return Fate(own, "")
    if noun.norm not in _ANYBODY | _GROUPS:
        return None
    group = "" if noun.norm in _ANYBODY else noun.stem
    for position in (
        *range(head + 1, min(head + _TOKENS_AFTER, len(tokens))),
        *range(place - 1, max(-1, place - 1 - _TOKENS_BEFORE), -1),
    ):
        if tokens[position].text in ";,":
            if position > head:
                continue
            break
        found = _fate(tokens[position])
        if found is not None:
            return Fate(found, group)
    return None


def _fate(token: Token) -> str | None:
    return "missing" if token.norm == "missing" else _FATES.get(token.stem)
