"""Page furniture among an article's sentences: by how they are written and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.reading.furniture import KINDS, SLUG
from tui.reading.line_ends import ends_sentence

_LONGEST_LINE = 400  # characters; what is longer is prose
_CAPTION_SENTENCES = 2  # beside a credit; a longer paragraph is the report's
_BYLINE_PLACES = 3  # lines at the top among which one may be the writers' names
_LIST_LENGTH = 12  # lines under a heading for other stories
_SHORT_LINE = 8  # words of a line that goes with the furniture around it
_SHORT_LINES = 3  # of those in a row
_LISTING = re.compile(
    r"\W*(?:more on this|(?:other )?related|most (?:read|popular|viewed)|top stories|image caption"
    r"|recommended|you may also|read more from|topics|tags|also in the news)\b.{0,30}$",
    re.IGNORECASE,
)
_NAMES_ALONE = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,2}(?:(?:,| and| &) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,2})*$"
)
_CAPITALS = re.compile(r"[^a-z]*[A-Z]{2}[^a-z]*$")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    whole = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items())
    return re.compile(rf"[\s(\[*•>–—-]{{0,2}}?(?:{whole})", re.IGNORECASE | re.VERBOSE), re.compile(
        rf"(?:{SLUG})$"
    )


def kind_of(line: str) -> str | None:
    """Name the kind of page furniture that a line or sentence is by itself; None where in doubt."""
    line = line.strip()
    if not line or len(line) > _LONGEST_LINE:
        return None
    whole, slug = _patterns()
    if slug.match(line):
        return "slug"
    found = whole.match(line)
    return found.lastgroup if found else None


def find_furniture(paragraphs: Sequence[Sequence[str]]) -> list[list[bool]]:
    """Tell page furniture from the report, for each sentence of each paragraph of one article.

    A sentence is furniture by itself; or as part of a caption, which ends with its credit; or in a list of
    other stories under its heading; as a line in capitals among others; as the writers' names at the top; or
    as one of a few short lines between lines of furniture.
    """
    kinds = [[kind_of(sentence) for sentence in sentences] for sentences in paragraphs]
    whole = [all(own) for own in kinds]
    for number in (*_captions(kinds), *_listed(paragraphs), *_in_capitals(paragraphs), *_bylines(paragraphs)):
        whole[number] = True
    for number in _enclosed(paragraphs, whole):
        whole[number] = True
    return [
        [all_of_it or kind is not None for kind in own] for all_of_it, own in zip(whole, kinds, strict=True)
    ]


def _captions(kinds: Sequence[Sequence[str | None]]) -> Iterator[int]:
    for number, own in enumerate(kinds):
        if own and own[-1] == "credit" and sum(kind is None for kind in own) <= _CAPTION_SENTENCES:
            yield number


def _listed(paragraphs: Sequence[Sequence[str]]) -> Iterator[int]:
    """The lines under a heading for other stories, up to the first that is a sentence."""
    left = 0
    for number, sentences in enumerate(paragraphs):
        text = " ".join(sentences)
        if _LISTING.match(text):
            left = _LIST_LENGTH
        elif left and not ends_sentence(text) and len(text) <= _LONGEST_LINE:
            left -= 1
            yield number
        else:
            left = 0


def _in_capitals(paragraphs: Sequence[Sequence[str]]) -> Iterator[int]:
    """Headings and pointers in capitals, where the article itself is not written so."""
    found = [
        n for n, sentences in enumerate(paragraphs) if sentences and all(map(_CAPITALS.match, sentences))
    ]
    if 2 * len(found) < len(paragraphs):
        yield from found


def _bylines(paragraphs: Sequence[Sequence[str]]) -> Iterator[int]:
    """Names alone at the top, of people that the article does not speak of."""
    for number, sentences in enumerate(paragraphs[:_BYLINE_PLACES]):
        line = " ".join(sentences)
        if _NAMES_ALONE.match(line) and len(paragraphs) > number + 1:
            body = " ".join(" ".join(others) for others in paragraphs[number + 1 :])
            if not any(re.search(rf"\b{re.escape(word)}\b", body) for word in re.findall(r"\w{4,}", line)):
                yield number


def _enclosed(paragraphs: Sequence[Sequence[str]], whole: Sequence[bool]) -> list[int]:
    """The short lines, a few at most in a row, that stand between two lines of furniture."""
    found: list[int] = []
    run: list[int] | None = None  # since the last line of furniture, while there are only short lines
    for number, sentences in enumerate(paragraphs):
        if whole[number]:
            found += run or []
            run = []
        elif run is not None and len(run) < _SHORT_LINES and _is_short_line(sentences):
            run.append(number)
        else:
            run = None
    return found


def _is_short_line(sentences: Sequence[str]) -> bool:
    text = " ".join(sentences)
    return len(text.split()) <= _SHORT_LINE and not ends_sentence(text)
