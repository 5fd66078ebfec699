from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from contextlib import chdir
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest import mock

import pytest
from checkout import ROOT
from terminal import in_terminal

from tui import __version__
from tui.cli import main, open_app

RASHOMON = [sys.executable, "-m", "tui"]

HERALD = """Bridge over the Sarn is closed

The old bridge over the Sarn was closed on Tuesday after engineers found 14 cracks in a pillar.

Lorries are sent through the village of Upper Marl, where the road is narrow.
"""
COURIER = """Engineers closed the old bridge over the Sarn on Tuesday because a pillar has 41 cracks.

A ferry for people on foot will run from Friday, the district council said.
"""


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "courier.txt").write_text(COURIER, encoding="utf-8")
    return [str(tmp_path / "herald.txt"), str(tmp_path / "courier.txt")]


def rashomon(
    *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """What the program does, in this process: starting another takes longer than all it does."""
    given = TextIOWrapper(BytesIO(stdin), encoding="utf-8")
    out, errors = BytesIO(), BytesIO()
    with (
        mock.patch.dict(os.environ, variables(env), clear=True),
        mock.patch.object(sys, "stdin", given),
        mock.patch.object(sys, "stdout", TextIOWrapper(out, encoding="utf-8")) as printed,
        mock.patch.object(sys, "stderr", TextIOWrapper(errors, encoding="utf-8")) as complained,
        chdir(cwd or Path.cwd()),
    ):
        code = main(arguments)
        printed.flush()
        complained.flush()
        return subprocess.CompletedProcess(arguments, code, out.getvalue(), errors.getvalue())


def started(
    *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """What the program does as a process of its own."""
    return subprocess.run(
        [*RASHOMON, *arguments], input=stdin, capture_output=True, env=variables(env), cwd=cwd, check=False
    )


def variables(env: dict[str, str] | None) -> dict[str, str]:
    """The environment without what changes the output, and with what is given."""
    outer = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "FORCE_COLOR", "NO_COLOR")}
    return outer | {"PYTHONPATH": str(ROOT)} | (env or {})


def failure(result: subprocess.CompletedProcess[bytes], code: int) -> str:
    """The one sentence of a failure."""
    message = result.stderr.decode()
    assert (result.returncode, result.stdout) == (code, b""), message
    assert re.fullmatch(r"rashomon: .+\n", message), message
    return message


# --- what is printed ------------------------------------------------------------------------------


def test_compare_prints_text_of_both_articles(articles: list[str]):
    result = started("compare", *articles)
    text = result.stdout.decode()
    assert (result.returncode, result.stderr) == (0, b"")
    for word in ("SOURCES", "herald", "courier", "Upper Marl", "ferry", "SUMMARY"):
        assert word in text
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_compare_respects_the_width_of_the_terminal(articles: list[str]):
    lines = rashomon("compare", *articles, env={"COLUMNS": "120"}).stdout.decode().splitlines()
    assert 100 < max(map(len, lines)) <= 120


@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours_unless_it_wants_none(
    articles: list[str], env: dict[str, str], coloured: bool
):
    code, screen = in_terminal(
        ["env", *(f"{k}={v}" for k, v in env.items()), *RASHOMON, "compare", *articles]
    )
    assert code == 0
    assert bool(re.search(rb"\x1b\[[\d;]*3[1-6]m", screen)) is coloured


def test_compare_prints_json_that_is_the_same_every_time(articles: list[str]):
    first = rashomon("compare", "--format", "json", *articles)
    second = started("compare", *articles, "--format=json", env={"PYTHONHASHSEED": "7", "LC_ALL": "C"})
    assert first.returncode == 0
    assert first.stdout == second.stdout
    data = json.loads(first.stdout.decode("utf-8"))
    assert [source["name"] for source in data["sources"]] == ["herald", "courier"]
    assert data["sources"][0]["title"] == "Bridge over the Sarn is closed"


def test_summary_prints_the_markdown_that_compare_prints(articles: list[str]):
    summary = rashomon("summary", *articles)
    assert summary.returncode == 0
    assert b"\n# Merged reading of 2 articles\n" in summary.stdout
    assert summary.stdout == rashomon("compare", "--format", "markdown", *articles).stdout


def test_words_bounds_the_summary(articles: list[str]):
    data = json.loads(rashomon("compare", *articles, "--format", "json", "--words", "17").stdout)
    assert 0 < sum(len(line["text"].split()) for line in data["summary"]) <= 17


