"""The cues that introduce a quotation: verbs of saying in all their forms, and when a word is one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.speech.paragraph_items import Item
from tui.analysis.text.word_classes import DETERMINERS

_VERBS = """
accept accuse acknowledge add address admit advise advocate affirm agree allege announce answer argue
ask assert assure attack bemoan blame blast boast brag call caution challenge characterize characterise
charge cheer chide claim clarify comment compare complain concede conclude condemn confess confirm
contend continue counter criticize criticise cry declare decry defend demand denounce deny describe
detail dismiss elaborate email emphasize emphasise estimate exclaim explain express fire fume grumble
gush hail hammer hint hope implore imply indicate inform insist intone interject instruct joke label
lament laugh liken lash lecture lie list maintain mention mock mumble murmur muse mutter note object
observe offer opine order own plead pledge point post praise pray predict proclaim promise pronounce
propose protest quip quote rail rage ramble read reason recall recommend recount reflect refer reiterate
relate remark remember remind repeat reply report respond restate retort retweet reveal say scoff scold
scream shout sigh sing slam sneer snap speak speculate state stress suggest summarize summarise surmise
sum shoot swear tell testify thank think thunder tout tweet underline underscore urge utter voice vow
wail warn whisper wonder worry write yell chant conclude
beam beg bellow blurt bristle chuckle croak crow deadpan demur enquire enthuse gasp giggle gloat grin groan
growl hiss holler howl inquire moan query rejoin roar shrug smile snarl sob stammer stutter whine
"""
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "read": "read", "swear": "swore sworn",
    "sing": "sang sung", "speak": "spoke spoken", "think": "thought", "own": "", "lie": "",
    "cry": "cried", "deny": "denied", "reply": "replied", "decry": "decried", "clarify": "clarified",
    "imply": "implied", "testify": "testified", "worry": "worried", "sum": "summed summing",
    "shoot": "shot", "query": "queried",
}  # fmt: skip
_DOUBLING = frozenset("admit beg brag demur grin quip shrug sob sum".split())
# Verbs that take the one spoken to as their object: what follows them is not the speaker.
TO_SOMEONE = frozenset(
    """
    told tells tell telling asked asks asking informed reminded assured urged warned
    """.split()
)
# Those that may stand before the speaker all the same: “Why?” asked Roe.
INVERTED = frozenset("asked asks urged warned".split())
LISTENERS = frozenset("reporters journalists lawmakers me us them him viewers supporters listeners".split())
# As often a noun, or a verb of something else.
_AMBIGUOUS = frozenset(
    """
    shoot shot report reports reported order orders fire fires list lists state states charge charges
    post posts claim claims call calls offer offers point points quote quotes address hope hopes read
    reads own owns lie lies attack attacks challenge blame promise speak speaks comment comments
    beam beams crow crows grin grins groan groans growl growls howl howls moan moans query queries roar roars
    shrug shrugs smile smiles sob sobs whine whines
    """.split()
)


def _inflected() -> frozenset[str]:
    forms = set()
    for verb in _VERBS.split():
        forms.add(verb)
        third = (
            verb[:-1] + "ies"
            if verb.endswith("y") and verb[-2] not in "aeo"
            else (verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s")
        )
        stem = verb + verb[-1] if verb in _DOUBLING else verb
        forms |= {third, (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"}
        if verb in _IRREGULAR:
            forms |= set(_IRREGULAR[verb].split())
        else:
            forms.add(
                stem + "d"
                if stem.endswith("e")
                else stem[:-1] + "ied"
                if stem.endswith("y") and stem[-2] not in "aeo"
                else stem + "ed"
            )
    return frozenset(forms)


CUES = _inflected()
UNAMBIGUOUS_CUES = CUES - _AMBIGUOUS


def is_cue(item: Item) -> bool:
    """Whether an item is a word that can introduce a quotation."""
    return item.kind == "word" and item.norm in CUES


def is_saying(items: Sequence[Item], place: int) -> bool:
    """Whether a word that may be a verb of saying is one here: not “the report”, “his claims”."""
    before = items[place - 1] if place else None
    norm = items[place].norm
    if before is None:
        return norm.endswith(("ing", "ed"))
    if before.norm == "to" and (
        place < 2 or items[place - 2].norm not in {"on", "going", "continued", "began"}
    ):
        return False  # an infinitive has another subject
    if norm == "reads" and before.norm in {"that", "which"}:
        return True
    if norm in _AMBIGUOUS or norm.endswith("ing"):
        return (
            before.norm not in DETERMINERS
            and before.norm not in {"of", "in", "for", "'s"}
            and (before.kind != "word" or before.norm not in {"new", "recent", "first", "latest", "joint"})
        )
    return before.norm not in {"a", "an", "the", "his", "their", "its"}
