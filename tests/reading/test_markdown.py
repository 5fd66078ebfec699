from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import Article
from tui.reading import clean, read_article
from tui.reading.article import article_from_markdown

BODY = "The bridge was closed on Monday.\n\nThe council met."
PARAGRAPHS = tuple(BODY.split("\n\n"))


def read(text: str) -> Article:
    return article_from_markdown(text, name="bridge")


def test_front_matter_names_the_source() -> None:
    article = read(
        f"---\nsource: Island Mail\ntitle: Bridge shut\ndate: 2031-01-03\nurl: https://example.org/a\n---\n{BODY}"
    )
    assert (article.name, article.title, article.date) == ("Island Mail", "Bridge shut", "2031-01-03")
    assert article.url == "https://example.org/a"
    assert article.paragraphs == PARAGRAPHS
    assert article.warnings == ()


@pytest.mark.parametrize(
    "date", ["2031-01-03", "'2031-01-03'", "2031-01-03T10:00:00Z", "2031-01-03 10:00:00"]
)
def test_dates_are_iso_dates(date: str) -> None:
    assert read(f"---\ndate: {date}\n---\n{BODY}").date == "2031-01-03"


@pytest.mark.parametrize(
    "line",
    [
        "date: 3 January 2031",
        "date: 2031-13-45",
        "url: javascript:alert(1)",
        "url: 'http://[bad'",
        "url: file:///x",
    ],
)
def test_what_is_no_date_or_address_is_left_out_and_said(line: str) -> None:
    article = read(f"---\ntitle: Bridge shut\n{line}\n---\n{BODY}")
    assert (article.title, article.date, article.url) == ("Bridge shut", None, None)
    assert [caution.kind for caution in article.warnings] == ["front-matter"]


@pytest.mark.parametrize("title", ["2031", "yes", "null", "1.0"])
def test_a_title_that_looks_like_a_value_stays_as_written(title: str) -> None:
    assert read(f"---\ntitle: {title}\n---\n{BODY}").title == title


@pytest.mark.parametrize(
    "matter",
    [
        "title: [unclosed",
        "title: 'x",
        "title: a: b: c",
        "title: !!python/object:os.system x\n- y",
        "title: " + "[" * 2000,
    ],
)
def test_front_matter_that_cannot_be_read_is_body(matter: str) -> None:
    article = read(f"---\n{matter}\n---\n\n{BODY}")
    assert [caution.kind for caution in article.warnings] == ["front-matter"]
    assert matter.split()[0] in " ".join((article.title or "", *article.paragraphs))
    assert article.paragraphs[-2:] == PARAGRAPHS


