"""The nouns of the program: what is read, and what the comparison of it says.

Everything here is a frozen dataclass without behaviour beyond look-ups. Ids are those of ``tui.ids``; offsets
count characters of the paragraph's text, end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Any, ClassVar, Protocol

from tui.ids import paragraph_of, parse, source_of

# A word has white space around it, but for Chinese and Japanese, where each character is counted.
_IDEOGRAPHS = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE_MARKS = "\u3000-\u3040\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_COUNTED = re.compile(rf"[{_IDEOGRAPHS}]|[^\s{_IDEOGRAPHS}{_WIDE_MARKS}]+")


def word_count(text: str) -> int:
    """Count the words of a text; in Chinese and Japanese its characters."""
    return len(text.split()) if text.isascii() else len(_COUNTED.findall(text))


class Level(IntEnum):
    """How fully another source reports what a sentence asserts."""

    NONE = 0
    PARTIAL = 1
    FULL = 2

    @property
    def label(self) -> str:
        """The level's name in exports: ``none``, ``partial`` or ``full``."""
        return self.name.lower()


class FactKind(StrEnum):
    """Kinds of fact, by what they consist of."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    EVENT = "event"
    QUOTE = "quote"
    CLAIM = "claim"


class ConflictKind(StrEnum):
    """What two sources disagree about; the last four are lesser differences."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    POLARITY = "polarity"
    UPDATE = "update"
    STRENGTH = "strength"
    SPELLING = "spelling"
    TONE = "tone"


class ConflictRule(StrEnum):
    """What shows that sources disagree; which sides a conflict has depends on it.

    The sides are the speakers of TWO_SPEAKERS, the wordings of REWORDED and RESPELT, the words left out of
    SHORTENED and an empty text for who leaves them out, the figures of QUANTITY, AGE and GREW; for all other
    rules the passages' texts.
    """

    TWO_SPEAKERS = "two-speakers"
    REWORDED = "reworded"
    RESPELT = "respelt"
    SHORTENED = "shortened"
    QUANTITY = "quantity"
    AGE = "age"
    GREW = "grew"
    DATES = "dates"
    TIMES_OF_DAY = "times-of-day"
    ENDED = "ended"
    DENIED = "denied"
    NAME_REPLACED = "name-replaced"
    TWO_AGENTS = "two-agents"
    TWO_HOLDERS = "two-holders"
    EXCHANGED = "exchanged"
    CERTAINTY = "certainty"
    SPELLINGS = "spellings"
    TONES = "tones"


@dataclass(frozen=True, slots=True)
class Caution:
    """Something a reader should know about a source before trusting it, such as a text that is cut off."""

    kind: str
    message: str


class TextReader(Protocol):
    """A function that reads articles from text."""

    def __call__(self, text: str, *, name: str, title: str | None = None) -> Article:
        """Read an article from text, with the headline that is given or one that is found."""


@dataclass(frozen=True)
class Article:
    """One account as it was read: cleaned text, not yet analysed.

    ``paragraphs`` hold the body; the headline is ``title`` and no paragraph. ``date`` is an ISO date.
    """

    name: str
    paragraphs: tuple[str, ...]
    title: str | None = None
    path: str | None = None
    url: str | None = None
    date: str | None = None
    warnings: tuple[Caution, ...] = ()

    from_text: ClassVar[TextReader]
    """Read an article from text: `tui.article_from_text`, put here by the package."""

    @property
    def words(self) -> int:
        """How many words the body has; in Chinese and Japanese how many characters."""
        return sum(map(word_count, self.paragraphs))


