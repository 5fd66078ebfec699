"""The clauses of a sentence, roughly: what stands between its commas, conjunctions and quotation marks.

A sentence asserts several things; another source may have one of them only.
"""

from __future__ import annotations

import re

from tui.analysis.text.story import Unit
from tui.analysis.text.tokens import Token

_CUT = re.compile(
    r"[,;:—–“”\"]|\b(?:and|but|while|after|before|because|that|who|which|when|as|saying|with)\b"
)
_SHORTEST_CLAUSE = 3  # content words; a shorter stretch belongs to the clause before or after it


def split_clauses(unit: Unit) -> list[list[Token]]:
    """Part the content words of a sentence into its clauses; at least one clause, which may be empty."""
    cuts = [unit.start + match.start() for match in _CUT.finditer(unit.text)]
    found: list[list[Token]] = []
    current: list[Token] = []
    end = unit.start
    for word in (token for token in unit.tokens if token.is_content):
        if len({token.stem for token in current}) >= _SHORTEST_CLAUSE and any(
            end <= at <= word.start for at in cuts
        ):
            found.append(current)
            current = []
        current.append(word)
        end = word.end
    if found and len({token.stem for token in current}) < _SHORTEST_CLAUSE:
        found[-1].extend(current)
    else:
        found.append(current)
    return found
