"""Direct quotations, their cues and their speakers."""

from __future__ import annotations

import re

from tui.analysis.names.cast import casts
from tui.analysis.speech.speakers import Attributor
from tui.analysis.text.story import Story
from tui.model import Quotation
from tui.reading.quotation_marks import is_title, paired_marks

_LETTER = re.compile(r"[^\W\d_]")


def find_quotations(story: Story) -> dict[tuple[int, int], tuple[Quotation, ...]]:
    """Find the direct quotations of each (source, paragraph) that has any.

    Titles of works and nicknames between quotation marks are left out: capitalised, said by nobody.
    """
    found: dict[tuple[int, int], tuple[Quotation, ...]] = {}
    for source, article in enumerate(story.articles):
        units = [story.units[position] for position in story.of_source[source]]
        spans = paired_marks(article.paragraphs)
        if not any(spans):
            continue
        attributor = Attributor(article.paragraphs, units, spans, casts(story)[source])
        for paragraph, text in enumerate(article.paragraphs):
            quotes = []
            for place, span in enumerate(spans[paragraph]):
                words = text[span.start : span.end]
                said = attributor.said(paragraph, place)
                if _LETTER.search(words) and (said.cue is not None or not is_title(words)):
                    quotes.append(Quotation(span.start, span.end, words, said.speaker, said.cue))
            if quotes:
                found[source, paragraph] = tuple(quotes)
    return found
