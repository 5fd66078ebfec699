"""Web pages that are no article: front pages, and pages that stand before one and ask for something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "div", "td")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HOLDERS = frozenset(("div", "td"))  # a paragraph only where they hold no other
_FEWEST_HEADLINES = 4
_MOST_STORIES = 200  # that are looked at
_MOST_TEASERS = 3  # paragraphs below one headline
_PROSE = 12  # words of a paragraph
_MOST_PROSE = 2  # such paragraphs that belong to no headline: more are an article with others below it
_SHARE = 0.6  # of the words found
_TEXT = "//body//text()[not(parent::script or parent::style or parent::noscript or parent::template)]"
_DECLARED = "//meta[@property='og:type']/@content"

_MOST_CONSENT_WORDS = 600
_CONSENT = re.compile(
    r"(?i)\b(?:cookies?|consent|privacy|personal data|legitimate interests?|(?:our|\d+) (?:\w+ )?partners"
    r"|vendors|personali[sz]ed (?:ads|advertising|content)|tracking|before you continue|preferences)\b"
)
_SPEAKS = re.compile(r"(?i)\b(?:we|our|you|your)\b")
_AGREE = re.compile(
    r"(?i)\s*(?:i )?(?:accept|agree|allow|reject|decline|refuse|consent|manage|more options)\b.{0,40}"
)
_MOST_CHECK_WORDS = 150
_CHECK = re.compile(
    r"(?i)\b(?:(?:verify|verifying|confirm|check(?:ing)?|make sure|prove) (?:that |if )?you(?:’re|'re| are)"
    r" (?:a |not a )?(?:human|robot)"
    r"|checking your browser|enable (?:javascript|cookies)(?: and (?:javascript|cookies))? to continue"
    r"|unusual (?:traffic|activity) from|pardon our interruption|security check|ddos protection|captcha)\b"
)
_FRONT = "is a front page with many stories, not an article: name the page of one story."
_ASKS = "asks for consent instead of showing an article: open it in a browser, answer, and paste the text."
_CHECKS = "checks for robots instead of showing an article: open it in a browser and paste the text."


class Outline:
    """The headlines that a page links to, with what stands below them, and its buttons."""

    def __init__(self, tree: Any) -> None:
        self._is_article = "article" in tree.xpath(_DECLARED)
        self._stories = list(islice(_stories(tree), _MOST_STORIES))
        self._buttons = [
            one.text_content() or one.get("value") or "" for one in tree.iter("button", "a", "input")
        ]
        self._title = " ".join(tree.xpath("string(//title)").split())
        self._text = " ".join(" ".join(tree.xpath(_TEXT)).split())

    def refusal(self, blocks: Sequence[str]) -> str | None:
        """Why a page of which ``blocks`` were found is no article, going on from its name; None if it may."""
        if self._is_article:
            return None
        found = [" ".join(block.split()) for block in blocks] or [self._text]
        words = len(self._text.split())
        if words <= _MOST_CHECK_WORDS and _CHECK.search(f"{self._title} {self._text}"):
            return _CHECKS
        asks = any(map(_AGREE.fullmatch, self._buttons)) and words <= _MOST_CONSENT_WORDS
        if (
            asks
            and _share(found, [one for one in found if _CONSENT.search(one) and _SPEAKS.search(one)])
            >= _SHARE
        ):
            return _ASKS
        return _FRONT if self._is_front(found) else None

    def _is_front(self, found: Sequence[str]) -> bool:
        joined = "\n".join(found)
        shown = [[text for text in story if text in joined] for story in self._stories]
        teasers = {text for story in shown for text in story}
        prose = [
            one for one in found if len(one.split()) >= _PROSE and not any(text in one for text in teasers)
        ]
        return (
            sum(map(bool, shown)) >= _FEWEST_HEADLINES
            and len(prose) < _MOST_PROSE
            and _share(found, teasers) >= _SHARE
        )


def _stories(tree: Any) -> Iterator[list[str]]:
    """Each headline that is a link, with the paragraphs after it."""
    story: list[str] = []
    for element in tree.iter(*_BLOCKS):
        if element.tag in _HOLDERS and not _is_leaf(element):
            continue
        text = " ".join(element.text_content().split())
        if _is_headline(element, text):
            if story and text != story[0]:
                yield story
            story = [text]
        elif text and story and len(story) <= _MOST_TEASERS:
            story.append(text)
    if story:
        yield story


def _is_headline(element: Any, text: str) -> bool:
    """Whether all of an element's text is one link, or it is a heading in one."""
    if len(text.split()) < 2 or element.tag in _HOLDERS:
        return False
    around = next(element.iterancestors("a"), None) if element.tag in _HEADINGS else None
    links = [*element.iter("a")] if around is None else [around]
    return len(links) == 1 and _leads_on(links[0]) and text in " ".join(links[0].text_content().split())


def _leads_on(link: Any) -> bool:
    address = link.get("href") or ""
    return bool(address) and not address.startswith(("#", "mailto:", "javascript:"))


def _is_leaf(element: Any) -> bool:
    return next(element.iterdescendants(*_BLOCKS), None) is None


def _share(all_of: Iterable[str], some: Iterable[str]) -> float:
    """How many of the words stand in ``some`` of the texts."""
    return sum(len(one.split()) for one in some) / max(1, sum(len(one.split()) for one in all_of))
