from __future__ import annotations

from dataclasses import replace

import pytest
from aligned import story, unmatched
from comparing import at, compared, foot, row_of, told
from stories import PreparedAnalysis, bare, screen_text, with_reports
from textual.widgets import Input

from tui.app import MEASURE
from tui.model import AlignmentGroup, Article, Comparison, Level, Report
from tui.screens.compare import CompareScreen
from tui.session import ViewState


def agreed(paragraphs: int = 6, sources: int = 2) -> Comparison:
    """Accounts that tell the same in every paragraph, but for the third of the second one."""
    names = ("Gazette", "Wire", "Radio", "Courier", "Herald")[:sources]
    articles = [
        Article(name, tuple(f"Item {n} as told by the {name}." for n in range(1, paragraphs + 1)))
        for name in names
    ]
    keys = "ABCDE"[:sources]
    reports = {
        f"{key}{n}.1": tuple(
            Report(other, Level.FULL, 0.9, (f"{other}{n}.1",)) for other in keys if other != key
        )
        for key in keys
        for n in range(1, paragraphs + 1)
        if n != 3 or key not in "AB"
    }
    reports["A3.1"] = tuple(Report(key, Level.NONE, 0.0) for key in keys[1:])
    reports["B3.1"] = tuple(Report(key, Level.NONE, 0.0) for key in keys if key != "B")
    comparison = with_reports(bare(articles), reports)
    groups = [AlignmentGroup(n, dict.fromkeys(keys, (n,)), 1.0) for n in range(paragraphs) if n != 2]
    groups += [
        AlignmentGroup(90 + i, {k: (2,) if k == key else () for k in keys}, 0.0) for i, key in enumerate(keys)
    ]
    return replace(comparison, groups=tuple(groups))


def heads(screen: CompareScreen) -> str:
    """The letters of the columns from left to right."""
    return "".join(screen.scene.keys[column.source] for column in screen.scene.columns)


async def test_only_differences_folds_what_all_report_into_a_line() -> None:
    async with compared(agreed()) as (pilot, screen):
        await pilot.press("d")
        shown = screen_text(screen.app)
        assert shown.count("… 2 paragraphs all report") == 2
        assert shown.count("… 3 paragraphs all report") == 2
        assert shown.count("Item 3") == 2
        assert "Item 4" not in shown
        assert at(screen) == "A3.1"
        assert "only differences: 2 of 12 ¶" in foot(screen)
        await pilot.press("d")
        assert "Item 4" in screen_text(screen.app)
        assert at(screen) == "A3.1"


async def test_only_differences_in_the_aligned_view_folds_whole_rows() -> None:
    async with compared(agreed()) as (pilot, screen):
        await pilot.press("v", "d")
        shown = screen_text(screen.app)
        row = shown.splitlines()[row_of(screen, "… 2 paragraphs all report")]
        assert row.count("… 2 paragraphs all report") == 2
        assert "Item 4" not in shown
        assert "— B does not report this —" in shown


async def test_escape_leaves_the_filter() -> None:
    for key in "dp":
        async with compared(agreed()) as (pilot, screen):
            await pilot.press(key)
            assert "Item 4 as told by the Wire" not in screen_text(screen.app)
            await pilot.press("escape")
            assert "Item 4 as told by the Wire" in screen_text(screen.app)
            assert "¶" in foot(screen)
            assert "only differences" not in foot(screen)
            assert "saves" not in foot(screen)


@pytest.mark.parametrize("view", [(), ("v",)], ids=["reading", "aligned"])
async def test_the_shortest_path_is_one_article_and_of_the_others_what_is_new(view: tuple[str, ...]) -> None:
    async with compared(agreed()) as (pilot, screen):
        await pilot.press(*view, "2", "p")
        shown = screen_text(screen.app)
        assert all(f"Item {n} as told by the Wire" in shown for n in range(1, 7))
        assert "Item 3 as told by the Gazette" in shown
        assert "Item 4 as told by the Gazette" not in shown
        assert "nothing" in shown
        assert "path from B saves 35 of 84 words" in foot(screen)
        await pilot.press("p")
        assert "Item 4 as told by the Gazette" in screen_text(screen.app)


