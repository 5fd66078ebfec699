"""Drawings of the summary's lines, of the dropped ones and of those left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from textual.content import Content
from textual.visual import Visual
from textual.widgets.option_list import Option

from tui.model import Comparison, Conflict, Omission, Summary, SummaryLine
from tui.session import Choices
from tui.widgets.passages import place, source_style, versions
from tui.widgets.rows import blank
from tui.widgets.visuals import Hanging, Prose, Stack
from tui.wording.conflicts import why
from tui.wording.headings import heading
from tui.wording.places import references
from tui.wording.summary_lines import also_reported_in, disputed_in, is_disputed_above

INDENT = 5


@dataclass(frozen=True)
class SummaryLines:
    """The rows of the Summary screen.

    Attributes:
        comparison: What the summary is of.
        summary: What is drawn.
        choices: The decisions that it was made by, or later ones.
        order: The sentences above those left out, dropped ones among them, from the top.
        new: The lines that were not there before.
    """

    comparison: Comparison
    summary: Summary
    choices: Choices
    order: Sequence[str]
    new: frozenset[str]

    def options(self) -> Iterator[Option]:
        """A row for each line and dropped line, then for each sentence left out, with headings."""
        lines = {line.sentence: line for line in self.summary.lines}
        number = 0
        for sentence in self.order:
            if sentence in lines:
                number += 1
                yield Option(self._line(number, lines[sentence]), id=sentence)
            else:
                yield Option(self._dropped(sentence), id=sentence)
        if not self.order:
            short = "Nothing fits this length. Press + for a longer summary."
            nothing = "There is no statement here that a summary could be made of."
            yield Option(Content(short if self.summary.omitted else nothing), disabled=True)
        omitted = [one for one in self.summary.omitted if one.sentence not in self.choices.dropped]
        if omitted:
            yield blank()
            title = Content.assemble(("Left out", "bold"), ("  weightiest first · i puts one in", "$quiet"))
            yield Option(title, disabled=True)
        for omission in omitted:
            yield Option(self._omission(omission), id=omission.sentence)

    def _line(self, number: int, line: SummaryLine) -> Visual:
        shown = replace(self.comparison, summary=self.summary)
        conflicts = disputed_in(shown, line)
        text = Content(line.text)
        for passage in (passage for conflict in conflicts for passage in conflict.between):
            if passage.sentence == line.sentence:
                start = passage.start - self.comparison.sentences[line.sentence].start
                text = text.stylize("bold underline", start, start + len(passage.text))
        text = Content.assemble(text, " ", self._references(line), self._state(line))
        label = Content.assemble(f"{number:2}", (" ‼" if conflicts else "", "bold $conflict"))
        disputes = [self._dispute(shown, line, conflict) for conflict in conflicts]
        return Hanging(label, Stack(Prose(text), *disputes, *self._note(line.sentence)), INDENT)

    def _state(self, line: SummaryLine) -> Content:
        """A mark for what the reader did to a line, or for one that has just come in."""
        if line.sentence not in self.choices.kept:
            return Content.styled("  new", "bold $accent") if line.sentence in self.new else Content("")
        swaps = self.choices.swaps
        instead = references(sentence for sentence, other in swaps.items() if other == line.sentence)
        swapped = f" in place of {', '.join(instead)}" if instead else ""
        return Content.styled(f"  pinned by you{swapped}", "$success")

    def _dispute(self, shown: Comparison, line: SummaryLine, conflict: Conflict) -> Visual:
        told = is_disputed_above(shown, line, conflict)
        label = Content.assemble(
            (f"{heading(conflict)}: ", "bold $conflict"),
            "as above" if told else why(conflict),
            (" ✓ confirmed by you" if conflict.is_confirmed else "", "$success"),
        )
        if told:
            return Stack(label)
        return Stack(label, versions(self.comparison, conflict, without=line.sentence))

    def _references(self, line: SummaryLine) -> Content:
        first = Content.assemble("[", place(self.comparison, line.sentence), "]")
        others = [
            Content.styled(other, source_style(self.comparison, other.split()[0]))
            for other in also_reported_in(line)
        ]
        return Content.assemble(first, (" also ", "$quiet"), Content(", ").join(others)) if others else first

    def _dropped(self, sentence: str) -> Visual:
        text = Content.styled(self.comparison.sentences[sentence].text, "strike $quiet")
        told = Content.assemble(text, (" dropped by you · Space takes it back", "$accent"))
        return Hanging(Content.styled(" ✗", "$accent"), Stack(told, *self._note(sentence)), INDENT)

    def _omission(self, omission: Omission) -> Visual:
        own = self.comparison.sentences[omission.sentence].source
        others = ", ".join(source for source in sorted(omission.sources) if source != own)
        shared = f" also {others}" if others else ""
        reference = Content.assemble("[", place(self.comparison, omission.sentence), "]")
        text = Prose(Content.assemble(omission.text, " ", reference, (shared, "$quiet")))
        return Hanging(Content.styled(" ○", "$quiet"), Stack(text, *self._note(omission.sentence)), INDENT)

    def _note(self, sentence: str) -> list[Visual]:
        note = self.choices.notes.get(sentence)
        return [Content.assemble(("✎ ", "bold $accent"), (note, "italic"))] if note else []


def in_place(comparison: Comparison, before: Sequence[str], summary: Summary, choices: Choices) -> list[str]:
    """The lines in their order, each dropped sentence after the one it followed ``before``.

    A dropped sentence that the reader has put another one in place of is not among them.
    """
    lines = [line.sentence for line in summary.lines]
    shown = (choices.dropped - choices.swaps.keys()).intersection(comparison.sentences)
    order = list(lines)
    for sentence in [*(s for s in before if s in shown), *sorted(shown.difference(before))]:
        earlier = before[: before.index(sentence)] if sentence in before else lines
        follow = next((order.index(s) + 1 for s in reversed(earlier) if s in order), 0)
        order.insert(follow, sentence)
    return order
