"""Text that was decoded with a wrong encoding and saved again, ``cafÃ©``: repaired where that is sure.

The search is cheap; ftfy, which knows what such text looks like, is loaded only where something is found.
"""

from __future__ import annotations

import re

# The first letter of a UTF-8 sequence and what may come second, read as Windows-1252, Latin-1, Mac Roman or
# Windows-1251.
_SUSPICIOUS = re.compile(
    "[ÂÃÄÅÆÎÏÐÑØÙâãïðÿ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]"
    "|(?<![A-ZÀ-Þ“‘])[ÂÃÄÅÆÎÏÐÑØÙâãïðÿ][‘’“”–—]"  # but a word in capitals may end so: “JOÃO BELÉM Ã”
    "|√[©®±≥§º≠∂º¢£]|‚Ä[ôúùîìò¶]|вЂ[љњќ™ќ“”¦]|Р[°-ї]Р"
)
# The quotation marks and dashes of Windows-1252, read as Latin-1's control characters.
_WESTERN_CONTROLS = re.compile("[\x91-\x97]")
_WESTERN = {
    code: character for code in range(0x80, 0xA0) if (character := bytes([code]).decode("cp1252", "ignore"))
}
# A closing quotation mark of which a byte was dropped, since Windows-1252 has nothing for it.
_CLOSING = re.compile(r"â€\??(?=[ .,;]|$)")
_LOST = re.compile(r"[a-z]\?(?:s|t|re|ve|ll|m)(?=[\s,.;!?”\"])|\ufffd|[a-z]Ã[\s©¨]|â€")


def repair(text: str) -> str:
    """Undo a wrong decoding, line by line: a text may be put together of several."""
    if text.isascii():
        return text
    if _WESTERN_CONTROLS.search(text):
        text = text.translate(_WESTERN)
    if not _SUSPICIOUS.search(text):
        return text
    return "\n".join(_repaired(line) if _SUSPICIOUS.search(line) else line for line in text.split("\n"))


def is_damaged(text: str) -> bool:
    """Whether characters are lost for good, as U+FFFD, as a question mark within a word, or unrepaired."""
    return _LOST.search(text) is not None


def _repaired(line: str) -> str:
    from ftfy import fix_encoding  # clean text needs nothing of it

    return fix_encoding(_CLOSING.sub("â€\x9d", line))
