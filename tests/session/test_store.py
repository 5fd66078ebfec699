from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Article, Correction, Judgement, Verdict
from tui.session import Choices, Session, ViewState
from tui.session.document import from_json, to_json
from tui.session.identity import identify
from tui.session.store import NoSessionError, Store, recent

GAZETTE = Article(
    "Gazette", ("The pier burnt down.", "Nine boats were lost.", "Rain is expected."), path="a.txt"
)
WIRE = Article("Wire", ("Fire destroyed the pier.", "The mayor came."), path="b.txt")
RADIO = Article("Radio", ("A fire broke out at night.",), path="c.txt")

CHOICES = Choices(
    words=80,
    dropped=frozenset({"A2.1"}),
    kept=frozenset({"B2.1"}),
    order=("B2.1", "A1.1"),
    corrections=(Correction("A1.1", "B", None), Correction("B1.1", "A", "A1")),
    verdicts={"number:A2.1+B2.1": Verdict(Judgement.DISMISSED, "two counts")},
    notes={"A3": "ask the weather service"},
    tags={"B1": ("checked",)},
)
VIEW = ViewState(
    "A3.1",
    {"a": "B2.1"},
    aligned=True,
    linked=False,
    shortest_path=True,
    path_from="A",
    zoomed=True,
    columns=("B", "A"),
    hidden=frozenset({"B"}),
    tops={"A": "A2", "B": "B1"},
    summary_lines=("B2.1", "A1.1"),
    summary_rows=("B2.1", "A2.1", "A1.1"),
)
SESSION = Session(CHOICES, view=replace(VIEW, widths={"A": 1.5}))


def store(folder: Path, *articles: Article, file: Path | None = None) -> Store:
    return Store(articles or (GAZETTE, WIRE), folder, file)


def test_what_was_saved_is_restored(tmp_path: Path) -> None:
    store(tmp_path).save(SESSION)
    restored = store(tmp_path).restore()
    assert restored.session == SESSION
    assert restored.messages == ()


def test_a_session_from_before_the_desk_knew_as_much_is_read(tmp_path: Path) -> None:
    file = store(tmp_path)
    file.save(SESSION)
    data = json.loads(file.path.read_text(encoding="utf-8"))
    for later in ("path_from", "zoomed", "tops"):
        del data["desk"][later]
    file.path.write_text(json.dumps(data), encoding="utf-8")
    restored = store(tmp_path).restore()
    assert restored.messages == ()
    assert restored.session is not None
    assert restored.session.view == replace(SESSION.view, path_from=None, zoomed=False, tops={})


def test_without_a_session_there_is_nothing_to_restore(tmp_path: Path) -> None:
    assert store(tmp_path / "none").restore().session is None


def test_columns_in_another_order_keep_everything(tmp_path: Path) -> None:
    store(tmp_path).save(SESSION)
    restored = store(tmp_path, WIRE, GAZETTE).restore()
    assert restored.messages == ()
    assert restored.session is not None
    assert restored.session.choices.notes == {"B3": "ask the weather service"}
    assert restored.session.choices.verdicts == {
        "number:A2.1+B2.1": Verdict(Judgement.DISMISSED, "two counts")
    }
    assert Correction("B1.1", "A", None) in restored.session.choices.corrections
    assert restored.session.view.sentence == "B3.1"
    assert restored.session.view.widths == {"B": 1.5}
    assert restored.session.view.path_from == "B"
    assert restored.session.view.tops == {"B": "B2", "A": "A1"}


def test_a_changed_article_keeps_what_still_applies_and_says_what_changed(tmp_path: Path) -> None:
    store(tmp_path).save(SESSION)
    changed = replace(
        GAZETTE, paragraphs=("A new first paragraph.", "The pier burnt down.", "Rain is expected.")
    )
    restored = store(tmp_path, changed, WIRE).restore()
    assert restored.session is not None
    assert restored.session.choices.notes == {"A3": "ask the weather service"}
    assert restored.session.choices.dropped == frozenset()
    assert restored.session.choices.order == ("B2.1", "A2.1")
    assert restored.messages == (
        "“Gazette” has changed since you last read it.",
        "2 decisions and notes about passages that are gone or changed could not be kept.",
    )


def test_an_added_article_keeps_everything(tmp_path: Path) -> None:
    store(tmp_path).save(SESSION)
    restored = store(tmp_path, GAZETTE, WIRE, RADIO).restore()
    assert restored.session == SESSION
    assert restored.messages == ("“Radio” is new.",)


def test_other_articles_get_no_session(tmp_path: Path) -> None:
    store(tmp_path).save(SESSION)
    assert store(tmp_path, RADIO).restore().session is None


def test_a_session_lies_beside_the_articles_if_asked_to(tmp_path: Path) -> None:
    file = tmp_path / "story.json"
    store(tmp_path / "state", file=file).save(SESSION)
    assert [path.name for path in tmp_path.iterdir()] == ["story.json"]
    assert store(tmp_path / "state", file=file).restore().session == SESSION


