"""The ledger behind the Facts screen: how sources stand to each fact, and the orders to read it in."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property

from tui.model import Comparison, Fact, FactKind


class Status(StrEnum):
    """Relation of the sources to a fact; ``ALL`` is no filter."""

    ALL = "all"
    SHARED = "shared"
    ONE_SOURCE = "one source"
    DISPUTED = "disputed"


class Order(StrEnum):
    """Orders of the facts; the weightiest comes first among equals."""

    WEIGHT = "weight"
    PLACE = "place in the text"
    KIND = "kind"
    SOURCES = "number of sources"


class Ledger:
    """The facts of a comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    @cached_property
    def facts(self) -> list[Fact]:
        """All facts, the weightiest first."""
        return sorted(self._comparison.facts, key=lambda fact: -fact.weight)

    @cached_property
    def _disputed(self) -> set[int]:
        passages = [passage for conflict in self._comparison.conflicts for passage in conflict.between]
        return {
            fact.id
            for fact in self.facts
            if any(one.overlaps(other) for one in fact.passages for other in passages)
        }

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {sentence: number for number, sentence in enumerate(self._comparison.sentences)}

    def status(self, fact: Fact) -> Status:
        """The relation of the sources to a fact; that it is disputed comes before all else."""
        if fact.id in self._disputed:
            return Status.DISPUTED
        return Status.SHARED if len(fact.sources) > 1 else Status.ONE_SOURCE

    def corrected(self, fact: Fact, source: str) -> bool:
        """Whether it is the reader's word that ``source`` has the fact's sentence, or has it not."""
        sentences = {passage.sentence for passage in fact.passages}
        corrections = self._comparison.corrections
        return any(c.source == source and c.sentence in sentences for c in corrections)

    def select(self, kind: FactKind | None, status: Status, wanted: str, order: Order) -> list[Fact]:
        """The facts of a kind (None: any) and a status whose text has all words of ``wanted``, in order."""
        words = wanted.casefold().split()
        several = {Status.SHARED: True, Status.ONE_SOURCE: False}
        found = [
            fact
            for fact in self.facts
            if kind in (None, fact.kind)
            and all(word in fact.text.casefold() for word in words)
            and (status is not Status.DISPUTED or fact.id in self._disputed)
            and (status not in several or several[status] is (len(fact.sources) > 1))
        ]
        return sorted(found, key=self._key(order))

    def _key(self, order: Order) -> Callable[[Fact], tuple[float, ...]]:
        kinds = list(FactKind)
        keys: dict[Order, Callable[[Fact], tuple[float, ...]]] = {
            Order.WEIGHT: lambda fact: (-fact.weight,),
            Order.PLACE: lambda fact: (self._positions[fact.passages[0].sentence], fact.passages[0].start),
            Order.KIND: lambda fact: (kinds.index(fact.kind),),
            Order.SOURCES: lambda fact: (-len(fact.sources),),
        }
        return keys[order]
