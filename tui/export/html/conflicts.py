"""Conflicts on the page: their versions next to each other, the words that differ set off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.export.html.places import cite, colour, link
from tui.export.markup import Markup, block, element, fragment, lines
from tui.model import Comparison, Conflict, Passage, SummaryLine
from tui.wording.conflicts import why
from tui.wording.differences import Span, set_off
from tui.wording.headings import DISMISSED, NO_CONFLICTS, heading, question
from tui.wording.passages import surrounding_sentences
from tui.wording.remarks import judgement
from tui.wording.summary_lines import is_disputed_above


def conflict_list(comparison: Comparison) -> Iterator[Markup]:
    """The conflicts that stand, and those that the reader dismissed, folded up."""
    found = (_conflict(comparison, one, f"conflict-{one.id}") for one in comparison.conflicts)
    yield from list(found) or [element("p", NO_CONFLICTS)]
    if comparison.dismissed:
        count = element("summary", f"{DISMISSED}: {len(comparison.dismissed)}")
        dismissed = _numbered(comparison, comparison.dismissed, "dismissed")
        yield element("details", lines(count, *dismissed, ""))


def lesser_differences(comparison: Comparison) -> Iterator[Markup]:
    """The lesser differences; no reference leads to them."""
    yield from _numbered(comparison, comparison.differences, "difference")


def dispute(comparison: Comparison, line: SummaryLine, conflict: Conflict) -> Markup:
    """What is disputed in a line of the summary; the versions once, at the first line that has them."""
    link = element("a", question(conflict), href=f"#conflict-{conflict.id}")
    if is_disputed_above(comparison, line, conflict):
        parts = [element("p", "Disputed (", link, "): as above", class_="label")]
    else:
        label = element("p", "Disputed (", link, ")", class_="label")
        parts = [label, *_judgement(conflict), _versions(comparison, conflict)]
    return block("div", *parts, class_="disputed")


def _numbered(comparison: Comparison, conflicts: Iterable[Conflict], anchor: str) -> Iterator[Markup]:
    for number, conflict in enumerate(conflicts, 1):
        yield _conflict(comparison, conflict, f"{anchor}-{number}", "conflict lesser")


def _conflict(comparison: Comparison, conflict: Conflict, anchor: str, kind: str = "conflict") -> Markup:
    return block(
        "article",
        element("h3", heading(conflict)),
        element("p", Markup(why(conflict, link, fragment)), dir="auto"),
        *_judgement(conflict),
        _versions(comparison, conflict),
        class_=kind,
        id=anchor,
    )


def _judgement(conflict: Conflict) -> Iterator[Markup]:
    if said := judgement(conflict):
        yield element("p", said, class_="note", dir="auto")


def _versions(comparison: Comparison, conflict: Conflict) -> Markup:
    versions = zip(conflict.between, set_off(conflict), strict=True)
    return block("div", *(_version(comparison, *version) for version in versions), class_="versions")


def _version(comparison: Comparison, passage: Passage, differing: Sequence[Span]) -> Markup:
    around, start = surrounding_sentences(comparison, passage)
    end = start + len(passage.text)
    passage_in_bold = element("mark", *_emphasised(passage.text, differing))
    text = element("p", "\n", around[:start], passage_in_bold, around[end:], dir="auto")
    name = element("bdi", comparison.by_key[passage.source].article.name)
    place = element("p", fragment(cite(passage.sentence), name, between=" "), class_="place")
    return element("blockquote", lines(text, place), class_=colour(comparison, passage.source))


def _emphasised(text: str, stretches: Iterable[Span]) -> Iterator[str]:
    at = 0
    for start, end in stretches:
        yield text[at:start]
        yield element("b", text[start:end])
        at = end
    yield text[at:]
