"""Affirmed here and denied there, in the same words or in opposite ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from tui.analysis.conflicts.context import Context, looks_back, other_day, other_year
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.conflicts.opposites import OPPOSITE, in_turn
from tui.analysis.conflicts.predicates import Predicate, denies, predicate, subject
from tui.analysis.language import Token, tag
from tui.analysis.story import Unit
from tui.model import ConflictKind

_IN_SENTENCE = 0.9  # share (0–1) of the words of the shorter clause that the other sentence carries
_IN_CLAUSE = 0.7  # the same of its words but the subject, within the other clause
_SHORT = 14  # tokens of a sentence that says one thing
_FEWEST = 3  # content words of it, the predicate aside
_ALL = 0.95  # share of them that the other sentence carries
_PLAIN = 0.7
_RULE = "one denies of the same thing what the other says"
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
    stems = {p: _stems(u.tokens) for p, u in enumerate(units) if u.assertive}
    for one, two in context.pairs(stems):
        finding = _opposed(evidence, context, (one, two), stems)
        if finding is not None and not _other_time(units[one], units[two]):
            found.append(finding)
    return merged(evidence, found, _RULE)


def _other_time(one: Unit, two: Unit) -> bool:
    return other_year(one, two) or other_day(one, two) or looks_back(one) != looks_back(two)


def _stems(tokens: Sequence[Token]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        if token.is_content and not token.is_number and token.norm not in _LIGHT:
            found.setdefault(token.stem, []).append(place)
    return found


def _opposed(
    evidence: Evidence, context: Context, pair: tuple[int, int], stems: dict[int, dict[str, list[int]]]
) -> Finding | None:
    one, two = (evidence.story.units[position] for position in pair)
    first, second = (stems[position] for position in pair)
    denial = denies(one.tokens) or denies(two.tokens)
    terms = [(word, word) for word in first if denial and word in second]
    for word in first.keys() & OPPOSITE.keys():
        # Where both sentences have both words ("won or lost") neither denies the other.
        terms += [(word, o) for o in OPPOSITE[word] & second.keys() if word not in second and o not in first]
    for word, other in sorted(terms):
        for a, b in product(first[word], second[other]):
            said, against = predicate(one.tokens, a), predicate(two.tokens, b)
            if said.conditional or against.conditional:
                continue
            if (said.negated == against.negated) == (word == other) or (said.negated and word != other):
                continue
            carried = _same_arguments(context, pair, (one, said), (two, against))
            if carried and all(_asserted(evidence, u, p) for u, p in ((one, said), (two, against))):
                return _finding(evidence, (one, said), (two, against), carried)
    return None


def _asserted(evidence: Evidence, unit: Unit, said: Predicate) -> bool:
    """Whether the source itself says it, rather than somebody whom it quotes."""
    at = unit.tokens[said.place].start
    quotes = evidence.quotes.get((unit.source, unit.paragraph), ())
    return not any(quote.start <= at < quote.end for quote in quotes)


def _same_arguments(
    context: Context, pair: tuple[int, int], one: tuple[Unit, Predicate], two: tuple[Unit, Predicate]
) -> float:
    """How fully (0–1) two predicates have the same subject and the same other words; 0 if not enough.

    A short sentence may leave out what a long one adds: what counts is whether the shorter clause's words
    stand in the longer.
    """
    if _plainly_carried(context, pair, one, two):
        return _PLAIN
    subjects = [context.columns(subject(unit.tokens, said)) for unit, said in (one, two)]
    if not all(subjects) or not (subjects[0][-1] in subjects[1] or subjects[1][-1] in subjects[0]):
        return 0.0
    words = [_arguments(unit.tokens, said) for unit, said in (one, two)]
    short = min((0, 1), key=lambda side: len(words[side]))
    long = 1 - short
    columns, others = context.columns(words[short]), context.columns(words[long])
    rest = [column for column in columns if column not in subjects[short]]
    numbers = {t.stem for t in words[short] if t.is_number}
    if not rest or not numbers <= {t.stem for t in words[long]}:
        return 0.0
    terms = [unit.tokens[said.place].stem for unit, said in (one, two)]
    if terms[0] != terms[1] and not _same_object(context, (one, two)):
        return 0.0
    if terms[0] != terms[1] and in_turn(*terms) and not numbers:
        return 0.0
    sentence, clause = context.covered(columns, pair[long]), context.carried_by(rest, others)
    if sentence < _IN_SENTENCE or clause < _IN_CLAUSE:
        return 0.0
    verbs = all(tag(unit.tokens)[said.place][:2] in _SAYING for unit, said in (one, two))
    return min(sentence, clause) if verbs else 0.0


def _plainly_carried(
    context: Context, pair: tuple[int, int], one: tuple[Unit, Predicate], two: tuple[Unit, Predicate]
) -> bool:
    """Whether one sentence is short and the other has every word of it but the predicate."""
    (_, unit, said), (long, other, _) = sorted(
        ((pair[0], *one), (pair[1], *two)), key=lambda side: len(side[1].tokens)
    )
    if len(unit.tokens) > _SHORT:
        return False
    words = [t for place, t in enumerate(unit.tokens) if t.is_content and place != said.place]
    numbers = {t.stem for t in words if t.is_number}
    columns = context.columns(words)
    if len(columns) < _FEWEST or not numbers <= {t.stem for t in other.tokens}:
        return False
    terms = [u.tokens[p.place].stem for u, p in (one, two)]
    if context.covered(columns, long) < _ALL:
        return False
    if terms[0] != terms[1]:
        return not in_turn(*terms)
    return all(tag(u.tokens)[p.place][:2] in _SAYING for u, p in (one, two))


def _same_object(context: Context, sides: tuple[tuple[Unit, Predicate], tuple[Unit, Predicate]]) -> bool:
    """Whether the words that follow two predicates begin with the same one, if both have any."""
    after = [
        context.columns([t for t in unit.tokens[said.place + 1 : said.clause[1]] if t.is_content])
        for unit, said in sides
    ]
    return not all(after) or after[0][0] == after[1][0]


def _arguments(tokens: Sequence[Token], said: Predicate) -> list[Token]:
    start, end = said.clause
    return [t for place, t in enumerate(tokens[start:end], start) if t.is_content and place != said.place]


def _finding(
    evidence: Evidence, one: tuple[Unit, Predicate], two: tuple[Unit, Predicate], carried: float
) -> Finding:
    passages = []
    for unit, said in (one, two):
        start, end = said.clause
        passages.append(evidence.of_unit(unit, unit.tokens[start].start, unit.tokens[end - 1].end))
    return opposed(ConflictKind.POLARITY, 0.5 + 0.4 * carried, passages, _RULE)
