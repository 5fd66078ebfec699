"""The comparison as the reader corrected it: reports, facts and groups follow the reader's word.

The measured scores stay as they are, since they are evidence; only what was concluded from them changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tui.analysis.facts.facts import fact_weight, unique_by_sentence
from tui.analysis.revision.regrouping import Groups
from tui.model import (
    Comparison,
    Conflict,
    Correction,
    Fact,
    FactKind,
    Judgement,
    Level,
    Passage,
    Report,
    Sentence,
    Source,
    Verdict,
)

Reports = dict[str, dict[str, Report]]  # by sentence and source


def revise(
    comparison: Comparison, corrections: Iterable[Correction], verdicts: Mapping[str, Verdict]
) -> Comparison:
    """Apply the reader's corrections and verdicts to a comparison; its summary is not made anew.

    A rejected report takes the report in the other direction and the shared facts of both with it; a link
    to a paragraph makes its sentences support the linked one. A correction of what the comparison does not
    have is passed over. A dismissed conflict moves to ``dismissed``; the others carry their verdict.
    """
    held = tuple(one for one in corrections if _fits(comparison, one))
    revised = _corrected(comparison, held) if held else comparison
    conflicts = [_judged(conflict, verdicts) for conflict in comparison.conflicts]
    differences = [_judged(difference, verdicts) for difference in comparison.differences]
    return replace(
        revised,
        conflicts=tuple(one for one in conflicts if not _is_dismissed(one)),
        differences=tuple(one for one in differences if not _is_dismissed(one)),
        dismissed=tuple(one for one in (*conflicts, *differences) if _is_dismissed(one)),
        corrections=held,
    )


def _judged(conflict: Conflict, verdicts: Mapping[str, Verdict]) -> Conflict:
    return replace(conflict, verdict=verdicts.get(conflict.key))


def _is_dismissed(conflict: Conflict) -> bool:
    return conflict.verdict is not None and conflict.verdict.judgement is Judgement.DISMISSED


def _fits(comparison: Comparison, correction: Correction) -> bool:
    sentence = comparison.sentences.get(correction.sentence)
    if sentence is None or sentence.report(correction.source) is None:
        return False
    paragraphs = {paragraph.id for paragraph in comparison.by_key[correction.source].paragraphs}
    return correction.paragraph is None or correction.paragraph in paragraphs


def _corrected(comparison: Comparison, corrections: Iterable[Correction]) -> Comparison:
    reports: Reports = {
        sentence.id: {report.source: report for report in sentence.reports}
        for sentence in comparison.sentences.values()
    }
    facts = list(comparison.facts)
    groups = Groups(comparison)
    for correction in corrections:
        sentence = comparison.sentences[correction.sentence]
        if correction.paragraph is None:
            supporting = reports[sentence.id][correction.source].by
            _reject(reports, sentence, comparison.by_key[correction.source])
            facts = _parted(facts, sentence, correction.source)
            for other in supporting:
                groups.part(sentence.id, other, reports)
        else:
            supporting = _supporting(comparison, reports, correction)
            _accept(reports, sentence, correction.source, supporting)
            if reports[sentence.id][correction.source].level is Level.FULL:
                facts = _joined(comparison, facts, sentence, supporting[0])
            groups.join(sentence.id, supporting[0])
    facts = _with_whole_sentences(comparison, facts, reports, [c.sentence for c in corrections])
    unique = unique_by_sentence(facts)
    sources = tuple(_source(source, reports, unique) for source in comparison.sources)
    return replace(
        comparison, sources=sources, facts=tuple(facts), groups=groups.groups(), links=groups.links()
    )


def _reject(reports: Reports, sentence: Sentence, source: Source) -> None:
    own = reports[sentence.id]
    own[source.key] = replace(own[source.key], level=Level.NONE, by=())
    for other in source.sentences():
        back = reports[other.id][sentence.source]
        left = tuple(one for one in back.by if one != sentence.id)
        if left != back.by:
            reports[other.id][sentence.source] = replace(
                back, level=back.level if left else Level.NONE, by=left
            )


def _supporting(comparison: Comparison, reports: Reports, correction: Correction) -> tuple[str, ...]:
    """The sentences of the paragraph that support the sentence: those the program found, or else all."""
    found = reports[correction.sentence][correction.source].by
    paragraph = next(
        one for one in comparison.by_key[correction.source].paragraphs if one.id == correction.paragraph
    )
    inside = tuple(sentence.id for sentence in paragraph.sentences)
    return tuple(one for one in found if one in inside) or inside


def _accept(reports: Reports, sentence: Sentence, source: str, supporting: tuple[str, ...]) -> None:
    own = reports[sentence.id]
    known = own[source].level is not Level.NONE and set(supporting) <= set(own[source].by)
    own[source] = replace(own[source], level=own[source].level if known else Level.FULL, by=supporting)
    for other in supporting:
        back = reports[other][sentence.source]
        by = tuple(dict.fromkeys((*back.by, sentence.id)))
        reports[other][sentence.source] = replace(back, level=max(back.level, Level.PARTIAL), by=by)


def _parted(facts: list[Fact], sentence: Sentence, source: str) -> list[Fact]:
    """The facts, those that the sentence shared with the source each split into one of either side."""
    split = []
    number = max((fact.id for fact in facts), default=0)
    for fact in facts:
        theirs = tuple(passage for passage in fact.passages if passage.source == source)
        rest = tuple(passage for passage in fact.passages if passage.source != source)
        if not theirs or all(passage.sentence != sentence.id for passage in rest):
            split.append(fact)
            continue
        number += 1
        split.append(replace(fact, text=rest[0].text, passages=rest))
        split.append(replace(fact, id=number, text=theirs[0].text, passages=theirs))
    return split


def _joined(comparison: Comparison, facts: list[Fact], sentence: Sentence, support: str) -> list[Fact]:
    """The facts, those in the sentence being in the one that supports it too."""
    other = comparison.sentences[support]
    passage = Passage(other.id, other.start, other.end, other.text)
    return [
        replace(fact, passages=(*fact.passages, passage))
        if any(one.sentence == sentence.id for one in fact.passages) and passage.source not in fact.sources
        else fact
        for fact in facts
    ]


def _with_whole_sentences(
    comparison: Comparison, facts: list[Fact], reports: Reports, corrected: Iterable[str]
) -> list[Fact]:
    """The facts, with one for every corrected sentence that nobody reports any more and that had none."""
    told = {passage.sentence for fact in facts for passage in fact.passages}
    number = max((fact.id for fact in facts), default=0)
    for name in dict.fromkeys(corrected):
        sentence = comparison.sentences[name]
        if name in told or any(report.level is not Level.NONE for report in reports[name].values()):
            continue
        number += 1
        passage = Passage(name, sentence.start, sentence.end, sentence.text)
        facts = [*facts, Fact(number, FactKind.CLAIM, sentence.text, (passage,), fact_weight(1))]
    return facts


def _source(source: Source, reports: Reports, unique: Mapping[str, tuple[Fact, ...]]) -> Source:
    return replace(
        source,
        paragraphs=tuple(
            replace(
                paragraph,
                sentences=tuple(
                    replace(one, reports=tuple(reports[one.id].values()), unique=unique.get(one.id, ()))
                    for one in paragraph.sentences
                ),
            )
            for paragraph in source.paragraphs
        ),
    )
