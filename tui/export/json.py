"""The comparison as JSON, in the documented form: the same comparison always gives the same bytes."""

from __future__ import annotations

import json
from typing import Any

from tui.model import (
    Article,
    Comparison,
    Conflict,
    Correction,
    Fact,
    Paragraph,
    Passage,
    Quotation,
    Report,
    Sentence,
    Source,
    Summary,
    Verdict,
)
from tui.session import Choices
from tui.session.serial import to_plain
from tui.wording.conflicts import why
from tui.wording.summary import why_unused

SCHEMA = 1
_SCORE_DIGITS = 4


def to_dict(comparison: Comparison, choices: Choices | None = None) -> dict[str, Any]:
    """The comparison as plain lists, dicts, strings and numbers; keys stand in the documented order.

    What the reader decided, and why a source is not drawn on, follows in keys that are there only if there
    is something to say.
    """
    keys = [source.key for source in comparison.sources]
    return {
        "schema": SCHEMA,
        "sources": [_source(source) for source in comparison.sources],
        "alignment": [
            {
                "id": group.id,
                "paragraphs": {key: list(group.paragraphs.get(key, ())) for key in keys},
                "score": _score(group.score),
            }
            for group in comparison.groups
        ],
        "links": [
            {"between": [list(end) for end in link.between], "score": _score(link.score)}
            for link in comparison.links
        ],
        "conflicts": [_conflict(conflict) for conflict in comparison.conflicts],
        "differences": [_conflict(difference) for difference in comparison.differences],
        **_summary(comparison.summary, keys),
        **_decided(comparison, choices or Choices()),
    }


def to_json(comparison: Comparison, choices: Choices | None = None) -> str:
    """The comparison as JSON text, without a line end after it; meant to be written as UTF-8."""
    return json.dumps(to_dict(comparison, choices), ensure_ascii=False, indent=1, allow_nan=False)


def _score(value: float) -> float:
    return round(float(value), _SCORE_DIGITS)


def _source(source: Source) -> dict[str, Any]:
    article: Article = source.article
    return {
        "key": source.key,
        "name": article.name,
        "title": article.title,
        "path": article.path,
        "url": article.url,
        "date": article.date,
        "origin": source.origin,
        "warnings": [{"kind": warning.kind, "message": warning.message} for warning in article.warnings],
        "paragraphs": [_paragraph(paragraph) for paragraph in source.paragraphs],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "id": paragraph.id,
        "text": paragraph.text,
        "sentences": [_sentence(sentence) for sentence in paragraph.sentences],
        "quotes": [_quotation(quotation) for quotation in paragraph.quotes],
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "start": sentence.start,
        "end": sentence.end,
        "furniture": sentence.furniture,
        "reported_by": {report.source: _report(report) for report in sentence.reports},
        "unique": [_unique(fact) for fact in sentence.unique],
    }


def _report(report: Report) -> dict[str, Any]:
    return {"level": report.level.label, "score": _score(report.score), "by": list(report.by)}


def _unique(fact: Fact) -> dict[str, Any]:
    passage = fact.passages[0]
    return {"start": passage.start, "end": passage.end, "text": passage.text, "kind": fact.kind.value}


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "speaker": {"name": quotation.speaker} if quotation.speaker else None,
        "cue": quotation.cue,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "kind": conflict.kind.value,
        "confidence": _score(conflict.confidence),
        "between": [_passage(passage) for passage in conflict.between],
        "why": why(conflict),
        **({"verdict": _verdict(conflict.verdict)} if conflict.verdict else {}),
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {"judgement": verdict.judgement.value, "reason": verdict.reason}


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "sentence": passage.sentence,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def _summary(summary: Summary, keys: list[str]) -> dict[str, Any]:
    coverage = summary.coverage
    return {
        "summary": [
            {
                "sentence": line.sentence,
                "text": line.text,
                "also": list(line.also),
                "disputed": list(line.disputed),
            }
            for line in summary.lines
        ],
        "omitted": [
            {"sentence": omission.sentence, "text": omission.text, "sources": list(omission.sources)}
            for omission in summary.omitted
        ],
        "coverage": {
            "facts": coverage.facts,
            "shared": coverage.shared,
            "shared_in_summary": coverage.shared_in_summary,
            "unique": {key: coverage.unique.get(key, 0) for key in keys},
            "unique_in_summary": {key: coverage.unique_in_summary.get(key, 0) for key in keys},
        },
    }


def _decided(comparison: Comparison, choices: Choices) -> dict[str, Any]:
    plain = to_plain(choices)
    decided = {
        "dismissed": [_conflict(conflict) for conflict in comparison.dismissed],
        "corrections": [_correction(correction) for correction in comparison.corrections],
        "notes": plain["notes"],
        "tags": plain["tags"],
        "unused": {key: why_unused(key, unused) for key, unused in comparison.summary.unused.items()},
    }
    return {key: value for key, value in decided.items() if value}


def _correction(correction: Correction) -> dict[str, Any]:
    return {
        "sentence": correction.sentence,
        "source": correction.source,
        "paragraph": correction.paragraph,
    }
