from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import ROOT
from hypothesis import example, given
from hypothesis import strategies as st
from pages import HEADLINE, PARAGRAPHS, page

from tui.model import Article
from tui.reading import ReadingError, clean, read_article
from tui.reading.html import is_html

LONG = "The harbour master said that the ferry would be pulled free at high tide on Friday. "


def write(folder: Path, content: str | bytes, name: str = "saved.html") -> str:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(file)


def read(folder: Path, content: str | bytes) -> Article:
    return read_article(write(folder, content))


def test_the_article_is_read_and_nothing_around_it(tmp_path: Path) -> None:
    article = read(tmp_path, page())
    assert article.title == HEADLINE
    assert article.paragraphs == PARAGRAPHS
    assert article.name == "Harbour Gazette"
    assert article.path == str(tmp_path / "saved.html")
    assert article.warnings == ()


@pytest.mark.parametrize("name", ["saved.htm", "SAVED.HTML", "saved.xhtml"])
def test_pages_are_told_by_their_suffix(tmp_path: Path, name: str) -> None:
    assert read_article(write(tmp_path, page(), name)).paragraphs == PARAGRAPHS


def test_a_page_from_standard_input_is_told_by_its_beginning() -> None:
    article = read_article("-", io.BytesIO(b"\n<!-- saved -->\n" + page().encode()))
    assert article.paragraphs == PARAGRAPHS
    assert article.path is None


def test_a_text_that_is_named_as_text_stays_text(tmp_path: Path) -> None:
    path = write(tmp_path, "<html> is where every page begins.\n\nIt ends elsewhere.", "note.txt")
    assert read_article(path).paragraphs[0].startswith("<html>")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<!DOCTYPE html><p>", True),
        ('<?xml version="1.0"?>\n<html xmlns="x">', True),
        ("  <!-- a --> <!-- b --><HTML>", True),
        ("<htmlish>", False),
        ("A <html> tag.", False),
        ("<!---->" * 500 + "no", False),
        (" " * 5000, False),
    ],
)
def test_a_page_begins_as_pages_do(text: str, wanted: bool) -> None:
    assert is_html(text) is wanted


# Paragraphs


def test_headings_lists_quotations_and_rows_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    content = page(
        *PARAGRAPHS[:2],
        "A list:</p><h2>What comes next</h2><ul><li>two tugs</li><li>an <b>inquiry</b></li></ul>"
        "<blockquote><p>It was the third time.</p></blockquote>"
        "<table><tr><th>Year</th><th>Accidents</th></tr><tr><td>1987</td><td>1</td></tr></table><p>The end.",
    )
    assert read(tmp_path, content).paragraphs[2:] == (
        "A list:",
        "What comes next",
        "two tugs",
        "an inquiry",
        "It was the third time.",
        "Year | Accidents",
        "1987 | 1",
        "The end.",
    )


def test_two_line_breaks_part_paragraphs_and_one_does_not(tmp_path: Path) -> None:
    content = page(f"{PARAGRAPHS[0]}<br>She was built in 1987.<br> <br/>{PARAGRAPHS[1]}", PARAGRAPHS[2])
    assert read(tmp_path, content).paragraphs == (
        f"{PARAGRAPHS[0]} She was built in 1987.",
        *PARAGRAPHS[1:],
    )


def test_lines_are_paragraphs_where_there_is_no_other_paragraph(tmp_path: Path) -> None:
    lines = "<br>\n".join(PARAGRAPHS)
    content = f"<html><body><div>{lines}</div></body></html>"
    assert read(tmp_path, content).paragraphs == PARAGRAPHS


def test_line_ends_in_the_source_mean_nothing(tmp_path: Path) -> None:
    wrapped = [paragraph.replace(" ", "\n   ") for paragraph in PARAGRAPHS]
    assert read(tmp_path, page(*wrapped)).paragraphs == PARAGRAPHS


def test_a_fragment_is_a_page_too(tmp_path: Path) -> None:
    content = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = read(tmp_path, content)
    assert article.paragraphs == PARAGRAPHS
    assert (article.name, article.url, article.date) == ("saved", None, None)


