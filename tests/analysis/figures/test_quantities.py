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
    ("text", "value", "dimension"),
    [
        ("It has 12 500 readers.", 12_500, "count"),
        ("On May 12 500 men came.", 500, "count"),
        ("It built 45 300-seat halls.", 300, "count"),
        ("It cost 1’250’000 francs.", 1_250_000, "franc"),
        ("It cost 1 250 000,50 euros.", 1_250_000.5, "euro"),
        ("It cost 1.000,50 euros.", 1000.5, "euro"),
        ("It has 12,00,000 readers.", 1_200_000, "count"),
        ("It cost ₹5,00,00,000.", 50_000_000, "rupee"),
        ("It holds $387,737,263.24.", 387_737_263.24, "dollar"),
        ("It rose 3,5 percent.", 3.5, "percent"),
        ("It has 3,500 readers.", 3500, "count"),
        ("It cost 12,4 billion euros.", 12.4e9, "euro"),
        ("It rose 12·5 percent.", 12.5, "percent"),
        ("It rose 25 %.", 25, "percent"),
        ("It rose 10pc.", 10, "percent"),
        ("It has 800K readers.", 800_000, "count"),
        ("It has 5M readers.", 5_000_000, "count"),
        ("It is worth $1.5T.", 1.5e12, "dollar"),
        ("It paid $7M.", 7_000_000, "dollar"),
        ("It has 1.2 mn readers.", 1_200_000, "count"),
        ("It cost 3.4 bn euros.", 3.4e9, "euro"),
        ("It cost 2 trn yen.", 2e12, "yen"),
        ("It has 12 lakh readers.", 1_200_000, "count"),
        ("She won the 5,000m race.", 5000, "length"),
        ("She won the 100m final.", 100, "length"),
        ("It is 200m from the shore.", 200, "length"),
        ("It fell to minus 5 degrees.", -5, "degree"),
        ("It fell to minus 12 overnight.", -12, "degree"),
        ("It fell to −12°C.", -12, "degree"),
        ("It is down -2.5%.", -2.5, "percent"),
        ("It hit 40C.", 40, "degree"),
        ("It hit 104 degrees Fahrenheit.", 104, "fahrenheit"),
        ("Winds of 120 km/h hit.", 120, "speed"),
        ("Winds of 75 miles per hour hit.", 120.7008, "speed"),
        ("It covers 50 km².", 50_000_000, "surface"),
        ("A half-hour passed.", 0.5 / 24, "time"),
        ("It took nine minutes and 46 seconds.", 586 / 86400, "time"),
        ("It took 3 hours, 20 minutes.", 200 / 1440, "time"),
        ("A magnitude 7.2 quake hit.", 7.2, "magnitude"),
        ("A quake with a magnitude of 7.2 hit.", 7.2, "magnitude"),
        ("A 7.2-magnitude quake hit.", 7.2, "magnitude"),
        ("It has 12[3] readers.", 12, "count"),
        ("It has 12² readers.", 12, "count"),
        ("It has 12* readers.", 12, "count"),
        ("A mother of four died.", 4, "count"),
        ("A mother of four dies in a flood.", 4, "count"),
        ("Anna Brandt (52) came.", 52, "age"),
        ("Anna Brandt, aged 52, came.", 52, "age"),
        ("Anna Brandt is 52.", 52, "age"),
        ("Anna Brandt turned 52 on Friday.", 52, "age"),
        ("Anna Brandt, nine, came.", 9, "age"),
        ("At least 12 were killed.", 12, "dead"),
        ("Five have died.", 5, "dead"),
        ("It hit a market, killing six.", 6, "dead"),
        ("It hit a market, wounding at least 120.", 120, "hurt"),
        ("The toll stood at 31.", 31, "dead"),
        ("The toll in Port Harrow was 31.", 31, "dead"),
        ("Deaths rose to 44 on Friday.", 44, "dead"),
        ("The number of injured climbed to 120.", 120, "hurt"),
        ("More than 1,000 have been displaced.", 1000, "displaced"),
        ("Police arrested 35.", 35, "arrested"),
        ("The storm killed 30 cattle.", 30, "count"),
        ("78 were Iranian.", 78, "count"),
    ],
)
def test_a_figure_as_it_is_meant(text: str, value: float, dimension: str) -> None:
    [quantity] = found(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.dimension == dimension


def test_a_fate_of_two_numbers_belongs_to_each() -> None:
    six, others = found("A bomb went off, killing six people and wounding 120 others.")
    assert [(q.value, q.dimension) for q in (six, others)] == [(6, "dead"), (120, "hurt")]


def test_a_share_and_a_sum_make_no_range() -> None:
    share, total = found("It rose by 0.5% to 1,250 euros.")
    assert [(q.value, q.top) for q in (share, total)] == [(0.5, 0.5), (1250, 1250)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oldport won 3-1.", "3-1"),
        ("Oldport beat Newhaven 3–1 on Sunday.", "3–1"),
        ("The 1-0 win came late.", "1-0"),
        ("The House voted 348-77 for it.", "348-77"),
        ("The panel voted 14 to 9 for it.", "14 to 9"),
        ("It passed by 14 to 9.", "14 to 9"),
        ("The 5-4 ruling came late.", "5-4"),
        ("He was 29-of-34 passing.", "29-of-34"),
    ],
)
def test_a_score_of_a_text(text: str, words: str) -> None:
    [quantity] = found(text)
    assert (quantity.dimension, quantity.text) == ("score", words)


@pytest.mark.parametrize(
    "text", ["Oldport lost 3-5 boats.", "The council approved 3-5 projects.", "It passed 5 to 9 exams."]
)
def test_a_range_is_no_score(text: str) -> None:
    [quantity] = found(text)
    assert (quantity.dimension, quantity.top > quantity.value) == ("count", True)


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
        ("Up to 40 boats sank.", "max"),
        ("Just short of 40 boats sank.", "max"),
        ("Some 40 boats sank.", "about"),
        ("Close to 40 boats sank.", "about"),
        ("~40 boats sank.", "about"),
        ("In the region of 40 boats sank.", "about"),
        ("No fewer than 40 boats sank.", "min"),
        ("Upwards of 40 boats sank.", "min"),
        ("It cost north of $3 billion.", "min"),
        ("It lost >40% of its ice.", "min"),
        ("The 40-plus boats sank.", "min"),
        ("40+ boats sank.", "min"),
        ("40 boats sank.", ""),
    ],
)
def test_how_surely_a_quantity_is_given(text: str, hedge: str) -> None:
    [quantity] = found(text)
    assert quantity.hedge == hedge


@pytest.mark.parametrize(
    "text",
    [
        "Oldport has 3-1.",
        "A Boeing 737 crashed.",
        "The Kestrel 900 crashed.",
        "A 4x4 hit the wall.",
        "The 5G masts fell.",
        "Flat 5B burnt.",
        "The rooms 3,5,7 were shut.",
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
        ("close to 50 boats", "some 46 boats", True),
        ("12 500 boats", "12,900 boats", False),
        ("minus 5 degrees", "5 degrees", False),
        ("minus 5 degrees", "minus 9 degrees", False),
        ("-2.5% of it", "2.5% of it", True),
        ("They won 3-1", "They won 3–1", True),
        ("They won 3-1", "They lost 1-3", True),
        ("They won 3-1", "They won 3-2", False),
        ("60 mph", "97 km/h", True),
    ],
)
def test_two_quantities_may_both_hold(one: str, two: str, agree: bool) -> None:
    [first], [second] = found(one), found(two)
    assert first.kind == second.kind
    assert first.agrees(second) is agree
    assert second.agrees(first) is agree
