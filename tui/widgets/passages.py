"""How sources, references and passages look on every screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.visual import Visual

from tui.model import Comparison, Conflict, ConflictKind, Passage
from tui.widgets.visuals import Hanging, Prose, SideBySide, Stack
from tui.wording.differences import Span, set_off
from tui.wording.passages import surrounding_sentences
from tui.wording.places import reference

SOURCE_COLOURS = 6  # the themes define $source-1 … $source-6
NARROWEST = 40  # passages that would be narrower are put one under the other


def source_style(comparison: Comparison, key: str) -> str:
    """The style of the source ``key``: its theme colour in bold."""
    position = list(comparison.by_key).index(key)
    return f"bold $source-{position % SOURCE_COLOURS + 1}"


def source_name(comparison: Comparison, key: str) -> Content:
    """A source's letter, in its colour, and its name."""
    name = comparison.by_key[key].article.name
    return Content.assemble((key, source_style(comparison, key)), " ", name)


def source_names(comparison: Comparison, width: int) -> Content:
    """All sources in one line of at most ``width`` cells, names cut to equal shares where they must be."""
    gap = Content("   ")
    share = (width + len(gap)) // len(comparison.sources) - len(gap)
    names = [source_name(comparison, source.key) for source in comparison.sources]
    line = gap.join(names)
    if line.cell_length > width:
        line = gap.join(name.truncate(max(4, share), ellipsis=True) for name in names)
    return line.truncate(width, ellipsis=True)


def place(comparison: Comparison, sentence: str) -> Content:
    """Where a sentence stands, in the colour of its source."""
    key = comparison.sentences[sentence].source
    return Content.styled(reference(sentence), source_style(comparison, key))


def quoted(comparison: Comparison, passage: Passage, differing: Sequence[Span], emphasis: str) -> Content:
    """The sentences around a passage, it underlined, what differs in it in the style ``emphasis`` as well."""
    text, start = surrounding_sentences(comparison, passage)
    content = Content(text).stylize("underline", start, start + len(passage.text))
    for first, last in differing:
        content = content.stylize(f"underline {emphasis}", start + first, start + last)
    return content


def side_by_side(comparison: Comparison, sentences: Sequence[str], texts: Sequence[Content]) -> SideBySide:
    """Texts, each behind the place of its sentence, beside each other where there is room."""
    indent = max(map(len, map(reference, sentences))) + 2
    return SideBySide(
        [
            Hanging(place(comparison, sentence), text, indent)
            for sentence, text in zip(sentences, texts, strict=True)
        ],
        least=NARROWEST,
    )


def versions(
    comparison: Comparison, conflict: Conflict, *, without: str = "", emphasis: str = "bold $conflict"
) -> SideBySide:
    """The passages of a conflict in their sentences, side by side, the words set off in which they differ.

    A passage that starts in the sentence ``without`` is left out: it stands above already.
    """
    spans = set_off(conflict)
    shown = [pair for pair in zip(conflict.between, spans, strict=True) if pair[0].sentence != without]
    indent = max((len(reference(passage.sentence)) for passage, _ in shown), default=0) + 2
    cells = []
    for passage, own in shown:
        text: Visual = Prose(quoted(comparison, passage, own, emphasis))
        speaker = speaker_of(comparison, passage) if conflict.kind is ConflictKind.ATTRIBUTION else None
        if speaker is not None:
            text = Stack(text, Content.assemble(("given to ", "$quiet"), (speaker, f"underline {emphasis}")))
        cells.append(Hanging(place(comparison, passage.sentence), text, indent))
    return SideBySide(cells, least=NARROWEST)


def speaker_of(comparison: Comparison, passage: Passage) -> str | None:
    """Whom the source gives the quotation to that the passage is part of."""
    sentence = comparison.sentences[passage.sentence]
    quotes = comparison.by_key[passage.source].paragraphs[sentence.paragraph].quotes
    return next((q.speaker for q in quotes if q.start < passage.end and passage.start < q.end), None)
