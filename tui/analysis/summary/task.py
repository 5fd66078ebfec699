"""What a summary can be made of, and what each choice is worth: the comparison as a task of selection."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from tui.analysis.summary.coverage import mutual_reports
from tui.analysis.summary.passages import continues_story, printable_passages
from tui.analysis.summary.salience import Salience, concepts_of
from tui.analysis.summary.selection import Array, Bools, Objective, SelectionTask
from tui.ids import paragraph_of
from tui.model import Comparison, FactKind, Level, Passage, Sentence, word_count

_PARTIAL_REPORT = 0.8  # how much of a sentence another one carries that reports it in part
_GIST_WORDS = 75  # that tell the gist of a story
_LEAST_PROBABILITY = 0.005  # of a concept to be counted
_ALONE_WEIGHT = 0.45  # of all sentences that no other source reports together, all sentences weighing 1
_CHECKABLE = frozenset({FactKind.NUMBER, FactKind.DATE, FactKind.EVENT})
_CHECKABLE_WEIGHT, _OTHER_WEIGHT, _NO_FACT = 2.0, 0.3, 0.27  # of facts in these, and of a sentence without
_FURTHER_FACTS = 0.23  # how much of their weight a sentence's facts count beside its weightiest one
_LONGEST_WORD = 40  # letters
_NEAR_DUPLICATE = 80  # token_sort_ratio
_DISPUTED_PRICE = 1.25  # a disputed line takes the other version's words too
_CONTINUING_PRICE = 1.25  # a line that goes on from what was told before
_VAGUE_PRICE = 0.5  # how much dearer a passage without any name or figure is
_DETAILED = 0.12  # names and figures a word, at which a passage is not vague at all
_DETAIL = re.compile(r"(?<=\s)[“\"(@]?[$€£¥₹]?(?:[A-Z]|\d)")  # but not the sentence's first word


def selection_task(
    comparison: Comparison, weighed: Salience, keep: Set[str], drop: Set[str], *, budget: int, by_words: bool
) -> SelectionTask:
    """Set the task of choosing passages within a budget of words, or else of sentences.

    First come the sentences to ``keep``, each by itself and in reading order, then all passages that can be
    printed without a sentence to ``drop``. Sentences are numbered in the order of ``comparison.sentences``.
    """
    sentences = list(comparison.sentences.values())
    row = {sentence.id: place for place, sentence in enumerate(sentences)}
    number = {source.key: place for place, source in enumerate(comparison.sources)}
    kept = [(sentence.id,) for sentence in sentences if sentence.id in keep - drop]
    free = dict.fromkeys(
        p for source in comparison.sources for p in printable_passages(source) if drop.isdisjoint(p)
    )
    rows = [frozenset(row[i] for i in passage) for passage in (*kept, *free)]
    reports = _reports(sentences, row)
    likely = weighed.concept > _LEAST_PROBABILITY
    concepts = weighed.bag[:, likely] * weighed.concept[likely]
    words = np.array([word_count(sentence.text) for sentence in sentences], np.int_)
    gist = SelectionTask(
        objective=Objective(concepts, reports=np.zeros((len(sentences), 0), np.float32)),
        cost=words,
        passages=tuple(rows),
        pinned=len(kept),
        apart=_apart(sentences, reports),
        price=np.array(
            [_price([sentences[place] for place in sorted(passage)], comparison) for passage in rows],
            np.float32,
        ),
        source=np.array([number[sentences[min(passage)].source] for passage in rows], np.int_),
        budget=_GIST_WORDS,
    )
    alone = np.diag(_alone(sentences, reports, weighed))
    return replace(
        gist,
        objective=Objective(
            concepts,
            reports=np.hstack([reports * weighed.sentence, alone]),
            enough=gist.worth.concept_weight(gist.fill([])),
        ),
        cost=words if by_words else np.ones_like(words),
        budget=budget,
    )


def disputes(sentence: Sentence, comparison: Comparison) -> tuple[int, ...]:
    """List the conflicts that a sentence takes part in, by their ids.

    It holds a passage of the conflict, or reports a sentence in full that does and has all of the passage's
    words.
    """
    if not comparison.conflicts:
        return ()
    words = _stems(sentence.text)
    same = set(mutual_reports(sentence, comparison, Level.FULL))

    def holds(passage: Passage) -> bool:
        if paragraph_of(passage.sentence) == paragraph_of(sentence.id):
            return passage.start < sentence.end and sentence.start < passage.end
        return passage.sentence in same and _stems(passage.text) <= words

    return tuple(conflict.id for conflict in comparison.conflicts if any(map(holds, conflict.between)))


def _stems(text: str) -> set[str]:
    """The stems of the content words."""
    return {concept[0] for concept in concepts_of(text) if len(concept) == 1}


def _reports(sentences: Sequence[Sentence], row: dict[str, int]) -> Array:
    """How much of each sentence (column) every other one (row) reports, 0–1."""
    carried = np.eye(len(sentences), dtype=np.float32)
    for place, sentence in enumerate(sentences):
        for report in sentence.reports:
            for other in report.by:
                carried[row[other], place] = 1.0 if report.level is Level.FULL else _PARTIAL_REPORT
    return carried


def _alone(sentences: Sequence[Sentence], reports: Array, weighed: Salience) -> Array:
    """The weight of each sentence for being reported by no other source; in all, ``_ALONE_WEIGHT``.

    What can be checked, a figure, a date or an event, weighs most; and each source's best weighs more beside
    its others, so that no source with much to itself crowds out the rest.
    """
    facts = [_checkable(sentence) for sentence in sentences]
    weight = np.sqrt(weighed.sentence) * (np.array(facts, np.float32) + _NO_FACT)
    weight = weight * ((reports > 0).sum(0) == 1) * [s.assertive for s in sentences]
    for source in {s.source for s in sentences}:
        own = np.array([place for place, s in enumerate(sentences) if s.source == source])
        ranked = own[np.argsort(-weight[own], kind="stable")]
        weight[ranked] /= np.sqrt(np.arange(1, len(own) + 1))
    return np.asarray(weight * (_ALONE_WEIGHT / max(float(weight.sum()), 1e-9)), np.float32)


def _checkable(sentence: Sentence) -> float:
    """How much there is to check in what a sentence alone reports, from 0."""
    weights = [
        fact.weight * (_CHECKABLE_WEIGHT if fact.kind in _CHECKABLE else _OTHER_WEIGHT)
        for fact in sentence.unique
    ]
    best = max(weights, default=0.0)
    return best + _FURTHER_FACTS * (sum(weights) - best)


def _apart(sentences: Sequence[Sentence], reports: Array) -> Bools:
    """Pairs that say the same: near-duplicates, and those that report each other in full."""
    # token_sort_ratio, sorted but once; what is longer than any word counts by its beginning
    texts = [" ".join(sorted(word[:_LONGEST_WORD] for word in s.text.split())) for s in sentences]
    alike = cdist(texts, texts, scorer=ratio, score_cutoff=_NEAR_DUPLICATE) > 0
    apart = np.asarray(alike | ((reports == 1) & (reports.T == 1)), bool)
    np.fill_diagonal(apart, False)
    return apart


def _price(passage: Sequence[Sentence], comparison: Comparison) -> float:
    """A factor on its length: a passage costs more if it is disputed, or names little that can be checked."""
    words = sum(word_count(sentence.text) for sentence in passage)
    details = sum(len(_DETAIL.findall(sentence.text)) for sentence in passage)
    vague = max(0.0, 1 - details / (_DETAILED * max(1, words)))
    disputed = any(disputes(sentence, comparison) for sentence in passage)
    return (
        (1 + _VAGUE_PRICE * vague)
        * (_DISPUTED_PRICE if disputed else 1)
        * (_CONTINUING_PRICE if continues_story(passage[0].text) else 1)
    )
