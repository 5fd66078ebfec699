from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import Article, compare
from tui.model import Comparison, ConflictKind
from tui.wording.conflicts import why


def comparison(one: str, two: str, *dates: str | None) -> Comparison:
    days = dates or (None, None)
    return compare(
        [
            Article(name=name, paragraphs=(text,), date=day)
            for name, text, day in zip("ab", (one, two), days, strict=True)
        ]
    )


FIRE = "A fire in the old town of Oldport left {} people injured on Monday, the mayor said."
COST = "The council of Oldport will spend {} on the new bridge over the river."
ROAD = "The rescue boat was found {} north of the lighthouse at Cape Harrow."


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        (FIRE, "15", "22"),
        (FIRE, "fifteen", "22"),
        (FIRE, "at least 15", "at least 28"),
        (COST, "$4.5 million", "$6.2 million"),
        (COST, "€4.5bn", "€9 billion"),
        (COST, "12 percent of its budget", "21 percent of its budget"),
        (COST, "12% of its budget", "21% of its budget"),
        (COST, "12 percent of its budget", "21% of its budget"),
        (ROAD, "20 miles", "31 miles"),
        ("The river valley was closed for {} after the storm of Monday night.", "three days", "five days"),
        ("{} of the residents of Oldport voted for the new bridge.", "Two thirds", "Half"),
        ("Turnout in Oldport rose by {} in March.", "0.5 percentage points", "2 percentage points"),
        ("The {} Bay Summit opened in Oldport with a speech by the minister.", "22nd", "21st"),
        ("Rescuers took {} from the sinking boat off Oldport.", "between 5 and 7 people", "eleven people"),
        (
            "The council of Oldport pays the harbour pilot {} for his work.",
            "$90,000 a year",
            "$70,000 annually",
        ),
        ("The mayor said the works at Oldport harbour would cost {}.", "about $22 million", "$23 million"),
        (COST, "Rs 500 crore", "Rs 700 crore"),
        (COST, "Rs 5,00,00,000", "Rs 70 million"),
        (COST, "$1.5T", "$1.9 trillion"),
        (COST, "1’250’000 francs", "1,450,000 francs"),
        ("The harbour of Oldport has {} in the summer.", "5M visitors", "7 million visitors"),
        ("The harbour of Oldport has {} in the summer.", "12 500 visitors", "14,900 visitors"),
        ("The harbour of Oldport has {} in the summer.", "12,00,000 visitors", "1.5 million visitors"),
        ("Oldport beat Newhaven {} after extra time in the cup final.", "3-2", "3–1"),
        ("The council of Oldport approved the harbour bridge by {}.", "14 to 9", "14-8"),
        ("A storm hit the market of Oldport, {} on Monday.", "killing six", "killing nine"),
    ],
)
def test_values_that_cannot_both_hold_are_a_conflict(text: str, one: str, two: str) -> None:
    [conflict] = comparison(text.format(one), text.format(two)).conflicts
    assert conflict.kind is ConflictKind.NUMBER
    assert [passage.source for passage in conflict.between] == ["A", "B"]
    assert all(passage.text in why(conflict) for passage in conflict.between)


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        (FIRE, "5", "five"),
        (FIRE, "1,200", "1200"),
        (FIRE, "70", "about 70"),
        (FIRE, "more than 70", "75"),
        (FIRE, "twenty-one", "21"),
        (COST, "$4.5 million", "$4,500,000"),
        (COST, "$38bn", "$38 billion"),
        (COST, "35.7 percent of its budget", "36 percent of its budget"),
        (ROAD, "36 miles", "58 km"),
        (ROAD, "between 10 and 30 miles", "10-30 miles"),
        ("The strike went on for {} in the port of Oldport.", "two weeks", "14 days"),
        ("The strike went on for {} in the port of Oldport.", "two and a half hours", "150 minutes"),
        ("{} of the residents of Oldport voted for the new bridge.", "Half", "48 percent"),
        ("{} residents of Oldport voted for the new bridge.", "One in five", "20 percent of the"),
        ("The mayor said the works at Oldport harbour would cost {}.", "about $20 million", "$22 million"),
        ("The mayor said the works at Oldport harbour would cost {}.", "US$2.5 million", "$2,500,000"),
        ("Rescuers took {} from the sinking boat off Oldport.", "between 5 and 7 people", "six people"),
        ("The council of Oldport spent {} on the new bridge.", "between 5 and 7 million euros", "€5m-€7m"),
        ("The quarry of Oldport employs {}.", "two hundred and fifty people", "250 people"),
        (FIRE, "dozens of", "at least 40"),
        (FIRE, "70 or more", "75"),
        ("The council said {} of rock fell on the road.", "58 tonnes (57 tons)", "58 tonnes"),
        ("Damage to the mill was put at {}, the mayor said.", "$US1 million ($1.52 million)", "$1 million"),
        (COST, "£3bn", "3 billion pounds"),
        (COST, "Rs 5 crore", "Rs 50 million"),
        (COST, "1.000,50 euros", "1,000.50 euros"),
        (COST, "3,5 percent of its budget", "3.5 percent of its budget"),
        (COST, "north of $3 billion", "$3.2 billion"),
        (COST, ">40% of its budget", "42% of its budget"),
        ("The fair in Oldport drew {} in May.", "close to 50 sellers", "some 46 sellers"),
        ("The fair in Oldport drew {} in May.", "up to 50 sellers", "around 40 sellers"),
        ("The fair in Oldport drew {} in May.", "40-plus sellers", "43 sellers"),
        ("The fair in Oldport drew {} in May.", "~40 sellers", "41 sellers"),
        ("The fair in Oldport drew {} in May.", "48 000 sellers", "48,000 sellers"),
        ("The fair in Oldport drew {} in May.", "two dozen sellers", "twenty-four sellers"),
        ("Oldport beat Newhaven {} after extra time in the cup final.", "3-1", "3–1"),
    ],
)
def test_rounding_units_words_and_hedges_are_none(text: str, one: str, two: str) -> None:
    found = comparison(text.format(one), text.format(two))
    assert found.conflicts == ()
    assert found.differences == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The storm cut power to 40,000 homes in Oldport.",
            "Rescuers in Oldport used 12 boats and 3 helicopters.",
        ),
        (
            "Nine boats of the fishing fleet were lost in the storm off Oldport.",
            "Seven boats of the inner and two boats of the outer harbour were lost in the storm off Oldport.",
        ),
        (
            "In 2019 the council of Oldport approved 120 building permits.",
            "In 2023 the council of Oldport approved 310 building permits.",
        ),
        (
            "Brandt caught 41 fish in the bay of Oldport and gave a big party.",
            "Okonedo caught 17 fish in the bay of Oldport and gave a big party.",
        ),
        (
            "The port of Oldport previously had 12 cranes on its main quay.",
            "The port of Oldport has 19 cranes on its main quay.",
        ),
        ("Oldport beat Newhaven 3-1 on Sunday.", "Oldport beat Newhaven 4-2 in the cup final last year."),
        (
            "The flood in Oldport killed 12 people, five of them children.",
            "Seven adults and five children died in the flood in Oldport.",
        ),
        ("The flood in Oldport killed 12 people.", "The flood in Oldport killed five children."),
        (
            "Brandt needed nine points in the match against Newhaven on Sunday to break the record.",
            "Brandt broke the record with 20 points in the match against Newhaven on Sunday.",
        ),
        (
            "In the harbour of Oldport 30 percent of the boats were lost in the storm.",
            "After the storm 70 percent of the boats in the harbour of Oldport were safe.",
        ),
    ],
)
def test_other_quantities_and_parts_of_a_sum_are_none(one: str, two: str) -> None:
    assert comparison(one, two).conflicts == ()


