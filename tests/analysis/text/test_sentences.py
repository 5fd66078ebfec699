from __future__ import annotations

import pytest

from tui.analysis.text.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("   ", []),
        ("...", ["..."]),
        ("The ship, the M.V. Marl, sank. Nobody died.", ["The ship, the M.V. Marl, sank.", "Nobody died."]),
        ("He paid $3.5m. Nobody asked.", ["He paid $3.5m.", "Nobody asked."]),
        ("Prices rose 3.5 percent. 20 people came.", ["Prices rose 3.5 percent.", "20 people came."]),
        ("The vote was 3-2. The mayor left.", ["The vote was 3-2.", "The mayor left."]),
        ("Item No. 5 was cut. Item 6 stayed.", ["Item No. 5 was cut.", "Item 6 stayed."]),
        ("See Fig. 3. It shows all.", ["See Fig. 3.", "It shows all."]),
        ("It weighed 5 kg. It ran.", ["It weighed 5 kg.", "It ran."]),
        ("It cost approx. 5 euros.", ["It cost approx. 5 euros."]),
        ("The U.S. Navy came.", ["The U.S. Navy came."]),
        ("It was 9 a.m. ET. They met.", ["It was 9 a.m. ET.", "They met."]),
        ("He was born in Jan. He died in Feb.", ["He was born in Jan.", "He died in Feb."]),
        ("Dr. No came. Mr. T. left.", ["Dr. No came.", "Mr. T. left."]),
        ("Sgt. Ann Lee of St. Mary’s spoke.", ["Sgt. Ann Lee of St. Mary’s spoke."]),
        ("Its site, marl.example.com, said so.", ["Its site, marl.example.com, said so."]),
        ("He works at Yahoo! The firm is big.", ["He works at Yahoo!", "The firm is big."]),
        ("“We lost!” he said. “Why?”", ["“We lost!” he said.", "“Why?”"]),
        ("“Stop.” “Why?” “Because.”", ["“Stop.”", "“Why?”", "“Because.”"]),
        ("‘No.’ She left.", ["‘No.’", "She left."]),
        ("(See page 2.) It rained.", ["(See page 2.)", "It rained."]),
    ],
)
def test_sentences_of_a_text(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@pytest.mark.parametrize(
    "whole",
    [
        "The mill was fined Rs. 300 crore.",
        "It paid Dhs. 500, Ksh. 200 and Tk. 90.",
        "The judges cited Art. 19 and Sec. 12 of the code.",
        "It breaks secs. 3-5, para. 4 and Art. IV of the pact.",
        "The right stands under art. 8 of the treaty.",
        "The bridge was built c. 1840 on the old road.",
        "As p. 7, pp. 3-9 and Ch. 11 show, Vol. II is lost.",
        "Call ext. 4 or tel. 555 1234 before ten.",
        "A co-sponsor of S. 2155 and H.R. 1234 spoke.",
        "She beat the no. 1 seed.",
        "It fell by max. 5 percent, see Eq. 3 and fig. 2.",
    ],
)
def test_an_abbreviation_and_its_number_stay_together(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "The answer was no.|20 people came.",
        "He said no.|Marlow left.",
        "She was ill.|40 others stayed.",
        "He loved art.|12 pictures were his.",
        "It carried 5 kg.|4 came.",
        "They were MPs.|20 of them left.",
        "It runs on an app.|5 people wrote it.",
        "He took the lot.|5 remained.",
    ],
)
def test_a_word_before_a_number_ends_its_sentence(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "They wore size L.|Nobody laughed.",
        "It was after World War I.|Austria was small.",
        "They drew Group B.|France won it.",
        "He has hepatitis C.|Doctors said so.",
        "It was plan B.|20 people knew.",
        "She is taller than I.|Marlow is not.",
        "The store took a J. Marl line.",
        "Minister S. Marlow and Ann B. Lee spoke.",
        "An E. Coli outbreak hit the town.",
    ],
)
def test_a_letter_may_end_a_sentence_or_be_an_initial(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "They lost...|Nobody wept.",
        "They lost…|Everyone wept.",
        "“We... We did not know,” she said.",
        '"I... I don\'t know," he said.',
        "He thought of... Lunmouth.",
        "It sank on Sunday....|Two are missing.",
        "Why it sank.....|An inquiry opens.",
        "So near . . . what a loss.",
        "It ended . . .|The crowd left.",
        "Never again . . . .|Lunmouth is sad.",
        "He did well. ...|We've seen it.",
        "... Then he left.",
        "Who?...|Nobody.",
    ],
)
def test_dots_are_no_sentence_and_end_one_only_where_another_begins(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "1. The alarm rang.",
        "1. The alarm rang at 4.10 a.m.|2. The road was open.|3. Nobody came.",
        "a) Pump 3 failed.|It was old.",
        "(iv) Pump 4 failed.",
        "• Nobody was hurt.|The dam held.",
        "B. The dam held.",
        "He is 7.|Anna is 8.",
    ],
)
def test_a_list_mark_is_no_sentence(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "“Go. Now.” he said.",
        "« Non. Jamais. »|Il part.|« Oui », dit-il.",
        "„Nein.“|Sie ging.",
        "»Nein.«|Er ging.|»Ja«, sagte er.",
        "It rose again.[1]|The dam held. [2][3]|Nobody came.",
        "Ann Lee (D-Calif.) Day was there.",
        "F.B.I. Director Hal Marl spoke.",
        "It closes at 5 p.m.|Monday was free.",
        "The talks at 5 p.m. Monday were cancelled.",
        "It closes at 5 p.m. Monday.",
        "By 9 p.m. Marlow had left.",
        "THE DAM BROKE AT 10 A.M. ON TUESDAY.|THE U.S. AND CHINA MET.",
        "HE LEFT THE U.S.|THE TRIP TOOK A DAY.",
        "MAYOR J.T. OHLE AND DR. MARL SUED THE U.S. FIRM.",
    ],
)
def test_marks_and_names_stay_with_their_sentence(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The gates closed.The ferry left!Nobody came.", 3),
        ("“It is over.”The ferry left.", 2),
        ("He met Ann Marl.The ferry left.", 2),
        ("St.Louis won.", 1),
        ("Node.js and Example.Com, an address, failed.", 1),
        ("See lunmouth.example and mail@lunmouth.example now.", 1),
        ("Mr.Marl came.", 1),
    ],
)
def test_a_space_may_be_missing_between_sentences(text: str, sentences: int) -> None:
    assert len(split(text)) == sentences
