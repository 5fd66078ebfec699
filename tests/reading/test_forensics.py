from __future__ import annotations

from pathlib import Path

import pytest
from checkout import SEEDS

from tui import Article
from tui.reading import article_from_text, read_article, read_articles

BODY = "The harbour bridge was closed on Monday.\n\nResidents asked the mayor why nobody had told them.\n\n"


def kinds(text: str) -> list[str]:
    return [caution.kind for caution in Article.from_text(text, name="A").warnings]


@pytest.mark.parametrize(
    "end",
    [
        "Simultaneously, the town’s work on the 22",
        "The council will meet again on Friday. It is expected to vote on the ferry after the agency has sho",
        "The council will meet again on Friday to vote on the",
        "The council, which is to meet again on Friday,",
        "The mayor said that the council had been told of the crack a week before the storm and had not",
        "The agency’s engineer said: “We cannot let a single",
        "The mayor met the engineer. She was joined by the head of the agency, Jane",
        "The work will cost about $",
    ],
)
def test_a_text_that_breaks_off_is_reported(end: str) -> None:
    assert kinds(BODY + end) == ["truncated"]


@pytest.mark.parametrize(
    "end",
    [
        "The council will meet again on Friday.",
        "“We were not told,” she said. “Not one of us.”",
        "Who is to pay for it?",
        "The council will decide (probably on Friday).",
        "The council met again…",
        "The council met again on Friday… Read more",
        "Read the whole report at https://ports.example.org/the-bridge",
        "Read or share this story: https://ports.example.org/the-bridge",
        "More: How long will the bridge stay closed to all the traffic",
        "More:How long will it last? Here are lessons from the last closure of the bridge",
        "Write to Jane Roe at jane.roe@example.org",
        "Follow the harbour desk on @lunmouth_harbour",
        "Jane Roe",
        "— Jane Roe",
        "Lunmouth, 3 January 2031",
        "With Coastal Press",
        "The Coastal Press contributed to this report",
        "Additional reporting by Jane Roe in the town of Lunmouth",
        "Contributing: Jane Roe, the Coastal Press; John Doe, the Island Mail",
        "The bridge at Lunmouth is seen after the storm. Jane Roe/Getty Images",
        "The harbour bridge in the morning after the storm | Coastal Press",
        "Ferry starts on Monday",
        "You might also be interested in:",
        "-30-",
        "ENDS",
    ],
)
def test_a_text_that_merely_ends_without_a_full_stop_is_not(end: str) -> None:
    assert kinds(BODY + end) == []


def test_a_list_without_full_stops_is_not_broken_off() -> None:
    lines = (
        "The mayor of the town",
        "The head of the ports agency",
        "All of the people who live by the old fish market",
    )
    assert kinds("\n\n".join(lines)) == []


def test_the_sample_that_breaks_off_says_where() -> None:
    (caution,) = read_article(str(SEEDS / "001_c6b76b80bdb444ea.txt")).warnings
    assert caution.kind == "truncated"
    assert "in the 22" in caution.message


@pytest.mark.parametrize("name", ["000_c3ac04d83d6f5e0c", "004_a0f672ec57f9492b"])
def test_the_whole_samples_give_no_cause(name: str) -> None:
    assert read_article(str(SEEDS / f"{name}.txt")).warnings == ()


@pytest.mark.parametrize("opening", ["“", '"'])
def test_a_quotation_that_never_closes_is_reported_with_its_place(opening: str) -> None:
    text = f"The bridge was closed.\n\n{opening}We were not told, the mayor said.\n\nThe council met."
    (caution,) = Article.from_text(text, name="A").warnings
    assert caution.kind == "unclosed-quote"
    assert "paragraph 2" in caution.message


@pytest.mark.parametrize(
    "text",
    [
        "“We were not told,” the mayor said. “Nobody was.”\n\nThe council met.",
        "“We were not told.\n\n“Nobody was,” the mayor said.\n\nThe council met.",
        '“We were not told," the mayor said.\n\nThe council met.',
        'The bridge is 6" too low.\n\nThe council met.',
        "„Wir wussten nichts“, sagte sie.\n\nDer Rat tagte.",
        "« Nous ne savions rien », dit-elle.\n\nLe conseil s’est réuni.",
        "»Wir wussten nichts«, sagte sie.\n\nDer Rat tagte.",
    ],
)
def test_quotations_that_close_are_not_reported(text: str) -> None:
    assert kinds(text) == []


def test_of_many_open_quotations_only_the_first_are_named() -> None:
    (caution,) = article_from_text("“We knew nothing of it.\n\nThe council met.\n\n" * 9, name="one").warnings
    assert caution.message == "A quotation opens and never closes in paragraphs 1, 3, 5, 7, 9 and 4 more."


def test_the_same_text_twice_is_pointed_out_once(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(
            BODY if name != "two" else BODY + "The ferry starts soon.", "utf-8"
        )
    one, two, three = read_articles(str(tmp_path / f"{name}.txt") for name in ("one", "two", "three"))
    assert (one.warnings, two.warnings) == ((), ())
    (caution,) = three.warnings
    assert caution.kind == "duplicate"
    assert "“one”" in caution.message


@pytest.mark.parametrize("page", ["Share", "3 min read", "Comments (23)", "Read more: Why bridges fail"])
def test_a_text_is_cut_off_before_lines_of_the_page_as_well(page: str) -> None:
    assert kinds(f"{BODY}The mayor said that the ferry would not start before the\n\n{page}") == ["truncated"]
    assert kinds(f"{BODY}The mayor said that the ferry would start.\n\n{page}") == []
