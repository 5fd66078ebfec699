from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from handmade import comparison
from hypothesis import given
from hypothesis import strategies as st

from tests.session.test_serial import decisions
from tui.export.markdown import to_markdown
from tui.export.roundtrip import is_export, read_export, reopen
from tui.model import Article, Judgement, Verdict
from tui.reading import ReadingError, read_articles
from tui.session import Choices
from tui.session.identity import fingerprint

HERALD = "The old bridge over the Sarn was closed on Tuesday.\n\nA ferry will run from Friday.\n"
COURIER = "Engineers closed the old bridge on Tuesday.\n\nThe pillar has 41 cracks.\n"
DECIDED = (
    Choices()
    .budget(80)
    .keep("A1.1")
    .drop("B2.1")
    .judge("number:A1.1+B1.1", Verdict(Judgement.DISMISSED, "two bridges"))
    .note("A1", "who?")
)


@given(decisions())
def test_an_exported_document_gives_back_every_choice(choices: Choices):
    exported = read_export(to_markdown(comparison(), choices))
    assert exported.choices == choices
    assert exported.paths == ("herald.txt", "courier.md")
    assert exported.hashes == tuple(fingerprint(source.article) for source in comparison().sources)
    assert exported.lines == ("A1.1", "B1.2", "B2.1")


def test_line_ends_of_another_system_do_no_harm():
    text = to_markdown(comparison(), DECIDED).replace("\n", "\r\n")
    assert is_export(text)
    assert read_export(text).choices == DECIDED


@pytest.mark.parametrize(
    "text", ["", "# A title\n\nText.\n", "---\ntitle: x\n---\nText.\n", "rashomon:\n", "---\nrashomon:\n"]
)
def test_another_document_is_no_export(text: str):
    assert not is_export(text)
    with pytest.raises(ValueError, match="no summary that was exported"):
        read_export(text)


def test_an_article_that_quotes_an_export_is_no_export():
    assert not is_export(f"Look:\n\n{to_markdown(comparison())}")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("format: 1", "format: 2", "another version"),
        ("words: 80", "words: many", "“words” must be a whole number"),
        ('- "A1.1"', '- "x"', "must be an id such as A3.1"),
        ('sha256: "', 'sha256: "x', "damaged"),
        ("sources:", "spices:", "damaged"),
        ('paragraphs:\n    - "', 'paragraphs:\n    - "x', "damaged"),
        ("paragraphs:\n", "paragraphs:\n    - '0123456789abcdef'\n", "damaged"),
        ('path: "herald.txt"', "path: [1]", "damaged"),
        ("rashomon:\n", "rashomon:\n  - [\n", "damaged"),
        ('generator: "Rash', 'generator: 2031-99-99\nx: "Rash', "damaged"),
    ],
)
def test_what_is_damaged_is_told_in_a_sentence(old: str, new: str, message: str):
    text = to_markdown(comparison(), DECIDED)
    assert old in text
    with pytest.raises(ValueError, match=rf"{message}.*\.$"):
        read_export(text.replace(old, new))


@given(st.data())
def test_a_document_edited_anywhere_is_read_or_refused_in_a_sentence(data: st.DataObject):
    text = to_markdown(comparison(), DECIDED)
    matter = text.index("\n---\n")
    place = data.draw(st.integers(0, matter))
    inserted = data.draw(st.text(st.sampled_from('-:[]{}"&*!|>\n x1'), max_size=5))
    with suppress(ValueError):
        read_export(text[:place] + inserted + text[place + data.draw(st.integers(0, 30)) :])


def exported_to(folder: Path, articles: tuple[Article, ...], name: str = "out.md") -> Path:
    from tui.analysis import compare

    file = folder / name
    file.write_text(to_markdown(compare(articles), DECIDED, folder=folder), encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "herald.txt").write_text(HERALD)
    (tmp_path / "courier.txt").write_text(COURIER)
    (tmp_path / "exports").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("target", ["", "exports"])
