"""How sources, references and passages look on every screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.export.wording import QUESTIONS, context, reference
from tui.model import Comparison, Conflict, Passage
from tui.widgets.visuals import Columns, Hanging

SOURCE_COLOURS = 6  # the themes define $source-1 … $source-6
NARROWEST = 44  # passages that would be narrower are put one under the other


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


def quoted(comparison: Comparison, passage: Passage, emphasis: str) -> Content:
    """The sentences around a passage, the passage itself in the style ``emphasis``."""
    text, start = context(comparison, passage)
    return Content(text).stylize(emphasis, start, start + len(passage.text))


def side_by_side(comparison: Comparison, sentences: Sequence[str], texts: Sequence[Content]) -> Columns:
    """Texts, each behind the place of its sentence, beside each other where there is room."""
    indent = max(map(len, map(reference, sentences))) + 2
    return Columns(
        [
            Hanging(place(comparison, sentence), text, indent)
            for sentence, text in zip(sentences, texts, strict=True)
        ],
        least=NARROWEST,
    )


def versions(comparison: Comparison, passages: Sequence[Passage]) -> Columns:
    """The passages of a conflict in their sentences, side by side."""
    return side_by_side(
        comparison,
        [passage.sentence for passage in passages],
        [quoted(comparison, passage, "bold underline") for passage in passages],
    )


def question(conflict: Conflict) -> str:
    """What a conflict is about, as a heading."""
    words = QUESTIONS[conflict.kind]
    return words[0].upper() + words[1:]


def overlap(one: Passage, other: Passage) -> bool:
    """Whether two passages share a character."""
    return (
        one.sentence.split(".")[0] == other.sentence.split(".")[0]
        and one.start < other.end
        and other.start < one.end
    )
