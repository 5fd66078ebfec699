from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from handmade import BRIDGE, CLOSED, FERRY, TRUCKS, comparison
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from tui.export.text import render, to_text
from tui.model import Comparison
from tui.reading.cleaning import clean


def squeezed(text: str) -> str:
    return "".join(text.split())


def terminal(width: int, **options: object) -> str:
    console = Console(file=io.StringIO(), force_terminal=True, width=width, _environ={}, **options)
    render(comparison(), console)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [60, 80, 99])
def test_a_narrow_rendering_has_every_text_whole_one_after_the_other(width: int):
    text = squeezed(to_text(comparison(), width=width))
    for paragraph in (BRIDGE, CLOSED, FERRY, TRUCKS):
        assert squeezed(paragraph) in text
    assert "…" not in text.replace("“…in", "")


def test_a_wide_rendering_puts_what_belongs_together_side_by_side():
    lines = to_text(comparison(), width=100).splitlines()
    assert any("A ¶1" in line and "B ¶1" in line for line in lines)
    assert any("The old bridge over" in line and "The Sarn bridge has been closed" in line for line in lines)


def test_four_sources_are_not_squeezed_side_by_side():
    whole = comparison()
    four = replace(
        whole,
        sources=(*whole.sources, replace(whole.sources[0], key="C"), replace(whole.sources[1], key="D")),
    )
    assert not any("A ¶1" in line and "B ¶1" in line for line in to_text(four, width=100).splitlines()[20:50])
    assert any("A ¶1" in line and "B ¶1" in line for line in to_text(four, width=140).splitlines())


@pytest.mark.parametrize("width", [40, 60, 100, 140])
def test_no_line_is_longer_than_the_width_or_ends_in_spaces(width: int):
    lines = to_text(comparison(), width=width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []


def test_gaps_are_explicit_and_name_the_paragraphs_that_report_parts():
    text = to_text(comparison(), width=60)
    assert "A does not report this." in text
    assert "B does not report this." in text
    assert "B has no paragraph on this; parts of it in ¶1." in text


def test_warnings_facts_conflicts_and_summary_are_all_there():
    text = to_text(comparison(), width=100)
    assert "! The text breaks off in mid-sentence" in text
    assert (
        text.index("SOURCES") < text.index("PARAGRAPH BY") < text.index("ONLY IN A") < text.index("CONFLICTS")
    )
    assert "Upper Marl" in text.partition("ONLY IN A")[2].partition("ONLY IN B")[0]
    conflicts = text.partition("CONFLICTS")[2].partition("SUMMARY")[0]
    assert "A has “14 cracks”, B has “41 cracks” for the same quantity; they cannot both hold." in conflicts
    assert "“14 cracks”" in conflicts
    assert "“41 cracks”" in conflicts
    summary = text.partition("SUMMARY")[2]
    assert "[A ¶1], also B ¶1" in summary
    assert "Disputed, which figure: A has “14 cracks”" in summary


def test_without_conflicts_it_says_so():
    whole = replace(comparison(), conflicts=())
    bare = replace(whole, summary=replace(whole.summary, lines=whole.summary.lines[:1]))
    assert "None found." in to_text(bare, width=80)


def test_a_file_gets_no_escape_sequence_and_a_terminal_gets_colour_unless_told_otherwise():
    assert "\x1b" not in to_text(comparison())
    assert "\x1b[1;36m" in terminal(100, color_system="standard")
    assert "36m" not in terminal(100, color_system="standard", no_color=True)


@settings(deadline=None)
@given(
    st.text(max_size=40).map(clean).filter(str.strip)
    | st.sampled_from(["[/oops]", "[bold]x[/bold]", "[AP]", ":smile:"])
)
def test_markup_in_a_name_or_a_title_is_only_text(text: str):
    whole: Comparison = comparison(name=text, title=text)
    assert squeezed(to_text(whole, width=100)).count(squeezed(text)) >= 2


@pytest.mark.parametrize("width", range(40, 100))
def test_a_reference_is_not_broken_at_the_end_of_a_line(width: int):
    story = comparison()
    lines = (replace(story.summary.lines[0], also=("B1.1", "B2.1", "A2.1", "A3.1")),)
    text = to_text(replace(story, summary=replace(story.summary, lines=lines)), width=width)
    assert not re.search(r"\b[AB]$", text.partition("SUMMARY")[2], flags=re.MULTILINE)
    assert "also A ¶2, A ¶3" in " ".join(text.split())
