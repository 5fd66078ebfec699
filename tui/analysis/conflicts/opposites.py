"""Words that deny each other when they are said of the same thing."""

from __future__ import annotations

from tui.analysis.language import stem

# What one side of a line says, the other denies; irregular forms are written out, "&" goes on with a line.
_PAIRS = """
    accept accepted approve approved endorse adopt adopted | reject rejected refuse refused decline veto
      & vetoed
    agree agreed | disagree disagreed
    allow allowed permit permitted authorize authorise legalize legalise | ban banned bar barred forbid
      & forbidden forbade prohibit prohibited outlaw outlawed block blocked
    support supported back backed favor favour | oppose opposed fight fought combat confront
    win won | lose lost
    raise raised | lower lowered cut reduce reduced
    buy bought purchase purchased | sell sold give gave gifted donate donated
    quit resign resigned leave left | fired dismissed sacked ousted lost
    confirm confirmed | deny denied
    convict convicted guilty | acquit acquitted innocent cleared
    pass passed | fail failed defeat defeated
    survive survived alive | die died dead killed
    cause caused trigger | prevent prevented
    include included | exclude excluded
    compulsory mandatory obligatory required | voluntary optional
    legal lawful | illegal unlawful
    succeed succeeded successful | fail failed unsuccessful
    extend extended | shorten shortened
    uphold upheld affirm affirmed | overturn overturned strike struck
    hire hired appoint appointed | fire fired dismiss dismissed
    """
# The same for what comes and goes: denied only where both are dated or counted alike.
_CHANGES = """
    rise rose risen increase increased climb grow grew grown gain surge | fall fell fallen decrease
      & decreased drop decline shrink shrank slump plunge
    arrive arrived reach reached enter entered join joined | leave left depart departed quit
    jail jailed imprison imprisoned detain detained arrest arrested | free freed release released
    start started begin began begun open opened launch launched | end ended close closed stop stopped halt
    """


def _table(pairs: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in pairs.replace("\n      & ", " ").strip().splitlines():
        one, two = ({stem(word) for word in side.split()} for side in line.split("|"))
        for words, others in ((one, two), (two, one)):
            for word in words:
                table.setdefault(word, set()).update(others - words)
    return {word: frozenset(others) for word, others in table.items()}


_LASTING, _PASSING = _table(_PAIRS), _table(_CHANGES)
OPPOSITE = {
    word: _LASTING.get(word, frozenset()) | _PASSING.get(word, frozenset()) for word in (*_LASTING, *_PASSING)
}
"""Of a stem the stems that deny it."""


def in_turn(one: str, two: str) -> bool:
    """Whether both may be true one after the other: arrived and left."""
    return two not in _LASTING.get(one, ())
