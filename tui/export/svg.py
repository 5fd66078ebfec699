"""The map as a picture in a file: SVG without scripts, links or outside parts."""

from __future__ import annotations

from collections.abc import Iterator

from tui import diagram
from tui.export.markup import Markup, block, element, empty_element, lines
from tui.model import Comparison
from tui.wording.counts import count
from tui.wording.places import reference
from tui.wording.sources import holders, size

COLOURS = ("#005F96", "#9A5B00", "#00705A", "#94386F", "#6B6100", "#4B4FB5")  # those of the light theme
INK, QUIET, PAPER, CONFLICT = "#1C232B", "#6A7580", "#FBFAF7", "#A02C05"
COLUMN_WIDTH, GUTTER_WIDTH, MARGIN = 180, 110, 30
HEAD_HEIGHT = 90  # from the top to the first paragraph
STORY_HEIGHT = 720  # height of the longest column, at least
LEAST_HEIGHT, GAP = 14, 4  # height of a paragraph, and the space below it
LEGEND = (
    f"{diagram.CONFLICT} conflict   {diagram.UNIQUE} fact of one source alone"
    f"   {diagram.UNREPORTED} reported nowhere else"
)
BAR_ROW_HEIGHT, LONGEST_BAR = 20, 420  # height of a bar's row, length of the longest bar


def to_svg(comparison: Comparison) -> str:
    """The picture: sources as columns, paragraphs by length, ribbons between what reports the same; bars.

    The same comparison gives the same text. Paragraphs and bars tell in a tooltip what they are.
    """
    return lines(_Drawing(comparison).picture(), "")


