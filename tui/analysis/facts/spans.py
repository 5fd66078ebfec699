"""Short spans that an editor would circle in a sentence: candidates, and how well each would do.

Candidates are runs of base phrases. A linear model over the features below predicts how well a candidate
matches what an annotator circled; its weights stand in ``tui/data/spans.json`` (fitted by
``tui/fitting/spans.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.analysis.linear import LinearModel, read_weights
from tui.analysis.matching.overlap import Matrix
from tui.analysis.text.chunks import Chunk, chunk
from tui.analysis.text.tagger import tag
from tui.analysis.text.tokens import FUNCTION_WORDS, Token
from tui.reading.quotation_marks import is_inside_after

_LONGEST_SPAN = 12  # words
_NEW_WORD = 0.9  # the novelty of a word that no other source has the like of
SPAN = {
    "novel": "weight of the words that no other source has, by 3",
    "words": "how many, by 6",
    "words squared": "the same, squared",
    "number": "it has one",
    "new name": "it has a capitalised word that no other source has",
    "opens verb": "its first phrase is a verb group",
    "opens noun": "its first word is part of a noun phrase",
    "comma": "it has one",
    "starts clause": "it stands at the start of the sentence or of a clause",
    "pronoun": "it opens on one, so that it cannot stand alone",
    "density": "novel weight a word",
    "conjunction": "how many conjunctions, relative pronouns and prepositions, by 3",
    "capitalised": "share of the words",
    "after preposition": "a preposition stands before it",
    "quoted": "it stands inside quotation marks",
    "saying": "it has a verb that says who said it",
}
"""The features of a span, and what each says."""
_SAYING = frozenset("said says say saying told tells according added adding".split())
_PRONOUNS = frozenset(
    "he she they it him her them his their its this that these those i we you my our your".split()
)
_EMPTY_OPENINGS = frozenset("and but or that which who also to".split())
_INNER_PUNCTUATION = frozenset(",.&%’'")  # of a span: no quotation mark, dash or semicolon
_ENDS_NOUN = ("NN", "CD", "PRP")
_CLAUSE_OPENERS = frozenset({"WDT", "WP", "WRB", "CC"})


TokenSpan = tuple[int, int]
"""The first token of a span in its sentence, and the one behind its last."""


def candidate_spans(tokens: Sequence[Token], weight: Matrix, novel: Matrix) -> tuple[list[TokenSpan], Matrix]:
    """Find all spans of a sentence that could be circled, and describe them.

    Args:
        tokens: the sentence's.
        weight: how much each token says (0 for function words).
        novel: for each token, 1 if no other source has the like, 0 if one has exactly it.

    Returns:
        The spans, and a row of ``SPAN`` for each.
    """
    tags = tag(tuple(tokens))
    chunks = chunk(tokens, tags)
    quoted = _quoted(tokens)
    words = list(accumulate((token.is_word for token in tokens), initial=0))
    content = list(accumulate((w > 0 for w in weight.tolist()), initial=0))
    starts = [_without_opening(tokens, part.start) for part in chunks]
    ends = [_without_ending(tokens, part.end) for part in chunks]
    ends_well = [_ends_well(tokens, tags, chunks, place) for place in range(len(chunks))]
    found: dict[TokenSpan, bool] = {}
    for first, opening in enumerate(chunks):
        if opening.kind == ",":
            continue
        commas = 0
        for last in range(first, len(chunks)):
            part = chunks[last]
            if part.kind == ",":
                commas += 1
                if commas > 1 or tokens[part.start].text not in _INNER_PUNCTUATION:
                    break
            end = max(ends[last], opening.start + 1)
            start = min(starts[first], end - 1)
            if words[end] - words[start] > _LONGEST_SPAN or quoted[opening.start] != quoted[part.end - 1]:
                break
            if ends_well[last] and content[end] > content[start]:
                found.setdefault((start, end), opening.kind == "VP")
    spans = list(found)
    described = _token_features(tokens, tags, quoted, novel)
    return spans, _span_features(described, spans, list(found.values()), weight * novel)


class _TokenFeatures(NamedTuple):
    """The tokens of a sentence (rows): values to be summed over a span, and values of its first token."""

    counted: NDArray[np.int_]  # word, number, new name, comma, conjunction or the like, capitalised
    opening: Matrix  # noun phrase, start of a clause, pronoun, after a preposition, quoted


def _token_features(
    tokens: Sequence[Token], tags: Sequence[str], quoted: Sequence[int], novel: Matrix
) -> _TokenFeatures:
    counted, opening = [], []
    before, follows_word = "", False
    for token, n, label, mark in zip(tokens, novel.tolist(), tags, quoted, strict=True):
        counted.append(
            (
                token.is_word,
                token.is_number or label == "CD",
                token.is_capitalised and n > _NEW_WORD and label.startswith("NNP"),
                token.text == ",",
                label in _CLAUSE_OPENERS or label == "IN",
                token.is_capitalised,
                token.norm in _SAYING,
            )
        )
        opening.append(
            (
                label.startswith("NN") or label in ("DT", "JJ", "CD"),
                not follows_word or before in _CLAUSE_OPENERS,
                token.norm in _PRONOUNS,
                before in ("IN", "TO"),
                mark > 0,
            )
        )
        before, follows_word = label, token.is_word
    return _TokenFeatures(np.array(counted, int), np.array(opening, np.float32))


def _span_features(
    tokens: _TokenFeatures, spans: Sequence[TokenSpan], opens_verb: Sequence[bool], new: Matrix
) -> Matrix:
    """The values of ``SPAN``, one row a span; ``new`` is the novel weight of each token."""
    if not spans:
        return np.zeros((0, len(SPAN)), np.float32)
    start, end = np.array(spans).T
    words, numbers, names, commas, conjunctions, capitals, saying = _over(start, end, tokens.counted)
    noun, clause, pronoun, after_preposition, inside = tokens.opening[start].T
    (weight,) = _over(start, end, new[:, None])
    columns = {
        "novel": weight / 3,
        "words": words / 6,
        "words squared": (words / 6) ** 2,
        "number": numbers > 0,
        "new name": names > 0,
        "opens verb": np.array(opens_verb),
        "opens noun": noun,
        "comma": commas > 0,
        "starts clause": clause,
        "pronoun": pronoun,
        "density": weight / words,
        "conjunction": conjunctions / 3,
        "capitalised": capitals / words,
        "after preposition": after_preposition,
        "quoted": inside,
        "saying": saying > 0,
    }
    return np.stack([columns[name] for name in SPAN], axis=1).astype(np.float32)


def _over(start: NDArray[np.int_], end: NDArray[np.int_], of_token: NDArray[Any]) -> Matrix:
    """The sums of values of the tokens (rows) over spans, a row a value."""
    total = np.zeros((len(of_token) + 1, of_token.shape[1]))
    np.cumsum(of_token, axis=0, out=total[1:], dtype=of_token.dtype)
    return np.asarray(total[end] - total[start], np.float32).T


def _quoted(tokens: Sequence[Token]) -> list[int]:
    """For each token the number of the quotation it stands in, 0 outside."""
    marks, number, inside = [], 0, False
    for token in tokens:
        if token.text in '“”"':
            inside = is_inside_after(token.text, inside=inside)
            number += inside
            marks.append(0)
        else:
            marks.append(number if inside else 0)
    return marks


def _ends_well(tokens: Sequence[Token], tags: Sequence[str], chunks: Sequence[Chunk], last: int) -> bool:
    """Whether a span may end with this phrase: a noun phrase, or a verb group that ends its clause."""
    if chunks[last].kind == "NP":
        end = chunks[last].end
        return tags[end - 1].startswith(_ENDS_NOUN) and (end == len(tokens) or tokens[end].norm != "of")
    return chunks[last].kind == "VP" and (last + 1 == len(chunks) or chunks[last + 1].kind == ",")


def _without_opening(tokens: Sequence[Token], start: int) -> int:
    """Where a span that starts here starts to say something: past conjunctions and adverbs."""
    while start < len(tokens) and tokens[start].norm in _EMPTY_OPENINGS:
        start += 1
    return start


def _without_ending(tokens: Sequence[Token], end: int) -> int:
    """Where a span that ends here ends without function words."""
    while end > 0 and tokens[end - 1].norm in FUNCTION_WORDS:
        end -= 1
    return end


def rate(features: Matrix) -> Matrix:
    """Predict how well each candidate matches what an editor would circle, about 0 to 1."""
    return np.asarray(_fitted().predict(features), np.float32)


@cache
def _fitted() -> LinearModel:
    return read_weights("spans", {"span": SPAN}).models["span"]
