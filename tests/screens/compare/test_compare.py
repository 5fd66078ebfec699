from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from threading import Event

import pytest
from aligned import story, unmatched
from comparing import at, compared, foot, row_of, told, under_cursor
from stories import PreparedAnalysis, PreparedApp, bare, hostile, screen_text
from textual.events import MouseScrollDown
from textual.worker import WorkerFailed

from tui import analysis, compare
from tui.app import RashomonApp
from tui.model import AlignmentGroup, Article
from tui.session import Choices, Session
from tui.widgets.marks import Mark, Place


async def test_every_article_is_on_the_screen_with_its_name_and_its_letter() -> None:
    async with compared() as (_, screen):
        shown = screen_text(screen.app)
        for expected in ("A  Harbour Gazette", "B  Coast Wire", "C  Island Radio", "¶3", "Two tugs"):
            assert expected in shown


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("j", "A1.2"),
        ("down", "A1.2"),
        ("j j", "A2.1"),
        ("j k", "A1.1"),
        ("j up", "A1.1"),
        ("k", "A1.1"),
        ("}", "A2.1"),
        ("J J", "A3.1"),
        ("} {", "A1.1"),
        ("} K", "A1.1"),
        ("G", "A3.1"),
        ("end", "A3.1"),
        ("G g g", "A1.1"),
        ("G home", "A1.1"),
        ("pagedown", "A3.1"),
        ("space", "A3.1"),
        ("ctrl+d", "A3.1"),
        ("G pageup", "A1.1"),
        ("G b", "A1.1"),
        ("G ctrl+u", "A1.1"),
        ("l", "B1.1"),
        ("right right", "C1.1"),
        ("l h", "A1.1"),
        ("l left", "A1.1"),
        ("h", "A1.1"),
        ("2", "B1.1"),
        ("3", "C1.2"),
        ("3 1", "A1.1"),
        ("tab", "B1.1"),
        ("tab tab", "C1.1"),
        ("shift+tab", "C1.1"),
        ("] u", "A1.2"),
        ("] u ] u", "B1.1"),
        ("] u ] u ] u", "B2.2"),
        ("[ u", "C2.1"),
        ("] u [ u", "C2.1"),
        ("] c", "A1.2"),
        ("] c ] c", "A2.1"),
        ("[ c", "B2.1"),
        ("] g", "A3.1"),
        ("] g ] g", "C2.1"),
        ("[ g", "C2.1"),
        ("] x", "A1.1"),
        ("] escape j", "A1.2"),
    ],
)
async def test_keys_move_the_cursor(keys: str, expected: str) -> None:
    async with compared() as (pilot, screen):
        await pilot.press(*keys.split())
        assert at(screen) == expected


async def test_from_the_last_unique_fact_the_way_leads_round_to_the_first() -> None:
    async with compared() as (pilot, screen):
        await pilot.press(*"]u" * 5)
        assert under_cursor(screen) == "48 passengers"
        assert any("back to the first" in toast.message for toast in screen.app._notifications)


async def test_a_waiting_key_is_shown_and_escape_takes_it_back() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("]")
        assert "] …" in foot(screen)
        await pilot.press("escape")
        assert "…" not in foot(screen)
        assert at(screen) == "A1.1"


async def test_the_second_key_of_a_sequence_does_not_do_what_it_does_alone() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("]", "c")
        assert screen.app.screen is screen


async def test_what_reports_the_same_slides_level_with_the_cursor() -> None:
    long = Article("Long Way", tuple(f"Filler paragraph number {n} about nothing." for n in range(30)))
    late = replace(long, paragraphs=(*long.paragraphs, "The tower fell."))
    early = Article(
        "Early Bird", ("The tower fell.", *(f"Other matter {n} of no weight." for n in range(30)))
    )
    comparison = bare((late, early))
    groups = (
        AlignmentGroup(1, {"A": (30,), "B": (0,)}, 1.0),
        *(AlignmentGroup(n + 2, {"A": (n,), "B": ()}, 0.0) for n in range(30)),
        *(AlignmentGroup(n + 40, {"A": (), "B": (n,)}, 0.0) for n in range(1, 31)),
    )
    async with compared(replace(comparison, groups=groups), size=(80, 24)) as (pilot, screen):
        await pilot.press("G")
        row = screen_text(screen.app).splitlines()[row_of(screen, "The tower fell.")]
        assert row.count("The tower fell.") == 2
        assert "━" in row
        assert "reports A ¶31" in screen_text(screen.app)
        before = screen_text(screen.app).count("Other matter")
        await pilot.press("k")
        assert "does not report A ¶30" in screen_text(screen.app)
        assert screen_text(screen.app).count("Other matter") == before


