from __future__ import annotations

import pytest

from tui import Article, compare
from tui.model import Comparison, ConflictKind
from tui.wording.conflicts import why


def comparison(*texts: str) -> Comparison:
    return compare([Article(name=f"s{place}", paragraphs=(text,)) for place, text in enumerate(texts)])


def kinds(*texts: str) -> list[ConflictKind]:
    return [conflict.kind for conflict in comparison(*texts).conflicts]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Anna Brandt defeated Paul Okonedo in the race for the harbour board.",
            "Anna Brandt was defeated by Paul Okonedo in the race for the harbour board.",
        ),
        (
            "Anna Brandt won the seat for Oldport by beating Paul Okonedo in the spring vote.",
            "Paul Okonedo beat Anna Brandt in the spring vote for the Oldport seat.",
        ),
        (
            "Brandt Shipping bought Okonedo Ferries in the spring.",
            "Okonedo Ferries bought Brandt Shipping in the spring.",
        ),
        (
            "In the final of the Oldport cup Anna Brandt lost to Paul Okonedo.",
            "In the final of the Oldport cup Paul Okonedo lost to Anna Brandt.",
        ),
    ],
)
def test_doer_and_object_exchanged_is_a_conflict(one: str, two: str) -> None:
    [conflict] = comparison(one, two).conflicts
    assert conflict.kind is ConflictKind.NAME
    assert why(conflict).endswith("the same act has its doer and its object exchanged.")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Anna Brandt defeated Paul Okonedo in the race for the harbour board.",
            "Paul Okonedo was defeated by Anna Brandt in the race for the harbour board.",
        ),
        (
            "Anna Brandt beat Paul Okonedo in the harbour race on Monday.",
            "Paul Okonedo beat Anna Brandt in the harbour race on Friday.",
        ),
        (
            "Anna Brandt praised Paul Okonedo at the harbour board.",
            "Paul Okonedo praised Anna Brandt at the harbour board.",
        ),
        (
            "Anna Brandt defeated Paul Okonedo in the race for the harbour board.",
            "Paul Okonedo did not defeat Anna Brandt in the race for the harbour board.",
        ),
    ],
)
def test_same_act_another_day_or_what_both_can_do_is_no_exchange(one: str, two: str) -> None:
    assert ConflictKind.NAME not in kinds(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Anna Brandt, the mayor of Oldport, opened the quay.",
            "Paul Lund, the mayor of Oldport, opened it.",
        ),
        ("The capital of Westland is Oldport.", "Newhaven is the capital of Westland."),
        (
            "Oldport’s finance minister, Anna Brandt, left the quay.",
            "Paul Lund is the finance minister of Oldport.",
        ),
        (
            "Anna Brandt was elected president of the Oldport rowing club.",
            "Paul Lund was elected president of the Oldport rowing club.",
        ),
        (
            "Anna Brandt won the Oldport chess prize in the spring.",
            "Paul Lund won the Oldport chess prize in the spring.",
        ),
    ],
)
def test_role_or_act_of_one_alone_given_to_two_is_a_conflict(one: str, two: str) -> None:
    assert kinds(one, two) == [ConflictKind.NAME]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Anna Brandt, the mayor of Oldport, opened the quay.",
            "Paul Lund, a former mayor of Oldport, opened the quay.",
        ),
        (
            "Anna Brandt, the mayor of Oldport, opened the quay.",
            "Paul Lund, the deputy mayor of Oldport, opened the quay.",
        ),
        (
            "Anna Brandt, the mayor of Oldport, opened the quay.",
            "Paul Lund, the mayor of Newhaven, opened the quay.",
        ),
        (
            "Anna Brandt, the mayor of Oldport, opened the quay.",
            "Paul Lund, the mayor of Oldport, opened the quay with Anna Brandt, whom he follows.",
        ),
        (
            "In 2011 Anna Brandt was the mayor of Oldport by the sea.",
            "In 2019 Paul Lund was the mayor of Oldport by the sea.",
        ),
        (
            "Anna Brandt was elected to the council of the Oldport rowing club on Monday.",
            "Paul Lund was elected to the council of the Oldport rowing club on Friday.",
        ),
    ],
)
def test_another_role_time_or_somebody_both_name_is_none(one: str, two: str) -> None:
    assert kinds(one, two) == []


