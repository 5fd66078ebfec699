from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import comparison
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.export.markdown import escape, to_markdown
from tui.model import Omission, SummaryLine
from tui.reading.clean import clean

DIALECTS = {"CommonMark": MarkdownIt("commonmark"), "GitHub": MarkdownIt("gfm-like2")}
SYNTAX = st.sampled_from(
    r"""# ## - + * _ ** __ ~ ~~ ` ``` > >> | || = === --- [ ] ( ) ! < > & ; : \ \\ " ' $ { } ^ @ / // . ,
    1. 2) 10. <script> </script> <!-- --> <b> &amp; &#35; &lt; [x] [^1] [a](b) [a]: ![a](b) <http://a.example>
    http://a.example https://b.example/c?d=e#f www.example.com example.com a@example.com mailto:a@example.com
    //example.com ftp://x.org |---| :--: [!NOTE] U.S. 3.5 AT&T""".split()
)
LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=6)
OUTSIDE = (
    st.lists(
        SYNTAX | LETTERS | st.sampled_from(["\n", " ", "  ", "    ", "\u00a0", "word", "wörter", "7"]),
        max_size=12,
    )
    .map("".join)
    .map(clean)
)


def shown(tokens: list[Token] | None) -> str:
    """What a reader sees of rendered tokens; whatever is no plain text shows as a mark of its own."""
    return "".join(
        token.content if token.type in ("text", "text_special") else f"\0{token.type}"
        for token in tokens or ()
    )


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(deadline=None)
@given(OUTSIDE)
@example("# not a heading")
@example("1. not a list")
@example("- [x] not a task")
@example("> [!NOTE]")
@example("===")
@example("---")
@example("```\ncode\n```")
@example("    indented")
@example("| a | b |\n|---|---|\n| 1 | 2 |")
@example("[a]: https://example.org 'title'")
@example("<script>alert(1)</script>")
@example("&amp; &#35; &nosuch; AT&T")
@example("ends with a backslash\\")
@example("  spaces at both ends  ")
@example("C #")
@example("two  \nlines")
@example("see https://example.org/a_b_c, www.example.org or a@example.org.")
def test_escaped_text_is_rendered_as_it_was_in_a_paragraph_an_item_and_a_heading(dialect: str, text: str):
    parser = DIALECTS[dialect]
    expected = text or ""
    for template, opening in (
        ("{}", "paragraph_open"),
        ("- {}", "bullet_list_open"),
        ("# {}", "heading_open"),
    ):
        tokens = parser.parse(template.format(escape(text)))
        inline = [token for token in tokens if token.type == "inline"]
        assert shown(inline[0].children if inline else []) == expected
        assert len(inline) <= 1
        assert not expected or tokens[0].type == opening


@settings(deadline=None)
@given(OUTSIDE, OUTSIDE)
@example("a | b", "--- | ---")
@example("not a heading", "===")
def test_escaped_text_keeps_apart_from_what_stands_before_and_after_it(before: str, after: str):
    source = f"{escape(before)}\n{escape(after)}" if before and after else "x\ny"
    inline = [token for token in DIALECTS["GitHub"].parse(source) if token.type == "inline"]
    assert shown(inline[0].children) == (
        f"{before}\0softbreak{after}" if before and after else "x\0softbreaky"
    )


@settings(deadline=None)
@given(OUTSIDE.filter(str.strip))
def test_no_article_breaks_out_of_the_document(text: str):
    calm, wild = comparison(), comparison(name=text, title=text)
    wild = replace(
        wild, summary=replace(wild.summary, lines=(SummaryLine("A1.1", text), *wild.summary.lines[1:]))
    )
    parser = DIALECTS["GitHub"]
    outline = [token.type for token in parser.parse(to_markdown(calm))]
    assert [token.type for token in parser.parse(to_markdown(wild))] == outline


