from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.session import SMALLEST_BUDGET, Choices, Session

SENTENCES = st.sampled_from(["A1.1", "A1.2", "B1.1", "C2.3"])
DECISIONS = st.lists(
    st.one_of(
        st.tuples(st.just("budget"), st.integers(-50, 500)),
        st.tuples(st.sampled_from(["drop", "keep", "release"]), SENTENCES),
    )
)


def decided(decisions):
    session = Session()
    for method, argument in decisions:
        session = session.decide(getattr(session.choices, method)(argument))
    return session


def test_a_new_session_has_decided_nothing():
    session = Session()
    assert session.choices == Choices(words=120)
    assert session.undo() is session
    assert session.redo() is session


def test_a_dropped_sentence_is_not_kept_and_the_other_way_round():
    choices = Choices().keep("A1.1").drop("A1.1")
    assert (choices.dropped, choices.kept) == ({"A1.1"}, set())
    choices = choices.keep("A1.1")
    assert (choices.dropped, choices.kept) == (set(), {"A1.1"})
    assert choices.release("A1.1") == Choices()


def test_the_budget_does_not_shrink_to_nothing():
    assert Choices().budget(-30).words == SMALLEST_BUDGET


def test_undo_takes_back_one_step_and_redo_repeats_it():
    session = decided([("drop", "A1.1"), ("budget", 150)])
    back = session.undo()
    assert back.choices == Choices().drop("A1.1")
    assert back.redo() == session


def test_a_decision_after_undo_replaces_what_was_undone():
    session = decided([("budget", 150)]).undo().decide(Choices().drop("B1.1"))
    assert session.redo() is session
    assert session.undo().choices == Choices()


def test_deciding_the_same_again_is_no_step():
    session = decided([("drop", "A1.1")])
    assert session.decide(session.choices.drop("A1.1")) is session


@given(DECISIONS)
def test_all_steps_can_be_undone_and_redone(decisions):
    session = decided(decisions)
    back = session
    for _ in session.past:
        back = back.undo()
    assert back.choices == Choices()
    for _ in session.past:
        back = back.redo()
    assert back == session
    assert not session.choices.dropped & session.choices.kept