def test_sentence_word_for_word_the_same_but_for_the_name_is_a_conflict() -> None:
    text = "Walking off the ferry on Monday, {} accused the port of hiding the true cost of the new quay."
    [conflict] = comparison(text.format("Brandt"), text.format("Okonedo")).conflicts
    assert conflict.kind is ConflictKind.NAME
    assert why(conflict) == (
        "A has “Brandt”, B has “Okonedo”: the sentence is word for word the same but for the name."
    )


def test_sentence_word_for_word_the_same_but_for_the_speaker_is_a_conflict_of_attribution() -> None:
    text = "“We are not tired,” {} said on the ferry after the long night of talks about the new quay."
    assert kinds(text.format("Brandt"), text.format("Okonedo")) == [ConflictKind.ATTRIBUTION]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Brandt", "Brandt Jensen"),
        ("Brandt", "Brandtt"),
        ("the mayor", "Okonedo"),
    ],
)
def test_sentence_with_what_may_be_the_same_name_is_none(one: str, two: str) -> None:
    text = "Walking off the ferry on Monday, {} accused the port of hiding the true cost of the new quay."
    assert kinds(text.format(one), text.format(two)) == []


def test_ministry_and_minister_in_a_short_frame_are_none() -> None:
    text = "“The harbour must stay open through the winter whatever it costs us,” {} said in a statement."
    assert kinds(text.format("Anna Brandt"), text.format("the Harbour Ministry")) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "“We will keep the harbour open all winter if the state pays for the ice,” Anna Brandt said.",
            "“We will keep the harbour open all winter,” Anna Brandt said.",
        ),
        (
            "“I do not think that the harbour must stay open all winter,” Anna Brandt said.",
            "Anna Brandt said that “the harbour must stay open all winter.”",
        ),
    ],
)
def test_quotation_cut_so_that_its_sense_changes_is_a_conflict(one: str, two: str) -> None:
    [conflict] = comparison(one, two).conflicts
    assert conflict.kind is ConflictKind.QUOTATION
    assert "which B leaves out" in why(conflict)


@pytest.mark.parametrize(
    "two",
    [
        "“We will keep the harbour open all winter,” Anna Brandt said, “if the state pays for the ice.”",
        "“We will keep the harbour open all winter,” Anna Brandt said, provided the state pays for ice.",
        "“We will keep the harbour open all winter if the state pays,” Anna Brandt said.",
    ],
)
def test_cut_quotation_with_its_condition_told_elsewhere_is_none(two: str) -> None:
    one = "“We will keep the harbour open all winter if the state pays for the ice,” Anna Brandt said."
    assert kinds(one, two) == []


def test_quotation_with_and_without_a_negation_is_altered() -> None:
    text = "“The council of this town will {}accept a second harbour on the river,” Anna Brandt said."
    [conflict] = comparison(text.format("never "), text.format("")).conflicts
    assert conflict.kind is ConflictKind.QUOTATION
    assert "“will never” in A, “will” in B" in why(conflict)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The ferry company stopped selling cheap tickets to Newhaven in the spring.",
            "The ferry company sold cheap tickets to Newhaven in the spring.",
        ),
        (
            "The crew of the ferry Aurora were harmed in the storm.",
            "The crew of the ferry Aurora were unharmed in the storm.",
        ),
        (
            "One of the strengths of the Oldport lighthouse is the control of distant lamps.",
            "The Oldport lighthouse cannot control distant lamps.",
        ),
        ("Oldport Ferries reported a profit of $59m in the spring.", "Oldport Ferries lost $59m."),
    ],
)
def test_denied_by_another_word_a_prefix_or_a_noun_is_a_conflict(one: str, two: str) -> None:
    assert kinds(one, two) == [ConflictKind.POLARITY]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The ferry company will stop selling cheap tickets to Newhaven.",
            "The ferry company will not sell cheap tickets to Newhaven any longer.",
        ),
        (
            "He acquitted the ferry company of Newhaven.",
            "There was little hope to convict the ferry company.",
        ),
    ],
)
def test_denied_by_both_or_of_nobody_named_is_none(one: str, two: str) -> None:
    assert kinds(one, two) == []


