"""The columns there is room for, and their widths."""

from __future__ import annotations

from collections.abc import Sequence


def window(shown: Sequence[int], focus: int, first: int, count: int) -> tuple[int, ...]:
    """Choose ``count`` neighbouring columns, as near to the last choice as keeps ``focus`` in sight.

    Args:
        shown: the sources that are not hidden, in the order of their columns; ``focus`` is one of them.
        focus: the source that must be in sight.
        first: the source that was leftmost before.
        count: how many columns there is room for, at least 1.
    """
    count = min(count, len(shown))
    start = shown.index(first) if first in shown else 0
    at = shown.index(focus)
    start = min(max(start, at - count + 1), at, len(shown) - count)
    return tuple(shown[start : start + count])


def share(total: int, weights: Sequence[float], least: int) -> list[int]:
    """Divide ``total`` cells by ``weights``, none less than ``least`` where that is possible.

    Equal weights give equal widths, so that some cells may be left over.
    """
    least = min(least, total // len(weights))
    narrow: set[int] = set()
    while True:
        rest = total - least * len(narrow)
        weight = sum(w for i, w in enumerate(weights) if i not in narrow)
        widths = [least if i in narrow else int(rest * w / weight) for i, w in enumerate(weights)]
        found = {i for i, width in enumerate(widths) if width < least} - narrow
        if not found or len(narrow | found) == len(weights):
            return [max(least, width) for width in widths]
        narrow |= found
