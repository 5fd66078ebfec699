"""Textual visuals that lay out text inside one widget: hanging indents, stacks, texts side by side."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from tui.widgets.wrapping import ellipsize, wrap
from tui.wording.places import unbroken


class Prose(Visual):
    """Running text whose references, such as ``A ¶3``, are not broken at a line's end."""

    def __init__(self, text: Content) -> None:
        self._text = text
        self._plain = unbroken(text.plain)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """The width of the text in one line."""
        return self._text.cell_length

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """How many lines it takes."""
        return len(self._lines(width))

    def render_strips(
        self,
        width: int,
        height: int | None,
        style: Style,
        options: RenderOptions,  # noqa: ARG002
    ) -> list[Strip]:
        """A strip a line."""
        return [Strip(line.render_segments(style)) for line in self._lines(width)[:height]]

    def _lines(self, width: int) -> list[Content]:
        return [self._text[start:end] for start, end in wrap(self._plain, width)]


class Excerpt(Prose):
    """The first lines of a text in one style; where it goes on, the last ends at a word and an ellipsis."""

    def __init__(self, text: str, style: str, lines: int) -> None:
        super().__init__(Content.styled(text, style))
        self._style = style
        self._most = lines

    def _lines(self, width: int) -> list[Content]:
        *before, (start, _) = wrap(self._plain, width)[: self._most]
        last = Content.styled(ellipsize(self._plain[start:], width), self._style)
        return [*(self._text[first:end] for first, end in before), last]


class Stack(Visual):
    """Visuals one under the other."""

    def __init__(self, *rows: Visual) -> None:
        self._rows = rows

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of the widest row."""
        return max((row.get_optimal_width(rules, container_width) for row in self._rows), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The heights of the rows together."""
        return sum(row.get_height(rules, width) for row in self._rows)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The strips of all rows."""
        strips = [strip for row in self._rows for strip in row.render_strips(width, None, style, options)]
        return strips if height is None else strips[:height]


class Hanging(Visual):
    """A body that stays clear of the ``indent`` columns at its left, which a one-line ``label`` may begin."""

    def __init__(self, label: Content, body: Visual, indent: int) -> None:
        self._label = label
        self._body = body
        self._indent = indent

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The body's width and the indent."""
        return self._indent + self._body.get_optimal_width(rules, container_width - self._indent)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The body's height, at least the label's line."""
        return max(1, self._body.get_height(rules, max(1, width - self._indent)))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The body's strips behind the label and blanks."""
        blank = Strip.blank(self._indent, style.rich_style)
        body = self._body.render_strips(max(1, width - self._indent), height, style, options)
        label = Strip(self._label.truncate(self._indent).render_segments(style))
        first = label.adjust_cell_length(self._indent, style.rich_style)
        return [
            Strip.join([first if row == 0 else blank, strip]) for row, strip in enumerate(body or [Strip([])])
        ]


class SideBySide(Visual):
    """Cells beside each other in equal columns, or stacked where one would be narrower than ``least``.

    Fewer cells than ``columns`` are as wide as so many would be.
    """

    def __init__(self, cells: Sequence[Visual], *, least: int, gap: int = 3, columns: int = 1) -> None:
        self._cells = tuple(cells)
        self._columns = max(columns, len(self._cells))
        self._least = least
        self._gap = gap

    def _width(self, width: int) -> int | None:
        share = (width - self._gap * (self._columns - 1)) // self._columns
        return share if share >= self._least else None

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """The whole width."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The tallest cell's height, or that of the stack."""
        share = self._width(width)
        if share is None:
            return Stack(*self._cells).get_height(rules, width)
        return max(cell.get_height(rules, share) for cell in self._cells)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The strips of the cells joined row by row."""
        share = self._width(width)
        if share is None:
            return Stack(*self._cells).render_strips(width, height, style, options)
        columns = [cell.render_strips(share, height, style, options) for cell in self._cells]
        blank = Strip.blank(share, style.rich_style)
        gap = Strip.blank(self._gap, style.rich_style)
        strips = []
        for row in range(max(map(len, columns))):
            parts = []
            for number, column in enumerate(columns):
                if number:
                    parts.append(gap)
                cell = column[row].adjust_cell_length(share, style.rich_style) if row < len(column) else blank
                parts.append(cell)
            strips.append(Strip.join(parts))
        return strips