def test_relations_called_strong_and_strained_are_a_difference_in_tone() -> None:
    found = comparison(
        "Mayors Brandt and Lund met in Newhaven. The talks showed the robust Oldport-Newhaven partnership.",
        "Brandt of Oldport met Lund of Newhaven to mend the strained economic relations of the two ports.",
    )
    assert found.conflicts == ()
    [difference] = found.differences
    assert difference.kind is ConflictKind.TONE


@pytest.mark.parametrize("other", ["F.B.A.", "Fisheries Board Authority"])
def test_a_body_and_its_initials_are_one_name(other: str) -> None:
    told = "Agents of the {} searched the harbour office for two hours on Monday evening."
    assert kinds(told.format("FBA"), told.format(other)) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("I did not sell the boat", "I did sell the boat"),
        ("We never sold a boat", "We sold a boat"),
        ("Don't sell the old boat", "Sell the old boat"),
        ("We can't sell the boat", "We can sell the boat"),
    ],
)
def test_short_quotation_that_lost_its_negation_is_altered(one: str, two: str) -> None:
    text = "“{},” harbour master Anna Brandt told the board."
    assert kinds(text.format(one), text.format(two)) == [ConflictKind.QUOTATION]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("I did not sell the boat", "I didn't sell the boat"),
        ("It is not so", "It is so"),
        ("I did not sell the boat", "I did sell the house"),
    ],
)
def test_short_quotations_that_may_both_hold_are_not(one: str, two: str) -> None:
    text = "“{},” harbour master Anna Brandt told the board."
    assert kinds(text.format(one), text.format(two)) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Núñez", "Nunez"),
        ("Gül", "Guel"),
        ("Gül", "Gul"),
        ("Brandão", "Brandao"),
        ("Ursula von der Tann", "Von der Tann"),
        ("Omar al-Sayed", "Al Sayed"),
        ("Alan Holt Jr.", "Holt"),
        ("ROSA LINDT", "Rosa Lindt"),
    ],
)
def test_one_person_in_two_spellings_is_no_conflict(one: str, two: str) -> None:
    text = "“The river belongs to nobody and it never will,” {} told reporters in Oldport."
    assert kinds(text.format(one), text.format(two)) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [("Else von Holm", "Pierre von Blanc"), ("J. Holm", "J. Blanc"), ("Raúl Gómez", "Colin Hart")],
)
@pytest.mark.parametrize("words", ["Nobody asked the villages on the line", "shameless moral bankruptcy"])
def test_the_same_words_by_two_people_are_a_conflict(words: str, one: str, two: str) -> None:
    text = "It is a sign of “{},” said {} on Monday."
    assert kinds(text.format(words, one), text.format(words, two)) == [ConflictKind.ATTRIBUTION]


def test_few_common_words_may_be_said_by_two_people() -> None:
    text = "It was “a great day,” said {} on Monday."
    assert kinds(text.format("Else Holm"), "Pierre Blanc spoke of “a great day,” he said.") == []


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_signed_quotation_is_a_conflict_with_another_speaker(between: str) -> None:
    one = f"“She knows every boat and every captain here.”{between}— Commissioner Raul Gomez"
    two = "“She knows every boat and every captain here,” said Colin Hart."
    articles = [Article(name="s0", paragraphs=tuple(one.split("\n\n"))), Article("s1", (two,))]
    assert [conflict.kind for conflict in compare(articles).conflicts] == [ConflictKind.ATTRIBUTION]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Boyle pleaded not guilty to fraud on Monday.", "Boyle pleaded guilty to fraud on Monday."),
        ("The party did not deny the payments.", "The party denied the payments."),
    ],
)
def test_plea_and_denial_are_conflicts(one: str, two: str) -> None:
    assert kinds(one, two) == [ConflictKind.POLARITY]
