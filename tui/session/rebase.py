"""A session carried over to articles that changed, moved to other columns, came or went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tui.ids import in_paragraph, paragraph_of, source_key
from tui.model import Correction
from tui.session.choices import Choices
from tui.session.history import Session
from tui.session.identity import Identity, matching, places
from tui.session.view_state import ViewState

T = TypeVar("T")


def carry_over(
    session: Session, before: Sequence[Identity], now: Sequence[Identity]
) -> tuple[Session, tuple[str, ...]]:
    """Carry a session over: everything that still applies, and a sentence for each thing that changed.

    Args:
        session: what was decided about the articles ``before``.
        before: the articles of the session, in the order of their columns.
        now: the articles that are open.

    Returns:
        The session for the articles ``now``, and messages for the reader; none if only the order changed.
    """
    sources = {source_key(old): source_key(new) for old, new in matching(before, now).items()}
    carrier = _Carrier(places(before, now), sources)
    choices, view = carrier.choices(session.choices), carrier.view(session.view)
    changes = tuple(_changes(before, now, carrier.lost))
    made_by = session.view.summary_choices
    stands = not changes and made_by is not None and made_by.basis == session.choices.basis
    return Session(choices, view=replace(view, summary_choices=choices if stands else None)), changes


def _changes(before: Sequence[Identity], now: Sequence[Identity], lost: int) -> Iterable[str]:
    pairs = matching(before, now)
    for old, new in sorted(pairs.items()):
        if before[old].content != now[new].content:
            yield f"“{now[new].name}” has changed since you last read it."
    for old, one in enumerate(before):
        if old not in pairs:
            yield f"“{one.name}” is not open any more."
    for new, one in enumerate(now):
        if new not in pairs.values():
            yield f"“{one.name}” is new."
    if lost:
        number = "One decision or note" if lost == 1 else f"{lost} decisions and notes"
        yield f"{number} about passages that are gone or changed could not be kept."


class _Carrier:
    """Carries decisions over, counting those whose place is gone."""

    def __init__(self, paragraphs: Mapping[str, str], sources: Mapping[str, str]) -> None:
        self._paragraphs = paragraphs
        self._sources = sources
        self.lost = 0

    def choices(self, choices: Choices) -> Choices:
        return replace(
            choices,
            dropped=frozenset(self._all(choices.dropped)),
            kept=frozenset(self._all(choices.kept)),
            order=tuple(self._all(choices.order)),
            swaps=self._swaps(choices.swaps),
            corrections=tuple(self._carried(choices.corrections, self._correction)),
            verdicts=self._by_key(choices.verdicts, self._conflict),
            notes=self._by_key(choices.notes, self.place),
            tags=self._by_key(choices.tags, self.place),
        )

    def view(self, view: ViewState) -> ViewState:
        marks = {letter: self.place(sentence) for letter, sentence in view.marks.items()}
        tops = {self._sources.get(key): self.place(paragraph) for key, paragraph in view.tops.items()}
        return replace(
            view,
            sentence=self.place(view.sentence) if view.sentence else None,
            marks={letter: sentence for letter, sentence in marks.items() if sentence},
            path_from=self._sources.get(view.path_from) if view.path_from else None,
            columns=tuple(self._sources[key] for key in view.columns if key in self._sources),
            hidden=frozenset(self._sources[key] for key in view.hidden if key in self._sources),
            widths={self._sources[key]: share for key, share in view.widths.items() if key in self._sources},
            tops={key: paragraph for key, paragraph in tops.items() if key and paragraph},
            summary_lines=tuple(line for line in map(self.place, view.summary_lines) if line),
            summary_rows=tuple(line for line in map(self.place, view.summary_rows) if line),
        )

    def place(self, place: str) -> str | None:
        """A paragraph or sentence now; None if its paragraph changed or is gone."""
        now = self._paragraphs.get(paragraph_of(place))
        return None if now is None else in_paragraph(place, now)

    def _swaps(self, swaps: Mapping[str, str]) -> dict[str, str]:
        places = ((self.place(one), self.place(other)) for one, other in swaps.items())
        return {one: other for one, other in places if one and other}

    def _all(self, ids: Iterable[str]) -> Iterable[str]:
        return self._carried(ids, self.place)

    def _correction(self, correction: Correction) -> Correction | None:
        sentence, source = self.place(correction.sentence), self._sources.get(correction.source)
        paragraph = self.place(correction.paragraph) if correction.paragraph else None
        if sentence is None or source is None or (paragraph is None) != (correction.paragraph is None):
            return None
        return Correction(sentence, source, paragraph)

    def _conflict(self, key: str) -> str | None:
        kind, _, sentences = key.partition(":")
        now = [self.place(sentence) for sentence in sentences.split("+")]
        held = [sentence for sentence in now if sentence]
        return f"{kind}:{'+'.join(sorted(held))}" if len(held) == len(now) else None

    def _by_key(self, values: Mapping[str, T], carry: Callable[[str], str | None]) -> dict[str, T]:
        keys = {key: carry(key) for key in values}
        self.lost += sum(now is None for now in keys.values())
        return {now: values[key] for key, now in keys.items() if now is not None}

    def _carried(self, values: Iterable[T], carry: Callable[[T], T | None]) -> Iterable[T]:
        for value in values:
            now = carry(value)
            if now is None:
                self.lost += 1
            else:
                yield now
