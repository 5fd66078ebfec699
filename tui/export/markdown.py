"""The merged summary and what stands around it, as CommonMark that no article can break out of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tui.export.frontmatter import front_matter_values
from tui.export.links import is_linkable
from tui.export.yaml import yaml_block
from tui.model import Comparison, Conflict, Correction, Passage, Source, SummaryLine
from tui.session import Choices
from tui.wording import headings
from tui.wording.conflicts import why
from tui.wording.counts import enumeration
from tui.wording.headings import heading, question
from tui.wording.passages import is_detail, surrounding_sentences
from tui.wording.places import reference
from tui.wording.remarks import corrected_report, judgement, notes_and_tags, remarked_elsewhere
from tui.wording.sources import same_text_note, size
from tui.wording.summary import coverage_statement, nothing_fits, omission_counts, provenance
from tui.wording.summary_lines import disputed_in, is_disputed_above, sentences_by_paragraph

# Emphasis, code, links, HTML, tables and strikethrough; "#" only where a heading could start or end.
_SPECIAL = re.compile(r"[\\`*_\[\]<|~]|(?<!\S)#|&(?=#?\w+;)")
# What GitHub and others make links of without being asked: "://", "@" and the dots of a host name.
_BARE_LINK = re.compile(r":(?=//)|(?<=/)/|(?<=\w)\.(?=[^\W\d_]{2})|(?<=\w)@(?=\w)")
# Where a backslash keeps the start of a line from opening a list, a quotation, a table or a heading.
_LINE_START = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=[-+>=]|:-)", re.ASCII)


def escape(text: str) -> str:
    """Text that CommonMark and GitHub's dialect of it render as exactly ``text``, wherever it is put.

    The result is one line: white space at the ends and line breaks become character references.
    """
    body = text.strip()
    before, after = text.split(body, 1) if body else (text, "")
    escaped = _BARE_LINK.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\g<0>", body))
    if start := _LINE_START.match(escaped):
        escaped = f"{escaped[: start.end()]}\\{escaped[start.end() :]}"
    return _refer(before) + re.sub(r"[\n\r]", lambda match: _refer(match[0]), escaped) + _refer(after)


def _refer(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


def to_markdown(comparison: Comparison, choices: Choices | None = None, *, folder: Path | None = None) -> str:
    """The comparison as a Markdown document around its summary; equal comparisons give equal text.

    Args:
        comparison: what to write, under the reader's corrections and verdicts.
        choices: what else the reader decided; by default nothing.
        folder: where the file is going to stand, so that it can find its articles again.
    """
    return _Document(comparison, choices or Choices().budget(comparison.summary.budget)).text(folder)


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


@dataclass
class _Document:
    """One document; it remembers which sentences it refers to, for their footnotes."""

    comparison: Comparison
    choices: Choices
    cited: set[str] = field(default_factory=set)

    def text(self, folder: Path | None) -> str:
        summary = self.comparison.summary
        several = len(self.comparison.sources) > 1
        blocks = [
            yaml_block(front_matter_values(self.comparison, self.choices, folder)),
            f"# {headings.document_title(self.comparison)}",
            f"## {headings.SOURCES}",
            _list(_source(source) for source in self.comparison.sources),
            same_text_note(self.comparison),
            f"## {headings.SUMMARY}",
            _list(self._line(line) for line in summary.lines) or nothing_fits(summary),
            escape(coverage_statement(self.comparison, self.choices)),
            *(self._compared() if several else ()),
            *self._decided(),
            *self._left_out(),
            f"## {headings.PROVENANCE}",
            provenance(self.comparison),
        ]
        blocks += self._footnotes()
        return "\n\n".join(filter(None, blocks)) + "\n"

    def _compared(self) -> Iterator[str]:
        """What only a comparison of several sources has."""
        for source in self.comparison.sources:
            yield f"## {headings.only_in(source.key)}"
            yield _list(self._only_in(source)) or headings.NO_UNIQUE_FACTS
        yield f"## {headings.CONFLICTS}"
        yield _list(map(self._conflict, self.comparison.conflicts)) or headings.NO_CONFLICTS
        if self.comparison.dismissed:
            yield f"### {headings.DISMISSED}"
            yield _list(map(self._conflict, self.comparison.dismissed))
        if self.comparison.differences:
            yield f"## {headings.LESSER}"
            yield _list(map(self._conflict, self.comparison.differences))

    def _decided(self) -> Iterator[str]:
        """What the reader noted and corrected, apart from the lines of the summary."""
        if places := remarked_elsewhere(self.comparison, self.choices):
            yield f"## {headings.NOTES}"
            yield _list(f"{self._cite(place)}{self._remarks(place)}" for place in places)
        if self.comparison.corrections:
            yield f"## {headings.CORRECTIONS}"
            yield _list(map(self._correction, self.comparison.corrections))

    def _left_out(self) -> Iterator[str]:
        if omitted := list(self._omitted()):
            yield f"## {headings.LEFT_OUT}"
            yield f"<details>\n<summary>Left out: {omission_counts(self.comparison.summary)}</summary>"
            yield _list(omitted)
            yield "</details>"

    def _cite(self, *places: str) -> str:
        """Paragraphs of one place in the text, with a footnote for each of their sentences."""
        sentences = [place for place in places if "." in place]
        self.cited.update(sentences)
        return reference(places[0]) + "".join(f"[^{sentence}]" for sentence in sentences)

    def _line(self, line: SummaryLine) -> str:
        item = f"{escape(line.text)} ({', '.join(self._places(line))}){self._remarks(line.sentence)}"
        for conflict in disputed_in(self.comparison, line):
            item += f"\n  - **Disputed** ({question(conflict)}):"
            if is_disputed_above(self.comparison, line, conflict):
                item += " as above"
                continue
            item += self._judgement(conflict)
            item += "".join(f"\n    - {self._version(passage)}" for passage in conflict.between)
        return item

    def _places(self, line: SummaryLine) -> Iterator[str]:
        """Where a line stands and who else reports it, each paragraph once."""
        first, *others = sentences_by_paragraph(self.comparison, line)
        yield self._cite(*first)
        for number, sentences in enumerate(others):
            yield f"{'' if number else 'also '}{self._cite(*sentences)}"

    def _version(self, passage: Passage) -> str:
        around, _ = surrounding_sentences(self.comparison, passage)
        detail = f"“{escape(passage.text)}”, in: " if is_detail(passage, around) else ""
        return f"{self._cite(passage.sentence)}: {detail}{escape(around)}"

    def _remarks(self, place: str) -> str:
        return "".join(f"\n  - {_bold(remark)}" for remark in notes_and_tags(self.choices, place))

    def _judgement(self, conflict: Conflict) -> str:
        said = judgement(conflict)
        return f"\n    - {_bold(said)}" if said else ""

    def _only_in(self, source: Source) -> Iterator[str]:
        for sentence in source.sentences():
            for fact in sentence.unique:
                yield f"{escape(fact.text)} ({fact.kind.value}, {self._cite(sentence.id)})"

    def _conflict(self, conflict: Conflict) -> str:
        item = f"**{heading(conflict)}:** {escape(why(conflict))}"
        said = judgement(conflict)
        lines = [*([_bold(said)] if said else []), *map(self._version, conflict.between)]
        return item + "".join(f"\n  - {line}" for line in lines)

    def _correction(self, correction: Correction) -> str:
        text = self.comparison.sentences[correction.sentence].text
        return f"{self._cite(correction.sentence)}: {escape(text)} **{corrected_report(correction)}.**"

    def _omitted(self) -> Iterator[str]:
        for omission in self.comparison.summary.omitted:
            also = f", also in {enumeration(omission.others)}" if omission.others else ""
            remarked = self._remarks(omission.sentence)
            yield f"{escape(omission.text)} ({self._cite(omission.sentence)}{also}){remarked}"

    def _footnotes(self) -> Iterator[str]:
        for source in self.comparison.sources:
            article = source.article
            headline = f", “{escape(article.title)}”" if article.title else ""
            for number, paragraph in enumerate(source.paragraphs, 1):
                for place, sentence in enumerate(paragraph.sentences, 1):
                    if sentence.id in self.cited:
                        yield (
                            f"[^{sentence.id}]: **{source.key}** {escape(article.name)}{headline}, paragraph"
                            f" {number}, sentence {place}, characters {sentence.start}–{sentence.end}"
                        )


def _bold(remark: str) -> str:
    """A remark whose first words, up to the colon, are ours."""
    ours, colon, text = remark.partition(": ")
    return f"**{ours}:** {escape(text)}" if colon else f"**{remark}**"


def _source(source: Source) -> str:
    article = source.article
    parts = [f"**{source.key}** {escape(article.name)}"]
    if article.title:
        parts.append(f"“{escape(article.title)}”")
    parts += [escape(detail) for detail in (article.date, article.path) if detail]
    if article.url:
        parts.append(f"<{article.url}>" if is_linkable(article.url) else escape(article.url))
    parts.append(size(article))
    warnings = (f"\n  - **Warning:** {escape(warning.message)}" for warning in article.warnings)
    return " · ".join(parts) + "".join(warnings)
