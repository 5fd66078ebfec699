"""Where two sources cannot both be right, by typed evidence rather than by similarity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from tui.analysis.conflicts import acts, alterations, attribution, dates, lesser, names, numbers, polarity
from tui.analysis.conflicts.detector import Evidence, Finding
from tui.analysis.matching.overlap import Overlap
from tui.analysis.text.story import Story
from tui.ids import source_key
from tui.model import Conflict, ConflictKind, Quotation

_LESSER = frozenset({ConflictKind.UPDATE, ConflictKind.STRENGTH, ConflictKind.SPELLING, ConflictKind.TONE})


def _names_in_one_sentence(evidence: Evidence) -> Iterator[Finding]:
    """Find quotations given to two speakers, then sentences with two names, those of the quotations aside."""
    misattributed = list(attribution.find(evidence))
    yield from misattributed
    told = {passage.sentence for finding in misattributed for passage in finding.between}
    yield from names.find_replaced(evidence, told)


DETECTORS: tuple[Callable[[Evidence], Iterable[Finding]], ...] = (
    _names_in_one_sentence,
    alterations.find_reworded,
    alterations.find_shortened,
    numbers.find,
    dates.DATES.find,
    dates.TIMES_OF_DAY.find,
    dates.ENDINGS.find,
    polarity.DENIED.find,
    acts.AGENTS.find,
    names.HOLDERS.find,
    acts.EXCHANGES.find,
    polarity.CERTAINTIES.find,
    lesser.find_spellings,
    lesser.find_tones,
)
"""Each finds the conflicts or lesser differences of one kind."""


def find_conflicts(
    story: Story,
    overlap: Overlap,
    quotes: Mapping[tuple[int, int], tuple[Quotation, ...]],
    progress: Callable[[float], None] = lambda _share: None,
    strangers: Set[int] = frozenset(),
) -> tuple[tuple[Conflict, ...], tuple[Conflict, ...]]:
    """Find the conflicts, and the lesser differences, each numbered from 1 in reading order.

    ``progress`` is called now and then with the share (0–1) of the kinds that were looked for. Nothing
    is found with the sources ``strangers``, which are about something else.
    """
    if len(story.articles) < 2:
        return (), ()
    evidence = Evidence(story, overlap, quotes)
    findings: list[Finding] = []
    for number, find in enumerate(DETECTORS, 1):
        findings += find(evidence)
        progress(number / len(DETECTORS))
    apart = {source_key(source) for source in strangers}
    findings = [f for f in findings if apart.isdisjoint(passage.source for passage in f.between)]
    return (
        _numbered(story, (f for f in findings if f.kind not in _LESSER)),
        _numbered(story, (f for f in findings if f.kind in _LESSER)),
    )


def _numbered(story: Story, findings: Iterable[Finding]) -> tuple[Conflict, ...]:
    def in_order(finding: Finding) -> tuple[object, ...]:
        first, sides = finding.between[0], [(side.sources, side.text) for side in finding.sides]
        return story.index[first.sentence], first.start, finding.kind, sides, finding.rule

    return tuple(
        Conflict(number, f.kind, round(f.confidence, 3), f.between, f.rule, f.sides, f.speaker)
        for number, f in enumerate(sorted(findings, key=in_order), 1)
    )
