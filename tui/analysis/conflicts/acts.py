"""Who did what: one act by different people, or with its doer and its object exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tui.analysis.conflicts.context import other_time
from tui.analysis.conflicts.detector import Detector, Evidence, Told, each_with_each
from tui.analysis.names.cast import telling_words
from tui.analysis.names.mentions import Mention
from tui.analysis.names.name_words import BODIES
from tui.analysis.text.predicates import predicate_at, subject_of
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import Token, norm_at, stem
from tui.analysis.text.word_classes import CLAUSE_CUTS, PREPOSITIONS
from tui.model import ConflictKind, ConflictRule

_REACH_OF_AGENT = 12  # tokens after "by", or after a verb, in which names and objects stand
_FEWEST_OBJECT_WORDS = 2  # content words of what an act of one alone is done to
# What one alone does: of what they say in the active voice there is one doer.
_SOLE_ACTS = frozenset(
    stem(word)
    for word in """
    won wrote written composed painted designed invented discovered directed assassinated founded
    """.split()
)
# What is done to one alone, who stands before it: was elected president.
_CHOSEN = frozenset("elected named appointed crowned chosen inaugurated".split())
_BE = frozenset("is was been being were".split())
_OBJECT_ENDS = CLAUSE_CUTS | {"by", "on", "."}

# What cannot be done both ways round on one occasion; each line is one relation.
_ONE_WAY = """
    beat beaten defeat overcome outscore trounce thrash topple oust unseat overthrow conquer outpoll rout
    succeed replace supplant
    buy bought acquire purchase own
    kill murder assassinate shoot shot stab strangle execute
    sue
    arrest detain
    hire employ
    appoint nominate
    invade annex occupy colonise colonize
    rescue save
    rob burgle
    adopt
    """
_RELATION = {
    stem(word): relation
    for relation, line in enumerate(_ONE_WAY.strip().splitlines())
    for word in line.split()
}
_LOST = frozenset("lost lose loses losing".split())
_BEATEN = _RELATION[stem("beat")]
_REACH_OF_OBJECT = 8  # tokens after a verb in which its object begins
_BELONGING = PREPOSITIONS - {"like", "including"}  # those introduce names of what is meant
_PHRASE_ENDS = CLAUSE_CUTS - {"and"} | PREPOSITIONS  # what is done to one and another is one object


@dataclass(frozen=True, slots=True)
class _Act:
    """What is done to what, by whom: the words of the names, lower-cased."""

    verb: str
    what: tuple[Token, ...]
    agents: frozenset[str]
    start: int
    end: int


def _acts(evidence: Evidence, unit: Unit) -> list[_Act]:
    """The acts that a sentence gives to somebody: done by them, or such as one alone does."""
    tokens, found = unit.tokens, []
    for place, token in enumerate(tokens):
        done = token.norm == "by" and place > 0 and tokens[place - 1].is_content
        if done and (agents := _agents(evidence, unit, place + 1)):
            verb, what = tokens[place - 1], tuple(t for t in tokens[: place - 1] if t.is_content)
            found.append(_Act(verb.stem, what, _words(agents), verb.start, agents[-1].end))
        chosen = token.norm in _CHOSEN and place > 0 and tokens[place - 1].norm in _BE
        if chosen or (token.stem in _SOLE_ACTS and not token.is_capitalised):
            found += _sole_acts(evidence, unit, place)
    return found


def _agents(evidence: Evidence, unit: Unit, place: int) -> list[Mention]:
    """The people named after "by"; none where what is named only belongs to one: by the mayor of Oldport."""
    after = unit.tokens[place : place + _REACH_OF_AGENT - 1]
    names = _people(_named_in(evidence, unit, after))
    before = (token for token in after if names and token.start < names[0].outer)
    return [] if any(token.norm in _BELONGING for token in before) else names


def _sole_acts(evidence: Evidence, unit: Unit, place: int) -> Iterator[_Act]:
    """What one alone did, or was chosen for, by the word for it."""
    tokens = unit.tokens
    said = predicate_at(tokens, place)
    after = takewhile(lambda t: t.norm not in _OBJECT_ENDS, tokens[place + 1 : place + _REACH_OF_AGENT])
    what = tuple(t for t in after if t.is_content)
    agents = _people(_named_in(evidence, unit, subject_of(tokens, said)))
    if agents and len(what) >= _FEWEST_OBJECT_WORDS and not said.negated and not said.conditional:
        yield _Act(tokens[place].stem, what, _words(agents), agents[0].outer, what[-1].end)


def _named_in(evidence: Evidence, unit: Unit, tokens: Sequence[Token]) -> list[Mention]:
    """The names in a sentence that some of its tokens are part of."""
    starts = {token.start for token in tokens if token.is_capitalised}
    return [m for m in evidence.names(unit) if any(m.start <= start < m.end for start in starts)]


def _people(mentions: list[Mention]) -> list[Mention]:
    """The names, none if there is a body's among them."""
    return [] if any(not BODIES.isdisjoint(telling_words(m.text)) for m in mentions) else mentions


