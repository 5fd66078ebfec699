from __future__ import annotations

import hashlib
import re
from dataclasses import replace

import pytest
import yaml
from handmade import BRIDGE, MAYOR, TRUCKS, comparison
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tui import __version__
from tui.export.markdown import escape, to_markdown
from tui.model import Conflict, Correction, Judgement, Omission, Unused, UnusedReason, Verdict
from tui.reading.cleaning import clean
from tui.session import Choices

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
@example("|", ":--:")
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
    first, *others = wild.summary.lines
    choices = Choices().note("A1.1", text).tag("A2", text)
    wild = replace(wild, summary=replace(wild.summary, lines=(replace(first, text=text), *others)))
    parser = DIALECTS["GitHub"]
    outline = [
        token.type for token in parser.parse(to_markdown(calm, Choices().note("A1.1", "x").tag("A2", "x")))
    ]
    assert [token.type for token in parser.parse(to_markdown(wild, choices))] == outline


def test_the_document_holds_sources_summary_facts_conflicts_and_what_was_left_out():
    document = to_markdown(comparison())
    blocks = document.split("\n## ")
    assert blocks[0].endswith("\n# Merged reading of 2 articles\n")
    assert [block.split("\n")[0] for block in blocks[1:]] == [
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
    assert "- Upper Marl (place, A ¶3[^A3.1])" in blocks[3]
    assert "- from Friday (date, B ¶2[^B2.1])" in blocks[4]
    assert "**Which figure:** A has “14 cracks”, B has “41 cracks”" in blocks[5]
    assert "- “We close it at once,” the mayor said. (A ¶2[^A2.1], also in B)" in blocks[6]


def test_every_summary_line_has_its_reference_and_says_who_else_reports_it():
    summary = to_markdown(comparison()).split("\n## ")[2]
    assert "- The old bridge over the Sarn was closed on Tuesday. (A ¶1[^A1.1], also B ¶1[^B1.1])" in summary
    assert "- A ferry will run from Friday. (B ¶2[^B2.1])\n" in summary


def test_a_disputed_line_is_followed_by_both_versions_and_their_sources():
    summary = to_markdown(comparison()).split("\n## ")[2]
    assert (
        "- Inspectors counted 41 cracks in it. (B ¶1[^B1.2], also A ¶1[^A1.2])\n"
        "  - **Disputed** (which figure):\n"
        "    - A ¶1[^A1.2]: “14 cracks”, in: Engineers found 14 cracks.\n"
        "    - B ¶1[^B1.2]: “41 cracks”, in: Inspectors counted 41 cracks in it.\n"
    ) in summary


def test_a_conflict_over_two_lines_is_told_once():
    whole = comparison()
    first, second, third = whole.summary.lines
    lines = (replace(first, disputed=(1,)), second, third)
    text = to_markdown(replace(whole, summary=replace(whole.summary, lines=lines)))
    summary = text.split("\n## ")[2]
    assert summary.count("    - A ¶1[^A1.2]: “14 cracks”") == 1
    assert (
        "- Inspectors counted 41 cracks in it. (B ¶1[^B1.2], also A ¶1[^A1.2])\n"
        "  - **Disputed** (which figure): as above\n"
    ) in summary


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
    assert "\n2 outlets, 1 origin: A and B carry one and the same text." in to_markdown(twin)
    assert "one and the same text" not in to_markdown(whole)


def test_the_same_comparison_gives_the_same_document():
    assert to_markdown(comparison()) == to_markdown(comparison())


def test_a_summary_without_room_for_a_sentence_says_so():
    whole = comparison()
    bare = replace(whole, summary=replace(whole.summary, budget=1, lines=()))
    assert "No sentence fits into 1 word." in to_markdown(bare)


def test_all_that_is_left_out_is_folded_up_with_its_number_on_the_outside():
    story = comparison()
    omitted = tuple(Omission("A2.1", f"Sentence {number}.", ("A",)) for number in range(40))
    text = to_markdown(replace(story, summary=replace(story.summary, omitted=omitted)))
    before, _, folded = text.partition("<details>\n<summary>Left out: 1 fact, 40 sentences</summary>\n\n")
    assert "Sentence" not in before
    inside, _, after = folded.partition("\n\n</details>\n")
    assert [line.split(".")[0] for line in inside.splitlines()] == [f"- Sentence {n}" for n in range(40)]
    assert "Sentence" not in after


def test_every_reference_has_a_footnote_and_every_footnote_a_reference():
    document = to_markdown(comparison())
    body, _, notes = document.partition("\n[^")
    referred = set(re.findall(r"\[\^([^\]]+)\]", body))
    assert referred == set(re.findall(r"^\[\^([^\]]+)\]:", f"[^{notes}", re.MULTILINE))
    page = MarkdownIt("commonmark").use(footnote_plugin).render(document)
    assert page.count('<li id="fn') == len(referred)
    assert "[^" not in page


def test_a_footnote_names_source_headline_paragraph_sentence_and_characters():
    assert (
        "\n[^A1.2]: **A** The Sarn Herald, “Bridge closed: what now?”, paragraph 1, sentence 2,"
        " characters 52–78\n"
    ) in to_markdown(comparison())


def test_without_footnotes_a_renderer_shows_them_as_text():
    page = MarkdownIt("commonmark").render(to_markdown(comparison()))
    assert "[^B2.1]: <strong>B</strong> Marl Courier, paragraph 2" in page


def test_the_front_matter_is_yaml_that_tells_what_the_document_was_made_from():
    document = to_markdown(comparison())
    matter = yaml.safe_load(document.split("---\n")[1])
    assert matter["title"] == "Merged reading of 2 articles"
    assert matter["generator"] == f"Rashomon {__version__}"
    assert matter["words"] == 22
    digest = hashlib.sha256("\n\n".join((BRIDGE, MAYOR, TRUCKS)).encode()).hexdigest()
    assert matter["sources"][0] == {
        "key": "A",
        "name": "The Sarn Herald",
        "title": "Bridge closed: what now?",
        "path": "herald.txt",
        "url": "https://example.org/bridge?a=1&b=2",
        "date": "2031-03-04",
        "sha256": digest,
    }
    assert matter["rashomon"]["lines"] == ["A1.1", "B1.2", "B2.1"]


@given(OUTSIDE.filter(str.strip))
@example("\n---\nkey: value")
@example("1.0")
@example("null")
@example("“ü” \\ \" ' <b> 新聞 😀 \u0085")
def test_any_name_comes_through_the_front_matter_as_it_was(text: str):
    matter = yaml.safe_load(to_markdown(comparison(name=text, title=text)).split("\n---\n")[0])
    assert matter["sources"][0]["name"] == text
    assert matter["sources"][0]["title"] == text


def judged(judgement: Judgement, reason: str = "") -> Conflict:
    return replace(comparison().conflicts[0], verdict=Verdict(judgement, reason))


def test_what_the_reader_said_of_a_conflict_stands_with_it():
    confirmed = judged(Judgement.CONFIRMED, "seen *myself*")
    text = to_markdown(replace(comparison(), conflicts=(confirmed,)))
    conflicts = text.split("\n## Conflicts\n")[1].split("\n## ")[0]
    assert "they cannot both hold.\n  - **Confirmed by the reader:** seen \\*myself\\*\n  - A ¶1" in conflicts
    assert "    - **Confirmed by the reader:** seen \\*myself\\*\n" in text.split("\n## ")[2]


def test_dismissed_conflicts_are_listed_apart_with_the_reason():
    whole = comparison()
    lines = tuple(replace(line, disputed=()) for line in whole.summary.lines)
    dismissed = (judged(Judgement.DISMISSED, "two bridges"),)
    summary = replace(whole.summary, lines=lines)
    text = to_markdown(replace(whole, conflicts=(), dismissed=dismissed, summary=summary))
    conflicts = text.split("\n## Conflicts\n")[1].split("\n## ")[0]
    assert conflicts.startswith("\nNone found.\n\n### Dismissed by the reader\n\n- **Which figure:**")
    assert "**Dismissed by the reader:** two bridges" in conflicts


def test_notes_and_tags_stand_under_their_lines_or_are_listed_apart():
    choices = Choices().note("A1.1", "check *this*").note("A2", "who?").tag("B1.2", "checked", "late")
    blocks = to_markdown(comparison(), choices).split("\n## ")
    assert "also B ¶1[^B1.1])\n  - **Note:** check \\*this\\*\n- Inspectors" in blocks[2]
    assert "also A ¶1[^A1.2])\n  - **Tagged:** checked, late\n  - **Disputed**" in blocks[2]
    assert blocks[6] == "Notes\n\n- A ¶2\n  - **Note:** who?\n"


def test_corrections_by_the_reader_are_listed():
    corrections = (Correction("A1.1", "B", None), Correction("A2.1", "B", "B2"))
    blocks = to_markdown(replace(comparison(), corrections=corrections)).split("\n## ")
    assert blocks[6] == (
        "Corrected by the reader\n\n"
        "- A ¶1[^A1.1]: The old bridge over the Sarn was closed on Tuesday. **B does not report it.**\n"
        "- A ¶2[^A2.1]: “We close it at once,” the mayor said. **B reports it in B ¶2.**\n"
    )


def test_the_summary_says_why_a_source_is_not_drawn_on():
    whole = comparison()
    summary = replace(whole.summary, unused={"B": Unused(UnusedReason.TOO_LONG, words=8)})
    assert "Nothing of B is in it: nothing of B fits 8 words." in to_markdown(replace(whole, summary=summary))


@pytest.mark.parametrize(
    ("choices", "length"),
    [
        (Choices(), "22 words of at most 30."),
        (Choices().budget_of_sentences(4), "22 words, 3 sentences of at most 4."),
        (Choices().budget_of_share(0.8), "22 words, to carry 80% of the shared facts."),
    ],
)
def test_the_length_is_told_by_the_kind_of_budget(choices: Choices, length: str):
    assert f"\n{length} 2 of 2 shared facts are in it" in to_markdown(comparison(), choices)
