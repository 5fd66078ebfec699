"""The texts of the sources below the summary, where its references lead, with the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tui.export.html.places import badge, cite, colour
from tui.export.markup import Markup, block, element, fragment
from tui.ids import paragraph_of
from tui.model import Comparison, Paragraph, Sentence, Source
from tui.wording.differences import Span
from tui.wording.places import reference
from tui.wording.reports import reporting_sentences

_BACK = "↩"
_LEGEND = (
    "Underlined: what one source alone has. ‼ and shaded: what another source contradicts."
    f" {_BACK}: back to where a sentence is cited."
)


def full_texts(comparison: Comparison) -> Iterator[Markup]:
    """Every source in full, its sentences marked and linked to where they are cited."""
    if len(comparison.sources) > 1:
        yield element("p", _LEGEND, class_="about")
    texts = _Texts(comparison)
    for source in comparison.sources:
        look = f"text {colour(comparison, source.key)}"
        yield block("article", *texts.of(source), id=source.key, class_=look)


@dataclass(frozen=True)
class _Texts:
    comparison: Comparison

    def of(self, source: Source) -> Iterator[Markup]:
        article = source.article
        yield element("h3", badge(self.comparison, source.key), " ", element("bdi", article.name))
        if article.title:
            yield element("p", element("strong", article.title), dir="auto")
        for paragraph in source.paragraphs:
            yield element("p", *self._sentences(paragraph), id=paragraph.id, dir="auto")
            reports = fragment(reference(paragraph.id), *self._reports(paragraph, source), between="; ")
            yield element("p", reports, class_="place")

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

    def _sentences(self, paragraph: Paragraph) -> Iterator[str]:
        end = 0
        for sentence in paragraph.sentences:
            yield paragraph.text[end : sentence.start]
            yield element("span", *self._marked(paragraph, sentence), id=sentence.id)
            yield from self._ways_back(sentence.id)
            end = sentence.end
        yield paragraph.text[end:]

    def _reports(self, paragraph: Paragraph, source: Source) -> Iterator[Markup]:
        """Which other sources report a paragraph, how fully and where."""
        for other in self.comparison.sources:
            sentences, whole = reporting_sentences(paragraph, other.key)
            places = {reference(sentence): cite(sentence) for sentence in sentences}
            if places:
                yield fragment("in " if whole else "partly in ", fragment(*places.values(), between=", "))
            elif other is not source:
                yield fragment(f"not in {other.key}")

    def _marked(self, paragraph: Paragraph, sentence: Sentence) -> Iterator[str]:
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
        for start, end in pairwise(inside):
            text = paragraph.text[start:end]
            if _covered(start, end, alone):
                text = element("span", text, class_="alone")
            if _covered(start, end, disputed):
                text = element("mark", text)
            yield text

    def _ways_back(self, sentence: str) -> Iterator[Markup]:
        links = [
            element("a", _BACK, href=f"#{anchor}", title=f"Back to {label}", aria_label=f"Back to {label}")
            for anchor, label in self._cited.get(sentence, {}).items()
        ]
        if links:
            yield element("sup", *links, class_="back")


def _covered(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(first <= start and end <= last for first, last in spans)
