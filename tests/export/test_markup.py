from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.export.links import is_linkable
from tui.export.markup import Markup, block, element, empty_element, fragment, lines


class Events(HTMLParser):
    """What a browser makes of markup: tags with their attributes, and text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(f"<main>{source}</main>")
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


# Letters that markup consists of; line ends are left out, since a parser may read "\r\n" as one.
TEXT = st.text(st.sampled_from("<>&\"'/=!-;#x ab") | st.characters(exclude_characters="\r\0"), max_size=30)


@given(TEXT, TEXT, TEXT)
def test_no_text_becomes_markup_wherever_it_is_put(child: str, value: str, between: str):
    inner = fragment(child, element("b", child, title=value), child, between=between)
    shown = Events(block("p", inner, lines(child, child), class_=value, id="x"))
    given_value = [("class", value)] if value else []
    assert shown.tags == [
        ("main", []),
        ("p", [*given_value, ("id", "x")]),
        ("b", [("title", value)] if value else []),
    ]
    assert shown.text == "\n".join(["", between.join([child] * 3), child, child, ""])


def test_markup_is_put_in_as_it_is_and_escaped_only_once():
    assert element("p", element("b", "A & B"), " <", Markup("<br>")) == "<p><b>A &amp; B</b> &lt;<br></p>"


def test_what_python_makes_of_markup_is_text_again():
    joined = element("b", "x") + "<i>"
    assert element("p", joined) == "<p>&lt;b&gt;x&lt;/b&gt;&lt;i&gt;</p>"


def test_attributes_are_named_as_in_markup_and_left_out_without_a_value():
    assert empty_element("rect", x=0, fill_opacity=0.5, class_="bar", id=None, title="") == (
        '<rect x="0" fill-opacity="0.5" class="bar"/>'
    )


@pytest.mark.parametrize(
    ("address", "linkable"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("https://example.org/ onclick=x", False),
        ("https://example.org/<b>", False),
        ("see https://example.org", False),
        ("", False),
    ],
)
def test_only_a_web_address_becomes_a_link(address: str, linkable: bool):
    assert is_linkable(address) is linkable