# As a reader sees it


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        # Struck out
        ("damaged <del>40</del> <ins>45</ins> houses", "damaged 45 houses"),
        ("its owner, <s>Brook</s> Orm Ltd", "its owner, Orm Ltd"),
        ("its owner, <strike>Brook</strike> Orm Ltd", "its owner, Orm Ltd"),
        ("sold <span style='color: red; text-decoration: line-through'>40</span> 45 boats", "sold 45 boats"),
        # Footnote marks and exponents
        ("About 40<sup><a href='#fn1'>1</a></sup> houses", "About 40 houses"),
        ("About 40<a href='#fn1'><sup>1</sup></a> houses", "About 40 houses"),
        ("About 40<sup class='reference'>[1]</sup> houses", "About 40 houses"),
        ("About 40<a href='#note-1'>[1]</a> houses", "About 40 houses"),
        ("About 40<sup>*</sup> houses", "About 40 houses"),
        ("it said.<sup>2</sup> More", "it said. More"),
        ("over 12 km<sup>2</sup> of land", "over 12 km² of land"),
        ("some 10<sup>6</sup> litres", "some 10⁶ litres"),
        ("on the 4<sup>th</sup> day", "on the 4th day"),
        ("in the <a href='#'>3rd</a> year", "in the 3rd year"),
        ("see <a href='/1'>1</a> of them", "see 1 of them"),
    ],
)
def test_what_is_struck_out_and_marks_of_footnotes_are_no_text(
    tmp_path: Path, source: str, seen: str
) -> None:
    article = read(tmp_path, page(PARAGRAPHS[0], f"The port said: {source}, and no more.", PARAGRAPHS[2]))
    assert article.paragraphs[1] == f"The port said: {seen}, and no more."


def test_an_element_that_is_struck_out_by_mistake_to_the_pages_end_stays(tmp_path: Path) -> None:
    content = page(*PARAGRAPHS, "x <s>y", *([LONG * 5] * 5))
    assert LONG.strip() in read(tmp_path, content).paragraphs[-1]


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("<ul><li>15 damaged</li><li>2 lost</li></ul>", "15 damaged; 2 lost"),
        ("<ol><li><a href='/a'>15</a> damaged</li></ol>", "15 damaged"),
        ("<p>15 damaged</p><p>2 lost</p>", "15 damaged; 2 lost"),
        ("15 damaged<br>2 <b>lost</b>", "15 damaged; 2 lost"),
        ("<a href='/q'>15</a> damaged", "15 damaged"),
    ],
)
def test_a_cell_is_read_on_one_line(tmp_path: Path, cell: str, seen: str) -> None:
    table = f"<table><tr><th>Town</th><th>Houses</th></tr><tr><td>Marl</td><td>{cell}</td></tr></table>"
    article = read(tmp_path, page(*PARAGRAPHS[:2], f"A table:</p>{table}<p>The end."))
    assert article.paragraphs[2:] == ("A table:", "Town | Houses", f"Marl | {seen}", "The end.")


# Text for machines


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(PARAGRAPHS),
        "\n".join(PARAGRAPHS),
        "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS),
        "<br><br>".join(PARAGRAPHS).replace("48", "<del>40</del> 48"),
        "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in PARAGRAPHS),
    ],
)
@pytest.mark.parametrize(
    "wrap", [lambda one: one, lambda one: [one], lambda one: {"@graph": [{"@type": "x"}, one]}]
)
@pytest.mark.parametrize(
    "shown", ["", "<p>This page needs scripts, so please turn them on and load it once more.</p>"]
)
def test_the_text_that_stands_in_the_data_only_is_read(
    tmp_path: Path, body: str, wrap: Callable[[object], object], shown: str
) -> None:
    data = json.dumps(wrap({"@type": "NewsArticle", "headline": HEADLINE, "articleBody": body}))
    script = f'<script type="application/ld+json">{data}</script>'
    content = f"<html><head>{script}</head><body><div>{shown}</div></body></html>"
    article = read(tmp_path, content)
    assert (article.title, article.paragraphs) == (HEADLINE, PARAGRAPHS)


def test_the_text_of_the_page_goes_before_that_for_machines(tmp_path: Path) -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(PARAGRAPHS)})
    head = f'<script type="application/ld+json">{data}</script>'
    assert read(tmp_path, page(head=head)).paragraphs == PARAGRAPHS


# No article, or a part of one


@pytest.mark.parametrize(
    "asks",
    [
        "To continue reading this article, please log in or start your free trial.",
        "Subscribe now for 1 euro a month to read the full story.",
        "Continue reading with a subscription",
        "This article is for subscribers only.",
        "You have reached your limit of free articles.",
        "Sign in to keep reading",
        "Create a free account to continue reading.",
    ],
)
def test_a_page_that_asks_to_pay_or_to_log_in_may_be_a_part(tmp_path: Path, asks: str) -> None:
    assert [one.kind for one in read(tmp_path, page(*PARAGRAPHS, asks)).warnings] == ["paywall"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The paper said that 40,000 people had a subscription.",
        "Readers signed in to the hall one by one, and nobody spoke.",
        "He could not log in to the register for hours, the port said.",
        "The full story of the ferry was never told, its captain said.",
    ],
)
def test_a_report_about_subscribers_is_no_invitation(tmp_path: Path, sentence: str) -> None:
    assert read(tmp_path, page(*PARAGRAPHS, sentence)).warnings == ()


