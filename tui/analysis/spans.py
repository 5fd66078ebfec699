"""Short spans that an editor would circle in a sentence: candidates, what speaks for them, and the choice.

Candidates are runs of base phrases. A linear model over the features below predicts how well a candidate matches what
an annotator circled; its coefficients stand in ``tui/data/spans.json`` (fitted by ``tools/fit_spans.py``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from tui.analysis.chunks import Chunk, chunk
from tui.analysis.language import FUNCTION_WORDS, Token, tag
from tui.analysis.overlap import Matrix

_LONGEST = 12  # words
_OPENING, _CLOSING = frozenset('“‘"('), frozenset('”’")')
FEATURES = (
    "novel",  # weight of the words that no other source has
    "words",
    "words_squared",
    "number",
    "new_name",  # a capitalised word that no other source has
    "opens_verb",
    "opens_noun",
    "comma",
    "starts_clause",
    "pronoun",  # opens on one, so that it cannot stand alone
    "density",  # novel weight a word
    "conjunction",  # conjunctions, relative pronouns and prepositions inside
    "capitalised",  # share of the words
    "after_preposition",
    "quoted",  # inside quotation marks
)
_PRONOUNS = frozenset(
    "he she they it him her them his their its this that these those i we you my our your".split()
)
_ENDS_NOUN = ("NN", "CD", "PRP")
_CLAUSE_OPENERS = frozenset({"WDT", "WP", "WRB", "CC"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``start`` to ``end`` (exclusive) of a sentence, with the features of FEATURES."""

    start: int
    end: int
    features: tuple[float, ...]


_SAYING = frozenset("say said says saying told tell added add stated state according".split())
_PRONOUNS = frozenset(
    "he she they it him her them his their its this that these those i we you my our your".split()
)


def candidates(tokens: Sequence[Token], weight: Matrix, novel: Matrix) -> list[Candidate]:
    """All spans of a sentence that could be circled.

    Args:
        tokens: the sentence's.
        weight: how much each token says (0 for function words).
        novel: for each token, 1 if no other source has the like, 0 if one has exactly it.
    """
    tags = tag(tuple(tokens))
    chunks = chunk(tokens, tags)
    quoted = _quoted(tokens)
    new = weight * novel
    found = []
    for first, opening in enumerate(chunks):
        if opening.kind == ",":
            continue
        for last in range(first, len(chunks)):
            run = chunks[first : last + 1]
            start, end = _trimmed(tokens, run[0].start, run[-1].end)
            words = sum(token.is_word for token in tokens[start:end])
            if words > _LONGEST or _breaks(tokens, run, quoted):
                break
            if _ends_well(tokens, tags, chunks, last) and weight[start:end].sum() > 0:
                features = _features(tokens, tags, start, end, new, novel, opens_verb=opening.kind == "VP")
                found.append(Candidate(start, end, (*features, float(quoted[start] > 0))))
    return found


def _features(
    tokens: Sequence[Token],
    tags: Sequence[str],
    start: int,
    end: int,
    new: Matrix,
    novel: Matrix,
    *,
    opens_verb: bool,
) -> tuple[float, ...]:
    """The values of FEATURES, but for the last."""
    inside, labels = tokens[start:end], tags[start:end]
    before = tags[start - 1] if start else ""
    words = sum(token.is_word for token in inside)
    weight = float(new[start:end].sum())
    return (
        weight / 3,
        words / 6,
        (words / 6) ** 2,
        float("CD" in labels or any(token.is_number for token in inside)),
        float(
            any(
                t.is_capitalised and n > 0.9 and g.startswith("NNP")
                for t, n, g in zip(inside, novel[start:end], labels, strict=True)
            )
        ),
        float(opens_verb),
        float(labels[0].startswith("NN") or labels[0] in ("DT", "JJ", "CD")),
        float(any(token.text == "," for token in inside)),
        float(start == 0 or not tokens[start - 1].is_word or before in _CLAUSE_OPENERS),
        float(inside[0].norm in _PRONOUNS),
        weight / words,
        sum(label in _CLAUSE_OPENERS or label == "IN" for label in labels) / 3,
        sum(token.is_capitalised for token in inside) / words,
        float(before in ("IN", "TO")),
    )


def _quoted(tokens: Sequence[Token]) -> list[int]:
    """For each token the number of the quotation it stands in, 0 outside."""
    marks, number, inside = [], 0, False
    for token in tokens:
        if token.text in '“”"':
            inside = token.text == "“" or (token.text == '"' and not inside)
            number += inside
            marks.append(0)
        else:
            marks.append(number if inside else 0)
    return marks


def _breaks(tokens: Sequence[Token], run: Sequence[Chunk], quoted: Sequence[int]) -> bool:
    """Whether a run crosses what no circled span crosses: a quotation mark, a dash, a second comma."""
    commas = 0
    for part in run:
        if part.kind == ",":
            text = tokens[part.start].text
            if text not in {",", ".", "&", "%", "’", "'"}:
                return True
            commas += 1
    return commas > 1 or quoted[run[0].start] != quoted[run[-1].end - 1]


def _ends_well(tokens: Sequence[Token], tags: Sequence[str], chunks: Sequence[Chunk], last: int) -> bool:
    """Whether a span may end with this phrase: a noun phrase, or a verb group that ends its clause."""
    if chunks[last].kind == "NP":
        end = chunks[last].end
        return tags[end - 1].startswith(_ENDS_NOUN) and (end == len(tokens) or tokens[end].norm != "of")
    return chunks[last].kind == "VP" and (last + 1 == len(chunks) or chunks[last + 1].kind == ",")


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Without function words at the end and articles, conjunctions or adverbs at the start."""
    while end > start + 1 and tokens[end - 1].norm in FUNCTION_WORDS:
        end -= 1
    while start < end - 1 and tokens[start].norm in {
        "and",
        "but",
        "or",
        "that",
        "which",
        "who",
        "also",
        "to",
    }:
        start += 1
    return start, end


@cache
def _coefficients() -> tuple[Matrix, float]:
    model = json.loads(resources.files("tui").joinpath("data/spans.json").read_text("utf-8"))
    return np.array([model["coefficients"][name] for name in FEATURES], np.float32), float(model["intercept"])


def rate(found: Sequence[Candidate]) -> Matrix:
    """The predicted match (about 0 to 1) of each candidate with what an editor would circle."""
    coefficients, intercept = _coefficients()
    return np.asarray(
        np.array([c.features for c in found], np.float32) @ coefficients + intercept, np.float32
    )
