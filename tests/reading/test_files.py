from __future__ import annotations

import codecs
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading import ReadingError, read_article, read_articles

TEXT = (
    "The café at Lunmouth’s harbour was closed on Monday – for good.\n\n“Nobody told us,” the owner said.\n"
)
PARAGRAPHS = tuple(TEXT.strip().split("\n\n"))


def write(folder: Path, data: bytes | str, name: str = "article.txt") -> str:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(file)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode("utf-8"), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="UTF-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="UTF-16 LE with mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="UTF-16 BE with mark"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), id="UTF-32 LE with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 LE"),
        pytest.param(TEXT.encode("utf-16-be"), id="UTF-16 BE"),
        pytest.param(TEXT.encode("cp1252"), id="Windows-1252"),
        pytest.param(TEXT.replace("\n", "\r\n").encode("cp1252"), id="Windows-1252 CRLF"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="CR"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, data: bytes) -> None:
    assert read_article(write(tmp_path, data)).paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Мост в гавани закрыли в понедельник после шторма. Жители сказали, что им никто не сообщил.",
            "cp1251",
        ),
        (
            "Мост в гавани закрыли в понедельник после шторма. Жители сказали, что им никто не сообщил.",
            "koi8-r",
        ),
        (
            "港の橋は月曜日、台風による被害のため通行止めになったと当局が発表した。住民は知らされていなかった。",
            "shift_jis",
        ),
    ],
)
def test_other_scripts_are_found_too(tmp_path: Path, text: str, encoding: str) -> None:
    assert read_article(write(tmp_path, (text * 3).encode(encoding))).paragraphs == (text * 3,)


def test_a_single_accent_is_read_as_western(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "The café is shut.".encode("latin-1"))).paragraphs == (
        "The café is shut.",
    )


def test_a_character_cut_in_half_does_not_change_the_encoding_of_the_rest(tmp_path: Path) -> None:
    data = (TEXT + "The café").encode()[:-1]
    assert read_article(write(tmp_path, data)).paragraphs == (*PARAGRAPHS, "The caf\ufffd")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"{\\rtf1\\ansi The bridge}", "RTF"),
        (b"PK\x03\x04\x14\x00", "Word"),
        (b"\x89PNG\r\n\x1a\n\x00", "picture"),
        (b"\x1f\x8b\x08\x00", "compressed"),
        (b"\x7fELF\x02\x01", "program"),
        (b"The bridge\x00 was closed", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x01\x02\x03\x04 ab \x05\x06\x0e\x0f", "binary"),
        ("The bridge\x00 was closed".encode("utf-16-le"), "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(tmp_path: Path, data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError, match=kind) as caught:
        read_article(write(tmp_path, data, "bridge.txt"))
    assert "bridge.txt" in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"\n \r\n\t", codecs.BOM_UTF8, b"---\n***\n...", codecs.BOM_UTF16_LE])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadingError, match=r"nothing\.txt.* is empty"):
        read_article(write(tmp_path, data, "nothing.txt"))


def test_markdown_with_nothing_but_front_matter_is_empty(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is empty"):
        read_article(write(tmp_path, "---\ntitle: x\n---\n", "a.md"))


@pytest.mark.parametrize("name", ["missing.txt", "no/such/folder.txt", "a\0b", "file.txt/below"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    write(tmp_path, TEXT, "file.txt")
    with pytest.raises(ReadingError, match="does not exist"):
        read_article(str(tmp_path / name))


SCENE = "The café on the quay burned down. José Núñez saw it.\n\n"
SAID = "“It was the fryer,” said José Núñez – the café’s owner."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SCENE.encode() + SAID.encode("cp1252"), id="UTF-8 first"),
        pytest.param(SCENE.encode("cp1252") + SAID.encode(), id="Windows-1252 first"),
        pytest.param(codecs.BOM_UTF8 + SCENE.encode() + SAID.encode("cp1252"), id="with a mark"),
        pytest.param((SCENE + SAID).encode().decode("latin-1").encode(), id="read as Latin-1"),
        pytest.param(
            (SCENE + SAID).encode("cp1252").decode("latin-1").encode(), id="Windows-1252 as Latin-1"
        ),
        pytest.param((SCENE.encode().decode("latin-1") + SAID).encode(), id="a wrong paragraph"),
    ],
)
def test_what_was_put_together_or_decoded_wrongly_is_repaired(tmp_path: Path, data: bytes) -> None:
    article = read_article(write(tmp_path, data))
    assert (article.paragraphs, article.warnings) == ((SCENE.strip(), SAID), ())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SCENE.encode("ascii", "replace") + b"He didn?t.", id="question marks"),
        pytest.param(SCENE.encode() + b"The caf\xc3", id="cut in half"),
        pytest.param((SCENE + "The caf\ufffd burned down.").encode(), id="lost before"),
    ],
)
def test_characters_that_are_lost_are_told(tmp_path: Path, data: bytes) -> None:
    assert "damaged" in [caution.kind for caution in read_article(write(tmp_path, data)).warnings]


def test_an_empty_name_is_told_as_such() -> None:
    with pytest.raises(ReadingError, match="An empty name"):
        read_article("")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is a folder"):
        read_article(str(tmp_path))


