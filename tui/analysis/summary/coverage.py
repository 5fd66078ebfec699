"""The facts of a story that a summary carries, and those that it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

import numpy as np

from tui.analysis.summary.passages import whole_quotations
from tui.analysis.summary.selection import Bools
from tui.model import Comparison, Coverage, Fact, Level, Omission, Sentence


def mutual_reports(
    sentence: Sentence, comparison: Comparison, least: Level = Level.PARTIAL
) -> tuple[str, ...]:
    """List the sentences of other sources that report this one and are reported by it, by their ids."""
    return tuple(
        other
        for report in sentence.reports
        if report.level >= least
        for other in report.by
        if any(sentence.id in back.by for back in comparison.sentences[other].reports)
    )


def _reported_by(comparison: Comparison) -> dict[str, set[str]]:
    """Map each sentence to those that it says: itself, and those it is the best full report of."""
    says = {sentence: {sentence} for sentence in comparison.sentences}
    for sentence in comparison.sentences.values():
        for report in sentence.reports:
            if report.level is Level.FULL and report.by:
                says[report.by[0]].add(sentence.id)
    return says


def shared_fact_table(comparison: Comparison) -> Bools:
    """Tell which sentences (rows) carry which of the facts that several sources report (columns)."""
    says = _reported_by(comparison)
    shared = [fact for fact in comparison.facts if len(fact.sources) > 1]
    table = [[_stands_in(fact, says[sentence]) for fact in shared] for sentence in comparison.sentences]
    return np.array(table, bool).reshape(len(comparison.sentences), len(shared))


def measure_coverage(comparison: Comparison, chosen: Set[str]) -> Coverage:
    """Count the facts that several sources report and those of one source alone, in all and in the summary.

    A shared fact is carried by a sentence that reports one of its passages in full, a fact of one source
    alone by the sentence it stands in.
    """
    says = _reported_by(comparison)
    said = {other for sentence in chosen for other in says[sentence]}
    shared = [fact for fact in comparison.facts if len(fact.sources) > 1]
    unique = [fact for fact in comparison.facts if len(fact.sources) == 1]
    keys = [source.key for source in comparison.sources]
    return Coverage(
        facts=len(comparison.facts),
        shared=len(shared),
        shared_in_summary=sum(_stands_in(fact, said) for fact in shared),
        unique=_by_source(unique, keys),
        unique_in_summary=_by_source((fact for fact in unique if _stands_in(fact, chosen)), keys),
    )


def omissions(comparison: Comparison, chosen: Set[str], weight: Mapping[str, float]) -> tuple[Omission, ...]:
    """List the sentences with facts that a summary leaves out, weightiest first, one of each kind.

    A part of a quotation is listed with the rest of it and its speaker, or not at all.
    """
    quoted = {
        part: whole for source in comparison.sources for part, whole in whole_quotations(source).items()
    }
    says = _reported_by(comparison)
    said = {other for sentence in chosen for other in says[sentence]}
    with_facts = {passage.sentence for fact in comparison.facts for passage in fact.passages}
    omitted = []
    for sentence in sorted(comparison.sentences.values(), key=lambda s: -weight[s.id]):
        if sentence.assertive and sentence.id in with_facts and sentence.id not in said:
            sources = dict.fromkeys(
                [sentence.source, *(report.source for report in sentence.reports if report.level)]
            )
            whole = quoted.get(sentence.id, (sentence.id,))
            if whole:
                text = " ".join(comparison.sentences[part].text for part in whole)
                omitted.append(Omission(sentence.id, text, tuple(sources)))
            said = said.union(*(says[part] for part in whole))
    return tuple(omitted)


def _stands_in(fact: Fact, sentences: Set[str]) -> bool:
    return any(passage.sentence in sentences for passage in fact.passages)


def _by_source(facts: Iterable[Fact], keys: Iterable[str]) -> dict[str, int]:
    counted = dict.fromkeys(keys, 0)
    for fact in facts:
        counted[fact.sources[0]] += 1
    return counted
