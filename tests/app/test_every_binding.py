"""Every key of the table of actions does on its screen what the table says, and one sees it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from aligned import story, unmatched
from stories import PreparedApp, complete, passage, screen_text
from textual.pilot import Pilot

from tui.keys import ACTIONS, LETTER, Action, is_sequence
from tui.model import Article, Comparison, Fact, FactKind


@dataclass(frozen=True)
class Seen:
    """What a person sees of an action.

    Attributes:
        before: The keys that lead to where it makes a difference, with blanks between them.
        shows: What stands on the screen afterwards and did not before.
        hides: What stood on the screen before and does not afterwards.
        then: Keys without which one would only see a colour change.
    """

    before: str = ""
    shows: str = ""
    hides: str = ""
    then: str = ""


FIND = "/ f e r r y"
AT = {
    f"{letter}{paragraph}": f" {letter} ¶{paragraph} ·" for letter in "ABCDEFGHI" for paragraph in (1, 2, 3)
}
WHY = "Why  A Harbour Gazette"

SEEN = {
    "app.facts": Seen(shows="8 of 8 facts"),
    "app.summary": Seen(shows="Facts in the summary"),
    "app.conflicts": Seen(shows="2 between 3 sources"),
    "app.map": Seen(shows="3 sources · 7 paragraphs"),
    "app.export": Seen(shows="the summary to a file"),
    "app.open": Seen(shows="add an article, or remove one"),
    "app.note": Seen(shows="Note to A ¶1"),
    "app.tag": Seen(shows="Tags of A ¶1"),
    "app.checked": Seen(shows="✓ checked"),
    "app.notes": Seen(shows="There is no note yet."),
    "app.undo": Seen("C", hides="✓ checked"),
    "app.redo": Seen("C u", shows="✓ checked"),
    "app.theme": Seen(shows="The theme is now rashomon-light"),
    "app.compare_again": Seen(shows="The articles are compared."),
    "app.help": Seen(shows="every key · Esc closes"),
    "app.palette": Seen(shows="Find an action by name"),
    "app.back": Seen("M", hides="3 sources · 7 paragraphs"),
    "app.quit": Seen(),  # nothing is left to see
    "compare.view": Seen(shows="row 1 of 4"),
    "compare.why": Seen(shows=WHY),
    "compare.zoom": Seen(hides="B  Coast Wire"),
    "compare.differences": Seen(shows="only differences"),
    "compare.shortest_path": Seen(shows="path from A"),
    "compare.link": Seen(shows="unlinked"),
    "compare.hide_column": Seen(shows="A is hidden", hides="A  Harbour Gazette"),
    "compare.show_columns": Seen("x", shows="A  Harbour Gazette"),
    "compare.move_column(-1)": Seen("2", shows="B  Coast Wire                                 A  Harbour"),
    "compare.move_column(1)": Seen(shows="B  Coast Wire                                 A  Harbour"),
    "compare.widen(-1)": Seen(hides="ran aground off     "),
    "compare.widen(1)": Seen(shows="Tuesday. All 48 passengers "),
    "compare.equal_widths": Seen("ctrl+right", hides="Tuesday. All 48 passengers "),
    "compare.next_unique": Seen("2 down", shows="Only B: built in 1987"),
    "compare.previous_unique": Seen(shows="Only C: Two tugs"),
    "compare.next_conflict": Seen(shows="‼ Conflict: A has “48 passengers”"),
    "compare.previous_conflict": Seen(shows="‼ Conflict: A gives these words"),
    "compare.next_gap": Seen(shows=AT["A3"]),
    "compare.previous_gap": Seen(shows=AT["C2"]),
    "compare.counterpart": Seen(shows=AT["B1"]),
    "compare.counterpart_back": Seen(shows=AT["C1"]),
    "compare.column_left": Seen("2", shows=AT["A1"]),
    "compare.column_right": Seen(shows=AT["B1"]),
    "compare.cursor_down": Seen(shows="‼ Conflict: A has “48 passengers”"),
    "compare.cursor_up": Seen("down", hides="‼ Conflict: A has “48 passengers”"),
    "compare.paragraph_down": Seen(shows=AT["A2"]),
    "compare.paragraph_up": Seen("G", shows=AT["A2"]),
    "compare.page_down": Seen(shows=AT["A3"]),
    "compare.page_up": Seen("G", shows=AT["A1"]),
    "compare.top": Seen("G", shows=AT["A1"]),
    "compare.bottom": Seen(shows=AT["A3"]),
    "compare.search": Seen(shows="in all columns"),
    "compare.search_next": Seen(f"{FIND} enter", shows="2/4 ·"),
    "compare.search_previous": Seen(f"{FIND} enter", shows="4/4 ·"),
    "compare.find_fact": Seen(shows="Words of a fact"),
    "compare.set_mark": Seen(shows="Marked with b"),
    "compare.jump_to_mark": Seen("m b G", shows=AT["A1"]),
    "compare.jump_back": Seen("G", shows=AT["A1"]),
    "compare.copy": Seen(shows="Copied A ¶1"),
    "find.submit": Seen(FIND, hides="Find ferry"),
    "find.cancel": Seen(FIND, hides="1/4 ·"),
    "find.search_next": Seen(FIND, shows="2/4 ·"),
    "find.search_previous": Seen(FIND, shows="4/4 ·"),
    "find.pattern": Seen(FIND, shows="Find pattern ferry"),
    "jump.jump": Seen("F 5 2", shows=AT["B1"]),
    "jump.cursor(1)": Seen("F", shows="▌ ABC place  Brackwater"),
    "jump.cursor(-1)": Seen("F down", shows="▌ AB· event  ran aground"),
    "jump.back": Seen("F", hides="Words of a fact"),
    "why.next_sentence": Seen("w", shows="sentence 2 of 4"),
    "why.previous_sentence": Seen("j w", shows="sentence 1 of 4"),
    "why.next_source": Seen("w", shows="▌C Island Radio reports"),
    "why.previous_source": Seen("w down", shows="▌B Coast Wire reports"),
    "why.accept": Seen("w", shows="reports this fully · by you"),
    "why.reject": Seen("w", shows="does not report this · by you"),
    "why.link": Seen("w", shows="Which paragraph of B reports this?"),
    "why.note": Seen("w", shows="Note to A ¶1"),
    "why.tag": Seen("w", shows="Tags of A ¶1"),
    "why.checked": Seen("w", shows="✓ checked"),
    "why.undo": Seen("w -", hides="does not report this · by you"),
    "why.redo": Seen("w - u", shows="does not report this · by you"),
    "why.help": Seen("w", shows="every key · Esc closes"),
    "why.back": Seen("w", hides=WHY),
    "facts.jump": Seen("f down down down", shows=AT["B1"]),
    "facts.filter_kind": Seen("f", shows="2 of 8 facts · number"),
    "facts.filter_status": Seen("f", shows="4 of 8 facts · shared"),
    "facts.filter_text": Seen("f", shows="Words of the fact"),
    "facts.sort": Seen("f", shows="by place in the text"),
    "facts.why": Seen("f", shows=WHY),
    "facts.back": Seen("f / f o g enter", shows="8 of 8 facts"),
    "conflicts.jump": Seen("c", shows=AT["A2"]),
    "conflicts.dismiss_conflict": Seen("c", shows="why, or nothing; Enter dismisses"),
    "conflicts.confirm": Seen("c", shows="✓ confirmed by you"),
    "conflicts.lesser": Seen("c", hides="In what tone it is told"),
    "conflicts.undo": Seen("c +", hides="✓ confirmed by you"),
    "conflicts.redo": Seen("c + u", shows="✓ confirmed by you"),
    "conflicts.why": Seen("c", shows=WHY),
    "summary.longer": Seen("s", shows="of 50 words"),
    "summary.shorter": Seen("s", shows="of 30 words"),
    "summary.toggle_line": Seen("s", shows="dropped by you"),
    "summary.pin": Seen("s", shows="pinned by you"),
    "summary.include": Seen("s end", shows="pinned by you"),
    "summary.swap": Seen("s", shows="in place of A ¶1"),
    "summary.move_line(1)": Seen("s", shows="1 ‼ All 48 passengers"),
    "summary.move_line(-1)": Seen("s down", shows="1 ‼ All 48 passengers"),
    "summary.note": Seen("s", shows="Note to A ¶1"),
    "summary.unit": Seen("s", shows="of 3 lines"),
    "summary.jump": Seen("s down down", shows=AT["A2"]),
    "summary.export": Seen("s", shows="the summary to a file"),
    "summary.undo": Seen("s space", hides="dropped by you"),
    "summary.redo": Seen("s space u", shows="dropped by you"),
    "summary.why": Seen("s", shows=WHY),
    "map.jump": Seen("M down", shows=AT["A2"]),
    "map.other_half": Seen("M", shows="3 facts of A and B", then="enter"),
    "map.step(1)": Seen("M", shows="  A ¶2  "),
    "map.step(-1)": Seen("M down", shows="  A ¶1  "),
    "map.cross(-1)": Seen("M right", shows="  A ¶1  "),
    "map.cross(1)": Seen("M", shows="  B ¶1  "),
    "map.turn(1)": Seen("M", shows="  A ¶3  "),
    "map.turn(-1)": Seen("M end", shows="  A ¶1  "),
    "map.end(-1)": Seen("M end", shows="  A ¶1  "),
    "map.end(1)": Seen("M", shows="  A ¶3  "),
    "map.why": Seen("M", shows=WHY),
    "map.save_picture": Seen("M", shows="gazette-map.svg"),
    "open.complete": Seen("o b u", shows="│  bulletin.txt"),
    "open.to_list": Seen("o", shows="- Remove"),
    "open.to_path": Seen("o down", hides="- Remove"),
    "open.choose": Seen("o b u tab", shows="D  bulletin"),
    "open.remove": Seen("o down", shows="A  Coast Wire"),
    "open.paste": Seen("o", shows="Pasted text"),
    "open.back": Seen("o", hides="add an article, or remove one"),
    "paste.take": Seen("o ctrl+n T e x t", shows="D  Pasted text"),
    "paste.back": Seen("o ctrl+n T e x t", hides="Pasted text"),
    "notes.jump": Seen("G a x enter g g A", shows=AT["A3"]),
    "notes.note": Seen("a x enter A", shows="Note to A ¶1"),
    "notes.tag": Seen("a x enter A", shows="Tags of A ¶1"),
    "notes.checked": Seen("a x enter A", shows="✓ checked"),
    "notes.filter_text": Seen("a x enter A", shows="Words of the note"),
    "notes.undo": Seen("a x enter A", shows="There is no note yet."),
    "notes.redo": Seen("a x enter A u", hides="There is no note yet."),
    "notes.back": Seen("a x enter A / y enter", shows="1 note ·"),
    "export.next_format": Seen("e", shows="gazette-summary.html"),
    "export.to_clipboard": Seen("e", shows="Copied as Markdown"),
    "export.replace_file": Seen("e enter e enter", hides="the summary to a file"),
    "export.keep_file": Seen("e enter e enter", shows="The file was kept."),
    "export.back": Seen("e", hides="the summary to a file"),
    "prompt.back": Seen("a", hides="Note to A ¶1"),
    "tags.complete": Seen("t f o g enter } t f", shows="fogx", then="x"),
    "tags.back": Seen("t", hides="Tags of A ¶1"),
    "chooser.back": Seen("w =", hides="Which paragraph of B"),
    "chooser.cursor(1)": Seen("w =", shows="▌ B ¶2"),
    "chooser.cursor(-1)": Seen("w = down", shows="▌ B ¶1"),
    "chooser.page(1)": Seen("w =", shows="▌ B ¶2"),
    "chooser.page(-1)": Seen("w = down", shows="▌ B ¶1"),
    "help.back": Seen("?", hides="every key · Esc closes"),
    "help.scroll_list(1)": Seen("?", hides="Everywhere"),
    "help.scroll_list(-1)": Seen("? down", shows="Everywhere"),
    "help.page(1)": Seen("?", hides="Everywhere"),
    "help.page(-1)": Seen("? pagedown", shows="Everywhere"),
}
DIGITS = ("compare.focus_column", "facts.jump_in")
"""Actions of which there is one for each of nine articles."""


def nine() -> Comparison:
    """Nine accounts that have one fact in common."""
    found = unmatched(*(Article(f"Paper {n}", ("The ferry ran aground.",)) for n in range(1, 10)))
    passages = tuple(passage(found, f"{letter}1.1", "ran aground") for letter in "ABCDEFGHI")
    return replace(found, facts=(Fact(1, FactKind.EVENT, "ran aground", passages, 1.0),))


def typed(key: str) -> list[str]:
    """What is pressed for a key of the table, the keys of a sequence one after the other."""
    return list(key.replace(LETTER, "b")) if is_sequence(key) else [key]


async def press(pilot: Pilot[None], keys: list[str]) -> str:
    """The screen after these keys and what they set going."""
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return screen_text(pilot.app)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with one article that is not open, and nothing else."""
    (tmp_path / "bulletin.txt").write_text("The lighthouse was dark on Tuesday.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("action", "key"),
    [
        pytest.param(action, key, id=f"{action.name} {key}")
        for action in ACTIONS
        for key in action.keys
        if not action.name.startswith(DIGITS)
    ],
)
async def test_a_key_does_what_the_table_says(action: Action, key: str) -> None:
    seen = SEEN[action.name]
    app = PreparedApp(complete(story()))
    async with app.run_test(size=(140, 30), notifications=True) as pilot:
        await pilot.pause()
        before = await press(pilot, seen.before.split())
        assert seen.shows not in before or not seen.shows
        assert seen.hides in before
        after = await press(pilot, [*typed(key), *seen.then.split()])
        if action.name == "app.quit":
            assert app._exit
        assert seen.shows in after
        assert seen.hides not in after or not seen.hides


@pytest.mark.parametrize("opens", [[], ["f"]], ids=DIGITS)
async def test_a_digit_leads_to_its_article(opens: list[str]) -> None:
    async with PreparedApp(nine()).run_test(size=(140, 30), notifications=True) as pilot:
        await pilot.pause()
        for number, letter in enumerate("ABCDEFGHI", 1):
            before = await press(pilot, ["3" if number < 3 else "2", *opens])
            assert f" {letter} ¶1 ·" not in before
            assert f" {letter} ¶1 ·" in await press(pilot, [str(number)])


def test_every_action_is_tried() -> None:
    digits = {f"{action}({number})" for action in DIGITS for number in range(1, 10)}
    assert {action.name for action in ACTIONS} == set(SEEN) | digits
    assert [name for name, seen in SEEN.items() if not (seen.shows or seen.hides)] == ["app.quit"]
