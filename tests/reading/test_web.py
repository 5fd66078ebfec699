from __future__ import annotations

import gzip
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages import HEADLINE, PARAGRAPHS, Answer, answer, page, redirect, serving

from tui import __version__
from tui.cli import main
from tui.model import Article
from tui.reading import ReadingError, clean, read_article, read_articles, web
from tui.reading.address import host, is_address
from tui.session import Session
from tui.session.store import Store

TEXT = "\n\n".join(PARAGRAPHS)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def get(*, path: str = "/story", **answers: Answer) -> Article:
    with serving({f"/{name}": one for name, one in answers.items()}) as (server, _):
        return read_article(f"{server}{path}")


def refused(one: Answer) -> str:
    """What is said of a page, without its address and the quotation marks around it."""
    with serving({"/story": one}) as (server, _), pytest.raises(ReadingError) as error:
        read_article(f"{server}/story")
    told = str(error.value)
    start = f"“{server}/story” "
    assert told.startswith(start)
    assert told.endswith(".")
    return told.removeprefix(start)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://gazette.example/ferry", True),
        ("HTTP://gazette.example", True),
        (" http://x ", True),
        ("https:/gazette.example", False),
        ("ftp://gazette.example", False),
        ("file:///etc/passwd", False),
        ("gazette.example", False),
        ("texts/https://x", False),
    ],
)
def test_only_what_begins_as_a_web_address_is_one(text: str, wanted: bool) -> None:
    assert is_address(text) is wanted


def test_the_host_is_what_an_address_is_called_by() -> None:
    assert host("https://www.gazette.example:8080/ferry?x=1") == "gazette.example"
    assert host("https://[oops/") == ""
    assert host("https://") == ""


# What is read


def test_a_page_at_an_address_is_an_article() -> None:
    with serving({"/story": answer(page())}) as (server, _):
        article = read_article(f"{server}/story#comments")
        assert article.url == f"{server}/story"
    assert (article.name, article.title) == ("Harbour Gazette", HEADLINE)
    assert article.paragraphs == PARAGRAPHS
    assert article.path is None


def test_a_page_that_does_not_name_its_site_is_called_by_the_host() -> None:
    content = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert get(story=answer(content)).name == "127.0.0.1"


@pytest.mark.parametrize(
    ("media_type", "path"),
    [("text/plain", "/story"), ("text/plain; charset=us-ascii", "/story.html"), (None, "/story.txt")],
)
def test_plain_text_is_read_as_a_file_of_text_would_be(media_type: str | None, path: str) -> None:
    article = get(path=path, **{path[1:]: answer(f"{HEADLINE}\n\n{TEXT}", media_type)})
    assert (article.title, article.paragraphs) == (HEADLINE, PARAGRAPHS)


@pytest.mark.parametrize(
    ("media_type", "path"),
    [
        ("text/markdown", "/story"),
        ("text/x-markdown", "/story"),
        ("text/plain", "/story.md"),
        ("application/octet-stream", "/story.markdown"),
    ],
)
def test_markdown_is_read_as_a_file_of_markdown_would_be(media_type: str, path: str) -> None:
    content = f"---\nsource: Coast Wire\ndate: 2025-10-27\n---\n# {HEADLINE}\n\n{TEXT}"
    article = get(path=path, **{path[1:]: answer(content, media_type)})
    assert (article.name, article.date) == ("Coast Wire", "2025-10-27")
    assert article.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(("media_type", "path"), [(None, "/story"), ("application/octet-stream", "/story")])
def test_a_page_that_is_not_called_one_is_told_by_its_beginning(media_type: str | None, path: str) -> None:
    assert get(path=path, story=answer(page(), media_type)).paragraphs == PARAGRAPHS


def test_the_servers_word_on_the_encoding_counts_before_the_pages() -> None:
    polish = "Prom Marigold osiadł na mieliźnie we wtorek. Wszyscy są bezpieczni."
    content = page(polish, polish + " Jeszcze raz.").replace('charset="utf-8"', 'charset="windows-1252"')
    sent = answer(content.encode("iso8859-2", "replace"), "text/html; charset=ISO-8859-2")
    assert get(story=sent).paragraphs[0] == polish


