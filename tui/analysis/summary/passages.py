"""Which sentences can be printed on their own, and which need the ones that stand before or after them.

A sentence that opens on something left behind needs the one before it; a part of a quotation needs the rest
of it, down to the words that name the speaker. What is printed is therefore a *passage*: the shortest run of
neighbouring sentences around one that leaves nothing open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.model import Paragraph, Sentence, Source
from tui.reading.quotation_marks import is_inside_after

_LONGEST_PASSAGE = 3  # sentences; what needs more context than that is no summary line
_FEWEST_WORDS = 4  # shorter sentences are fragments
_SPEAKER_WORDS = 2  # that it takes, outside the quotation marks, to say who speaks
_ANAPHORIC_WORDS = frozenset(
    """
    he she they it his her their its him them this that these those such another others both neither either
    one but and or nor so however also meanwhile additionally moreover furthermore besides instead then yet
    still simultaneously similarly likewise nevertheless nonetheless consequently therefore thus hence
    otherwise though because there here earlier later afterwards afterward again i we you my our your
    """.split()
)
# of whoever was quoted before, unless a quotation starts here
_FIRST_AND_SECOND_PERSON = frozenset("i we you my our your".split())
_ANAPHORIC_PHRASE = re.compile(
    r"(?:as a result|in addition|in (?:response|contrast|turn|fact)|by contrast|even so|that said|of course"
    r"|for (?:example|instance|(?:his|her|their) part|that)|(?:on|to) the (?:other hand|contrary)"
    r"|at the time|during (?:his|her|their|these|this)|after (?:that|this)|what[’']s more"
    r"|(?:apart|aside) from (?:that|this|these)"
    r"|(?:similar|according) to (?:this|that|these|him|her|them)"
    r"|the (?:two|three|pair|same|latter|former|others?|group)\b)",
    re.IGNORECASE,
)
_SIMULTANEITY = re.compile(  # it says when, by what was told before, and then tells something of its own
    r"(?:at the same time|(?:during|in) the same|parallel to|alongside (?:this|that|these|those))\b",
    re.IGNORECASE,
)
_RECAPITULATION = re.compile(  # it repeats what the article has said
    r"(?:in (?:summary|short|conclusion|sum|closing)|to (?:sum up|summari[sz]e|conclude)|all in all"
    r"|overall,|ultimately,)",
    re.IGNORECASE,
)
_EVENT_NOUNS = """
    accusation agreement allegation announcement attack ban bill case change charge claim comment crash
    deal decision development document effort email event exchange finding fire idea incident interview
    investigation issue law lawsuit letter measure meeting move news offer order plan policy poll post
    practice probe problem program project proposal question remark report request result revelation
    rule ruling shooting situation statement study survey trip tweet video visit vote
