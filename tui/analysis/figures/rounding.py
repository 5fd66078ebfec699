"""Whether two numbers can be one, given more and less exactly."""

from __future__ import annotations


def fewer_decimals(one: float, two: float) -> bool:
    """Whether one is the other with fewer decimals: 3.5 or 4 for 3.52."""
    return any(round(a, places) == b for a, b in ((one, two), (two, one)) for places in (0, 1))


def cut_or_rounded(one: float, two: float) -> bool:
    """Whether one is the other cut or rounded to two figures or more: 2,800 for 2,891."""
    for rough, exact in ((one, two), (two, one)):
        place = 1.0
        while rough >= 100 * place and rough % (10 * place) == 0:
            place *= 10
        if place > 1 and abs(rough - exact) < place:
            return True
    return False


def precision(number: float) -> float:
    """The size of the last figure that is not 0, five times that for a 5: 10 for 120, 5 for 15."""
    place = 0.01
    while place < number and round(number / (place * 10), 6).is_integer():
        place *= 10
    return place * 5 if round(number / place) % 5 == 0 else place
