"""How sources, places and disagreements are named, in Markdown as in text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from tui import __version__
from tui.model import (
    Article,
    Comparison,
    Conflict,
    ConflictKind,
    Correction,
    Judgement,
    Level,
    Paragraph,
    Passage,
    Summary,
    SummaryLine,
    paragraph_of,
    source_of,
)
from tui.session import Choices

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\x00-\x20\x7f]+", re.IGNORECASE)

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
    key = source_of(sentence)
    return f"{key} ¶{paragraph_of(sentence)[len(key) :]}"


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


def told_in(comparison: Comparison, line: SummaryLine) -> list[list[str]]:
    """The sentences that report a summary line, by paragraph: its own first, the others as the texts go."""
    by_paragraph = {paragraph_of(line.sentence): [line.sentence]}
    for sentence in sorted(line.also, key=list(comparison.sentences).index):
        by_paragraph.setdefault(paragraph_of(sentence), []).append(sentence)
    return list(by_paragraph.values())


def _in_order(place: str) -> tuple[int, str, int]:
    key, paragraph = place.split(" ¶")
    return len(key), key, int(paragraph)


def in_words(names: Sequence[str]) -> str:
    """An enumeration: ``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def count(number: int, noun: str) -> str:
    """A number with its noun: ``1 article``, ``3 articles``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size(article: Article) -> str:
    """How long an article is: ``12 paragraphs, 345 words``."""
    return f"{count(len(article.paragraphs), 'paragraph')}, {count(article.words, 'word')}"


def title(comparison: Comparison) -> str:
    """What an exported document is called."""
    several = len(comparison.sources) > 1
    return f"Merged reading of {len(comparison.sources)} articles" if several else "Summary of one article"


def is_web_address(text: str) -> bool:
    """Whether ``text`` may be made a link: an address of the web and nothing else."""
    return _WEB_ADDRESS.fullmatch(text) is not None


def heading(conflict: Conflict) -> str:
    """What a conflict is about, with a capital letter."""
    question = QUESTIONS[conflict.kind]
    return question[0].upper() + question[1:]


def judgement(conflict: Conflict) -> str:
    """What the reader said of a conflict, as a sentence; empty if nothing."""
    if conflict.verdict is None:
        return ""
    said = "Confirmed" if conflict.verdict.judgement is Judgement.CONFIRMED else "Dismissed"
    reason = conflict.verdict.reason
    return f"{said} by the reader: {reason}" if reason else f"{said} by the reader."


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


def outlets(comparison: Comparison) -> str:
    """How many sources and how many texts there are, where some carry the same one; else empty."""
    same = same_text(comparison)
    if not same:
        return ""
    origins = len({source.origin for source in comparison.sources})
    counts = f"{count(len(comparison.sources), 'outlet')}, {count(origins, 'origin')}"
    carried = "; ".join(f"{in_words(keys)} carry one and the same text" for keys in same)
    return f"{counts}: {carried}. Together they count as one account."


def length(summary: Summary, choices: Choices) -> str:
    """How long a summary is and what bounds it."""
    words = count(summary.words, "word")
    if choices.sentences is not None:
        return f"{words}, {count(len(summary.lines), 'sentence')} of at most {choices.sentences:,}"
    if choices.share is not None:
        return f"{words}, to carry {choices.share:.0%} of the shared facts"
    return f"{words} of at most {summary.budget:,}"


def coverage(comparison: Comparison, choices: Choices) -> str:
    """How long the summary is and how many facts it carries, in sentences."""
    summary, covered = comparison.summary, comparison.summary.coverage
    text = f"{length(summary, choices)}."
    if len(comparison.sources) == 1:
        return text
    alone = [
        f"{covered.unique_in_summary.get(source.key, 0):,} of {covered.unique.get(source.key, 0):,}"
        f" that only {source.key} has"
        for source in comparison.sources
    ]
    shared = f"{covered.shared_in_summary:,} of {count(covered.shared, 'shared fact')} are in it"
    return f"{text} {shared}; of the others, {in_words(alone)}."


def nothing_fits(summary: Summary) -> str:
    """What stands in place of the lines of a summary that has none."""
    return f"No sentence fits into {count(summary.budget, 'word')}."


def left_out(summary: Summary) -> str:
    """How much a summary leaves out: ``12 facts, 9 sentences``."""
    covered = summary.coverage
    facts = covered.shared - covered.shared_in_summary
    facts += sum(covered.unique.values()) - sum(covered.unique_in_summary.values())
    sentences = count(len(summary.omitted), "sentence")
    return f"{count(facts, 'fact')}, {sentences}" if facts else sentences


def telling(paragraph: Paragraph, source: str) -> tuple[tuple[str, ...], bool]:
    """The sentences of a source that report a paragraph, best first, and whether they report all of it."""
    reports = [sentence.report(source) for sentence in paragraph.sentences if sentence.assertive]
    told = [report for report in reports if report and report.level > Level.NONE]
    whole = len(told) == len(reports) and all(report.level is Level.FULL for report in told)
    return tuple(dict.fromkeys(sentence for report in told for sentence in report.by)), whole


def making(comparison: Comparison, place: Callable[[str], str] = reference) -> str:
    """How a document was made and how to read it; ``place`` is how it names a paragraph."""
    told = " What sources agree on is not proven by that." if len(comparison.sources) > 1 else ""
    return (
        f"Made by Rashomon {__version__}, offline and without a language model. Each line of the summary is a"
        f" whole sentence of the source named after it, word for word.{told} {place('A3')} is the third"
        " paragraph of source A, the headline not counted."
    )


def remarks(choices: Choices, place: str) -> tuple[str, ...]:
    """The reader's note and tags at a paragraph or sentence, each with what it is."""
    note, tags = choices.notes.get(place), choices.tags.get(place, ())
    return (*([f"Note: {note}"] if note else []), *([f"Tagged: {', '.join(tags)}"] if tags else []))


def other_remarks(comparison: Comparison, choices: Choices) -> tuple[str, ...]:
    """The places with notes or tags that are no lines of the summary, in the order of the texts."""
    lines = {line.sentence for line in comparison.summary.lines}
    places = [
        place
        for source in comparison.sources
        for paragraph in source.paragraphs
        for place in (paragraph.id, *(sentence.id for sentence in paragraph.sentences))
    ]
    return tuple(place for place in places if place not in lines and remarks(choices, place))


def corrected(correction: Correction, place: Callable[[str], str] = reference) -> str:
    """What the reader says of who reports a sentence; ``place`` names the paragraph."""
    if correction.paragraph is None:
        return f"{correction.source} does not report it"
    return f"{correction.source} reports it in {place(correction.paragraph)}"


def disputed_in(comparison: Comparison, line: SummaryLine) -> tuple[Conflict, ...]:
    """The conflicts that a summary line is part of."""
    return tuple(conflict for conflict in comparison.conflicts if conflict.id in line.disputed)


def is_told(comparison: Comparison, line: SummaryLine, conflict: Conflict) -> bool:
    """Whether a line above in the summary has the versions of a conflict already."""
    above = takewhile(lambda other: other.sentence != line.sentence, comparison.summary.lines)
    return any(conflict.id in other.disputed for other in above)