STORIES = [f"Story number {number} breaks all records in Marl" for number in range(8)]


def teasers(form: str) -> str:
    text = "A teaser about number {} says why it did, and more of it."
    told = [text.format(number) for number in range(len(STORIES))]
    return "".join(
        form.format(at="/story", title=title, text=text) for title, text in zip(STORIES, told, strict=True)
    )


@pytest.mark.parametrize(
    "form",
    [
        "<div class='card'><h3><a href='{at}'>{title}</a></h3><p>{text}</p><span>5 March 2024</span></div>",
        "<article><a href='{at}'><h2>{title}</h2></a><p>{text}</p></article>",
        "<h2><a href='{at}'>{title}</a></h2><div>{text}</div>",
        "<li><a href='{at}'>{title}</a></li>",
        "<li><h3><a href='{at}'>{title}</a></h3><p>{text}</p></li>",
    ],
)
def test_a_front_page_is_said_to_be_one(tmp_path: Path, form: str) -> None:
    with pytest.raises(
        ReadingError, match="is a front page with many stories, not an article: name the page of one"
    ):
        read(
            tmp_path,
            f"<html><head><title>Gazette</title></head><body><main>{teasers(form)}</main></body></html>",
        )


@pytest.mark.parametrize("tag", ["section", "aside", "div"])
def test_an_article_above_other_stories_is_one(tmp_path: Path, tag: str) -> None:
    form = "<div class='card'><h3><a href='{at}'>{title}</a></h3><p>{text}</p></div>"
    content = page().replace("<aside>", f"<{tag}><h2>More</h2>{teasers(form)}</{tag}><aside>")
    assert read(tmp_path, content).paragraphs[:3] == PARAGRAPHS


CONSENT = """<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1>
<p>We and our 812 partners store and read information on your device, such as cookies, and process
personal data for personalised ads and content.</p>
<p>You may consent to our processing, or change your preferences at any time.</p>
<button>Manage options</button><button>Accept all</button></body></html>"""
CHECK = """<html><head><title>Just a moment...</title></head><body><h1>gazette.example</h1>
<p>Verify you are human by completing the action below. The site needs to review your
connection.</p></body></html>"""


@pytest.mark.parametrize(("content", "told"), [(CONSENT, "asks for consent"), (CHECK, "checks for robots")])
def test_a_page_that_stands_before_the_article_is_said_to_be_one(
    tmp_path: Path, content: str, told: str
) -> None:
    with pytest.raises(ReadingError, match=f"{told} instead of showing an article: open it in a browser"):
        read(tmp_path, content)


def test_an_article_about_cookies_on_a_page_that_asks_about_them_is_one(tmp_path: Path) -> None:
    paragraphs = (
        "The town will stop using cookies on its pages from April, its privacy officer said on Monday.",
        "Residents had complained about tracking. “Nobody asked us,” said the baker of Mill Street.",
    )
    content = page(*paragraphs).replace(
        "<aside>", "<div><p>We use cookies.</p><button>Accept all</button></div><aside>"
    )
    assert read(tmp_path, content).paragraphs == paragraphs


# What the page says of itself


def test_without_a_headline_above_the_text_the_pages_title_is_the_headline(tmp_path: Path) -> None:
    content = page().replace(f"<h1>{HEADLINE}</h1>", "")
    assert read(tmp_path, content).title == HEADLINE


def test_a_title_longer_than_any_headline_is_none(tmp_path: Path) -> None:
    content = page(title="ferry " * 100).replace("<h1>", "<div hidden>").replace("</h1>", "</div>")
    assert read(tmp_path, content).title is None


def test_a_headline_that_stands_twice_is_no_paragraph(tmp_path: Path) -> None:
    content = page(HEADLINE, *PARAGRAPHS).replace(f"<h1>{HEADLINE}</h1>", "")
    article = read(tmp_path, content)
    assert (article.title, article.paragraphs) == (HEADLINE, PARAGRAPHS)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-10-27T23:30:00-05:00">',
        '<meta name="dc.date.issued" content="2025-10-27">',
        '<script type="application/ld+json">{"@type":"Article","datePublished": "2025-10-27T09Z"}</script>',
        '<meta itemprop="datePublished" content="2025-10-27">',
        '<meta name="date" content="last week"><meta name="pubdate" content="2025-10-27">',
    ],
)
def test_the_date_is_the_one_the_page_says_it_was_published_on(tmp_path: Path, head: str) -> None:
    assert read(tmp_path, page(head=head)).date == "2025-10-27"


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2025-10-27">',
        '<meta itemprop="copyrightYear" content="2025">',
        '<link rel="canonical" href="https://gazette.example/2025/10/27/ferry">',
        '<meta property="article:published_time" content="27/10/2025">',
        '<meta property="article:published_time" content="2025-13-27">',
    ],
)
def test_no_date_is_guessed(tmp_path: Path, head: str) -> None:
    assert read(tmp_path, page(*PARAGRAPHS, "Published on 27 October 2025.", head=head)).date is None


