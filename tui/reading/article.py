"""Text to Article: cleaning, paragraphs, headline and cautions put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tui.model import Article, Caution
from tui.reading.address import is_whole_address
from tui.reading.cleaning import clean, one_line
from tui.reading.entities import without_markup
from tui.reading.forensics import cautions
from tui.reading.headline import split_headline
from tui.reading.mail import read_mail, without_mail_marks
from tui.reading.mojibake import repair
from tui.reading.paragraphs import split_paragraphs, without_long_runs
from tui.reading.paywall import paywall_caution
from tui.reading.pdf_text import without_pages

_LEFT_OUT = "What has no space for thousands of characters is left out but for its beginning."
_PAYWALL = "The page says that not all of it is free to read: this may be a part."
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,300}(?<=\S)~~")


def article_from_text(text: str, *, name: str, title: str | None = None) -> Article:
    """Read an article from plain text.

    What a mail or a PDF put around it is taken off: quoting marks, signatures, running heads, page numbers.

    Args:
        text: The text, with or without a headline at its top.
        name: What the source is called.
        title: The headline, taken as it is; without one a headline is looked for. A first paragraph that
            repeats it is left out.

    Returns:
        The article; without paragraphs if the text has none.
    """
    plain = without_markup(repair(text)).replace("\r\n", "\n")
    plain = _STRUCK.sub("", without_mail_marks(without_pages(plain)))
    paragraphs, shortened = _bounded(split_paragraphs(clean(plain)))
    if title is None:
        headline, body = split_headline(paragraphs)
    else:
        headline, body = _set_title(one_line(title), paragraphs)
    warnings = (*shortened, *_cautions(body))
    return Article(name=one_line(name), title=headline, paragraphs=body, warnings=warnings)


def article_from_markdown(text: str, *, name: str) -> Article:
    """Read an article from Markdown; its front matter may give ``source``, ``title``, ``date`` and ``url``.

    Args:
        text: The Markdown.
        name: What the source is called if its front matter does not say.
    """
    from tui.reading.frontmatter import split_front_matter  # plain text needs neither
    from tui.reading.markdown import markdown_blocks

    matter = split_front_matter(clean(repair(text)))
    blocks = markdown_blocks(matter.body)
    paragraphs, shortened = _bounded(tuple(block.text for block in blocks))
    title = one_line(matter.fields.get("title", ""))
    if title:
        headline, body = _set_title(title, paragraphs)
    elif len(blocks) > 1 and blocks[0].is_heading:
        headline, body = paragraphs[0], paragraphs[1:]
    else:
        headline, body = split_headline(paragraphs)
    day, url, doubts = _day_and_address(matter.fields)
    return Article(
        name=one_line(matter.fields.get("source", "")) or one_line(name),
        title=headline,
        paragraphs=body,
        url=url,
        date=day,
        warnings=(*matter.cautions, *doubts, *shortened, *_cautions(body)),
    )


def article_from_html(text: str, *, name: str) -> Article:
    """Read an article from a web page, which may give its source, title, date and address.

    Args:
        text: The HTML.
        name: What the source is called if the page does not say.

    Raises:
        NoArticleError: No article was found in it.
    """
    from tui.reading.html import read_page  # text needs nothing of it

    page = read_page(repair(text))
    paragraphs, shortened = _bounded(tuple(block.text for block in page.blocks))
    headline, body = _set_title(page.title, paragraphs) if page.title else split_headline(paragraphs)
    declared = None if page.is_free else Caution("paywall", _PAYWALL)
    return Article(
        name=page.site or one_line(name),
        title=headline,
        paragraphs=body,
        url=page.address if is_whole_address(page.address) else None,
        date=page.day,
        warnings=(*shortened, *_cautions(body, declared)),
    )


def _bounded(paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Caution, ...]]:
    kept = without_long_runs(paragraphs)
    return kept, () if kept == paragraphs else (Caution("left-out", _LEFT_OUT),)


def article_from_mail(data: bytes, *, name: str) -> Article:
    """Read an article from a mail; its subject is the title.

    Args:
        data: The mail, with its headers.
        name: What the source is called.

    Raises:
        NotTextError: Its text is none.
        NoArticleError: There is none in it.
    """
    mail = read_mail(data)
    if mail.is_html:
        return replace(article_from_html(mail.text, name=name), name=one_line(name))
    read = article_from_text(mail.text, name=name, title=mail.subject or None)
    return replace(read, date=mail.day)


def _set_title(title: str, paragraphs: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    repeated = len(paragraphs) > 1 and paragraphs[0] == title
    return title or None, tuple(paragraphs[1:] if repeated else paragraphs)


def _cautions(paragraphs: Sequence[str], declared: Caution | None = None) -> tuple[Caution, ...]:
    """What to know of a text, and of its paywall what the page ``declared`` or else what the text says."""
    paid = declared or paywall_caution(paragraphs)
    return (*((paid,) if paid else ()), *cautions(paragraphs))


def _day_and_address(fields: Mapping[str, str]) -> tuple[str | None, str | None, tuple[Caution, ...]]:
    doubts = []
    day = url = None
    given = one_line(fields.get("date", ""))
    try:
        day = date.fromisoformat(given[:10]).isoformat() if given else None
    except ValueError:
        doubts.append(Caution("front-matter", f"The date “{given}” is no date of the form 2025-10-27."))
    address = one_line(fields.get("url", ""))
    if address:
        url = address if is_whole_address(address) else None
        if url is None:
            doubts.append(Caution("front-matter", f"The address “{address}” is no web address."))
    return day, url, tuple(doubts)
