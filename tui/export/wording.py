"""How sources, places and disagreements are named, in Markdown as in text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from tui.model import Comparison, Conflict, ConflictKind, Passage, SummaryLine

QUESTIONS = {
    ConflictKind.NUMBER: "which figure",
    ConflictKind.DATE: "which date",
    ConflictKind.NAME: "which name",
    ConflictKind.ATTRIBUTION: "who said it",
    ConflictKind.QUOTATION: "what was said",
    ConflictKind.POLARITY: "whether it is so",
    ConflictKind.UPDATE: "an earlier and a later state",
    ConflictKind.STRENGTH: "how surely it is said",
    ConflictKind.SPELLING: "how it is spelt",
    ConflictKind.TONE: "in what tone it is told",
}
"""What the sources disagree about, by kind."""


CAUTIONS = {
    "truncated": "cut off",
    "duplicate": "same text",
    "unclosed-quote": "open quotation",
    "front-matter": "front matter",
}
"""What to call a caution where there is room for a word or two, by kind."""


def reference(sentence: str) -> str:
    """Where a sentence stands, for a reader: ``A3.1`` becomes ``A ¶3``."""
    paragraph = sentence.split(".")[0]
    key = paragraph.rstrip("0123456789")
    return f"{key} ¶{paragraph[len(key) :]}"


def unbroken(text: str) -> str:
    """``text`` with no-break spaces inside its references: for whoever looks where a line may break.

    What is shown, copied or written keeps plain spaces, so that "A ¶3" is found by whoever types it.
    """
    return text.replace(" ¶", "\xa0¶")


def references(sentences: Iterable[str]) -> tuple[str, ...]:
    """The places of several sentences, each paragraph named once."""
    return tuple(dict.fromkeys(map(reference, sentences)))


def also(line: SummaryLine) -> tuple[str, ...]:
    """Where else the fact of a summary line is reported, in the order of the texts; not its own paragraph."""
    places = [place for place in references(line.also) if place != reference(line.sentence)]
    return tuple(sorted(places, key=_in_order))


def _in_order(place: str) -> tuple[int, str, int]:
    key, paragraph = place.split(" ¶")
    return len(key), key, int(paragraph)


def in_words(names: Sequence[str]) -> str:
    """An enumeration: ``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def count(number: int, noun: str) -> str:
    """A number with its noun: ``1 article``, ``3 articles``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def context(comparison: Comparison, passage: Passage) -> tuple[str, int]:
    """The whole sentences around a passage, and where in their text the passage starts."""
    sentence = comparison.sentences[passage.sentence]
    paragraph = comparison.by_key[passage.source].paragraphs[sentence.paragraph]
    last = next((s.end for s in paragraph.sentences if s.end >= passage.end), passage.end)
    return paragraph.text[sentence.start : last], passage.start - sentence.start


def is_detail(passage: Passage, around: str) -> bool:
    """Whether a passage is so small a part of its sentences that it is worth naming beside them."""
    return 2 * len(passage.text) <= len(around)


def same_text(comparison: Comparison) -> tuple[tuple[str, ...], ...]:
    """The keys of sources that carry one and the same text, a tuple for each such text."""
    by_origin: dict[int, list[str]] = {}
    for source in comparison.sources:
        by_origin.setdefault(source.origin, []).append(source.key)
    return tuple(tuple(keys) for keys in by_origin.values() if len(keys) > 1)


def disputed_in(comparison: Comparison, line: SummaryLine) -> tuple[Conflict, ...]:
    """The conflicts that a summary line is part of."""
    return tuple(conflict for conflict in comparison.conflicts if conflict.id in line.disputed)


def is_told(comparison: Comparison, line: SummaryLine, conflict: Conflict) -> bool:
    """Whether a line above in the summary has the versions of a conflict already."""
    above = takewhile(lambda other: other.sentence != line.sentence, comparison.summary.lines)
    return any(conflict.id in other.disputed for other in above)
