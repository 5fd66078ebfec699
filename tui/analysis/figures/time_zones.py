"""Time zones by their short names: how far their clocks are ahead of Greenwich."""

from __future__ import annotations

# Minutes; several where a name stands for several zones, or for both halves of the year.
_OFFSETS = {
    "gmt": (0,), "utc": (0,), "bst": (60,), "cet": (60,), "cest": (120,), "eet": (120,), "eest": (180,),
    "msk": (180,), "ist": (330, 120, 60), "jst": (540,), "kst": (540,), "aest": (600,), "aedt": (660,),
    "est": (-300,), "edt": (-240,), "et": (-300, -240), "cst": (-360, 480), "cdt": (-300,),
    "ct": (-360, -300), "mst": (-420,), "mdt": (-360,), "mt": (-420, -360), "pst": (-480,),
    "pdt": (-420,), "pt": (-480, -420),
}  # fmt: skip
_LONGEST_FIRST = [name.upper() for name in sorted(_OFFSETS, key=len, reverse=True)]
ZONES = "|".join([*_LONGEST_FIRST, "local time"])
"""The alternatives of a pattern for the name of a zone."""
LONG_ZONES = "|".join([*(name for name in _LONGEST_FIRST if len(name) > 2), "local time"])
"""The same without those that may be units too: 1200 MT."""


def differences(one: str, two: str) -> tuple[int, ...]:
    """List the minutes by which the clock of one zone may be ahead of that of another.

    A zone that is not named is the place's own, as "local time" is: it is ahead of no other of those, and
    by how much of a named one is not known, which is no difference at all.
    """
    first, second = _OFFSETS.get(one), _OFFSETS.get(two)
    if one == two or (first is None and second is None):
        return (0,)
    if first is None or second is None:
        return ()
    same_place = one[0] == two[0] and {one[1:], two[1:]} <= {"st", "dt", "t"}
    found = {a - b for a in first for b in second}
    # Standard time is often said for the summer's.
    return tuple(sorted(found | {0} if same_place else found))
