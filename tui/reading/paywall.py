"""Whether a text stops where one is asked to pay or to log in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.model import Caution

_MOST_CHARACTERS = 400
_WAY_IN = (
    r"(?:subscri(?:be|bing|ption)|log(?:ging)? ?in|sign(?:ing)? (?:in|up)|regist(?:er|ering|ration)"
    r"|free trial|(?:create|creating) an? (?:free )?account|become a (?:member|subscriber)|membership)"
)
_REST = (
    r"(?:(?:continue|keep|finish) reading|unlock (?:this|the full|full)|get (?:full|unlimited) access"
    r"|read (?:on|more of this|the (?:full|whole|entire|complete|rest)|it in full"
    r"|this (?:full )?(?:article|story)))"
)
_ASKS = re.compile(
    rf"(?i)\b{_REST}\b.{{0,120}}\b{_WAY_IN}|\b{_WAY_IN}\b.{{0,80}}\bto {_REST}"
    r"|\bthis (?:article|story|content|post|page) is"
    r" (?:only |exclusively )?(?:available |reserved |exclusive )?(?:for|to)"
    r" (?:our )?(?:\w+ )?(?:subscribers|members)\b"
    r"|\b(?:subscriber|member)s?[- ]only (?:article|story|content|post)\b"
    r"|\byou(?:[’']?ve| have) (?:reached|used|read)\b.{0,40}\bfree (?:articles?|stories)\b"
)
_SPEAKS_TO_READER = re.compile(
    r"(?i)\b(?:you|your|our|now|here|please|already|this)\b"
    r"|^\W*(?:continue|keep|finish|to|subscri|log|sign|regist|read|unlock|get|create|become)"
)
_MESSAGE = "The text ends in an invitation to pay or to log in: this may be a part."


def paywall_caution(paragraphs: Sequence[str]) -> Caution | None:
    """A caution where a short paragraph asks the reader to subscribe or to log in to read on."""
    for paragraph in paragraphs:
        if (
            len(paragraph) <= _MOST_CHARACTERS
            and _ASKS.search(paragraph)
            and _SPEAKS_TO_READER.search(paragraph)
        ):
            return Caution("paywall", _MESSAGE)
    return None