def test_one_article_alone_can_be_summarised(articles: list[str]):
    result = rashomon("summary", articles[0])
    assert result.returncode == 0
    assert b"\n# Summary of one article\n" in result.stdout


def test_standard_input_is_an_article(articles: list[str]):
    data = json.loads(started("compare", articles[0], "-", "--format", "json", stdin=COURIER.encode()).stdout)
    assert [source["path"] for source in data["sources"]] == [articles[0], None]
    assert "ferry" in data["sources"][1]["paragraphs"][1]["text"]


def test_a_file_named_like_a_command_can_be_given_by_its_path(tmp_path: Path):
    (tmp_path / "compare").write_text(HERALD)
    data = json.loads(rashomon("compare", "./compare", "--format", "json", cwd=tmp_path).stdout)
    assert data["sources"][0]["name"] == "compare"


@pytest.mark.parametrize(
    ("arguments", "beginning"),
    [
        (["compare", "--format", "html"], "<!doctype html>\n"),
        (["compare", "--format", "plain"], "Merged reading of 2 articles\n"),
        (["--plain"], "Merged reading of 2 articles\n"),
        (["summary", "--format", "html"], "<!doctype html>\n"),
        (["summary", "--format", "mail"], "MERGED READING OF 2 ARTICLES\n"),
        (["summary", "--format", "json"], "{\n"),
    ],
)
def test_every_form_is_printed(articles: list[str], arguments: list[str], beginning: str):
    result = rashomon(*arguments, *articles)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode("utf-8").startswith(beginning)


@pytest.mark.parametrize(
    ("command", "name", "beginning"),
    [
        ("summary", "page.html", "<!doctype html>\n"),
        ("summary", "mail.TXT", "MERGED READING OF 2 ARTICLES\n"),
        ("summary", "data.json", "{\n"),
        ("summary", "notes", "---\n"),
        ("compare", "page.htm", "<!doctype html>\n"),
        ("compare", "notes.md", "---\n"),
        ("compare", "notes", "SOURCES "),
    ],
)
def test_a_file_has_the_form_that_its_ending_asks_for(
    articles: list[str], tmp_path: Path, command: str, name: str, beginning: str
):
    assert rashomon(command, *articles, "-o", str(tmp_path / name)).returncode == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)


def test_a_form_that_is_named_counts_more_than_the_ending(articles: list[str], tmp_path: Path):
    out = tmp_path / "page.html"
    assert rashomon("summary", *articles, "--format", "json", "-o", str(out)).returncode == 0
    assert out.read_text(encoding="utf-8").startswith("{\n")


# --- a conflict as a failure ----------------------------------------------------------------------


CALM = COURIER.replace("41 cracks", "14 cracks")


@pytest.mark.parametrize("kind", ["conflict", "difference"])
def test_a_conflict_can_be_a_failure_after_the_output(articles: list[str], tmp_path: Path, kind: str):
    plain = rashomon("compare", *articles)
    result = rashomon("compare", *articles, "--fail-on", kind)
    assert result.returncode == 1
    assert result.stdout == plain.stdout
    assert result.stderr == b"rashomon: the articles have 1 conflict.\n"
    out = tmp_path / "out.txt"
    assert rashomon("compare", *articles, "--fail-on", kind, "-o", str(out)).returncode == 1
    assert "41 cracks" in out.read_text(encoding="utf-8")


def test_without_a_conflict_nothing_fails(articles: list[str]):
    Path(articles[1]).write_text(CALM, encoding="utf-8")
    result = rashomon("compare", *articles, "--fail-on", "conflict")
    assert (result.returncode, result.stderr) == (0, b"")


# --- a summary that was exported ------------------------------------------------------------------


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_exported_summary_gives_itself_again(tmp_path: Path, articles: list[str]):
    out = tmp_path / "out.md"
    rashomon("summary", *articles, "-o", str(out), "--words", "40")
    assert rashomon("summary", str(out)).stdout == out.read_bytes()


