"""The way to the traceback of what fails unexpectedly; without it there is one sentence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT

BROKEN = """
import sys
import tui.analysis
def compare(*_, **__):
    raise KeyError("[/oops] no words")
tui.analysis.compare = compare
from tui.cli import main
sys.exit(main(["compare", *sys.argv[1:]]))
"""


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text("The ferry ran aground on Tuesday.\n", encoding="utf-8")
    return list(map(str, paths))


def compared_in_vain(articles: list[str], log: str = "", code: int = 1) -> str:
    """What standard error says where the analysis is broken."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "RASHOMON_LOG": log}
    result = subprocess.run(
        [sys.executable, "-c", BROKEN, *articles], capture_output=True, env=env, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (code, "")
    return result.stderr


def test_an_unexpected_failure_is_told_in_one_sentence(articles: list[str]) -> None:
    said = compared_in_vain(articles)
    assert re.fullmatch(
        r"rashomon: unexpected failure: KeyError: [^\n]* \(articles\.py:\d+\); [^\n]*\n", said
    )
    assert "RASHOMON_LOG=FILE keeps the traceback" in said


def test_its_traceback_is_in_the_log_that_was_asked_for(articles: list[str], tmp_path: Path) -> None:
    log = tmp_path / "log"
    said = compared_in_vain(articles, str(log))
    assert "Traceback" not in said
    assert "Traceback (most recent call last)" in log.read_text(encoding="utf-8")
    assert "KeyError: '[/oops] no words'" in log.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_told(articles: list[str], tmp_path: Path) -> None:
    said = compared_in_vain(articles, str(tmp_path), code=2)
    assert said == f"rashomon: The log “{tmp_path}” cannot be written: Is a directory.\n"
