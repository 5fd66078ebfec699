from __future__ import annotations

import pytest

from tui.reading import article_from_text
from tui.reading.entities import without_markup


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("AT&amp;T", "AT&T"),
        ("&ldquo;So&rdquo; &#8217; &#x2019; &eacute;", "“So” ’ ’ é"),
        ("&amp;quot;So&amp;quot;", '"So"'),
        ("&amp;amp;#8217;s", "’s"),
        ("at&nbsp;Ansel", "at\xa0Ansel"),
        ("one<br/>two<BR>three", "one\ntwo\nthree"),
        ("&lt;p&gt;one&lt;/p&gt;", "\n\none\n\n"),
        ("a <b>bold</b> <a href='x'>link</a>", "a bold link"),
        ("AT&T; R&D; Q&A", "AT&T; R&D; Q&A"),
        ("a &copy b", "a &copy b"),
        ("a < b and c > d, a <b and c> d", "a < b and c > d, a <b and c> d"),
        ("see ?a=1&lt=2", "see ?a=1&lt=2"),
    ],
)
def test_markup_left_in_plain_text(text: str, read: str) -> None:
    assert without_markup(text) == read


def test_a_break_parts_what_an_article_says() -> None:
    article = article_from_text(
        "The dam broke, AT&amp;T said.<br/>&quot;It&#39;s gone,&quot; said Ann.", name="A"
    )
    assert article.paragraphs == ("The dam broke, AT&T said.", '"It\'s gone," said Ann.')
