"""Affirmed here and denied there, in the same words or in opposite ones."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import product

from tui.analysis.conflicts.context import Context, looks_back, other_time
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.conflicts.irregular import base
from tui.analysis.conflicts.opposites import in_turn, opposites
from tui.analysis.conflicts.predicates import NEGATIONS, denies
from tui.analysis.conflicts.said import Said
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import Token
from tui.analysis.text.word_classes import PREPOSITIONS
from tui.model import ConflictKind, ConflictRule

_IN_SENTENCE = 0.9  # share (0–1) of the words of the shorter clause that the other sentence carries
_IN_CLAUSE = 0.7  # the same of its words but the subject, within the other clause
_SHORT = 18  # tokens of a sentence that says one thing
_FEWEST = 3  # content words of it, the predicate aside
_ALL = 0.85  # share of them that the other sentence carries
_MOST = 0.7  # the same, where what follows the predicates begins alike
_PLAIN = 0.7
# Words that point outside a sentence, which then does not tell by itself what it is about.
_POINTING = frozenset("he she it they him them i we you this these those".split())
_RULE = ConflictRule.DENIED
_SAYING = frozenset({"VB", "JJ"})  # tags of what can be affirmed: verbs and adjectives
# Verbs that say too little of their own to be denied.
_LIGHT = frozenset(
    """
    say said tell told know think do did make made want get go going see take come like believe respond
    comment immediately need use look one people time clear right good sure
    """.split()
)


def polarity_conflicts(evidence: Evidence, context: Context) -> list[Finding]:
    """What one source affirms and another denies, one finding a statement."""
    found: list[Finding] = []
    units = evidence.story.units
    terms = {p: _terms(u.tokens) for p, u in enumerate(units) if u.assertive}
    denying = {p for p in terms if denies(units[p].tokens)}
    for one, two in context.pairs(terms):
        pairs = list(_opposite_terms(terms[one], terms[two]))
        if denying & {one, two}:
            pairs += [(word, word) for word in terms[one] if word in terms[two]]
        finding = _opposed(evidence, context, (one, two), terms, sorted(pairs))
        if finding is not None and not _other_time(units[one], units[two]):
            found.append(finding)
    return merged(evidence, found, _RULE)


def _terms(tokens: Sequence[Token]) -> dict[str, list[int]]:
    """The places of each word that can be affirmed or denied, by the stem of its base form."""
    found: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        if token.is_content and not token.is_number and token.norm not in _LIGHT:
            found.setdefault(base(token.stem), []).append(place)
    return found


def _opposite_terms(one: Iterable[str], two: Container[str]) -> Iterator[tuple[str, str]]:
    """Each term of one sentence with each one of the other that denies it."""
    return ((word, other) for word in one for other in opposites(word) if other in two)


def _other_time(one: Unit, two: Unit) -> bool:
    return other_time(one, two) or looks_back(one) != looks_back(two)


def _opposed(
    evidence: Evidence,
    context: Context,
    pair: tuple[int, int],
    terms: Mapping[int, Mapping[str, Sequence[int]]],
    candidates: Iterable[tuple[str, str]],
) -> Finding | None:
    """The first of the pairs of terms of two sentences of which one is affirmed and the other denied."""
    one, two = pair
    for word, other in candidates:
        for a, b in product(terms[one][word], terms[two][other]):
            first, second = (Said.at(evidence.story, p, place) for p, place in ((one, a), (two, b)))
            if not _deny_each_other(first, second):
                continue
            carried = _same_arguments(context, first, second)
            # What a source quotes it does not assert itself.
            if carried and not any(evidence.is_quoted(said.unit, said.word) for said in (first, second)):
                passages = [evidence.of_tokens(s.unit, *s.predicate.clause) for s in (first, second)]
                return opposed(ConflictKind.POLARITY, 0.5 + 0.4 * carried, passages, _RULE)
    return None


def _deny_each_other(one: Said, two: Said) -> bool:
    """Whether, said of the same thing, two predicates cannot both hold."""
    if one.predicate.conditional or two.predicate.conditional:
        return False
    if one.term == two.term:
        # "rule" and "rule out" are two verbs
        return one.predicate.negated != two.predicate.negated and one.particle == two.particle
    # Where a clause has both words ("won or lost") it does not deny the other.
    both = one.clause_has(two.term) or two.clause_has(one.term)
    return not (one.predicate.negated or two.predicate.negated or both)


def _same_arguments(context: Context, one: Said, two: Said) -> float:
    """How fully (0–1) two predicates have the same subject and the same other words; 0 if not enough.

    A short sentence may leave out what a long one adds: what counts is whether the shorter clause's words
    stand in the longer.
    """
    if _plainly_carried(context, one, two):
        return _PLAIN
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
    if sentence < _IN_SENTENCE or clause < _IN_CLAUSE:
        return 0.0
    return min(sentence, clause) if all(said.tag[:2] in _SAYING for said in (one, two)) else 0.0


def _plainly_carried(context: Context, one: Said, two: Said) -> bool:
    """Whether one sentence is short and the other has every word of it but the predicate."""
    short, long = sorted((one, two), key=lambda said: len(said.unit.tokens))
    tokens = short.unit.tokens
    if len(tokens) > _SHORT or any(t.norm in _POINTING for t in tokens):
        return False
    if any(said.before in PREPOSITIONS for said in (one, two)):
        return False  # set on fire
    words = [t for t in tokens if t.is_content and t is not short.word and t.norm not in NEGATIONS]
    numbers, columns = _numbers(words), context.columns(words)
    if len(columns) + len(numbers) < _FEWEST or not numbers <= {t.stem for t in long.unit.tokens}:
        return False
    carried = context.covered(columns, long.position)
    if carried < _MOST or (carried < _ALL and not _same_object(context, one, two)):
        return False
    if _crossed(context, short, long):
        return False
    if one.term != two.term:
        return not in_turn(one.term, two.term)
    # What one sentence denies with a verb the other may name with a noun: cannot control, the control of.
    return all(not said.predicate.negated or _is_verb_or_adjective(said) for said in (one, two))


def _numbers(tokens: Iterable[Token]) -> set[str]:
    return {token.stem for token in tokens if token.is_number}


def _crossed(context: Context, short: Said, long: Said) -> bool:
    """Whether what does it in the short sentence has it done to it in the long one."""
    if not long.tag.startswith("V") or (short.after == "by") != (long.after == "by"):
        return False
    doers = context.columns(short.subject)
    place, tokens = long.predicate.place, long.unit.tokens
    before = context.columns(t for t in tokens[:place] if t.is_content)
    after = context.columns(t for t in tokens[place + 1 :] if t.is_content)
    return bool(doers) and doers[-1] in after and doers[-1] not in before


def _is_verb_or_adjective(said: Said) -> bool:
    """Whether a word is said of something; what follows "cannot" is a verb, whatever the tagger says."""
    return said.before == "cannot" or said.before.endswith("n't") or said.tag[:2] in _SAYING


def _same_object(context: Context, one: Said, two: Said) -> bool:
    """Whether the words that follow two predicates begin with the same one, if both have any."""
    after = [context.columns(said.object) for said in (one, two)]
    return not all(after) or after[0][0] == after[1][0]
