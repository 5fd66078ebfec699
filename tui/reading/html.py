"""A web page to plain paragraphs: the article without what stands around it; nothing is run or loaded."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.reading.cleaning import clean, one_line
from tui.reading.errors import NoArticleError
from tui.reading.html_parts import prepare, told
from tui.reading.markdown import Block
from tui.reading.no_article import Outline
from tui.reading.paragraphs import split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

_log = logging.getLogger(__name__)

_LONGEST_PAGE = 10_000_000  # characters; beyond as many bytes libxml2 finds nothing, without a word
_MOST_ELEMENTS = 20_000  # an article has a few thousand; extraction takes longer than in proportion to them
_SHORTEST_ARTICLE = 50  # characters; of less than this, trafilatura takes everything that stands in the page
_LONGEST_TITLE = 300  # characters
_LONGEST_NAME = 100
_LONGEST_META = 1000  # characters of what a page says of itself; longer ones take very long to go through

# How many of the words that were found the text for machines must have to be the article.
_FULLER = 2.0
_ALIKE = 0.9

_BEGINNING = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s+)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its encoding; browsers look at the first 1024

# What trafilatura makes of a page: elements that are a paragraph each, a table's row being one.
_BLOCKS = frozenset("head p item quote row code div".split())
_CELL_SEPARATOR = " | "
_BREAK = "\v"  # a line break that was asked for, other than white space; cleaned text has none
_BREAKS = re.compile(r"\v\s*\v\s*")

# Pictures and fonts, which browsers and extensions save within the page.
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,80},[A-Za-z0-9+/=%]{200,}")

_SITE = "//meta[@property='og:site_name']/@content"
_DATA = "//script[@type='application/ld+json']/text()"
_DAYS = "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime"
_DAY_NAMES = frozenset(
    "article:published_time article:published og:article:published_time datepublished pubdate publishdate"
    " publish-date publication_date date dc.date dc.date.issued dcterms.issued citation_publication_date"
    " parsely-pub-date sailthru.date".split()
)
_PUBLISHED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{10,40})"')
_NOT_FREE = re.compile(r'"isAccessibleForFree"\s{0,9}:\s{0,9}"?false\b', re.IGNORECASE)

_NOT_INSTALLED = (
    "is a web page, and what reads those is not installed: run pip install 'rashomon[web]',"
    " or paste the article's text."
)
_NO_TEXT = "has no article that could be found: open it in a browser and paste the text."
_TOO_LARGE = "has more in it than an article: open it in a browser and paste the text."


class Page(NamedTuple):
    """The content of a web page and its own account of it, cleaned; empty text where it gives none.

    ``day`` is the ISO date on which it says it was published. ``is_free`` is False where it says that part of
    it is kept for those who pay.
    """

    blocks: tuple[Block, ...]
    title: str
    site: str
    address: str
    day: str | None
    is_free: bool


def is_html(text: str) -> bool:
    """Whether ``text`` begins as a whole web page does."""
    return _BEGINNING.match(text[:_HEAD]) is not None


def declared_charset(data: bytes) -> str | None:
    """Find the name of the encoding that a page gives for itself; it may be wrong or unknown."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii", "replace") if found else None


def read_page(text: str) -> Page:
    """Find the article in a web page.

    Where it begins and ends is trafilatura's judgement. The date is only what the page declares as its date
    of publication, never one that is guessed from its text: conflicts depend on it.

    Raises:
        NoArticleError: There is none, or what finds it is not installed.
    """
    try:
        from lxml.etree import ParserError
        from lxml.html import HTMLParser, document_fromstring
        from trafilatura import bare_extraction
        from trafilatura.settings import Document, use_config
    except ImportError:
        raise NoArticleError(_NOT_INSTALLED) from None

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    source = _EMBEDDED.sub("data:", text)
    if len(source) > _LONGEST_PAGE:
        raise NoArticleError(_TOO_LARGE)
    try:
        tree = document_fromstring(clean(source).encode(), parser=parser)
    except ParserError:  # there is not even an element
        raise NoArticleError(_NO_TEXT) from None
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise NoArticleError(_TOO_LARGE)
    _clean_tree(tree)
    scripts = tree.xpath(_DATA)
    data = "\n".join(scripts)
    outline = Outline(tree)
    prepare(tree)
    day, sites = _day(tree, data), tree.xpath(_SITE)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST_ARTICLE))
    try:
        found = bare_extraction(
            tree,
            config=config,
            prune_xpath="//template",
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False},  # unused, and slow
        )
    except Exception:  # heuristics of others, on a page that may be made to break them
        _log.debug("The page's text could not be taken out.", exc_info=True)
        found = None
    article = told(scripts)
    if not isinstance(found, Document):
        if article is None:
            raise NoArticleError(outline.refusal(()) or _NO_TEXT)
        found = Document(title=article.headline)
    blocks = tuple(_blocks(found.body))
    if article is not None:
        blocks = _fuller(blocks, article.body)
    if refusal := outline.refusal([block.text for block in blocks]):
        raise NoArticleError(refusal)
    site = one_line(sites[0] if sites else found.sitename or "")
    named = found.title or (article.headline if article is not None else "")
    return Page(
        blocks=blocks,
        title=_title(found.body, blocks, one_line(named), site),
        site=site if len(site) <= _LONGEST_NAME else "",
        address=one_line(found.url or ""),
        day=day,
        is_free=_NOT_FREE.search(data) is None,
    )