async def test_the_aligned_view_sets_counterparts_in_rows_and_says_who_is_silent() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("v")
        shown = screen_text(screen.app)
        assert shown.count("— B does not report this —") == 2
        assert shown.count("— C does not report this —") == 2
        assert row_of(screen, "harbour master") in range(
            row_of(screen, "“The fog came"), row_of(screen, "An inquiry")
        )
        await pilot.press("v")
        assert "does not report this —" not in screen_text(screen.app)


async def test_zoom_shows_one_column_and_the_next_one_after_tab() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("z")
        assert "Coast Wire" not in screen_text(screen.app)
        await pilot.press("tab")
        assert "Coast Wire" in screen_text(screen.app)
        assert "Harbour Gazette" not in screen_text(screen.app)
        await pilot.press("z")
        assert "Harbour Gazette" in screen_text(screen.app)


async def test_a_hidden_column_comes_back_with_all_columns() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("2", "x")
        assert "Coast Wire" not in screen_text(screen.app)
        assert at(screen).startswith(("A", "C"))
        await pilot.press("X")
        assert "Coast Wire" in screen_text(screen.app)


async def test_the_last_column_cannot_be_hidden() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("x", "x", "x")
        assert len(screen.scene.columns) == 1


async def test_escape_peels_one_layer_at_a_time() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("x", "z", "/", *"ferry", "enter")
        await pilot.press("escape")
        assert "1/" not in foot(screen)
        assert screen.scene.zoomed
        await pilot.press("escape")
        assert not screen.scene.zoomed
        assert screen.scene.hidden
        await pilot.press("escape")
        assert not screen.scene.hidden


async def test_on_a_narrow_screen_the_columns_move_sideways_with_the_cursor() -> None:
    async with compared(size=(80, 24)) as (pilot, screen):
        assert "Island Radio" not in screen_text(screen.app)
        assert "C ›" in screen_text(screen.app)
        await pilot.press("3")
        assert "Island Radio" in screen_text(screen.app)
        assert "‹ A" in screen_text(screen.app)


async def test_where_two_columns_do_not_fit_tab_shows_the_counterpart_in_place() -> None:
    async with compared(size=(50, 20)) as (pilot, screen):
        assert "Coast Wire" not in screen_text(screen.app)
        await pilot.press("tab")
        assert "Coast Wire" in screen_text(screen.app)
        assert "Harbour Gazette" not in screen_text(screen.app)


async def test_the_foot_line_says_who_reports_the_sentence_and_what_is_marked() -> None:
    async with compared(replace(story(), conflicts=())) as (pilot, screen):
        assert "A ¶1 · reported by B ¶1 (fully), C ¶1 (partly)" in foot(screen)
        await pilot.press("j")
        assert "◆ Only A: 48 passengers (number)" in foot(screen)
        await pilot.press("G")
        assert "A ¶3 · no other source reports this sentence" in foot(screen)


async def test_a_conflict_comes_before_a_fact_in_the_foot_line() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("]", "c")
        assert "‼ Conflict: A has “48 passengers”" in foot(screen)


async def test_tab_on_a_conflict_leads_to_the_passage_that_contradicts_it() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("]", "c")
        assert under_cursor(screen) == "48 passengers"
        await pilot.press("tab")
        assert under_cursor(screen) == "52 passengers"


async def test_a_source_that_is_silent_is_said_to_be() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("]", "g", "tab")
        assert any("B does not report this" in toast.message for toast in screen.app._notifications)


