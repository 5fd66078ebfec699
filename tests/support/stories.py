"""Small comparisons made by hand, so that screens are tested whatever the analysis finds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App
from textual.events import Ready
from textual.pilot import Pilot

import tui
from tui.analysis import Analysis, Explanation, Match, analyse
from tui.app import RashomonApp
from tui.ids import source_key
from tui.model import (
    AlignmentGroup,
    Article,
    Comparison,
    Conflict,
    ConflictKind,
    ConflictRule,
    Coverage,
    Fact,
    FactKind,
    Level,
    Omission,
    Paragraph,
    Passage,
    Report,
    Sentence,
    Side,
    Source,
    Summary,
    SummaryLine,
)
from tui.session import Choices, Session

HOSTILE = "[/oops] [AP] — [b]x[/b] [@click=app.bell]y[/]"

HARBOUR = (
    Article(
        "Harbour Gazette",
        (
            "The ferry Marigold ran aground off Brackwater on Tuesday. "
            "All 48 passengers were brought ashore.",
            "“The fog came down in minutes,” the harbour master said.",
            "An inquiry will open on Friday.",
        ),
        title="Ferry aground off Brackwater",
        path="/articles/gazette.txt",
    ),
    Article(
        "Coast Wire",
        (
            "The Marigold, a passenger ferry, ran aground near Brackwater on Tuesday "
            "with 52 passengers on board.",
            "“The fog came down in minutes,” the captain said. The ferry was built in 1987.",
        ),
        path="/articles/wire.txt",
    ),
    Article(
        "Island Radio",
        (
            "A ferry is stuck on the rocks off Brackwater. Nobody was hurt, the coast guard said.",
            "Two tugs will try to pull it free at high tide. "
            "Ferries to the island are cancelled until Thursday.",
        ),
        path="/articles/radio.md",
    ),
)


class Telling(NamedTuple):
    """The harbour story in other words: the articles, and by source what stands there for an English term."""

    articles: tuple[Article, ...]
    terms: Mapping[str, Mapping[str, str]]

    def say(self, source: str, term: str) -> str:
        return self.terms.get(source, {}).get(term, term)


ENGLISH = Telling(HARBOUR, {})


def _sentences(paragraph: str, text: str) -> tuple[Sentence, ...]:
    spans = [match.span() for match in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|。)|\S.*$", text)]
    return tuple(
        Sentence(f"{paragraph}.{number}", start, end, text[start:end])
        for number, (start, end) in enumerate(spans, 1)
    )


def bare(articles: Sequence[Article]) -> Comparison:
    """A comparison that has found nothing yet."""
    sources = tuple(
        Source(
            source_key(i),
            article,
            i,
            tuple(
                Paragraph(f"{source_key(i)}{p}", text, _sentences(f"{source_key(i)}{p}", text))
                for p, text in enumerate(article.paragraphs, 1)
            ),
        )
        for i, article in enumerate(articles)
    )
    longest = max(len(source.paragraphs) for source in sources)
    groups = tuple(
        AlignmentGroup(
            number + 1, {s.key: (number,) if number < len(s.paragraphs) else () for s in sources}, 0.5
        )
        for number in range(longest)
    )
    return Comparison(sources, groups, (), (), (), (), Summary(120))


def passage(comparison: Comparison, sentence: str, text: str) -> Passage:
    """The first place of ``text`` in the paragraph of ``sentence``."""
    found = comparison.sentences[sentence]
    paragraph = comparison.by_key[found.source].paragraphs[found.paragraph].text
    start = paragraph.index(text, found.start)
    return Passage(sentence, start, start + len(text), text)


def with_reports(comparison: Comparison, reports: dict[str, tuple[Report, ...]]) -> Comparison:
    """The comparison with reports put to the sentences of these ids."""
    sources = tuple(
        replace(
            source,
            paragraphs=tuple(
                replace(
                    paragraph,
                    sentences=tuple(
                        replace(sentence, reports=reports.get(sentence.id, ()))
                        for sentence in paragraph.sentences
                    ),
                )
                for paragraph in source.paragraphs
            ),
        )
        for source in comparison.sources
    )
    return replace(comparison, sources=sources)


def complete(comparison: Comparison) -> Comparison:
    """The comparison with a report by every other source for every sentence, as the analysis gives them."""
    keys = list(comparison.by_key)
    reports = {
        sentence.id: tuple(
            sentence.report(key) or Report(key, Level.NONE, 0.0) for key in keys if key != sentence.source
        )
        for sentence in comparison.sentences.values()
    }
    return with_reports(comparison, reports)


def harbour(telling: Telling = ENGLISH) -> Comparison:
    """Accounts of a stranded ferry: shared and lone facts, two conflicts, a lesser difference."""
    story = with_reports(
        bare(telling.articles),
        {
            "A1.1": (Report("B", Level.FULL, 0.91, ("B1.1",)), Report("C", Level.PARTIAL, 0.48, ("C1.1",))),
            "A1.2": (Report("B", Level.PARTIAL, 0.41, ("B1.1",)), Report("C", Level.NONE, 0.12)),
            "A3.1": (Report("B", Level.NONE, 0.05), Report("C", Level.NONE, 0.03)),
        },
    )

    def at(sentence: str, term: str) -> Passage:
        return passage(story, sentence, telling.say(story.sentences[sentence].source, term))

    facts = (
        Fact(1, FactKind.EVENT, "ran aground", (at("A1.1", "ran aground"), at("B1.1", "ran aground")), 9.0),
        Fact(
            2, FactKind.PLACE, "Brackwater", tuple(at(i, "Brackwater") for i in ("A1.1", "B1.1", "C1.1")), 8.0
        ),
        Fact(3, FactKind.NUMBER, "48 passengers", (at("A1.2", "48 passengers"),), 7.0),
        Fact(4, FactKind.NUMBER, "52 passengers", (at("B1.1", "52 passengers"),), 6.0),
        Fact(5, FactKind.DATE, "Tuesday", (at("A1.1", "Tuesday"), at("B1.1", "Tuesday")), 5.0),
        Fact(
            6,
            FactKind.QUOTE,
            "The fog came down in minutes",
            (at("A2.1", "The fog came down in minutes"), at("B2.1", "The fog came down in minutes")),
            4.0,
        ),
        Fact(
            7,
            FactKind.CLAIM,
            "Two tugs will try to pull it free at high tide",
            (at("C2.1", "Two tugs will try to pull it free at high tide"),),
            3.0,
        ),
        Fact(8, FactKind.DATE, "built in 1987", (at("B2.2", "built in 1987"),), 2.0),
    )
    conflicts = (
        Conflict(
            1,
            ConflictKind.ATTRIBUTION,
            0.93,
            (at("A2.1", "the harbour master said"), at("B2.1", "the captain said")),
            ConflictRule.TWO_SPEAKERS,
            (Side(("A",), "the harbour master"), Side(("B",), "the captain")),
        ),
        Conflict(
            2,
            ConflictKind.NUMBER,
            0.81,
            (at("A1.2", "48 passengers"), at("B1.1", "52 passengers")),
            ConflictRule.QUANTITY,
            (Side(("A",), "48 passengers"), Side(("B",), "52 passengers")),
        ),
    )
    differences = (
        Conflict(
            1,
            ConflictKind.TONE,
            0.5,
            (at("A1.1", "ran aground"), at("C1.1", "stuck on the rocks")),
            ConflictRule.TONES,
            (Side(("A",), "ran aground"), Side(("C",), "stuck on the rocks")),
        ),
    )
    summary = Summary(
        40,
        (
            SummaryLine("A1.1", story.sentences["A1.1"].text, ("B1.1", "C1.1")),
            SummaryLine("A1.2", story.sentences["A1.2"].text, ("B1.1",), (2,)),
            SummaryLine("A2.1", story.sentences["A2.1"].text, ("B2.1",), (1,)),
        ),
        (
            Omission("C2.1", story.sentences["C2.1"].text, ("C",)),
            Omission("B2.2", story.sentences["B2.2"].text, ("B",)),
            Omission("A3.1", story.sentences["A3.1"].text, ("A",)),
        ),
        Coverage(8, 4, 4, {"A": 1, "B": 2, "C": 1}, {"A": 1, "B": 0, "C": 0}),
    )
    facts = tuple(replace(fact, text=fact.passages[0].text) for fact in facts)
    return replace(story, facts=facts, conflicts=conflicts, differences=differences, summary=summary)


def alone() -> Comparison:
    """One account without a second."""
    return bare(HARBOUR[:1])


def agreeing() -> Comparison:
    """Three accounts in which nothing was found."""
    return bare(HARBOUR)


def hostile() -> Comparison:
    """Two accounts whose names and texts look like markup."""
    articles = [
        Article(f"{HOSTILE} {n}", (f"{HOSTILE} said {n} men.",), title=HOSTILE, path=f"/tmp/{HOSTILE}.txt")
        for n in (1, 2)
    ]
    story = with_reports(bare(articles), {"A1.1": (Report("B", Level.PARTIAL, 0.5, ("B1.1",)),)})
    passages = (passage(story, "A1.1", HOSTILE), passage(story, "B1.1", HOSTILE))
    sides = (Side(("A",), HOSTILE), Side(("B",), HOSTILE[::-1]))
    conflict = Conflict(1, ConflictKind.NUMBER, 0.9, passages, ConflictRule.QUANTITY, sides)
    line = SummaryLine("A1.1", story.sentences["A1.1"].text, ("B1.1",), (1,))
    omission = Omission("B1.1", story.sentences["B1.1"].text, ("B",))
    return replace(
        story,
        facts=(Fact(1, FactKind.CLAIM, HOSTILE, passages, 1.0),),
        conflicts=(conflict,),
        differences=(conflict,),
        summary=Summary(20, (line,), (omission,), Coverage(1, 1, 1, {"A": 0, "B": 0}, {"A": 0, "B": 0})),
    )


def explained(sentence: str, source: str, *, revised: Comparison, telling: Telling = ENGLISH) -> Explanation:
    """Evidence for the first sentence of ``harbour``: B has four of its words, C one by another name."""
    report = revised.sentences[sentence].report(source)
    assert report is not None
    if sentence != "A1.1":
        return Explanation(report.level, report.score, (), (), ())
    other = revised.sentences[f"{source}1.1"]
    words = {"B": ("Marigold", "ran", "aground", "Tuesday"), "C": ("aground",)}.get(source, ())
    matches = []
    for word in words:
        there = passage(revised, other.id, telling.say(source, word if source == "B" else "rocks"))
        here = passage(revised, sentence, telling.say("A", word))
        strength = 1.0 if source == "B" else 0.6
        matches.append(Match(here.start, here.end, other.id, there.start, there.end, strength))
    lacking = [
        passage(revised, sentence, telling.say("A", word))
        for word in ("Marigold", "Tuesday")
        if telling.say(source, word) not in other.text
    ]
    missing = tuple((lack.start, lack.end) for lack in lacking)
    return Explanation(report.level, report.score, (other,), tuple(matches), missing)


def shortened(
    comparison: Comparison,
    words: int,
    *,
    keep: Set[str] = frozenset(),
    drop: Set[str] = frozenset(),
    order: Sequence[str] = (),
    previous: Sequence[str] = (),
    lengthen: bool | None = None,
    sentences: int | None = None,
    share: float | None = None,
) -> Summary:
    """The summary of ``harbour`` without what is dropped, with what is kept, however long.

    Only a budget of sentences is heeded: the first so many lines.
    """
    summary, story = comparison.summary, comparison.sentences
    left = tuple(line for line in summary.lines if line.sentence not in drop)[:sentences]
    put_in = tuple(SummaryLine(i, story[i].text, told(comparison, i)) for i in sorted(keep - drop))
    lines = {line.sentence: line for line in (*left, *put_in)}
    lines = {line.sentence: line for line in (*summary.lines, *put_in) if line.sentence in lines}
    moved = {i: lines[i] for i in order if i in lines}
    omitted = tuple(o for o in summary.omitted if o.sentence not in keep)
    return replace(summary, budget=words, lines=tuple({**moved, **lines}.values()), omitted=omitted)


def as_shown(comparison: Comparison, lines: Sequence[str], words: int, **_: object) -> Summary:
    """The summary of ``harbour`` with exactly these lines."""
    summary, story = comparison.summary, comparison.sentences
    found = {line.sentence: line for line in summary.lines}
    own = tuple(found.get(i) or SummaryLine(i, story[i].text, told(comparison, i)) for i in lines)
    omitted = tuple(one for one in summary.omitted if one.sentence not in lines)
    return replace(summary, budget=words, lines=own, omitted=omitted)


def told(comparison: Comparison, sentence: str) -> tuple[str, ...]:
    """The sentences that report this one, or that it reports."""
    others = [r.by for r in comparison.sentences[sentence].reports]
    back = [(o.id,) for o in comparison.sentences.values() for r in o.reports if sentence in r.by]
    return tuple(dict.fromkeys(i for by in (*others, *back) for i in by))


@cache
def analysed(articles: tuple[Article, ...]) -> Analysis:
    return analyse(articles)


@dataclass(frozen=True)
class PreparedAnalysis:
    """Explains a comparison that was made beforehand; its articles are measured when that is asked for."""

    comparison: Comparison

    def explain(self, sentence: str, source: str, *, revised: Comparison) -> Explanation:
        articles = tuple(source.article for source in revised.sources)
        return analysed(articles).explain(sentence, source, revised=revised)


class PreparedApp(RashomonApp):
    """The app with a comparison made beforehand; it keeps where it was asked to jump to."""

    # a relative path would be looked for beside the subclass
    CSS_PATH = Path(tui.__file__).parent / "styles" / "app.tcss"

    def __init__(self, comparison: Comparison, **options: Any) -> None:
        session = Session(Choices().budget(comparison.summary.budget))
        super().__init__(tuple(s.article for s in comparison.sources), session=session, **options)
        self._prepared = comparison
        self.jumps: list[tuple[str, int | None, int | None]] = []
        self._jump_to = self.navigation.jump_to
        self.navigation.jump_to = self.jump_to  # type: ignore[method-assign]

    def on_ready(self, event: Ready) -> None:
        event.prevent_default()  # the app's own handler would compare
        self.state.set_analysis(PreparedAnalysis(self._prepared))

    def jump_to(self, sentence_id: str, start: int | None = None, end: int | None = None) -> None:
        self.jumps.append((sentence_id, start, end))
        self._jump_to(sentence_id, start, end)


def screen_text(app: App[None]) -> str:
    """What is drawn, line by line, without styles."""
    screen = app.screen
    width, height = screen.size
    lines = screen._compositor.render_strips()[:height]
    return "\n".join(strip.text[:width].rstrip() for strip in lines)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what goes on in threads is done and shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
