"""The summary on the page, and below it what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from tui.export.html.conflicts import dispute
from tui.export.html.places import badge, cite, link
from tui.export.html.remarks import remarks_at
from tui.export.markup import Markup, block, element, fragment, lines
from tui.model import Comparison, Omission, SummaryLine
from tui.session import Choices
from tui.wording.summary import coverage_statement, nothing_fits, omission_counts
from tui.wording.summary_lines import disputed_in, sentences_by_paragraph


def summary_lines(comparison: Comparison, choices: Choices) -> Iterator[Markup]:
    """The lines with their references, disputes and notes, and how much of the story they cover."""
    summary = comparison.summary
    if summary.lines:
        numbered = enumerate(summary.lines, 1)
        yield block("ol", *(_line(comparison, choices, *one) for one in numbered), class_="lines")
    else:
        yield element("p", nothing_fits(summary))
    yield element("p", Markup(coverage_statement(comparison, choices, link, cite)), class_="about")


def omissions(comparison: Comparison, choices: Choices) -> Iterator[Markup]:
    """What the summary leaves out, folded up; nothing if it leaves out nothing."""
    summary = comparison.summary
    if summary.omitted:
        count = element("summary", f"Left out: {omission_counts(summary)}")
        listed = block("ol", *(_omission(comparison, choices, one) for one in summary.omitted))
        yield element("details", lines(count, listed))


def _line(comparison: Comparison, choices: Choices, number: int, line: SummaryLine) -> Markup:
    places = element("span", "[", _places(comparison, line), "]", class_="place")
    return block(
        "li",
        element("p", lines(line.text, places), dir="auto"),
        *(dispute(comparison, line, conflict) for conflict in disputed_in(comparison, line)),
        *remarks_at(choices, line.sentence),
        id=f"line-{number}",
    )


def _places(comparison: Comparison, line: SummaryLine) -> Markup:
    own, *others = (cite(sentences[0]) for sentences in sentences_by_paragraph(comparison, line))
    return fragment(own, ", also ", fragment(*others, between=", ")) if others else own


def _omission(comparison: Comparison, choices: Choices, omission: Omission) -> Markup:
    badges = [fragment(" ", badge(comparison, key)) for key in omission.others]
    also = fragment(", also in", *badges) if badges else ""
    place = element("span", "[", cite(omission.sentence), also, "]", class_="place")
    text = fragment(omission.text, " ", place)
    return element("li", lines(text, *remarks_at(choices, omission.sentence), ""), dir="auto")
