"""Predicates: words as their sentence affirms or denies them, how surely, of what, in which clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tui.analysis.text.story import Unit
from tui.analysis.text.tagger import tag
from tui.analysis.text.tokens import Token, norm_at, stem
from tui.analysis.text.word_classes import CLAUSE_CUTS, NEGATIVE_WORDS

DENIALS = NEGATIVE_WORDS | frozenset(
    """
    refuse refused refuses refusing fail failed fails failing decline declined declines unable
    """.split()
)
"""The words that deny what follows them: negations, and verbs such as "refuse"."""
_ENDED = frozenset("stop stops stopped stopping cease ceases ceased avoid avoided".split())  # stopped selling
_ANY_DENIAL = DENIALS | _ENDED | {"no"}
_NOT_ONLY = frozenset("only just merely simply necessarily yet whether or if".split())
_CONDITIONS = frozenset("if unless whether would could should may might can".split())
_PREPOSITIONS = frozenset("of in by for from about on with without after before against at like".split())
CERTAINTY = {
    "will": "certain", "won't": "certain", "may": "possible", "might": "possible", "could": "possible",
    "expected": "likely", "likely": "likely", "poised": "likely",
}  # fmt: skip
"""How surely something happens, by the word that says so."""
# What stands for a subject, or says that it is some of many.
_UNCLEAR = frozenset(
    """
    i he she it they we you this these those there one two three four five some many most few several other
    others another only
    """.split()
)
_REACH = 5  # tokens before a word that may negate it or make it less sure
_BETWEEN = frozenset(
    """
    to be been being have has had yet ever also still even immediately fully a an the very any
    """.split()
).union(DENIALS, _ENDED, CERTAINTY)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of a sentence as it is said there.

    ``place`` is its place among the sentence's tokens, ``clause`` the tokens (start, end) of the clause
    around it; ``strength`` is ``certain``, ``likely``, ``possible`` or, where it is plainly said, empty.
    """

    place: int
    negated: bool
    conditional: bool
    strength: str
    clause: tuple[int, int]


