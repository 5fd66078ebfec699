"""Antonyms: words that deny each other when they are said of the same thing."""

from __future__ import annotations

from functools import cache

from tui.analysis.text.predicates import base
from tui.analysis.text.tokens import stem

# What one side of a line says, the other denies; irregular forms are written out, "&" goes on with a line.
_LASTING_PAIRS = """
    accept accepted approve approved endorse adopt adopted welcome | reject rejected refuse refused decline
      & veto vetoed spurn rebuff
    agree agreed | disagree disagreed
    allow allowed permit permitted authorize authorise legalize legalise enable | ban banned bar barred forbid
      & forbidden forbade prohibit prohibited outlaw outlawed block blocked prevent prevented
    support supported back backed favor favour | oppose opposed fight fought combat confront
    win won victory triumph | lose lost loss
    earn profit profitable earnings gain | lose lost loss unprofitable
    raise raised | lower lowered cut reduce reduced
    amplify increase boost heighten strengthen worsen aggravate intensify | reduce weaken lessen alleviate
      & ease diminish decrease curb
    buy bought purchase purchased acquire | sell sold give gave gifted donate donated
    quit resign resigned leave left | fired dismissed sacked ousted lost
    stay stayed remain | quit resign resigned
    confirm confirmed | deny denied
    prove proved proven | disprove refute debunk
    convict convicted guilty | acquit acquitted innocent cleared exonerate
    pass passed | fail failed defeat defeated
    survive survived alive living | die died dead killed
    cause caused trigger effect | prevent prevented
    include included | exclude excluded
    compulsory mandatory obligatory required | voluntary optional
    legal lawful | illegal unlawful
    succeed succeeded successful success | fail failed unsuccessful failure
    extend extended | shorten shortened
    uphold upheld affirm affirmed | overturn overturned strike struck
    hire hired appoint appointed | fire fired dismiss dismissed
    public | private secret confidential
    safe harmless | dangerous unsafe harmful
    present attend | absent
    true accurate correct | false untrue inaccurate incorrect wrong
    possible | impossible
    complete | incomplete
    dependent | independent
    connected linked related | unconnected unrelated
    capable | incapable
    qualify | disqualify
    obey comply | disobey defy
    remember | forget forgot
    love | hate
    friend ally | enemy foe
    """
# The same for what comes and goes: denied only where both are dated or counted alike.
_PASSING_PAIRS = """
    rise rose risen increase increased climb grow grew grown gain surge soar | fall fell fallen decrease
      & decreased drop decline shrink shrank slump plunge tumble
    improve | worsen deteriorate
    expand | contract shrink
    appear emerge | disappear vanish
    marry married | divorce divorced
    arrive arrived reach reached enter entered join joined | leave left depart departed quit
    jail jailed imprison imprisoned detain detained arrest arrested | free freed release released
    start started begin began begun open opened launch launched | end ended close closed stop stopped halt
    """


def _table(pairs: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in pairs.replace("\n      & ", " ").strip().splitlines():
        one, two = ({base(stem(word)) for word in side.split()} for side in line.split("|"))
        for words, others in ((one, two), (two, one)):
            for word in words:
                table.setdefault(word, set()).update(others - words)
    return {word: frozenset(others) for word, others in table.items()}


_LASTING, _PASSING = _table(_LASTING_PAIRS), _table(_PASSING_PAIRS)
_PREFIXES = "un", "non"
_SHORTEST_DENIED = 4  # letters that a prefix may deny; "unit" denies nothing


@cache
def antonyms_of(word: str) -> frozenset[str]:
    """Find the stems that deny a stem: by the tables, or by a prefix (harmed and unharmed)."""
    found = {prefix + word for prefix in _PREFIXES if len(word) >= _SHORTEST_DENIED}
    found |= {
        word.removeprefix(p)
        for p in _PREFIXES
        if word.startswith(p) and len(word) >= len(p) + _SHORTEST_DENIED
    }
    return _LASTING.get(word, frozenset()) | _PASSING.get(word, frozenset()) | found


def in_turn(one: str, two: str) -> bool:
    """Tell whether both may be true one after the other: arrived and left."""
    return two in _PASSING.get(one, ()) and two not in _LASTING.get(one, ())