""".split()
_DEFINITE_NOUN = re.compile(  # "The new policy is …": it has been told which one, unless more is said of it
    rf"\W*the (?:new |latest |proposed |current )?(?:{'|'.join(_EVENT_NOUNS)})s?\b"
    r"(?!,? (?:about|against|at|between|by|for|from|in|into|of|on|over|that|to|under|which|who|with)\b)",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(
    r"(?:declin|refus)\w+ (?:(?:to )?comment|to (?:address|answer|discuss|elaborate|say)|an interview)"
    r"|request(?:s|ed)? for (?:a )?comment|no immediate comment"
    r"|(?:calls?|e-?mails?|messages?|inquir(?:y|ies))\b.{0,80}\bnot (?:immediately |yet )?(?:be(?:en)? )?"
    r"(?:returned|answered)|(?:could|did) not (?:immediately )?(?:be reached|respond|reply)",
    re.IGNORECASE,
)
_COMPLETE = re.compile(r"[.!…][”’\"'»)\]]*$")
_HEADING = re.compile(r"^[^a-z]*$")
_FIRST_WORD = re.compile(r"[\w]+")


@dataclass(frozen=True, slots=True)
class _QuotationState:
    """Whether a sentence starts or ends inside a quotation, and how many of its words stand outside."""

    before: bool
    after: bool
    outside: int


def printable_passages(source: Source) -> Iterator[tuple[str, ...]]:
    """Find for each sentence of a source that can be printed those that must stand together with it.

    Yields:
        The ids of neighbours in reading order, the sentence's own among them.
    """
    sentences = list(source.sentences())
    quoting = [quoted for paragraph in source.paragraphs for quoted in _quotation_states(paragraph)]
    texts = [sentence.text for sentence in sentences]
    # what the first sentence refers to may be the headline
    dependent = [*map(_opens_on_connective, texts[:1]), *map(depends_on_previous, texts[1:])]
    for place in range(len(sentences)):
        run = _closure(place, dependent, quoting)
        if run is not None and all(is_printable(sentence) for sentence in sentences[run]):
            yield tuple(sentence.id for sentence in sentences[run])


def whole_quotations(source: Source) -> dict[str, tuple[str, ...]]:
    """Map each sentence inside a quotation to the sentences needed to print it whole, all by their ids.

    Such a sentence opens or closes a quotation that it does not hold whole, stands inside one, or does not
    name the speaker. It has no ids where the quotation is too long for a summary line, or cannot be told from
    its surroundings.
    """
    sentences = list(source.sentences())
    quoting = [quoted for paragraph in source.paragraphs for quoted in _quotation_states(paragraph)]
    found: dict[str, tuple[str, ...]] = {}
    for place, (sentence, quoted) in enumerate(zip(sentences, quoting, strict=True)):
        loose = quoted.before or quoted.after or sentence.text.count("“") != sentence.text.count("”")
        if loose or quoted.outside < _SPEAKER_WORDS:
            run = _closure(place, [False] * len(sentences), quoting)
            whole = sentences[run] if run is not None else []
            text = " ".join(one.text for one in whole)
            balanced = text.count("“") == text.count("”") and text.count('"') % 2 == 0
            found[sentence.id] = tuple(one.id for one in whole) if balanced else ()
    return found


def is_printable(sentence: Sentence) -> bool:
    """Whether a sentence tells something and is whole: no boilerplate, heading, question, or "no comment"."""
    text = sentence.text.strip()
    return (
        sentence.assertive
        and len(text.split()) >= _FEWEST_WORDS
        and _COMPLETE.search(text) is not None
        and _HEADING.match(text) is None
        and _RECAPITULATION.match(text) is None
        and _NO_REPLY.search(text) is None
    )


def depends_on_previous(text: str) -> bool:
    """Whether a sentence opens on something left behind: a pronoun, a connective, "the policy"."""
    return _opens_on_connective(text) or _DEFINITE_NOUN.match(text) is not None


def _opens_on_connective(text: str) -> bool:
    """Whether a sentence opens on a pronoun or a connective."""
    first = _FIRST_WORD.search(text)
    if first is None:
        return False
    word = first[0].lower()
    if word in _FIRST_AND_SECOND_PERSON:
        return first.start() == 0
    return word in _ANAPHORIC_WORDS or _ANAPHORIC_PHRASE.match(text, first.start()) is not None


def continues_story(text: str) -> bool:
    """Whether a sentence opens on what went on meanwhile: it can stand alone, but not first."""
    return _SIMULTANEITY.match(text) is not None


def _closure(place: int, dependent: Sequence[bool], quoting: Sequence[_QuotationState]) -> slice | None:
    """The shortest run around a sentence that leaves nothing open; None if that gets too long."""
    first = last = place
    while True:
        if dependent[first] or quoting[first].before:
            first -= 1
        elif quoting[last].after:
            last += 1
        elif sum(quoted.outside for quoted in quoting[first : last + 1]) < _SPEAKER_WORDS:
            first -= 1
        else:
            return slice(first, last + 1)
        if first < 0 or last >= len(dependent) or last - first >= _LONGEST_PASSAGE:
            return None


def _quotation_states(paragraph: Paragraph) -> Iterator[_QuotationState]:
    """The state of each sentence of a paragraph."""
    inside = False
    for sentence in paragraph.sentences:
        before, outside = inside, 0
        for piece in re.split(r"([“”\"])", sentence.text):
            if piece in ("“", "”", '"'):
                inside = is_inside_after(piece, inside=inside)
            elif not inside:
                outside += len(re.findall(r"\w+", piece))
        yield _QuotationState(before, inside, outside)
