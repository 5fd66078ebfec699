"""The map as a picture in a file: SVG without scripts, links or outside parts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tui.model import Comparison
from tui.wording import picture
from tui.wording.phrases import count, in_words, reference, size

COLOURS = ("#005F96", "#9A5B00", "#00705A", "#94386F", "#6B6100", "#4B4FB5")  # those of the light theme
INK, QUIET, PAPER, CONFLICT = "#1C232B", "#6A7580", "#FBFAF7", "#A02C05"
COLUMN, GUTTER, MARGIN = 180, 110, 30  # widths
HEAD = 90  # from the top to the first paragraph
STORY = 720  # height of the longest column, at least
LEAST, GAP = 14, 4  # height of a paragraph, and the space below it
LEGEND = (
    f"{picture.CONFLICT} conflict   {picture.UNIQUE} fact of one source alone"
    f"   {picture.UNREPORTED} reported nowhere else"
)
BAR_ROW, BAR = 20, 420  # height of a bar's row, length of the longest bar


def to_svg(comparison: Comparison) -> str:
    """The picture: sources as columns, paragraphs by length, ribbons between what reports the same; bars.

    The same comparison gives the same text. Paragraphs and bars tell in a tooltip what they are.
    """
    return "\n".join(_Drawing(comparison).parts()) + "\n"


class _Drawing:
    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._sources = comparison.sources
        self._marks = picture.marks(comparison)
        self._combinations = picture.combinations(comparison)
        words = [[len(p.text.split()) for p in source.paragraphs] for source in self._sources]
        scale = STORY / max(1, *map(sum, words))
        self._boxes: dict[picture.Cell, tuple[int, int]] = {}  # top and height
        bottom = HEAD
        for index, column in enumerate(words):
            top = HEAD
            for number, length in enumerate(column):
                height = max(LEAST, round(length * scale))
                self._boxes[index, number] = (top, height)
                top += height + GAP
            bottom = max(bottom, top)
        self._bottom = bottom
        self._letters = 16 * len(self._sources) + 20
        self._width = 2 * MARGIN + max(len(words) * (COLUMN + GUTTER) - GUTTER, self._letters + BAR + 60)
        self._height = bottom + 84 + BAR_ROW * len(self._combinations)

    def parts(self) -> Iterator[str]:
        size = f'width="{self._width}" height="{self._height}" viewBox="0 0 {self._width} {self._height}"'
        yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">'
        title = f"Map of {count(len(self._sources), 'article')}"
        yield f"<title>{title}</title>"
        yield f'<rect width="{self._width}" height="{self._height}" fill="{PAPER}"/>'
        yield _text(MARGIN, 34, title, INK, size=18, bold=True)
        yield from self._ribbons()
        for index in range(len(self._sources)):
            yield from self._column(index)
        yield _text(MARGIN, self._bottom + 16, LEGEND, QUIET, size=11)
        yield from self._bars()
        yield "</svg>"

    def _left(self, index: int) -> int:
        return MARGIN + index * (COLUMN + GUTTER)

    def _ribbons(self) -> Iterator[str]:
        for ribbon in picture.ribbons(self._comparison):
            (top, height), (other, other_height) = self._boxes[ribbon.left], self._boxes[ribbon.right]
            start, end = self._left(ribbon.left[0]) + COLUMN, self._left(ribbon.right[0])
            middle = (start + end) // 2
            path = (
                f"M{start},{top} C{middle},{top} {middle},{other} {end},{other}"
                f" V{other + other_height} C{middle},{other + other_height} {middle},{top + height}"
                f" {start},{top + height} Z"
            )
            colour = COLOURS[ribbon.left[0] % len(COLOURS)]
            yield f'<path d="{path}" fill="{colour}" fill-opacity="{0.12 + 0.2 * ribbon.score:.2f}"/>'

    def _column(self, index: int) -> Iterator[str]:
        source, left, colour = self._sources[index], self._left(index), COLOURS[index % len(COLOURS)]
        area = f'x="{left - 1}" y="0" width="{COLUMN + 2}" height="{self._bottom}"'
        yield f'<clipPath id="column-{index}"><rect {area}/></clipPath>'
        yield f'<g clip-path="url(#column-{index})">'  # letters differ in width
        yield _text(left, HEAD - 26, source.key, colour, size=16, bold=True)
        name = _cut(source.article.name, 22)
        yield _text(left + 12 * len(source.key) + 8, HEAD - 26, name, INK)
        yield _text(left, HEAD - 10, size(source.article), QUIET, size=11)
        for number, paragraph in enumerate(source.paragraphs):
            top, height = self._boxes[index, number]
            marks = self._marks.get((index, number), "")
            yield f"<g><title>{escape(f'{reference(paragraph.id)}: {_cut(paragraph.text, 160)}')}</title>"
            edge = CONFLICT if picture.CONFLICT in marks else colour
            yield (
                f'<rect x="{left}" y="{top}" width="{COLUMN}" height="{height}" rx="3"'
                f' fill="{colour}" fill-opacity="0.16" stroke="{edge}"/>'
            )
            yield _text(left + 6, top + 11, f"¶{number + 1}", colour, size=10, bold=True)
            yield _text(left + 34, top + 11, marks, CONFLICT if picture.CONFLICT in marks else INK, size=10)
            yield _text(left + 62, top + 11, _cut(paragraph.text, 22), QUIET, size=10)
            yield "</g>"
        yield "</g>"

    def _bars(self) -> Iterator[str]:
        top = self._bottom + 54
        yield _text(MARGIN, top, "Facts by source", INK, size=14, bold=True)
        most = max((len(one.facts) for one in self._combinations), default=1)
        for row, one in enumerate(self._combinations, 1):
            line = top + 4 + row * BAR_ROW
            who = in_words(one.keys) if len(one.keys) > 1 else f"{one.keys[0]} alone"
            told = f"{who}: {count(len(one.facts), 'fact')}"
            yield f"<g><title>{escape(told)}</title>"
            for index, source in enumerate(self._sources):
                held = source.key in one.keys
                colour = COLOURS[index % len(COLOURS)] if held else QUIET
                yield _text(MARGIN + 16 * index, line, source.key if held else "·", colour, bold=held)
            length = max(1, round(BAR * len(one.facts) / most))
            left = MARGIN + self._letters
            yield f'<rect x="{left}" y="{line - 11}" width="{length}" height="14" fill="{QUIET}"/>'
            yield _text(left + length + 8, line, f"{len(one.facts):,}", INK)
            yield "</g>"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _text(x: int, y: int, text: str, colour: str, *, size: int = 12, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}"{weight}>{escape(text)}</text>'
