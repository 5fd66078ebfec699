"""Mails and what is copied out of them: the article without headers, quoting marks and signature."""

from __future__ import annotations

import base64
import io
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Article
from tui.reading import ReadingError, article_from_text, clean, read_article
from tui.reading.mail import is_mail

HEADERS = "From: Desk <desk@gazette.example>\nTo: Copy <copy@gazette.example>\nSubject: Ferry runs aground\n"
TEXT = "The ferry ran aground off Marl on Tuesday.\n\nIt was towed to Oldport, its captain said.\n"
PARAGRAPHS = ("The ferry ran aground off Marl on Tuesday.", "It was towed to Oldport, its captain said.")


def read(mail: str | bytes) -> Article:
    return read_article("-", io.BytesIO(mail.encode() if isinstance(mail, str) else mail))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (HEADERS + "\nText.", True),
        (HEADERS.replace("\n", "\r\n") + "\r\nText.", True),
        ("From desk@gazette.example Tue Mar  5 09:12:00 2024\n" + HEADERS + "\nText.", True),
        ("From: Desk\nSent: Tuesday, 5 March 2024 09:12\nTo: Copy\n\nText.", True),
        ("Received: from a\n by b\nSubject: x\n\nText.", True),
        ("\ufeff" + HEADERS + "\nText.", True),
        ("From: the desk\n\nThe ferry ran aground.", False),
        ("Subject: the ferry.\nIt ran aground.\n\nIt was towed.", False),
        ("From the harbour to the sea: a story\nBy Lea Marsh\n\nText.", False),
        ("Date: Tuesday\nPlace: Marl\n\nText.", False),
        (TEXT, False),
        ("", False),
    ],
)
def test_a_mail_begins_with_headers_and_nothing_else(text: str, wanted: bool) -> None:
    assert is_mail(text) is wanted


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("", TEXT),
        ("", TEXT.replace("\n", "\r\n")),
        ("", TEXT + "\n-- \nDesk, Harbour News\n+44 20 0000\nSent from my phone\n"),
        ("", TEXT + "\nSent from my phone\n"),
        ("", "".join(f"> {line}\n" if line else ">\n" for line in TEXT.split("\n"))),
        ("", "".join(f">> {line}\n" for line in TEXT.split("\n"))),
        (
            "",
            "> The ferry ran aground off\n> Marl on Tuesday.\n>\n"
            "> It was towed to Oldport, its\n> captain said.",
        ),
        ("", f"--- Forwarded message ---\nFrom: A <a@b.example>\nDate: 5 Mar 2024\nSubject: x\n\n{TEXT}"),
        ("", "On Tue, 5 Mar 2024 at 09:12, Desk <desk@b.example>\nwrote:\n\n> " + TEXT.replace("\n", "\n> ")),
        (
            "Content-Type: text/plain; charset=utf-8; format=flowed\n",
            "The ferry ran aground off \nMarl on Tuesday.\n\n"
            "It was towed to Oldport, \nits captain said.\n\n-- \nDesk\n",
        ),
        (
            "Content-Type: text/plain; format=flowed; delsp=yes\n",
            "The ferry ran aground off Ma \nrl on Tuesday.\n\n"
            "It was towed to Old \nport, its captain said.\n",
        ),
        (
            "Content-Transfer-Encoding: quoted-printable\n",
            "The ferry ran aground =\noff Marl on Tuesday.=20\n\n"
            "It was towed to Oldport, its captain =73aid.\n",
        ),
        (
            "Content-Transfer-Encoding: base64\n",
            base64.encodebytes(TEXT.encode()).decode(),
        ),
    ],
)
def test_the_article_in_a_mail_is_its_text_and_nothing_else(headers: str, body: str) -> None:
    article = read(f"{HEADERS}{headers}\n{body}")
    assert (article.title, article.paragraphs) == ("Ferry runs aground", PARAGRAPHS)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "no-such-thing"])
def test_the_charset_of_a_mail_is_used(charset: str) -> None:
    encoding = "cp1252" if charset == "no-such-thing" else charset
    head = f"{HEADERS}Content-Type: text/plain; charset={charset}\n\n".encode()
    assert read(head + "The café is shut, its owner said.".encode(encoding)).paragraphs == (
        "The café is shut, its owner said.",
    )