def _words(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset[str]().union(*(telling_words(mention.text) for mention in mentions))


def _by_others(evidence: Evidence, one: Told[_Act], two: Told[_Act]) -> bool:
    """Whether one act is given to different people."""
    a, b = one.detail, two.detail
    if a.verb != b.verb or other_time(one.unit, two.unit) or not _same_object(evidence, a, b):
        return False
    # Somebody whom the other article names too may have done it with, or for, the other.
    return not (evidence.is_named(a.agents, two.unit) or evidence.is_named(b.agents, one.unit))


def _same_object(evidence: Evidence, one: _Act, two: _Act) -> bool:
    """Whether what one verb is said of the other is said of too, all of it."""
    objects = [set(evidence.context.columns(act.what)) for act in (one, two)]
    return all(objects) and (objects[0] <= objects[1] or objects[1] <= objects[0])


AGENTS = Detector(
    ConflictKind.NAME, ConflictRule.TWO_AGENTS, 0.7, details=_acts, rivals=each_with_each, clash=_by_others
)
"""Acts that sources give to different people: “was written by …” with two names."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who did to whom what cannot be done both ways round: the words of the names, lower-cased."""

    relation: int
    start: int
    end: int
    doer: frozenset[str]
    object: frozenset[str]


def _deeds(evidence: Evidence, unit: Unit) -> list[_Deed]:
    """The deeds that a sentence tells of two parties that it names."""
    tokens, found = unit.tokens, []
    for place, token in enumerate(tokens):
        lost = token.norm in _LOST and norm_at(tokens, place + 1) == "to"
        relation = _BEATEN if lost else _RELATION.get(token.stem)
        if relation is None or token.is_capitalised or evidence.is_quoted(unit, token):
            continue
        said = predicate_at(tokens, place)
        participle = token.norm.endswith("ing")
        if said.negated or (said.conditional and not participle):
            continue
        passive = norm_at(tokens, place + 1) == "by"
        subject = _opening(tokens) if participle else subject_of(tokens, said)
        first = _named_in(evidence, unit, subject)
        second = _named_in(evidence, unit, _phrase(tokens[place + 1 + (passive or lost) :]))
        before = first if participle else first[-1:]
        if before and second:
            doer, done_to = _parties(before), _parties(second)
            if passive or lost:
                doer, done_to = done_to, doer
            found.append(_Deed(relation, min(before[0].start, token.start), second[-1].end, doer, done_to))
    return found


def _opening(tokens: Sequence[Token]) -> list[Token]:
    """What a sentence begins with, which what is said with a participle goes back to."""
    return list(
        takewhile(lambda t: t.norm not in _PHRASE_ENDS and (t.is_capitalised or not t.is_content), tokens)
    )


def _phrase(after: Sequence[Token]) -> list[Token]:
    """The tokens right after a verb, up to the one that begins another phrase."""
    return list(takewhile(lambda t: t.norm not in _PHRASE_ENDS, after[:_REACH_OF_OBJECT]))


def _parties(mentions: Sequence[Mention]) -> frozenset[str]:
    return _words(mentions) - BODIES


def _exchanged(_evidence: Evidence, one: Told[_Deed], two: Told[_Deed]) -> bool:
    """Whether one deed has its parties the other way round."""
    a, b = one.detail, two.detail
    crossed = a.doer & b.object and a.object & b.doer
    same = a.relation == b.relation and not a.doer & b.doer and not a.object & b.object
    return bool(crossed) and same and not other_time(one.unit, two.unit)


EXCHANGES = Detector(
    ConflictKind.NAME, ConflictRule.EXCHANGED, 0.75, details=_deeds, rivals=each_with_each, clash=_exchanged
)
"""Acts of which two sources exchange the parties: “Ada beat Bo”, “Ada was beaten by Bo”."""