def test_the_choices_in_an_exported_summary_hold_for_every_form(tmp_path: Path, articles: list[str]):
    out = tmp_path / "out.md"
    rashomon("summary", *articles, "-o", str(out))
    data = json.loads(rashomon("compare", *articles, "--format", "json").stdout)
    lines = [line["sentence"] for line in data["summary"]]
    edited(out, "dropped: []", f"dropped: [{lines[0]}]")
    edited(out, "verdicts: {}", "verdicts: {'number:A1.1+B1.1': {judgement: dismissed, reason: two piers}}")
    result = rashomon("compare", str(out), "--format", "json", "--fail-on", "conflict")
    again = json.loads(result.stdout)
    assert result.returncode == 0
    assert lines[0] not in [line["sentence"] for line in again["summary"]]
    assert again["dismissed"][0]["verdict"]["reason"] == "two piers"
    assert b"Dismissed by the reader: two piers" in rashomon("--plain", str(out)).stdout


def test_an_exported_summary_is_fitted_to_an_article_that_changed_and_refused_without_one(
    tmp_path: Path, articles: list[str]
):
    out = tmp_path / "out.md"
    rashomon("summary", *articles, "-o", str(out))
    Path(articles[0]).write_text(HERALD.replace("14", "15"), encoding="utf-8")
    for command in ("--plain", "compare", "summary"):
        result = rashomon(command, str(out))
        assert result.returncode == 0
        assert "herald” has changed" in result.stderr.decode()
    Path(articles[0]).unlink()
    assert "herald.txt”, which the summary was made from, is no longer there" in failure(
        rashomon(str(out)), 2
    )


def test_an_exported_summary_opens_with_its_choices(
    tmp_path: Path, articles: list[str], monkeypatch: pytest.MonkeyPatch
):
    out = tmp_path / "out.md"
    rashomon("summary", *articles, "-o", str(out), "--words", "40")
    edited(out, "notes: {}", "notes: {A1.1: ask the engineers}")
    opened = []
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(open_app, "need_terminal", lambda **_: None)
    monkeypatch.setattr(open_app, "run", opened.append)
    assert main([str(out)]) == 0
    (app,) = opened
    assert [article.name for article in app.state.articles] == ["herald", "courier"]
    assert app.state.session.choices.words == 40
    assert app.state.session.choices.notes == {"A1.1": "ask the engineers"}
    assert app.state.session.undo().choices.notes == {}


# --- help and wrong use ---------------------------------------------------------------------------


@pytest.mark.parametrize("command", [[], ["compare"], ["summary"]])
def test_help_shows_examples(command: list[str]):
    result = rashomon(*command, "--help")
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\nexamples:\n  rashomon" in result.stdout
    assert max(map(len, result.stdout.decode().splitlines())) <= 90


def test_version_is_that_of_the_package():
    assert started("--version").stdout.decode() == f"rashomon {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare"],
        ["summary"],
        ["--nonsense"],
        ["compare", "a.txt", "--format", "yaml"],
        ["compare", "a.txt", "--words", "0"],
        ["summary", "a.txt", "--words", "-3"],
        ["summary", "a.txt", "--words", "many"],
        ["compare", "a.txt", "--words", "100001"],
        ["summary", "a.txt", "--format", "plain"],
        ["summary", "a.txt", "--fail-on", "conflict"],
        ["compare", "a.txt", "--fail-on", "doubt"],
    ],
)
def test_wrong_use_is_told_with_the_usage(arguments: list[str]):
    result = rashomon(*arguments)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.startswith(b"usage: rashomon")


# --- articles that cannot be read -----------------------------------------------------------------


@pytest.mark.parametrize("command", [[], ["compare"], ["summary"]])
@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.txt", None), ("empty.txt", b" \n\n"), ("binary.txt", b"\x7fELF\x00\x01\x02\x00" * 40)],
)
def test_a_file_that_holds_no_article_is_named(
    tmp_path: Path, articles: list[str], command: list[str], name: str, content: bytes | None
):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert name in failure(rashomon(*command, articles[0], str(path)), 2)


def test_a_folder_is_named(tmp_path: Path):
    assert str(tmp_path) in failure(rashomon("compare", str(tmp_path)), 2)


def test_standard_input_cannot_be_two_articles():
    result = rashomon("compare", "-", "-", stdin=HERALD.encode())
    assert "once" in failure(result, 2)


def test_control_characters_in_a_file_name_do_not_reach_the_terminal():
    result = rashomon("compare", "\x1b]0;owned\x07\u202e.txt")
    assert failure(result, 2).rstrip("\n").isprintable()


# --- the application needs a terminal -------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["herald.txt"]])
def test_without_a_terminal_the_application_points_to_compare(tmp_path: Path, arguments: list[str]):
    (tmp_path / "herald.txt").write_text(HERALD)
    assert "rashomon compare" in failure(started(*arguments, cwd=tmp_path), 2)


