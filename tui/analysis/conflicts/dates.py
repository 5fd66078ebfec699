"""Dates that cannot both be right: of one happening, or of a post that was left before it was held."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from rapidfuzz.distance import Indel

from tui.analysis.conflicts.context import beside
from tui.analysis.conflicts.detector import Detector, Evidence, Told
from tui.analysis.figures.clock import ClockTime, clock_times
from tui.analysis.figures.datelines import ReportDay, dateline_end, report_day
from tui.analysis.figures.dates import find_dates
from tui.analysis.figures.days import Date
from tui.analysis.figures.quantities import Quantity
from tui.analysis.names.cast import telling_words
from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import Token
from tui.analysis.text.word_classes import CLAUSE_MARKS
from tui.model import ConflictKind, ConflictRule

# Shares (0–1) of the words that two sentences, and the surroundings of the two dates, have in common.
_ALIKE = 0.8
_SENTENCE = 0.6
_SURROUNDINGS = 0.55
_RAREST_SHARED = 7.0  # weight of the words common to both surroundings
_COPY = 0.96
_FEWEST_WORDS = 8  # tokens, the moment aside, of a sentence that is known again
_FEWEST_OF_COPY = 15  # and of one that has been edited
_NEARLY = 0.9  # share of its tokens that are the same then
_NUMBER = "0"  # stands for all numbers of it
_WEEKDAY = 1.3  # of sentences and surroundings both, summed over both directions

_LEFT = frozenset("retired retiring resigned resigning quit left leaving".split())
_WHEN = frozenset("when while".split())
_HELD = frozenset("was served worked serving working".split())
_FARTHEST_DATE = 12  # tokens from the word for leaving to its date
_SUBJECT_TOKENS = 4  # tokens of a sentence in which a name may be its subject

_Moment = TypeVar("_Moment", Date, ClockTime)


def _days(evidence: Evidence, unit: Unit) -> list[Date]:
    """The dates that a sentence gives; none of an item of a list, which has a dash before it."""
    return [] if unit.text[0] in "—–-" else find_dates(unit, _report_day(evidence, unit.source))


def _report_day(evidence: Evidence, source: int) -> ReportDay | None:
    story = evidence.story
    units = (story.units[position] for position in story.of_source[source])
    return report_day(story.articles[source].date, units)


def _times(_evidence: Evidence, unit: Unit) -> list[ClockTime]:
    """The times of day that a sentence gives, likewise."""
    return [] if unit.text[0] in "—–-" else clock_times(unit)


def _only_rivals(one: Sequence[_Moment], two: Sequence[_Moment]) -> list[tuple[_Moment, _Moment]]:
    """The two moments that differ, if no others of two sentences do."""
    rivals = _rivals(one, two)
    return rivals if len(rivals) == 1 else []


def _rivals(one: Sequence[_Moment], two: Sequence[_Moment]) -> list[tuple[_Moment, _Moment]]:
    """The moments of two sentences that differ, where neither sentence has the other's too."""
    return [
        (a, b)
        for a, b in product(one, two)
        if _bound(a) == _bound(b) and a.comparable(b) and not a.agrees(b)
        if not _given(a, two) and not _given(b, one)
    ]


def _bound(moment: Date | ClockTime) -> str:
    """The word that makes a date the end of a time; a time of day minds its own."""
    return moment.bound if isinstance(moment, Date) else ""


def _given(moment: _Moment, others: Sequence[_Moment]) -> bool:
    """Whether a sentence has the date or time too; the year alone, where more is given, is not the date."""
    return any(moment.agrees(o) for o in others if not (_year_only(o) and not _year_only(moment)))


def _year_only(moment: Date | ClockTime) -> bool:
    return isinstance(moment, Date) and moment.month is moment.weekday is moment.day is None


def _on_other_days(evidence: Evidence, one: Told[Date], two: Told[Date]) -> float:
    """How surely (0–1) one happening is dated differently."""
    zones = [{time.zone for time in clock_times(told.unit)} for told in (one, two)]
    if zones[0] and zones[1] and zones[0].isdisjoint(zones[1]):
        return 0.0  # what is late on one day here is early on the next there
    return _differ(evidence, one, two, _days)


def _at_other_times(evidence: Evidence, one: Told[ClockTime], two: Told[ClockTime]) -> float:
    """How surely (0–1) one happening, of one day, is put at different times."""
    days = _rivals(_days(evidence, one.unit), _days(evidence, two.unit))
    return 0.0 if days else _differ(evidence, one, two, _times)


