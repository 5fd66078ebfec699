from __future__ import annotations

from stories import bare

from tui.model import Article
from tui.widgets.accounts import Accounts
from tui.widgets.column import Column
from tui.widgets.cursor import Cursor
from tui.widgets.folding import Folds
from tui.widgets.marks import Marks, Place
from tui.widgets.typesetting import Text, Typesetter

ARTICLE = Article("Gazette", ("It sank. Nobody was hurt.", "Tugs came.", "It was towed. It is in port."))


def prepared(place: Place, *, folded: tuple[int, ...] = (), width: int = 12) -> tuple[Cursor, Column]:
    accounts = Accounts([ARTICLE])
    accounts.marks = Marks(bare((ARTICLE,)))
    cursor = Cursor(accounts)
    cursor.place = place
    folds = Folds([folded], lambda source, numbers: "…") if folded else None
    return cursor, Typesetter([Text("", ARTICLE.paragraphs)]).folded(0, width, folds)


def test_the_cursor_goes_from_sentence_to_sentence_across_paragraphs() -> None:
    place, visited = Place(0, 0), []
    while place is not None:
        visited.append(place[1:3])
        cursor, column = prepared(place)
        place = cursor.sentence_beside(column, 1)
    assert visited == [(0, 0), (0, 1), (1, 0), (2, 0), (2, 1)]


def test_going_back_into_a_paragraph_it_comes_to_the_last_sentence() -> None:
    cursor, column = prepared(Place(0, 1))
    assert cursor.sentence_beside(column, -1) == Place(0, 0, 1)
    assert cursor.paragraph_beside(column, -1) == Place(0, 0)


def test_from_a_stretch_the_next_sentence_is_reached_without_one() -> None:
    cursor, column = prepared(Place(0, 0, 0, (3, 7)))
    assert cursor.sentence_beside(column, 1) == Place(0, 0, 1)


def test_folded_paragraphs_are_passed_over() -> None:
    cursor, column = prepared(Place(0, 0, 1), folded=(1,))
    assert cursor.sentence_beside(column, 1) == Place(0, 2)
    assert cursor.paragraph_beside(column, 1) == Place(0, 2)
    cursor, column = prepared(Place(0, 1), folded=(0, 2))
    assert cursor.paragraph_beside(column, 1) is None
    assert (cursor.end(column, -1), cursor.end(column, 1)) == (Place(0, 1), Place(0, 1))


def test_the_ends_are_the_first_and_the_last_sentence() -> None:
    cursor, column = prepared(Place(0, 1))
    assert (cursor.end(column, -1), cursor.end(column, 1)) == (Place(0, 0), Place(0, 2, 1))
    for place, step in ((Place(0, 0), -1), (Place(0, 2, 1), 1)):
        cursor, column = prepared(place)
        assert cursor.sentence_beside(column, step) is None
        assert cursor.paragraph_beside(column, step) is None


def test_its_rows_are_those_of_the_sentence_or_of_the_stretch_that_was_gone_to() -> None:
    cursor, column = prepared(Place(0, 0, 1, (16, 19)))  # "It sank." / "Nobody was" / "hurt."
    assert cursor.rows(column) == (1, 2)
    assert cursor.target_rows(column) == (1, 1)
