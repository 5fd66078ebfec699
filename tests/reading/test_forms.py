from __future__ import annotations

import codecs

import pytest

from tui.reading.forms import (
    FORMS,
    HTML,
    MAIL,
    MARKDOWN,
    TEXT,
    Form,
    form_of_answer,
    form_of_bytes,
    form_of_file,
    form_of_name,
)

HEADERS = (
    b"From: Desk <desk@gazette.example>\nSubject: Ferry aground\nDate: Tue, 5 Mar 2024 09:12:00 +0000\n\n"
)
PAGE = b"<!DOCTYPE html><html><body><p>The ferry ran aground.</p></body></html>"


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("a.txt", TEXT),
        ("a", TEXT),
        ("a.log", TEXT),
        ("a.md", MARKDOWN),
        ("A.MARKDOWN", MARKDOWN),
        ("b/a.htm", HTML),
        ("a.eml", MAIL),
    ],
)
def test_a_file_is_what_its_suffix_says(path: str, form: Form) -> None:
    assert form_of_name(path) is form
    assert form_of_file(path, b"The ferry ran aground.") is form


@pytest.mark.parametrize(
    ("path", "data", "form"),
    [
        ("a.txt", PAGE, HTML),
        ("a.page", PAGE, HTML),
        ("a", b"<p>The ferry ran aground.</p><p>It was towed.</p>", HTML),
        ("a.txt", b"<html> is where every page begins.", TEXT),
        ("a.txt", b"<p> begins a paragraph.", TEXT),
        ("a.txt", HEADERS + b"The ferry ran aground.", MAIL),
        ("a.msg", b"From desk@gazette.example Tue Mar  5 09:12:00 2024\n" + HEADERS, MAIL),
        ("a.txt", b"From: the desk\n\nThe ferry ran aground.", TEXT),
        ("a.txt", b"Subject: the ferry. It ran\naground on Tuesday.", TEXT),
        ("a.md", PAGE, MARKDOWN),
    ],
)
def test_a_file_of_text_or_of_another_suffix_is_what_its_bytes_say(
    path: str, data: bytes, form: Form
) -> None:
    assert form_of_file(path, data) is form


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (PAGE, HTML),
        (b"  <!-- saved --> <HTML lang=en>", HTML),
        (codecs.BOM_UTF8 + PAGE, HTML),
        (codecs.BOM_UTF16_LE + PAGE.decode().encode("utf-16-le"), HTML),
        (PAGE.decode().encode("utf-16-be"), HTML),
        (b"<!-- \xe9t\xe9 --><html>", HTML),
        (b"The ferry <html> ran aground.", TEXT),
        (b"# The ferry", TEXT),
        (b"\0\1\2", TEXT),
        (b"", TEXT),
    ],
)
def test_bytes_without_a_name_are_a_page_if_they_begin_as_one(data: bytes, form: Form) -> None:
    assert form_of_bytes(data) is form


@pytest.mark.parametrize(
    ("media_type", "path", "data", "form"),
    [
        ("text/html", "/a.txt", b"The ferry", HTML),
        ("text/x-markdown", "/a", b"The ferry", MARKDOWN),
        ("text/plain", "/a.md", b"The ferry", MARKDOWN),
        ("text/plain", "/a.html", PAGE, TEXT),
        ("", "/a.md", PAGE, MARKDOWN),
        ("application/octet-stream", "/a", PAGE, HTML),
        ("", "/a.txt", PAGE, HTML),
        ("", "/a", b"The ferry", TEXT),
    ],
)
def test_an_answer_is_what_the_server_says_then_its_address_then_its_bytes(
    media_type: str, path: str, data: bytes, form: Form
) -> None:
    assert form_of_answer(media_type, path, data) is form


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_makes_an_article_of_bytes(form: Form) -> None:
    paragraphs = ("The ferry ran aground off Marl on Tuesday.", "It was towed to Oldport, its captain said.")
    text = "\n\n".join(paragraphs)
    if form is HTML:
        text = f"<html><body><article><p>{paragraphs[0]}</p><p>{paragraphs[1]}</p></article></body></html>"
    if form is MAIL:
        text = HEADERS.decode() + text
    assert form.read(text.encode(), name="Herald", charset=None).paragraphs == paragraphs