def _clean_tree(tree: Any) -> None:
    """Clean what character references brought back (``&#27;``); lxml itself refuses to copy some of it."""
    for element in tree.iter():
        for part in ("text", "tail"):
            content = getattr(element, part)
            if content and (cleaned := clean(content)) != content:
                setattr(element, part, cleaned)
        if "content" in element.attrib:
            element.set("content", clean(element.get("content")[:_LONGEST_META]))


def _day(tree: Any, data: str) -> str | None:
    named = (
        meta.get("content", "")
        for meta in tree.iterfind(".//meta")
        if (meta.get("property") or meta.get("name") or "").lower() in _DAY_NAMES
    )
    for day in (*named, *_PUBLISHED.findall(data), *tree.xpath(_DAYS)):
        with suppress(ValueError):
            return date.fromisoformat(day.strip()[:10]).isoformat()
    return None


def _title(body: Any, blocks: Sequence[Block], declared: str, site: str) -> str:
    """The headline above the text, else the page's title without the site's name after it."""
    first = next(iter(body), None)
    if len(blocks) > 1 and blocks[0].is_heading and first is not None and first.get("rend") == "h1":
        return blocks[0].text
    if site:
        declared = re.sub(rf"\s+[|–—-]\s+{re.escape(site)}$", "", declared)
    return declared if len(declared) <= _LONGEST_TITLE else ""


def _fuller(blocks: tuple[Block, ...], body: str) -> tuple[Block, ...]:
    """The paragraphs of the page's text for machines, if its own are but a part of it or run together."""
    paragraphs = split_paragraphs(clean(body))
    words = sum(len(block.text.split()) for block in blocks)
    told_words = sum(len(paragraph.split()) for paragraph in paragraphs)
    runs_on = len(blocks) == 1 < len(paragraphs)
    if told_words >= words * (_ALIKE if runs_on else _FULLER):
        return tuple(map(Block, paragraphs))
    return blocks


def _blocks(body: Any) -> Iterator[Block]:
    found = [block for block in _elements(body) if block.text.strip()]
    texts = [block for block in found if not block.is_heading]
    for block in found:
        if len(texts) == 1 and block is texts[0]:  # one paragraph for the page: its lines may be paragraphs
            lines = "\n".join(" ".join(line.split()) for line in block.text.split(_BREAK))
            parts = split_paragraphs(lines)
        else:
            parts = tuple(_BREAKS.split(block.text))
        for part in parts:
            if content := one_line(part):
                yield Block(content, block.is_heading)


def _elements(body: Any) -> Iterator[Block]:
    """The text of each block element, and what stands loose between them."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    rows = cells = 0
    for event, element in iterwalk(body, events=("start", "end")):
        rows -= element.tag == "row" and event == "end"
        ends = element.tag in _BLOCKS and not rows
        if ends:
            yield Block("".join(parts), element.tag == "head" and event == "end")
            parts = []
        elif element.tag in _BLOCKS:
            parts.append(" ")
        if event == "end":
            parts.append(element.tail or "" if element is not body else "")
            continue
        if element.tag == "row":
            rows, cells = rows + 1, 0
        elif element.tag == "cell":
            parts.append(_CELL_SEPARATOR if cells else "")
            cells += 1
        elif element.tag == "lb":
            parts.append(_BREAK)
        parts.append(element.text or "")
    yield Block("".join(parts))
