"""People who are counted by what became of them: killed, hurt, arrested, rescued …."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.analysis.text.tokens import Token, norm_at

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
_BECAME = frozenset("were are was is have has had remain remained remains got being".split())
_CAUSING = frozenset(
    """
    killing killed kills wounding wounded injuring injured hurting arresting arrested detaining detained
    rescuing rescued
    """.split()
)
_REACHING = frozenset(
    """
    rose risen rises rising climbed climbs climbing grew grown stands stood reached reaches hit jumped passed
    topped exceeded surpassed increased fell dropped
    """.split()
)
_TALLIED = frozenset(
    "deaths dead fatalities injuries casualties injured wounded killed arrests infections missing".split()
)
_HEDGING = frozenset(
    "least most more than about nearly some around over as many another further almost roughly to".split()
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
    caused = _caused(tokens, place)
    if caused is not None:
        return Fate(caused, group)
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


def fate_alone(tokens: Sequence[Token], place: int, after: int) -> str | None:
    """The fate of people whom a number alone stands for; None if none is told.

    At least 12 were killed; killing six and wounding 120; deaths rose to 44.
    """
    if norm_at(tokens, after) in _BECAME:
        for token in tokens[after + 1 : after + _TOKENS_AFTER]:
            if token.text in ";,." or token.norm in {"and", "but", "by"}:
                break
            found = _fate(token)
            if found is not None:
                return found
    return _caused(tokens, place) or _reached(tokens, place)


def _caused(tokens: Sequence[Token], place: int) -> str | None:
    """The fate that a verb right before a number tells: killing at least six."""
    at = _before_hedge(tokens, place)
    return _fate(tokens[at]) if at >= 0 and tokens[at].norm in _CAUSING else None


def _reached(tokens: Sequence[Token], place: int) -> str | None:
    """The fate that a verb before a number counts up: deaths rose to at least 44."""
    at = _before_hedge(tokens, place)
    at -= norm_at(tokens, at) in {"to", "at"}
    if norm_at(tokens, at) not in _REACHING:
        return None
    for token in reversed(tokens[max(0, at - _TOKENS_AFTER) : at]):
        if token.text in ";,":
            break
        found = _fate(token) if token.norm in _TALLIED else None
        if found is not None:
            return found
    return None


def _before_hedge(tokens: Sequence[Token], place: int) -> int:
    """The place before a number and the words that hedge it; -1 at the start."""
    at = place - 1
    while at >= 0 and tokens[at].norm in _HEDGING:
        at -= 1
    return at - (norm_at(tokens, at) in {"at", "up"} and norm_at(tokens, at + 1) in {"least", "most", "to"})


def _fate(token: Token) -> str | None:
    return "missing" if token.norm == "missing" else _FATES.get(token.stem)
