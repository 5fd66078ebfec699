"""Why sources are said to disagree, and why a summary has nothing of one: in English, from rule and sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.model import Comparison, Conflict, ConflictRule, Side, Summary, Unused, UnusedReason
from tui.session import Choices
from tui.wording.phrases import count, coverage, in_words, reference

Naming = Callable[[str], str]
"""How a source's key, a place or words of an article are written, such as a link for HTML."""

_LONGEST_REPEATED = 12  # words of a passage that are repeated
_HEDGES = {"about": "about ", "min": "at least ", "max": "at most ", "": ""}
_FIGURES = {
    ConflictRule.QUANTITY: " for the same quantity; they cannot both hold.",
    ConflictRule.AGE: " as the age of one person; they cannot both hold.",
    ConflictRule.GREW: ": a count that grew between the reports.",
}
_WORDINGS = {
    ConflictRule.DATES: "the same happening is dated differently",
    ConflictRule.TIMES_OF_DAY: "the same happening is put at different times of day",
    ConflictRule.ENDED: "what had ended by the one date goes on at the later one",
    ConflictRule.DENIED: "one denies of the same thing what the other says",
    ConflictRule.NAME_REPLACED: "the sentence is word for word the same but for the name",
    ConflictRule.TWO_AGENTS: "the same act is given to different people",
    ConflictRule.TWO_HOLDERS: "a role that one alone holds is given to two",
    ConflictRule.EXCHANGED: "the same act has its doer and its object exchanged",
    ConflictRule.CERTAINTY: "the same thing is said with more certainty and with less",
    ConflictRule.SPELLINGS: "one name is spelt in two ways",
    ConflictRule.TONES: "the same thing is described in opposite tones",
}


def why(conflict: Conflict, source: Naming = str, words: Naming = str) -> str:
    """Say in a sentence by what it shows that sources disagree.

    Args:
        conflict: the conflict or lesser difference.
        source: how the key of a source is written.
        words: how words of an article and names are written.
    """
    return _Sentence(conflict, source, words).text()


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


def undrawn(summary: Summary, source: Naming = str, place: Naming = reference) -> tuple[str, ...]:
    """Say which sources the summary has nothing of and why, a sentence for each."""
    return tuple(
        f"Nothing of {source(key)} is in it: {why_unused(key, unused, source, place)}."
        for key, unused in summary.unused.items()
    )


def extent(
    comparison: Comparison, choices: Choices, source: Naming = str, place: Naming = reference
) -> tuple[str, ...]:
    """Say how long the summary is, what it carries and which sources it has nothing of, in sentences."""
    return coverage(comparison, choices), *undrawn(comparison.summary, source, place)


@dataclass(frozen=True)
class _Sentence:
    """The sentence on a conflict, by its rule."""

    conflict: Conflict
    source: Naming
    words: Naming

    def text(self) -> str:
        """The whole sentence."""
        rule, sides = self.conflict.rule, self.conflict.sides
        match rule:
            case ConflictRule.TWO_SPEAKERS:
                return self._speakers()
            case ConflictRule.REWORDED:
                return self._versions("in different words")
            case ConflictRule.RESPELT:
                return self._versions("with a name spelt differently")
            case ConflictRule.SHORTENED:
                return self._shortened()
            case ConflictRule.QUANTITY | ConflictRule.AGE | ConflictRule.GREW:
                figures = [(f"{_HEDGES[side.hedge]}{self._quoted(side.text)}", side) for side in sides]
                return f"{self._had(figures)}{_FIGURES[rule]}"
            case _:
                wordings = [(self._quoted(_clipped(side.text)), side) for side in sides]
                return f"{self._had(wordings)}: {_WORDINGS[rule]}."

    def _speakers(self) -> str:
        first, *others = self.conflict.sides
        said = [f"{self._verb(first.sources, 'give')} these words to {self.words(first.text)}"]
        said += [f"{self._keys(side.sources)} to {self.words(side.text)}" for side in others]
        return f"{', '.join(said)}{self._objection()}."

    def _objection(self) -> str:
        """Evidence against a speaker: the quotation names or addresses that very person."""
        for side in self.conflict.sides:
            if side.named:
                verb = "addresses" if side.named.startswith("@") else "names"
                name = self.words(side.text.split()[-1])
                return f"; the quotation {verb} {self.words(side.named)}, so it is hardly by {name}"
        return ""

    def _versions(self, how: str) -> str:
        sides = self.conflict.sides
        quoting = self._keys([passage.source for passage in self.conflict.between])
        versions = (f"{self._quoted(side.text)} in {self._keys(side.sources)}" for side in sides)
        return f"{quoting} quote {self.words(self.conflict.speaker)} {how}: {', '.join(versions)}."

    def _shortened(self) -> str:
        whole, part = self.conflict.sides
        return (
            f"{self._verb(whole.sources, 'quote')} {self.words(self.conflict.speaker)} with the words"
            f" {self._quoted(whole.text)}, which {self._verb(part.sources, 'leave')} out:"
            " without them it says something else."
        )

    def _had(self, sides: Sequence[tuple[str, Side]]) -> str:
        """What each source has side by side: A and B have “12 people”, C has at least “15 people”."""
        sources: dict[str, list[str]] = {}
        for text, side in sides:
            sources.setdefault(text, []).extend(side.sources)
        return ", ".join(f"{self._verb(keys, 'have')} {text}" for text, keys in sources.items())

    def _verb(self, keys: Sequence[str], verb: str) -> str:
        """The verb in the number of its subject: A gives, A and B give."""
        third = "has" if verb == "have" else f"{verb}s"
        return f"{self._keys(keys)} {third if len(keys) == 1 else verb}"

    def _keys(self, keys: Sequence[str]) -> str:
        return in_words([self.source(key) for key in keys])

    def _quoted(self, text: str) -> str:
        return f"“{self.words(text)}”"


def _clipped(text: str) -> str:
    words = text.rstrip(" .,;:").split()
    end = " …" if len(words) > _LONGEST_REPEATED else ""
    return " ".join(words[:_LONGEST_REPEATED]) + end
