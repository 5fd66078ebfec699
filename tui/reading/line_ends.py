"""How a line or a paragraph ends: with a sentence, or in the middle of one."""

from __future__ import annotations

import re

from tui.reading.furniture import CREDIT, INVITATION_OR_CONTRIBUTORS, LABEL

_TERMINATORS = frozenset(".!?…。！？．।॥؟۔።")
_CLOSERS = "\"'”’»›)]}」』】）*_ "
_SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W\d_a-zß-öø-ÿ])|[。！？।۔]")
_TAIL = 1000  # characters; a sentence longer than this is judged by its end

_DETERMINER = re.compile(r"an?|the|its|their|his|her|our|your|my|this|these|those|every")
# No English headline stops after one of these, though "what it is" and "storm moves in" are headlines.
_NEVER_LAST = re.compile(r"an?|the|and|n?or|its|their|our|your|my|whose|than|of|from|into|every")
_SELDOM_LAST = re.compile(
    rf"{_NEVER_LAST.pattern}|but|as|that|which|whom?|this|these|those|his|her|to|in|on|at|by|for|with|between|among"
    r"|during|about|against|through|under|after|before|upon|onto|including|because|although|while|if|when|where"
    r"|since|until|unless|whether|is|was|are|were|be|been|has|have|had|will|would|could|should|may|might|must|can"
)
_OPEN_MARKS = tuple(",;-–—($£€“‘«[")
_ADDRESS = re.compile(r"https?:|www\.|@|\w\.(?:com|org|net|gov|co|ly|info|eu|[a-z]{2})(?:/|$)", re.IGNORECASE)
_CREDIT = re.compile(CREDIT)
_FURNITURE = re.compile(INVITATION_OR_CONTRIBUTORS)
_LABEL = re.compile(LABEL)


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a sentence's final mark, closing quotation marks and brackets aside."""
    return text.rstrip(_CLOSERS)[-1:] in _TERMINATORS if text else False


def dangles(text: str) -> bool:
    """Whether ``text`` stops where not even a headline could: after a comma, "the", or "its 22"."""
    words = text.split()
    if not words or ends_sentence(text):
        return False
    return text.endswith((",", ";")) or _stops_after(words, _NEVER_LAST)


def breaks_off(text: str, *, in_prose: bool = True) -> bool:
    """Whether a paragraph stops in mid-sentence, as a text does that was cut at some length.

    Captions, credits, signatures, addresses and invitations to read on are not broken off: by custom they end
    without a full stop. In doubt the answer is no: a false alarm costs more trust than a missed one.

    Args:
        text: One paragraph, on one line.
        in_prose: Whether its neighbours end their sentences. Where they do not, a missing full stop alone
            proves nothing, and only a stop after a word that calls for another counts.
    """
    tail = text[-_TAIL:]
    breaks = [found.end() for found in _SENTENCE_BREAK.finditer(tail)]
    rest = tail[breaks[-1] :] if breaks else tail
    words = rest.split()
    if len(words) < 3 or ends_sentence(text) or _LABEL.match(text) or _is_customary(rest, words):
        return False
    if text.endswith(_OPEN_MARKS) or _stops_after(words, _SELDOM_LAST):
        return True
    if not in_prose or not text[-1].isalpha():
        return False
    articles = sum(word.lower() in ("a", "an", "the") for word in words)
    lower = sum(word[0].islower() for word in words)
    if words[-1][0].islower():
        return len(words) >= 4 if breaks else len(words) >= 10 and articles >= 1
    return bool(breaks) and len(words) >= 8 and articles >= 1 and lower * 2 >= len(words)


def is_credit(text: str) -> bool:
    """Whether ``text`` ends with a credit such as "(A. Name/Agency)", as captions do."""
    return _CREDIT.search(text[-100:]) is not None


def _stops_after(words: list[str], unfinished: re.Pattern[str]) -> bool:
    last = words[-1].lower().lstrip("\"'“‘«([")
    counting = len(words) > 1 and last.isdigit() and _DETERMINER.fullmatch(words[-2].lower())
    return bool(counting or unfinished.fullmatch(last))


def is_customary(paragraph: str) -> bool:
    """Whether a paragraph, on one line, ends without a full stop by custom: a credit, an address, a plea."""
    return not ends_sentence(paragraph) and _is_customary(paragraph, paragraph.split())


def _is_customary(rest: str, words: list[str]) -> bool:
    if any(_ADDRESS.search(word) for word in words[-4:]):
        return True
    return "|" in rest or is_credit(rest) or _FURNITURE.match(rest) is not None