@dataclass(frozen=True, slots=True)
class Report:
    """The extent to which another source has a sentence.

    ``score`` is the share (0–1) of the sentence's weighted content found there; ``level`` is the verdict
    drawn from it and other evidence; ``by`` names the sentences over there that carry the overlap, best
    first.
    """

    source: str
    level: Level
    score: float
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one paragraph, named by the sentence it starts in."""

    sentence: str
    start: int
    end: int
    text: str

    @property
    def source(self) -> str:
        """The key of the source it stands in."""
        return source_of(self.sentence)

    def overlaps(self, other: Passage) -> bool:
        """Whether it shares a character with another passage."""
        same_paragraph = paragraph_of(self.sentence) == paragraph_of(other.sentence)
        return same_paragraph and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Fact:
    """A checkable detail and every passage that carries it, the first being where ``text`` stands.

    ``weight`` orders facts by how much they matter to the story: the number of sources that had it when it
    was found, times the rating (0–1) of its span, which is 1 for a whole sentence. Corrections weigh none
    anew.
    """

    id: int
    kind: FactKind
    text: str
    passages: tuple[Passage, ...]
    weight: float = 0.0

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of the sources that have it, in their order of first mention here."""
        return tuple(dict.fromkeys(passage.source for passage in self.passages))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, with what each other source has of it (in source order).

    ``furniture`` belongs to the page and not to the report, such as a credit or a form. ``assertive`` is
    False for what reports nothing: furniture, and the end of a text that is cut off.
    """

    id: str
    start: int
    end: int
    text: str
    reports: tuple[Report, ...] = ()
    unique: tuple[Fact, ...] = ()
    furniture: bool = False
    assertive: bool = True

    @property
    def source(self) -> str:
        """The key of the source it stands in."""
        return source_of(self.id)

    @property
    def passage(self) -> Passage:
        """All of it, as a passage."""
        return Passage(self.id, self.start, self.end, self.text)

    @property
    def paragraph(self) -> int:
        """The index (from 0) of its paragraph within the source."""
        return parse(self.id).paragraph

    def report(self, source: str) -> Report | None:
        """The report of this sentence in ``source``; None for its own source."""
        return next((report for report in self.reports if report.source == source), None)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation: offsets and text without its quotation marks."""

    start: int
    end: int
    text: str
    speaker: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, split into sentences."""

    id: str
    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """An article taking part in a comparison; sources with the same ``origin`` carry the same text."""

    key: str
    article: Article
    origin: int
    paragraphs: tuple[Paragraph, ...]

    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in order."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences


@dataclass(frozen=True, slots=True)
class AlignmentGroup:
    """Paragraphs that report the same thing, as indices (from 0) by source key; a gap is an empty tuple."""

    id: int
    paragraphs: Mapping[str, tuple[int, ...]]
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """A weaker tie between two paragraphs, each a source key and an index, of different groups."""

    between: tuple[tuple[str, int], tuple[str, int]]
    score: float


class Judgement(StrEnum):
    """The reader's answers to a conflict that the program found."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reader's judgement of a conflict and the reason for it, which may be empty."""

    judgement: Judgement
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """The reader's word on what ``source`` has of ``sentence``.

    ``paragraph`` is the id of the paragraph of ``source`` that reports it, None if none does.
    """

    sentence: str
    source: str
    paragraph: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """What some sources of a conflict have: words, a figure or a speaker, as the rule of the conflict says.

    ``hedge`` tells how exactly a figure is meant: ``about``, ``min`` (at least), ``max`` (at most) or, if
    exactly, empty. ``named`` is the word by which the quotation names the very speaker, empty if it does not.
    """

    sources: tuple[str, ...]
    text: str
    hedge: str = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Passages of two or more sources that cannot all be right, or (as a lesser difference) do not agree.

    ``rule`` and ``sides`` tell by what that shows; ``speaker`` is whose words are quoted in two versions.
    """

    id: int
    kind: ConflictKind
    confidence: float
    between: tuple[Passage, ...]
    rule: ConflictRule
    sides: tuple[Side, ...]
    speaker: str = ""
    verdict: Verdict | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether the reader confirmed it."""
        return self.verdict is not None and self.verdict.judgement is Judgement.CONFIRMED

    @property
    def key(self) -> str:
        """What tells it apart from the others in every comparison of the same articles."""
        return f"{self.kind.value}:{'+'.join(sorted({passage.sentence for passage in self.between}))}"


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A sentence of a source, word for word, the sentences that report it too, and its conflicts."""

    sentence: str
    text: str
    also: tuple[str, ...] = ()
    disputed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Omission:
    """A sentence with facts that the summary leaves out, and the sources that report it."""

    sentence: str
    text: str
    sources: tuple[str, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """The sources that report it, but its own."""
        return tuple(key for key in self.sources if key != source_of(self.sentence))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many facts there are and how many of them the summary carries; ``unique`` is by source key."""

    facts: int = 0
    shared: int = 0
    shared_in_summary: int = 0
    unique: Mapping[str, int] = field(default_factory=dict)
    unique_in_summary: Mapping[str, int] = field(default_factory=dict)


class UnusedReason(StrEnum):
    """Why a summary has no line of a source."""

    REMOVED = "removed"
    """The reader took what stood there out."""
    COPY = "copy"
    """Its text is that of a source that is used."""
    DEPENDENT = "dependent"
    """None of its sentences can stand on its own."""
    COVERED = "covered"
    """Other sources report all of it."""
    NOT_NEEDED = "not-needed"
    """The summary carries as many shared facts without it."""
    TOO_LONG = "too-long"
    """Nothing of it fits the budget."""
    OUTWEIGHED = "outweighed"
    """What the others report weighs more."""


@dataclass(frozen=True, slots=True)
class Unused:
    """Why a summary has no line of a source.

    ``paragraphs`` are the ids of those that were REMOVED, ``sources`` the keys of those that have the same
    text (COPY) or report all of it (COVERED). ``words`` or ``sentences`` is the budget that it is TOO_LONG
    for or OUTWEIGHED in.
    """

    reason: UnusedReason
    paragraphs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    words: int | None = None
    sentences: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """The merged summary, what it left out (weightiest first) and how much it covers.

    ``unused`` tells for each source that no line stands in, by its key, why.
    """

    budget: int
    lines: tuple[SummaryLine, ...] = ()
    omitted: tuple[Omission, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
    unused: Mapping[str, Unused] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """How many words its lines have together."""
        return sum(word_count(line.text) for line in self.lines)


@dataclass(frozen=True)
class Comparison:
    """Everything that is known about several accounts of one event.

    ``dismissed`` holds conflicts and differences that the reader dismissed, ``corrections`` the reader's own
    word on who reports what; both are empty in what the program found by itself.
    """

    sources: tuple[Source, ...]
    groups: tuple[AlignmentGroup, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    differences: tuple[Conflict, ...]
    summary: Summary
    dismissed: tuple[Conflict, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def sentences(self) -> Mapping[str, Sentence]:
        """Every sentence by its id, in reading order."""
        return {sentence.id: sentence for source in self.sources for sentence in source.sentences()}

    @cached_property
    def by_key(self) -> Mapping[str, Source]:
        """The sources by key."""
        return {source.key: source for source in self.sources}

    to_dict: ClassVar[Callable[[Comparison], dict[str, Any]]]
    """The comparison in plain form: `tui.to_dict`, put here by the package."""