async def test_the_two_filters_take_each_others_place() -> None:
    async with compared(agreed()) as (pilot, screen):
        await pilot.press("d", "p")
        assert "path from A saves" in foot(screen)
        assert "only differences" not in foot(screen)
        assert "Item 4 as told by the Gazette" in screen_text(screen.app)


async def test_what_is_gone_to_comes_out_of_its_fold() -> None:
    async with compared(agreed()) as (pilot, screen):
        await pilot.press("d", "/", *"item 5", "enter")
        assert at(screen) == "A5.1"
        shown = screen_text(screen.app)
        assert "Item 5 as told by the Gazette" in shown
        assert "… 1 paragraph all report" in shown
        await pilot.press("k")
        assert at(screen) == "A3.1"


async def test_a_click_opens_a_fold() -> None:
    async with compared(agreed()) as (pilot, screen):
        await pilot.press("d")
        row = row_of(screen, "Item 3 as told by the Wire") + 2
        await pilot.click(screen.canvas, offset=(80, row))
        assert "Item 5 as told by the Wire" in screen_text(screen.app)
        assert "Item 5 as told by the Gazette" not in screen_text(screen.app)


async def test_a_column_that_is_folded_as_a_whole_can_be_entered() -> None:
    async with compared(agreed(sources=3)) as (pilot, screen):
        comparison = screen.canvas.marks.comparison if screen.canvas.marks else None
        assert comparison is not None
        await pilot.press("p", "3", "j", "k", "1", "tab", "G")
        assert at(screen).startswith("B")


async def test_one_article_has_nothing_to_leave_out() -> None:
    async with compared(unmatched(Article("Solo", ("Only one.",)))) as (pilot, screen):
        await pilot.press("d")
        assert told(screen) == ["With one article there is nothing to leave out."]


LONG = [Article(f"Paper {n}", tuple(f"Number {p} of many in {n}." for p in range(60))) for n in (1, 2)]


def crossed() -> Comparison:
    """Two long accounts, the first paragraph of the one being the last of the other."""
    comparison = bare(LONG)
    groups = tuple(AlignmentGroup(n, {"A": (n,), "B": (59 - n,)}, 1.0) for n in range(60))
    return replace(comparison, groups=groups)


async def test_unlinked_columns_stay_where_they_are() -> None:
    async with compared(crossed(), size=(80, 24)) as (pilot, screen):
        await pilot.press("J", "K")
        assert "Number 59 of many in 2." in screen_text(screen.app)
        await pilot.press("L")
        assert "unlinked" in foot(screen)
        before = list(screen.scene.scroll.offsets)
        await pilot.press("J", "J")
        assert screen.scene.scroll.offsets[1] == before[1]
        await pilot.press("L")
        assert "unlinked" not in foot(screen)
        assert screen.scene.scroll.offsets[1] != before[1]


async def test_linked_movement_never_moves_the_column_that_is_read() -> None:
    async with compared(crossed(), size=(80, 24)) as (pilot, screen):
        await pilot.press("J", "J", "J")
        before = screen.scene.scroll.offsets[0]
        row = row_of(screen, "Number 3 of many in 1.")
        await pilot.press("L", "L", "tab", "tab", "K")
        await pilot.press("J")
        assert screen.scene.scroll.offsets[0] == before
        assert row_of(screen, "Number 3 of many in 1.") == row


async def test_an_unlinked_column_keeps_its_place_while_it_is_out_of_sight() -> None:
    async with compared(crossed(), size=(80, 24)) as (pilot, screen):
        await pilot.press("J", "K", "L", "2", "J", "J", "K")
        row = row_of(screen, "Number 58 of many in 2.")
        await pilot.press("1", "z")
        await pilot.resize_terminal(120, 24)
        await pilot.press("z")
        assert row_of(screen, "Number 58 of many in 2.") == row


