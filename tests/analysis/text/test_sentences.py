from __future__ import annotations

import pytest

from tui.analysis.text.sentences import split_sentences


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
    assert [text[start:end] for start, end in split_sentences(text)] == sentences
