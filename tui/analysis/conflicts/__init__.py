"""Where two sources cannot both be right, by typed evidence rather than by similarity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tui.analysis.conflicts.agents import agent_conflicts
from tui.analysis.conflicts.alteration import alterations
from tui.analysis.conflicts.attribution import attribution_conflicts
from tui.analysis.conflicts.context import Context
from tui.analysis.conflicts.cut import cut_quotations
from tui.analysis.conflicts.dates import date_conflicts
from tui.analysis.conflicts.endings import ending_conflicts
from tui.analysis.conflicts.finding import Evidence, Finding
from tui.analysis.conflicts.numbers import number_conflicts
from tui.analysis.conflicts.polarity import polarity_conflicts
from tui.analysis.conflicts.roles import role_conflicts
from tui.analysis.conflicts.spelling import spelling_differences
from tui.analysis.conflicts.strength import strength_differences
from tui.analysis.conflicts.swapped import swapped_conflicts
from tui.analysis.conflicts.tone import tone_differences
from tui.analysis.conflicts.verbatim import renamed_conflicts
from tui.analysis.matching.overlap import Overlap
from tui.analysis.text.story import Story
from tui.model import Conflict, ConflictKind, Quotation, Report

_LESSER = frozenset({ConflictKind.UPDATE, ConflictKind.STRENGTH, ConflictKind.SPELLING, ConflictKind.TONE})


def conflicts(
    story: Story,
    overlap: Overlap,
    reports: Sequence[tuple[Report, ...]],
    quotes: Mapping[tuple[int, int], tuple[Quotation, ...]],
    progress: Callable[[float], None] = lambda _share: None,
) -> tuple[tuple[Conflict, ...], tuple[Conflict, ...]]:
    """The conflicts, and the lesser differences, each numbered from 1 in reading order.

    ``progress`` is called now and then with the share (0–1) of the kinds that were looked for.
    """
    if len(story.articles) < 2:
        return (), ()
    evidence = Evidence(story, overlap, reports, quotes)
    context = Context(evidence)
    told = list(attribution_conflicts(evidence))
    rest: tuple[Callable[[], Iterable[Finding]], ...] = (
        lambda: renamed_conflicts(evidence, context, told),
        lambda: alterations(evidence),
        lambda: cut_quotations(evidence),
        lambda: number_conflicts(evidence, context),
        lambda: date_conflicts(evidence, context),
        lambda: ending_conflicts(evidence),
        lambda: polarity_conflicts(evidence, context),
        lambda: agent_conflicts(evidence, context),
        lambda: role_conflicts(evidence, context),
        lambda: swapped_conflicts(evidence, context),
        lambda: strength_differences(evidence, context),
        lambda: spelling_differences(evidence),
        lambda: tone_differences(evidence, context),
    )
    findings = told
    for number, look_for in enumerate(rest, 1):
        progress(number / (1 + len(rest)))
        findings = [*findings, *look_for()]
    return (
        _numbered(story, (f for f in findings if f.kind not in _LESSER)),
        _numbered(story, (f for f in findings if f.kind in _LESSER)),
    )


def _numbered(story: Story, findings: Iterable[Finding]) -> tuple[Conflict, ...]:
    ordered = sorted(
        findings,
        key=lambda f: (
            story.index[f.between[0].sentence],
            f.between[0].start,
            f.kind,
            [(side.sources, side.text) for side in f.sides],
        ),
    )
    return tuple(
        Conflict(place + 1, f.kind, round(f.confidence, 3), f.between, f.rule, f.sides, f.speaker)
        for place, f in enumerate(ordered)
    )
