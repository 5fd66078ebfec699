"""What the reader decided as plain lists, dicts, strings and numbers, as JSON and YAML hold them, and back.

The session store and the exported Markdown share this form. What is read may have been written by anybody:
every value is checked, and words are cleaned like any other outside text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from tui.ids import SENTENCE_ID, in_order, is_paragraph, is_sentence, is_source, source_of
from tui.model import ConflictKind, Correction, Judgement, Verdict
from tui.reading.cleaning import clean
from tui.session.choices import SMALLEST_BUDGET, Choices

_CONFLICT = re.compile(
    rf"(?:{'|'.join(kind.value for kind in ConflictKind)})"
    rf":{SENTENCE_ID}(?:\+{SENTENCE_ID}){{0,11}}"
)
_MOST = 1_000_000  # words or sentences; no budget needs more

T = TypeVar("T")


def to_plain(choices: Choices) -> dict[str, Any]:
    """The decisions in plain form; equal decisions give the same keys and values in the same order."""
    return {
        "words": choices.words,
        "sentences": choices.sentences,
        "share": choices.share,
        "kept": sorted(choices.kept, key=in_order),
        "dropped": sorted(choices.dropped, key=in_order),
        "order": list(choices.order),
        "swaps": {one: choices.swaps[one] for one in sorted(choices.swaps, key=in_order)},
        "corrections": [
            {"sentence": one.sentence, "source": one.source, "paragraph": one.paragraph}
            for one in choices.corrections
        ],
        "verdicts": {
            key: {"judgement": verdict.judgement.value, "reason": verdict.reason}
            for key, verdict in sorted(choices.verdicts.items())
        },
        "notes": {place: choices.notes[place] for place in sorted(choices.notes, key=in_order)},
        "tags": {place: list(choices.tags[place]) for place in sorted(choices.tags, key=in_order)},
    }


def from_plain(plain: object) -> Choices:
    """The decisions from their plain form; what is missing is as in new ones, unknown keys are passed over.

    Raises:
        ValueError: something is not what it has to be; the message is one sentence that says what.
    """
    data = _mapping("the choices", plain)
    new = Choices()
    choices = Choices(
        words=_given(data, "words", _words, new.words),
        sentences=_given(data, "sentences", _sentences, new.sentences),
        share=_given(data, "share", _share, new.share),
        dropped=frozenset(_given(data, "dropped", _ids, new.order)),
        kept=frozenset(_given(data, "kept", _ids, new.order)),
        order=_given(data, "order", _ids, new.order),
        swaps=_given(data, "swaps", _swaps, {}),
        corrections=_given(data, "corrections", _corrections, new.corrections),
        verdicts=_given(data, "verdicts", _verdicts, {}),
        notes=_given(data, "notes", _notes, {}),
        tags=_given(data, "tags", _tags, {}),
    )
    if choices.sentences is not None and choices.share is not None:
        raise ValueError("“sentences” and “share” are both given; only one of them can be the budget.")
    if both := choices.dropped & choices.kept:
        raise ValueError(f"The sentence {min(both, key=in_order)} is both kept and dropped.")
    if loose := {one for one, other in choices.swaps.items() if not _is_swap(choices, one, other)}:
        raise ValueError(f"The swap of {min(loose, key=in_order)} is not of a dropped for a kept sentence.")
    return choices


def _is_swap(choices: Choices, sentence: str, other: str) -> bool:
    return sentence in choices.dropped and other in choices.kept


def _given(data: Mapping[str, object], key: str, read: Callable[[str, object], T], missing: T) -> T:
    value = data.get(key)
    return missing if value is None else read(f"“{key}”", value)


def _mapping(what: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise ValueError(f"{_capital(what)} must be a mapping with names for keys.")
    return value


def _list(what: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(f"{_capital(what)} must be a list.")
    return value


def _text(what: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{_capital(what)} must be text.")
    return clean(value)


def _id(what: str, value: object, fits: Callable[[str], object], example: str) -> str:
    if not isinstance(value, str) or not fits(value):
        raise ValueError(f"{_capital(what)} must be an id such as {example}.")
    return value


def _whole(what: str, value: object, least: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _MOST:
        raise ValueError(f"{_capital(what)} must be a whole number of {least} or more.")
    return value


def _words(what: str, value: object) -> int:
    return _whole(what, value, SMALLEST_BUDGET)


def _sentences(what: str, value: object) -> int:
    return _whole(what, value, 1)


def _share(what: str, value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise ValueError(f"{_capital(what)} must be a number from 0 to 1.")
    return float(value)


def _ids(what: str, value: object) -> tuple[str, ...]:
    ids = tuple(_id(f"an entry of {what}", one, is_sentence, "A3.1") for one in _list(what, value))
    if len(set(ids)) < len(ids):
        raise ValueError(f"{_capital(what)} names a sentence twice.")
    return ids


def _swaps(what: str, value: object) -> dict[str, str]:
    return {
        _id(f"a key of {what}", one, is_sentence, "A3.1"): _id(what, other, is_sentence, "B3.1")
        for one, other in _mapping(what, value).items()
    }


def _corrections(what: str, value: object) -> tuple[Correction, ...]:
    corrections = tuple(_correction(one) for one in _list(what, value))
    if len({(one.sentence, one.source) for one in corrections}) < len(corrections):
        raise ValueError(f"{_capital(what)} has two entries for the same sentence and source.")
    return corrections


def _correction(value: object) -> Correction:
    data = _mapping("a correction", value)
    sentence = _id("the sentence of a correction", data.get("sentence"), is_sentence, "A3.1")
    source = _id("the source of a correction", data.get("source"), is_source, "B")
    if source_of(sentence) == source:
        raise ValueError(f"The correction of {sentence} names the sentence's own source.")
    paragraph = data.get("paragraph")
    if paragraph is not None:
        paragraph = _id(
            f"the paragraph of the correction of {sentence}",
            paragraph,
            lambda one: is_paragraph(one) and source_of(one) == source,
            f"{source}2",
        )
    return Correction(sentence, source, paragraph)


def _verdicts(what: str, value: object) -> dict[str, Verdict]:
    return {
        _id(f"a key of {what}", key, _CONFLICT.fullmatch, "number:A1.2+B1.2"): _verdict(one)
        for key, one in _mapping(what, value).items()
    }


def _verdict(value: object) -> Verdict:
    data = _mapping("a verdict", value)
    judgement = next((one for one in Judgement if one.value == data.get("judgement")), None)
    if judgement is None:
        raise ValueError(f"A verdict must be {' or '.join(one.value for one in Judgement)}.")
    return Verdict(judgement, _text("the reason of a verdict", data.get("reason", "")))


def _place(what: str, value: object) -> str:
    return _id(f"a key of {what}", value, lambda one: is_paragraph(one) or is_sentence(one), "A3 or A3.1")


def _notes(what: str, value: object) -> dict[str, str]:
    return {
        _place(what, key): _text("a note", text).strip()
        for key, text in _mapping(what, value).items()
        if text != ""
    }


def _tags(what: str, value: object) -> dict[str, tuple[str, ...]]:
    return {
        _place(what, key): tuple(sorted({_text("a tag", tag) for tag in _list("the tags of a place", tags)}))
        for key, tags in _mapping(what, value).items()
        if tags != []
    }


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