class _Drawing:
    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._sources = comparison.sources
        self._marks = diagram.marks(comparison)
        self._combinations = diagram.combinations(comparison)
        words = [[len(p.text.split()) for p in source.paragraphs] for source in self._sources]
        scale = STORY_HEIGHT / max(1, *map(sum, words))
        self._boxes: dict[diagram.Cell, tuple[int, int]] = {}  # top and height
        bottom = HEAD_HEIGHT
        for index, column in enumerate(words):
            top = HEAD_HEIGHT
            for number, length in enumerate(column):
                height = max(LEAST_HEIGHT, round(length * scale))
                self._boxes[index, number] = (top, height)
                top += height + GAP
            bottom = max(bottom, top)
        self._bottom = bottom
        self._letters = 16 * len(self._sources) + 20
        self._width = 2 * MARGIN + max(
            len(words) * (COLUMN_WIDTH + GUTTER_WIDTH) - GUTTER_WIDTH, self._letters + LONGEST_BAR + 60
        )
        self._height = bottom + 84 + BAR_ROW_HEIGHT * len(self._combinations)

    def picture(self) -> Markup:
        title = f"Map of {count(len(self._sources), 'article')}"
        return block(
            "svg",
            element("title", title),
            empty_element("rect", width=self._width, height=self._height, fill=PAPER),
            _text(MARGIN, 34, title, INK, size=18, bold=True),
            *self._ribbons(),
            *(part for index in range(len(self._sources)) for part in self._column(index)),
            _text(MARGIN, self._bottom + 16, LEGEND, QUIET, size=11),
            *self._bars(),
            xmlns="http://www.w3.org/2000/svg",
            width=self._width,
            height=self._height,
            viewBox=f"0 0 {self._width} {self._height}",
            font_family="sans-serif",
            font_size=12,
        )

    def _left(self, index: int) -> int:
        return MARGIN + index * (COLUMN_WIDTH + GUTTER_WIDTH)

    def _ribbons(self) -> Iterator[Markup]:
        for ribbon in diagram.ribbons(self._comparison):
            (top, height), (other, other_height) = self._boxes[ribbon.left], self._boxes[ribbon.right]
            start, end = self._left(ribbon.left[0]) + COLUMN_WIDTH, self._left(ribbon.right[0])
            middle = (start + end) // 2
            path = (
                f"M{start},{top} C{middle},{top} {middle},{other} {end},{other}"
                f" V{other + other_height} C{middle},{other + other_height} {middle},{top + height}"
                f" {start},{top + height} Z"
            )
            colour = COLOURS[ribbon.left[0] % len(COLOURS)]
            opacity = f"{0.12 + 0.2 * ribbon.score:.2f}"
            yield empty_element("path", d=path, fill=colour, fill_opacity=opacity)

    def _column(self, index: int) -> Iterator[Markup]:
        source, left, colour = self._sources[index], self._left(index), COLOURS[index % len(COLOURS)]
        name = f"column-{index}"
        area = empty_element("rect", x=left - 1, y=0, width=COLUMN_WIDTH + 2, height=self._bottom)
        yield element("clipPath", area, id=name)  # letters differ in width
        title = _cut(source.article.name, 22)
        yield block(
            "g",
            _text(left, HEAD_HEIGHT - 26, source.key, colour, size=16, bold=True),
            _text(left + 12 * len(source.key) + 8, HEAD_HEIGHT - 26, title, INK),
            _text(left, HEAD_HEIGHT - 10, size(source.article), QUIET, size=11),
            *(self._paragraph(index, number) for number in range(len(source.paragraphs))),
            clip_path=f"url(#{name})",
        )

    def _paragraph(self, index: int, number: int) -> Markup:
        paragraph, left = self._sources[index].paragraphs[number], self._left(index)
        colour = COLOURS[index % len(COLOURS)]
        top, height = self._boxes[index, number]
        marks = self._marks.get((index, number), "")
        disputed = diagram.CONFLICT in marks
        box = empty_element(
            "rect",
            x=left,
            y=top,
            width=COLUMN_WIDTH,
            height=height,
            rx=3,
            fill=colour,
            fill_opacity=0.16,
            stroke=CONFLICT if disputed else colour,
        )
        tooltip = element("title", f"{reference(paragraph.id)}: {_cut(paragraph.text, 160)}")
        return element(
            "g",
            lines(
                tooltip,
                box,
                _text(left + 6, top + 11, f"¶{number + 1}", colour, size=10, bold=True),
                _text(left + 34, top + 11, marks, CONFLICT if disputed else INK, size=10),
                _text(left + 62, top + 11, _cut(paragraph.text, 22), QUIET, size=10),
                "",
            ),
        )

    def _bars(self) -> Iterator[Markup]:
        top = self._bottom + 54
        yield _text(MARGIN, top, "Facts by source", INK, size=14, bold=True)
        most = max((len(one.facts) for one in self._combinations), default=1)
        for row, one in enumerate(self._combinations, 1):
            yield self._bar(
                one, top + 4 + row * BAR_ROW_HEIGHT, max(1, round(LONGEST_BAR * len(one.facts) / most))
            )

    def _bar(self, combination: diagram.Combination, line: int, length: int) -> Markup:
        number = len(combination.facts)
        letters = []
        for index, source in enumerate(self._sources):
            held = source.key in combination.keys
            letter, colour = (source.key, COLOURS[index % len(COLOURS)]) if held else ("·", QUIET)
            letters.append(_text(MARGIN + 16 * index, line, letter, colour, bold=held))
        left = MARGIN + self._letters
        tooltip = element("title", f"{holders(combination.keys)}: {count(number, 'fact')}")
        return element(
            "g",
            lines(
                tooltip,
                *letters,
                empty_element("rect", x=left, y=line - 11, width=length, height=14, fill=QUIET),
                _text(left + length + 8, line, f"{number:,}", INK),
                "",
            ),
        )


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _text(x: int, y: int, text: str, colour: str, *, size: int = 12, bold: bool = False) -> Markup:
    weight = "bold" if bold else None
    return element("text", text, x=x, y=y, font_size=size, fill=colour, font_weight=weight)
