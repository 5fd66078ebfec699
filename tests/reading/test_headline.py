from __future__ import annotations

import pytest
from checkout import SEEDS

from tui import Article
from tui.reading import read_article

STANDFIRST = "The council promises a ferry, but not before the end of the month."
BODY = (
    "The harbour bridge at Lunmouth was closed on Monday after a storm damaged two of its piers, the ports "
    "agency said.\n\nResidents asked the mayor of Lunmouth why nobody had told them of the storm damage."
)


def title_of(first: str, body: str = BODY) -> str | None:
    return Article.from_text(f"{first}\n\n{body}", name="A").title


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour bridge closed after storm",
        "STORM SHUTS HARBOUR BRIDGE",
        "Storm Shuts Harbour Bridge, Ports Agency Says",
        "Why was nobody told of the storm damage?",
        "‘Nobody told us’: Lunmouth’s mayor under fire over bridge",
        "Lunmouth: what we know about the bridge and who is to pay for it",
        "Bridge at Lunmouth to stay shut until 2031",
        "Mayor told of damage on Monday",
    ],
)
def test_a_headline_becomes_the_title_and_is_no_paragraph(headline: str) -> None:
    article = Article.from_text(f"{headline}\n\n{BODY}", name="A")
    assert article.title == headline
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize("separator", ["\n", "\n\n"])
def test_a_standfirst_under_the_headline_is_the_first_paragraph(separator: str) -> None:
    text = separator.join(("Harbour bridge closed after storm", STANDFIRST, *BODY.split("\n\n")))
    article = Article.from_text(text, name="A")
    assert article.title == "Harbour bridge closed after storm"
    assert article.paragraphs == (STANDFIRST, *BODY.split("\n\n"))


def test_a_headline_wrapped_over_two_lines_is_one() -> None:
    wrapped = "Harbour bridge closed after storm damages two of its\npiers, ports agency says"
    assert (
        title_of(wrapped) == "Harbour bridge closed after storm damages two of its piers, ports agency says"
    )


@pytest.mark.parametrize(
    "line",
    [
        "The bridge was closed on Monday.",
        "“The bridge is closed,” the mayor said.",
        "The bridge is closed. Nobody was told about it",
        "By Jane Roe",
        "By Jane Roe and John Doe, Harbour Correspondents",
        "Jane Roe",
        "Jane Roe and John Doe",
        "Updated at 5:18 p.m. ET",
        "Published 3 January 2031, 10:30 GMT",
        "Monday, January 3, 2031",
        "3rd of March 2031 at 10:30 a.m.",
        "ANALYSIS/OPINION:",
        "LUNMOUTH, Jan. 3 (Coastal Press) —",
        "FILE - The harbour bridge at Lunmouth before the storm",
        "The harbour bridge after the storm (Jane Roe/Coastal Press)",
        "The harbour bridge and the mayor buried their differences for an...",
        "Subscribe to our newsletter",
        "The storm damage to the bridge at Lunmouth is, as the ports agency and the mayor both admit, far "
        "worse than anyone had been told",
    ],
)
def test_what_only_stands_where_a_headline_stands_is_body(line: str) -> None:
    assert title_of(line) is None


@pytest.mark.parametrize(
    "fragment", ["Simultaneously, the bridge at the", "The storm damage of the 22", "The harbour bridge,"]
)
def test_a_broken_off_fragment_is_no_headline(fragment: str) -> None:
    assert title_of(fragment) is None


@pytest.mark.parametrize(
    "text", ["Harbour bridge closed after storm", "STORM!", "Harbour bridge closed\n\n\n"]
)
def test_one_paragraph_is_body_whatever_it_looks_like(text: str) -> None:
    article = Article.from_text(text, name="A")
    assert article.title is None
    assert article.paragraphs == (text.strip(),)


def test_a_line_about_something_else_is_no_headline() -> None:
    assert title_of("Get cooking tips every weekend") is None


def test_a_title_that_is_given_is_taken_as_it_is() -> None:
    article = Article.from_text(
        f"Harbour bridge closed after storm\n\n{BODY}", name="A", title=" Bridge \x1b shut. "
    )
    assert article.title == "Bridge \ufffd shut."
    assert article.paragraphs[0] == "Harbour bridge closed after storm"


def test_a_title_that_is_given_is_not_repeated_as_a_paragraph() -> None:
    text = f"The bridge is shut.\n\n{BODY}"
    assert Article.from_text(text, name="A", title="The bridge is shut.").paragraphs == tuple(
        BODY.split("\n\n")
    )


def test_a_headline_in_writing_without_case() -> None:
    assert (
        title_of("台風で橋が通行止め", "港の橋は通行止めになった。\n\n住民は知らされていなかった。")
        == "台風で橋が通行止め"
    )


@pytest.mark.parametrize(
    ("name", "title", "count", "start"),
    [
        (
            "000_c3ac04d83d6f5e0c",
            "Jaishankar and Rubio hold warm talks on India-U.S. ties",
            11,
            "The meeting unfolded",
        ),
        ("001_c6b76b80bdb444ea", None, 12, "India’s External Affairs Minister"),
        ("004_a0f672ec57f9492b", None, 8, "Union External Affairs Minister"),
    ],
)
def test_the_samples(name: str, title: str | None, count: int, start: str) -> None:
    article = read_article(str(SEEDS / f"{name}.txt"))
    assert (article.name, article.title, len(article.paragraphs)) == (name, title, count)
    assert article.paragraphs[0].startswith(start)


def test_controls_of_the_page_above_a_headline_stay_in_the_body() -> None:
    article = Article.from_text(f"Skip to content\nStorm shuts harbour bridge\n\n{BODY}", name="A")
    assert article.title == "Storm shuts harbour bridge"
    assert article.paragraphs[0] == "Skip to content"