def test_front_matter_that_never_ends_is_body() -> None:
    article = read(f"---\ntitle: Bridge shut\n\n{BODY}")
    assert article.paragraphs[-2:] == PARAGRAPHS
    assert [caution.kind for caution in article.warnings] == ["front-matter"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    article = read(f"---\n\n{BODY}\n\n---\n")
    assert article.paragraphs == PARAGRAPHS
    assert article.warnings == ()


def test_lists_and_nested_values_in_front_matter_are_passed_over() -> None:
    article = read(f"---\ntitle: [a, b]\nsource: {{x: y}}\ntags:\n- z\n---\n{BODY}")
    assert (article.name, article.title, article.warnings) == ("bridge", None, ())


def test_the_first_heading_is_the_title() -> None:
    article = read(f"# Bridge *shut* after [storm](https://example.org)\n\n{BODY}")
    assert article.title == "Bridge shut after storm"
    assert article.paragraphs == PARAGRAPHS


def test_later_headings_are_paragraphs() -> None:
    assert read(f"# Bridge shut\n\n{BODY}\n\n## The ferry\n\nIt runs.").paragraphs == (
        *PARAGRAPHS,
        "The ferry",
        "It runs.",
    )


def test_a_heading_that_repeats_the_title_of_the_front_matter_is_not_shown_twice() -> None:
    assert read(f"---\ntitle: Bridge shut\n---\n# Bridge shut\n\n{BODY}").paragraphs == PARAGRAPHS


def test_without_a_heading_a_headline_is_looked_for() -> None:
    assert read(f"**Bridge closed, council meets**\n\n{BODY}").title == "Bridge closed, council meets"


def test_a_heading_alone_is_body() -> None:
    article = read("# Bridge shut")
    assert (article.title, article.paragraphs) == (None, ("Bridge shut",))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("A *b* **c** `d` _f_", "A b c d f"),
        ("Some ~~40~~ 45 houses", "Some 45 houses"),
        ("Some <del>40</del> <ins>45</ins> houses, said <s>Brook</s> Orm", "Some 45 houses, said Orm"),
        ("<div>\n<del>40</del> 45 houses\n</div>", "45 houses"),
        ("It took ~5 days ~ and ~~ then", "It took ~5 days ~ and ~~ then"),
        ("About 40[^1] houses[^note].", "About 40 houses."),
        (
            "Read [the report](https://example.org 'x') and ![its cover](b.png).",
            "Read the report and its cover.",
        ),
        ("wrapped\nover  \nlines", "wrapped over lines"),
        ("A <b>bold</b> claim<br/>", "A bold claim"),
        ("2 < 3 &amp; 4 &lt; 5", "2 < 3 & 4 < 5"),
        ("[Coastal Press] — [/b] text", "[Coastal Press] — [/b] text"),
        ("> “Nobody told us.”", "“Nobody told us.”"),
        ("1. first", "first"),
        ("    indented code", "indented code"),
        ("```\nfenced\ncode\n```", "fenced code"),
        ("<div>\nkept <i>text</i>\n</div>", "kept text"),
    ],
)
def test_marks_are_reduced_to_their_text(source: str, shown: str) -> None:
    assert read(f"{source}\n\n***\n\n{BODY}").paragraphs == (shown, *PARAGRAPHS)


def test_items_quotations_and_rows_are_paragraphs_of_their_own() -> None:
    text = "Intro.\n\n- one\n- two\n  more\n\n> quote\n>\n> again\n\n| a | b |\n|---|---|\n| c | d |\n"
    assert read(text).paragraphs == ("Intro.", "one", "two more", "quote", "again", "a | b", "c | d")


def test_comments_are_dropped_and_scripts_are_text() -> None:
    article = read(f"<!-- note -->\n\n<script>alert(1)</script>\n\n{BODY}")
    assert article.paragraphs == ("alert(1)", *PARAGRAPHS)


def test_a_character_reference_cannot_bring_back_what_was_cleaned_away() -> None:
    article = read(f"Lun&#x202e;mouth &#x200b;is &#27;[2J &#x9b;here.\n\n{BODY}")
    assert clean(article.paragraphs[0]) == article.paragraphs[0]
    assert article.paragraphs[0].isprintable()


def test_paragraphs_without_blank_lines_stay_apart() -> None:
    lines = (
        "The bridge at *Lunmouth* was closed on Monday after a storm damaged two piers, the agency said.",
        "Nobody was hurt.",
        "The council will meet on Friday to hear what the agency says about the crack in the third.",
    )
    assert read("\n".join(lines)).paragraphs == (lines[0].replace("*", ""), *lines[1:])


@pytest.mark.parametrize("suffix", [".md", ".MD", ".markdown"])
def test_the_suffix_decides(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"bridge{suffix}"
    file.write_text(f"# Bridge shut\n\n{BODY}", "utf-8")
    assert read_article(str(file)).title == "Bridge shut"


@given(st.text(st.sampled_from("ab C.\n\n -*_`#>[]()!<>&;:|~\\\"'0123=\t\x1b\u202e\ud800") | st.characters()))
def test_no_markdown_stops_the_reading(text: str) -> None:
    for paragraph in read(text).paragraphs:
        assert paragraph
        assert paragraph == " ".join(clean(paragraph).split())


@given(
    st.lists(
        st.text("abcdefg,;:' é“”", min_size=1).filter(lambda text: text[0].isalpha()), min_size=2, max_size=5
    )
)
def test_plain_words_come_through_markdown_unchanged(texts: list[str]) -> None:
    article = read("\n\n".join(texts))
    read_back = ((article.title,) if article.title else ()) + article.paragraphs
    assert read_back == tuple(" ".join(text.split()) for text in texts)
