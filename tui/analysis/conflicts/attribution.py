"""The same words under two speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.analysis.conflicts.detector import MOST_PASSAGES, Evidence, Finding
from tui.analysis.conflicts.quotations import WORD, PlacedQuotation, joined, same_person, same_words
from tui.analysis.names.cast import surname, words_of
from tui.analysis.names.given_names import GIVEN
from tui.analysis.names.name_words import BODIES, CALENDAR, PARTICLES
from tui.analysis.names.spelling import plain
from tui.ids import source_key
from tui.model import ConflictKind, ConflictRule, Side

_FEWEST_WORDS = 12  # so long a quotation is not a set phrase
_RETOLD = 1.3  # a quotation longer than another by this factor may tell what somebody else said
_LINKS = PARTICLES | {"of", "the", "and", "for"}  # lower-case words inside a name
_SPOKES = r"spokes\w+|press secretary|communications? director|chief of staff|aide"
# Where a name ends that these stand before, and where one starts that they stand after.
_SPOKES_BEFORE = re.compile(
    # Spokeswoman Mary Holm · a spokeswoman for the port, Mary Holm
    rf"\b(?:{_SPOKES})(?:\s+(?!(?:for|to|of)\b)[\w.'’-]+){{0,2}}\s+$|\b(?:{_SPOKES})\b[^.,]{{0,40}}, $",
    re.IGNORECASE,
)
_SPOKES_AFTER = re.compile(rf", [^,.]{{0,40}}\b(?:{_SPOKES})\b", re.IGNORECASE)  # Mary Holm, a spokeswoman
_LONGEST_BEFORE = 100  # characters before a name in which that stands
_SIGNATURES = frozenset("—–-")  # before a name that is put below a quotation
_ACRONYM = re.compile(r"^[A-Z]{2,}$")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find quotations that two sources give to different speakers, one finding a quotation."""
    quotes = evidence.placed_quotations
    matched = [(one, two) for one, two in evidence.similar_quotations if same_words(quotes[one], quotes[two])]
    for group in joined(matched):
        finding = _two_speakers(evidence, [quotes[index] for index in group])
        if finding is not None:
            yield finding


def _two_speakers(evidence: Evidence, members: Sequence[PlacedQuotation]) -> Finding | None:
    named = [m for m in members if m.quote.cue and m.speaker and _is_name(m.speaker)]
    classes: list[list[PlacedQuotation]] = []
    for member in named:
        for known in classes:
            if any(same_person(member.speaker, k.speaker) for k in known):
                known.append(member)
                break
        else:
            classes.append([member])
    classes.sort(key=lambda c: (min(m.source for m in c), c[0].paragraph))
    if len(classes) < 2 or not all(_exclude(evidence, *pair) for pair in combinations(classes, 2)):
        return None
    return _entry(evidence, _about_one_quotation(classes))


def _exclude(evidence: Evidence, one: Sequence[PlacedQuotation], two: Sequence[PlacedQuotation]) -> bool:
    """Whether it cannot be that both sides are right about the speaker."""
    if {m.source for m in one} & {m.source for m in two}:
        return False  # one source has both: it quotes somebody quoting
    if _is_body(one[0].speaker) != _is_body(two[0].speaker):
        return False  # a ministry, and somebody who speaks for it
    spokesmen = [_is_spokesman(evidence, members) for members in (one, two)]
    if any(spokesmen) and (not all(spokesmen) or min(len(m.words) for m in (*one, *two)) < _FEWEST_WORDS):
        return False  # a spokesman and whoever stands behind; two spokesmen with one set phrase
    if any(_retells(a, b) or _retells(b, a) for a in one for b in two):
        return False
    return any(_certain(evidence, a, b) and _certain(evidence, b, a) for a in one for b in two)


def _about_one_quotation(classes: Sequence[Sequence[PlacedQuotation]]) -> list[list[PlacedQuotation]]:
    """Of each side what has the words of one quotation: the one that most of the other side's share."""

    def matches(member: PlacedQuotation, own: Sequence[PlacedQuotation]) -> int:
        return sum(
            other.source != member.source and same_words(member, other)
            for members in classes
            if members is not own
            for other in members
        )

    core = max(((m, c) for c in classes for m in c), key=lambda pair: (matches(*pair), len(pair[0].norm)))[0]
    kept = [[m for m in c if m is core or (m.source != core.source and same_words(m, core))] for c in classes]
    return [members for members in kept if members]


def _is_name(speaker: str) -> bool:
    """Whether a speaker is named, and not described: the mayor."""
    first, *others = speaker.split()
    capitalised = all(word[0].isupper() or word in _LINKS for word in others)
    return (first[0].isupper() or first[0] == "@") and capitalised and not set(words_of(speaker)) & CALENDAR


def _is_body(speaker: str) -> bool:
    """Whether a name is rather a body's than a person's: it may speak through anybody."""
    words = words_of(speaker)
    acronym = _ACRONYM.match(speaker.replace(".", "")) is not None
    return acronym or bool(set(words) & BODIES) or words[-1] in {"democrats", "republicans"}


def _is_spokesman(evidence: Evidence, members: Sequence[PlacedQuotation]) -> bool:
    """Whether an article calls the speaker somebody's spokesman or aide."""
    for member in members:
        last, paragraphs = surname(member.speaker), evidence.story.articles[member.source].paragraphs
        for mention in evidence.casts[member.source].all():
            text = paragraphs[mention.paragraph]
            before = text[max(0, mention.start - _LONGEST_BEFORE) : mention.start]
            near = _SPOKES_BEFORE.search(before) or _SPOKES_AFTER.match(text, mention.end)
            if near and surname(mention.text) == last:
                return True
    return False


