"""Groups of aligned paragraphs that the reader takes apart or puts together."""

from __future__ import annotations

from collections.abc import Mapping

from tui.model import AlignmentGroup, Comparison, Level, Link, Report

Node = tuple[str, int]  # a source and one of its paragraphs

_READERS_SCORE = 1.0  # of a group that the reader put together


class Groups:
    """The alignment of a comparison, to be changed pair by pair; every paragraph stays in one group."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._members = [
            {(key, index) for key, indices in group.paragraphs.items() for index in indices}
            for group in comparison.groups
        ]
        self._scores = [group.score for group in comparison.groups]
        self._links = list(comparison.links)

    def part(self, one: str, other: str, reports: Mapping[str, Mapping[str, Report]]) -> None:
        """Take the paragraphs of two sentences apart, unless other sentences of theirs report each other."""
        here, there = self._node(one), self._node(other)
        if self._reported(here, there, reports) or self._reported(there, here, reports):
            return
        self._links = [link for link in self._links if set(link.between) != {here, there}]
        group = self._group(here)
        if there not in self._members[group]:
            return
        leaver = there if not self._tied(there, group, reports) else here
        self._leave(leaver, group)

    def join(self, one: str, other: str) -> None:
        """Put the paragraph of sentence ``other`` into the group of that of sentence ``one``."""
        here, there = self._node(one), self._node(other)
        group, before = self._group(here), self._group(there)
        if group == before:
            return
        self._links = [link for link in self._links if set(link.between) != {here, there}]
        self._members[before].discard(there)
        self._members[group].add(there)
        self._scores[group] = _READERS_SCORE
        self._settle(before)

    def groups(self) -> tuple[AlignmentGroup, ...]:
        """The groups as they stand, numbered from 1."""
        keys = [source.key for source in self._comparison.sources]
        kept = [
            (members, score) for members, score in zip(self._members, self._scores, strict=True) if members
        ]
        return tuple(
            AlignmentGroup(
                number, {key: tuple(sorted(i for k, i in members if k == key)) for key in keys}, score
            )
            for number, (members, score) in enumerate(kept, 1)
        )

    def links(self) -> tuple[Link, ...]:
        """The weaker ties as they stand, none within a group."""
        return tuple(
            link for link in self._links if self._group(link.between[0]) != self._group(link.between[1])
        )

    def _node(self, sentence: str) -> Node:
        found = self._comparison.sentences[sentence]
        return found.source, found.paragraph

    def _group(self, node: Node) -> int:
        return next(number for number, members in enumerate(self._members) if node in members)

    def _reported(self, one: Node, other: Node, reports: Mapping[str, Mapping[str, Report]]) -> bool:
        """Whether a sentence of the one paragraph is supported by one of the other."""
        key, index = one
        return any(
            report.level is not Level.NONE and self._node(support) == other
            for sentence in self._comparison.by_key[key].paragraphs[index].sentences
            for report in reports[sentence.id].values()
            for support in report.by
        )

    def _tied(self, node: Node, group: int, reports: Mapping[str, Mapping[str, Report]]) -> bool:
        """Whether anything else in the group holds a paragraph there."""
        return any(
            self._reported(node, other, reports) or self._reported(other, node, reports)
            for other in self._members[group]
            if other[0] != node[0]
        )

    def _leave(self, node: Node, group: int) -> None:
        self._members[group].discard(node)
        self._members.insert(group + 1, {node})
        self._scores.insert(group + 1, 0.0)
        self._settle(group)

    def _settle(self, group: int) -> None:
        """What one source alone has in a group is matched with nothing: a group for each paragraph."""
        members = self._members[group]
        if len({key for key, _ in members}) != 1:
            return
        singles = [{node} for node in sorted(members)]
        self._members[group : group + 1] = singles
        self._scores[group : group + 1] = [0.0] * len(singles)
