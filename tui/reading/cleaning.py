"""The one door for outside text: afterwards nothing in it can steer a terminal or hide from the eye.

Terminals obey control characters and libraries pass them on, so text is cleaned once, where it enters and
before any offset is taken; screen, clipboard and export then agree about it.
"""

from __future__ import annotations

import re
import unicodedata

_REPLACEMENT = "\ufffd"
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_CONTROLS = (*range(0x20), 0x7F, *range(0x80, 0xA0))
_SURROGATES = range(0xD800, 0xE000)
_NONCHARACTERS = (
    *range(0xFDD0, 0xFDF0),
    *(plane << 16 | end for plane in range(17) for end in (0xFFFE, 0xFFFF)),
)
_BIDI_CONTROLS = (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070))
_INVISIBLE = (
    0xAD,  # soft hyphen
    0x34F,  # combining grapheme joiner
    0x180E,  # Mongolian vowel separator
    0x200B,  # zero-width space
    *range(0x2060, 0x2066),  # word joiner, invisible operators
    *range(0xFE00, 0xFE0E),  # variation selectors other than those of emoji
    0xFEFF,  # byte order mark, zero-width no-break space
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0x1BCA0, 0x1BCA4),  # shorthand format controls
    *range(0x1D173, 0x1D17B),  # musical format controls
    *range(0xE0000, 0xE1000),  # tags, variation selectors supplement
)
# Of f, i, l, s and t, as text out of PDF files has them.
_LIGATURES = {0xFB00 + place: letters for place, letters in enumerate("ff fi fl ffi ffl st st".split())}
_TABLE: dict[int, str] = {
    **dict.fromkeys((*_CONTROLS, *_SURROGATES, *_NONCHARACTERS), _REPLACEMENT),
    **dict.fromkeys((*_BIDI_CONTROLS, *_INVISIBLE), ""),
    **_LIGATURES,
    ord("\n"): "\n",
    ord("\t"): "    ",
}

# A soft hyphen at a line's end, or on a line of its own, marks a word that was broken there.
_BROKEN_WORD = re.compile(r"(?:\n[ \t]*)?\xad[ \t]*\n(?:\s*(?=[a-zß-öø-ÿ])|[ \t]*(?=\S))")
# Marks in such a number are no writing, and putting them in order takes the square of their number.
_TOO_MANY_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed]{100}"
)

_SELECTORS = "\ufe0e\ufe0f"
_SELECTOR = re.compile("[\ufe0e\ufe0f]")
_JOINER = re.compile("[\u200c\u200d]")
_KEYCAP = "\u20e3"
_EMOJI_SINGLES = "\xa9\xae\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299"
# Compared as ranges: character classes of this size would take longer to compile than a file takes to read.
_EMOJI_RANGES = (("\u2190", "\u2bff"), ("\U0001f000", "\U0001faff"))
# Scripts whose spelling needs the joiners: Arabic to Syriac, India, Tibet to Myanmar, Khmer, Mongolian.
_JOINING_RANGES = (
    ("\u0600", "\u08ff"),
    ("\u0900", "\u0dff"),
    ("\u0f00", "\u109f"),
    ("\u1780", "\u18af"),
    ("\ufb50", "\ufdcf"),
    ("\ufe70", "\ufefc"),
)


def clean(text: str) -> str:
    r"""Make outside text safe to draw, copy and save; idempotent.

    Line ends become ``\n``, tabs four spaces; control characters, lone surrogates and noncharacters become
    U+FFFD. Bidirectional controls and zero-width characters are dropped, except joiners and selectors where
    an emoji or a joining script needs them. Letters are composed with their marks (NFC), ligatures taken
    apart.

    Args:
        text: Any string, valid Unicode or not.

    Returns:
        The text without anything that a terminal would act upon.
    """
    text = _LINE_ENDS.sub("\n", text)
    if "\xad" in text:
        text = _BROKEN_WORD.sub("", text)
    text = _composed(text.translate(_TABLE))
    return _composed(_JOINER.sub(_needed_joiner, _SELECTOR.sub(_needed_selector, text)))


def one_line(text: str) -> str:
    """``text`` cleaned, on one line, with single spaces: for names, titles, paths and messages."""
    return " ".join(clean(text).split())


def _composed(text: str) -> str:
    return text if text.isascii() or _TOO_MANY_MARKS.search(text) else unicodedata.normalize("NFC", text)


def _needed_selector(found: re.Match[str]) -> str:
    before, after = _neighbours(found)
    keycap = after == _KEYCAP and before in "0123456789#*"
    return found[0] if keycap or _is_emoji(before) else ""


def _needed_joiner(found: re.Match[str]) -> str:
    return found[0] if all(map(_is_joined, _neighbours(found))) else ""


def _neighbours(found: re.Match[str]) -> tuple[str, str]:
    """The characters before and after a match; a line end where there is none."""
    start, end = found.span()
    return found.string[start - 1 : start] or "\n", found.string[end : end + 1] or "\n"


def _is_emoji(character: str) -> bool:
    return character in _EMOJI_SINGLES or any(low <= character <= high for low, high in _EMOJI_RANGES)


def _is_joined(character: str) -> bool:
    joining = any(low <= character <= high for low, high in _JOINING_RANGES)
    return joining or character in _SELECTORS or _is_emoji(character)