def _retells(long: PlacedQuotation, short: PlacedQuotation) -> bool:
    """Whether a longer quotation tells what the other's speaker said."""
    longer = len(long.words) > _RETOLD * len(short.words)
    return longer and _mentions(long.quote.text, [surname(short.speaker)])


def _certain(evidence: Evidence, one: PlacedQuotation, other: PlacedQuotation) -> bool:
    """Whether the speaker of ``one`` cannot be the other's: named in its sentence, or safely "he".

    A pronoun is safe where its paragraph names the speaker before the quotation and does not name the
    other; and where the article never names the other before the quotation.
    """
    if one.quote.cue in _SIGNATURES:
        return True
    paragraphs = evidence.story.articles[one.source].paragraphs
    own, foreign = [surname(one.speaker)], words_of(other.speaker)
    sentence = _sentence_around(evidence, one)
    pronoun = _pronoun(sentence, str(one.quote.cue))
    if _mentions(sentence, own) and (not pronoun or _leads_to(own[0], str(one.quote.cue), sentence)):
        return True
    if _shares_surname(evidence, one):
        return False
    if pronoun == "she":
        own = words_of(one.speaker)[:1]  # a surname alone is as likely her husband's
    before = _outside(evidence, one)[: one.quote.start]
    if _mentions(before, own) and not _mentions(before, foreign):
        return True
    if not any(_mentions(p, own) for p in (*paragraphs[max(0, one.paragraph - 1) : one.paragraph], before)):
        return False
    return not any(_mentions(p, foreign) for p in (*paragraphs[: one.paragraph], before))


def _leads_to(name: str, cue: str, sentence: str) -> bool:
    """Whether a name stands before the cue, a few words apart at most: Smith, a teacher, said."""
    pattern = rf"\b{re.escape(name)}\b(?:\W+\w+){{0,4}}?\W+{re.escape(cue)}\b"
    return re.search(pattern, plain(sentence)) is not None


def _pronoun(sentence: str, cue: str) -> str:
    """The pronoun that is the cue's subject (“she added”, “said he”), lower-cased; empty if there is none."""
    word, pronoun = re.escape(cue), r"(he|she|they|it)"
    pattern = rf"\b{pronoun}\b(?:\s+\w+){{0,2}}\s+{word}\b|\b{word}\s+{pronoun}\b"
    match = re.search(pattern, sentence, re.IGNORECASE)
    return (match[1] or match[2]).lower() if match else ""


def _shares_surname(evidence: Evidence, member: PlacedQuotation) -> bool:
    """Whether the article names another person of that surname, so that the surname alone tells nothing."""
    first, last = words_of(member.speaker)[0], surname(member.speaker)
    named = (words_of(mention.text) for mention in evidence.casts[member.source].all())
    others = {words[0] for words in named if len(words) > 1 and words[-1] == last}
    return bool((others & GIVEN) - {first})


def _sentence_around(evidence: Evidence, one: PlacedQuotation) -> str:
    """The sentence or sentences that the quotation stands in, without quoted words."""
    units = [evidence.story.units[p] for p in evidence.story.of_paragraph[one.source, one.paragraph]]
    inside = [u for u in units if u.start <= one.quote.end + 2 and one.quote.start <= u.end]
    return _outside(evidence, one)[inside[0].start : inside[-1].end] if inside else ""


def _outside(evidence: Evidence, one: PlacedQuotation) -> str:
    """The quotation's paragraph with quoted words blanked out."""
    text = evidence.story.articles[one.source].paragraphs[one.paragraph]
    for quote in evidence.quotes[one.source, one.paragraph]:
        text = text[: quote.start] + " " * (quote.end - quote.start) + text[quote.end :]
    return text


def _mentions(text: str, words: Sequence[str]) -> bool:
    """Whether a text has any of a name's words, initials aside."""
    text = plain(text)
    return any(len(w) > 1 and re.search(rf"\b{re.escape(w)}\b", text) for w in words)


def _entry(evidence: Evidence, classes: Sequence[Sequence[PlacedQuotation]]) -> Finding | None:
    if len(classes) < 2:
        return None
    chosen: list[PlacedQuotation] = []
    for members in classes:
        longest: dict[int, PlacedQuotation] = {}
        for member in sorted(members, key=lambda m: (-len(m.norm), m.source, m.paragraph)):
            longest.setdefault(member.source, member)
        chosen += longest.values()
    chosen = sorted(chosen[:MOST_PASSAGES], key=lambda m: (m.source, m.paragraph, m.place))
    sides = tuple(
        Side(
            tuple(source_key(source) for source in sorted({m.source for m in members})),
            (name := max((m.speaker for m in members), key=len)),
            named=_named(surname(name), members),
        )
        for members in classes
    )
    addressed = any(side.named for side in sides)
    confidence = 0.7 + 0.02 * min(len(m.words) for m in chosen) + (0.1 if addressed else 0.0)
    passages = tuple(evidence.quotation_passage(member) for member in chosen)
    rule = ConflictRule.TWO_SPEAKERS
    return Finding(ConflictKind.ATTRIBUTION, min(0.97, confidence), passages, rule, sides)


def _named(last: str, members: Sequence[PlacedQuotation]) -> str:
    """The word by which a quotation names or addresses its own speaker, by surname; empty if it does not."""
    for member in members:
        for word in WORD.findall(member.quote.text):
            bare = plain(word).lstrip("@#").removesuffix("'s").removesuffix("’s")
            if bare == last or (word.startswith("@") and len(last) > 3 and last in bare):
                return str(word)
    return ""