def test_a_page_that_comes_compressed_is_unpacked() -> None:
    packed = answer(gzip.compress(page().encode()), Content_Encoding="gzip")
    assert get(story=packed).paragraphs == PARAGRAPHS


def test_a_page_that_comes_in_pieces_is_put_together() -> None:
    def send(request: BaseHTTPRequestHandler) -> None:
        request.protocol_version = "HTTP/1.1"
        request.send_response(200)
        request.send_header("Content-Type", "text/html; charset=utf-8")
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        for letter in (page().encode()[i : i + 100] for i in range(0, len(page().encode()), 100)):
            request.wfile.write(f"{len(letter):x}\r\n".encode() + letter + b"\r\n")
        request.wfile.write(b"0\r\n\r\n")

    assert get(story=send).paragraphs == PARAGRAPHS


def test_an_address_with_letters_of_any_script_is_asked_for() -> None:
    with serving({"/f%C3%A4hre?q=%C3%BC%20x": answer(page())}) as (server, asked):
        article = read_article(f" {server}/fähre?q=ü x ")
        assert [one.path for one in asked] == ["/f%C3%A4hre?q=%C3%BC%20x"]
        assert article.url == f"{server}/f%C3%A4hre?q=%C3%BC%20x"


def test_the_request_names_the_program_and_carries_no_cookies() -> None:
    with serving({"/story": redirect("/ferry"), "/ferry": answer(page())}) as (server, asked):
        read_article(f"{server}/story")
    for one in asked:
        assert one.headers["User-Agent"] == f"rashomon/{__version__}"
        assert "Cookie" not in one.headers


def test_progress_is_told_and_can_stop() -> None:
    told: list[tuple[int, int | None]] = []
    with serving({"/story": answer(page())}) as (server, _):
        read_article(f"{server}/story", progress=lambda *amounts: told.append(amounts))
        assert told[-1] == (len(page().encode()), len(page().encode()))

        def stop(received: int, expected: int | None) -> None:
            raise InterruptedError

        with pytest.raises(InterruptedError):
            read_article(f"{server}/story", progress=stop)


# Redirects


def test_redirects_are_followed_and_the_last_address_is_the_articles() -> None:
    with serving({"/a": redirect("/b", 301), "/b": redirect("c", 308), "/c": answer(page())}) as (server, _):
        assert read_article(f"{server}/a").url == f"{server}/c"


def test_redirects_without_end_are_given_up() -> None:
    assert refused(redirect("/story")) == "leads on to no page that can be read (302): check the address."


def test_a_long_way_of_redirects_is_given_up() -> None:
    with serving({f"/{n}": redirect(f"/{n + 1}") for n in range(100)}) as (server, asked):
        with pytest.raises(ReadingError, match="leads on to no page"):
            read_article(f"{server}/0")
        assert len(asked) < 10


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/plain,x", "javascript:x"]
)
def test_a_redirect_leads_nowhere_but_to_the_web(to: str) -> None:
    assert refused(redirect(to)).startswith(("leads on to no page", "cannot be reached", "is not there"))


# What cannot be had


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (404, "is not there (404): check the address."),
        (410, "is not there (410): check the address."),
        (403, "is not given to this program (403): open it in a browser and paste the text."),
        (429, "is not given so often (429): try again later."),
        (503, "cannot be read, since its server failed (503): try again later."),
        (418, "cannot be read (418): check the address."),
        (304, "leads on to no page that can be read (304): check the address."),
    ],
)
def test_what_a_server_refuses_is_told_with_what_to_do(code: int, told: str) -> None:
    assert refused(answer(page(), code=code)) == told


def test_a_page_without_an_article_is_refused() -> None:
    content = "<html><body><div id=root></div><script>start()</script></body></html>"
    assert refused(answer(content)).startswith("has no article that could be found")


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "application/json"])
def test_what_is_no_text_is_refused(media_type: str) -> None:
    told = refused(answer(b"%PDF-1.7", media_type))
    assert told == f"is no text but {media_type}: name the address of an article."


