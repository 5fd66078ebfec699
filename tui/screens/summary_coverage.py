"""Bars of the facts that the summary carries, and the sources that it does not draw on."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from tui.model import Comparison, Summary
from tui.session import Choices
from tui.widgets.passages import source_name, source_style
from tui.widgets.visuals import Hanging, Prose, SideBySide, Stack
from tui.wording.counts import enumeration
from tui.wording.sources import outlets_and_origins, same_text
from tui.wording.summary import why_unused

BAR = 10  # cells of a bar at most
LABEL = 28  # cells of what it stands for at most
NUMBERS = 8  # cells for both numbers
NARROWEST = 26  # bars that would be narrower with all of that are put one under the other


def coverage(comparison: Comparison, summary: Summary, choices: Choices) -> Visual:
    """Bars for the shared facts, those of each source alone and the words; then what there is to say."""
    covered = summary.coverage
    bars: list[Visual] = [Bar(Content("Shared"), covered.shared_in_summary, covered.shared, "bold")]
    if choices.sentences is None and choices.share is None:
        bars.append(Bar(Content("Words"), summary.words, choices.words, ""))
    bars += [
        Bar(
            Content.assemble("Only ", source_name(comparison, key)),
            covered.unique_in_summary.get(key, 0),
            covered.unique.get(key, 0),
            source_style(comparison, key),
        )
        for key in comparison.by_key
    ]
    pairs = [SideBySide(bars[i : i + 2], least=NARROWEST, columns=2) for i in range(0, len(bars), 2)]
    return Stack(
        Content.styled("Facts in the summary", "bold"),
        *pairs,
        *_origins(comparison),
        *_not_drawn_on(comparison, summary),
    )


class Bar(Visual):
    """A part of a whole: a label, a bar, both numbers; the bar gives way where it is narrow."""

    def __init__(self, label: Content, part: int, whole: int, style: str) -> None:
        self._label = label
        self._part = part
        self._whole = whole
        self._style = style

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """All that it can use."""
        return LABEL + BAR + NUMBERS

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """One line."""
        return 1

    def render_strips(
        self,
        width: int,
        height: int | None,
        style: Style,
        options: RenderOptions,
    ) -> list[Strip]:
        """The line."""
        bar = max(0, min(BAR, (width - NUMBERS) // 3))
        indent = max(2, min(LABEL, width - NUMBERS - bar))
        filled = min(bar, round(bar * self._part / self._whole)) if self._whole else 0
        line = Content.assemble(
            ("━" * filled, self._style),
            ("─" * (bar - filled), "$quiet"),
            f" {self._part}/{self._whole}" if self._whole else " none",
        )
        label = self._label.truncate(indent - 1, ellipsis=True)
        return Hanging(label, line, indent).render_strips(width, height, style, options)


def _origins(comparison: Comparison) -> Iterator[Visual]:
    """That some sources carry one text, so that they are no independent witnesses of each other."""
    alike = same_text(comparison)
    if alike:
        carried = "; ".join(f"{enumeration(keys)} carry one text" for keys in alike)
        yield Prose(Content.assemble((outlets_and_origins(comparison), "bold $warning"), f": {carried}."))


def _not_drawn_on(comparison: Comparison, summary: Summary) -> Iterator[Visual]:
    for key, unused in summary.unused.items():
        name = Content.styled(key, source_style(comparison, key))
        yield Prose(Content.assemble(name, (" is not drawn on: ", "$quiet"), f"{why_unused(key, unused)}."))
