"""The comparison as one HTML page that needs nothing else: no script, no font, no picture, no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import NamedTuple

from tui import __version__
from tui.export.html.places import badge, cite, colour, link
from tui.export.html.texts import texts
from tui.model import Comparison, Conflict, SummaryLine, paragraph_of
from tui.session import Choices
from tui.wording import phrases as wording
from tui.wording.conflicts import extent, why
from tui.wording.differences import differing

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # a browser loads and runs nothing, come what may


def to_html(comparison: Comparison, choices: Choices | None = None) -> str:
    """The summary, the conflicts, the facts and the texts, with references that jump to and fro.

    Args:
        comparison: what to write, under the reader's corrections and verdicts.
        choices: what else the reader decided; by default nothing.
    """
    page = _Page(comparison, choices or Choices().budget(comparison.summary.budget))
    return "\n".join(page.lines()) + "\n"


class _Section(NamedTuple):
    """A part of the page; without a body it is left out."""

    anchor: str
    label: str
    body: list[str]


@dataclass(frozen=True)
class _Page:
    comparison: Comparison
    choices: Choices

    def lines(self) -> Iterator[str]:
        name = escape(wording.title(self.comparison))
        sections = [section for section in self._sections() if section.body]
        yield "<!doctype html>"
        yield '<html lang="en">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="referrer" content="no-referrer">'
        yield f'<meta name="generator" content="Rashomon {__version__}">'
        yield f"<title>{name}</title>"
        yield f"<style>\n{Path(__file__).with_name('page.css').read_text(encoding='utf-8')}</style>"
        yield "</head>"
        yield "<body>"
        yield f"<header><h1>{name}</h1>"
        yield from self._sources()
        yield '<nav aria-label="Contents"><ul>'
        yield from (f'<li><a href="#{anchor}">{label}</a></li>' for anchor, label, _ in sections)
        yield "</ul></nav></header>"
        yield "<main>"
        for anchor, label, body in sections:
            yield f'<section id="{anchor}" aria-labelledby="{anchor}-heading">'
            yield f'<h2 id="{anchor}-heading">{label}</h2>'
            yield from body
            yield "</section>"
        yield "</main>"
        yield f"<footer>{wording.making(self.comparison)}</footer>"
        yield "</body>"
        yield "</html>"

    def _sections(self) -> Iterator[_Section]:
        several = len(self.comparison.sources) > 1
        yield _Section("summary", "Summary", list(self._summary()))
        if several:
            yield _Section("conflicts", "Conflicts", list(self._conflicts()))
            lesser = self._disagreements(self.comparison.differences, "difference")
            yield _Section("differences", "Lesser differences", list(lesser))
            yield _Section("facts", "Facts and who reports them", list(self._facts()))
        yield _Section("notes", "Notes", list(self._notes()))
        yield _Section("corrections", "Corrected by the reader", list(self._corrections()))
        yield _Section("left-out", "Left out of the summary", list(self._omitted()))
        yield _Section("sources-in-full", "The sources in full", list(texts(self.comparison)))

    def _sources(self) -> Iterator[str]:
        yield "<ul>"
        for source in self.comparison.sources:
            article = source.article
            headline = f": “<bdi>{escape(article.title)}</bdi>”" if article.title else ""
            details = [escape(detail) for detail in (article.date, article.path) if detail]
            if article.url and wording.is_web_address(article.url):
                address = escape(article.url)
                details.append(f'<a href="{address}" rel="noopener noreferrer">{address}</a>')
            elif article.url:
                details.append(escape(article.url))
            yield f"<li>{badge(self.comparison, source.key)}"
            yield f'<a href="#{source.key}"><bdi>{escape(article.name)}</bdi></a>{headline}'
            yield f'<span class="about">{" · ".join((*details, wording.size(article)))}</span>'
            for warning in article.warnings:
                yield f'<p class="about warning">{escape(warning.message)}</p>'
            yield "</li>"
        yield "</ul>"
        if told := wording.outlets(self.comparison):
            yield f'<p class="about">{escape(told)}</p>'

    def _summary(self) -> Iterator[str]:
        summary = self.comparison.summary
        if summary.lines:
            yield '<ol class="lines">'
            for number, line in enumerate(summary.lines, 1):
                yield f'<li id="line-{number}">'
                yield f'<p dir="auto">{escape(line.text)}'
                yield f'<span class="place">[{self._places(line)}]</span></p>'
                for conflict in wording.disputed_in(self.comparison, line):
                    yield from self._dispute(line, conflict)
                yield from self._remarks(line.sentence)
                yield "</li>"
            yield "</ol>"
        else:
            yield f"<p>{wording.nothing_fits(summary)}</p>"
        told = " ".join(extent(self.comparison, self.choices, link, cite))
        yield f'<p class="about">{told}</p>'

    def _places(self, line: SummaryLine) -> str:
        own, *others = (cite(sentences[0]) for sentences in wording.told_in(self.comparison, line))
        return f"{own}, also {', '.join(others)}" if others else own

    def _dispute(self, line: SummaryLine, conflict: Conflict) -> Iterator[str]:
        link = f'<a href="#conflict-{conflict.id}">{wording.QUESTIONS[conflict.kind]}</a>'
        yield '<div class="disputed">'
        if wording.is_told(self.comparison, line, conflict):
            yield f'<p class="label">Disputed ({link}): as above</p>'
        else:
            yield f'<p class="label">Disputed ({link})</p>'
            yield from self._judgement(conflict)
            yield from self._versions(conflict)
        yield "</div>"

    def _versions(self, conflict: Conflict) -> Iterator[str]:
        """The passages of a conflict next to each other, the words that differ set off."""
        yield '<div class="versions">'
        apart = differing([passage.text for passage in conflict.between])
        for passage, stretches in zip(conflict.between, apart, strict=True):
            around, start = wording.context(self.comparison, passage)
            end = start + len(passage.text)
            yield f'<blockquote class="{colour(self.comparison, passage.source)}"><p dir="auto">'
            yield (
                f"{escape(around[:start])}<mark>{_emphasised(passage.text, stretches)}</mark>"
                f"{escape(around[end:])}</p>"
            )
            name = escape(self.comparison.by_key[passage.source].article.name)
            yield f'<p class="place">{cite(passage.sentence)} <bdi>{name}</bdi></p></blockquote>'
        yield "</div>"

    def _judgement(self, conflict: Conflict) -> Iterator[str]:
        if said := wording.judgement(conflict):
            yield f'<p class="note" dir="auto">{escape(said)}</p>'

    def _remarks(self, place: str) -> Iterator[str]:
        for remark in wording.remarks(self.choices, place):
            yield f'<p class="note" dir="auto">{escape(remark)}</p>'

    def _conflicts(self) -> Iterator[str]:
        found = list(self._disagreements(self.comparison.conflicts, "conflict"))
        yield from found or ["<p>None found.</p>"]
        dismissed = self.comparison.dismissed
        if dismissed:
            yield f"<details><summary>Dismissed by the reader: {len(dismissed)}</summary>"
            yield from self._disagreements(dismissed, "dismissed")
            yield "</details>"

    def _disagreements(self, conflicts: Sequence[Conflict], anchor: str) -> Iterator[str]:
        """Conflicts with their passages; only to those that stand are there links, by their own number."""
        stands = anchor == "conflict"
        for number, conflict in enumerate(conflicts, 1):
            name = f"{anchor}-{conflict.id if stands else number}"
            yield f'<article class="conflict{"" if stands else " lesser"}" id="{name}">'
            yield f"<h3>{wording.heading(conflict)}</h3>"
            yield f'<p dir="auto">{why(conflict, link, escape)}</p>'
            yield from self._judgement(conflict)
            yield from self._versions(conflict)
            yield "</article>"

    def _facts(self) -> Iterator[str]:
        facts = sorted(self.comparison.facts, key=lambda fact: -fact.weight)
        if not facts:
            return
        keys = list(self.comparison.by_key)
        yield '<div class="scroll"><table>'
        yield "<caption>The weightiest first; a reference leads to the place in the text.</caption>"
        columns = "".join(f'<th scope="col">{badge(self.comparison, key)}</th>' for key in keys)
        yield f'<thead><tr><th scope="col">Fact</th><th scope="col">Kind</th>{columns}</tr></thead>'
        yield "<tbody>"
        for fact in facts:
            cells = []
            for key in keys:
                told = {paragraph_of(p.sentence): p.sentence for p in fact.passages if p.source == key}
                links = ", ".join(map(cite, told.values()))
                cells.append(f"<td>{links}</td>" if links else '<td class="none">not reported</td>')
            yield (
                f'<tr><th scope="row" dir="auto">{escape(fact.text)}</th><td>{fact.kind.value}</td>'
                f"{''.join(cells)}</tr>"
            )
        yield "</tbody></table></div>"

    def _notes(self) -> Iterator[str]:
        for place in wording.other_remarks(self.comparison, self.choices):
            yield f'<p class="place">{cite(place)}</p>'
            yield from self._remarks(place)

    def _corrections(self) -> Iterator[str]:
        yield from _list(
            f'<span dir="auto">{escape(self.comparison.sentences[one.sentence].text)}</span>'
            f' <span class="place">[{cite(one.sentence)}]</span> <strong>{wording.corrected(one)}.</strong>'
            for one in self.comparison.corrections
        )

    def _omitted(self) -> Iterator[str]:
        summary = self.comparison.summary
        if not summary.omitted:
            return
        yield f"<details><summary>Left out: {wording.left_out(summary)}</summary>"
        yield "<ol>"
        for omission in summary.omitted:
            others = "".join(f" {badge(self.comparison, key)}" for key in omission.others)
            also = f", also in{others}" if others else ""
            place = f'<span class="place">[{cite(omission.sentence)}{also}]</span>'
            yield f'<li dir="auto">{escape(omission.text)} {place}'
            yield from self._remarks(omission.sentence)
            yield "</li>"
        yield "</ol></details>"


def _list(items: Iterable[str]) -> Iterator[str]:
    listed = [f"<li>{item}</li>" for item in items]
    if listed:
        yield from ("<ul>", *listed, "</ul>")


def _emphasised(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in stretches:
        parts += [escape(text[at:start]), f"<b>{escape(text[start:end])}</b>"]
        at = end
    return "".join((*parts, escape(text[at:])))
