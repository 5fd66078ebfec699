"""Text out of a PDF reads on over its pages."""

from __future__ import annotations

import pytest

from tui.reading import article_from_text

HEAD = "Harbour Gazette          5 March 2024"
ONE = "The ferry ran aground off Marl on Tuesday and was towed to"
TWO = "the harbour of Oldport at night, its captain said."
WHOLE = (f"{ONE} {TWO}",)


def paragraphs(text: str) -> tuple[str, ...]:
    article = article_from_text(text, name="A")
    return (*((article.title,) if article.title else ()), *article.paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n\n{ONE}\n\nPage 1 of 2\n{HEAD}\n\n{TWO}\n\nPage 2 of 2\n",
        f"{ONE}\n\f{TWO}\n\f",
        f"{ONE}\r\n\f{TWO}\r\n\f",
        f"{HEAD}\n{ONE}\n1\n\f{HEAD}\n{TWO}\n2\n\f",
        f"{ONE}\n\n- 1 -\n\n{TWO}\n\n- 2 -\n",
        f"{ONE}\n\n1/2\n\n{TWO}\n\n2/2\n",
        f"{ONE}\n\nPage 4\n\n{TWO}\n\nPage 5\n",
        f"1 Harbour Gazette\n\n{ONE}\n\f2 Harbour Gazette\n\n{TWO}\n",
        f"{ONE}\n\n\fHarbour Gazette, page 1\n\f{TWO}\n\nHarbour Gazette, page 2\n".replace("\f", "", 1),
        f"{ONE}\n\nPage 1 of 2\n\n{TWO}",
    ],
)
def test_running_heads_and_page_numbers_are_no_text(text: str) -> None:
    assert paragraphs(text) == WHOLE


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("no other rise will be permit-", "ted before the end of the year.", "permitted"),
        (
            "the charges depend on the price-",
            "determining factors of all.",
            "price-determining",
        ),
        (
            "households of those with a low\n-",
            "income card will pay a half.",
            "low-income",
        ),
        ("the council has made an agree-", "ment with the ferry's owners.", "agreement"),
        ("one of them who was told is a well-", "known baker of the lower town.", "well-known"),
        ("they are over, the two- and three-", "year terms of the council.", "three-year"),
    ],
)
def test_a_broken_word_is_one_again_and_a_hyphen_of_its_own_stays(
    before: str, after: str, whole: str
) -> None:
    text = f"The council of the town met on Monday\nfor an hour and was told that\n{before}\n{after}"
    assert whole in " ".join(paragraphs(text))


@pytest.mark.parametrize(
    "text",
    [
        "Storm hits Marl\n\nThe ferry ran aground.\n\nStorm hits Marl\n\nIt was towed to Oldport.",
        "The score was:\n\n3/4\n\nThe ferry ran aground.",
        "The ferry ran aground.\n\n2\n\nIt was towed to Oldport.\n\n3\n\nNobody was hurt.",
        "Page one of the paper said so.\n\nPage two did not.",
    ],
)
def test_what_stands_on_no_page_stays(text: str) -> None:
    assert paragraphs(text) == tuple(text.split("\n\n"))


def test_a_headline_that_runs_over_the_pages_stays_once() -> None:
    head = "Ferry runs aground off Marl"
    article = article_from_text(f"{head}\n\n{ONE}\n\f{head}\n\n{TWO}\n", name="A")
    assert (article.title, article.paragraphs) == (head, WHOLE)


def test_pages_that_end_with_a_sentence_are_paragraphs_apart() -> None:
    assert paragraphs("The ferry ran aground.\n\fIt was towed to Oldport.\n") == (
        "The ferry ran aground.",
        "It was towed to Oldport.",
    )