async def test_search_counts_while_typing_and_goes_round() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("/", *"ferry")
        assert "1/4" in foot(screen)
        await pilot.press("enter", "n")
        assert "2/4" in foot(screen)
        assert under_cursor(screen).lower() == "ferry"
        await pilot.press("N", "N")
        assert "4/4" in foot(screen)
        await pilot.press("n")
        assert "1/4" in foot(screen)


async def test_a_capital_in_the_search_matches_only_capitals() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("/", *"Ferries", "enter")
        assert "1/1" in foot(screen)


async def test_escape_in_the_search_goes_back_to_where_it_began() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("j", "/", *"tugs")
        assert at(screen) == "C2.1"
        await pilot.press("escape")
        assert at(screen) == "A1.2"
        assert "/" not in foot(screen)


async def test_keys_typed_in_the_search_are_text() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("/", *"]qz")
        assert screen.app.is_running
        assert not screen.pending
        assert not screen.scene.zoomed


async def test_copying_takes_the_reference_along() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("j", "y")
        assert screen.app.clipboard == "All 48 passengers were brought ashore. [A ¶1, Harbour Gazette]"


async def test_a_click_puts_the_cursor_on_the_sentence_under_the_mouse() -> None:
    async with compared() as (pilot, screen):
        row = row_of(screen, "Two tugs")
        cell = screen_text(screen.app).splitlines()[row].index("Two tugs")
        await pilot.click(screen.canvas, offset=(cell + 3, row))
        assert at(screen) == "C2.1"


async def test_the_wheel_scrolls_but_the_cursor_stays_in_the_text() -> None:
    long = Article("Long Way", tuple(f"Paragraph number {n} of many." for n in range(40)))
    async with compared(unmatched(long, long), size=(80, 24)) as (pilot, screen):
        first = screen_text(screen.app)
        screen.canvas.post_message(
            MouseScrollDown(screen.canvas, 5, 5, 0, 0, 0, False, False, False, screen_x=5, screen_y=5)
        )
        await pilot.pause()
        assert screen_text(screen.app) != first
        assert at(screen) == "A1.1"


async def test_a_resize_keeps_the_cursor_in_sight() -> None:
    long = Article("Long Way", tuple(f"Number {n} of many that follow it." for n in range(60)))
    async with compared(unmatched(long, long), size=(140, 40)) as (pilot, screen):
        await pilot.press(*"J" * 40)
        for size in ((80, 24), (60, 12), (200, 50)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Number 40 of" in screen_text(screen.app)


async def test_marks_arrive_without_moving_text_or_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    app = PreparedApp(story())
    made = app._prepared
    monkeypatch.setattr(app, "_prepared", None)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        await pilot.press("j")
        assert app.navigation.compare_screen.canvas.place == Place(0, 1)
        before = [line[:-1] for line in screen_text(app).splitlines()[2:-3]]
        app.state.set_analysis(PreparedAnalysis(made))
        await pilot.pause()
        after = [line[:-1] for line in screen_text(app).splitlines()[2:-3]]
        assert app.navigation.compare_screen.canvas.place == Place(0, 1)
        strip: Callable[[str], str] = lambda line: "".join(c for c in line if c not in "·◦◇◆‼│─↑↓▏ ")  # noqa: E731
        assert [strip(line) for line in before] == [strip(line) for line in after]


async def test_a_failed_analysis_is_told_and_the_texts_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("[/oops] no words")

    monkeypatch.setattr(analysis, "analyse", fail)
    app = RashomonApp((Article("Gazette", ("The pier burnt down.",)),))
    async with app.run_test() as pilot:
        await pilot.pause()
        with suppress(WorkerFailed):
            await app.workers.wait_for_complete()
        await pilot.pause()
        assert "The pier burnt down." in screen_text(app)
        assert "[/oops] no words" in app.state.comparing.failure
        await pilot.press("f", "v", "w")
        assert app.screen is app.navigation.compare_screen


async def test_the_analysis_runs_and_its_marks_appear() -> None:
    articles = (
        Article("Gazette", ("The pier at Oldhaven burnt down on Monday.", "Nine boats were lost.")),
        Article("Wire", ("The pier at Oldhaven burnt down on Monday.",)),
    )
    app = RashomonApp(articles, session=Session(Choices().budget(30)))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.state.comparison is not None
        assert "reported by B ¶1 (fully)" in foot(app.navigation.compare_screen)


async def test_text_that_looks_like_markup_is_drawn_as_it_is() -> None:
    async with compared(hostile()) as (pilot, screen):
        shown = screen_text(screen.app)
        assert "[/oops] [AP] — [b]x[/b]" in shown
        await pilot.press("y", "tab", "v", "]", "c")
        assert "[/oops]" in foot(screen)


async def test_one_article_alone_can_be_read() -> None:
    async with compared(unmatched(Article("Solo", ("Only one. Tells it.",)))) as (pilot, screen):
        await pilot.press("tab", "j", "v", "x", "]", "u", "]", "c", "]", "g")
        assert at(screen) == "A1.2"


async def test_one_article_alone_is_told_to_have_no_conflicts() -> None:
    async with compared(unmatched(Article("Solo", ("Only one. Tells it.",)))) as (pilot, screen):
        await pilot.press("]", "c")
        told = [toast.message for toast in screen.app._notifications]
        assert told == ["One account cannot contradict itself here."]


async def test_wide_characters_stay_inside_their_column() -> None:
    texts = ("漢字を含む文章です。" * 12, "👩\u200d👩\u200d👧 e\u0301 " * 30)
    articles = tuple(Article(f"Name {n}", (text,)) for n, text in enumerate(texts))
    async with compared(unmatched(*articles), size=(80, 24)) as (_, screen):
        strips = screen.canvas.render_lines(screen.canvas.size.region)
        assert {strip.cell_length for strip in strips} == {80}


async def test_the_palette_lists_what_can_be_done_with_its_keys() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"zoom", "enter")
        await pilot.pause()
        await pilot.pause()
        assert screen.scene.zoomed


