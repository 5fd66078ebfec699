"""The README is short, and what it says and shows is taken from the program."""

from __future__ import annotations

import re
import tomllib

from checkout import ROOT
from papers import blocks, key_rows, paper, rows

README = paper("README.md")
PROJECT = tomllib.loads(paper("pyproject.toml"))["project"]


def test_it_is_read_in_a_minute_or_two():
    assert len(README.splitlines()) <= 150


def test_the_first_command_opens_the_samples():
    first = blocks(README, "sh")[0]
    assert first.endswith(" --editable . && .venv/bin/rashomon\n")
    assert "rashomon" in PROJECT["scripts"]


def test_the_marked_command_is_one_line_that_runs_the_tests():
    marked = re.findall(r"^<!-- test command -->\n```sh\n(.*?)\n```$", README, re.DOTALL | re.MULTILINE)
    assert len(marked) == 1
    assert re.fullmatch(
        r"python3 -m venv \.venv && \.venv/bin/pip install .*'\.\[dev\]' && \.venv/bin/pytest .*", marked[0]
    )


def test_what_it_installs_exists():
    for extra in re.findall(r"'\.\[(.*?)\]'", README):
        assert extra in PROJECT["optional-dependencies"]


def test_its_picture_is_a_snapshot_that_a_test_keeps_true():
    (picture,) = re.findall(r"!\[.*?\]\((.*?)\)", README)
    assert picture.startswith("tests/")
    assert "__snapshots__" in picture
    assert (ROOT / picture).is_file()


def test_its_ten_keys_are_the_programs():
    known = {row[:2] for where in ("app", "compare") for row in key_rows(where)}
    (table,) = re.findall(r"^\| keys \|.*?\n\n", README, re.DOTALL | re.MULTILINE)
    assert len(rows(table)) == 10
    assert set(rows(table)) <= known
