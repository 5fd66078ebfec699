"""Sentences of Chinese and Japanese."""

from __future__ import annotations

import pytest

from tui import Article
from tui.analysis.text.story import Story


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("港口关闭了。船长说没有危险！为什么？", ["港口关闭了。", "船长说没有危险！", "为什么？"]),
        ("他说：“港口关闭了。”船长离开了。", ["他说：“港口关闭了。”", "船长离开了。"]),
        ("「行かない。」と彼は言った。船は出た。", ["「行かない。」と彼は言った。", "船は出た。"]),
        ("港は閉まった。 船は出た", ["港は閉まった。", "船は出た"]),
        ("The pier is shut. It burnt.", ["The pier is shut.", "It burnt."]),
    ],
)
def test_wide_stops_end_sentences(text: str, sentences: list[str]) -> None:
    assert [unit.text for unit in Story.of([Article("one", (text,))]).units] == sentences