def test_the_plain_part_of_a_mail_is_read_and_attachments_are_not() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "a@b.example", "Ferry", "Tue, 05 Mar 2024 09:12:00 +0000"
    mail.set_content(TEXT)
    mail.add_alternative("<html><body><p>Another text.</p></body></html>", subtype="html")
    mail.add_attachment("Not this.", filename="notes.txt")
    article = read(mail.as_bytes())
    assert (article.title, article.paragraphs, article.date) == ("Ferry", PARAGRAPHS, "2024-03-05")


def test_a_mail_that_is_a_page_is_read_as_one() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@b.example", "Ferry"
    first, second = PARAGRAPHS
    mail.set_content(
        f"<html><body><article><p>{first}</p><p>{second}</p></article></body></html>", subtype="html"
    )
    assert read(mail.as_bytes()).paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("subject", "title", "day"),
    [
        ("Ferry runs aground", "Ferry runs aground", "2024-03-05"),
        ("Fwd: Ferry runs aground", "Ferry runs aground", None),
        ("Re: FW: Ferry runs aground", "Ferry runs aground", None),
        ("=?utf-8?q?Caf=C3=A9_shut?=", "Café shut", "2024-03-05"),
    ],
)
def test_a_mail_that_was_passed_on_is_younger_than_its_text(
    subject: str, title: str, day: str | None
) -> None:
    article = read(f"From: a@b.example\nSubject: {subject}\nDate: Tue, 5 Mar 2024 09:12:00 +0000\n\n{TEXT}")
    assert (article.title, article.date) == (title, day)


@pytest.mark.parametrize(
    ("mail", "told"),
    [
        ("From: <Saved by Blink>\nSubject: x\nContent-Type: multipart/related; boundary=x\n\n--x\n", "MHTML"),
        ("From: a@b.example\nSnapshot-Content-Location: https://x.example\nSubject: x\n\nx", "MHTML"),
        (
            f"From a@b.example 5 2024\n{HEADERS}\nOne.\n\nFrom c@d.example 5 2024\n{HEADERS}\nTwo.",
            "several",
        ),
        (
            f"{HEADERS}Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n",
            "without text",
        ),
    ],
)
def test_what_is_no_mail_with_one_text_is_told(mail: str, told: str) -> None:
    with pytest.raises(ReadingError, match=told):
        read(mail)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("> The ferry ran\n> aground.\n>\n> It was towed.", ("The ferry ran aground.", "It was towed.")),
        ("The ferry ran aground.\n\n-- \nDesk, Harbour News\nSent from my phone",
         ("The ferry ran aground.",)),
        ("The ferry ran aground=20\noff Marl=E2=80=99s coast.", ("The ferry ran aground off Marl’s coast.",)),
        # What only looks like it stays.
        ("The toll rose:\n\n>40 percent were hurt.", ("The toll rose:", ">40 percent were hurt.")),
        ("The toll rose:\n\n> 40 percent were hurt.", ("The toll rose:", "> 40 percent were hurt.")),
        ("He wrote x = 20 and y = 3.", ("He wrote x = 20 and y = 3.",)),
        ("One.\n\n--\n\n" + "The ferry ran aground off Marl on Tuesday, its owner said. " * 3,
         ("One.", "--", ("The ferry ran aground off Marl on Tuesday, its owner said. " * 3).strip())),
        ("Three were hurt.\n\nOn Tuesday she wrote:\n\n> We are safe, all of us here.",
         ("Three were hurt.", "On Tuesday she wrote:", "We are safe, all of us here.")),
    ],
)  # fmt: skip
def test_marks_of_mails_in_plain_text_are_taken_off_where_it_is_sure(
    text: str, paragraphs: tuple[str, ...]
) -> None:
    assert article_from_text(text, name="A").paragraphs == paragraphs


@given(st.lists(st.sampled_from([
    "From: a@b", "Subject: =?utf-8?q?=ff?=", "Date: 99", "Content-Type: text/plain; charset=\x1b",
    "Content-Type: multipart/mixed; boundary=b", "--b", "--b--", "Content-Transfer-Encoding: base64", "", ">",
    "> x", "-- ", "=20", "Text.", "On 1:11 a@b wrote:", "Original Message", "To: \x9b", " folded", "\ud800",
]), max_size=20))  # fmt: skip
def test_any_mail_is_read_cleanly_or_refused(lines: list[str]) -> None:
    try:
        article = read(
            ("From: a@b\nTo: c@d\nSubject: x\n" + "\n".join(lines)).encode("utf-8", "surrogatepass")
        )
    except ReadingError:
        return
    for text in (article.title or "", *article.paragraphs):
        assert clean(text) == text