def test_count_that_grows_with_the_reports_dates_is_an_update() -> None:
    text = "The earthquake near Oldport killed {} people on Sunday, the ministry said."
    found = comparison(text.format("12"), text.format("15"), "2025-03-02", "2025-03-03")
    assert found.conflicts == ()
    [update] = found.differences
    assert update.kind is ConflictKind.UPDATE


def test_count_that_shrinks_with_the_reports_dates_is_a_conflict() -> None:
    text = "The earthquake near Oldport killed {} people on Sunday, the ministry said."
    [conflict] = comparison(text.format("15"), text.format("12"), "2025-03-02", "2025-03-03").conflicts
    assert conflict.kind is ConflictKind.NUMBER


def test_number_of_another_clause_does_not_excuse_a_wrong_one() -> None:
    [conflict] = comparison(
        "Fish exports from Oldport rose 12.8%, while timber imports gained 10.5%, the port said.",
        "Oldport fish exports rose 10.5%.",
    ).conflicts
    assert conflict.kind is ConflictKind.NUMBER
    assert "“12.8%”" in why(conflict)


def test_count_of_one_thing_in_two_wordings_is_a_conflict() -> None:
    [conflict] = comparison(
        "Millions of people in Oldport lost the telephone after two undersea cables in the bay were hurt.",
        "Parts of Oldport had no telephone on Friday when three undersea cables in the bay were damaged.",
    ).conflicts
    assert conflict.kind is ConflictKind.NUMBER