def test_what_is_called_text_but_is_none_is_refused() -> None:
    assert refused(answer(b"\x89PNG\r\n\x1a\n" + bytes(100))).startswith("is a picture, not text")


def test_an_empty_answer_is_refused() -> None:
    assert refused(answer("", "text/plain")) == "is empty: there is no text in it to read."


@pytest.mark.parametrize(
    "one",
    [
        answer("x" * 60_000, "text/plain"),
        answer("x" * 60_000, "text/plain", Content_Length="nonsense"),
        answer(gzip.compress(b"x" * 60_000), "text/plain", Content_Encoding="gzip"),
    ],
    ids=["announced", "not announced", "unpacked"],
)
def test_what_is_too_large_is_refused(one: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST_BYTES", 50_000)
    assert refused(one).startswith("is larger than")


def test_what_is_announced_as_too_large_is_not_even_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST_BYTES", 50_000)
    told: list[int] = []
    large = answer("x" * 60_000, "text/plain")
    with serving({"/story": large}) as (server, _), pytest.raises(ReadingError, match="is larger than"):
        read_article(f"{server}/story", progress=lambda received, _: told.append(received))
    assert told == []


def test_an_answer_that_breaks_off_is_not_taken_for_the_whole() -> None:
    assert (
        refused(answer(page(), Content_Length="100000")) == "broke off before all of it was here: try again."
    )


def test_a_compressed_answer_that_is_damaged_is_refused() -> None:
    damaged = gzip.compress(page().encode())[:-20]
    assert refused(answer(damaged, Content_Encoding="gzip")) == "came damaged: try again."
    assert refused(answer(page(), Content_Encoding="br")).startswith(
        "comes in a compression that is not read"
    )


def test_a_server_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "WAIT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(ReadingError, match=r"did not answer within .* seconds: try again later\.$"):
            read_article(address)


def test_a_server_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LONGEST_WAIT", -1.0)
    assert refused(answer(page())).startswith("did not come within")


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        address = f"http://127.0.0.1:{gone.getsockname()[1]}/"
    with pytest.raises(ReadingError, match=r"cannot be reached \(.+\): check the address and the network\.$"):
        read_article(address)


def test_a_proxy_of_a_kind_that_is_not_known_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy")
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:9")
    with pytest.raises(ReadingError, match=r"cannot be reached \(unknown url type: socks5\)"):
        read_article("http://gazette.invalid/ferry")


def test_a_host_that_is_not_known_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*arguments: object, **options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ReadingError, match=r"was not found: check whether “gazette\.invalid” is right"):
        read_article("https://www.gazette.invalid/ferry")


def test_a_server_whose_certificate_is_not_valid_is_told() -> None:
    with serving({}) as (server, _), pytest.raises(ReadingError, match=r"cannot be reached|cannot prove"):
        read_article(server.replace("http:", "https:"))


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "http:///x",
        "http://[oops",
        "http://a b/",
        "http://127.0.0.1:x/",
        "http://" + "a" * 70,
        "http://...",
    ],
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(ReadingError, match="check"):
        read_article(address)


def test_an_answer_that_is_no_http_is_told() -> None:
    def send(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"SSH-2.0-\x1b[2J\r\n")

    assert "\x1b" not in refused(send)


def test_control_characters_in_an_address_are_not_told() -> None:
    with pytest.raises(ReadingError) as error:
        read_article("http://127.0.0.1:1/\x1b[2J\u202e")
    assert clean(str(error.value)) == str(error.value)


# Whatever is sent


@pytest.fixture(scope="module")
def echo() -> Iterator[tuple[str, dict[str, Answer]]]:
    """A server that sends what a test puts in."""
    answers: dict[str, Answer] = {}
    with serving(answers) as (server, _):
        yield f"{server}/story", answers


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    data=st.one_of(st.binary(max_size=500), st.binary(max_size=200).map(lambda end: page().encode() + end)),
    charset=st.sampled_from(["utf-8", "latin-1", "utf-16", "utf-7", "zlib", "x\x1b", "shift_jis"]),
)
def test_any_bytes_served_as_a_page_are_read_cleanly_or_refused(
    echo: tuple[str, dict[str, Answer]], data: bytes, charset: str
) -> None:
    address, answers = echo
    answers["/story"] = answer(data, f"text/html; charset={charset}")
    try:
        article = read_article(address)
    except ReadingError as error:
        texts = [str(error)]
    else:
        texts = [article.name, article.title or "", article.url or "", *article.paragraphs]
    for text in texts:
        assert clean(text) == text


