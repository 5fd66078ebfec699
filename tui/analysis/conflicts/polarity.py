"""Affirmed here and denied there, in the same words or in opposite ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from tui.analysis.closed_classes import PREPOSITIONS
from tui.analysis.conflicts.context import Context, looks_back, other_day, other_year
from tui.analysis.conflicts.finding import Evidence, Finding, merged, opposed
from tui.analysis.conflicts.irregular import base
from tui.analysis.conflicts.opposites import in_turn, opposites
from tui.analysis.conflicts.predicates import NEGATIONS, Predicate, denies, predicate, subject
from tui.analysis.language import Token, tag
from tui.analysis.story import Unit
from tui.model import ConflictKind

_IN_SENTENCE = 0.9  # share (0–1) of the words of the shorter clause that the other sentence carries
_IN_CLAUSE = 0.7  # the same of its words but the subject, within the other clause
_SHORT = 18  # tokens of a sentence that says one thing
_FEWEST = 3  # content words of it, the predicate aside
_ALL = 0.85  # share of them that the other sentence carries
_MOST = 0.7  # the same, where what follows the predicates begins alike
_PLAIN = 0.7
_PARTICLES = frozenset("out up off down away back".split())
# Words that point outside a sentence, which then does not tell by itself what it is about.
_POINTING = frozenset("he she it they him them i we you this these those".split())
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
    denying = {p for p in stems if denies(units[p].tokens)}
    for one, two in context.pairs(stems):
        finding = _opposed(evidence, context, (one, two), stems, bool(denying & {one, two}))
        if finding is not None and not _other_time(units[one], units[two]):
            found.append(finding)
    return merged(evidence, found, _RULE)


def _other_time(one: Unit, two: Unit) -> bool:
    return other_year(one, two) or other_day(one, two) or looks_back(one) != looks_back(two)


def _stems(tokens: Sequence[Token]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        if token.is_content and not token.is_number and token.norm not in _LIGHT:
            found.setdefault(base(token.stem), []).append(place)
    return found


def _opposed(
    evidence: Evidence,
    context: Context,
    pair: tuple[int, int],
    stems: dict[int, dict[str, list[int]]],
    denial: bool,
) -> Finding | None:
    one, two = (evidence.story.units[position] for position in pair)
    first, second = (stems[position] for position in pair)
    terms = [(word, word) for word in first if word in second] if denial else []
    for word in first:
        terms += [(word, other) for other in opposites(word) & second.keys()]
    for word, other in sorted(terms):
        for a, b in product(first[word], second[other]):
            said, against = predicate(one.tokens, a), predicate(two.tokens, b)
            if said.conditional or against.conditional:
                continue
            if word == other and _particle(one, a) != _particle(two, b):
                continue  # rule and rule out
            # Where a clause has both words ("won or lost") it does not deny the other.
            if word != other and (_has(one, said, other) or _has(two, against, word)):
                continue
            if (said.negated == against.negated) == (word == other) or (said.negated and word != other):
                continue
            carried = _same_arguments(context, pair, (one, said), (two, against))
            if carried and all(_asserted(evidence, u, p) for u, p in ((one, said), (two, against))):
                return _finding(evidence, (one, said), (two, against), carried)
    return None


def _particle(unit: Unit, place: int) -> str:
    """The particle that goes with a verb, which makes it another: rule out, set up."""
    following = unit.tokens[place + 1].norm if place + 1 < len(unit.tokens) else ""
    return following if following in _PARTICLES else ""


def _has(unit: Unit, said: Predicate, word: str) -> bool:
    """Whether the clause of a predicate has another word too."""
    start, end = said.clause
    return any(base(token.stem) == word for token in unit.tokens[start:end])


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
    terms = [base(unit.tokens[said.place].stem) for unit, said in (one, two)]
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
    (_, unit, said), (long, other, against) = sorted(
        ((pair[0], *one), (pair[1], *two)), key=lambda side: len(side[1].tokens)
    )
    if len(unit.tokens) > _SHORT or any(t.norm in _POINTING for t in unit.tokens):
        return False
    if any(u.tokens[p.place - 1].norm in PREPOSITIONS for u, p in (one, two) if p.place):
        return False  # set on fire
    words = [
        t
        for place, t in enumerate(unit.tokens)
        if t.is_content and place != said.place and t.norm not in NEGATIONS
    ]
    numbers = {t.stem for t in words if t.is_number}
    columns = context.columns(words)
    if len(columns) + len(numbers) < _FEWEST or not numbers <= {t.stem for t in other.tokens}:
        return False
    terms = [base(u.tokens[p.place].stem) for u, p in (one, two)]
    carried = context.covered(columns, long)
    if carried < _MOST or (carried < _ALL and not _same_object(context, (one, two))):
        return False
    if _crossed(context, (unit, said), (other, against)):
        return False
    if terms[0] != terms[1]:
        return not in_turn(*terms)
    # What one sentence denies with a verb the other may name with a noun: cannot control, the control of.
    return all(not p.negated or _is_said(u, p) for u, p in (one, two))


def _crossed(context: Context, short: tuple[Unit, Predicate], long: tuple[Unit, Predicate]) -> bool:
    """Whether what does it in the short sentence has it done to it in the long one."""
    (unit, said), (other, against) = short, long
    if tag(other.tokens)[against.place][:1] != "V" or _passive(unit, said) != _passive(other, against):
        return False
    doers = context.columns(subject(unit.tokens, said))
    before = context.columns(t for t in other.tokens[: against.place] if t.is_content)
    after = context.columns(t for t in other.tokens[against.place + 1 :] if t.is_content)
    return bool(doers) and doers[-1] in after and doers[-1] not in before


def _passive(unit: Unit, said: Predicate) -> bool:
    following = unit.tokens[said.place + 1 : said.place + 2]
    return any(token.norm == "by" for token in following)


def _is_said(unit: Unit, said: Predicate) -> bool:
    """Whether a word is a verb or an adjective; what follows "cannot" is a verb, whatever the tagger says."""
    before = unit.tokens[said.place - 1].norm if said.place else ""
    return before == "cannot" or before.endswith("n't") or tag(unit.tokens)[said.place][:2] in _SAYING


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