def test_an_article_from_a_pipe_without_a_terminal_for_keys_points_to_compare():
    assert "rashomon compare" in failure(started("-", stdin=HERALD.encode()), 2)


def test_the_application_takes_keys_from_the_terminal_when_the_article_came_through_a_pipe():
    code, screen = in_terminal([*RASHOMON, "-"], [("narrow", "q")], stdin=HERALD.encode())
    assert code == 0
    assert b"Traceback" not in screen


def test_without_a_file_the_samples_are_opened():
    code, _ = in_terminal(RASHOMON, [("Kuala", "q")], size=(30, 140))
    assert code == 0


def test_a_key_for_two_actions_is_told_with_both_before_anything_opens(tmp_path: Path, articles: list[str]):
    config = tmp_path / "config.toml"
    config.write_text('[keys.compare]\nzoom = ["v"]\n', encoding="utf-8")
    message = failure(rashomon("--config", str(config), *articles), 2)
    assert "compare.zoom" in message
    assert "compare.view" in message
    assert str(config) in message


# --- writing to a file ----------------------------------------------------------------------------


def test_output_goes_to_a_file(tmp_path: Path, articles: list[str]):
    result = rashomon("summary", *articles, "-o", str(tmp_path / "out.md"))
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert (tmp_path / "out.md").read_bytes() == rashomon("summary", *articles).stdout


def test_an_existing_file_is_not_replaced_without_asking(tmp_path: Path, articles: list[str]):
    out = tmp_path / "out.md"
    out.write_text("mine")
    message = failure(rashomon("summary", *articles, "-o", str(out), stdin=b"y\n"), 2)
    assert "out.md" in message
    assert "--force" in message
    assert out.read_text() == "mine"
    assert rashomon("summary", *articles, "-o", str(out), "--force").returncode == 0
    assert "# Merged" in out.read_text()


@pytest.mark.parametrize(
    ("answer", "code", "replaced"), [("y\n", 0, True), ("n\n", 1, False), ("\x04", 1, False)]
)
def test_a_person_is_asked_before_a_file_is_replaced(
    tmp_path: Path, articles: list[str], answer: str, code: int, replaced: bool
):
    out = tmp_path / "out.md"
    out.write_text("mine")
    ended, _ = in_terminal([*RASHOMON, "summary", *articles, "-o", str(out)], [("Replace it? [y/N]", answer)])
    assert ended == code
    assert (out.read_text() != "mine") is replaced


def test_an_article_is_never_overwritten(articles: list[str]):
    failure(rashomon("summary", *articles, "-o", articles[1], "--force"), 2)
    assert Path(articles[1]).read_text(encoding="utf-8") == COURIER


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, articles: list[str]):
    message = failure(rashomon("summary", *articles, "-o", str(tmp_path / "nowhere" / "out.md")), 1)
    assert "out.md" in message


# --- ending early ---------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--format", "json"], ["compare"], ["summary"]])
def test_a_reader_that_leaves_is_no_error(articles: list[str], arguments: Sequence[str]):
    files = [] if arguments == ["--help"] else articles
    read, write = os.pipe()
    os.close(read)
    process = subprocess.Popen([*RASHOMON, *arguments, *files], stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    _, errors = process.communicate()
    assert errors == b""
    assert process.returncode in (0, 141)  # argparse itself is silent about help that nobody reads


def test_an_interrupt_ends_quietly(tmp_path: Path, articles: list[str]):
    out = tmp_path / "out.md"
    out.write_text("mine")
    code, screen = in_terminal([*RASHOMON, "summary", *articles, "-o", str(out)], [("[y/N]", "\x03")])
    assert code == 130
    assert b"Traceback" not in screen
    assert out.read_text() == "mine"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_in_a_sentence(articles: list[str]):
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*RASHOMON, "compare", *articles], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert result.returncode == 1
    assert re.fullmatch(rb"rashomon: .*space.*\n", result.stderr)


def test_a_place_that_cannot_be_written_to_is_told_before_anything_is_compared(
    tmp_path: Path, articles: list[str]
):
    for output, reason, code in [
        ("", "no name for a file", 2),
        (str(tmp_path), "no name for a file", 2),
        (str(tmp_path / "nowhere" / "out.md"), "There is no folder", 1),
    ]:
        assert reason in failure(rashomon("summary", *articles, "-o", output), code)