# Among files and sessions


def test_addresses_and_files_are_read_together(tmp_path: Path) -> None:
    file = tmp_path / "wire.txt"
    file.write_text("The ferry was built in 1987.", encoding="utf-8")
    with serving({"/story": answer(page())}) as (server, _):
        articles = read_articles([str(file), f"{server}/story", f"{server}/story"])
    assert [one.name for one in articles] == ["wire", "Harbour Gazette", "Harbour Gazette (2)"]


def test_an_article_that_was_changed_at_its_address_is_known_again(tmp_path: Path) -> None:
    with serving({"/story": answer(page())}) as (server, _):
        before = read_articles([f"{server}/story"])
    after = (Article(before[0].name, ("Entirely other words.",), url=before[0].url),)
    Store(before, tmp_path).save(Session())
    assert Store(after, tmp_path).restore().messages == (
        "“Harbour Gazette” has changed since you last read it.",
    )


# The command line


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    file = tmp_path / "wire.txt"
    file.write_text(
        "The ferry Marigold ran aground on Tuesday with 52 passengers on board.", encoding="utf-8"
    )
    return [str(file)]


@pytest.mark.parametrize("command", [["compare"], ["summary"], ["--plain"], ["compare", "--format", "json"]])
def test_every_command_takes_addresses(
    command: list[str], files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with serving({"/story": answer(page())}) as (server, _):
        assert main([*command, *files, f"{server}/story"]) == 0
    out, err = capsys.readouterr()
    assert "Harbour Gazette" in out
    assert err == ""


def test_at_a_terminal_it_is_told_what_one_waits_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.cli.articles.is_terminal", lambda stream: True)
    with serving({"/story": answer(page())}) as (server, _):
        assert main(["--plain", f"{server}/story"]) == 0
        assert capsys.readouterr().err == f"rashomon: fetching {server}/story …\n"


def test_an_address_that_cannot_be_read_is_told_as_a_file_would_be(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with serving({}) as (server, _):
        assert main(["compare", *files, f"{server}/story"]) == 2
        assert (
            capsys.readouterr().err == f"rashomon: “{server}/story” is not there (404): check the address.\n"
        )


def test_a_file_is_replaced_though_an_article_has_an_address(files: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("old", encoding="utf-8")
    with serving({"/story.md": answer(page())}) as (server, _):
        assert main(["summary", f"{server}/story.md", *files, "--force", "-o", str(out)]) == 0
    assert "Marigold" in out.read_text(encoding="utf-8")


def test_markdown_at_an_address_is_no_exported_summary_that_is_opened_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with serving({"/story.md": answer(TEXT, "text/markdown")}) as (server, asked):
        assert main(["--plain", f"{server}/story.md"]) == 0
        assert len(asked) == 1
    assert "Marigold" in capsys.readouterr().out


def test_an_exported_summary_does_not_fetch_its_articles_again(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.md"
    with serving({"/story": answer(page())}) as (server, asked):
        assert main(["summary", f"{server}/story", *files, "-o", str(out)]) == 0
        assert main(["summary", str(out)]) == 2
        assert len(asked) == 1
    assert "name the articles instead" in capsys.readouterr().err


def test_no_file_is_read_by_the_network(tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    path.write_text(page(head='<link rel="canonical" href="http://127.0.0.1:1/">'), encoding="utf-8")
    code = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise SystemExit(event)
sys.addaudithook(refuse)
from tui.reading import read_article
print(read_article(sys.argv[1]).title)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(web.__file__).parents[2],
    )
    assert done.stdout.strip() == HEADLINE
