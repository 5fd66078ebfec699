"""What the reader noted, tagged and corrected, on the page."""

from __future__ import annotations

from collections.abc import Iterator

from tui.export.html.places import cite
from tui.export.markup import Markup, block, element, fragment
from tui.model import Comparison, Correction
from tui.session import Choices
from tui.wording.remarks import corrected_report, notes_and_tags, remarked_elsewhere


def remarks_at(choices: Choices, place: str) -> Iterator[Markup]:
    """The reader's note and tags at a paragraph or sentence."""
    for remark in notes_and_tags(choices, place):
        yield element("p", remark, class_="note", dir="auto")


def notes(comparison: Comparison, choices: Choices) -> Iterator[Markup]:
    """The remarks on what is no line of the summary, each below its place."""
    for place in remarked_elsewhere(comparison, choices):
        yield element("p", cite(place), class_="place")
        yield from remarks_at(choices, place)


def corrections(comparison: Comparison) -> Iterator[Markup]:
    """The corrected sentences and who reports them by the reader's word."""
    if comparison.corrections:
        yield block("ul", *(_correction(comparison, one) for one in comparison.corrections))


def _correction(comparison: Comparison, correction: Correction) -> Markup:
    sentence = comparison.sentences[correction.sentence]
    text = element("span", sentence.text, dir="auto")
    place = element("span", "[", cite(sentence.id), "]", class_="place")
    report = element("strong", f"{corrected_report(correction)}.")
    return element("li", fragment(text, place, report, between=" "))