@pytest.mark.parametrize("prefix", ["", "./", "/"])
def test_the_articles_are_found_from_where_the_file_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch, target: str, prefix: str
):
    start = f"{folder}/" if prefix == "/" else prefix
    articles = read_articles([f"{start}herald.txt", f"{start}courier.txt"])
    file = exported_to(Path(target) if target else Path(), articles)
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    reopened = reopen([str(Path("..") / file)])
    assert reopened is not None
    exported, again = reopened
    assert exported.choices == DECIDED
    assert [one.paragraphs for one in again] == [one.paragraphs for one in articles]


def test_a_document_that_came_through_standard_output_is_looked_for_from_the_current_folder(folder: Path):
    articles = read_articles(["herald.txt", "courier.txt"])
    file = exported_to(folder, articles)
    moved = folder / "exports" / "moved.md"
    moved.write_bytes(file.read_bytes())
    assert reopen([str(moved)]) is not None


def test_only_one_markdown_file_alone_is_taken_for_an_export(folder: Path):
    file = exported_to(folder, read_articles(["herald.txt", "courier.txt"]))
    assert reopen([str(file), "herald.txt"]) is None
    assert reopen(["herald.txt"]) is None
    (folder / "plain.md").write_text(HERALD)
    assert reopen(["plain.md"]) is None
    with pytest.raises(ReadingError):
        reopen(["missing.md"])


def test_an_article_that_is_gone_is_named(folder: Path):
    file = exported_to(folder, read_articles(["herald.txt", "courier.txt"]))
    (folder / "courier.txt").unlink()
    with pytest.raises(ValueError, match=r"“courier\.txt”.* is no longer there: put it back.*\.$"):
        reopen([str(file)])


def test_of_an_article_that_has_changed_the_choices_that_still_apply_are_kept(folder: Path):
    file = exported_to(folder, read_articles(["herald.txt", "courier.txt"]))
    (folder / "herald.txt").write_text(f"The mayor resigned.\n\n{HERALD}")
    exported, articles = reopen([str(file)]) or pytest.fail("no export")
    assert len(articles[0].paragraphs) == 3
    assert exported.choices.kept == {"A2.1"}
    assert exported.choices.dropped == {"B2.1"}
    assert exported.choices.notes == {"A2": "who?"}
    assert list(exported.choices.verdicts) == ["number:A2.1+B1.1"]
    assert "A3.1" in exported.lines  # the one about the ferry
    assert exported.messages == ("“herald” has changed since you last read it.",)


def test_choices_about_what_is_gone_are_counted(folder: Path):
    file = exported_to(folder, read_articles(["herald.txt", "courier.txt"]))
    (folder / "herald.txt").write_text(HERALD.replace("Tuesday", "Sunday"))
    exported, _ = reopen([str(file)]) or pytest.fail("no export")
    assert exported.choices.notes == {}
    assert exported.choices.dropped == {"B2.1"}
    assert exported.messages[1].startswith("3 decisions and notes about passages that are gone or changed")


def test_without_hashes_of_the_paragraphs_a_changed_article_is_refused(folder: Path):
    file = exported_to(folder, read_articles(["herald.txt", "courier.txt"]))
    text = file.read_text(encoding="utf-8")
    older = re.sub(r"(?m)^  paragraphs:\n(?:    - .*\n)+", "", text)
    assert older != text
    file.write_text(older, encoding="utf-8")
    assert reopen([str(file)]) is not None
    (folder / "herald.txt").write_text(HERALD.replace("Friday", "Sunday"))
    with pytest.raises(ValueError, match=r"“herald\.txt” has changed .*: name the articles instead"):
        reopen([str(file)])


def test_an_article_that_was_in_no_file_cannot_be_opened_again(folder: Path):
    file = exported_to(folder, (Article.from_text(HERALD, name="stdin"), *read_articles(["courier.txt"])))
    with pytest.raises(ValueError, match=r"“stdin” was not read from a file"):
        reopen([str(file)])


def test_the_front_matter_stays_readable_for_other_programs():
    matter = yaml.safe_load(to_markdown(comparison(), DECIDED).split("\n---\n")[0])
    assert matter["rashomon"]["choices"]["notes"] == {"A1": "who?"}
    assert matter["rashomon"]["choices"]["words"] == 80
