"""The sentence on why sources are said to disagree, from the rule that found it and its sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.model import Conflict, ConflictRule, Side
from tui.wording.counts import enumeration
from tui.wording.places import Naming

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
        return enumeration([self.source(key) for key in keys])

    def _quoted(self, text: str) -> str:
        return f"“{self.words(text)}”"


def _clipped(text: str) -> str:
    words = text.rstrip(" .,;:").split()
    end = " …" if len(words) > _LONGEST_REPEATED else ""
    return " ".join(words[:_LONGEST_REPEATED]) + end