def test_the_document_holds_sources_summary_facts_conflicts_and_what_was_left_out():
    document = to_markdown(comparison())
    blocks = document.split("\n## ")
    assert [block.split("\n")[0] for block in blocks] == [
        "# Merged reading of 2 articles",
        "Sources",
        "Summary",
        "Only in A",
        "Only in B",
        "Conflicts",
        "Left out of the summary",
        "How this was made",
    ]
    assert "The Sarn Herald · “Bridge closed: what now?” · 2031-03-04 · herald" in blocks[1]
    assert "  - **Warning:** The text breaks off in mid-sentence" in blocks[1]
    assert "- Upper Marl (place) [A ¶3]" in blocks[3]
    assert "- from Friday (date) [B ¶2]" in blocks[4]
    assert "**Which figure:** A counts 14 cracks, B counts 41." in blocks[5]
    assert "“We close it at once,” the mayor said. [A ¶2], also in B" in blocks[6]


def test_every_summary_line_has_its_reference_and_says_who_else_reports_it():
    summary = to_markdown(comparison()).split("\n## ")[2]
    assert "- The old bridge over the Sarn was closed on Tuesday. [A ¶1], also B ¶1" in summary
    assert "- A ferry will run from Friday. [B ¶2]\n" in summary


def test_a_disputed_line_is_followed_by_both_versions_and_their_sources():
    summary = to_markdown(comparison()).split("\n## ")[2]
    assert (
        "- Inspectors counted 41 cracks in it. [B ¶1], also A ¶1\n"
        "  - **Disputed** (which figure):\n"
        "    - A ¶1: “14 cracks”, in: Engineers found 14 cracks.\n"
        "    - B ¶1: “41 cracks”, in: Inspectors counted 41 cracks in it.\n"
    ) in summary


def test_a_conflict_over_two_lines_is_told_once():
    whole = comparison()
    first, second, third = whole.summary.lines
    lines = (replace(first, disputed=(1,)), second, third)
    text = to_markdown(replace(whole, summary=replace(whole.summary, lines=lines)))
    summary = text.split("\n## ")[2]
    assert summary.count("    - A ¶1: “14 cracks”") == 1
    assert (
        "- Inspectors counted 41 cracks in it. [B ¶1], also A ¶1\n  - **Disputed** (which figure): as above\n"
        in summary
    )


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/bridge?a=1&b=2", True),
        ("http://example.org/", True),
        ("javascript:alert(1)", False),
        ("https://example.org/ <script>", False),
        ("file:///etc/passwd", False),
        ("https://example.org/>[a](b)", False),
    ],
)
def test_an_address_is_a_link_only_if_it_is_a_web_address(url: str, is_link: bool):
    whole = comparison()
    herald = whole.sources[0]
    changed = replace(herald, article=replace(herald.article, url=url))
    document = to_markdown(replace(whole, sources=(changed, whole.sources[1])))
    html = DIALECTS["CommonMark"].render(document)
    assert ("<a href=" in html) is is_link
    assert "<script" not in html


def test_sources_of_one_text_are_pointed_out():
    whole = comparison()
    twin = replace(whole, sources=(whole.sources[0], replace(whole.sources[1], origin=1)))
    assert "A and B carry one and the same text" in to_markdown(twin)
    assert "one and the same text" not in to_markdown(whole)


def test_the_same_comparison_gives_the_same_document():
    assert to_markdown(comparison()) == to_markdown(comparison())


def test_a_summary_without_room_for_a_sentence_says_so():
    whole = comparison()
    bare = replace(whole, summary=replace(whole.summary, budget=1, lines=()))
    assert "No sentence fits into 1 word." in to_markdown(bare)


def test_of_what_is_left_out_the_weightiest_are_listed_and_the_others_counted():
    story = comparison()
    omitted = tuple(Omission("A2.1", f"Sentence {number}.", ("A",)) for number in range(20))
    text = to_markdown(replace(story, summary=replace(story.summary, omitted=omitted)))
    assert "Sentence 11." in text
    assert "Sentence 12." not in text
    assert "And 8 sentences of less weight." in text
