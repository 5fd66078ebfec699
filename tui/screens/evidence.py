"""Drawings of the evidence for what another source has of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from tui.model import Comparison, Conflict, Correction, Report, Sentence
from tui.widgets.passages import side_by_side, source_name, versions
from tui.widgets.visuals import Stack
from tui.wording.conflicts import why
from tui.wording.headings import heading
from tui.wording.reports import LEVELS

if TYPE_CHECKING:
    from tui.analysis import Explanation, Match

MATCH_STYLES = 6  # matches take turns with the colours of the theme
SAME_WORD = 0.99  # matches weaker than this say the same in another word
PHRASE_GAP = 6  # matched words at most so many characters apart, on both sides, are marked as one phrase


def verdict(comparison: Comparison, report: Report, correction: Correction | None) -> Content:
    """A source's report of the sentence, and whether that is the program's word or the reader's."""
    name = source_name(comparison, report.source)
    if correction is not None:
        return Content.assemble(name, (f" {LEVELS[report.level]}", "bold"), (" · by you", "bold $success"))
    return Content.assemble(name, (f" {LEVELS[report.level]} · {report.score:.2f}", "bold"))


def conflict_shown(comparison: Comparison, conflict: Conflict) -> Visual:
    """A conflict that the sentence is part of, with its rule and the passages."""
    label = Content.assemble(
        (f"‼ {heading(conflict)}", "bold $conflict"),
        f" · confidence {conflict.confidence:.2f}",
        (" · confirmed by you" if conflict.is_confirmed else "", "bold $success"),
    )
    return Stack(label, Content(why(conflict)), versions(comparison, conflict))


def evidence(comparison: Comparison, sentence: Sentence, source: str, explanation: Explanation) -> Visual:
    """The sentence beside the passages of ``source`` that carry it, what matches marked, what lacks named."""
    if not explanation.others:
        return Content("Nothing in its text comes near.")
    own = Content(sentence.text)
    others = {other.id: Content(other.text) for other in explanation.others}
    first_free = len(comparison.sources)  # begin with colours that stand for no source here
    for number, phrase in enumerate(phrases(explanation.matches), first_free):
        slant = " italic" if any(match.strength < SAME_WORD for match in phrase) else ""
        style = f"underline{slant} $source-{number % MATCH_STYLES + 1}"
        first, last = phrase[0], phrase[-1]
        own = own.stylize(style, first.start - sentence.start, last.end - sentence.start)
        offset = comparison.sentences[first.other].start
        others[first.other] = others[first.other].stylize(
            style, first.other_start - offset, last.other_end - offset
        )
    nearest = [] if explanation.level else [Content.styled("The nearest passage:", "$quiet")]
    return Stack(
        *nearest,
        side_by_side(comparison, [sentence.id, *others], [own, *others.values()]),
        *_missing(sentence, source, explanation),
    )


def _missing(sentence: Sentence, source: str, explanation: Explanation) -> list[Visual]:
    if not explanation.missing:
        return []
    words = dict.fromkeys(
        sentence.text[start - sentence.start : end - sentence.start] for start, end in explanation.missing
    )
    listed = Content(" · ").join(Content.styled(word, "bold") for word in words)
    return [Content.assemble(f"Not found in {source}: ", listed)]


def phrases(matches: Sequence[Match]) -> list[list[Match]]:
    """Matches put together where they follow each other closely, in the same order, in both sentences."""
    groups: list[list[Match]] = []
    for match in sorted(matches, key=lambda match: match.start):
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.other == match.other
            and 0 <= match.start - last.end <= PHRASE_GAP
            and 0 <= match.other_start - last.other_end <= PHRASE_GAP
        ):
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups
