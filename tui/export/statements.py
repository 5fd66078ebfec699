"""A comparison as a sequence of plain statements: for forms without any mark-up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from tui.ids import paragraph_of
from tui.model import Comparison, Conflict, Fact, Paragraph, Passage, Source, SummaryLine
from tui.session import Choices
from tui.wording import headings
from tui.wording.conflicts import why
from tui.wording.counts import enumeration
from tui.wording.headings import heading, question
from tui.wording.passages import is_detail, surrounding_sentences
from tui.wording.places import reference
from tui.wording.remarks import corrected_report, judgement, notes_and_tags, remarked_elsewhere
from tui.wording.reports import not_reported, reporting_sentences
from tui.wording.sources import same_text_note, size
from tui.wording.summary import coverage_statement, nothing_fits, omission_counts, provenance
from tui.wording.summary_lines import disputed_in, is_disputed_above, sentences_by_paragraph


class Kind(Enum):
    """What a statement is among the others."""

    HEADING = auto()
    PROSE = auto()
    ITEM = auto()
    DETAIL = auto()  # belongs to the item above


class Statement(NamedTuple):
    """A paragraph of text and what it is."""

    text: str
    kind: Kind = Kind.ITEM


@dataclass(frozen=True)
class Statements:
    """What there is to say about a comparison.

    Attributes:
        comparison: what is written, under the reader's corrections and verdicts.
        choices: what else the reader decided.
        place: how a paragraph or sentence is referred to.
    """

    comparison: Comparison
    choices: Choices
    place: Callable[[str], str] = reference

    def summary(self) -> Iterator[Statement]:
        """The sources, the summary, what the sources disagree about and what was left out."""
        yield Statement(headings.document_title(self.comparison), Kind.HEADING)
        yield from self._section(headings.SOURCES, self._sources())
        yield from self._section(headings.SUMMARY, self._lines())
        yield from self._disagreements()
        yield from self._section(headings.NOTES, self._notes())
        yield from self._section(headings.CORRECTIONS, self._corrections())
        yield from self._section(headings.LEFT_OUT, self._omitted())
        yield from self._section(
            headings.PROVENANCE, [Statement(provenance(self.comparison, self.place), Kind.PROSE)]
        )

    def everything(self) -> Iterator[Statement]:
        """Every paragraph with who reports it and what is marked in it, the facts, and then the summary."""
        yield Statement(headings.document_title(self.comparison), Kind.HEADING)
        yield from self._section(headings.SOURCES, self._sources())
        for source in self.comparison.sources:
            yield from self._section(f"Text of {source.key}, {source.article.name}", self._text(source))
        yield from self._disagreements()
        yield from self._section("Facts", self._facts())
        yield from self._section(headings.SUMMARY, self._lines())
        yield from self._section(headings.CORRECTIONS, self._corrections())
        yield from self._section(headings.LEFT_OUT, self._omitted())

    def _section(self, name: str, statements: Iterable[Statement]) -> Iterator[Statement]:
        for number, statement in enumerate(statements):
            if number == 0:
                yield Statement(name, Kind.HEADING)
            yield statement

    def _sources(self) -> Iterator[Statement]:
        for source in self.comparison.sources:
            article = source.article
            headline = f", “{article.title}”" if article.title else ""
            yield Statement(f"{source.key}: {article.name}{headline}, {size(article)}")
            for detail in filter(None, (article.date, article.path, article.url)):
                yield Statement(detail, Kind.DETAIL)
            for warning in article.warnings:
                yield Statement(f"Warning: {warning.message}", Kind.DETAIL)
        if note := same_text_note(self.comparison):
            yield Statement(note, Kind.PROSE)

    def _lines(self) -> Iterator[Statement]:
        summary = self.comparison.summary
        for line in summary.lines:
            yield Statement(f"{line.text} [{', also '.join(self._places(line))}]")
            for conflict in disputed_in(self.comparison, line):
                yield from self._dispute(line, conflict)
            yield from self._remarks(line.sentence)
        if not summary.lines:
            yield Statement(nothing_fits(summary), Kind.PROSE)
        yield Statement(coverage_statement(self.comparison, self.choices, place=self.place), Kind.PROSE)

    def _places(self, line: SummaryLine) -> Iterator[str]:
        own, *others = (
            self.place(sentences[0]) for sentences in sentences_by_paragraph(self.comparison, line)
        )
        yield own
        if others:
            yield ", ".join(others)

    def _dispute(self, line: SummaryLine, conflict: Conflict) -> Iterator[Statement]:
        if is_disputed_above(self.comparison, line, conflict):
            yield Statement(f"Disputed, {question(conflict)}: as above", Kind.DETAIL)
            return
        yield Statement(f"Disputed, {question(conflict)}: {why(conflict)}", Kind.DETAIL)
        if said := judgement(conflict):
            yield Statement(said, Kind.DETAIL)
        yield from self._versions(conflict.between)

    def _versions(self, passages: Sequence[Passage]) -> Iterator[Statement]:
        for passage in passages:
            around, _ = surrounding_sentences(self.comparison, passage)
            detail = f"“{passage.text}”, in: " if is_detail(passage, around) else ""
            yield Statement(f"{self.place(passage.sentence)}: {detail}{around}", Kind.DETAIL)

    def _remarks(self, place: str) -> Iterator[Statement]:
        for remark in notes_and_tags(self.choices, place):
            yield Statement(remark, Kind.DETAIL)

    def _disagreements(self) -> Iterator[Statement]:
        if len(self.comparison.sources) == 1:
            return
        found = list(self._conflicts(self.comparison.conflicts))
        yield from self._section(headings.CONFLICTS, found or [Statement(headings.NO_CONFLICTS, Kind.PROSE)])
        yield from self._section(headings.DISMISSED, self._conflicts(self.comparison.dismissed))
        yield from self._section(headings.LESSER, self._conflicts(self.comparison.differences))

    def _conflicts(self, conflicts: Iterable[Conflict]) -> Iterator[Statement]:
        for conflict in conflicts:
            yield Statement(f"{heading(conflict)}: {why(conflict)}")
            if said := judgement(conflict):
                yield Statement(said, Kind.DETAIL)
            yield from self._versions(conflict.between)

    def _notes(self) -> Iterator[Statement]:
        for place in remarked_elsewhere(self.comparison, self.choices):
            yield Statement(self.place(place))
            yield from self._remarks(place)

    def _corrections(self) -> Iterator[Statement]:
        for correction in self.comparison.corrections:
            text = self.comparison.sentences[correction.sentence].text
            yield Statement(f"{self.place(correction.sentence)}: {text}")
            yield Statement(f"{corrected_report(correction, self.place)}.", Kind.DETAIL)

    def _omitted(self) -> Iterator[Statement]:
        summary = self.comparison.summary
        if summary.omitted:
            yield Statement(f"{omission_counts(summary)}, the weightiest first:", Kind.PROSE)
        for omission in summary.omitted:
            also = f", also in {enumeration(omission.others)}" if omission.others else ""
            yield Statement(f"{omission.text} [{self.place(omission.sentence)}{also}]")
            yield from self._remarks(omission.sentence)

    def _text(self, source: Source) -> Iterator[Statement]:
        for paragraph in source.paragraphs:
            yield Statement(f"{self.place(paragraph.id)}: {paragraph.text}")
            for other in self.comparison.sources:
                if other is not source:
                    yield Statement(self._reported(paragraph, other), Kind.DETAIL)
            for sentence in paragraph.sentences:
                for fact in sentence.unique:
                    yield Statement(f"Only {source.key} has: {fact.text} ({fact.kind.value})", Kind.DETAIL)
            yield from self._marked(paragraph)
            for place in (paragraph.id, *(sentence.id for sentence in paragraph.sentences)):
                yield from self._remarks(place)

    def _reported(self, paragraph: Paragraph, other: Source) -> str:
        """Whether another source reports a paragraph, how fully, and where."""
        sentences, whole = reporting_sentences(paragraph, other.key)
        if not sentences:
            return not_reported(other.key)
        places = ", ".join(dict.fromkeys(map(self.place, sentences)))
        return f"{other.key} reports {'this' if whole else 'part of this'}: {places}."

    def _marked(self, paragraph: Paragraph) -> Iterator[Statement]:
        for conflict in self.comparison.conflicts:
            if any(paragraph_of(passage.sentence) == paragraph.id for passage in conflict.between):
                yield Statement(f"Conflict, {question(conflict)}: {why(conflict)}", Kind.DETAIL)

    def _facts(self) -> Iterator[Statement]:
        for fact in sorted(self.comparison.facts, key=lambda fact: -fact.weight):
            yield Statement(f"{fact.text} ({fact.kind.value}): {self._carriers(fact)}")

    def _carriers(self, fact: Fact) -> str:
        return ", ".join(dict.fromkeys(self.place(passage.sentence) for passage in fact.passages))
