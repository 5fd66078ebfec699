"""The comparison as one HTML page that needs nothing else: no script, no font, no picture, no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.export.html.conflicts import conflict_list, lesser_differences
from tui.export.html.facts import fact_table
from tui.export.html.places import badge
from tui.export.html.remarks import corrections, notes
from tui.export.html.summary import omissions, summary_lines
from tui.export.html.texts import full_texts
from tui.export.links import is_linkable
from tui.export.markup import Markup, block, element, fragment, lines
from tui.model import Comparison, Source
from tui.session import Choices
from tui.version import __version__
from tui.wording import headings
from tui.wording.sources import same_text_note, size
from tui.wording.summary import provenance

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # a browser loads and runs nothing, come what may
_META = Markup(
    '<meta charset="utf-8">\n'
    f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="referrer" content="no-referrer">\n'
    f'<meta name="generator" content="Rashomon {__version__}">'
)


def to_html(comparison: Comparison, choices: Choices | None = None) -> str:
    """The summary, the conflicts, the facts and the texts, with references that jump to and fro.

    Args:
        comparison: what to write, under the reader's corrections and verdicts.
        choices: what else the reader decided; by default nothing.
    """
    choices = choices or Choices().budget(comparison.summary.budget)
    name = headings.document_title(comparison)
    sections = [section for section in _sections(comparison, choices) if section.body]
    contents = (element("li", element("a", label, href=f"#{anchor}")) for anchor, label, _ in sections)
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    head = block("head", _META, element("title", name), element("style", Markup(f"\n{style}")))
    header = lines(
        element("h1", name),
        *_sources(comparison),
        element("nav", block("ul", *contents), aria_label="Contents"),
    )
    body = block(
        "body",
        element("header", header),
        block("main", *map(_section, sections)),
        element("footer", provenance(comparison)),
    )
    return lines(Markup("<!doctype html>"), block("html", head, body, lang="en"), "")


class _Section(NamedTuple):
    """A part of the page; without a body it is left out."""

    anchor: str
    label: str
    body: list[Markup]


def _section(section: _Section) -> Markup:
    heading = f"{section.anchor}-heading"
    return block(
        "section",
        element("h2", section.label, id=heading),
        *section.body,
        id=section.anchor,
        aria_labelledby=heading,
    )


def _sections(comparison: Comparison, choices: Choices) -> Iterator[_Section]:
    yield _Section("summary", headings.SUMMARY, list(summary_lines(comparison, choices)))
    if len(comparison.sources) > 1:
        yield _Section("conflicts", headings.CONFLICTS, list(conflict_list(comparison)))
        yield _Section("differences", headings.LESSER, list(lesser_differences(comparison)))
        yield _Section("facts", "Facts and who reports them", list(fact_table(comparison)))
    yield _Section("notes", headings.NOTES, list(notes(comparison, choices)))
    yield _Section("corrections", headings.CORRECTIONS, list(corrections(comparison)))
    yield _Section("left-out", headings.LEFT_OUT, list(omissions(comparison, choices)))
    yield _Section("sources-in-full", "The sources in full", list(full_texts(comparison)))


def _sources(comparison: Comparison) -> Iterator[Markup]:
    yield block("ul", *(_source(comparison, source) for source in comparison.sources))
    if note := same_text_note(comparison):
        yield element("p", note, class_="about")


def _source(comparison: Comparison, source: Source) -> Markup:
    article = source.article
    name = element("a", element("bdi", article.name), href=f"#{source.key}")
    headline = fragment(": “", element("bdi", article.title), "”") if article.title else ""
    details = filter(None, (article.date, article.path, _address(article.url), size(article)))
    warnings = (element("p", one.message, class_="about warning") for one in article.warnings)
    about = element("span", fragment(*details, between=" · "), class_="about")
    return element("li", lines(badge(comparison, source.key), fragment(name, headline), about, *warnings, ""))


def _address(url: str | None) -> str | None:
    if url and is_linkable(url):
        return element("a", url, href=url, rel="noopener noreferrer")
    return url