async def test_q_quits() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("q")
        assert not screen.app.is_running


async def test_what_is_hidden_is_named_and_only_the_last_message_stays() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("2", "x")
        assert told(screen) == ["B is hidden; X shows all columns again."]
        await pilot.press("X", "X")
        assert told(screen) == ["No column is hidden."]


async def test_up_and_down_go_from_match_to_match_while_typing() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("slash", *"ferry", "down")
        assert "2/" in foot(screen)
        await pilot.press("up", "tab")
        assert "2/" in foot(screen)


async def test_a_search_without_a_match_says_so_while_typing() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("slash", *"zeppelin")
        assert "no match" in foot(screen)
        await pilot.press("enter")
        assert "no match" not in foot(screen)


async def test_the_footer_shows_no_key_that_would_only_be_typed() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("slash")
        await pilot.pause()
        assert "Search" not in screen_text(screen.app).splitlines()[-1]


async def test_a_screen_of_a_few_rows_still_shows_text() -> None:
    async with compared(size=(40, 5)) as (_, screen):
        assert "Ferry aground" in screen_text(screen.app)


async def test_quitting_does_not_wait_for_the_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()

    def forever(*_: object, **__: object) -> None:
        go_on.wait()

    monkeypatch.setattr(analysis, "analyse", forever)
    try:
        async with RashomonApp((Article("Gazette", ("The pier burnt down.",)),)).run_test() as pilot:
            await pilot.pause()
            await pilot.press("q")
        await asyncio.wait_for(asyncio.get_running_loop().shutdown_default_executor(), 10)
    finally:
        go_on.set()


async def test_ctrl_c_says_which_key_quits() -> None:
    async with compared() as (pilot, screen):
        await pilot.press("ctrl+c")
        assert told(screen) == ["Press q to quit."]


async def test_page_furniture_is_quiet_and_said_to_belong_to_the_page() -> None:
    report = "The ferry ran aground at noon on Tuesday, the port said."
    made = compare(
        [
            Article.from_text(f"{report}\n\nSign up here.\n\nTwo tugs freed it.", name="A", title=""),
            Article.from_text(report, name="B", title=""),
        ]
    )
    async with compared(made) as (pilot, screen):
        await pilot.press("}")
        assert foot(screen).startswith("A ¶2 · belongs to the page, not to the report")
        marks = screen.canvas.marks
        assert marks is not None
        assert [span.mark for span in marks.spans(0, 1)] == [Mark.FURNITURE]