async def test_marks_say_whether_the_counterpart_is_above_level_or_below() -> None:
    async with compared(crossed(), size=(80, 24)) as (pilot, screen):
        await pilot.press("J", "J", "J")
        line = screen_text(screen.app).splitlines()[row_of(screen, "Number 56 of many in 2.")]
        assert "━–¶57" in line
        await pilot.press("L", "J", "J")
        line = screen_text(screen.app).splitlines()[row_of(screen, "Number 54 of many in 2.")]
        assert "│↑¶55" in line
        await pilot.press("K", "K", "K", "K")
        line = screen_text(screen.app).splitlines()[row_of(screen, "Number 58 of many in 2.")]
        assert "│↓¶59" in line


async def test_a_counterpart_out_of_sight_is_told_above_its_column() -> None:
    async with compared(crossed(), size=(80, 24)) as (pilot, screen):
        await pilot.press("J", "K", "L", "G", "2", "G", "1")
        assert "↑ ¶4 reports A ¶57" in screen_text(screen.app)


async def test_columns_change_places() -> None:
    async with compared() as (pilot, screen):
        await pilot.press(">")
        assert heads(screen) == "BAC"
        await pilot.press(">", ">")
        assert heads(screen) == "BCA"
        assert told(screen) == ["This is already the last column."]
        await pilot.press("<", "1")
        assert heads(screen) == "BAC"
        assert at(screen).startswith("B")
        await pilot.press("<")
        assert told(screen) == ["This is already the first column."]


async def test_columns_are_made_wider_narrower_and_equal() -> None:
    async with compared(size=(200, 30)) as (pilot, screen):
        equal = screen.scene.layout.widths
        await pilot.press("ctrl+right")
        wider = screen.scene.layout.widths
        assert wider[0] > equal[0]
        assert sum(wider) <= 197
        await pilot.press("ctrl+left", "ctrl+left")
        assert screen.scene.layout.widths[0] < equal[0]
        await pilot.press("=")
        assert screen.scene.layout.widths == equal
        assert {strip.cell_length for strip in screen.canvas.render_lines(screen.canvas.size.region)} == {200}


async def test_no_column_becomes_narrower_than_is_legible() -> None:
    async with compared(size=(140, 30)) as (pilot, screen):
        for _ in range(12):
            await pilot.press("ctrl+right")
        assert min(screen.scene.layout.widths) >= 34
        assert told(screen) == ["The column cannot be made wider."]


async def test_the_aligned_view_keeps_the_columns_equally_wide() -> None:
    async with compared(size=(200, 30)) as (pilot, screen):
        await pilot.press("ctrl+right", "v", "ctrl+right")
        assert len(set(screen.scene.layout.widths)) == 1
        assert told(screen) == ["The aligned view keeps all columns equally wide."]


async def test_the_heading_of_a_row_stays_while_a_tall_row_is_scrolled_through() -> None:
    tall = Article("Tall", ("One. " * 400, "Two."))
    short = Article("Short", ("Brief.", "Two."))
    comparison = bare((tall, short))
    async with compared(comparison, size=(100, 24)) as (pilot, screen):
        await pilot.press("v")
        assert "(continued)" not in screen_text(screen.app)
        await pilot.press("pagedown", "pagedown")
        assert "row 1 of 2 · ¶1 (continued)" in screen_text(screen.app).splitlines()[1]


async def test_five_columns_show_as_many_as_fit_and_name_the_others() -> None:
    async with compared(agreed(sources=5), size=(140, 24)) as (pilot, screen):
        assert heads(screen) == "ABCD"
        assert "E ›" in screen_text(screen.app)
        await pilot.press("5")
        assert heads(screen) == "BCDE"
        assert "‹ A" in screen_text(screen.app)


