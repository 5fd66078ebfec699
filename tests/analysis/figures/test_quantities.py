from __future__ import annotations

import pytest

from tui.analysis.figures.quantities import Quantity, find_quantities
from tui.analysis.text.story import Story
from tui.model import Article


def found(text: str) -> list[Quantity]:
    return find_quantities(Story.of([Article("Gazette", (text,))]).units[0])


@pytest.mark.parametrize(
    ("text", "value", "dimension", "words"),
    [
        ("He paid $4.5 million.", 4_500_000, "dollar", "$4.5 million"),
        ("He paid US$2.5 million.", 2_500_000, "dollar", "US$2.5 million"),
        ("A $38-billion deal.", 38_000_000_000, "dollar", "$38-billion"),
        ("It cost €4bn.", 4_000_000_000, "euro", "€4bn"),
        ("Rs 500 crore was paid.", 5_000_000_000, "rupee", "Rs 500 crore"),
        ("About 70 people died.", 70, "dead", "70 people"),
        ("There were zero deaths.", 0, "dead", "zero deaths"),
        ("More than 100 others were hurt.", 100, "hurt", "100 others"),
        ("A dozen boats sank.", 12, "count", "A dozen boats"),
        ("Two dozen boats sank.", 24, "count", "Two dozen boats"),
        ("Twenty-one men came.", 21, "count", "Twenty-one men"),
        ("Two hundred and fifty men came.", 250, "count", "Two hundred and fifty men"),
        ("Twelve hundred homes burnt.", 1200, "count", "Twelve hundred homes"),
        ("One hundred thousand people came.", 100_000, "count", "One hundred thousand people"),
        ("1,200 men came.", 1200, "count", "1,200 men"),
        ("He got 5m votes.", 5_000_000, "count", "5m votes"),
        ("It hit 1.5 lakh people.", 150_000, "count", "1.5 lakh people"),
        ("Half a million people came.", 500_000, "count", "Half a million people"),
        ("Three quarters of a million homes burnt.", 750_000, "count", "Three quarters of a million homes"),
        ("A 12-member panel met.", 12, "count", "12-member"),
        ("Half of the homes burnt.", 50, "percent", "Half"),
        ("A quarter of the town burnt.", 25, "percent", "A quarter"),
        ("Nine tenths of the homes burnt.", 90, "percent", "Nine tenths"),
        ("One in five voters stayed at home.", 20, "percent", "One in five"),
        ("It hit 3 out of 4 people.", 75, "percent", "3 out of 4"),
        ("Ten per cent of the homes burnt.", 10, "percent", "Ten per cent"),
        ("Eighty-five percent voted.", 85, "percent", "Eighty-five percent"),
        ("It rose 0.5%.", 0.5, "percent", "0.5%"),
        ("It rose 0.5 percentage points.", 0.5, "points", "0.5 percentage points"),
        ("Two and a half days passed.", 2.5, "time", "Two and a half days"),
        ("4½ days passed.", 4.5, "time", "4½ days"),
        ("4 1/2 days passed.", 4.5, "time", "4 1/2 days"),
        ("It is 5km away.", 5000, "length", "5km"),
        ("Anna Brandt, 52, was held.", 52, "age", "52"),
        ("17-year-old Jane Roe died.", 17, "age", "17-year-old"),
        ("The 22nd summit began.", 22, "ordinal", "22nd summit"),
    ],
)
def test_a_quantity_of_a_text(text: str, value: float, dimension: str, words: str) -> None:
    [quantity] = found(text)
    assert quantity.value == pytest.approx(value)
    assert (quantity.dimension, quantity.text) == (dimension, words)
    assert text[quantity.start : quantity.end] == words


@pytest.mark.parametrize(
    ("text", "low", "top"),
    [
        ("Between 5 and 7 million homes lost power.", 5_000_000, 7_000_000),
        ("It cost $1-2 million.", 1_000_000, 2_000_000),
        ("100 to 150 people came.", 100, 150),
        ("5 or 6 boats sank.", 5, 6),
        ("150,000-200,000 people came.", 150_000, 200_000),
        ("Dozens of boats sank.", 18, 240),
        ("Several hundred people came.", 150, 2000),
    ],
)
def test_a_range_of_a_text(text: str, low: float, top: float) -> None:
    [quantity] = found(text)
    assert (quantity.value, quantity.top) == (low, top)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Nearly 2,000 homes burnt.", "about"),
        ("2,000-odd homes burnt.", "about"),
        ("At least 12 people were killed.", "min"),
        ("70 or more people came.", "min"),
        ("Less than a third of the homes burnt.", "max"),
        ("As many as 40 boats sank.", "max"),
        ("40 boats sank.", ""),
    ],
)
def test_how_surely_a_quantity_is_given(text: str, hedge: str) -> None:
    [quantity] = found(text)
    assert quantity.hedge == hedge


@pytest.mark.parametrize(
    "text",
    [
        "Oldport won 3-1.",
        "In 2019 it rained.",
        "On May 5 it rained.",
        "At 5 p.m. it rained.",
        "No. 5 was cut.",
        "A third man came.",
        "The G20 summit began.",
        "Version 1.2.3 came out.",
        "A score of boats sank.",
        "",
    ],
)
def test_no_quantity_in_a_text(text: str) -> None:
    units = Story.of([Article("Gazette", (text,))]).units
    assert [quantity for unit in units for quantity in find_quantities(unit)] == []


def test_what_a_rate_is_for_and_what_only_repeats_a_measure() -> None:
    [pay] = found("It cost £1.2m a year.")
    assert pay.per == "year"
    miles, kilometres = found("It is 36 miles (58 km) long.")
    assert (miles.again, kilometres.again) == (False, True)


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        ("12% of it", "12 percent of it", True),
        ("a tenth of it", "10 percent of it", True),
        ("12% of it", "21% of it", False),
        ("36 miles", "58 km", True),
        ("3,500 homes", "about 3,512 homes", True),
        ("at least 40 boats", "52 boats", True),
        ("at most 40 boats", "52 boats", False),
    ],
)
def test_two_quantities_may_both_hold(one: str, two: str, agree: bool) -> None:
    [first], [second] = found(one), found(two)
    assert first.kind == second.kind
    assert first.agrees(second) is agree
    assert second.agrees(first) is agree
