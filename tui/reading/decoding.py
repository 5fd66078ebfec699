"""Bytes to text: which encoding, or no text at all."""

from __future__ import annotations

import codecs
import re

_DEFAULT = "cp1252"  # what Western editors wrote before UTF-8; a superset of Latin-1's printable part
_SAMPLE = 65_536  # bytes that are looked at
# The longer marks first: UTF-16's is the beginning of UTF-32's.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"(\xb5/\xfd", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
_MOST_FOREIGN = 0.3  # of the characters; above it, no Western writing
_WRONG = re.compile("[\udc80-\udcff]+")  # what Python makes of bytes that are no UTF-8
_CUT_MARK = b"\xe2\x80"  # the beginning of a quotation mark, a dash or an ellipsis
_FIRST_LEAD = 0xC2
_MOST_CONTROLS = 0.1  # of the sample; above it, no text


# What Western pages call themselves is read as their superset, as browsers do.
_WESTERN = frozenset(("ascii", "iso8859-1"))
# The encodings of the WHATWG standard by Python's names; Python knows others, which can be slow to decode.
_OF_PAGES = _WESTERN | frozenset(
    "big5 big5hkscs cp866 cp874 cp932 cp949 euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp koi8-r koi8-u"
    " mac-roman mac-cyrillic shift_jis utf-8".split()
    + [f"cp{number}" for number in range(1250, 1259)]
    + [f"iso8859-{number}" for number in (*range(2, 9), 10, 13, 14, 15, 16)]
)
_STATEFUL = "iso2022_jp"  # whose bytes all look like ASCII


class NotTextError(ValueError):
    """The bytes are no text; the message says what they seem to be, as in "a PDF document"."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode the bytes of a text file.

    A byte order mark decides; else UTF-16 where every other byte is zero, else UTF-8 if it fits, else the
    ``declared`` encoding, else the one that charset-normalizer finds, Windows-1252 in doubt. Where UTF-8 and
    Windows-1252 were put together, each is read as what it is. Bytes that fit nowhere become U+FFFD.

    Args:
        data: The bytes.
        declared: What the encoding is said to be, such as ``Shift_JIS``. It comes after UTF-8, since whoever
            saves or sends a page often says what it was before; names that are none are passed over.

    Raises:
        NotTextError: The bytes are some other kind of file.
    """
    if data.startswith(codecs.BOM_UTF8):
        data, declared = data[len(codecs.BOM_UTF8) :], None
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(kind)
    if b"\0" in data:
        return _decode_utf16(data)
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample):
        raise NotTextError("binary data")
    named = _of_pages(declared)
    if named == _STATEFUL:
        return data.decode(named, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(named, "replace") if named else _decode_other(data)


def _of_pages(declared: str | None) -> str | None:
    """Python's name of a declared encoding; None for UTF-8, which is tried anyway, and unknown ones."""
    try:
        name = codecs.lookup(declared or "utf-8").name
    except (LookupError, ValueError):
        return None
    if name in _WESTERN:
        return _DEFAULT
    return name if name in _OF_PAGES and name != "utf-8" else None


def _decode_utf16(data: bytes) -> str:
    sample = data[:_SAMPLE]
    half = len(sample) / 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if max(even, odd) < 0.6 or min(even, odd) > 0.05:
        raise NotTextError("binary data")
    text = data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    if "\0" in text:
        raise NotTextError("binary data")
    return text


def _decode_other(data: bytes) -> str:
    text = data.decode("utf-8", "surrogateescape")
    foreign = [character for character in text if character > "\x7f"]
    wrong = sum(map(_is_wrong, foreign))
    if _is_western(foreign) and len(foreign) < _MOST_FOREIGN * len(text):
        return _WRONG.sub(_western, text)
    if len(foreign) > 2 * wrong:  # UTF-8 with a few wrong bytes, or cut off
        return data.decode("utf-8", "replace")
    return data.decode(_detect(data[:_SAMPLE]), "replace")


def _is_wrong(character: str) -> bool:
    return "\udc80" <= character <= "\udcff"


def _is_western(foreign: list[str]) -> bool:
    """Whether what is UTF-8 among these characters could be in Windows-1252 too, as most of it must be."""
    good = [character for character in foreign if not _is_wrong(character)]
    return 2 * sum(bool(character.encode(_DEFAULT, "ignore")) for character in good) > len(good)


def _western(found: re.Match[str]) -> str:
    """Bytes that are no UTF-8 as Windows-1252; a character of UTF-8 that is cut off becomes U+FFFD."""
    data = found[0].encode("utf-8", "surrogateescape")
    if data.startswith(_CUT_MARK) or (found.end() == len(found.string) and data[-1] >= _FIRST_LEAD):
        return "\ufffd"
    return data.decode(_DEFAULT, "replace")


def _detect(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # only where UTF-8 fails

    if len(sample) == _SAMPLE and b"\n" in sample:
        sample = sample[: sample.rindex(b"\n")]  # not within a character
    found = from_bytes(sample)
    best = found.best()
    if best is None:
        return _DEFAULT
    default = next((match for match in found if match.encoding == _DEFAULT), None)
    return _DEFAULT if default and default.coherence >= best.coherence else best.encoding