def _differ(
    evidence: Evidence,
    one: Told[_Moment],
    two: Told[_Moment],
    moments: Callable[[Evidence, Unit], Sequence[_Moment]],
) -> float:
    if _is_told_by(evidence, one, two, moments) or _is_told_by(evidence, two, one, moments):
        return 0.0
    if _is_copy(evidence, one, two):
        return _COPY
    # Where sentences also count differently they tell of two happenings.
    if _counts_differ(evidence.quantities(one.unit), evidence.quantities(two.unit)):
        return 0.0
    return _strength(evidence, one, two)


def _is_copy(evidence: Evidence, one: Told[_Moment], two: Told[_Moment]) -> bool:
    """Whether two sentences are one but for the moment, or nearly so in two copies of one text."""
    first, second = _rest(one), _rest(two)
    if min(len(first), len(second)) < _FEWEST_WORDS:
        return False
    if first == second:
        return True
    masked = [[_NUMBER if word[0].isdigit() else word for word in words] for words in (first, second)]
    if min(len(first), len(second)) < _FEWEST_OF_COPY or Indel.normalized_similarity(*masked) < _NEARLY:
        return False
    return _same_day(evidence, one, two) and _share_a_sentence(evidence, one, two)


def _rest(told: Told[_Moment]) -> list[str]:
    """The words of a sentence without its dateline, the moment and the preposition before that."""
    opening = dateline_end(told.unit)
    start: int = told.detail.start
    end: int = told.detail.end
    before: list[str] = [t.norm for t in told.unit.tokens if opening <= t.start and t.end <= start]
    if before and before[-1] in {"on", "at", "in"}:
        before.pop()
    return [*before, *(t.norm for t in told.unit.tokens if t.start >= end)]


def _same_day(evidence: Evidence, one: Told[_Moment], two: Told[_Moment]) -> bool:
    """Whether two reports are of one day, as far as that is known: daily ones have sentences in common."""
    days = [_report_day(evidence, told.unit.source) for told in (one, two)]
    return days[0] is None or days[1] is None or days[0].day == days[1].day


def _share_a_sentence(evidence: Evidence, one: Told[_Moment], two: Told[_Moment]) -> bool:
    """Whether the articles of two sentences have another long one word for word in common."""
    story = evidence.story
    texts = [
        {
            unit.text
            for position in story.of_source[told.unit.source]
            if position != told.position
            and (unit := story.units[position]).assertive
            and len(unit.tokens) >= _FEWEST_WORDS
        }
        for told in (one, two)
    ]
    return not texts[0].isdisjoint(texts[1])


def _counts_differ(one: Sequence[Quantity], two: Sequence[Quantity]) -> bool:
    return any((a.dimension, a.head) == (b.dimension, b.head) and not a.agrees(b) for a in one for b in two)


def _is_told_by(
    evidence: Evidence,
    told: Told[_Moment],
    other: Told[_Moment],
    moments: Callable[[Evidence, Unit], Sequence[_Moment]],
) -> bool:
    """Whether the source of another sentence gives the moment too, in a sentence on the same thing."""
    moment, units = told.detail, evidence.story.units
    related = evidence.context.related_in(told.position, other.unit.source)
    there = (m for position in related for m in moments(evidence, units[position]))
    return any(moment.comparable(m) and moment.agrees(m) for m in there)


def _strength(evidence: Evidence, one: Told[_Moment], two: Told[_Moment]) -> float:
    """How surely two moments belong to the same happening, 0 if that is not clear."""
    context, first, second = evidence.context, one.unit.tokens, two.unit.tokens
    a, b = _place(first, one.detail), _place(second, two.detail)
    sentence = context.both(one.position, two.position)
    local, shared = context.near(one.position, a, two.position, b)
    mean = (sum(sentence) + sum(local)) / 4
    if min(sentence) >= _ALIKE and min(local) >= _ALIKE:
        return mean
    clear = sum(sentence) >= 2 * _SENTENCE and sum(local) >= 2 * _SURROUNDINGS
    if any(_is_weekday_or_time(moment) for moment in (one.detail, two.detail)):
        # Reports of different days name different days for what went on: only a very like sentence tells.
        clear &= min(sum(sentence), sum(local)) >= _WEEKDAY
    return mean if clear and shared >= _RAREST_SHARED and beside(first, a, second, b) else 0.0


def _is_weekday_or_time(moment: Date | ClockTime) -> bool:
    return isinstance(moment, ClockTime) or moment.derived or (moment.month is None and moment.year is None)


