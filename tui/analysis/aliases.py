"""One key for words that say the same in different dress: 4 and four, FBI and F.B.I., GOP and Republican."""

from __future__ import annotations

import re

from tui.analysis.language import stem

_CARDINALS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty
    """.split()
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()
_SAME = (
    {word: str(number) for number, word in enumerate(_CARDINALS)}
    | {word: str(10 * number) for number, word in enumerate(_TENS, 3)}
    | {
        "gop": "republican",
        "dem": "democrat",
        "dems": "democrats",
        "rep": "representative",
        "congressman": "representative",
        "congresswoman": "representative",
        "sen": "senator",
        "gov": "governor",
        "attorney": "lawyer",
        "america": "u.s.",
        "american": "u.s.",
        "percent": "%",
    }
)
_BY_STEM = {stem(word): stem(other) for word, other in _SAME.items()}
_DOTTED = re.compile(r"(?:[a-z]\.){3,}")
_SIGNS = re.compile(r"(?<=\d)%|[$€£¥₹](?=\d)")


def canonical(stemmed: str) -> str:
    """The key that a stem shares with its other spellings; itself, if it has none.

    Dots go from acronyms of three letters or more (``f.b.i.``), signs from figures (``50%`` = 50 percent,
    ``$4`` = 4 dollars), small numbers become digits.
    """
    if _DOTTED.fullmatch(stemmed):
        return stemmed.replace(".", "")
    bare = _SIGNS.sub("", stemmed)
    return _BY_STEM.get(bare, bare)
