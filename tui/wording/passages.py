"""Passages in the sentences around them."""

from __future__ import annotations

from tui.model import Comparison, Passage


def surrounding_sentences(comparison: Comparison, passage: Passage) -> tuple[str, int]:
    """The whole sentences that a passage stands in, and the offset of the passage in them."""
    sentence = comparison.sentences[passage.sentence]
    paragraph = comparison.by_key[passage.source].paragraphs[sentence.paragraph]
    last = next((s.end for s in paragraph.sentences if s.end >= passage.end), passage.end)
    return paragraph.text[sentence.start : last], passage.start - sentence.start


def is_detail(passage: Passage, sentences: str) -> bool:
    """Whether a passage is so small a part of its sentences that it is worth naming beside them."""
    return 2 * len(passage.text) <= len(sentences)
