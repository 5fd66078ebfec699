"""What belongs to a news page and not to its report."""

import pytest

from tui.analysis.text.furniture import find_furniture, kind_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Lea Marsh/Associated Press)", "credit"),
        ("REUTERS/Kim Orr/File Photo", "credit"),
        ("Kim Orr/AFP via Getty Images", "credit"),
        ("[Photo/Agencies]", "credit"),
        ("(Lea Marsh/The Harbour Post)", "credit"),
        ("Photo by Lea Marsh", "credit"),
        ("Photo: Harbour Museum", "credit"),
        ("Image source, Kim Orr / Agency", "credit"),
        ("Image caption,", "credit"),
        ("Enlarge this image toggle caption Kim Orr/AP", "credit"),
        ("FILE - In this May 18 photo, the ferry lies in the harbour.", "credit"),
        ("The ferry before it sank (Getty)", "credit"),
        ("Hide Caption 3 of 12", "credit"),
        ("Advertisement", "credit"),
        ("Read more: Why dams fail", "pointer"),
        ("(RELATED: The dam that never was)", "pointer"),
        ("More on this story", "pointer"),
        ("Story continues below advertisement", "pointer"),
        ("Click here for more.", "pointer"),
        ("Related Topics", "pointer"),
        ("Sign up here.", "form"),
        ("Thank you for subscribing.", "form"),
        ("An error has occurred.", "form"),
        ("Please try again later.", "form"),
        ("View all our newsletters.", "form"),
        ("Get the latest news delivered to your inbox.", "form"),
        ("This site is protected by reCAPTCHA and its privacy policy applies.", "form"),
        ("We use cookies to make this page better.", "form"),
        ("To continue reading, subscribe or log in.", "form"),
        ("Share", "control"),
        ("Skip to content", "control"),
        ("3 min read", "control"),
        ("Comments (23)", "control"),
        ("1.2K views", "control"),
        ("Listen to this article", "control"),
        ("Follow us on Facebook, X and Instagram", "control"),
        ("Updated at 1:44 p.m.", "stamp"),
        ("Published 5 March 2024, 10:12 GMT", "stamp"),
        ("5 March 2024, 10:12 GMT", "stamp"),
        ("Tuesday, 5 March 2024", "stamp"),
        ("3 hours ago", "stamp"),
        ("By Lea Marsh and Kim Orr, Harbour correspondent", "makers"),
        ("(Reporting by Lea Marsh; Editing by Kim Orr)", "makers"),
        ("Kim Orr contributed to this report.", "makers"),
        ("Lea Marsh can be reached at lea.marsh@example.org.", "makers"),
        ("Copyright 2018 The Harbour Press.", "makers"),
        ("All rights reserved.", "makers"),
        ("(Corrects spelling of name in paragraph 22.)", "makers"),
        ("This story has been updated to give the new toll.", "makers"),
        ("The following article was first published on March 7, 2018.", "makers"),
        ("Correction: the ferry has 48 seats, not 84.", "makers"),
        ("— Harbour Office (@harbour) March 7, 2018", "post"),
        ("pic.twitter.com/Q1lAfauBlF", "post"),
        ("-30-", "slug"),
        ("(MORE)", "slug"),
        ("###", "slug"),
    ],
)
def test_lines_of_the_page_are_told_by_themselves(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the water had reached the church.",
        "The report was published on Monday by the ministry.",
        "Copyright law does not protect recipes, the court said.",
        "Everyone in the village contributed.",
        "Photos by residents showed flames.",
        "Pictures of the wreck were shown to the jury.",
        "The newsletter was sent to 500 members on Monday.",
        "Advertisement spending fell 3 percent.",
        "“Listen: we have to go,” she said.",
        "“Listen — we have to go,” she said.",
        "More from the region were expected to flee.",
        "Other news organizations reported the same.",
        "Latest news of the crash came at noon.",
        "Contact between the US and Iran broke off.",
        "Text messages seen by US officials show that he knew.",
        "The island can be reached via a bridge.",
        "Share prices fell in Tokyo.",
        "The share of women rose.",
        "Sign languages differ.",
        "Reading by candlelight, she heard the wall break.",
        "He said the post has been shared a million times.",
        "[The mayor later took that back.]",
        "Save the Children sent tents.",
        "Reuters reported that the ferry sank.",
        "The Associated Press could not reach him.",
        "Print sales fell.",
        "A reporter asked him why.",
        "He tweeted a picture of the dam.",
    ],
)
def test_sentences_of_the_report_are_none(line: str) -> None:
    assert kind_of(line) is None


STORY = [["The reservoir at Ansel burst its banks on Tuesday."], ["About 40 houses were damaged."]]


def marked(*paragraphs: list[str]) -> list[str]:
    """The sentences of an article that are furniture."""
    found = find_furniture(paragraphs)
    return [
        s
        for own, aside in zip(paragraphs, found, strict=True)
        for s, is_so in zip(own, aside, strict=True)
        if is_so
    ]


def test_a_caption_goes_with_its_credit() -> None:
    caption = ["The lower town of Ansel under water on Tuesday.", "REUTERS/Kim Orr"]
    assert marked(STORY[0], caption, STORY[1]) == caption


def test_a_credit_at_the_end_of_a_long_paragraph_is_furniture_alone() -> None:
    report = ["The wall broke at four.", "Water rose for two hours.", "Nobody was hurt.", "(AP)"]
    assert marked(report, STORY[1]) == ["(AP)"]


def test_other_stories_under_their_heading_are_furniture_up_to_the_next_sentence() -> None:
    others = [["More on this story"], ["Why dams fail"], ["Ferry strike called off"]]
    assert marked(STORY[0], *others, STORY[1]) == [line for (line,) in others]


def test_a_line_in_capitals_is_furniture_where_the_article_is_not_in_capitals() -> None:
    heading = ["MAYOR SAYS DAM WAS CHECKED IN MAY"]
    assert marked(STORY[0], heading, STORY[1]) == heading
    assert marked(["THE DAM AT ANSEL BROKE."], ["NOBODY WAS HURT."]) == []


def test_names_alone_at_the_top_are_the_writers_unless_the_article_speaks_of_them() -> None:
    assert marked(["Lea Marsh"], *STORY) == ["Lea Marsh"]
    assert marked(["Lea Marsh"], *STORY, ["Marsh, who runs the bakery, saw it."]) == []


def test_a_short_line_between_furniture_is_furniture() -> None:
    assert marked(STORY[0], ["Share"], ["Lea"], ["Ansel correspondent"], ["Save"], STORY[1]) == [
        "Share",
        "Lea",
        "Ansel correspondent",
        "Save",
    ]
