"""Facts by the sources that have them, as a list of bars."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets.option_list import Option

from tui.diagram import Combination
from tui.model import Comparison
from tui.widgets.passages import source_style

NOT_IN = "·"
BLOCK = "█"
LONGEST_BAR = 60  # cells


class Bar(Visual):
    """One row: the letters of the sources, a bar as long as its share of the largest number, the number."""

    def __init__(self, label: Content, number: int, largest: int) -> None:
        self._label = label
        self._number = number
        self._largest = largest

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """The whole width."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """One row."""
        return 1

    def render_strips(
        self,
        width: int,
        height: int | None,  # noqa: ARG002
        style: Style,
        options: RenderOptions,  # noqa: ARG002
    ) -> list[Strip]:
        """The row; where there is no room for a bar, the letters and the number."""
        room = width - self._label.cell_length - len(f"{self._largest:,}") - 2
        length = max(1, round(self._number / self._largest * min(LONGEST_BAR, room))) if room > 0 else 0
        bar = Content.styled(BLOCK * length, "$partial")
        line = Content.assemble(self._label, " ", bar, f" {self._number:,}")
        return [Strip(line.truncate(width, ellipsis=True).render_segments(style))]


def bars(comparison: Comparison, combinations: tuple[Combination, ...]) -> Iterator[Option]:
    """Make a bar for each combination, its index as id; a dot stands for a source without such a fact."""
    largest = max((len(one.facts) for one in combinations), default=0)
    for number, one in enumerate(combinations):
        label = Content(" ").join(
            Content.styled(source.key, source_style(comparison, source.key))
            if source.key in one.keys
            else Content.styled(NOT_IN * len(source.key), "$quiet")
            for source in comparison.sources
        )
        yield Option(Bar(label, len(one.facts), largest), id=str(number))