async def test_below_80_columns_one_article_is_shown_at_a_time() -> None:
    async with compared(size=(79, 24)) as (pilot, screen):
        assert heads(screen) == "A"
        await pilot.press("tab")
        assert heads(screen) == "B"


async def test_a_line_is_no_longer_than_the_measure() -> None:
    async with compared(size=(200, 30)) as (pilot, screen):
        await pilot.press("z")
        assert screen.scene.layout.widths[0] == MEASURE + screen.scene.layout.gutter + 1
        screen.scene.layout.measure = 60
        await pilot.press("z", "z")
        assert screen.scene.layout.widths[0] == 60 + screen.scene.layout.gutter + 1


async def test_corrections_redraw_without_moving_the_cursor() -> None:
    async with compared(crossed(), size=(80, 24)) as (pilot, screen):
        for view in ("L", "v", "d"):
            await pilot.press(view, "J", "J")
            place, row = screen.canvas.place, row_of(screen, "▌")
            regrouped = replace(
                crossed(), groups=tuple(AlignmentGroup(n, {"A": (n,), "B": (n,)}, 1.0) for n in range(60))
            )
            screen.app.state.set_analysis(PreparedAnalysis(regrouped))
            await pilot.pause()
            assert screen.canvas.place == place
            assert row_of(screen, "▌") == row
            screen.app.state.set_analysis(PreparedAnalysis(crossed()))
            await pilot.pause()


async def test_hidden_columns_are_told_as_long_as_they_are_hidden() -> None:
    async with compared() as (pilot, screen):
        assert "hidden" not in foot(screen)
        await pilot.press("x")
        assert "1 hidden · X shows it" in foot(screen)
        await pilot.press("x", "j")
        assert "2 hidden · X shows them" in foot(screen)
        await pilot.press("X")
        assert "hidden" not in foot(screen)


async def test_columns_that_were_hidden_last_time_are_told_at_once() -> None:
    async with compared(view=ViewState(hidden=frozenset("B"))) as (_, screen):
        assert "1 hidden · X shows it" in foot(screen)


async def test_the_input_of_a_note_is_no_search() -> None:
    async with compared() as (pilot, screen):
        await screen.mount(Input(value="ferry", id="elsewhere"))
        await pilot.pause()
        assert "1/" not in foot(screen)


async def test_right_to_left_text_stays_inside_its_column() -> None:
    hebrew = Article("עיתון", ("הנמל נפתח מחדש ביום שלישי לאחר סערה. " * 6, "סוף דבר."))
    arabic = Article("جريدة", ("أعيد فتح الميناء يوم الثلاثاء بعد العاصفة. " * 6,))
    async with compared(unmatched(hebrew, arabic), size=(80, 24)) as (_, screen):
        strips = screen.canvas.render_lines(screen.canvas.size.region)
        assert {strip.cell_length for strip in strips} == {80}
        shown = screen_text(screen.app).replace("\u200e", "").splitlines()
        dividers = {line.index("│") for line in shown[3:12]}
        assert len(dividers) == 1


async def test_the_story_has_a_difference_in_every_paragraph() -> None:
    async with compared(story()) as (pilot, screen):
        await pilot.press("d")
        assert "paragraphs" not in screen_text(screen.app)


async def test_a_line_from_right_to_left_is_closed_before_the_next_column() -> None:
    hebrew = Article("עיתון", ("הנמל נפתח מחדש.",), title="הנמל")
    async with compared(unmatched(hebrew, hebrew), size=(80, 24)) as (_, screen):
        lines = screen_text(screen.app).splitlines()
        assert lines[0].count("\u200e") == 4
        line = lines[row_of(screen, "הנמל נפתח מחדש.")]
        assert line.index("\u200e") < line.index("│") or line.index("\u200e") < line.index("━")
        assert "\u200e" not in lines[-1]