def test_the_address_is_the_one_the_page_gives(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://gazette.example/ferry">'
    assert read(tmp_path, page(head=head)).url == "https://gazette.example/ferry"
    assert read(tmp_path, page(head='<link rel="canonical" href="javascript:alert(1)">')).url is None


def test_a_page_that_is_not_free_is_told(tmp_path: Path) -> None:
    head = '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>'
    (warning,) = read(tmp_path, page(head=head)).warnings
    assert warning.kind == "paywall"


# Encodings

RUSSIAN = "Паром сел на мель у порта во вторник. Все пассажиры в безопасности, сообщила береговая охрана."


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "iso-8859-5", "utf-8"])
def test_the_encoding_that_a_page_names_is_used(tmp_path: Path, encoding: str) -> None:
    content = page(RUSSIAN, RUSSIAN + " Ещё раз.").replace('charset="utf-8"', f'charset="{encoding}"')
    content = content.replace("©", "(c)")
    assert read(tmp_path, content.encode(encoding)).paragraphs[0] == RUSSIAN


def test_a_page_in_utf_8_that_names_another_encoding_is_read_as_utf_8(tmp_path: Path) -> None:
    content = page().replace(
        'charset="utf-8"', 'http-equiv="Content-Type" content="text/html; charset=latin1"'
    )
    assert read(tmp_path, content).paragraphs == PARAGRAPHS


def test_an_encoding_whose_bytes_look_like_ascii_is_read(tmp_path: Path) -> None:
    japanese = "フェリーは火曜日に港の沖で座礁した。乗客は全員無事だと海上保安庁が発表した。" * 4
    content = page(japanese, japanese + "以上。").replace('charset="utf-8"', "charset=iso-2022-jp")
    content = content.replace("©", "(c)")
    assert read(tmp_path, content.encode("iso-2022-jp")).paragraphs[0] == japanese


@pytest.mark.parametrize("name", ["zlib", "punycode", "unicode_escape", "no-such-thing", "utf-8\\", "\\x00"])
def test_names_of_encodings_that_pages_do_not_have_are_passed_over(tmp_path: Path, name: str) -> None:
    content = page("Lunmouth’s caf\u00e9 is shut. " + LONG, LONG).replace(
        'charset="utf-8"', f"charset={name}"
    )
    content = content.replace("©", "(c)")
    assert read(tmp_path, content.encode("cp1252")).paragraphs[0].startswith("Lunmouth’s café is shut.")


# Pages that want more than to be read


def test_nothing_that_steers_a_terminal_gets_through(tmp_path: Path) -> None:
    hostile = "&#27;[2J&#x9b;31m&#x202e;\x1b]52;c;x\x07\x9b&#0;&#xFEFF;ferry&#x200b;boat \u202eleft"
    head = (
        f'<meta property="article:published_time" content="&#27;2025-10-27">'
        f'<meta property="og:site_name" content="{hostile}">'
    )
    content = page(f"{LONG}{hostile}", LONG, head=head, title=hostile)
    content = content.replace('<meta property="og:site_name" content="Harbour Gazette">', "")
    article = read(tmp_path, content)
    assert article.title is not None
    for text in (article.title, article.name, *article.paragraphs):
        assert clean(text) == text
    assert "ferryboat left" in article.paragraphs[0]
    assert article.date is None


def test_scripts_styles_and_frames_are_no_text(tmp_path: Path) -> None:
    content = page(
        f"{PARAGRAPHS[0]}<script>document.write('gotcha')</script><style>p {{ color: red }}</style>",
        f"{PARAGRAPHS[1]}<iframe src='https://tracker.example'>gotcha</iframe><noscript>gotcha</noscript>",
        f"{PARAGRAPHS[2]}<!-- gotcha --><template>gotcha</template>",
    )
    assert read(tmp_path, content).paragraphs == PARAGRAPHS


