"""Mails: the text of a message without its headers, quoting marks and signature.

What a message is follows RFC 5322 (headers), RFC 2045 (encodings) and RFC 3676 (``format=flowed``, quoting,
signatures); Python's own ``email`` reads it. Text that was copied out of a mail has the same marks.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.reading.decoding import decode
from tui.reading.errors import NoArticleError

if TYPE_CHECKING:
    from email.message import EmailMessage

_HEADER = re.compile(r"([A-Za-z][\w-]{0,60}):(?:[ \t].*)?")
_SENDER = frozenset(("from", "subject"))
_OF_MAILS = _SENDER | frozenset(
    "to cc bcc date sent reply-to message-id received return-path delivered-to mime-version content-type"
    " content-transfer-encoding in-reply-to references x-mailer".split()
)
_LONGEST_HEAD = 20_000  # characters
_ENVELOPE = re.compile(r"From \S+ .*\d{4}\s*\n")  # the line before each message of an mbox file
_SEVERAL = re.compile(r"\n\nFrom \S{1,100}@\S{1,100} .{0,100}\d{4}[ \t]*\n[A-Z][\w-]*: ")
_SAVED_PAGE = re.compile(
    r"(?im)^(?:snapshot-content-location:|from:\s*<saved by)|^content-type:\s*multipart/related\b"
)
_RECEIVER = re.compile(r"(?im)^(?:to|delivered-to|received):")

_QUOTED = re.compile(r"[ ]?(?:>[ ]?)+")
_WROTE = re.compile(r"On\b.{4,200}(?:@|\d:\d\d).{0,100}\bwrote:", re.DOTALL)
_FORWARDED = re.compile(r"[-_ ]*(?:Forwarded [Mm]essage|Original [Mm]essage|Begin forwarded message)[-_: ]*")
_MOST_FORWARDED = 30  # lines of headers
_PASSED_ON = re.compile(r"(?i)(?:(?:re|fwd?|aw|wg)\s*:\s*)+")
_MOST_OF_SIGNATURE = 12  # lines; what is longer after a line of two dashes is text
_WIDEST_OF_SIGNATURE = 80
_SENT_FROM = re.compile(r"(?i)(?:sent|get) (?:from|via|with) (?:my |outlook\b)[\w ]{0,30}\.?")
_SOFT_BREAK = re.compile(r"=(?:[0-9A-F]{2}|[ \t]*$)", re.MULTILINE)
_SURELY_QUOTED_PRINTABLE = re.compile(r"=(?:20$|3D|E2=80=|C[23]=[89AB])|\w=$", re.MULTILINE)

_PAGE_IN_ONE_FILE = "is a web page saved in one file (MHTML): save it as HTML, or paste the article's text."
_MAILBOX = "holds several mails: save the one with the article in a file of its own."
_NO_TEXT = "is a mail without text: paste the article's text."


class Mail(NamedTuple):
    """The text of a mail; ``is_html`` says that it is a web page.

    ``subject`` is without "Re:" and "Fwd:", ``day`` the ISO date on which it was written, None where it was
    passed on, since the text is then older.
    """

    text: str
    is_html: bool
    subject: str
    day: str | None


def is_mail(text: str) -> bool:
    """Whether ``text`` begins with the headers of a mail and nothing else."""
    text = _ENVELOPE.sub("", text[:_LONGEST_HEAD].replace("\r\n", "\n").lstrip("\ufeff\n"), count=1)
    names = _header_names(text.split("\n"))
    return len(names & _OF_MAILS) > 1 and not names.isdisjoint(_SENDER)


def read_mail(data: bytes) -> Mail:
    """Read the text of a mail.

    Raises:
        NoArticleError: It is a web page in the form of a mail, or several mails, or has no text.
        NotTextError: Its text is none.
    """
    from email import message_from_bytes, policy  # most articles are no mails

    head = data[:_LONGEST_HEAD].decode("latin-1").replace("\r\n", "\n").split("\n\n")[0]
    if _SAVED_PAGE.search(head) and not _RECEIVER.search(head):
        raise NoArticleError(_PAGE_IN_ONE_FILE)
    if _SEVERAL.search(data.decode("latin-1").replace("\r\n", "\n")):
        raise NoArticleError(_MAILBOX)
    message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.default)
    try:
        part = message.get_body(("plain", "html"))
    except (AttributeError, KeyError, ValueError):  # headers that were made to break it
        part = None
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        raise NoArticleError(_NO_TEXT)
    text = decode(payload, part.get_content_charset())
    is_html = part.get_content_type() == "text/html"
    if not is_html and part.get_param("format") == "flowed":
        text = _unflowed(text, joined=part.get_param("delsp") == "yes")
    subject = " ".join(str(message.get("subject", "")).split())
    title = _PASSED_ON.sub("", subject)
    return Mail(text, is_html, title, _day(message) if title == subject else None)


def without_mail_marks(text: str) -> str:
    """Take quoting marks, headers within the text and the signature off; other text comes back as it is."""
    lines = _unforwarded(_unquoted(_unencoded(text).split("\n")))
    return "\n".join(_unsigned(lines))


def _header_names(lines: Sequence[str]) -> set[str]:
    """The names of the headers in the first lines up to a blank one; none if another line is among them."""
    names: set[str] = set()
    for line in lines:
        if not line.strip():
            return names
        if header := _HEADER.fullmatch(line):
            names.add(header[1].lower())
        elif not (names and line[0] in " \t"):
            return set()
    return names


def _day(message: EmailMessage) -> str | None:
    try:
        sent = getattr(message["date"], "datetime", None)
    except (IndexError, TypeError, ValueError):  # a date that was made to break it
        return None
    return sent.date().isoformat() if sent else None


def _unflowed(text: str, *, joined: bool) -> str:
    """Join the lines that end with a space to those after them, at the same depth of quoting (RFC 3676)."""
    paragraphs: list[str] = []
    goes_on: str | None = None
    for line in text.replace("\r\n", "\n").split("\n"):
        marks = re.match(r">*", line)
        depth = marks[0] if marks else ""
        content = line[len(depth) :].removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        if goes_on == depth and content != "-- ":
            paragraphs[-1] += content
        else:
            paragraphs.append(f"{depth} {content}" if depth else content)
        if flows and joined:
            paragraphs[-1] = paragraphs[-1][:-1]
        goes_on = depth if flows else None
    return "\n".join(paragraphs)


def _unencoded(text: str) -> str:
    """Undo quoted-printable that was copied with its marks: every "=" of the text is one of them."""
    count = text.count("=")
    if count < 2 or not _SURELY_QUOTED_PRINTABLE.search(text) or len(_SOFT_BREAK.findall(text)) != count:
        return text
    return quopri.decodestring(text.encode()).decode("utf-8", "replace")


def _unquoted(lines: Sequence[str]) -> list[str]:
    """Take the quoting marks off, and the lines that say who wrote what is quoted."""
    quoted = [_QUOTED.match(line) for line in lines]
    plain: list[str] = []
    for place, (line, mark) in enumerate(zip(lines, quoted, strict=True)):
        if mark is None:
            plain.append(line)
            continue
        beside = any(quoted[max(0, place - 1) : place]) or any(quoted[place + 1 : place + 2])
        is_figure = line[mark.end() : mark.end() + 1].isdigit() and not beside  # "> 40 percent"
        if place and quoted[place - 1] is None:
            _drop_attribution(plain)
        plain.append(line if is_figure else line[mark.end() :])
    return plain


def _drop_attribution(lines: list[str]) -> None:
    """Drop the line or two at the end that are "On Tuesday, 9:12, Desk wrote:"."""
    filled = [place for place in range(max(0, len(lines) - 3), len(lines)) if lines[place].strip()][-2:]
    for place in reversed(filled):
        if _WROTE.fullmatch("\n".join(lines[place:]).strip()):
            del lines[place:]
            return


def _unforwarded(lines: Sequence[str]) -> list[str]:
    """Drop "Forwarded message" and the headers that follow it."""
    kept: list[str] = []
    place = 0
    while place < len(lines):
        if _FORWARDED.fullmatch(lines[place].strip()):
            head = range(place + 1, min(len(lines), place + 1 + _MOST_FORWARDED))
            start = next((at for at in head if lines[at].strip()), len(lines))
            end = next((at for at in head if at > start and not lines[at].strip()), head.stop)
            if len(_header_names(lines[start:end]) & _OF_MAILS) > 1:
                place = end
                continue
        kept.append(lines[place])
        place += 1
    return kept


def _unsigned(lines: Sequence[str]) -> list[str]:
    """Drop the signature: what follows a line of two dashes at the end, and "Sent from my phone"."""
    kept = list(lines)
    for place in range(max(0, len(lines) - 3 * _MOST_OF_SIGNATURE), len(lines)):
        if lines[place].rstrip() == "--" and _is_signature(lines[place + 1 :]):
            kept = kept[:place]
            break
    while kept and (not kept[-1].strip() or _SENT_FROM.fullmatch(kept[-1].strip())):
        kept.pop()
    return kept


def _is_signature(lines: Sequence[str]) -> bool:
    filled = list(_filled(lines))
    return len(filled) <= _MOST_OF_SIGNATURE and all(
        len(line) <= _WIDEST_OF_SIGNATURE and not (line.endswith(".") and len(line.split()) > 8)
        for line in filled
    )


def _filled(lines: Sequence[str]) -> Iterator[str]:
    return (line.strip() for line in lines if line.strip())