def test_what_a_named_session_loses_stays_in_a_copy(tmp_path: Path) -> None:
    file = tmp_path / "story.json"
    store(tmp_path, file=file).save(SESSION)
    before = file.read_text(encoding="utf-8")
    store(tmp_path, RADIO, file=file).restore()
    assert (tmp_path / "story.before-1.json").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"version": 1', '"version": 99'),
        lambda text: text.replace('"A2.1"', '"[/oops]"'),
        lambda text: "[" * 100_000,
        lambda text: "",
    ],
)
def test_a_damaged_session_is_set_aside_unchanged(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    kept = store(tmp_path)
    kept.save(SESSION)
    damaged = damage(kept.path.read_text(encoding="utf-8"))
    kept.path.write_text(damaged, encoding="utf-8")
    restored = store(tmp_path).restore()
    assert restored.session is None
    assert "set aside" in restored.messages[0]
    store(tmp_path).save(SESSION)
    (aside,) = tmp_path.glob("*.damaged-1.json")
    assert aside.read_text(encoding="utf-8") == damaged
    assert store(tmp_path).restore().session == SESSION


def test_a_file_that_is_no_session_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("The pier burnt down.")
    with pytest.raises(NoSessionError, match=r"article\.txt” is no session file"):
        store(tmp_path, file=file).restore()
    assert file.read_text() == "The pier burnt down."


def test_recent_sessions_come_newest_first_and_damaged_ones_not_at_all(tmp_path: Path) -> None:
    for number, articles in enumerate([(GAZETTE,), (WIRE,)]):
        kept = Store(articles, tmp_path)
        kept.save(Session())
        os.utime(kept.path, (number, number))
    (tmp_path / "bad.json").write_text("{")
    assert [[one.name for one in articles] for _, articles in recent(tmp_path)] == [["Wire"], ["Gazette"]]


def test_undone_decisions_are_not_kept(tmp_path: Path) -> None:
    store(tmp_path).save(Session().decide(CHOICES).undo())
    restored = store(tmp_path).restore().session
    assert restored == Session()


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["articles", "choices", "desk", "version"]), PLAIN)
def test_whatever_stands_in_a_session_it_is_read_or_refused(key: str, value: object) -> None:
    data = json.loads(to_json(SESSION, [identify(GAZETTE), identify(WIRE)]))
    data[key] = value
    refusal = ""
    try:
        session, articles = from_json(json.dumps(data))
    except ValueError as error:
        refusal = str(error)
    assert refusal.endswith(".") or from_json(to_json(session, articles)) == (session, articles)


def decided(note: str) -> Session:
    return Session(Choices(notes={"A1": note}))


def test_what_another_window_saved_meanwhile_is_kept_beside_it_and_told_once(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    first, second = store(tmp_path, file=file), store(tmp_path, file=file)
    first.restore()
    second.restore()
    assert first.save(decided("of the first")) is None
    told = second.save(decided("of the second"))
    assert told is not None
    assert str(tmp_path / "mine.other-1.json") in told
    assert store(tmp_path, file=file).restore().session == decided("of the second")
    copy = store(tmp_path, file=tmp_path / "mine.other-1.json")
    assert copy.restore().session == decided("of the first")
    assert second.save(decided("again")) is None


def test_a_copy_is_never_overwritten_and_outlives_reopening(tmp_path: Path) -> None:
    first, second = store(tmp_path), store(tmp_path)
    for number in (1, 2):
        first.save(decided(f"first {number}"))
        second.save(decided(f"second {number}"))
    store(tmp_path).restore()
    copies = sorted(first.path.parent.glob("*.other-*.json"))
    held = [from_json(copy.read_text(encoding="utf-8"))[0].choices.notes["A1"] for copy in copies]
    assert held == ["first 1", "second 1", "first 2"]
    assert [path for path, _ in recent(tmp_path)] == [first.path]


def test_a_cursor_that_stands_elsewhere_in_another_window_is_not_worth_a_copy(tmp_path: Path) -> None:
    first, second = store(tmp_path), store(tmp_path)
    first.save(SESSION)
    second.restore()
    for number in (1, 2):
        assert first.save(replace(SESSION, view=replace(VIEW, sentence=f"A{number}.1"))) is None
        assert second.save(replace(SESSION, view=replace(VIEW, sentence=f"B{number}.1"))) is None
    assert len(list(tmp_path.iterdir())) == 1


def test_one_window_alone_makes_no_copies(tmp_path: Path) -> None:
    only = store(tmp_path, file=tmp_path / "mine.json")
    for note in ("one", "two", "three"):
        assert only.save(decided(note)) is None
    assert only.about((WIRE, GAZETTE)).save(decided("four")) is None
    assert len(list(tmp_path.iterdir())) == 1


def test_where_no_copy_can_be_made_the_other_session_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = store(tmp_path), store(tmp_path)
    first.save(decided("of the first"))

    def full(*_: object, **__: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", full)
        with pytest.raises(OSError, match="No space"):
            second.save(decided("of the second"))
    assert store(tmp_path).restore().session == decided("of the first")