def test_round_figure_for_an_exact_one_is_none() -> None:
    one = "The archive of Oldport opened 2,891 documents about the flood on Thursday, the mayor said."
    two = "On Thursday Oldport opened 2,800 documents about the flood, mostly letters and maps."
    assert comparison(one, two).conflicts == ()


def test_toll_of_a_later_day_is_an_update_without_dates_of_the_articles() -> None:
    found = comparison(
        "The harbour office of Oldport said the death toll of the flood had risen to 15 by late Wednesday.",
        "The harbour office of Oldport said the flood had a death toll of 24 early on Thursday.",
    )
    assert found.conflicts == ()
    assert [difference.kind for difference in found.differences] == [ConflictKind.UPDATE]


def test_some_of_the_dead_cannot_be_more_than_all_of_them() -> None:
    [conflict] = comparison(
        "The flood in Oldport killed 12 people.", "The flood in Oldport killed 19 children."
    ).conflicts
    assert conflict.kind is ConflictKind.NUMBER


def test_people_of_one_fate_are_counted_under_any_name() -> None:
    [conflict] = comparison(
        "Police in Oldport arrested 30 people after the riot at the harbour.",
        "After the riot at the harbour 45 demonstrators were arrested, police in Oldport said.",
    ).conflicts
    assert why(conflict).startswith("A has “30 people”, B has “45 demonstrators”")


def test_ages_of_one_person_are_compared_by_the_name() -> None:
    [conflict] = comparison(
        "Anna Brandt, 52, was found dead in her home in Oldport on Friday.",
        "The body of Anna Brandt, 57, a teacher, was discovered in Oldport.",
    ).conflicts
    assert "age of one person" in why(conflict)


@pytest.mark.parametrize("age", ["Anna Brandt (57)", "Anna Brandt, aged 57,", "57-year-old Anna Brandt"])
def test_ages_in_any_form_are_compared(age: str) -> None:
    one = "Anna Brandt (52) scored twice for Oldport in the cup final on Saturday."
    two = f"{age} scored twice for Oldport in the cup final on Saturday."
    [conflict] = comparison(one, two).conflicts
    assert "age of one person" in why(conflict)
    assert comparison(one, two.replace("57", "52")).conflicts == ()


def test_ages_of_two_people_are_none() -> None:
    one = "Anna Brandt, 52, was found dead in her home in Oldport on Friday."
    two = "Tom Okonedo, 31, was found dead in his home in Oldport on Friday."
    assert [c.kind for c in comparison(one, two).conflicts if c.kind is ConflictKind.NUMBER] == []


@pytest.mark.parametrize("word", ["arrested", "rescued", "killed", "injured", "infected"])
def test_count_of_people_that_a_later_report_has_larger_is_an_update(word: str) -> None:
    text = "In the riot at Oldport harbour {} people were {}, the ministry said."
    found = comparison(text.format(30, word), text.format(45, word), "2025-03-02", "2025-03-03")
    assert found.conflicts == ()
    assert [difference.kind for difference in found.differences] == [ConflictKind.UPDATE]


def test_count_that_the_later_text_says_has_risen_is_an_update() -> None:
    found = comparison(
        "The harbour of Oldport reported 120 cases of cholera.",
        "Cases of cholera in the harbour of Oldport have risen to 150 cases.",
    )
    assert found.conflicts == ()
    assert [difference.kind for difference in found.differences] == [ConflictKind.UPDATE]


def test_figure_that_both_sources_have_somewhere_is_none() -> None:
    one = "The court of Oldport jailed the smuggler for ten years on Friday. Brandt got four years in jail."
    two = "The court of Oldport jailed Brandt for four years on Friday. A smuggler was jailed for ten years."
    assert comparison(one, two).conflicts == ()


def test_sources_that_agree_are_named_together() -> None:
    text = "The flood in Oldport killed {} people."
    found = compare(
        [Article(name=n, paragraphs=(text.format(n),)) for n in ("12", "12", "19")],
    )
    [conflict] = found.conflicts
    assert why(conflict).startswith("A and B have “12 people”, C has “19 people”")


PIECES = (
    "about between half a one in two twenty - hundred dozens of million 7 3.5 1,200 50% $US1 A$5 22nd 1/2 ½ "
    "( ) , . people miles year old summit per 9 p.m. at noon Monday yesterday 31 February 2024"
).split()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*PIECES, "9" * 400]), max_size=20),
    st.sampled_from([None, "0001-01-01", "9999-12-31"]),
)
def test_any_run_of_numbers_and_units_is_read(words: list[str], day: str | None) -> None:
    one = f"The people of Oldport counted {' '.join(words)} boats in the harbour."
    two = one.replace("7", "9")
    for conflict in comparison(one, two, day, day).conflicts:
        assert conflict.between[0].text in one
        assert conflict.between[1].text in two
