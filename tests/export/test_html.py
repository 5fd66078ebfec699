from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest
from handmade import BRIDGE, CLOSED, FERRY, MAYOR, TRUCKS, comparison
from hypothesis import given
from hypothesis import strategies as st

from tui import Article, compare
from tui.export.html import to_html
from tui.model import (
    Comparison,
    ConflictKind,
    Correction,
    Judgement,
    Passage,
    Side,
    Unused,
    UnusedReason,
    Verdict,
)
from tui.reading.cleaning import clean
from tui.session import Choices

VOID = {"meta", "br"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)

    def __iter__(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str, name: str | None = None) -> list[Element]:
        return [
            one
            for one in self
            if one.tag == tag and (name is None or name in (one.attributes.get("class") or "").split())
        ]

    def id(self, name: str) -> Element:
        return next(one for one in self if one.attributes.get("id") == name)


class Parser(HTMLParser):
    """A page as a tree; a tag that is not closed, or closed without being open, fails."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def page(source: Comparison, choices: Choices | None = None) -> Element:
    parser = Parser()
    parser.feed(to_html(source, choices))
    parser.close()
    assert parser.open == [parser.root]
    return parser.root


def words(element: Element) -> str:
    return " ".join(element.text.split())


def outline(element: Element) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.tag, tuple(one.attributes)) for one in element]


def test_the_page_has_its_sections_and_every_text_whole():
    shown = page(comparison())
    assert [heading.text for heading in shown.all("h2")] == [
        "Summary",
        "Conflicts",
        "Facts and who reports them",
        "Left out of the summary",
        "The sources in full",
    ]
    texts = shown.id("sources-in-full").text.replace("↩", "")
    for paragraph in (BRIDGE, MAYOR, TRUCKS, CLOSED, FERRY):
        assert paragraph in texts


def test_every_link_within_the_page_leads_somewhere_and_no_place_is_named_twice():
    shown = page(comparison(), Choices().note("A2", "who?"))
    names = [one.attributes["id"] for one in shown if "id" in one.attributes]
    assert len(names) == len(set(names))
    targets = {link.attributes["href"] for link in shown.all("a")}
    assert {target[1:] for target in targets if target.startswith("#")} <= set(names)
    assert [target for target in targets if not target.startswith("#")] == [
        "https://example.org/bridge?a=1&b=2"
    ]


def test_a_reference_jumps_to_the_cited_sentence_and_from_there_back():
    shown = page(comparison())
    line = shown.id("line-2")
    assert [link.attributes["href"] for link in line.all("span", "place")[0].all("a")] == ["#B1.2", "#A1.2"]
    assert shown.id("B1.2").text == "Inspectors counted 41 cracks in it."
    paragraph = shown.id("B1")
    back = [link.attributes["href"] for sup in paragraph.all("sup") for link in sup.all("a")]
    assert back == ["#line-1", "#line-2", "#conflict-1"]


def test_the_versions_of_a_conflict_stand_next_to_each_other_with_the_differing_words_set_off():
    conflict = page(comparison()).id("conflict-1")
    versions = conflict.all("div", "versions")[0].all("blockquote")
    assert [words(version.all("p")[0]) for version in versions] == [
        "Engineers found 14 cracks.",
        "Inspectors counted 41 cracks in it.",
    ]
    assert [[mark.text for mark in version.all("mark")] for version in versions] == [
        ["14 cracks"],
        ["41 cracks"],
    ]
    assert [[bold.text for bold in version.all("b")] for version in versions] == [["14"], ["41"]]


def in_bold(*passages: str, kind: ConflictKind = ConflictKind.NUMBER) -> list[list[str]]:
    between = tuple(
        Passage(sentence, start, start + len(text), text)
        for sentence, start, text in zip(("A1.2", "B1.2"), (51, 35), passages, strict=True)
    )
    conflict = replace(comparison().conflicts[0], kind=kind, between=between)
    shown = page(replace(comparison(), conflicts=(conflict,))).id("conflict-1")
    return [[bold.text for bold in mark.all("b")] for mark in shown.all("mark")]


@pytest.mark.parametrize(
    ("passages", "set_off"),
    [
        (("cut from 5 to 10", "cut from 10 to 5"), [["to 10"], ["to 5"]]),
        (("Marl beat Sarn", "Sarn beat Marl"), [["beat Sarn"], ["beat Marl"]]),
    ],
)
def test_words_in_another_order_are_set_off(passages: tuple[str, str], set_off: list[list[str]]):
    assert in_bold(*passages) == set_off


def test_the_same_words_are_set_off_whole_unless_it_is_about_who_said_them():
    assert in_bold("on Friday", "on Friday", kind=ConflictKind.DATE) == [["on Friday"], ["on Friday"]]
    assert in_bold("We close", "we close", kind=ConflictKind.ATTRIBUTION) == [[], []]


def test_the_table_has_a_row_for_each_fact_and_a_column_for_each_source():
    table = page(comparison()).id("facts").all("table")[0]
    rows = [[words(cell) for cell in row.all("th") + row.all("td")] for row in table.all("tr")]
    assert rows == [
        ["Fact", "Kind", "A", "B"],
        ["from Friday", "date", "not reported", "B ¶2"],
        ["Upper Marl", "place", "A ¶3", "not reported"],
        ["The old bridge", "name", "A ¶1", "not reported"],
    ]


def test_what_is_marked_in_the_texts_is_what_is_unique_or_disputed():
    texts = page(comparison()).id("sources-in-full")
    assert [one.text for one in texts.all("span", "alone")] == ["The old bridge", "Upper Marl", "from Friday"]
    assert [one.text for one in texts.all("mark")] == ["14 cracks", "41 cracks"]
    assert "A ¶1; partly in B ¶1" in words(texts)
    assert "B ¶2; not in A" in words(texts)


def test_what_is_left_out_is_folded_up():
    details = page(comparison()).id("left-out").all("details")[0]
    assert details.all("summary")[0].text == "Left out: 1 fact, 2 sentences"
    assert [words(item) for item in details.all("li")] == [f"{TRUCKS} [A ¶3]", f"{MAYOR} [A ¶2, also in B]"]


def test_the_readers_notes_verdicts_and_corrections_are_there():
    whole = comparison()
    conflict = replace(whole.conflicts[0], verdict=Verdict(Judgement.CONFIRMED, "seen myself"))
    dismissed = replace(whole.conflicts[0], id=2, verdict=Verdict(Judgement.DISMISSED, "two bridges"))
    decided = replace(
        whole,
        conflicts=(conflict,),
        dismissed=(dismissed,),
        corrections=(Correction("A2.1", "B", "B2"), Correction("A1.1", "B", None)),
    )
    shown = page(decided, Choices().note("A1.1", "check").note("A2", "who?").tag("A2", "late"))
    assert "Note: check" in words(shown.id("line-1"))
    assert words(shown.id("notes")).endswith("A ¶2 Note: who? Tagged: late")
    assert "Confirmed by the reader: seen myself" in words(shown.id("conflict-1"))
    folded = shown.id("conflicts").all("details")[0]
    assert "Dismissed by the reader: two bridges" in words(folded)
    corrections = words(shown.id("corrections"))
    assert f"{MAYOR} [A ¶2] B reports it in B ¶2." in corrections
    assert "B does not report it." in corrections


def test_one_article_alone_has_no_comparison():
    article = Article.from_text("The ferry to Marl is late.\n\nIt will sail at noon.", name="solo")
    shown = page(compare([article]))
    assert {"conflicts", "facts"}.isdisjoint(one.attributes.get("id") for one in shown)


def test_the_page_may_load_and_run_nothing():
    source = to_html(comparison())
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in source
    shown = page(comparison())
    assert {one.tag for one in shown}.isdisjoint(
        {"script", "img", "link", "iframe", "object", "form", "base"}
    )
    assert not re.search(r"url\(|@import", source)
    assert not [name for one in shown for name in one.attributes if name.startswith("on")]


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus '",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "</details></main><h2>Conflicts</h2>",
    "<!-- ",
    "]]>",
    "&lt;b&gt; &#60;b> &amp;",
    "\u202egnihtemos\u202c \u2066x\u2069 \u200b",
    "\x1b]0;title\x07 \x00",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_article_is_shown_and_never_obeyed(text: str):
    calm = [f"{word} The bridge was closed by 14 people." for word in ("So it is.", "It is told.")]
    wild = [f"{text} {sentence}" for sentence in calm]

    def read(bodies: list[str], name: str) -> Comparison:
        articles = [Article.from_text(f"{body}\n\nMore.", name=name, title=name) for body in bodies]
        found = compare([replace(one, url=clean(text), path=clean(text)) for one in articles])
        return replace(
            found,
            conflicts=(replace(comparison().conflicts[0], between=(), sides=(Side(("A",), clean(text)),)),),
        )

    shown = page(read(wild, text), Choices().note("A1", clean(text)))
    assert {one.tag for one in shown}.isdisjoint({"script", "img"})
    assert not [name for one in shown for name in one.attributes if name.startswith("on")]
    assert all((a.attributes["href"] or "").startswith("#") for a in shown.all("a"))
    assert clean(text).strip() in shown.text
    steering = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
    assert not steering.search(shown.all("main")[0].text)


@given(st.text(max_size=40).map(clean).filter(str.strip))
def test_no_article_changes_the_structure_of_the_page(text: str):
    calm, wild = comparison(), comparison(name=text, title=text)
    first, *others = wild.summary.lines
    wild = replace(wild, summary=replace(wild.summary, lines=(replace(first, text=text), *others)))
    expected = outline(page(calm, Choices().note("A1.1", "x")))
    assert outline(page(wild, Choices().note("A1.1", text))) == expected


def test_the_same_comparison_gives_the_same_page():
    assert to_html(comparison()) == to_html(comparison())


def test_the_sources_that_a_sentence_names_are_links_to_their_texts():
    whole = comparison()
    unused = {"B": Unused(UnusedReason.REMOVED, paragraphs=("B2",))}
    text = to_html(replace(whole, summary=replace(whole.summary, unused=unused)))
    assert '<p dir="auto"><a href="#A">A</a> has “14 cracks”, <a href="#B">B</a> has “41 cracks”' in text
    assert 'Nothing of <a href="#B">B</a> is in it: you took <a href="#B2">B ¶2</a> out.' in text
