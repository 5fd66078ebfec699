"""What to know of a text before trusting it: it is cut off, copies another, is in another language …."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model import Article, Caution
from tui.reading.furniture import is_control
from tui.reading.language import READ, language
from tui.reading.line_ends import breaks_off, ends_sentence, is_customary
from tui.reading.mojibake import is_damaged
from tui.reading.quotation_marks import double_marks, opens

_DAMAGED = "Some characters are damaged: the file’s encoding could not be told for sure."
_LISTED = 5  # paragraphs that a message names


def cautions(paragraphs: Sequence[str]) -> tuple[Caution, ...]:
    """List the cautions about one text, from its paragraphs."""
    found = []
    if any(map(is_damaged, paragraphs)):
        found.append(Caution("damaged", _DAMAGED))
    report = _without_page(paragraphs)
    unclosed = list(_unclosed(report))
    if _is_truncated(report, unclosed):
        end = " ".join(report[-1].split()[-6:])
        found.append(Caution("truncated", f"The text breaks off in mid-sentence: “… {end}”"))
        unclosed = [index for index in unclosed if index < len(report) - 1]
    if unclosed:
        where = "paragraph" if len(unclosed) == 1 else "paragraphs"
        places = ", ".join(str(index + 1) for index in unclosed[:_LISTED])
        if len(unclosed) > _LISTED:
            places += f" and {len(unclosed) - _LISTED} more"
        found.append(Caution("unclosed-quote", f"A quotation opens and never closes in {where} {places}."))
    return (*found, *_not_read(language(paragraphs)))


def duplicates(articles: Sequence[Article]) -> Iterator[tuple[int, Caution]]:
    """The articles whose body an earlier one has word for word, by index, with what to say about it."""
    first: dict[tuple[str, ...], str] = {}
    for index, article in enumerate(articles):
        if article.paragraphs in first:
            yield index, Caution("duplicate", f"The same text as “{first[article.paragraphs]}”.")
        else:
            first[article.paragraphs] = article.name


def _without_page(paragraphs: Sequence[str]) -> Sequence[str]:
    """The paragraphs without those of the page after the report, which hide that it is cut off."""
    end = len(paragraphs)
    while end > 1 and (is_control(paragraphs[end - 1]) or is_customary(paragraphs[end - 1])):
        end -= 1
    return paragraphs[:end]


def other_languages(articles: Sequence[Article]) -> Iterator[tuple[int, Caution]]:
    """The articles in a language that is not read, or alone in theirs, by index, with what to say of it."""
    languages = [language(article.paragraphs) for article in articles]
    foreign = {name for name in languages if name not in {"", READ}}
    for index, name in enumerate(languages):
        yield from ((index, caution) for caution in _not_read(name))
        if name == READ and languages.count(READ) == 1 and foreign:
            message = f"This one is in {READ}, and others are not: marks between them mean little."
            yield index, Caution("language", message)


def _not_read(name: str) -> tuple[Caution, ...]:
    if name in {"", READ}:
        return ()
    message = f"The text is in {name}; only {READ} is read well, and the marks here mean little."
    return (Caution("language", message),)


def _is_truncated(paragraphs: Sequence[str], unclosed: Sequence[int]) -> bool:
    if not paragraphs:
        return False
    *before, last = paragraphs
    if unclosed and unclosed[-1] == len(before) and not ends_sentence(last):
        return True
    return breaks_off(last, in_prose=sum(map(ends_sentence, before)) * 2 >= len(before))


def _unclosed(paragraphs: Sequence[str]) -> Iterator[int]:
    """The paragraphs whose last quotation mark opens.

    A quotation that goes on over several paragraphs opens anew in each, and closes in the last only.
    """
    for index, paragraph in enumerate(paragraphs):
        marks = double_marks(paragraph)
        goes_on = 0 in double_marks(paragraphs[index + 1][:1]) if index + 1 < len(paragraphs) else False
        if marks and not goes_on and opens(paragraph, marks[-1]):
            yield index