def test_a_reference_in_the_text_that_was_escaped_stays_as_it_was_written(tmp_path: Path) -> None:
    content = page(f"{LONG}Write &amp;lt;b&amp;gt; for &lt;b&gt;.", LONG)
    assert read(tmp_path, content).paragraphs[0].endswith("Write &lt;b&gt; for <b>.")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<html>",
        "<!doctype html><html><body><div id=root></div><script>start()</script></body></html>",
        "<" * 100_000,
        "<!--" * 50_000,
        "&#" * 50_000,
        "<html><body>" + "<div>" * 5_000,
        "<html><body>" + "<p><span>" * 5_000 + LONG * 5,
        "<html><body>" + "<blockquote>" * 250 + LONG * 5,
        "<html><body>" + "<ul><li>" * 120 + LONG * 5,
        "<html><body>" + "<table><tr><td>" * 80 + LONG * 5,
        "<html><body>" + "<b>" * 5_000 + LONG * 5,
        "<html><body><p " + "a='1' " * 20_000 + f">{LONG * 5}",
    ],
)
def test_a_page_without_an_article_or_made_to_break_things_is_read_or_refused(
    tmp_path: Path, content: str
) -> None:
    try:
        article = read(tmp_path, content)
    except ReadingError:
        return
    assert any(paragraph.startswith("The harbour master said") for paragraph in article.paragraphs)


def test_a_page_without_text_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"no article that could be found: .* paste the text"):
        read(tmp_path, "<html><body><div id=root></div><script>start()</script></body></html>")


def test_a_page_with_more_in_it_than_an_article_is_refused_before_it_takes_long(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="more in it than an article"):
        read(tmp_path, "<html><body>" + f"<p>{LONG}</p>" * 30_000)


def test_an_article_among_ten_megabytes_of_styles_is_read(tmp_path: Path) -> None:
    content = page(*PARAGRAPHS, head=f"<style>{'p { color: red } ' * 550_000}</style>")
    assert read(tmp_path, content).paragraphs == PARAGRAPHS


def test_pictures_that_are_saved_within_the_page_do_not_count(tmp_path: Path) -> None:
    picture = f"data:image/png;base64,{'iVBORw0KGgo+' * 500_000}"
    content = page(f"{PARAGRAPHS[0]}<img src='{picture}'><img src='{picture}'>", *PARAGRAPHS[1:])
    assert read(tmp_path, content).paragraphs == PARAGRAPHS


def test_a_page_that_is_larger_than_any_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="more in it than an article"):
        read(tmp_path, page(LONG * 130_000))


MARKUP = st.sampled_from(
    [
        *"<p> </p> <div> <html> <body> <article> <h1> <table> <tr> <td> <br> <ul> <li> </script>".split(),
        *"<title> <meta <svg> <math> <template> <frameset> <![CDATA[ <!doctype <?xml".split(),
        *"&#27; &#x202e; &lt; &#xD800; &#1114112; { datePublished property='".split(),
        "<meta property='og:title' content='",
        "<script type='application/ld+json'>",
    ]
)


@given(st.lists(st.one_of(MARKUP, st.text(max_size=20), st.just(LONG)), max_size=30).map("".join))
@example("<p>" + LONG * 5 + "<table><tr><td>\x00<td>")
@example("<html " + LONG)
def test_any_markup_is_read_cleanly_or_refused(content: str) -> None:
    check(b"<!doctype html>" + content.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_cleanly_or_refused(data: bytes) -> None:
    check(b"<html><body><p>" + LONG.encode() * 3 + data)


def check(data: bytes) -> None:
    try:
        article = read_article("-", io.BytesIO(data))
    except ReadingError:
        return
    assert article.paragraphs
    for text in (
        article.name,
        article.title or "",
        article.url or "",
        article.date or "",
        *article.paragraphs,
    ):
        assert clean(text) == text
        assert "\n" not in text


# Without the extra


def test_without_the_extra_the_way_to_install_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ReadingError, match=r"pip install 'rashomon\[web\]'"):
        read(tmp_path, page())
    assert read_article(write(tmp_path, LONG, "note.txt")).paragraphs == (LONG.strip(),)


def test_reading_a_page_says_nothing_by_itself(tmp_path: Path) -> None:
    paths = [write(tmp_path, page(), "good.html"), write(tmp_path, "<html><body>&#27;", "bad.html")]
    code = (
        "import sys\nfrom tui.reading import ReadingError, read_article\n"
        "for path in sys.argv[1:]:\n    try: read_article(path)\n    except ReadingError: pass"
    )
    root = str(ROOT)
    done = subprocess.run(
        [sys.executable, "-c", code, *paths],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert (done.stdout, done.stderr) == ("", "")
