"""Affirmed here and denied there, or said with more certainty here and with less there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from tui.analysis.conflicts.context import Context, looks_back, other_time
from tui.analysis.conflicts.detector import Detector, Evidence, Told, each_with_each
from tui.analysis.text.antonyms import antonyms_of, in_turn
from tui.analysis.text.predicates import CERTAINTY, DENIALS, Predication, base, has_denial
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import Token
from tui.analysis.text.word_classes import PREPOSITIONS, SAYING
from tui.model import ConflictKind, ConflictRule

_CARRIED_BY_SENTENCE = 0.9  # share (0–1) of the words of the shorter clause that the other sentence carries
_CARRIED_BY_CLAUSE = 0.7  # the same of its words without the subject, within the other clause
_MOST_TOKENS = 18  # of a sentence that says one thing
_FEWEST_WORDS = 3  # content words of it, the predicate aside
_CARRIED = 0.85  # share of them that the other sentence carries
_CARRIED_OF_ONE_OBJECT = 0.7  # the same, where what follows the predicates begins alike
_PLAINLY_CARRIED = 0.7  # how fully such a sentence is taken to be carried
# Words that point outside a sentence, which then does not tell by itself what it is about.
_POINTING = frozenset("he she it they him them i we you this these those".split())
_SAID_OF_SOMETHING = frozenset({"VB", "JJ"})  # tags of what can be affirmed: verbs and adjectives
# Verbs that say too little of their own to be denied.
_LIGHT_VERBS = SAYING | frozenset(
    """
    think know do did make made want get go going see take come like believe respond comment immediately need
    use look one people time clear right good sure
    """.split()
)
_MODALS = frozenset(CERTAINTY) - {"won't"}
_SAME_STATEMENT = 0.7  # share (0–1) of the words of the shorter clause that the longer has
_FEWEST_CLAUSE_WORDS = 3  # content words of it, the predicate among them
_AFTER_MODAL = 5  # tokens from a modal verb on in which its verb stands


@dataclass(frozen=True, slots=True)
class _Terms:
    """The places in a sentence of each word that can be affirmed or denied, by the stem of its base form."""

    position: int
    unit: Unit
    places: Mapping[str, Sequence[int]]
    denying: bool


def _terms(evidence: Evidence, unit: Unit) -> _Terms:
    places: dict[str, list[int]] = {}
    for place, token in enumerate(unit.tokens):
        if token.is_content and not token.is_number and token.norm not in _LIGHT_VERBS:
            places.setdefault(base(token.stem), []).append(place)
    return _Terms(evidence.story.index[unit.id], unit, places, has_denial(unit.tokens))


def _opposite(one: _Terms, two: _Terms) -> Iterator[tuple[Predication, Predication]]:
    """Each predicate of one sentence with each of the other that may deny it."""
    pairs = [(w, other) for w in one.places for other in antonyms_of(w) if other in two.places]
    if one.denying or two.denying:
        pairs += [(word, word) for word in one.places if word in two.places]
    for word, other in sorted(pairs):
        for a, b in product(one.places[word], two.places[other]):
            yield Predication.at(one.position, one.unit, a), Predication.at(two.position, two.unit, b)


def _denied(evidence: Evidence, one: Told[Predication], two: Told[Predication]) -> float:
    """How surely (0–1) one sentence denies what the other affirms."""
    first, second = one.detail, two.detail
    if not _deny_each_other(first, second):
        return 0.0
    carried = _same_arguments(evidence.context, first, second)
    # What a source quotes it does not assert itself.
    if not carried or any(evidence.is_quoted(told.unit, told.detail.word) for told in (one, two)):
        return 0.0
    return 0.0 if _at_other_times(one.unit, two.unit) else 0.5 + 0.4 * carried


def _at_other_times(one: Unit, two: Unit) -> bool:
    return other_time(one, two) or looks_back(one) != looks_back(two)


def _deny_each_other(one: Predication, two: Predication) -> bool:
    """Whether, said of the same thing, two predicates cannot both hold."""
    if one.predicate.conditional or two.predicate.conditional:
        return False
    if one.term == two.term:
        # "rule" and "rule out" are two verbs
        return one.predicate.negated != two.predicate.negated and one.particle == two.particle
    # Where a clause has both words ("won or lost") it does not deny the other.
    both = one.clause_has(two.term) or two.clause_has(one.term)
    return not (one.predicate.negated or two.predicate.negated or both)


def _same_arguments(context: Context, one: Predication, two: Predication) -> float:
    """How fully (0–1) two predicates have the same subject and the same other words; 0 if not enough.

    A short sentence may leave out what a long one adds: what counts is whether the shorter clause's words
    stand in the longer.
    """
    if _plainly_carried(context, one, two):
        return _PLAINLY_CARRIED
    doers = [context.columns(said.subject) for said in (one, two)]
    if not all(doers) or not (doers[0][-1] in doers[1] or doers[1][-1] in doers[0]):
        return 0.0
    short, long = sorted((one, two), key=lambda said: len(said.arguments))
    columns, others = context.columns(short.arguments), context.columns(long.arguments)
    own = set(context.columns(short.subject))
    rest = [column for column in columns if column not in own]
    numbers = _numbers(short.arguments)
    if not rest or not numbers <= _numbers(long.arguments):
        return 0.0
    if one.term != two.term and not _same_object(context, one, two):
        return 0.0
    if in_turn(one.term, two.term) and not numbers:
        return 0.0
    sentence = context.covered(columns, long.position)
    clause = context.carried_by(rest, others)
    if sentence < _CARRIED_BY_SENTENCE or clause < _CARRIED_BY_CLAUSE:
        return 0.0
    return min(sentence, clause) if all(said.tag[:2] in _SAID_OF_SOMETHING for said in (one, two)) else 0.0


def _plainly_carried(context: Context, one: Predication, two: Predication) -> bool:
    """Whether one sentence is short and the other has every word of it but the predicate."""
    short, long = sorted((one, two), key=lambda said: len(said.unit.tokens))
    tokens = short.unit.tokens
    if len(tokens) > _MOST_TOKENS or any(t.norm in _POINTING for t in tokens):
        return False
    if any(said.before in PREPOSITIONS for said in (one, two)):
        return False  # set on fire
    words = [t for t in tokens if t.is_content and t is not short.word and t.norm not in DENIALS]
    numbers, columns = _numbers(words), context.columns(words)
    if len(columns) + len(numbers) < _FEWEST_WORDS or not numbers <= {t.stem for t in long.unit.tokens}:
        return False
    carried = context.covered(columns, long.position)
    if carried < _CARRIED_OF_ONE_OBJECT or (carried < _CARRIED and not _same_object(context, one, two)):
        return False
    if _crossed(context, short, long):
        return False
    if one.term != two.term:
        return not in_turn(one.term, two.term)
    # What one sentence denies with a verb the other may name with a noun: cannot control, the control of.
    return all(not said.predicate.negated or _is_verb_or_adjective(said) for said in (one, two))


def _numbers(tokens: Iterable[Token]) -> set[str]:
    return {token.stem for token in tokens if token.is_number}


def _crossed(context: Context, short: Predication, long: Predication) -> bool:
    """Whether what does it in the short sentence has it done to it in the long one."""
    if not long.tag.startswith("V") or (short.after == "by") != (long.after == "by"):
        return False
    doers = context.columns(short.subject)
    place, tokens = long.predicate.place, long.unit.tokens
    before = context.columns(t for t in tokens[:place] if t.is_content)
    after = context.columns(t for t in tokens[place + 1 :] if t.is_content)
    return bool(doers) and doers[-1] in after and doers[-1] not in before


def _is_verb_or_adjective(said: Predication) -> bool:
    """Whether a word is said of something; what follows "cannot" is a verb, whatever the tagger says."""
    return said.before == "cannot" or said.before.endswith("n't") or said.tag[:2] in _SAID_OF_SOMETHING


def _same_object(context: Context, one: Predication, two: Predication) -> bool:
    """Whether the words that follow two predicates begin with the same one, if both have any."""
    after = [context.columns(said.object) for said in (one, two)]
    return not all(after) or after[0][0] == after[1][0]


DENIED = Detector(
    ConflictKind.POLARITY, ConflictRule.DENIED, 1.0, details=_terms, rivals=_opposite, clash=_denied
)
"""What one source affirms and another denies, in the same words or in opposite ones."""


def _uncertain(evidence: Evidence, unit: Unit) -> list[Predication]:
    """What a modal verb makes more or less certain, outside quotations."""
    found: dict[int, Predication] = {}
    for place, token in enumerate(unit.tokens):
        if token.norm in _MODALS and not evidence.is_quoted(unit, token):
            after = range(place + 1, min(place + _AFTER_MODAL, len(unit.tokens)))
            verb = next((at for at in after if _is_telling(unit.tokens[at])), None)
            if verb is not None:
                said = Predication.at(evidence.story.index[unit.id], unit, verb)
                if said.predicate.strength:
                    found[verb] = said
    return list(found.values())


def _is_telling(token: Token) -> bool:
    return token.is_content and token.norm not in _MODALS


def _other_certainty(evidence: Evidence, one: Told[Predication], two: Told[Predication]) -> bool:
    """Whether one statement is said with more certainty and with less."""
    first, second = one.detail, two.detail
    a, b = first.predicate, second.predicate
    if a.strength == b.strength or a.negated != b.negated or first.word.stem != second.word.stem:
        return False
    words = [evidence.context.columns(filter(_is_telling, said.words)) for said in (first, second)]
    short, long = sorted(words, key=len)
    return len(short) >= _FEWEST_CLAUSE_WORDS and evidence.context.carried_by(short, long) >= _SAME_STATEMENT


CERTAINTIES = Detector(
    ConflictKind.STRENGTH,
    ConflictRule.CERTAINTY,
    0.6,
    details=_uncertain,
    rivals=each_with_each,
    clash=_other_certainty,
)
"""The same thing said to be certain here, likely or possible there: a lesser difference."""