def test_a_device_is_refused_rather_than_read_for_ever() -> None:
    with pytest.raises(ReadingError, match="is a device"):
        read_article("/dev/zero")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT)
    Path(path).chmod(0)
    with pytest.raises(ReadingError, match="may not be read"):
        read_article(path)


def test_a_name_too_long_for_any_file_is_one_sentence() -> None:
    with pytest.raises(ReadingError, match="cannot be read"):
        read_article("x" * 10_000)


def test_errors_name_a_hostile_file_safely(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as caught:
        read_article(str(tmp_path / "a\x1b[2J\u202e\udc80\nb.txt"))
    assert str(caught.value).isprintable()
    str(caught.value).encode()


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "binary.txt", ""])
def test_every_error_is_one_sentence(tmp_path: Path, name: str) -> None:
    write(tmp_path, b"", "empty.txt")
    write(tmp_path, b"\0", "binary.txt")
    with pytest.raises(ReadingError) as caught:
        read_article(str(tmp_path / name))
    message = str(caught.value)
    assert message.endswith(".")
    assert message.replace(".txt", "").count(". ") == 0


def test_standard_input(tmp_path: Path) -> None:
    article = read_article("-", io.BytesIO(TEXT.encode("utf-16")))
    assert (article.name, article.path, article.paragraphs) == ("stdin", None, PARAGRAPHS)


def test_empty_standard_input_is_named() -> None:
    with pytest.raises(ReadingError, match="Standard input is empty"):
        read_article("-", io.BytesIO())


def test_standard_input_can_be_asked_for_once() -> None:
    with pytest.raises(ReadingError, match="only once"):
        read_articles(["-", "-"], io.BytesIO(TEXT.encode()))


def test_the_name_is_the_file_name_and_the_path_is_as_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, TEXT, "Island Mail.final.txt")
    article = read_article("./Island Mail.final.txt")
    assert (article.name, article.path) == ("Island Mail.final", "./Island Mail.final.txt")


def test_names_and_paths_are_clean(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, TEXT, "Is\u202eland\x1b[2J.txt"))
    assert article.name == "Island\ufffd[2J"
    assert article.path == str(tmp_path / "Island\ufffd[2J.txt")


def test_names_that_occur_twice_are_numbered(tmp_path: Path) -> None:
    paths = []
    for folder, name in (("a", "x"), ("b", "x"), ("c", "x (2)"), ("d", "x")):
        (tmp_path / folder).mkdir()
        paths.append(write(tmp_path / folder, f"{TEXT}{folder} is here.", f"{name}.txt"))
    names = [article.name for article in read_articles(paths)]
    assert names == ["x", "x (3)", "x (2)", "x (4)"]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        article = read_article("-", io.BytesIO(data))
    except ReadingError:
        return
    assert article.paragraphs


def test_reading_plain_text_loads_no_library_it_does_not_need() -> None:
    code = (
        "import sys, io; from tui.reading import read_article;"
        "read_article('-', io.BytesIO('The café – “so” Núñez.'.encode()));"
        "late = {'charset_normalizer', 'ftfy', 'yaml', 'markdown_it', 'textual', 'numpy'};"
        "print(late & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_all_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, TEXT, "good.txt"),
        write(tmp_path, b"%PDF-1.7", "story.pdf"),
        str(tmp_path / "gone.txt"),
        write(tmp_path, '{"a": 1}', "story.txt"),
    ]
    with pytest.raises(ReadingError) as caught:
        read_articles(paths)
    lines = str(caught.value).splitlines()
    assert [
        name in line for name, line in zip(("story.pdf", "gone.txt", "story.txt"), lines, strict=True)
    ] == [
        True,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("www.gazette.example", "https://www.gazette.example"),
        ("www.gazette.example/ferry", "https://www.gazette.example/ferry"),
        ("gazette.example/2024/03/ferry", "https://gazette.example/2024/03/ferry"),
        ("//gazette.example/ferry", "https://gazette.example/ferry"),
        ("gazette.example:8080/ferry?a=b", "https://gazette.example:8080/ferry?a=b"),
        ("WWW.Gazette.Example/x", "https://WWW.Gazette.Example/x"),
        ("articles/ferry.txt", None),
        ("ferry.txt", None),
        ("./gazette.example/ferry", None),
        ("../x.example/ferry", None),
        ("saved.d/ferry.txt", None),
    ],
)
def test_an_address_without_https_is_known_as_one(
    path: str, address: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved.d").mkdir()
    told = f"if it is a web address, write “{address}”." if address else "check the name and the folder."
    with pytest.raises(ReadingError) as caught:
        read_article(path)
    assert str(caught.value) == f"“{path}” does not exist: {told}"


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08\x00", b"BZh91AY", b"\xfd7zXZ\x00"])
def test_what_is_compressed_is_to_be_unpacked(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadingError, match=r"is a compressed file, not text: unpack it\.$"):
        read_article(write(tmp_path, data, "story.html.gz"))


@pytest.mark.parametrize("name", ["story.txt", "story", "story.page", "story.csv", "story.md", "story.html"])
@pytest.mark.parametrize(
    "data", ["a,b,c\n1,2,3\n4,5,6\n", '[{"a": "b"}]', '<rss version="2.0"><channel/></rss>']
)
def test_data_is_no_article_whatever_its_file_is_called(tmp_path: Path, name: str, data: str) -> None:
    with pytest.raises(ReadingError, match=r"not an article: save the article's text"):
        read_article(write(tmp_path, data, name))
