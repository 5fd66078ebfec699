"""The merged summary and what stands around it, as CommonMark that no article can break out of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui import __version__
from tui.export.wording import (
    QUESTIONS,
    also,
    context,
    count,
    disputed_in,
    in_words,
    is_detail,
    is_told,
    reference,
    same_text,
)
from tui.model import Comparison, Conflict, Passage, Source, SummaryLine

OMITTED = 12
"""How many of the sentences that the summary leaves out are listed, the weightiest first."""

# Emphasis, code, links, HTML, tables and strikethrough; "#" only where a heading could start or end.
_SPECIAL = re.compile(r"[\\`*_\[\]<|~]|(?<!\S)#|&(?=#?\w+;)")
# What GitHub and others make links of without being asked: "://", "@" and the dots of a host name.
_BARE_LINK = re.compile(r":(?=//)|(?<=/)/|(?<=\w)\.(?=[^\W\d_]{2})|(?<=\w)@(?=\w)")
# Where a backslash keeps the start of a line from opening a list, a quotation or the underline of a heading.
_LINE_START = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=[-+>=])", re.ASCII)
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\x00-\x20\x7f]+", re.IGNORECASE)


def escape(text: str) -> str:
    """Text that CommonMark and GitHub's dialect of it render as exactly ``text``, wherever it is put.

    The result is one line: white space at the ends and line breaks become character references.
    """
    body = text.strip()
    before, after = text.split(body, 1) if body else (text, "")
    escaped = _BARE_LINK.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\g<0>", body))
    if start := _LINE_START.match(escaped):
        escaped = f"{escaped[: start.end()]}\\{escaped[start.end() :]}"
    return _refer(before) + re.sub(r"[\n\r]", lambda match: _refer(match[0]), escaped) + _refer(after)


def _refer(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


def to_markdown(comparison: Comparison) -> str:
    """The comparison as a Markdown document around its summary; equal comparisons give equal text."""
    several = len(comparison.sources) > 1
    blocks = [
        f"# Merged reading of {len(comparison.sources)} articles" if several else "# Summary of one article",
        "## Sources",
        _list(_source(source) for source in comparison.sources),
        *_shared_origins(comparison),
        "## Summary",
        _list(_summary_line(comparison, line) for line in comparison.summary.lines)
        or f"No sentence fits into {count(comparison.summary.budget, 'word')}.",
        _coverage(comparison),
    ]
    if several:
        for source in comparison.sources:
            blocks += [f"## Only in {source.key}", _list(_only_in(source)) or "No fact that the others lack."]
        blocks += [
            "## Conflicts",
            _list(_conflict(comparison, conflict) for conflict in comparison.conflicts) or "None found.",
        ]
        if comparison.differences:
            blocks += [
                "## Lesser differences",
                _list(_conflict(comparison, difference) for difference in comparison.differences),
            ]
    if comparison.summary.omitted:
        blocks += ["## Left out of the summary", _list(_omitted(comparison)), _more_omitted(comparison)]
    blocks += ["## How this was made", _origin_note(several)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _source(source: Source) -> str:
    article = source.article
    parts = [f"**{source.key}** {escape(article.name)}"]
    if article.title:
        parts.append(f"“{escape(article.title)}”")
    parts += [escape(detail) for detail in (article.date, article.path) if detail]
    if article.url:
        parts.append(f"<{article.url}>" if _WEB_ADDRESS.fullmatch(article.url) else escape(article.url))
    parts.append(f"{count(len(article.paragraphs), 'paragraph')}, {count(article.words, 'word')}")
    warnings = (f"\n  - **Warning:** {escape(warning.message)}" for warning in article.warnings)
    return " · ".join(parts) + "".join(warnings)


def _shared_origins(comparison: Comparison) -> Iterator[str]:
    for keys in same_text(comparison):
        yield f"{in_words(keys)} carry one and the same text; together they count as one account."


def _summary_line(comparison: Comparison, line: SummaryLine) -> str:
    elsewhere = also(line)
    item = f"{escape(line.text)} [{reference(line.sentence)}]"
    if elsewhere:
        item += f", also {', '.join(elsewhere)}"
    for conflict in disputed_in(comparison, line):
        item += f"\n  - **Disputed** ({QUESTIONS[conflict.kind]}):"
        if is_told(comparison, line, conflict):
            item += " as above"
            continue
        item += "".join(f"\n    - {_version(comparison, passage)}" for passage in conflict.between)
    return item


def _version(comparison: Comparison, passage: Passage) -> str:
    around, _ = context(comparison, passage)
    detail = f"“{escape(passage.text)}”, in: " if is_detail(passage, around) else ""
    return f"{reference(passage.sentence)}: {detail}{escape(around)}"


def _coverage(comparison: Comparison) -> str:
    summary, coverage = comparison.summary, comparison.summary.coverage
    text = f"{count(summary.words, 'word')} of at most {summary.budget:,}."
    if len(comparison.sources) == 1:
        return text
    text += f" {coverage.shared_in_summary:,} of {count(coverage.shared, 'shared fact')} are in it"
    alone = [
        f"{coverage.unique_in_summary.get(source.key, 0):,} of {coverage.unique.get(source.key, 0):,}"
        f" that only {source.key} has"
        for source in comparison.sources
    ]
    return f"{text}; of the others, {in_words(alone)}."


def _only_in(source: Source) -> Iterator[str]:
    for sentence in source.sentences():
        for fact in sentence.unique:
            yield f"{escape(fact.text)} ({fact.kind.value}) [{reference(sentence.id)}]"


def _conflict(comparison: Comparison, conflict: Conflict) -> str:
    question = QUESTIONS[conflict.kind]
    item = f"**{question[0].upper()}{question[1:]}:** {escape(conflict.why)}"
    return item + "".join(f"\n  - {_version(comparison, passage)}" for passage in conflict.between)


def _omitted(comparison: Comparison) -> Iterator[str]:
    for omission in comparison.summary.omitted[:OMITTED]:
        own = comparison.sentences[omission.sentence].source
        others = [key for key in omission.sources if key != own]
        item = f"{escape(omission.text)} [{reference(omission.sentence)}]"
        yield f"{item}, also in {in_words(others)}" if others else item


def _more_omitted(comparison: Comparison) -> str:
    more = len(comparison.summary.omitted) - OMITTED
    return f"And {count(more, 'sentence')} of less weight." if more > 0 else ""


def _origin_note(several: bool) -> str:
    told = "What sources agree on is not proven by that. " if several else ""
    return (
        f"Made by Rashomon {__version__}, offline and without a language model. Each line of the summary is a"
        f" whole sentence of the source named after it, word for word. {told}A ¶3 is the third paragraph of"
        " source A, the headline not counted."
    )
