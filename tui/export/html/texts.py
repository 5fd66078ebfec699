"""The texts of the sources below the summary, where its references lead, with the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import pairwise

from tui.export.html.places import badge, cite, colour
from tui.ids import paragraph_of
from tui.model import Comparison, Paragraph, Sentence, Source
from tui.wording.phrases import reference, telling

_BACK = "↩"


def texts(comparison: Comparison) -> Iterator[str]:
    """Every source in full, its sentences marked and linked to where they are cited."""
    if len(comparison.sources) > 1:
        yield (
            '<p class="about">Underlined: what one source alone has. ‼ and shaded: what another source'
            f" contradicts. {_BACK}: back to where a sentence is cited.</p>"
        )
    shown = _Texts(comparison)
    for source in comparison.sources:
        article = source.article
        yield f'<article id="{source.key}" class="text {colour(comparison, source.key)}">'
        yield f"<h3>{badge(comparison, source.key)} <bdi>{escape(article.name)}</bdi></h3>"
        if article.title:
            yield f'<p dir="auto"><strong>{escape(article.title)}</strong></p>'
        for paragraph in source.paragraphs:
            yield f'<p id="{paragraph.id}" dir="auto">{shown.paragraph(paragraph)}</p>'
            told = "; ".join((reference(paragraph.id), *shown.reports(paragraph, source)))
            yield f'<p class="place">{told}</p>'
        yield "</article>"


@dataclass(frozen=True)
class _Texts:
    comparison: Comparison

    @cached_property
    def _cited(self) -> Mapping[str, Mapping[str, str]]:
        """By sentence: the anchors of what cites it, and what to call them."""
        cited: dict[str, dict[str, str]] = {}
        for number, line in enumerate(self.comparison.summary.lines, 1):
            for sentence in (line.sentence, *line.also):
                cited.setdefault(sentence, {})[f"line-{number}"] = f"line {number} of the summary"
        for conflict in self.comparison.conflicts:
            for passage in conflict.between:
                where = cited.setdefault(passage.sentence, {})
                where[f"conflict-{conflict.id}"] = f"conflict {conflict.id}"
        return cited

    def paragraph(self, paragraph: Paragraph) -> str:
        parts, end = [], 0
        for sentence in paragraph.sentences:
            parts.append(escape(paragraph.text[end : sentence.start]))
            parts.append(f'<span id="{sentence.id}">{self._sentence(paragraph, sentence)}</span>')
            parts.append(self._back(sentence.id))
            end = sentence.end
        return "".join((*parts, escape(paragraph.text[end:])))

    def reports(self, paragraph: Paragraph, source: Source) -> Iterator[str]:
        """Which other sources report a paragraph, how fully and where."""
        for other in self.comparison.sources:
            sentences, whole = telling(paragraph, other.key)
            places = {reference(sentence): cite(sentence) for sentence in sentences}
            if places:
                yield f"{'' if whole else 'partly '}in {', '.join(places.values())}"
            elif other is not source:
                yield f"not in {other.key}"

    def _sentence(self, paragraph: Paragraph, sentence: Sentence) -> str:
        """A sentence cut where a mark begins or ends, since marks may overlap."""
        alone = [(passage.start, passage.end) for fact in sentence.unique for passage in fact.passages]
        disputed = [
            (passage.start, passage.end)
            for conflict in self.comparison.conflicts
            for passage in conflict.between
            if paragraph_of(passage.sentence) == paragraph.id
        ]
        cuts = {sentence.start, sentence.end}
        cuts.update(cut for span in (*alone, *disputed) for cut in span)
        inside = sorted(cut for cut in cuts if sentence.start <= cut <= sentence.end)
        parts = []
        for start, end in pairwise(inside):
            text = escape(paragraph.text[start:end])
            if _covered(start, end, alone):
                text = f'<span class="alone">{text}</span>'
            if _covered(start, end, disputed):
                text = f"<mark>{text}</mark>"
            parts.append(text)
        return "".join(parts)

    def _back(self, sentence: str) -> str:
        links = (
            f'<a href="#{anchor}" title="Back to {label}" aria-label="Back to {label}">{_BACK}</a>'
            for anchor, label in self._cited.get(sentence, {}).items()
        )
        joined = "".join(links)
        return f'<sup class="back">{joined}</sup>' if joined else ""


def _covered(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)
