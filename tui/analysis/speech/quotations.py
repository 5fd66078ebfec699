"""Direct quotations, their cues and their speakers."""

from __future__ import annotations

import re

from tui.analysis.names.cast import casts
from tui.analysis.speech.speakers import Attributor
from tui.analysis.text.quotation_marks import find_quotations
from tui.analysis.text.story import Story
from tui.model import Quotation

_LETTER = re.compile(r"[^\W\d_]")


def quotations(story: Story) -> dict[tuple[int, int], tuple[Quotation, ...]]:
    """The direct quotations of each (source, paragraph) that has any.

    Titles of works and nicknames between quotation marks are left out: capitalised, said by nobody.
    """
    found: dict[tuple[int, int], tuple[Quotation, ...]] = {}
    for source, article in enumerate(story.articles):
        units = [story.units[position] for position in story.of_source[source]]
        spans = find_quotations(article.paragraphs)
        if not any(spans):
            continue
        attributor = Attributor(article.paragraphs, units, spans, casts(story)[source])
        for paragraph, text in enumerate(article.paragraphs):
            quotes = []
            for place, span in enumerate(spans[paragraph]):
                words = text[span.start : span.end]
                said = attributor.said(paragraph, place)
                if _LETTER.search(words) and (said.cue is not None or not _is_title(words)):
                    quotes.append(Quotation(span.start, span.end, words, said.speaker, said.cue))
            if quotes:
                found[source, paragraph] = tuple(quotes)
    return found


def _is_title(words: str) -> bool:
    content = [word for word in words.split() if len(word) > 3 or word[:1].isupper()]
    return len(words.split()) <= 8 and words[-1] not in ",?!" and all(w[:1].isupper() for w in content)