def _place(tokens: Sequence[Token], moment: Date | ClockTime) -> tuple[int, int]:
    first = sum(t.end <= moment.start for t in tokens)
    return first, max(first, sum(t.start < moment.end for t in tokens))


DATES = Detector(
    ConflictKind.DATE,
    ConflictRule.DATES,
    1.0,
    details=_days,
    rivals=_only_rivals,
    clash=_on_other_days,
    assertive=False,
    relative=True,
)
"""The same happening on dates that cannot both be right."""
TIMES_OF_DAY = Detector(
    ConflictKind.DATE,
    ConflictRule.TIMES_OF_DAY,
    1.0,
    details=_times,
    rivals=_only_rivals,
    clash=_at_other_times,
    assertive=False,
)
"""The same happening at times of day that cannot both be right."""


@dataclass(frozen=True, slots=True)
class _Tenure:
    """A post that was left, or held, on a date: the words for it, and the offsets of all that."""

    left: bool
    date: Date
    post: frozenset[str]
    start: int
    end: int


def _tenures(_evidence: Evidence, unit: Unit) -> list[_Tenure]:
    return [*_left(unit), *_held(unit)]


def _left(unit: Unit) -> Iterator[_Tenure]:
    """Posts that were left: “retired from the force in 2007”."""
    tokens = unit.tokens
    for place, token in enumerate(tokens):
        if token.norm not in _LEFT:
            continue
        for date in find_dates(unit):
            end = sum(t.start < date.end for t in tokens)
            between = tokens[place + 1 : end]
            parted = any(t.text in CLAUSE_MARKS for t in between)
            if date.start < token.end or len(between) > _FARTHEST_DATE or parted:
                continue
            # The post may be named before the word: served on the force before retiring.
            post = _telling(tokens[_clause_start(tokens, place) : end])
            yield _Tenure(True, date, post, token.start, tokens[end - 1].end)


def _clause_start(tokens: Sequence[Token], place: int) -> int:
    while place > 0 and tokens[place - 1].text not in CLAUSE_MARKS:
        place -= 1
    return place


def _held(unit: Unit) -> Iterator[_Tenure]:
    """Posts that were held: “in 2008 when he was with the force”."""
    tokens = unit.tokens
    for date in find_dates(unit):
        start, at = sum(t.end <= date.start for t in tokens), sum(t.start < date.end for t in tokens)
        verb = at + 2
        if verb < len(tokens) and tokens[at].norm in _WHEN and tokens[verb].norm in _HELD:
            end = verb + 1
            while end < len(tokens) and tokens[end].text not in CLAUSE_MARKS:
                end += 1
            post = _telling(tokens[verb + 1 : end])
            yield _Tenure(False, date, post, tokens[start].start, tokens[end - 1].end)


def _telling(tokens: Sequence[Token]) -> frozenset[str]:
    """The stems of the words for a post: not names of places, nor the date."""
    words = (t for t in tokens if t.is_content and not t.is_number and not t.is_capitalised)
    return frozenset(t.stem for t in words)


def _of_one_post(one: Sequence[_Tenure], two: Sequence[_Tenure]) -> Iterator[tuple[_Tenure, _Tenure]]:
    return ((a, b) for a, b in product(one, two) if a.left != b.left and a.post & b.post)


def _held_after(evidence: Evidence, one: Told[_Tenure], two: Told[_Tenure]) -> bool:
    """Whether a post was left before the other source has it held, by somebody of the same name."""
    left, held = (one.detail, two.detail) if one.detail.left else (two.detail, one.detail)
    if not _is_before(left.date, held.date):
        return False
    return not _opening_names(evidence, one.unit).isdisjoint(_opening_names(evidence, two.unit))


def _opening_names(evidence: Evidence, unit: Unit) -> set[str]:
    """The words of the names that a sentence opens with: what may be its subject's."""
    end = unit.tokens[:_SUBJECT_TOKENS][-1].end
    return {word for m in evidence.names(unit) if m.start < end for word in telling_words(m.text)}


def _is_before(left: Date, held: Date) -> bool:
    if left.year is None or held.year is None:
        return False
    if left.year != held.year:
        return left.year < held.year
    return left.month is not None and held.month is not None and left.month < held.month


ENDINGS = Detector(
    ConflictKind.DATE,
    ConflictRule.ENDED,
    0.6,
    details=_tenures,
    rivals=_of_one_post,
    clash=_held_after,
    assertive=False,
    related=False,
)
"""What one source says had ended by a date, and another says went on at a later one."""