def has_denial(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence has a word that may negate another."""
    return any(token.norm in _ANY_DENIAL for token in tokens)


def predicate_at(tokens: Sequence[Token], place: int) -> Predicate:
    """Read how the word at ``place`` is said."""
    negated = conditional = False
    strength = ""
    for back in range(place - 1, max(-1, place - _REACH - 1), -1):
        norm = tokens[back].norm
        following = tokens[back + 1].norm
        ended = norm in _ENDED and following.endswith("ing")
        no = (norm in DENIALS and following not in _NOT_ONLY) or (norm == "no" and following == "longer")
        if no or ended:
            negated = not negated
        elif norm in _PREPOSITIONS:
            break  # not about the alleged theft: it does not say that it is not alleged
        strength = strength or CERTAINTY.get(norm, "")
        conditional |= norm in _CONDITIONS
        if tokens[back].is_content and norm not in _BETWEEN:
            break
        if not tokens[back].is_word:
            break
    before = tokens[place - 1].norm if place else ""
    aim = before == "to" and not negated  # "wants to leave" does not say that anybody left
    gerund = tokens[place].norm.endswith("ing") and before in _PREPOSITIONS
    return Predicate(place, negated, conditional or aim or gerund, strength, clause_around(tokens, place))


def subject_of(tokens: Sequence[Token], said: Predicate) -> list[Token]:
    """Find the content words before the predicate in its clause, or what a clause without any goes back to.

    Empty where a pronoun stands for the subject, or where it is some of many.
    """
    start = said.clause[0]
    before = tokens[start : said.place]
    if any(t.norm in _UNCLEAR for t in before):
        return []
    own = [t for t in before if t.is_content]
    if own or not start:
        return own
    if tokens[start - 1].norm in {"who", "which", "that"}:
        return [t for t in tokens[: start - 1] if t.is_content][-1:]
    first = next((place for place, token in enumerate(tokens) if token.norm in CLAUSE_CUTS), start)
    opening = tokens[:first]
    return [] if any(t.norm in _UNCLEAR for t in opening) else [t for t in opening if t.is_content]


def clause_around(tokens: Sequence[Token], place: int, cuts: frozenset[str] = CLAUSE_CUTS) -> tuple[int, int]:
    """Find the tokens (start, end) around ``place`` up to the next words and marks that part clauses."""
    start, end = place, place + 1
    while start > 0 and tokens[start - 1].norm not in cuts:
        start -= 1
    while end < len(tokens) and tokens[end].norm not in cuts:
        end += 1
    return start, end


_PARTICLES = frozenset("out up off down away back".split())


@dataclass(frozen=True, slots=True)
class Predication:
    """A predicate, its sentence and the sentence's position in the story.

    ``start`` and ``end`` are the offsets of its clause in the paragraph.
    """

    position: int
    unit: Unit
    predicate: Predicate

    @classmethod
    def at(cls, position: int, unit: Unit, place: int) -> Predication:
        """Read the word at ``place`` among the tokens of a sentence."""
        return cls(position, unit, predicate_at(unit.tokens, place))

    @property
    def start(self) -> int:
        """Where its clause starts."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its clause ends."""
        return self.words[-1].end

    @property
    def word(self) -> Token:
        """The word itself."""
        return self.unit.tokens[self.predicate.place]

    @property
    def term(self) -> str:
        """The stem of the word's base form."""
        return base(self.word.stem)

    @property
    def tag(self) -> str:
        """The word's part of speech."""
        return tag(self.unit.tokens)[self.predicate.place]

    @property
    def before(self) -> str:
        """The token before the word, empty if there is none."""
        return norm_at(self.unit.tokens, self.predicate.place - 1)

    @property
    def after(self) -> str:
        """The token after the word, empty if there is none."""
        return norm_at(self.unit.tokens, self.predicate.place + 1)

    @property
    def particle(self) -> str:
        """The particle that goes with a verb, which makes it another: rule out, set up."""
        return self.after if self.after in _PARTICLES else ""

    @property
    def subject(self) -> list[Token]:
        """The content words of the subject; empty where it is not clear."""
        return subject_of(self.unit.tokens, self.predicate)

    @property
    def arguments(self) -> list[Token]:
        """The content words of the clause without the word itself."""
        return [token for token in self.words if token.is_content and token is not self.word]

    @property
    def object(self) -> list[Token]:
        """The content words of the clause after the word."""
        return [token for token in self.words if token.is_content and token.start > self.word.start]

    def clause_has(self, term: str) -> bool:
        """Tell whether the clause has another word too, given as the stem of its base form."""
        return any(base(token.stem) == term for token in self.words)

    @property
    def words(self) -> Sequence[Token]:
        """The tokens of its clause."""
        return self.unit.tokens[slice(*self.predicate.clause)]


# Base form, then the forms that do not stem to it.
_IRREGULAR_VERBS = """
    arise arose arisen/bear bore borne/become became/begin began begun/bind bound/bite bit bitten
    blow blew blown/break broke broken/bring brought/build built/burn burnt/buy bought/catch caught
    choose chose chosen/come came/deal dealt/draw drew drawn/drink drank drunk/drive drove driven
    eat ate eaten/fall fell fallen/feed fed/fight fought/find found/flee fled/fly flew flown
    forbid forbade forbidden/forget forgot forgotten/freeze froze frozen/get got gotten/give gave given
    go went gone/grow grew grown/hang hung/hear heard/hide hid hidden/hold held/keep kept
    know knew known/lay laid/lead led/leave left/lend lent/lose lost/make made/mean meant/meet met
    pay paid/ride rode ridden/ring rang rung/rise rose risen/run ran/see saw seen/seek sought/sell sold
    send sent/shake shook shaken/shine shone/shoot shot/show shown/shrink shrank shrunk/sing sang sung
    sink sank sunk/sleep slept/speak spoke spoken/spend spent/stand stood/steal stole stolen
    strike struck/swear swore sworn/swim swam swum/take took taken/teach taught/tear tore torn
    throw threw thrown/understand understood/wake woke woken/wear wore worn/win won winning
    withdraw withdrew withdrawn/write wrote written
    """
_BASE = {
    stem(form): stem(base)
    for line in _IRREGULAR_VERBS.strip().splitlines()
    for base, *forms in (verb.split() for verb in line.split("/"))
    for form in forms
}


@cache
def base(word: str) -> str:
    """Map a stem of any form of an irregular verb to that of its base form; other stems stay as they are."""
    return _BASE.get(word, word)
