"""What there is to say about the summary: how long it is, what it covers, how it was made."""

from __future__ import annotations

from tui.model import Comparison, Summary, Unused, UnusedReason
from tui.session import Choices
from tui.version import __version__
from tui.wording.counts import count, enumeration
from tui.wording.places import Naming, reference


def length(summary: Summary, choices: Choices) -> str:
    """How long a summary is and what bounds it."""
    words = count(summary.words, "word")
    if choices.sentences is not None:
        return f"{words}, {count(len(summary.lines), 'sentence')} of at most {choices.sentences:,}"
    if choices.share is not None:
        return f"{words}, to carry {choices.share:.0%} of the shared facts"
    return f"{words} of at most {summary.budget:,}"


def coverage(comparison: Comparison, choices: Choices) -> str:
    """How long the summary is and how many facts it carries, in sentences."""
    summary, covered = comparison.summary, comparison.summary.coverage
    text = f"{length(summary, choices)}."
    if len(comparison.sources) == 1:
        return text
    alone = [
        f"{covered.unique_in_summary.get(source.key, 0):,} of {covered.unique.get(source.key, 0):,}"
        f" that only {source.key} has"
        for source in comparison.sources
    ]
    shared = f"{covered.shared_in_summary:,} of {count(covered.shared, 'shared fact')} are in it"
    return f"{text} {shared}; of the others, {enumeration(alone)}."


def why_unused(key: str, unused: Unused, source: Naming = str, place: Naming = reference) -> str:
    """Say why a summary has nothing of a source, as a clause without a full stop.

    Args:
        key: the source's key.
        unused: the reason.
        source: how the key of a source is written.
        place: how the id of a paragraph is written.
    """
    own, others = source(key), " and ".join(map(source, unused.sources))
    budget = (
        count(unused.words or 0, "word") if unused.sentences is None else count(unused.sentences, "sentence")
    )
    return {
        UnusedReason.REMOVED: f"you took {', '.join(map(place, unused.paragraphs))} out",
        UnusedReason.COPY: f"its text is the same as {others}’s",
        UnusedReason.DEPENDENT: f"no sentence of {own} can stand on its own",
        UnusedReason.COVERED: f"all that {own} reports stands in {others} too",
        UnusedReason.NOT_NEEDED: f"the summary carries as many shared facts without {own}",
        UnusedReason.TOO_LONG: f"nothing of {own} fits {budget}",
        UnusedReason.OUTWEIGHED: f"in {budget} what the others report weighs more than what {own} does",
    }[unused.reason]


def unused_sources(summary: Summary, source: Naming = str, place: Naming = reference) -> tuple[str, ...]:
    """Say which sources the summary has nothing of and why, a sentence for each."""
    return tuple(
        f"Nothing of {source(key)} is in it: {why_unused(key, unused, source, place)}."
        for key, unused in summary.unused.items()
    )


def coverage_statement(
    comparison: Comparison, choices: Choices, source: Naming = str, place: Naming = reference
) -> str:
    """Say how long the summary is, what it carries and which sources it has nothing of, in sentences."""
    return " ".join((coverage(comparison, choices), *unused_sources(comparison.summary, source, place)))


def nothing_fits(summary: Summary) -> str:
    """What stands in place of the lines of a summary that has none."""
    return f"No sentence fits into {count(summary.budget, 'word')}."


def omission_counts(summary: Summary) -> str:
    """How much a summary leaves out: ``12 facts, 9 sentences``."""
    covered = summary.coverage
    facts = covered.shared - covered.shared_in_summary
    facts += sum(covered.unique.values()) - sum(covered.unique_in_summary.values())
    sentences = count(len(summary.omitted), "sentence")
    return f"{count(facts, 'fact')}, {sentences}" if facts else sentences


def provenance(comparison: Comparison, place: Naming = reference) -> str:
    """How a document was made and how to read it; ``place`` is how it names a paragraph."""
    agreement = " What sources agree on is not proven by that." if len(comparison.sources) > 1 else ""
    return (
        f"Made by Rashomon {__version__}, offline and without a language model. Each line of the summary is a"
        f" whole sentence of the source named after it, word for word.{agreement} {place('A3')} is the third"
        " paragraph of source A, the headline not counted."
    )
