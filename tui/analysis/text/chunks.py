"""Base phrases of a sentence: where a noun phrase or a verb group begins and ends (chunking, Abney 1991)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.text.tokens import Token

_NOUN = frozenset("NN NNS NNP NNPS CD JJ JJR JJS POS PRP$ DT PRP EX $ # FW".split())
_VERB = frozenset("VB VBD VBG VBN VBP VBZ MD RB RBR RBS TO RP".split())
_STARTS_NOUN = frozenset("DT PRP$ PRP EX".split())
_HYPHENS = {"-", "‐", "‑", "–"}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A base phrase: tokens ``start`` to ``end`` (exclusive) of the sentence.

    ``kind`` is NP, VP, PP (a preposition or conjunction alone), or ``,`` (punctuation that parts phrases).
    """

    start: int
    end: int
    kind: str


def chunk(tokens: Sequence[Token], tags: Sequence[str]) -> list[Chunk]:
    """The base phrases of a tagged sentence; together they cover every token once, in order."""
    chunks: list[Chunk] = []
    for place, (token, label) in enumerate(zip(tokens, tags, strict=True)):
        kind = _kind(token, label)
        joins = bool(chunks) and (
            _hyphenated(tokens, place)
            or (kind == chunks[-1].kind and kind in ("NP", "VP") and label not in _STARTS_NOUN)
            or token.norm == "'s"
        )
        if joins:
            chunks[-1] = Chunk(chunks[-1].start, place + 1, chunks[-1].kind)
        else:
            chunks.append(Chunk(place, place + 1, kind))
    return chunks


def _kind(token: Token, label: str) -> str:
    if not token.is_word and token.norm != "'s" and token.text not in {"$", "&"}:
        return ","
    if label in _NOUN:
        return "NP"
    return "VP" if label in _VERB else "PP"


def _hyphenated(tokens: Sequence[Token], place: int) -> bool:
    """Whether the token is written together with the one before, around a hyphen."""
    token, before = tokens[place], tokens[place - 1]
    return token.start == before.end and (token.text in _HYPHENS or before.text in _HYPHENS)
